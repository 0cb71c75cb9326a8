"""Tables of web pages: merged cells filled, titles found, layout tables told apart."""

from __future__ import annotations

import re

from bs4 import Tag

from parsers.tables import GridRow

_SPAN = re.compile(r"\d{1,3}")


def is_layout(table: Tag) -> bool:
    """Whether the table only arranges blocks of text: it holds headings, lists, tables, or a single cell or column."""
    if table.get("role") == "presentation" or table.find(["h1", "h2", "h3", "h4", "table"]):
        return True
    return all(len(row.find_all(["td", "th"])) <= 1 for row in table.find_all("tr")) and len(table.get_text()) > 200


def read_grid(table: Tag) -> list[GridRow]:
    """The rows of `table`, each as long as the widest, with merged cells repeated where they reach."""
    hanging: dict[tuple[int, int], str] = {}
    rows = [_cells(row, number, hanging) for number, row in enumerate(table.find_all("tr"))]
    width = max((len(cells) for cells, _ in rows), default=0)
    return [GridRow(tuple(cells) + ("",) * (width - len(cells)), titles) for cells, titles in rows]


def _cells(row: Tag, number: int, hanging: dict[tuple[int, int], str]) -> tuple[list[str], bool]:
    cells: list[str] = []
    found = row.find_all(["td", "th"])
    for cell in found:
        _take_hanging(cells, number, hanging)
        text = _cell_text(cell)
        for _ in range(_span(cell, "colspan")):
            for below in range(1, _span(cell, "rowspan")):
                hanging[number + below, len(cells)] = text
            cells.append(text)
    _take_hanging(cells, number, hanging)
    in_head = row.find_parent("thead") is not None
    return cells, bool(found) and (in_head or all(cell.name == "th" for cell in found) or _all_bold(found))


def _take_hanging(cells: list[str], number: int, hanging: dict[tuple[int, int], str]) -> None:
    while (number, len(cells)) in hanging:
        cells.append(hanging[number, len(cells)])


def _span(cell: Tag, name: str) -> int:
    value = cell.get(name)
    return min(int(value), 60) if isinstance(value, str) and _SPAN.fullmatch(value) and int(value) else 1


def _cell_text(cell: Tag) -> str:
    for item in cell.find_all("li"):
        item.insert(0, "\n• ")
        item.append("\n")
    for line_break in cell.find_all(["br", "p", "div"]):
        if line_break.name == "br":
            line_break.replace_with("\n")
        else:
            line_break.append("\n")
    return "\n".join(" ".join(line.split()) for line in cell.get_text().split("\n") if line.strip())


def _all_bold(cells: list[Tag]) -> bool:
    """A first row of bold cells titles the columns even when the page does not use <th>."""
    texts = [(cell.get_text(strip=True), "".join(bold.get_text(strip=True) for bold in cell.find_all(["b", "strong"])))
             for cell in cells]  # fmt: skip
    return len(cells) > 1 and all(text and text == bold for text, bold in texts)
