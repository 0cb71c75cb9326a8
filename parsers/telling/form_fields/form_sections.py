"""Sections of a form whose title is a word of back matter over questions to tick ("Questions", "Rating scales") or
over blanks to fill in ("Drug information").

What boxes answer is asked for whatever its title: elsewhere such words stand over whom to call and what to read. Beside
the blanks a form says how much is supplied and what to send along.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.phases.phases import read_phase
from parsers.sections.roles import heading_role
from parsers.tables.table_outlines import only_boxes
from parsers.telling.answered_pairs import BOX
from parsers.uses.indications import mentions

_BACK_MATTER = ("boilerplate", "background", "definitions", "evidence", "references", "history", "other")
_TO_TICK = compiled(
    rf"\?\W*?(?:{BOX}|\[\]|_{{2,}}|\(\s?\))?\s*\b(?:yes|no)\b[^?☐□❑❏]{{0,60}}?(?:{BOX}|\[\]|_{{2,}}|"
    rf"\(\s?\))\s*\b(?:yes|no)\b"
    rf"|\?\s*\b(?:yes|no)\s*(?:{BOX}|\[\]|_{{2,}})\s*\b(?:yes|no)\s*(?:{BOX}|\[\]|_{{2,}})",
    re.IGNORECASE,
)
_TO_FILL_IN = compiled(r":\s*_{3,}")
_TITLE = "Clinical questions"
# What titles nothing but the request itself.
_OF_REQUEST = "Requested"
_FEWEST = 2


def with_form_sections(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, each such title as one of questions."""
    return tuple(_retitled(blocks))


def _retitled(blocks: Sequence[Block]) -> Iterator[Block]:
    over: tuple[str, ...] = ()
    title = ""
    for place, block in enumerate(blocks):
        inside = bool(over) and block.path[: len(over)] == over
        if block.kind == "heading" and not inside:
            title = _title_of_form(blocks, place)
            over = (*block.path, block.text) if title else ()
            yield replace(block, text=title) if title else block
        elif inside:
            yield replace(block, path=(*over[:-1], title, *block.path[len(over) :]))
        else:
            yield block


def _title_of_form(blocks: Sequence[Block], place: int) -> str:
    """What a title of back matter that names no use and no phase is to be called by what stands under it; "" where it
    is what it says.
    """
    title = blocks[place].text
    role = heading_role(title)
    if role not in _BACK_MATTER or read_phase(title) or mentions(title):
        return ""
    if _hides_questions(blocks, place):
        return _TITLE
    return _OF_REQUEST if role == "background" and _is_over_blanks(blocks, place) else ""


def _is_over_blanks(blocks: Sequence[Block], place: int) -> bool:
    below = [block.text for block in blocks[place + 1 : place + 2 * _FEWEST] if block.kind == "paragraph"]
    return sum(bool(_TO_FILL_IN.search(text)) for text in below) >= _FEWEST


def _hides_questions(blocks: Sequence[Block], place: int) -> bool:
    """Whether a title stands over questions to tick."""
    over = (*blocks[place].path, blocks[place].text)
    under = takewhile(lambda block: block.path[: len(over)] == over, blocks[place + 1 :])
    below = [block for block in under if block.kind != "heading"]
    asked = sum(map(is_to_tick, below))
    return asked >= _FEWEST and asked * 2 >= len(below)


def is_to_tick(block: Block) -> bool:
    """Whether a block asks a question with boxes or blanks for yes and no."""
    if block.kind == "row":
        return "?" in block.text and any(map(only_boxes, block.cells))
    return "?" in block.text and bool(_TO_TICK.search(block.text))
