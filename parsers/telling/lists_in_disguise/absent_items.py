"""Numbered paragraphs of conditions that another wants absent: "where 7.2 is met and nothing in 7.3 is present"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.criteria.conditions import named
from parsers.language.patterns import compiled
from parsers.lists.markers import bare_marker
from parsers.models import Block

_MARK = r"\(?(?P<mark>\d{1,2}(?:\.\d{1,2})*|[A-H]|[a-h])\b\)?"
_ABSENT = compiled(
    r"\b(?:nothing|none|no (?:bar|condition|item|exclusion|disorder|diagnosis|entry))s?(?: of (?:the|those|these) \w+)?"
    r"(?: (?:is |are )?(?:listed|named|given|set out))? (?:in|of|under|from|at) "
    r"(?:(?:item|paragraph|section|point|list|clause|part|rule|no\.|number)s? )?" + _MARK + r"[^.;]{0,30}?"
    r"\b(?:present|appl(?:y|ies)|found|true|exists?|met|shown|be (?:present|found))\b",
    re.IGNORECASE,
)
_NONE = compiled(r"\W*(?:none|no |not |without)", re.IGNORECASE)
_ITS_MARK = compiled(r"\(?[ivx\da-h]{1,3}[).]\s+", re.IGNORECASE)


def with_absent_items(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with such a paragraph as what "none of the following" leads in."""
    absent = {found["mark"].lower() for block in blocks for found in _ABSENT.finditer(block.text)}
    return tuple(part for block in blocks for part in _barring(block, absent)) if absent else tuple(blocks)


def _barring(block: Block, absent: set[str]) -> Iterator[Block]:
    if block.kind != "item" or bare_marker(block.marker) not in absent or _NONE.match(block.text):
        yield block
        return
    parts = [_ITS_MARK.sub("", part.strip(" .")) for part in block.text.split(";")]
    if not all(any(named(part.lower())) for part in parts):
        yield block
        return
    yield replace(block, text="None of the following:")
    yield from (replace(block, marker="", depth=block.depth + 1, text=part) for part in parts)
