"""The lines of a table's cell as blocks: marked ones as items, each with what wrapped from it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.language.patterns import compiled
from parsers.lists.markers import read_marker
from parsers.lists.nesting import Nesting
from parsers.models import Block
from parsers.sections.headings import is_connective
from parsers.uses.scopes import is_label

_LABEL = compiled(r"(?P<label>[^\n:–—]{3,90}?)(?::| [-–—] )")
# A line that wrapped goes on in lower case ("… major", "depressive disorder: 4 weeks").
_END_BEFORE_LABEL = compiled(r"(?<![.;:,])\n(?=(?P<label>[A-Z][^\n:–—]{2,90}?)(?::| [-–—] ))")


def blocks_of(cell: str, page: int) -> Iterator[Block]:
    """The items and paragraphs of a cell that the file shows as lines of text."""
    nesting = Nesting()
    for line in _list_lines(cell):
        marked = read_marker(line)
        if marked:
            yield Block("item", marked.rest, page=page, depth=nesting.place(marked), marker=marked.marker)
        else:
            nesting.interrupt()
            yield Block("paragraph", line, page=page)


def _list_lines(cell: str) -> list[str]:
    """The lines of a cell, each with what wrapped from it."""
    lines: list[str] = []
    for line in cell.split("\n"):
        starts = read_marker(line) or not lines or (line[:1].isupper() and lines[-1].endswith((".", ":", ";")))
        if starts or is_connective(line):
            lines.append(line)
        else:
            lines[-1] = f"{lines[-1]} {line}"
    return lines


def in_a_line(cell: str) -> str:
    """A cell on one line; a word that was broken after its hyphen closes up. Lines that each open with the name of a
    use end before the next ("TRD: two failures", "MDSI: an oral antidepressant").
    """
    whole = re.sub(r"(?<=\w-)\n(?=[a-z])", "", cell)
    opening = _LABEL.match(whole)
    if opening and is_label(opening["label"]):
        whole = _END_BEFORE_LABEL.sub(lambda line: ". " if is_label(line["label"]) else " ", whole)
    return whole.replace("\n", " ")
