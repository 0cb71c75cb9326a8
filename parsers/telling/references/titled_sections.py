"""Limits that name a use by the section that it titles: "Under the section Resistant depression, approvals last …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parsers.language.patterns import compiled
from parsers.language.spans import SPAN
from parsers.models import Block
from parsers.telling.words_of_steps import places_of
from parsers.uses.indications import Mention, mentions
from parsers.uses.scopes import is_label

_NOUN = r"(?:section|part|heading|chapter)"
_BEFORE = compiled(
    rf"(?P<under>\bunder )?\bthe {_NOUN}(?: (?:titled|entitled|headed|called|named|on|for|about|of))? [\"“'‘]?$",
    re.IGNORECASE,
)
_AFTER = compiled(rf"^[\"”'’]?,? {_NOUN}\b", re.IGNORECASE)
_THE = compiled(r"(?P<under>\bunder )?\bthe [\"“'‘]?$", re.IGNORECASE)
_QUOTE = compiled(r"^[\"”'’]")
_LOOKED_FOR = compiled(rf"\b{_NOUN}\b", re.IGNORECASE)
# "See the section on depression" sends the reader there.
_SENDS = compiled(r"\b(?:see|refer to|go to|complete|listed|described|found)\b", re.IGNORECASE)
_FEWEST = 2


def with_titled_sections(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with a use alone where a sentence with a length of time names the section that is titled by it; and
    what is printed for each of these.
    """
    titles = {
        named.indication
        for block in blocks
        if block.kind == "heading" and is_label(block.text)
        for named in mentions(block.text)
    }
    told = list(blocks)
    restated: dict[str, str] = {}
    for place in places_of(_LOOKED_FOR, blocks) if len(titles) >= _FEWEST else ():
        block = blocks[place]
        if block.kind not in ("paragraph", "item") or not SPAN.search(block.text) or _SENDS.search(block.text):
            continue
        named = [each for each in mentions(block.text) if each.indication in titles]
        text = _without_sections(block.text, named)
        if text != block.text:
            told[place] = replace(block, text=text)
            restated[text] = block.text
    return tuple(told), restated


def _without_sections(text: str, named: Sequence[Mention]) -> str:
    """A text whose sections by these uses are the uses."""
    for use in reversed(named):
        before, after = text[: use.start], text[use.end :]
        if said := _BEFORE.search(before):
            text = f"{_until(said)}{text[use.start : use.end]}{_QUOTE.sub('', after)}"
        elif (said := _THE.search(before)) and (noun := _AFTER.match(after)):
            text = f"{_until(said)}{text[use.start : use.end]}{after[noun.end() :]}"
    return text


def _until(said: re.Match[str]) -> str:
    """What stands before a section; what is approved under one is approved for its use."""
    under = said["under"] or ""
    return said.string[: said.start()] + (under and ("For " if under[0].isupper() else "for "))
