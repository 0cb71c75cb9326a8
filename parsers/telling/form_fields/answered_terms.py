"""Questions of a form that are terms or titles, with nothing but the boxes for their answers below, or rows that hold
their own boxes: items of what is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.telling.answered_pairs import BOX
from parsers.telling.form_fields.form_sections import is_to_tick

_KINDS = ("term", "heading")
# The first box may have been taken for the mark of an item.
_ANSWERS = compiled(
    rf"\s*(?:(?:{BOX}|\[\]|_{{2,}})\s*)?(?:yes|no)\b[\s/,]*(?:{BOX}|\[\]|_{{2,}})[\s/,]*(?:(?:yes|no|n/?a)\b[\s/,]*"
    rf"(?:{BOX}|\[\]|_{{2,}})?[\s/,]*)+",
    re.IGNORECASE,
)
_NUMBER = compiled(r"\W*\d{1,2}[a-z]?\W*")
_FEWEST = 2
_BOXES = "☐ Yes ☐ No"


def with_answered_terms(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, each such question as an item with boxes behind it."""
    told = list(_told(blocks))
    asked = [place for place, block in enumerate(told) if block.kind == "row" and "?" in block.text]
    rows = [place for place in asked if _asked_alone(told[place])]
    # Beside questions that are told in another way they would be a list of their own.
    if len(rows) < _FEWEST or rows != asked:
        return tuple(told)
    return tuple(_as_item(block) if place in rows else block for place, block in enumerate(told))


def _asked_alone(row: Block) -> bool:
    """Whether a row, be it behind its number, holds a question with its own boxes and nothing else."""
    said = [cell for cell in row.cells if cell.strip() and not _NUMBER.fullmatch(cell)]
    return len(said) == 1 and is_to_tick(replace(row, kind="paragraph", text=said[0]))


def _as_item(row: Block) -> Block:
    *number, asked = [cell for cell in row.cells if cell.strip()]
    marker = f"{number[0].strip(' .)')}." if number else ""
    return replace(row, kind="item", depth=1, marker=marker, text=asked, cells=(), header=())


def _told(blocks: Sequence[Block]) -> Iterator[Block]:
    answered = False
    for place, (block, after) in enumerate(zip_longest(blocks, blocks[1:])):
        if answered:
            answered = False
            continue
        asks = block.kind in _KINDS and block.text.rstrip().endswith("?")
        answered = asks and after is not None and bool(_ANSWERS.fullmatch(after.text)) and _is_alone(blocks, place)
        yield replace(block, kind="item", depth=1, text=f"{block.text} {_BOXES}") if answered else block


def _is_alone(blocks: Sequence[Block], place: int) -> bool:
    """Whether what stands under a question is its answer and no more."""
    ends = blocks[place + 2] if place + 2 < len(blocks) else None
    return ends is None or (*blocks[place].path, blocks[place].text) != ends.path or blocks[place].kind == "term"
