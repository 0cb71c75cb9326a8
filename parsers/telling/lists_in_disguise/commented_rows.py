"""Tables of demands with a column of comments beside them ("Criterion | Explanatory text", "Must be met | Remarks").

A comment that only tells something would hide what its row asks for: such a row is read as an item without it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from parsers.answering.answers import names_use, stated_status
from parsers.criteria.families import ROOT_KEYS, findings_in
from parsers.criteria.kept import obliges
from parsers.criteria.remnants import states_no_criterion
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block
from parsers.phases.phases import read_phase

_OF_DEMANDS = compiled(
    r"\W*(?:(?:the|our|clinical|coverage|approval|medical necessity|plan) )*(?:criteri(?:a|on)|requirements?|"
    r"conditions?|demands?|must (?:all )?be (?:present|met|true|shown|fulfilled)|(?:is |what is )?(?:required|needed|"
    r"asked(?: for)?)|what we (?:ask(?: for)?|need|require))\W*",
    re.IGNORECASE,
)
_OF_COMMENTS = compiled(
    r"\W*(?:(?:the|our|further|general|explanatory|explaining|interpretive|reviewer(?:'s|s'|s)?|review|staff|"
    r"committee) )*(?:comment(?:s|ary)?|remarks?|explanations?|text|guidance|background|rationale|discussion|"
    r"interpretations?|reasons?|notes?|why)\W*",
    re.IGNORECASE,
)
_OF_NUMBERS = compiled(r"\W*(?:#|nos?|numbers?|items?|lines?)?\W*", re.IGNORECASE)
_A_NUMBER = compiled(r"\W*\w{0,3}\W*")
_ASKS = compiled(
    r"\b(?:must|shall|should|ha(?:s|ve) to|needs?|required?|requires|only|unless|except|if|when|submit|attach|send|"
    r"document\w*|also|at least|no more|not count\w*|counts?|may|can|accepted|acceptable)\b",
    re.IGNORECASE,
)
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where in a row the demand stands, and where the comment."""

    demand: int
    comment: int


def with_comments_apart(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with each row of such a table whose comment asks for nothing as an item: what it demands."""
    told: list[Block] = []
    for _, run in groupby(blocks, _table):
        told += _rows_told(list(run))
    return tuple(told)


def _table(block: Block) -> tuple[object, ...]:
    return (block.kind == "row", block.path, block.header)


def _rows_told(rows: Sequence[Block]) -> Iterator[Block]:
    first = rows[0]
    titles = first.header or first.cells
    columns = _columns(titles) if first.kind == "row" else None
    listed = [row for row in rows if len(row.cells) == len(titles) and row.cells != titles]
    if columns is None or not _are_demands([row.cells[columns.demand] for row in listed]):
        yield from rows
        return
    for row in rows:
        if row in listed:
            yield _as_item(row, columns)
        elif row.cells != titles:
            yield row


def _columns(titles: Sequence[str]) -> _Columns | None:
    """The columns of a table of two, beside one for numbers at most."""
    demands = [place for place, title in enumerate(titles) if _OF_DEMANDS.fullmatch(title)]
    comments = [place for place, title in enumerate(titles) if _OF_COMMENTS.fullmatch(title)]
    numbers = [place for place, title in enumerate(titles) if _OF_NUMBERS.fullmatch(title)]
    one_each = len(demands) == len(comments) == 1 and len(demands + comments + numbers) == len(titles)
    return _Columns(demands[0], comments[0]) if one_each else None


def _are_demands(cells: Sequence[str]) -> bool:
    """Whether most cells ask for something of a patient, and none names a use, a drug, a phase or an answer."""
    if any("\n" in cell or names_use(cell) or named_products(cell) or stated_status(cell) for cell in cells):
        return False
    asked = sum(any(found.key not in ROOT_KEYS for found in findings_in(cell)) for cell in cells)
    return asked >= _FEWEST and 2 * asked >= len(cells) and not any(map(read_phase, cells))


def _as_item(row: Block, columns: _Columns) -> Block:
    """A row as what it demands, where its comment asks for nothing; the row itself where it may ask for more."""
    demand, comment = row.cells[columns.demand], row.cells[columns.comment]
    beside = [cell for place, cell in enumerate(row.cells) if place not in (columns.demand, columns.comment)]
    if not demand.strip() or not all(map(_A_NUMBER.fullmatch, beside)) or not all(map(_tells, sentences(comment))):
        return row
    return replace(row, kind="item", depth=1, text=demand, cells=(), header=())


def _tells(sentence: str) -> bool:
    """Whether a sentence of a comment asks for nothing and lets nobody in."""
    if states_no_criterion(sentence) and not _ASKS.search(sentence):
        return True
    return not (findings_in(sentence) or obliges(sentence) or _ASKS.search(sentence))
