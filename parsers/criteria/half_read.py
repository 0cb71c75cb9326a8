"""Clauses of two alternatives one of which is read and the other not: "has been ill for two years, or has failed two
antidepressants". What is read alone would be asked of those who meet the other.
"""

from __future__ import annotations

from parsers.criteria.families import findings
from parsers.criteria.trees import QUALITIES
from parsers.criteria.vocabulary import FAILURE, INTOLERANCE, PERSON
from parsers.criteria.wording import Clause, Finding
from parsers.language.patterns import compiled
from parsers.models import CriterionKey
from parsers.uses.indications import mentions

# Keys that one patient may meet instead of something else.
_MET_INSTEAD: frozenset[CriterionKey] = frozenset(
    ("failed_ad_count", "severity_min", "severity_category", "augmentation_trials", "sud_remission_months")
)
_QUALIFIES: frozenset[CriterionKey] = QUALITIES | {"failed_ad_classes", "episode_scope", "lookback_months"}
_OR_ANOTHER = compiled(
    rf",? or (?:(?:that )?(?:the |an? |his or her )?(?:{PERSON}|(?:\w+ )?(?:episode|specialist)|depression|illness) )?"
    r"(?=(?:has|have|had|is|was|were|attends?|participates?|follows|receives|takes part)\b)"
)
_PREDICATE = compiled(
    r"\b(?:has|have|had|is|are|was|were|lasted|attends?|participates?|follows|receives|takes part)\b(?: [\w'-]+){2}"
)
# "Either an oral antidepressant is taken or the chart explains why none can be": what the prescriber or a paper says.
_OR_IT_IS_SAID = compiled(
    r",? or (?=(?:the|an?|his or her) (?:[\w-]+ ){0,2}?(?:prescriber|psychiatrist|clinician|physician|provider|chart|"
    r"record|plan|clinic)s? (?:has|have|had|shows?|explains?|states?|documents?|records?|gives?|grants?|finds?)\b)"
)
_SAID_INSTEAD: frozenset[CriterionKey] = frozenset(("oral_ad", "prescriber"))
# Who is spoken of, or an exception that is made, is no alternative of the patient's.
# "…, or has never had one": whoever has no such history meets what is asked of it.
_OF_NO_PATIENT = compiled(
    r"\bnever had\b|\b(?:exception|authori[sz]|approv|cover|request|payer|plan\b|prescrib|diagnos)"
)


def read_side(clause: Clause, whole: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """What the side of a clause asks for that is read, where the other is not; () where it is no such clause."""
    for joined in _OR_ANOTHER.finditer(clause.words):
        sides = clause.words[: joined.start()], clause.words[joined.end() :]
        for said, other in (sides, sides[::-1]):
            asked = findings(clause.within(said))
            if _decides(asked, whole) and _is_unread(clause, other):
                return asked
    return _read_but_for_what_is_said(clause, whole)


def _read_but_for_what_is_said(clause: Clause, whole: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """What is asked for unless somebody says something that no family reads; () where nobody does."""
    for joined in _OR_IT_IS_SAID.finditer(clause.words):
        asked = findings(clause.within(clause.words[: joined.start()]))
        other = findings(clause.within(clause.words[joined.end() :]))
        deciding = {finding for finding in asked if finding.key in _SAID_INSTEAD}
        if deciding and set(asked) == deciding == set(whole) and not other:
            return asked
    return ()


def _decides(asked: tuple[Finding, ...], whole: tuple[Finding, ...]) -> bool:
    """Whether one side asks for all that the clause does, but for what only qualifies it."""
    keys = {finding.key for finding in asked}
    rest = {finding.key for finding in set(whole) - set(asked)}
    return bool(keys & _MET_INSTEAD) and keys <= _MET_INSTEAD | _QUALIFIES and rest <= _QUALIFIES


def _is_unread(clause: Clause, side: str) -> bool:
    """Whether a side says something of the patient that no family reads."""
    if not _PREDICATE.search(side) or FAILURE.stands_in(side) or INTOLERANCE.search(side) or mentions(side):
        return False
    read = {finding.key for finding in findings(clause.within(side))}
    return not _OF_NO_PATIENT.search(side) and read <= _QUALIFIES
