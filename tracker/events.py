"""Near-identical edits of several payers are one event: they share a parent policy, or copied the same text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from difflib import SequenceMatcher

from sqlite_utils import Database

from db.changes import Change, Comparison, StoredComparison
from db.corrections import as_corrected
from db.events import event_of, join_event, leave_event
from parsers.criteria.numbers import normalise

# Payers who share a parent take its edits over within a quarter or so.
WITHIN = timedelta(days=90)
# Without a parent the texts must be near-identical, and long enough not to be so by chance.
_ALIKE, _LEAST_WORDS = 0.9, 12
_ALIKE_WITH_PARENT, _SHARED_CHANGES = 0.6, 0.5
# The comparison of texts costs the square of their length, and one with each candidate.
_MOST_WORDS, _MOST_CANDIDATES = 400, 300

CANDIDATES = """
    SELECT k.comparison, m.parent FROM held_comparisons k JOIN event_members m USING (comparison)
    WHERE k.source <> :source AND k.verdict = :verdict
      AND (abs(julianday(k.detected_at) - julianday(:at)) <= :days
           OR abs(julianday(k.effective_on) - julianday(:effective_on)) <= :days)
    ORDER BY abs(julianday(k.detected_at) - julianday(:at)), k.comparison LIMIT :most"""


@dataclass(frozen=True, slots=True)
class Edit:
    """What an edit did and in which words, for comparing it with others."""

    moves: frozenset[tuple[object, ...]]
    words: tuple[str, ...]
    parent: str | None


def group_with_others(db: Database, stored: StoredComparison, holds: Comparison, parent: str | None) -> None:
    """Put a comparison into the event of the likest edit of another document, or let it begin one.

    `holds` is its content, `parent` the number of the policy that the document is made after, None where not named.
    """
    leave_event(db, stored.comparison)
    if not holds.changes:
        return
    edit = edit_of(holds, parent)
    best = max(_alike(db, stored, edit, holds), default=(0.0, 0))
    event = event_of(db, -best[1]) if best[0] else stored.comparison
    join_event(db, stored.comparison, event, parent)


def edit_of(comparison: Comparison, parent: str | None) -> Edit:
    """A comparison as an edit."""
    clauses = dict.fromkeys(text for change in comparison.changes for text in (change.before_text, change.after_text))
    words = [word for text in clauses if text for word in normalise(text).split()]
    return Edit(frozenset(map(_move, comparison.changes)), tuple(words[:_MOST_WORDS]), parent)


def likeness(one: Edit, other: Edit) -> float:
    """How alike two edits are, 0 to 1; 0 when they are not one and the same."""
    siblings = one.parent is not None and one.parent == other.parent
    shared = len(one.moves & other.moves) / max(1, len(one.moves | other.moves))
    if shared < (_SHARED_CHANGES if siblings else 1):
        return 0.0
    if not siblings and min(len(one.words), len(other.words)) < _LEAST_WORDS:
        return 0.0
    ratio = SequenceMatcher(None, one.words, other.words, autojunk=False).ratio()
    return ratio if ratio >= (_ALIKE_WITH_PARENT if siblings else _ALIKE) else 0.0


def _move(change: Change) -> tuple[object, ...]:
    values = (change.product, change.indication, change.phase, change.key, change.direction)
    return (*values, repr(change.before), repr(change.after))


def _alike(db: Database, stored: StoredComparison, edit: Edit, holds: Comparison) -> Iterator[tuple[float, int]]:
    """The likeness of each candidate with its number, which is negative so that of equals the oldest wins."""
    values = {
        "source": stored.source, "verdict": holds.verdict, "at": stored.detected_at,
        "effective_on": stored.effective_on, "days": WITHIN.days, "most": _MOST_CANDIDATES,
    }  # fmt: skip
    for row in list(db.query(CANDIDATES, values)):
        number = int(str(row["comparison"]))
        other = as_corrected(db, number)
        parent = str(row["parent"]) if row["parent"] else None
        alike = likeness(edit, edit_of(other.content, parent)) if other else 0.0
        if alike:
            yield alike, -number
