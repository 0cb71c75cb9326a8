"""The criteria of a version as rows, one a leaf: what a question in SQL can ask for."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any, Literal

from sqlite_utils import Database

Role = Literal["required", "alternative", "barring"]


@dataclass(frozen=True, slots=True)
class LeafRow:
    """One leaf of a position's tree, in reading order.

    `role` says how it binds: `required` of everybody, `alternative` where a choice above it may be met by another
    leaf, `barring` where what it names excludes. `choice` numbers the outermost choice that it stands in, None outside
    one. `value` is the contract's value.
    """

    leaf: int
    key: str
    value: object
    role: Role
    choice: int | None
    text: str
    page: int


def leaf_rows(tree: dict[str, Any] | None) -> list[LeafRow]:
    """The leaves of a tree in the contract's JSON form; [] where a position states no criteria."""
    return list(_leaves(tree, "required", None, count(), count(1))) if tree else []


def add_criteria(db: Database, version: int, trees: Sequence[dict[str, Any] | None]) -> None:
    """Store the leaves of a version's positions, in the order of its positions."""
    db.table("criteria").insert_all(
        {"version": version, "n": n, **_columns(row)} for n, tree in enumerate(trees) for row in leaf_rows(tree)
    )


def _columns(row: LeafRow) -> dict[str, object]:
    columns = {name: getattr(row, name) for name in LeafRow.__slots__}
    return columns | {"value": json.dumps(row.value, sort_keys=True)}


def _leaves(
    node: dict[str, Any], role: Role, choice: int | None, leaves: Iterator[int], choices: Iterator[int]
) -> Iterator[LeafRow]:
    if "op" not in node:
        yield LeafRow(next(leaves), node["key"], node["value"], role, choice, node["text"], node["page"])
        return
    below = _role_under(node["op"], role)
    if below == "alternative" and choice is None:
        choice = next(choices)
    for child in node["children"]:
        yield from _leaves(child, below, choice, leaves, choices)


def _role_under(op: str, role: Role) -> Role:
    """What bars stays barring in a choice, and what is a choice stays one in a list of all."""
    if op == "none" or role == "barring":
        return "barring"
    return "alternative" if op in ("any", "at_least") else role
