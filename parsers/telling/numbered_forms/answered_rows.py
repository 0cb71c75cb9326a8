"""Rows of a form that put what is asked beside boxes for its answer: items, under rows that name their phase."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.language.patterns import compiled
from parsers.lists.markers import read_marker
from parsers.models import Block
from parsers.sections.headings import BOLD_DEPTH
from parsers.tables.table_outlines import only_boxes
from parsers.uses.scopes import is_phase_label

_BOX = compiled(r"[☐□❑❏☑☒]|\[ ?\]")
_TITLES_BOXES = compiled(
    r"\W*(?:(?:answers?|responses?|check one|tick one|yes ?(?:/|or) ?no|reply)\W*)?", re.IGNORECASE
)
_IN_BRACKETS = compiled(r"\s*\([^()]*\)")
_LETTER = compiled(
    r"^\W*(?:[A-Z]|\d{1,2}|[IVX]{1,4})[.):]\s+|^\W*(?:section|part) (?:[A-Z]|\d)[.:)]?\s+", re.IGNORECASE
)


def with_answered_rows(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, each row that boxes answer as an item, where a row among them titles those below it by their phase."""
    rows = [block for block in blocks if block.kind == "row"]
    if not any(map(_is_answered, rows)) or not any(_title(row.cells) or _title(row.header) for row in rows):
        return tuple(blocks)
    return tuple(_told(blocks))


def _told(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, a title and the rows below it down to the end of the table as a heading and its items."""
    over: tuple[str, ...] = ()
    last = max(place for place, block in enumerate(blocks) if _is_answered(block))
    for place, block in enumerate(blocks):
        base = _base(block)
        below = next((each for each in blocks[place + 1 :] if each.kind == "row"), block)
        inside = bool(over) and base == over[:-1] and block.kind != "heading" and place <= last
        title = _title(block.cells) if _is_answered(below) else ""
        title = title or ("" if inside or not _is_answered(block) else _title(block.header))
        if title:
            over = (*base, title)
            yield Block("heading", title, block.page, depth=BOLD_DEPTH, path=base)
        over = over if title or inside else ()
        if _is_answered(block) and over:
            yield replace(_item(block), path=over)
        elif not title:
            yield replace(block, path=over) if over else block


def _base(block: Block) -> tuple[str, ...]:
    """The headings above a block, without a title of a phase that spans its table."""
    *above, last = block.path or ("",)
    return tuple(above) if block.kind == "row" and _title((last,)) else block.path


def _is_answered(row: Block) -> bool:
    """Whether a row asks for one thing, beside a cell that holds nothing but boxes."""
    *asked, answer = [cell for cell in row.cells if cell] or [""]
    return row.kind == "row" and len(asked) == 1 and only_boxes(answer) and bool(_BOX.search(answer))


def _title(cells: Sequence[str]) -> str:
    """What a row among them says of a phase ("B. Continuation (6 months) | Answer"); "" where it says another thing."""
    said, *rest = cells or ("",)
    named = is_phase_label(_IN_BRACKETS.sub("", _LETTER.sub("", said)))
    return said if named and all(map(_TITLES_BOXES.fullmatch, rest)) else ""


def _item(row: Block) -> Block:
    """The row as an item, its boxes behind what they answer, as a form without a table has it."""
    said, answer = (cell for cell in row.cells if cell)
    marked = read_marker(said)
    text = f"{marked.rest if marked else said} {answer}"
    return replace(row, kind="item", text=text, depth=1, marker=marked.marker if marked else "", cells=(), header=())
