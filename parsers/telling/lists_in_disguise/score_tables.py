"""Tables of scales and the score that each must reach ("PHQ-9 | 10 or more"), as a list under what leads them in.

Under an item of a list such a table was passed over, so that nobody asked for a severity.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from parsers.criteria.scales import TOKENS
from parsers.criteria.wording import read_words
from parsers.language.lead_ins import leads_in
from parsers.language.patterns import compiled
from parsers.models import Block

_SCALE_AND_SCORE = 2
_MOST_WORDS_OF_A_SCALE = 8
_NUMBER = compiled(r"^\W*(?P<score>\d{1,3})(?: points?)?\W*$", re.IGNORECASE)
_COMPARED = compiled(
    r"^\W*(?:(?:a )?(?:total |baseline )?(?:score )?(?:of )?"
    r"(?:at least|not? less than|more than|over|above|greater than|[≥>]=?) ?\d{1,3}(?: points?)?"
    r"|\d{1,3} ?(?:\+|(?:points? )?(?:or|and) (?:more|higher|above|greater|over|up)))\W*$",
    re.IGNORECASE,
)
# A mark that the score must fall to is none that it must reach.
_FALLS = compiled(
    r"\b(?:remission|below|under|less|lower|fall\w*|fell|drop\w*|reduc\w+|declin\w+|decreas\w+|improv\w+|respon[sd]\w*|"
    r"at most|no more)\b",
    re.IGNORECASE,
)


def with_scores_listed(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with the rows of such a table as items under the line before it; a bare number is the least score."""
    if not any(len(block.cells) == _SCALE_AND_SCORE and _names_scale(block.cells[0]) for block in blocks):
        return tuple(blocks)
    return tuple(_each_table(blocks))


def _each_table(blocks: Sequence[Block]) -> Iterator[Block]:
    lead: Block | None = None
    for (kind, _, _), run in groupby(blocks, key=lambda block: (block.kind, block.header, block.path)):
        rows = list(run)
        scores = _scores(rows, lead) if kind == "row" and lead else None
        yield from rows if scores is None else scores
        lead = rows[-1]


def _scores(rows: Sequence[Block], lead: Block) -> list[Block] | None:
    """The items that rows are under a line that leads them in; None where a row is of anything else."""
    if lead.kind not in ("paragraph", "item") or not leads_in(lead.text):
        return None
    falls = bool(_FALLS.search(lead.text) or any(_FALLS.search(title) for title in rows[0].header))
    told = [_told(row, falls=falls) for row in rows]
    depth = lead.depth + 1 if lead.kind == "item" else 1
    items = [
        replace(row, kind="item", depth=depth, text=text, cells=(), header=())
        for row, text in zip(rows, told, strict=True)
        if text
    ]
    return items if len(items) == len(rows) else None


def _told(row: Block, *, falls: bool) -> str:
    """A scale and its score in one line; "" for any other row."""
    if len(row.cells) != _SCALE_AND_SCORE or not _names_scale(row.cells[0]):
        return ""
    scale, score = row.cells
    if bare := None if falls else _NUMBER.match(score):
        return f"{scale} score of at least {bare['score']}"
    return f"{scale}: {score}" if _COMPARED.match(score) else ""


def _names_scale(cell: str) -> bool:
    words = read_words(cell)
    return len(words.split()) <= _MOST_WORDS_OF_A_SCALE and any(token in words for token in TOKENS)
