"""Tables of rules by drug and use ("Drug | Use | Rule | Value"), and the same as lines with bars between their parts.

What several rows ask for one use of our drug is a list under the drug and the use.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from parsers.answering.answers import DENIED, stated_status
from parsers.criteria.families import findings_in
from parsers.drugs.names import is_drug_name
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.phases.phases import read_phase
from parsers.uses.scopes import is_label

_BAR = " | "
_TITLES = (
    compiled(r"\W*(?:(?:drug|brand|generic|product)(?: name)?|medication|medicine|agent)s?\W*", re.IGNORECASE),
    compiled(r"\W*(?:use|indication|diagnosis|condition)s?\W*", re.IGNORECASE),
    compiled(
        r"\W*(?:rules?|criteri(?:on|a)|requirements?|fields?|elements?|items?|topics?|parameters?|edits?)\W*",
        re.IGNORECASE,
    ),
    compiled(
        r"\W*(?:values?|requirements?|settings?|details?|answers?|rules?|text|what is (?:asked|required))\W*",
        re.IGNORECASE,
    ),
)
_FEWEST = 2
_KINDS = ("paragraph", "item", "heading")


def with_rules_by_use(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with the rules of each use as a list; and what is printed for each of its items."""
    told: list[Block] = []
    printed: dict[str, str] = {}
    for (kind, header, *_), run in groupby(_in_rows(blocks), key=_of_one_use):
        rows = list(run)
        if kind == "row" and _are_titled(header) and len(rows) >= _FEWEST and _asks(rows):
            items = [_item(row) for row in rows]
            told += (_lead(rows[0]), *items)
            printed |= {said.text: row.text for said, row in zip(told[-len(rows) - 1 :], (rows[0], *rows), strict=True)}
        else:
            told += rows
    return tuple(told), printed


def _in_rows(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, with the lines behind one that titles such columns as rows under it."""
    header: tuple[str, ...] = ()
    for block in blocks:
        cells = tuple(part.strip() for part in block.text.split(_BAR)) if block.kind in _KINDS else ()
        if _are_titled(cells):
            header = cells
        elif header and len(cells) == len(header):
            path = tuple(title for title in block.path if title != _BAR.join(header))
            yield replace(block, kind="row", cells=cells, header=header, path=path, depth=0, marker="")
        else:
            header = ()
            yield block


def _are_titled(cells: Sequence[str]) -> bool:
    return len(cells) == len(_TITLES) and all(title.fullmatch(cell) for title, cell in zip(_TITLES, cells, strict=True))


def _of_one_use(block: Block) -> tuple[str, tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    return block.kind, block.header, block.path, block.cells[:2]


def _asks(rows: Sequence[Block]) -> bool:
    """Whether rows are of one use of our drug, and of no phase, and ask for something."""
    drug, use, *_ = rows[0].cells
    if not (is_drug_name(drug) and is_label(use)) or read_phase(use):
        return False
    said = [": ".join(row.cells[2:]) for row in rows]
    refused = any(stated_status(row.cells[-1]) in DENIED for row in rows)
    return not refused and any(map(findings_in, said))


def _lead(row: Block) -> Block:
    return replace(row, kind="paragraph", text=f"{row.cells[0]}, {row.cells[1]}:", cells=(), header=())


def _item(row: Block) -> Block:
    return replace(row, kind="item", depth=1, text=": ".join(row.cells[2:]), cells=(), header=())
