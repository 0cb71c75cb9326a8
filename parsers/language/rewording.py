"""Blocks in common words, and the way back from a clause of them to what the document prints."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from parsers.language.common_words import in_common_words
from parsers.language.patterns import compiled
from parsers.models import Block

_WORD = compiled(r"\w+|[^\w\s]")


def told_in_common_words(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """`blocks`, with the headings over them and their cells, in the words that the readers know."""
    return tuple(_told(block) for block in blocks)


def _told(block: Block) -> Block:
    text, path = in_common_words(block.text), tuple(map(in_common_words, block.path))
    cells, header = tuple(map(in_common_words, block.cells)), tuple(map(in_common_words, block.header))
    if (text, path, cells, header) == (block.text, block.path, block.cells, block.header):
        return block
    return replace(block, text=" | ".join(cells) or text, path=path, cells=cells, header=header)


def as_first_worded(passage: str, clause: str) -> str:
    """The part of `passage` that is read as `clause`, a part of it in common words; `passage` where no part is."""
    before, _, after = in_common_words(passage).partition(clause)
    words = list(_WORD.finditer(passage))
    starts = [word.start() for word in words if _same(passage[: word.start()], before)]
    ends = [word.end() for word in words if _same(passage[word.end() :], after)]
    return passage[starts[-1] : ends[0]] if starts and ends and starts[-1] < ends[0] else passage


def _same(part: str, told: str) -> bool:
    return in_common_words(part).strip() == told.strip()
