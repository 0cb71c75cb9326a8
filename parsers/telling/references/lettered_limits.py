"""Limits by the letter of a use alone ("(a) 36 devices per 84 days. (b) 24 devices per 28 days."), with its name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from parsers.language.glosses import glossed
from parsers.language.patterns import compiled
from parsers.lists.markers import bare_marker
from parsers.models import Block
from parsers.sections.roles import heading_role
from parsers.uses.indications import mentions

_LETTER = compiled(r"(?:^|(?<=[.;,] ))\((?P<count>[a-h]|\d|i{1,3})\)\s+(?=\S)", re.IGNORECASE)
_AMOUNT = compiled(r"\d|\b(?:one|two|three|four|six|nine|twelve)\b", re.IGNORECASE)
_LONGEST = 300
_SHORT = 60
_FEWEST = 2
_BRACKETED = compiled(r"\(\w{1,3}\)")


def with_lettered_limits(blocks: Sequence[Block], uses: Mapping[str, str]) -> tuple[Block, ...]:
    """`blocks`, with each part of a line of limits that only a use's letter opens as one of its own, its use in
    brackets behind it. `uses` has the names by their letters.
    """
    return tuple(part for block in blocks for part in _parts(block, uses)) if uses else tuple(blocks)


def _parts(block: Block, uses: Mapping[str, str]) -> Iterator[Block]:
    marked = bare_marker(block.marker)
    in_limits = block.path and heading_role(block.path[-1]) == "limits" and block.kind in ("paragraph", "item")
    if not in_limits or len(block.text) > _LONGEST or mentions(block.text):
        yield block
        return
    said = dict(_said(f"({marked}) {block.text}" if _BRACKETED.match(block.marker) else block.text))
    # A letter alone may be that of an item: one with no more than an amount is none.
    few = 1 if len(block.text) <= _SHORT else _FEWEST
    if len(said) < few or not said.keys() <= uses.keys():
        yield block
        return
    for count, text in said.items():
        yield replace(block, kind="paragraph", marker="", depth=0, text=glossed(text, f"for {uses[count]}"))


def _said(text: str) -> Iterator[tuple[str, str]]:
    """What stands behind each letter, where a text opens with one and each has an amount."""
    letters = list(_LETTER.finditer(text))
    for place, letter in enumerate(letters):
        end = letters[place + 1].start() if place + 1 < len(letters) else len(text)
        part = text[letter.end() : end].strip()
        if letters[0].start() == 0 and _AMOUNT.search(part):
            yield letter["count"].lower(), part
