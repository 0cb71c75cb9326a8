"""Statuses that a table gives by letters, which a key beside it explains ("NMN = not medically necessary").

A key may say of a letter that what bears it needs authorization ("N = preauthorization required").
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest

from parsers.answers import bare_status
from parsers.models import Block
from parsers.patterns import compiled
from parsers.statuses import prior_authorization

_PAIR = compiled(
    r"(?<![\w/])(?P<letters>[A-Z][A-Z/&]{0,4})\s*(?:=|:|,|–|-|means|stands for|is)\s*"
    r"(?P<words>[a-z][a-z ,/-]{3,60}?)"
    # "Not covered by the Fund"
    r"(?: by (?:the|this|your|our) [A-Z]?[a-z]+)?\s*"
    r"(?=[.;)]|,? (?:on|if|when|under|with|as|subject)\b|,? (?:and )?[A-Z][A-Z/&]{0,4}\s*(?:=|:|,|–|-)|$)"
)

# "Requires prior authorization", "no preauthorization is needed".
_LONGEST_NEED = 5
# "Y" and "N" answer whatever the title of their column asks ("Generic available").
_ANSWERS = ("Y", "N")
_ASKS = compiled(
    r"\b(?:status|cover\w*|formulary|tier|PA|prior auth\w*|(?:pre-?)?authori[sz]ation|pre-?cert\w*|"
    r"restrictions?|limits?|"
    r"requirements?|notes?|codes?|key|symbols?)\b",
    re.IGNORECASE,
)


def with_statuses_spelled(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with the words of a status in cells that hold its letters alone."""
    keys = [_key(block.text) for block in blocks if block.kind != "row" or len(block.cells) == 1]
    words = {letters: said for key in keys for letters, said in key.items()}
    return tuple(_spelled(block, words) if words and block.kind == "row" else block for block in blocks)


def _spelled(row: Block, words: Mapping[str, str]) -> Block:
    titled = zip_longest(row.cells, row.header[: len(row.cells)], fillvalue="")
    return replace(row, cells=tuple(_said(cell, title, words) for cell, title in titled))


def _said(cell: str, title: str, words: Mapping[str, str]) -> str:
    letters = cell.strip()
    return cell if letters in _ANSWERS and not _ASKS.search(title) else words.get(letters, cell)


def _key(text: str) -> dict[str, str]:
    """The letters of each status that a key explains, or of the need for authorization, with its words."""
    pairs = ((found["letters"], found["words"].strip(" ,")) for found in _PAIR.finditer(text))
    return {letters: words for letters, words in pairs if bare_status(words) or _is_of_need(words)}


def _is_of_need(words: str) -> bool:
    return len(words.split()) <= _LONGEST_NEED and prior_authorization(words) is not None
