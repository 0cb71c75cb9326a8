"""Sections of a form whose title is a word of back matter over questions to tick ("Questions", "Rating scales").

What boxes answer is asked for whatever its title: elsewhere such words stand over whom to call and what to read.
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
_TITLE = "Clinical questions"
_FEWEST = 2


def with_form_sections(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, each such title as one of questions."""
    return tuple(_retitled(blocks))


def _retitled(blocks: Sequence[Block]) -> Iterator[Block]:
    over: tuple[str, ...] = ()
    for place, block in enumerate(blocks):
        inside = bool(over) and block.path[: len(over)] == over
        if block.kind == "heading" and not inside:
            over = (*block.path, block.text) if _hides_questions(blocks, place) else ()
            yield replace(block, text=_TITLE) if over else block
        elif inside:
            yield replace(block, path=(*over[:-1], _TITLE, *block.path[len(over) :]))
        else:
            yield block


def _hides_questions(blocks: Sequence[Block], place: int) -> bool:
    """Whether a title of back matter that names no use and no phase stands over questions to tick."""
    title = blocks[place].text
    if heading_role(title) not in _BACK_MATTER or read_phase(title) or mentions(title):
        return False
    over = (*blocks[place].path, title)
    under = takewhile(lambda block: block.path[: len(over)] == over, blocks[place + 1 :])
    below = [block for block in under if block.kind != "heading"]
    asked = sum(map(is_to_tick, below))
    return asked >= _FEWEST and asked * 2 >= len(below)


def is_to_tick(block: Block) -> bool:
    """Whether a block asks a question with boxes or blanks for yes and no."""
    if block.kind == "row":
        return "?" in block.text and any(map(only_boxes, block.cells))
    return "?" in block.text and bool(_TO_TICK.search(block.text))
