"""Columns of a form that the payer fills in itself ("Filled in by the office | Filled in by the plan"): not asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.telling.kept_columns import with_columns
from parsers.telling.silent_cells.office_fields import without_office_fields

_FILLS = r"(?:(?:to be )?(?:filled (?:in|out)|completed?|entered|answered|written|marked) by|for use by|for)"
_ASKER = (
    r"(?:the |your |an? )?(?:[\w'’-]+ )?(?:office|prescriber|provider|doctor|physician|clinic|clinician|practice|"
    r"requester|patient|member|site|prescribing \w+)(?:'s office)?"
)
_BY_ASKER = compiled(rf"\W*(?:{_FILLS} {_ASKER}|{_ASKER}(?:['’]s)? (?:part|section|answers?|column))\W*", re.IGNORECASE)
_PAYER = r"(?:plan|payer|insurer|reviewer|fund|pharmacy department|clerk|company|us|health plan|intake|utilization \w+)"
_BY_PAYER = compiled(
    r"\W*(?:(?:to be )?(?:filled (?:in|out)|completed?|entered|answered|written|marked) by "
    rf"(?!{_ASKER}\W*$)[\w .'’&-]{{2,40}}"
    rf"|(?:for )?(?:the |our )?{_PAYER}(?:['’]s)?(?: only)?(?: use)?(?: only)?"
    r"|(?:for )?(?:internal|our) use(?: only)?)\W*",
    re.IGNORECASE,
)
_FEWEST = 2


def without_payers_columns(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, without such a column, where the row of titles gives another to whoever asks, and without the fields
    that the payer fills in.
    """
    return without_office_fields(tuple(_each_table(blocks)))


def _each_table(blocks: Sequence[Block]) -> Iterator[Block]:
    for (kind, _, count), run in groupby(blocks, key=lambda block: (block.kind, block.path, len(block.cells))):
        rows = list(run)
        titles = (rows[0].header or rows[0].cells) if kind == "row" else ()
        kept = [place for place, title in enumerate(titles) if not _BY_PAYER.fullmatch(title)]
        asked = count >= _FEWEST and len(kept) < len(titles) == count and any(map(_BY_ASKER.fullmatch, titles))
        yield from (_kept(row, kept) for row in rows if row.cells != titles) if asked else rows


def _kept(row: Block, places: Sequence[int]) -> Block:
    kept = with_columns(row, places)
    return replace(kept, kind="paragraph", cells=(), header=()) if len(places) == 1 else kept
