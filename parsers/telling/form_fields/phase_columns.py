"""Tables of a form with a column that says of which requests each question is asked ("New | Renewal | Both"), or with
a column for each phase that ticks them: the questions beside the phase alone, whatever else stands in their rows.

Read as titles of groups, such cells would ask what is for both of the first request only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.phases.phases import read_phase
from parsers.tables.joined_names import joined_names
from parsers.tables.table_outlines import only_boxes
from parsers.tables.ticks import TICKED

_BOTH = compiled(
    r"\W*(?:(?:both|all|each|every|any|always|either)\b(?: (?:requests?|phases?|kinds?|types?|reviews?|stages?|times?|"
    r"of them))*|i ?(?:[,/&+;]|and) ?[rc])\W*",
    re.IGNORECASE,
)
_IN_SHORT: Mapping[str, str] = {
    "i": "initial",
    "n": "initial",
    "r": "renewal",
    "c": "renewal",
    "first": "initial",
    "new": "initial",
    "new starts": "initial",
    "continuing": "renewal",
}
_NAMES = {"initial": "Initial approval", "renewal": "Renewal approval"}
OF_BOTH = "Both"
TITLES = ("Question", "Applies to")
_NUMBER = compiled(r"\W*(?:[A-Z]?\d{1,2}[a-z]?|[A-Za-z])?\W*")
_NO_TICK = compiled(r"\W*(?:n/?a|no)?\W*", re.IGNORECASE)
_FORM = compiled(r"\?|_{2,}|[☐□❑❏]|\[\]")
_LONGEST_LABEL = 4
_FEWEST_ROWS = 3


def with_phase_columns(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, each row of such a table as its question and the requests of which it is asked."""
    told: list[Block] = []
    for (kind, _, _), run in groupby(blocks, key=lambda block: (block.kind, block.header, block.path)):
        rows = list(run)
        told += _in_two(rows) if kind == "row" and len(rows) >= _FEWEST_ROWS else rows
    return tuple(told)


def _in_two(rows: Sequence[Block]) -> Sequence[Block]:
    """The rows as two cells each; as they are where the table is no form, or says more than that."""
    width = len(rows[0].cells)
    if any(len(row.cells) != width for row in rows) or sum(bool(_FORM.search(row.text)) for row in rows) * 2 < len(
        rows
    ):
        return rows
    labels, places = _labels(rows)
    asked = [place for place in range(width) if place not in places and not _says_nothing(rows, place)]
    if len(set(labels)) < 2 or len(asked) != 1 or not all(row.cells[asked[0]].strip() for row in rows):
        return rows
    pairs = zip(rows, labels, strict=True)
    return [replace(row, cells=(row.cells[asked[0]], label), header=TITLES) for row, label in pairs]


def _labels(rows: Sequence[Block]) -> tuple[list[str], list[int]]:
    """For each row the requests that it is of, and the columns that say so."""
    for place in range(len(rows[0].cells)):
        named = [phase_named(row.cells[place]) for row in rows]
        # With one row for each phase it is a table of requests.
        if all(named) and len(set(named)) < len(named) and _differs(rows, place, named):
            return named, [place]
    return _ticked(rows)


def _differs(rows: Sequence[Block], place: int, named: Sequence[str]) -> bool:
    """Whether the existing readings of a table by its first column would miss something: what is of both, short
    signs, or a number in front.
    """
    short = any(len(row.cells[place].strip()) == 1 for row in rows)
    return place > 0 or short or OF_BOTH in named


def phase_named(cell: str) -> str:
    """The phase that a cell names and no more, "Both" for both; "" for any other cell."""
    if _BOTH.fullmatch(cell):
        return OF_BOTH
    parts = joined_names(cell)
    short = all(len(part.split()) <= _LONGEST_LABEL for part in parts)
    phases = {_IN_SHORT.get(part.lower()) or read_phase(part) for part in parts} if short else set()
    if not phases or None in phases:
        return ""
    return OF_BOTH if len(phases) > 1 else _NAMES[str(phases.pop())]


def _ticked(rows: Sequence[Block]) -> tuple[list[str], list[int]]:
    """The same of a table with a column for each phase; ([], []) of any other."""
    named = {place: phase_named(title) for place, title in enumerate(rows[0].header)}
    places = [place for place, name in named.items() if name and name != OF_BOTH]
    marks = [[row.cells[place] for place in places] for row in rows]
    told = all(TICKED.fullmatch(cell) or _NO_TICK.fullmatch(cell) for cells in marks for cell in cells)
    if sorted(named[place] for place in places) != sorted(_NAMES.values()) or not told:
        return [], []
    labels = [_of_ticks(places, cells, named) for cells in marks]
    return (labels, places) if all(labels) else ([], [])


def _of_ticks(places: Sequence[int], cells: Sequence[str], named: Mapping[int, str]) -> str:
    ticked = [named[place] for place, cell in zip(places, cells, strict=True) if TICKED.fullmatch(cell)]
    return OF_BOTH if len(ticked) > 1 else "".join(ticked)


def _says_nothing(rows: Sequence[Block], place: int) -> bool:
    """Whether a column only counts the rows, or is for their answers."""
    cells: Iterator[str] = (row.cells[place] for row in rows)
    return all(only_boxes(cell) or _NUMBER.fullmatch(cell) for cell in cells)
