"""Demands of some patients only, and demands that some are let off: whoever is not touched need not meet them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from parsers.criteria.conditional_wording import (
    IF,
    OF_SOME,
    OF_SUBJECT,
    ONLY_IF,
    SOME,
    SOME_BEHIND,
    UNASKED_FIRST,
    UNLESS_FIRST,
    WAIVER,
)
from parsers.criteria.families import ROOT_KEYS, findings_in
from parsers.criteria.kept import is_criterion
from parsers.criteria.spared_patients import spared
from parsers.criteria.vocabulary import INTOLERANCE
from parsers.language.patterns import compiled
from parsers.models import CriterionKey, Op, Phase

_IF_ALONE = compiled(IF, re.IGNORECASE)
_SOMEBODY = compiled(SOME, re.IGNORECASE)
# "…, and in neither case if psychosis is present" is of all that stands before.
_OF_EITHER = compiled(r"\b(?:neither|either|any|both|all) cases?\b", re.IGNORECASE)
_NO_PATIENT = compiled(
    r"\b(?:depression|disorder|indication|use|diagnosis|renewal|continuation|request|plan)s?\b", re.IGNORECASE
)
# An age is asked of all, and remission has its own way of sparing those without the disorder.
_OF_ALL: frozenset[CriterionKey] = frozenset(("age_min", "age_max", "sud_remission_months"))
_REMITS = compiled(r"\b(?:remission|abstin\w+|sober|sobriety|recovery)\b", re.IGNORECASE)
_SAFETY: frozenset[CriterionKey] = frozenset(("rems", "monitoring_hours", "personnel"))
_INPATIENT = compiled(r"\binpatients?\b", re.IGNORECASE)
_OR = compiled(r",? or (?!(?:more|older|higher|greater|above|over|younger|under)\b)", re.IGNORECASE)
_NOT_TOLERATED = "intolerance of the antidepressants"
_MUST = compiled(r"\b(?:must|shall|(?:is|are) (?:required|needed|necessary|mandatory)|ha(?:s|ve) to)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """Clauses, or further such groups, and whether all of them are asked for or one."""

    op: Op
    parts: tuple[Told | str, ...]


def of_some(words: str, phase: Phase) -> Told | None:
    """A demand of some patients ("for anyone over 65, …", "those over 65 are eligible only if …")."""
    only = ONLY_IF.match(words)
    if only and (others := spared(only["whom"])):
        return Told("any", (others, only["asked"]))
    for form in (OF_SOME, OF_SUBJECT, SOME_BEHIND) if not _OF_EITHER.search(words) else ():
        found = form.match(words)
        others = spared(found["whom"]) if found else None
        if found and others and _asks_of_some(found["asked"], phase, fronted=form is OF_SOME):
            return Told("any", (others, found["asked"]))
    return None


def _asks_of_some(asked: str, phase: Phase, *, fronted: bool) -> bool:
    read = {finding.key for finding in findings_in(asked, phase)}
    if read & _OF_ALL or _REMITS.search(asked) or ("exclusion" in read and not fronted):
        return False
    # "Medicare must be billed first" asks nothing of the patient.
    return bool(read - ROOT_KEYS or (_MUST.search(asked) and is_criterion(asked)))


def lets_off(words: str, phase: Phase) -> Told | None:
    """A demand and who need not meet it: "…, which is not called for where ECT has failed", "unless …, …"."""
    found = UNLESS_FIRST.match(words) or WAIVER.match(words)
    asked = {finding.key for finding in findings_in(found["asked"], phase)} if found else set()
    # Bars have their own way of being lifted.
    if found is None or not asked - ROOT_KEYS or "exclusion" in asked or _names_no_patient(found["whom"]):
        return None
    whom, by = found["whom"], found.groupdict().get("by") or "if"
    if asked <= _SAFETY and _INPATIENT.search(whom):
        return Told("any", (found["asked"], "the drug is given in an inpatient hospital"))
    if ways := _ways(whom, phase):
        return Told("any", (found["asked"], *ways))
    if INTOLERANCE.search(whom):
        # Behind the trials it is read with them; a fronted one is of all of them.
        return None if "by" in found.groupdict() else Told("any", (found["asked"], _NOT_TOLERATED))
    if findings_in(whom, phase) or _SOMEBODY.match(whom) or _IF_ALONE.fullmatch(by):
        return Told("any", (found["asked"], whom))
    return None


def _ways(whom: str, phase: Phase) -> tuple[str, ...]:
    """The cases of "where the episode is severe or the member cannot tolerate antidepressants"; () where it is one."""
    sides = _OR.split(whom)
    named = [_NOT_TOLERATED if INTOLERANCE.search(side) else side for side in sides]
    both = len(sides) > 1 and all(side is _NOT_TOLERATED or findings_in(side, phase) for side in named)
    return tuple(named) if both and _NOT_TOLERATED in named else ()


def _names_no_patient(whom: str) -> bool:
    """Whether what is let off is a use or a request, which other rooms see to."""
    return bool(_NO_PATIENT.search(whom)) and not findings_in(whom)


def asked_by_few(words: str, phase: Phase) -> Told | None:
    """Who is let off, before the demand of all others: "no trial is demanded of …; all others must have …"."""
    found = UNASKED_FIRST.match(words)
    asked = f"the patient {found['asked'].lstrip(' ,')}" if found else ""
    decides = any(finding.key not in ROOT_KEYS for finding in findings_in(asked, phase)) if asked else False
    return Told("any", (found["whom"], asked)) if found and decides else None
