"""Rows of a label and what it says, built of plain boxes as a table would be: a grid made by style sheets."""

from __future__ import annotations

from itertools import groupby

from bs4 import BeautifulSoup, Tag

from parsers.web.tags import tags

_FEWEST_ROWS = 3
_LONGEST_LABEL = 60
_CELLS_OF_A_PAIR = 2
_CELLS = frozenset(("div", "span", "p", "b", "strong"))


def pairs_as_tables(soup: BeautifulSoup) -> None:
    """Make a table of each run of boxes of one class that hold a short label and its text, and nothing else.

    Boxes without any class are not styled as a grid: they stay paragraphs.
    """
    for parent in {id(row.parent): row.parent for row in tags(soup, ("div",)) if _is_pair(row)}.values():
        if isinstance(parent, Tag):
            _pair_rows(soup, parent)


def _pair_rows(soup: BeautifulSoup, parent: Tag) -> None:
    children = [child for child in parent.children if isinstance(child, Tag)]
    for (_, paired), run in groupby(children, lambda child: (str(child.get("class")), _is_pair(child))):
        rows = list(run)
        if paired and len(rows) >= _FEWEST_ROWS:
            table = soup.new_tag("table")
            rows[0].insert_before(table)
            for row in rows:
                row.name = "tr"
                for cell in _cells(row):
                    cell.name = "td"
                table.append(row)


def _is_pair(row: Tag) -> bool:
    if row.name != "div" or not row.get("class"):
        return False
    cells = _cells(row)
    if len(cells) != _CELLS_OF_A_PAIR or not any(cell.get("class") for cell in cells):
        return False
    loose = any(child.strip() for child in row.find_all(string=True, recursive=False))
    label, text = (cell.get_text(" ", strip=True) for cell in cells)
    return not loose and 0 < len(label) <= _LONGEST_LABEL and bool(text) and not cells[0].find("div")


def _cells(row: Tag) -> list[Tag]:
    found = [child for child in row.children if isinstance(child, Tag)]
    return found if all(cell.name in _CELLS for cell in found) else []
