"""What a prior-authorization request has to prove, line by line, in the order in which it is read."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import get_args

from db.criteria import LeafRow, Role, leaf_rows
from parsers.errors import TableError
from parsers.models import CriterionKey, ParsedPolicy, Position, tree_to_json
from tracker.alerts.wording import key_words, side_words


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a request: its title, what to gather for it, and the criteria that belong to it."""

    title: str
    gather: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to prove. `choice` numbers the choice that an alternative belongs to, None where it is demanded."""

    section: str
    prove: str
    role: Role
    choice: int | None
    clause: str
    page: int


@dataclass(frozen=True, slots=True)
class Checklist:
    """The lines for one covered position; `codes` are those that the document names for the drug or for any."""

    position: Position
    lines: tuple[Line, ...]
    codes: tuple[str, ...]


@cache
def sections() -> tuple[Section, ...]:
    """The parts of a request in order. Raises TableError unless each key of the contract stands in exactly one."""
    rows = tomllib.loads((files("tracker.paperwork") / "checklist.toml").read_text(encoding="utf-8"))["section"]
    found = tuple(Section(row["title"], row["gather"], tuple(row["keys"])) for row in rows)
    named = [key for section in found for key in section.keys]
    wrong = (set(get_args(CriterionKey)) ^ set(named)) | {key for key in named if named.count(key) > 1}
    if wrong:
        raise TableError(f"checklist.toml: each key in exactly one section; wrong: {', '.join(sorted(wrong))}")
    return found


def checklists(policy: ParsedPolicy) -> Iterator[Checklist]:
    """A checklist for each position that a request can be made for: covered, or decided case by case."""
    for position in policy.positions:
        if position.status in ("covered", "case_by_case"):
            codes = (code.code for code in policy.codes if code.product in (None, position.product))
            yield Checklist(position, tuple(_lines(position)), tuple(dict.fromkeys(codes)))


def _lines(position: Position) -> Iterator[Line]:
    rows = leaf_rows(tree_to_json(position.criteria)) if position.criteria else []
    by_key: Mapping[str, list[LeafRow]] = {
        key: [row for row in rows if row.key == key] for key in get_args(CriterionKey)
    }
    for section in sections():
        for key in section.keys:
            for row in by_key[key]:
                yield Line(section.title, _words(row), row.role, row.choice, row.text, row.page)


def _words(row: LeafRow) -> str:
    if row.key == "exclusion":
        return side_words(row.key, row.value)
    label = key_words(row.key).label
    return label if row.key == "unparsed" else f"{label}: {side_words(row.key, row.value)}"
