"""Notices that answer only under a title which in a policy is of its history or of no
interest ("What is changing", "General information").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parsers.language.patterns import compiled
from parsers.models import Block

_WHAT = r"what(?:['’]s| is| has| will be)? (?:new|chang\w+)"
_DRUG = r"(?:esketamine|spravato|ketamine|infusions?|therapy|nasal spray|and|\(|\))"
_TITLE = compiled(
    rf"\W*(?:{_WHAT}|change summary|(?:(?:medical|policy|coverage|benefit|plan|summary of(?: the)?|recent|upcoming|"
    rf"{_DRUG}|20\d\d) )*(?:changes?|updates?|amendments?)(?: no\.? \d+)?"
    rf"(?:\s*(?:[:–—-]|for|to|on|of)\s*(?:(?:the )?(?:{_DRUG} ?)+|{_WHAT}))?"
    # "Ketamine policy revisions": without a drug's name these are a log.
    rf"|(?:{_DRUG} )+(?:policy )?revisions?)\W*",
    re.IGNORECASE,
)
# A log has its dates first.
_LOGGED = compiled(
    r"^\W*(?:\d{1,2}[/.-]\d|(?:19|20)\d\d\b|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.? (?:\d|of ))",
    re.IGNORECASE,
)
# A title of no role of its own.
_PLAIN = "Announcement"


def with_changes_opened(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with such titles as plain ones, where what stands under them is no log: for pages silent elsewhere."""
    return tuple(_plain(block) for block in blocks) if not any(map(_is_logged, blocks)) else tuple(blocks)


def _is_logged(block: Block) -> bool:
    return any(map(_TITLE.fullmatch, block.path)) and (block.kind == "row" or bool(_LOGGED.match(block.text)))


def _plain(block: Block) -> Block:
    path = tuple(_PLAIN if _TITLE.fullmatch(title) else title for title in block.path)
    titles = block.kind == "heading" and _TITLE.fullmatch(block.text)
    return replace(block, text=_PLAIN if titles else block.text, path=path)
