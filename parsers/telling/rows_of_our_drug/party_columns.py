"""Columns of a table of terms that say of whom each row is ("Applies to": "Patient", "Prescriber", the plan).

What is asked of patient, prescriber or clinic is asked for all the same; how the payer itself works is asked of nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from parsers.criteria.families import findings_in
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.telling.kept_columns import with_columns

_TITLE = compiled(
    r"\W*(?:applies to|of whom|for whom|by whom|who|whose|party|parties|concerns|about|responsible(?: party)?|"
    r"asked of|falls on|on whom|side)\W*",
    re.IGNORECASE,
)
_ASKED = compiled(
    r"\W*(?:the )?(?:patients?|members?|clients?|recipients?|beneficiar(?:y|ies)|prescribers?|providers?|physicians?|"
    r"doctors?|psychiatrists?|clinicians?|clinics?|sites?|offices?|facilit(?:y|ies)|pharmac(?:y|ies)|staff)\W*",
    re.IGNORECASE,
)
_NAME = compiled(r"\W*(?:[^\W\d]+\W*){1,3}")
_COLUMNS, _FEWEST_ASKED = 3, 2


def without_party_columns(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with the rows of such a table as pairs of a term and what it says."""
    return tuple(_each_table(blocks))


def _each_table(blocks: Sequence[Block]) -> Iterator[Block]:
    for (kind, header, _), run in groupby(blocks, key=lambda block: (block.kind, block.header, block.path)):
        rows = list(run)
        place = _column(header) if kind == "row" else None
        if place is None or not _names_parties([row.cells[place] for row in rows if len(row.cells) == _COLUMNS]):
            yield from rows
            continue
        yield from (_without(row, place) for row in rows if not _is_of_payer(row, place))


def _column(header: Sequence[str]) -> int | None:
    titled = [place for place, title in enumerate(header) if _TITLE.fullmatch(title)]
    return titled[0] if len(header) == _COLUMNS and len(titled) == 1 and titled[0] else None


def _names_parties(cells: Sequence[str]) -> bool:
    """Whether each cell is a name and no more, some of those of whom things are asked."""
    return sum(bool(_ASKED.fullmatch(cell)) for cell in cells) >= _FEWEST_ASKED and all(map(_NAME.fullmatch, cells))


def _is_of_payer(row: Block, place: int) -> bool:
    """Whether a row tells how the payer works, and sets no demand or limit."""
    of_payer = len(row.cells) == _COLUMNS and not _ASKED.fullmatch(row.cells[place])
    return of_payer and not findings_in(": ".join(_without(row, place).cells))


def _without(row: Block, place: int) -> Block:
    others = [other for other in range(_COLUMNS) if other != place]
    return with_columns(row, others) if len(row.cells) == _COLUMNS else row
