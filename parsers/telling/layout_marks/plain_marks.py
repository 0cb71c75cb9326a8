"""Marks of plain text in front of lines that a page keeps: "> " before what a message quotes, "** " a level deeper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from parsers.language.patterns import compiled
from parsers.models import Block

_QUOTED = compiled(r">\s*(?P<rest>\S.*)")
# "> 18 years" compares, where no line of its run is of anything else.
_COMPARES = compiled(r">\s*(?:=\s*)?\d")
_DEEPER = compiled(r"(?P<stars>\*{2,3}) (?P<rest>\S.*)")
_FEWEST = 2
_KINDS = ("paragraph", "item")


def with_marks_read(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with the lines of such runs as the items that they are."""
    unquoted: list[Block] = []
    for quoted, run in groupby(blocks, key=lambda block: block.kind in _KINDS and bool(_QUOTED.fullmatch(block.text))):
        lines = list(run)
        marked = quoted and len(lines) >= _FEWEST and not all(_COMPARES.match(line.text) for line in lines)
        unquoted += [replace(line, kind="item", depth=1, text=_rest(line)) for line in lines] if marked else lines
    return tuple(_with_levels(unquoted))


def _rest(line: Block) -> str:
    found = _QUOTED.fullmatch(line.text)
    return found["rest"] if found else line.text


def _with_levels(blocks: Sequence[Block]) -> list[Block]:
    """`blocks`, with lines of several stars as items under the one of a single star; a note bears a mark like them."""
    starred = sum(bool(_DEEPER.fullmatch(block.text)) for block in blocks)
    levels: list[Block] = []
    for block in blocks:
        found = _DEEPER.fullmatch(block.text) if block.kind == "paragraph" else None
        if found and starred >= _FEWEST and levels and levels[-1].kind == "item":
            levels.append(replace(block, kind="item", depth=len(found["stars"]), text=found["rest"]))
        else:
            levels.append(block)
    return levels
