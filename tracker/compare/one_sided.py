"""A question that one version answers and the other does not name: judged against the broader answer, or silence."""

from __future__ import annotations

from dataclasses import replace

from db.changes import Confidence, Direction
from parsers.models import Position
from tracker.compare.answers import compare_answers
from tracker.compare.finding import Finding, question_change, quoted
from tracker.compare.status import DENIED


def one_sided_finding(position: Position, other: Position | None, *, added: bool) -> Finding:
    """The change of a question that came (`added`) or went. `other` is the broader answer of the version without it,
    None when that version is silent.
    """
    old, new = (other, position) if added else (position, other)
    if old is not None and new is not None:
        compared = compare_answers(old, new)
        reason = f"{position.indication} is judged against the broader answer for {(old if added else new).indication}"
        found = Finding((), "medium", reason, compared.admission)
        return _with_change(found, position, _in_one_word(compared), added=added)
    direction, confidence, reason = _against_silence(position, added=added)
    return _with_change(Finding((), confidence, reason), position, direction, added=added)


def _with_change(finding: Finding, position: Position, direction: Direction, *, added: bool) -> Finding:
    key = "position_added" if added else "position_removed"
    sides = (None, position) if added else (position, None)
    before, after = (side.indication if side else None for side in sides)
    change = replace(quoted(question_change(position, key, direction), *sides), before=before, after=after)
    return replace(finding, changes=(change,))


def _against_silence(position: Position, *, added: bool) -> tuple[Direction, Confidence, str]:
    named = position.indication
    if position.status == "unknown":
        return "unknown", "low", f"the status of {named} could not be read"
    if position.status in DENIED and added:
        return "restricts", "low", f"{named} was not mentioned and is now denied: silence was no coverage"
    if position.status in DENIED:
        return "unknown", "low", f"{named} was denied and is no longer mentioned: silence is no answer"
    if added:
        return "expands", "high", ""
    return "restricts", "medium", f"{named} is no longer mentioned: silence is not yet a denial"


def _in_one_word(compared: Finding) -> Direction:
    """What replacing one answer by another does to access; "unknown" where it does both."""
    found = {change.direction for change in compared.changes} - {"neutral"}
    if not found:
        return "neutral"
    return found.pop() if len(found) == 1 else "unknown"
