"""Rows of a table that name the parts of a form or policy by their number alone ("2a | 8 weeks | 36 devices")."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from parsers.glosses import gloss
from parsers.indications import mentions
from parsers.models import Block
from parsers.patterns import compiled
from parsers.phases import read_phase

_NOUN = r"(?:section|part|group|box|step|block|use|line|path)s?"
_LABEL = r"(?P<label>\d{1,2}[a-z]?|[A-H]\d?)"
_TITLED = compiled(rf"^\W*(?i:{_NOUN} )?{_LABEL}[.):]\W+(?P<title>[^.;:()]{{3,90}})")
_NAMES = compiled(rf"\W*(?i:{_NOUN} )?{_LABEL}\W*")
_OF_PARTS = compiled(rf"\W*(?i:{_NOUN}|key|no\.|number|#)\W*")
_FEWEST = 2


def with_keyed_rows(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with the title of the part in brackets in each such row, where the titles tell uses or phases."""
    keyed = {place: label for place, block in enumerate(blocks) if (label := _label(block))}
    titles = _titles(blocks) if len(keyed) >= _FEWEST else {}
    if not titles or not titles.keys() >= set(keyed.values()):
        return tuple(blocks)
    return tuple(
        _titled(block, titles[keyed[place]]) if place in keyed else block for place, block in enumerate(blocks)
    )


def _label(block: Block) -> str:
    """The part that a row of amounts names in its first cell; "" for any other block."""
    if block.kind != "row" or len(block.header) < _FEWEST or not _OF_PARTS.fullmatch(block.header[0]):
        return ""
    named = _NAMES.fullmatch(block.cells[0])
    return named["label"] if named else ""


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
        label: title if read_phase(title) or not renews else f"{title}, initial request"
        for label, title in titles.items()
    }


def _titled(row: Block, title: str) -> Block:
    cells = (f"{row.cells[0]}{gloss(title)}", *row.cells[1:])
    return replace(row, cells=cells, text=" | ".join(cells))
