"""Tables with a column for each use whose corner names the phase ("Continuation request"), and uses never renewed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from parsers.language.patterns import compiled
from parsers.models import Block, Phase
from parsers.phases.phases import is_never_renewed, read_phase
from parsers.uses.indications import named_indications

_LONGEST_CORNER = 4
_CORNER = "Criterion"
_NOT_ASKED = "N/A"
# "One course only", "no continuation; send a new request": what a cell under a title of renewals says of its use.
_NO_MORE = compiled(
    r"^\W*(?:no (?:renewals?|continuation|re-?authori[sz]ation|extensions?|further \w+)\b"
    r"|(?:not|never) (?:renew|re-?authori[sz]|continu|extend|available|offered|granted|possible|allowed)\w*"
    r"|(?:one|a single|1) (?:course|approval|authori[sz]ation|episode)(?: only)?\W*$"
    r"|(?:new|separate|fresh) (?:initial )?request\b)",
    re.IGNORECASE,
)


def with_corner_phases(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with the phase in a table's corner as the title over its rows."""
    return tuple(_each_table(blocks))


def _each_table(blocks: Sequence[Block]) -> Iterator[Block]:
    for (kind, header, _), run in groupby(blocks, key=lambda block: (block.kind, block.header, block.path)):
        rows = list(run)
        phase = _phase_in_corner(header) if kind == "row" else None
        yield from _titled(rows) if phase else rows


def _phase_in_corner(header: Sequence[str]) -> Phase | None:
    corner, *titles = header or ("",)
    named = len(corner.split()) <= _LONGEST_CORNER and titles and all(map(named_indications, titles))
    return read_phase(corner) if named and not named_indications(corner) else None


def _titled(rows: Sequence[Block]) -> Iterator[Block]:
    corner = rows[0].header[0]
    yield replace(rows[0], text=corner, cells=(corner,), header=())
    for row in rows:
        yield replace(row, header=(_CORNER, *row.header[1:]), path=(*row.path, corner))


def without_never_renewed(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with a cell that says of its column's use that it is never renewed as one that asks for nothing."""
    return tuple(_without_refusals(block) if _is_of_renewal(block) else block for block in blocks)


def _is_of_renewal(row: Block) -> bool:
    titled = row.kind == "row" and row.path and len(row.cells) == len(row.header) > 1
    return bool(titled) and read_phase(row.path[-1]) == "renewal" and any(map(named_indications, row.header[1:]))


def _without_refusals(row: Block) -> Block:
    told = [
        _NOT_ASKED if named_indications(title) and _is_refusal(cell) else cell
        for title, cell in zip(row.header[1:], row.cells[1:], strict=True)
    ]
    return replace(row, cells=(row.cells[0], *told))


def _is_refusal(cell: str) -> bool:
    return bool(_NO_MORE.match(cell)) or is_never_renewed(cell, "Renewal")
