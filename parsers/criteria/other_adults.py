"""Adults beside the patient: who takes a member home, or stays with one, says nothing of the member's age."""

from __future__ import annotations

from parsers.patterns import compiled

_WHO_WILL = (
    r"(?: (?:who|that|will|must|can|shall|should|has to|needs? to|also|to|"
    r"is (?:there|ready|available|present|at home|on hand|able|willing)))*"
)
_HELPS = (
    r"(?:takes?|drives?|brings?|accompan(?:y|ies)|escorts?|stays? with|remains? with|watch(?:es)?(?: over)?|collects?|"
    r"picks? (?:\w+ )?up|fetch(?:es)?|sees?|supervises?|looks? after)"
)
# "Has an adult who takes the patient home", "leaves with an adult".
_ANOTHER_ADULT = compiled(
    r"\b(?:accompanied by|escorted by|driven (?:\w+ )?by|leaves? with|(?:released|discharged|handed over) (?:\w+ )?to|"
    r"in the (?:care|company) of|lives? with|(?:ha(?:s|ve) arranged|arranges?) (?:for|with)) an adult\b"
    rf"|\ban adult{_WHO_WILL} {_HELPS}\b"
)


def without_other_adults(words: str) -> str:
    """The normalised words of a clause without the adults whom a patient has beside himself."""
    return _ANOTHER_ADULT.sub(" ", words)
