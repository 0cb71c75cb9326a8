"""A rule as it was beside the rule as it is ("Current criteria" and "New criteria", "Was" and "Will be").

A bulletin that announces a change prints both, in two columns, under two titles or in two lines: only what holds from
the change on is asked for. What stood before it goes, unless the new side says that it stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from parsers.models import Block
from parsers.telling.lapsed_rules.replaced_wording import AROUND, KEPT_AS_IS, is_replaced_by

Blocks = tuple[Block, ...]


def without_replaced_rules(blocks: Sequence[Block]) -> Blocks:
    """`blocks` without the column, the section and the line of what a new one beside it takes the place of."""
    return tuple(_without_lines(_without_sections([_without_column(block) for block in blocks])))


def _without_column(row: Block) -> Block:
    """A row without the cell of the old rule; that cell in place of a new one that only says it stays."""
    titles = row.header
    found = _replaced_column(titles) if titles and len(row.cells) == len(titles) else None
    if found is None:
        return row
    old, new = found
    cells = list(row.cells)
    if KEPT_AS_IS.fullmatch(cells[new]):
        cells[new] = cells[old]
    del cells[old]
    return replace(row, text=" | ".join(cells), cells=tuple(cells), header=(*titles[:old], *titles[old + 1 :]))


# All rows of a table have the same titles.
@lru_cache(maxsize=64)
def _replaced_column(titles: tuple[str, ...]) -> tuple[int, int] | None:
    """The places of the title of an old rule and of the new one that takes its place; None where there are none."""
    places = range(len(titles))
    return next(((old, new) for old in places for new in places if is_replaced_by(titles[old], titles[new])), None)


def _without_sections(blocks: Sequence[Block]) -> Iterator[Block]:
    """`blocks` without the sections whose title is that of the old rule, where one beside it has that of the new."""
    titles = [block for block in blocks if block.kind == "heading"]
    replaced = [title for title in titles if any(_beside(title, other) for other in titles)]
    depth = 0
    for block in blocks:
        if block.kind == "heading":
            depth = block.depth if block in replaced else 0 if block.depth <= depth else depth
        if not depth:
            yield block


def _beside(title: Block, other: Block) -> bool:
    """Whether two titles of one rank, inside the same section, are of the old and of the new rule of one thing."""
    if (title.path, title.depth) != (other.path, other.depth):
        return False
    (whose, _, old), (whose_other, _, new) = title.text.rpartition(" | "), other.text.rpartition(" | ")
    return whose == whose_other and is_replaced_by(old, new)


def _without_lines(blocks: Iterator[Block]) -> Iterator[Block]:
    """`blocks` without a line, row or list that a label calls the old rule, beside one called the new."""
    kept = list(blocks)
    labels = [_label(block) for block in kept]
    leading = [place for place, label in enumerate(labels) if label]
    pairs = [pair for one, other in pairwise(leading) for pair in ((one, other), (other, one))]
    gone = {old for old, new in pairs if _same_kind(kept[old], kept[new]) and is_replaced_by(labels[old], labels[new])}
    inside = False
    for place, block in enumerate(kept):
        inside = place in gone or (inside and not labels[place] and block.kind == "item" and _only_label(kept, place))
        if not inside:
            yield block


def _same_kind(block: Block, other: Block) -> bool:
    return (block.kind, block.path, block.depth) == (other.kind, other.path, other.depth)


def _only_label(blocks: Sequence[Block], place: int) -> bool:
    """Whether the items up to `place` stand below a line that is nothing but its label."""
    above = next(block for block in reversed(blocks[:place]) if _label(block))
    return above.text.rstrip().endswith(":") and above.path == blocks[place].path


def _label(block: Block) -> str:
    """What a line is called by what it opens with, before a colon or in the first cell; "" where nothing."""
    if block.kind == "row":
        return block.cells[0] if block.cells and not block.header else ""
    label, colon, _ = block.text.partition(":")
    # "Before: take the blood pressure. After: watch for two hours." is of a dose.
    return label if colon and block.kind in ("paragraph", "item") and not AROUND.fullmatch(label) else ""
