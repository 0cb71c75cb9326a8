"""Statuses that a table gives by letters, which a key beside it explains ("NMN = not medically necessary")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parsers.answers import bare_status
from parsers.models import Block
from parsers.patterns import compiled

_PAIR = compiled(
    r"(?<![\w/])(?P<letters>[A-Z][A-Z/&]{0,4})\s*(?:=|:|,|–|-|means|stands for|is)\s*"
    r"(?P<words>[a-z][a-z ,/-]{3,60}?)\s*"
    r"(?=[.;]|,? (?:on|if|when|under|with|as|subject)\b|,? (?:and )?[A-Z][A-Z/&]{0,4}\s*(?:=|:|,|–|-)|$)"
)


def with_statuses_spelled(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with the words of a status in cells that hold its letters alone."""
    keys = [_key(block.text) for block in blocks if block.kind != "row"]
    words = {letters: said for key in keys for letters, said in key.items()}
    return tuple(
        replace(block, cells=tuple(words.get(cell.strip(), cell) for cell in block.cells))
        if words and block.kind == "row"
        else block
        for block in blocks
    )


def _key(text: str) -> dict[str, str]:
    """The letters of each status that a key explains, with its words."""
    pairs = ((found["letters"], found["words"].strip(" ,")) for found in _PAIR.finditer(text))
    return {letters: words for letters, words in pairs if bare_status(words)}
