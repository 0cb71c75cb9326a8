"""Boxes of a form of which several have to be ticked ("Which antidepressants have failed? (Check at least two) ☐ …"):
the demand that they make together.

Without the count one box would be enough, or all of them would be asked for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.tables.table_outlines import only_boxes
from parsers.telling.answered_pairs import BOX

_ONE_OR_MORE = r"(?P<{0}>[2-5]|two|three|four|five)(?: ?\(\d\))?"
_COUNT = compiled(
    rf"\b(?:at least|(?:a )?minimum(?: of)?|no fewer than) {_ONE_OR_MORE.format('least')}\b"
    rf"|\b{_ONE_OR_MORE.format('more')} or more\b"
    rf"|\b{_ONE_OR_MORE.format('must')} (?:boxes )?(?:must be|are|is) (?:checked|ticked|required|needed|marked)\b",
    re.IGNORECASE,
)
_FAILED = compiled(
    r"\b(?:fail\w*|did not (?:work|help|respond)|(?:without|no|inadequate|insufficient) (?:success|response|benefit)|"
    r"ineffective|not (?:worked|helped|responded))\b",
    re.IGNORECASE,
)
_NOT_OURS = compiled(
    r"\b(?:none|not (?:be )?(?:approv|cover)\w*|unless|except|weeks?|classes|each (?:for|at|of|with))\b", re.IGNORECASE
)
_INLINE = compiled(rf"(?P<lead>[^☐□❑❏]{{10,240}}?)\s*(?P<options>(?:{BOX}[^☐□❑❏]{{2,60}}){{2,}})")
_ANY_OTHER = compiled(r"^\W*(?:other|another)\b|_{3,}", re.IGNORECASE)
_ASKS = compiled(r"[?:.)]\s*$")
_YES_OR_NO = compiled(r"^\W*(?:yes|no|n/?a)\b", re.IGNORECASE)
_MOST_WORDS_OF_OPTION = 4
_FEWEST = 2


def with_counted_choices(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, such a lead and its boxes as one demand; and for each of these what is printed."""
    told: list[Block] = []
    restated: dict[str, str] = {}
    place = 0
    while place < len(blocks):
        block = blocks[place]
        lead, options, taken = _choice_at(blocks, place)
        demand = _demand(lead, options)
        told.append(replace(block, text=demand, cells=_in_cells(block, demand)) if demand else block)
        if demand:
            restated[demand] = " ".join(each.text for each in blocks[place : place + taken])
        place += taken if demand else 1
    return tuple(told), restated


def _said(block: Block) -> str:
    """What a block asks, be it in the one cell of its row that says anything."""
    if block.kind != "row":
        return block.text if block.kind in ("item", "paragraph") else ""
    said = [cell for cell in block.cells if re.search(r"[A-Za-z]{3}", cell) and not only_boxes(cell)]
    return said[0] if len(said) == 1 else ""


def _in_cells(block: Block, demand: str) -> tuple[str, ...]:
    said = _said(block)
    return tuple(demand if cell == said else cell for cell in block.cells)


def _choice_at(blocks: Sequence[Block], place: int) -> tuple[str, list[str], int]:
    """A lead, its options and how many blocks they take up."""
    text = " ".join(_said(blocks[place]).split("\n"))
    if not _COUNT.search(text):
        return "", [], 1
    if found := _INLINE.fullmatch(text):
        return found["lead"], [option.strip(" ,;.") for option in re.split(BOX, found["options"]) if option.strip()], 1
    options: list[str] = []
    for block in blocks[place + 1 :]:
        if block.kind != "item" or block.marker or len(block.text.split()) > _MOST_WORDS_OF_OPTION:
            break
        options.append(block.text.strip(" ,;."))
    return text, options, len(options) + 1


def _demand(lead: str, options: Sequence[str]) -> str:
    """What a lead asks of its options; with one that is left open any drug counts. "" where it asks otherwise."""
    count = _COUNT.search(lead)
    fails = count and _FAILED.search(lead) and _ASKS.search(lead) and not _NOT_OURS.search(lead)
    if not fails or len(options) < _FEWEST or any(map(_YES_OR_NO.match, options)):
        return ""
    number = next(filter(None, count.groups())) if count else ""
    of_kind = " antidepressants" if "antidepress" in lead.lower() else ""
    named = [option for option in options if not _ANY_OTHER.search(option)]
    if len(named) < len(options) and of_kind:
        return f"At least {number}{of_kind} have failed"
    return f"At least {number} of the following{of_kind} have failed: {', '.join(named)}"
