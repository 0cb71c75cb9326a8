"""What a text asks of items that it names by their markers, and the markers between two of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from parsers.criteria.trees import group, present
from parsers.models import Block, Op, Tree

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_LETTERS = "abcdefghijklmnopq"


@dataclass(frozen=True, slots=True)
class Asked:
    """Items by their markers, or further such groups, and how many of them are asked for; `n` for `at_least`."""

    op: Op
    parts: tuple[Asked | str, ...]
    n: int | None = None

    def markers(self) -> Iterator[str]:
        """Every marker that is named."""
        for part in self.parts:
            yield from (part,) if isinstance(part, str) else part.markers()


def mark_of(block: Block) -> str:
    """What marks an item; of a row of a table its number, where it opens with one."""
    first = block.cells[0].strip(" .)#") if len(block.cells) > 1 else ""
    return first if first.isdecimal() or (first.isalpha() and len(first) == 1) else block.marker


def as_asked(asked: Asked, items: Mapping[str, Tree | None]) -> Tree | None:
    """The criteria of items by their markers, as they are asked for."""
    parts = list(present(items.get(part) if isinstance(part, str) else as_asked(part, items) for part in asked.parts))
    if asked.op == "at_least" and asked.n and len(parts) <= asked.n:
        return group("all", parts)
    return group(asked.op, parts, asked.n)


def span(first: str, last: str) -> Iterator[str]:
    """The markers from one to another: of numbers, of Roman numerals where both can be such, or of letters."""
    if first.isdigit() and last.isdigit():
        yield from map(str, range(int(first), int(last) + 1))
    elif first in _ROMAN and last in _ROMAN:
        yield from _ROMAN[_ROMAN.index(first) : _ROMAN.index(last) + 1]
    elif first in _LETTERS and last in _LETTERS:
        yield from _LETTERS[_LETTERS.index(first) : _LETTERS.index(last) + 1]
