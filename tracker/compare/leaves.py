"""Criteria that differ, as changes: each with the axis of its key and the direction it moves access in its place."""

from __future__ import annotations

from collections.abc import Sequence

from db.changes import Change, Direction
from parsers.models import Leaf, Position, Value, value_to_json
from tracker.compare.alignment import LeafPair
from tracker.compare.directions import BESIDE_THE_LOGIC, LIMITS, OPPOSITE, axis_of, stated_direction, value_direction
from tracker.compare.shape import slot


def leaf_change(pair: LeafPair, position: Position, standing: Sequence[Leaf] = ()) -> Change:
    """The change that a pair stands for; `standing` are the criteria that both trees demand of everybody."""
    leaf = pair.leaf
    return Change(
        product=position.product,
        indication=position.indication,
        phase=position.phase,
        key=leaf.key,
        axis=axis_of(leaf.key),
        direction=pair_direction(pair, position, standing),
        before=_json(pair.before),
        after=_json(pair.after),
        before_text=pair.before.text if pair.before else None,
        after_text=pair.after.text if pair.after else None,
        before_page=pair.before.page if pair.before else None,
        after_page=pair.after.page if pair.after else None,
    )


def pair_direction(pair: LeafPair, position: Position, standing: Sequence[Leaf] = ()) -> Direction:
    """What a pair does to access in its place in the tree."""
    if pair.before and pair.after:
        return value_direction(pair.after.key, pair.before.value, pair.after.value, position)
    beside_all = pair.under == "all" or pair.leaf.key in LIMITS
    if beside_all and any(_covers(leaf, pair.leaf, position) for leaf in standing):
        return "neutral"
    added = _added(pair.leaf, pair, position)
    return added if pair.after else OPPOSITE[added]


def _covers(standing: Leaf, leaf: Leaf, position: Position) -> bool:
    """Whether a criterion that stays asks at least as much, so that the other one binds nobody."""
    if slot(standing) != slot(leaf):
        return False
    return value_direction(leaf.key, standing.value, leaf.value, position) in ("expands", "neutral")


def _added(leaf: Leaf, pair: LeafPair, position: Position) -> Direction:
    """Adding to what must all hold restricts, adding an alternative expands; limits and grants go by their key."""
    stated = stated_direction(leaf, position)
    if stated == "neutral" or leaf.key in BESIDE_THE_LOGIC:
        return stated
    return "expands" if pair.under in ("any", "at_least") else "restricts"


def _json(leaf: Leaf | None) -> object:
    value: Value = leaf.value if leaf else None
    return value_to_json(value)
