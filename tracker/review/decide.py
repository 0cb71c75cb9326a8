"""A person's decision and everything that follows from it, in one transaction.

Accepting makes an undecided change sure, so that rules which ask for sure ones send it. Dismissing silences it. A
correction is laid over every version of the source that reads the same, and over every comparison it makes different.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from sqlite_utils import Database

from db.changes import Change, Direction, StoredComparison
from db.connection import write
from db.corrections import as_corrected
from db.reviews import About, Decision, Review, add_review
from parsers.models import Position, value_to_json
from tracker.review.apply import evidence_of
from tracker.review.consequences import Hand, about_comparison, reason_of, restate, tell_corrected
from tracker.review.find import find_change, find_comparison, find_leaf, find_position, find_side
from tracker.review.ids import ComparisonId, ItemId, ReadingId
from tracker.review.values import read_field, read_key, read_value

Side = Literal["before", "after"]


def accept(db: Database, item: ItemId, hand: Hand) -> None:
    """Take an item as it holds; one that was dismissed holds again as it was found. Raises ReviewError."""
    with write(db):
        if isinstance(item, ReadingId):
            _decide_position(db, item, "accepted", hand)
            return
        stored = find_comparison(db, item)
        holds = as_corrected(db, stored.comparison) or stored
        add_review(db, about_comparison(stored, "accepted", hand))
        tell_corrected(db, stored, replace(holds.content, confidence="high", reason=reason_of(hand)), hand)


def dismiss(db: Database, item: ItemId, hand: Hand) -> None:
    """Silence an item: it is no change, or nothing to look at. Raises ReviewError."""
    with write(db):
        if isinstance(item, ReadingId):
            _decide_position(db, item, "dismissed", hand)
            return
        stored = find_comparison(db, item)
        add_review(db, about_comparison(stored, "dismissed", hand))
        tell_corrected(db, stored, None, hand)


def correct_direction(db: Database, item: ComparisonId, direction: Direction, hand: Hand) -> None:
    """Say what a change does to access; the same change of the same clauses is read so from now on.

    Raises ReviewError.
    """
    with write(db):
        stored = find_comparison(db, item)
        change = find_change(stored, item)
        review = _new(stored.source, "direction", hand, change)
        clauses = replace(review, key=change.key, before_text=change.before_text, text=change.after_text)
        _follow(db, replace(clauses, read=change.direction, corrected=direction), hand, stored)


def correct_side(db: Database, item: ComparisonId, side: Side, typed: str, hand: Hand) -> None:
    """Say what the clause on one side of a change really says; "null": nothing of the kind.

    Raises ReviewError or ValueTypedError.
    """
    with write(db):
        stored = find_comparison(db, item)
        change = find_change(stored, item)
        where = find_side(db, stored, change, side)
        if where.leaf is None:
            review = _of_position(db, where, {change.key: read_field(change.key, typed)}, hand)
        else:
            review = _of_leaf(db, where, None, typed, hand)
        _follow(db, review, hand, stored)


def correct_leaf(db: Database, item: ReadingId, key: str | None, typed: str | None, hand: Hand) -> None:
    """Say what a clause really asks for: another value, another key, or with "null" nothing.

    Raises ReviewError or ValueTypedError.
    """
    with write(db):
        _follow(db, _of_leaf(db, item, key, typed, hand), hand)


def correct_position(db: Database, item: ReadingId, fields: dict[str, object] | None, hand: Hand) -> None:
    """Say what an answer really is: its fields that differ, or None where it is no answer. Raises ReviewError."""
    with write(db):
        _follow(db, _of_position(db, item, fields, hand), hand)


def _follow(db: Database, review: Review, hand: Hand, about: StoredComparison | None = None) -> None:
    """Store a correction with its consequences; the comparison it was made at is decided by it."""
    add_review(db, review)
    restate(db, review.source, hand, decided=about.comparison if about else None)


def _decide_position(db: Database, item: ReadingId, decision: Decision, hand: Hand) -> None:
    add_review(db, replace(_of_position(db, item, None, hand), decision=decision))


def _of_leaf(db: Database, item: ReadingId, key: str | None, typed: str | None, hand: Hand) -> Review:
    source, position, leaf = find_leaf(db, item)
    corrected: object = None
    if typed != "null":
        new_key = read_key(key) if key else leaf.key
        corrected = {"key": new_key, "value": read_value(new_key, leaf.value if typed is None else typed)}
    review = _new(source, "criterion", hand, position)
    return replace(review, key=leaf.key, text=leaf.text, read=value_to_json(leaf.value), corrected=corrected)


def _of_position(db: Database, item: ReadingId, fields: dict[str, object] | None, hand: Hand) -> Review:
    source, position = find_position(db, item)
    review = _new(source, "position", hand, position)
    return replace(review, text=evidence_of(position), read=position.status, corrected=fields)


def _new(source: str, about: About, hand: Hand, of: Position | Change) -> Review:
    review = Review(source, about, "corrected", hand.reviewer, hand.at, hand.note)
    return replace(review, product=of.product, indication=of.indication, phase=of.phase)
