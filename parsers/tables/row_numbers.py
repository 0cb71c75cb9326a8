"""Tables whose first column only numbers their rows: what stands beside a number is the topic of its row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from parsers.flows.flow_answers import sends_on
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.phases.phases import read_phase
from parsers.uses.indications import mentions

# A number, a topic and what holds for each of two uses or phases; a narrower table is a numbered list, unless its
# second column holds no more than topics.
_NUMBERED = frozenset({"#", "no", "№", "nr", "line", "row", "seq", "line no", "row no"})
# "D.2.f", "4.1": the number of a row's paragraph, under "Section" or no title at all.
_OF_PARAGRAPHS = frozenset(
    {"", "section", "sec", "§", "ref", "reference", "item", "para", "paragraph", "rule", *_NUMBERED}
)
_MARK = compiled(r"\W*(?:[A-Z]|\d{1,2}|[IVX]{1,4})(?:[.-](?:\d{1,2}|[A-Za-z]))+\W*")
_BOX = compiled(r"(?:\W|_|\b(?:yes|no|n/?a|met|x)\b)*", re.IGNORECASE)
_STEPS = (1, 10, 100)
_FEWEST_CELLS, _FEWEST_ROWS, _TOPIC_WORDS, _LONG_TOPIC_WORDS = 4, 3, 4, 6


def without_row_numbers(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, the rows of tables without a column that counts them from one; a row may be missing in between."""
    return tuple(_each_table(blocks))


def without_paragraph_number(row: Block) -> Block:
    """`row` without a first cell that only gives the number of its paragraph; all its cells are printed still."""
    title = row.header[0].strip(" .:").lower() if row.header else ""
    numbered = len(row.cells) >= _FEWEST_CELLS - 1 and title in _OF_PARAGRAPHS and _MARK.fullmatch(row.cells[0])
    return replace(row, cells=row.cells[1:], header=row.header[1:]) if numbered else row


def _each_table(blocks: Sequence[Block]) -> Iterator[Block]:
    for (kind, _, _), run in groupby(blocks, key=lambda block: (block.kind, block.header, block.path)):
        rows = list(run)
        rows = _titled(rows) if kind == "row" else rows
        yield from map(_without_number, rows) if kind == "row" and _counts_rows(rows) else rows


def _titled(rows: list[Block]) -> list[Block]:
    """`rows` under their first one where that titles a column of numbers, and no file says so."""
    first, *rest = rows
    titles = bool(rest) and not first.header and _titles_numbers(first.cells[:1])
    same = titles and all(len(row.cells) == len(first.cells) for row in rest)
    named = [replace(row, header=first.cells) for row in rest] if same else []
    return named if named and _counts_rows(named) else rows


def _titles_numbers(titles: Sequence[str]) -> bool:
    return any(title.strip(" .:").lower() in _NUMBERED for title in titles[:1])


def _counts_rows(rows: Sequence[Block]) -> bool:
    wide = all(len(row.cells) >= _FEWEST_CELLS for row in rows) or _has_topics(rows)
    if any(sends_on(row.text) for row in rows):
        return False  # The numbers are where answers send the reader.
    if len(rows) < _FEWEST_ROWS or not wide or not all(row.cells[0].strip(" .)").isdecimal() for row in rows):
        return False
    numbers = [int(row.cells[0].strip(" .)")) for row in rows]
    # By ones, or by tens as old forms leave room between their lines.
    step = numbers[0]
    return step in _STEPS and all(after - before in (step, 2 * step) for before, after in pairwise(numbers))


def _has_topics(rows: Sequence[Block]) -> bool:
    """Whether each row is a number, the name of a topic and what is said of it."""
    if not rows[0].header:
        return _has_bare_topics(rows)
    if not all(len(row.cells) == _FEWEST_CELLS - 1 == len(row.header) for row in rows):
        return False
    # Under the name of a phase or a use stands what is asked in it.
    if read_phase(rows[0].header[1]) or mentions(rows[0].header[1]):
        return False
    if _titles_numbers(rows[0].header):
        return all(0 < len(row.cells[1].split()) <= _LONG_TOPIC_WORDS for row in rows)
    short = all(0 < len(row.cells[1].split()) <= _TOPIC_WORDS for row in rows)
    return short and sum(len(row.cells[2]) for row in rows) > sum(len(row.cells[1]) for row in rows)


def _has_bare_topics(rows: Sequence[Block]) -> bool:
    """Whether each row of a table without titles is a number, a topic and what is said of it, which no box answers."""
    wide = all(len(row.cells) == _FEWEST_CELLS - 1 for row in rows)
    return wide and all(
        0 < len(row.cells[1].split()) <= _LONG_TOPIC_WORDS and not _BOX.fullmatch(row.cells[2]) for row in rows
    )


def _without_number(row: Block) -> Block:
    cells = row.cells[1:]
    return replace(row, text=" | ".join(cells), cells=cells, header=row.header[1:])
