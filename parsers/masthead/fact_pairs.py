"""Labels and values that a table keeps in cells beside each other, or in a column of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from parsers.dates import find_dates
from parsers.masthead.fact_labels import LABEL, NUMBER_LABEL

_FEWEST = 2


def pairs_beside(cells: Sequence[str], is_label: Callable[[str], bool]) -> list[str]:
    """A row of labels that each have their value in the next cell, or a number in one: "Policy ID | AB-1"."""
    labels, values = cells[::2], cells[1::2]
    if len(labels) != len(values) or any(map(_is_words, values)):
        return []
    if len(cells) == _FEWEST and not NUMBER_LABEL.fullmatch(f"{labels[0].rstrip(': ')}: {values[0]}"):
        return []
    if not any(is_label(label.rstrip(": ")) for label in labels) or any(next(find_dates(one), None) for one in labels):
        return []
    return [f"{label.rstrip(': ')}: {value}" for label, value in zip(labels, values, strict=True)]


def paired_columns(cells: Sequence[str]) -> Iterator[str]:
    """A cell of labels and beside it a cell of as many values: "Effective: Last review: | 7/1/2031 5/2/2031"."""
    for said, beside in pairwise(cells):
        labels = [label.strip() for label in said.split(":") if label.strip()]
        if said.endswith(":") and len(labels) >= _FEWEST and _holds_fact(labels):
            values = list(_values(beside))
            if len(values) == len(labels):
                yield from (f"{label}: {value}" for label, value in zip(labels, values, strict=True))


def _holds_fact(labels: list[str]) -> bool:
    return any(LABEL.fullmatch(f"{label}: ") for label in labels)


def _values(cell: str) -> Iterator[str]:
    """The dates of a cell, and the words between them one by one."""
    place = 0
    for _, start, end in find_dates(cell):
        yield from cell[place:start].split()
        yield cell[start:end]
        place = end
    yield from cell[place:].split()


def _is_words(value: str) -> bool:
    """Whether a cell says more than a date or a number."""
    rest = value
    for _, start, end in reversed(list(find_dates(value))):
        rest = rest[:start] + rest[end:]
    return len(rest.split()) > _FEWEST
