"""Criteria in tables of a number and a text each, one table inside a cell of another: "3 | One of these: (3.1 | …)"."""

from __future__ import annotations

from collections.abc import Iterator

from bs4 import Tag

from parsers.language.patterns import compiled
from parsers.web.tags import holds

_NUMBER = compiled(r"\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-h])[.):]?")
_CELLS = ("td", "th")
_FEWEST = 2


def as_list(table: Tag) -> Tag | None:
    """A list with the content of such a table, taken out of it; None for any other table."""
    if not holds(table, ("table",)) or not _is_of_steps(table):
        return None
    return _list_of(table)


def _list_of(table: Tag) -> Tag:
    made = Tag(name="ul")
    for row in _rows(table):
        number, text = (cell for cell in row.children if isinstance(cell, Tag) and cell.name in _CELLS)
        said = number.get_text().strip()
        item = Tag(name="li" if said else "p")
        if said:
            item.append(f"{said}. " if said[-1].isalnum() and "." not in said else f"{said} ")
        for part in list(text.contents):
            nested = isinstance(part, Tag) and part.name == "table" and _is_of_steps(part)
            item.append(_list_of(part) if nested and isinstance(part, Tag) else part)
        made.append(item)
    return made


def _is_of_steps(table: Tag) -> bool:
    """Whether each row has a number, or nothing, before its text, and two rows at least have one."""
    rows = [[cell for cell in row.children if isinstance(cell, Tag) and cell.name in _CELLS] for row in _rows(table)]
    if not rows or any(len(cells) != _FEWEST for cells in rows):
        return False
    numbers = [cells[0].get_text().strip() for cells in rows]
    return len([said for said in numbers if said]) >= _FEWEST and all(
        not said or _NUMBER.fullmatch(said) for said in numbers
    )


def _rows(table: Tag) -> Iterator[Tag]:
    """The rows of a table itself, without those of tables in its cells."""
    for part in table.children:
        if isinstance(part, Tag) and part.name == "tr":
            yield part
        elif isinstance(part, Tag) and part.name in ("tbody", "thead", "tfoot"):
            yield from (row for row in part.children if isinstance(row, Tag) and row.name == "tr")
