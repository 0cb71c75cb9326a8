"""Rows of a table that name the parts of a form or policy by their number alone ("2a | 8 weeks | 36 devices")."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from parsers.language.glosses import gloss
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.phases.phases import read_phase
from parsers.sections.roles import heading_role
from parsers.uses.indications import mentions

_NOUN = r"(?:section|part|group|box|step|block|use|line|path|criteria|indication|set|list)s?"
_LABEL = r"(?P<label>\d{1,2}[a-z]?|[A-H]\d?|[IVX]{1,4})"
_TITLED = compiled(rf"^\W*(?i:{_NOUN} )?{_LABEL}(?:[.):]| [–—-])\W+(?P<title>[^.;:()]{{3,90}})")
_NAMES = compiled(rf"\W*(?i:{_NOUN} )?{_LABEL}\W*")
# "A, first request", "Renewal, B": a part by its letter, in one phase.
_IN_A_PHASE = (
    compiled(rf"\W*(?i:{_NOUN} )?{_LABEL}\b(?P<phase>\W+[A-Za-z][A-Za-z -]{{3,30}})\W*"),
    compiled(rf"(?P<phase>[A-Za-z][A-Za-z -]{{3,30}}?)(?:\W+|,? (?:of|for) )(?i:{_NOUN} )?{_LABEL}\W*"),
)
_OF_PARTS = compiled(rf"\W*(?i:{_NOUN}|key|no\.|number|#)\W*")
_FEWEST = 2
_AT_FIRST = ", initial request"


def with_keyed_rows(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with the title of the part in brackets in each such row, where the titles tell uses or phases."""
    keyed = {place: label for place, block in enumerate(blocks) if (label := _label(block))}
    others = [block for place, block in enumerate(blocks) if place not in keyed] if len(keyed) >= _FEWEST else []
    titles = _titles(others)
    if not titles or not titles.keys() >= set(keyed.values()):
        return tuple(blocks)
    return tuple(
        _titled(block, titles[keyed[place]]) if place in keyed else block for place, block in enumerate(blocks)
    )


def _label(block: Block) -> str:
    """The part that a row of amounts names in its first cell; "" for any other block."""
    if block.kind == "row" and (len(block.header) < _FEWEST or not _OF_PARTS.fullmatch(block.header[0])):
        return ""
    cell = _named(block)
    named = _NAMES.fullmatch(cell) or _in_a_phase(cell)
    return named["label"] if named else ""


def _named(block: Block) -> str:
    """What a row, or a line of a section of limits, names before its amounts; "" for any other block."""
    if block.kind == "row":
        return block.cells[0]
    named, colon, _ = block.text.partition(": ")
    limits = bool(block.path) and block.kind in ("item", "paragraph") and heading_role(block.path[-1]) == "limits"
    return named if colon and limits else ""


def _in_a_phase(cell: str) -> re.Match[str] | None:
    """A cell that names a part in one phase."""
    found = (form.fullmatch(cell) for form in _IN_A_PHASE)
    return next((named for named in found if named and read_phase(named["phase"])), None)


def _titles(blocks: Sequence[Block]) -> Mapping[str, str]:
    """The title of each part that tells a use or a phase, by its number; the first of two with one number."""
    titles: dict[str, str] = {}
    for block in blocks:
        found = _TITLED.match(f"{block.marker} {block.text}") if block.kind != "row" else None
        if found and (mentions(found["title"]) or read_phase(found["title"])):
            titles.setdefault(found["label"], found["title"].strip())
    # Beside the part of renewals, one that names no phase is of first requests.
    renews = any(read_phase(title) == "renewal" for title in titles.values())
    return {
        label: title if read_phase(title) or not renews else f"{title}{_AT_FIRST}" for label, title in titles.items()
    }


def _titled(row: Block, title: str) -> Block:
    # A row that tells its phase itself is not of the phase that the part has beside others.
    if _in_a_phase(_named(row)):
        title = title.removesuffix(_AT_FIRST)
    if row.kind != "row":
        named = _named(row)
        return replace(row, text=f"{named}{gloss(title)}{row.text[len(named) :]}")
    cells = (f"{row.cells[0]}{gloss(title)}", *row.cells[1:])
    return replace(row, cells=cells, text=" | ".join(cells))
