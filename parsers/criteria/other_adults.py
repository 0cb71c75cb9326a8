"""Ages that no patient is asked for: adults who take a member home, and members of an age who are billed elsewhere."""

from __future__ import annotations

from parsers.language.patterns import compiled

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
# "Members 65 and older should have Medicare billed first", "members under 21 may call …": whom a payer sends where.
_HANDLED = compiled(
    r"\bmedicare\b.{0,60}\b(?:first|before|primary|secondary|billed|exhausted|used up)\b"
    r"|\b(?:bill|billed|first|primary|exhaust|exhausted|before|covered by|coordinat\w+)\b.{0,60}\bmedicare\b"
    r"|\bco-?pay\w*|\bcost[ -]sharing\b|\bdeductibles?\b|\bpremiums?\b"
    r"|\b(?:help|hot|phone|member)[ -]?(?:line|desk)s?\b"
    r"|\bhandbooks?\b|\bepsdt\b|\bthird[ -]party\b|\bother (?:coverage|insurance|insurers?|payers?)\b"
    r"|\bcoordinat\w+ (?:of )?benefits\b|\b(?:an)?other (?:program|plan)\b"
)
_NAMES_THE_DRUG = compiled(r"\b(?:spravato|(?:es)?ketamine)\b")
_AGE = r"(?:[<>]=? ?)?\d\d(?: (?:years?|yrs?)(?: (?:of age|old))?)?"
_AGE += r"(?:,? (?:and|or) (?:older|over|above|up|younger|under))?"
_OF_AN_AGE = compiled(
    rf"\b(?:(?:for |if |when )?(?:(?:the|an?|all|any|those|most) )?(?:(?:dual[- ]eligible|medicare|medicaid) )?"
    r"(?:members?|patients?|clients?|enrollees?|recipients?|participants?|beneficiar(?:y|ies)|persons?|people|adults?"
    rf"|children|those)(?: (?:who|is|are|of|age|aged|ages|over|under|being))*) {_AGE}"
)
# "PA is required for Spravato in depressive symptoms of adults who have …": the use by its name, and not who gets it.
_NAMES_THE_USE = compiled(
    r"^\W*(?:(?:prior |pre-?)?(?:authori[sz]ation|approval|certification)|pa|precert\w*)\W* (?:is|are|will be) (?:now |"
    r"also |still )?(?:required|needed|necessary) (?:for|before)\b[^.;:]*?\bsymptoms (?:of|in) (?P<adults>adults?)\b"
)


def without_those_handled(words: str) -> str:
    """The normalised words of a clause on billing or service without the age of those whom it is about."""
    handled = _HANDLED.search(words) and not _NAMES_THE_DRUG.search(words)
    return _OF_AN_AGE.sub(" members ", words) if handled else words


def without_other_adults(words: str) -> str:
    """The normalised words of a clause without the adults whom a patient has beside himself."""
    return _ANOTHER_ADULT.sub(" ", words)


def without_use_by_name(words: str) -> str:
    """The words without the adults in the name of a use that authorization is needed for."""
    named = _NAMES_THE_USE.match(words)
    return words[: named.start("adults")] + "those" + words[named.end("adults") :] if named else words
