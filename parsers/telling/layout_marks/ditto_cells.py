"""Cells of a grid that say what another says ("same as column 1", "as for resistant depression, initial", "ditto").

Each is read as the cell that it names: in its row where columns are uses and phases, in its column where rows are. What
asks for nothing by other words ("no rule", "does not apply") is said as all grids say it. Where a cell names no other
of the table, it stands as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.telling.scoped_labels import names_scope_alone, phases_named
from parsers.uses.indications import named_indications

_SAME = compiled(
    r"^\W*(?:(?:the )?same(?: (?:rules?|criteria|requirements?))?(?: as)?|as|see|ditto|like|identical (?:to|with)|"
    r"equal to)(?: (?:stated|given|shown|listed|required|asked))?(?: (?:in|for|under|at|with|above:?|the))*"
    r"(?: (?P<target>\S.*?))?\W*$",
    re.IGNORECASE,
)
_ALONE = compiled(
    r"^\W*(?:(?:the )?same(?: as (?:above|before|at left|left))?|as (?:above|before)|ditto|do\.|idem|"
    r"[\"“”〃]{1,2})\W*$",
    re.IGNORECASE,
)
# What a row is of, where it is of the same as the row above it.
_OF_ROW = compiled(
    r"\W*(?:the )?same(?: (?:drugs?|products?|medicines?|medications?|services?|items?|uses?|conditions?))?"
    r"(?: as (?:above|before))?\W*|\W*(?:ditto|idem|as above)\W*|[\"“”〃]{1,2}",
    re.IGNORECASE,
)
_COLUMN = compiled(
    r"^(?:column|col\.?) (?P<count>\d|[A-F]|one|two|three|four)$|"
    r"^(?P<ordinal>first|second|third|fourth|1st|2nd|3rd|4th) column$",
    re.IGNORECASE,
)
_COUNTS = {word: place for place, words in enumerate(
    ("1 a one first 1st", "2 b two second 2nd", "3 c three third 3rd", "4 d four fourth 4th"), start=1)
    for word in words.split()}  # fmt: skip
_NOTHING = compiled(
    r"\W*(?:no (?:(?:such|further|special) )?(?:rules?|requirements?|restrictions?|criteri(?:on|a)|conditions?|"
    r"limits?)|not asked(?: for)?|(?:does|do) not apply|nothing(?: asked)?)\W*",
    re.IGNORECASE,
)
# "Column 1: resistant depression, initial".
_COUNTED_TITLE = compiled(r"^\W*(?:column|col\.?) (?:\d|[A-F])\s*[:.)–—-]*\s*(?=\w)", re.IGNORECASE)
_FEWEST = 2
_MOST_STEPS = 3
_LONGEST = 70


def with_dittos_spelled(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, each such cell as the cell that it names."""
    told: list[Block] = []
    for (kind, header, _), run in groupby(blocks, key=lambda block: (block.kind, block.header, block.path)):
        rows = tuple(run)
        told += _spelled(_with_names(rows)) if kind == "row" and len(header) > 1 else rows
    return tuple(told)


def _with_names(rows: Sequence[Block]) -> tuple[Block, ...]:
    """`rows`, each that opens with "the same" with what the row above it is of."""
    told: list[Block] = []
    for row in rows:
        same = told and row.cells and _OF_ROW.fullmatch(row.cells[0])
        told.append(_with_cells(row, [told[-1].cells[0], *row.cells[1:]]) if same and told[-1].cells else row)
    return tuple(told)


def _spelled(rows: Sequence[Block]) -> Sequence[Block]:
    across = _names_scopes(rows[0].header)
    if not across and not _names_scopes([row.cells[0] for row in rows]):
        return rows
    grid = [list(row.cells) for row in rows]
    for _ in range(_MOST_STEPS):
        for line, place in _places(grid):
            meant = _across(rows[0].header, place, grid[line]) if across else _down(grid, line, place)
            if meant is not None:
                grid[line][place] = meant
    header = tuple(_COUNTED_TITLE.sub("", title) for title in rows[0].header)
    return [_with_cells(replace(row, header=header), cells) for row, cells in zip(rows, grid, strict=True)]


def _names_scopes(titles: Sequence[str]) -> bool:
    """Whether two of some titles at least name uses or phases."""
    return sum(bool(named_indications(title) or phases_named(title)) for title in titles) >= _FEWEST


def _places(grid: Sequence[Sequence[str]]) -> Iterator[tuple[int, int]]:
    for line, cells in enumerate(grid):
        for place, cell in enumerate(cells):
            if place and len(cell) <= _LONGEST and (_SAME.match(cell) or _ALONE.match(cell)):
                yield line, place


def _across(header: Sequence[str], place: int, cells: Sequence[str]) -> str | None:
    """The cell of the same row that one in a column means; None where it names no other."""
    if _ALONE.match(cells[place]):
        return cells[place - 1] if place > 1 else None
    named = _SAME.match(cells[place])
    at = _named(named["target"] or "", header, place) if named and len(header) == len(cells) else None
    return None if at is None else cells[at]


def _down(grid: Sequence[Sequence[str]], line: int, place: int) -> str | None:
    """The cell of the same column that one in a row means."""
    cell = grid[line][place]
    column = [cells[place] if place < len(cells) else "" for cells in grid]
    if _ALONE.match(cell):
        return column[line - 1] if line else None
    named = _SAME.match(cell)
    at = _named(named["target"] or "", [cells[0] for cells in grid], line) if named else None
    return None if at is None else column[at]


def _named(target: str, titles: Sequence[str], own: int) -> int | None:
    """The place of the one title that a reference names by its number, or by its use and phase."""
    if counted := _COLUMN.match(target):
        count = (counted["count"] or counted["ordinal"]).lower()
        numbered = [
            at for at, title in enumerate(titles) if re.search(rf"\bcol(?:umn|\.)? {count}\b", title, re.IGNORECASE)
        ]
        at = numbered[0] if numbered else _COUNTS.get(count, own)
        return at if at != own and at < len(titles) else None
    if not target or not names_scope_alone(target):
        return None
    uses, phases = set(named_indications(target)), phases_named(target)
    wanted = uses or set(named_indications(titles[own]))
    found = [
        at
        for at, title in enumerate(titles)
        if at != own
        and (not wanted or set(named_indications(title)) == wanted)
        and (not phases or not phases_named(title) or phases_named(title) == phases)
    ]
    # A use without its phase is meant in the phase of the column that names it.
    alike = [at for at in found if phases_named(titles[at]) == (phases or phases_named(titles[own]))]
    return next(iter(alike or found), None) if len(alike or found) == 1 else None


def _with_cells(row: Block, cells: Sequence[str]) -> Block:
    told = tuple("N/A" if _NOTHING.fullmatch(cell) else cell for cell in cells)
    return replace(row, cells=told, text=" | ".join(told)) if told != row.cells else row
