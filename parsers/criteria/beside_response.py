"""What a clause asks of a renewal beside a response: "a response without unacceptable toxicity", "the plan approved the
drug before, and it has helped". No key fits it; whoever shows the response alone does not meet it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parsers.criteria.vocabulary import PERSON
from parsers.criteria.wording import Finding
from parsers.language.patterns import compiled

_HARM = (
    r"(?:(?:evidence|signs?|any|un\w+|in\w+|serious|significant|severe|major|clinically|treatment|dose|limiting|"
    r"drug|other|of|related)[ -]){0,4}"
    r"(?:toxicit(?:y|ies)|side[ -]effects?|adverse (?:drug )?(?:effects?|events?|reactions?))"
)
_DRUG = r"(?:(?:the|this) )?(?:drug|treatment|therapy|medication|medicine|spray|it|esketamine|spravato|ketamine)"
_TOLERATED = (
    rf"\b(?:without|with no|no|absence of|free (?:of|from)|lack of) {_HARM}"
    rf"|\b(?:tolerates|tolerating|has tolerated) (?:{_DRUG}|(?:\w+ ){{0,2}}well)\b"
    r"|\b(?:is|are|was|has been|being)(?: \w+)? (?:well |adequately |acceptably )?tolerated\b"
    r"|\btoxicity (?:is|has been) (?:not unacceptable|acceptable)\b|\b(?:acceptable|good) tolerability\b"
)
_WE = (
    r"(?:(?:by|with|from|through|under|of) )?(?:us|we|(?:our|the|this|the same) (?:health )?(?:plan|payer|policy|fund|"
    r"program))\b"
)
_APPROVED_BEFORE = (
    rf"\b(?:{PERSON}|drug|spravato|esketamine|ketamine|treatment|therapy|it) (?:was|has been|had been) "
    rf"(?:previously |already )?(?:approved|authori[sz]ed)\b[^.;,]{{0,60}}? {_WE}"
    rf"|\b{_WE} (?:has |have )?(?:previously |already )?(?:approved|authori[sz]ed) [^.;,]{{3,60}}?\b(?:before|earlier|"
    rf"previously|already|in the past|for (?:the |this )?{PERSON})\b"
    rf"|\b{_WE} (?:has |have )?(?:previously|already) (?:approved|authori[sz]ed)\b"
    rf"|\b(?:prior|previous|earlier) (?:approval|authori[sz]ation) (?:is |was )?(?:on file|given|issued|made) {_WE}"
    rf"|\brequest follows an? (?:\w+ )?(?:approval|authori[sz]ation) {_WE}"
)
_ASKED = compiled(rf"(?<!\bor )(?:{_TOLERATED}|{_APPROVED_BEFORE})")
# "Continues until there is toxicity", "stopped where it is not tolerated", "well tolerated in studies": no demand.
_NOT_ASKED = compiled(r"\b(?:until|unless|or|not|studies|study|trials?|lowest|least|maximum)\b")


def asked_beside(words: str, found: Iterable[Finding]) -> Iterator[str]:
    """The words for what a clause in which a response was found asks beside it."""
    asked = _ASKED.search(words) if any(finding.key == "renewal_response" for finding in found) else None
    if asked and not _NOT_ASKED.search(words):
        yield asked[0]
