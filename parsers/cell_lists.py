"""The lines of a table's cell as blocks: marked ones as items, each with what wrapped from it."""

from __future__ import annotations

from collections.abc import Iterator

from parsers.headings import is_connective
from parsers.markers import Nesting, read_marker
from parsers.models import Block


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
