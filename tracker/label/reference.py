"""Answers that follow the label by reference: what a label event does to them while their text stays the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from db.changes import Change, Comparison, Direction
from parsers.criteria.trees import leaves_of
from parsers.models import CriterionKey, Group, Leaf, Position, Value
from tracker.compare.answers import compare_answers
from tracker.compare.silence import answer_to
from tracker.compare.verdict import verdict_of
from tracker.compare.witness import Kind, find_witness
from tracker.label.against import follows_by_reference
from tracker.label.events import LABELS, LabelEvent, LabelUse, label_before


@dataclass(frozen=True, slots=True)
class Move:
    """What an event does to one use of the label. `before` is None for a use that is new. `keys` are the criteria that
    the event lifts or adds; a payer who states one of them himself does not move with the label.
    """

    before: LabelUse | None
    after: LabelUse
    direction: Direction
    keys: frozenset[str]
    witness: dict[str, object] | None


def moves_of(event: LabelEvent) -> tuple[Move, ...]:
    """The uses that an event widens, narrows or adds, found by comparing the two editions as if they were policies."""
    older = label_before(event)
    moves = (_move(event, older.use(use.indication) if older else None, use) for use in event.uses)
    return tuple(move for move in moves if move.direction != "neutral")


def reference_comparison(positions: Sequence[Position], event: LabelEvent) -> Comparison | None:
    """The change that an event makes to a policy by its reference to the label; None where it makes none."""
    moved = [
        (move, position)
        for move in moves_of(event)
        for position in positions
        if _moves(position, positions, event, move)
    ]
    if not moved:
        return None
    changes = tuple(_change(position, move) for move, position in moved)
    announced = f", announced {event.announced_on}" if event.announced_on else ""
    return Comparison(
        verdict=verdict_of(changes),
        action_required=False,
        changes=changes,
        witness=next((move.witness for move, _ in moved if move.witness), None),
        confidence="medium",
        reason=(
            "the text is unchanged; it follows the FDA label by reference, and the label changed: "
            f"{event.headline} (approved {event.approved_on}{announced})"
        ),
    )


def _move(event: LabelEvent, before: LabelUse | None, after: LabelUse) -> Move:
    new = _as_position(event, after)
    old = _as_position(event, before) if before else replace(new, status="excluded", criteria=None)
    finding = compare_answers(old, new)
    directions = {change.direction for change in finding.changes} - {"neutral"}
    direction: Direction = directions.pop() if len(directions) == 1 else "unknown" if directions else "neutral"
    kind: Kind = "loss" if direction == "restricts" else "gain"
    keys = frozenset(change.key for change in finding.changes) if before else frozenset()
    return Move(before, after, direction, keys, find_witness(old, new, finding.admission, kind))


def _as_position(event: LabelEvent, use: LabelUse) -> Position:
    """A use of the label as an answer with criteria, in the terms of policies."""
    label = LABELS.labels[event.product]
    stated: tuple[tuple[CriterionKey, Value], ...] = (
        ("age_min", label.age_min),
        ("failed_ad_count", use.failed_ad_count or None),
        ("oral_ad", "required" if use.oral_ad else None),
    )
    leaves = tuple(Leaf(key, value, use.statement) for key, value in stated if value is not None)
    return Position(event.product, "any", use.indication, "initial", "covered", criteria=Group("all", leaves))


def _moves(position: Position, positions: Sequence[Position], event: LabelEvent, move: Move) -> bool:
    if position.product != event.product or not follows_by_reference(position, positions):
        return False
    answers = answer_to(position.product, move.after.indication, position.phase, positions) == position
    return answers and not move.keys & {leaf.key for leaf in leaves_of(position.criteria)}


def _change(position: Position, move: Move) -> Change:
    text, page = next(iter(_references(position)), (None, None))
    return Change(
        product=position.product,
        indication=move.after.indication,
        phase=position.phase,
        key="label_dynamic",
        axis="scope",
        direction=move.direction,
        before=move.before.statement if move.before else None,
        after=move.after.statement,
        before_text=text,
        after_text=text,
        before_page=page,
        after_page=page,
    )


def _references(position: Position) -> Iterator[tuple[str, int]]:
    """The clause that refers to the label, or else the one that states the answer."""
    yield from ((leaf.text, leaf.page) for leaf in leaves_of(position.criteria) if leaf.key == "label_dynamic")
    yield from ((passage.text, passage.page) for passage in position.evidence)
