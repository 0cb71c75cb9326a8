"""Tables whose cells and titles are marked up otherwise."""

from __future__ import annotations

from bs4 import BeautifulSoup, Tag

from tests.parsers.restyling.dom import contents, is_content, made

_BLOCKS = ("p", "div", "ul", "ol", "table", "br")


def _tables(page: BeautifulSoup) -> list[Tag]:
    found = [tag for tag in page.find_all("table") if is_content(tag) and not tag.find_parent("table")]
    return [tag for tag in found if len(tag.find_all("tr")) > 1 and tag.find("table") is None]


def _cells(page: BeautifulSoup) -> list[Tag]:
    return [cell for table in _tables(page) for cell in table.find_all(("td", "th"))]


def paragraphs_in_cells(page: BeautifulSoup) -> None:
    for cell in _cells(page):
        if not cell.find(_BLOCKS):
            cell.append(made(page, "p", *contents(cell)))


def divs_in_cells(page: BeautifulSoup) -> None:
    for cell in _cells(page):
        if not cell.find(_BLOCKS):
            cell.append(made(page, "div", made(page, "span", *contents(cell))))


def bold_titles(page: BeautifulSoup) -> None:
    """<td><strong> instead of <th>."""
    for table in _tables(page):
        for cell in table.find_all("th"):
            cell.name = "td"
            cell.append(made(page, "strong", *contents(cell)))


def bold_titles_in_paragraphs(page: BeautifulSoup) -> None:
    for table in _tables(page):
        for cell in table.find_all("th"):
            cell.name = "td"
            cell.append(made(page, "p", made(page, "b", *contents(cell))))


def lists_in_cells_as_lines(page: BeautifulSoup) -> None:
    for cell in _cells(page):
        for listed in cell.find_all(("ul", "ol")):
            if not listed.find_parent("li") and not listed.find(("ul", "ol")):
                for item in listed.find_all("li"):
                    item.insert_before(page.new_tag("br"))
                    item.insert(0, "• ")
                    item.unwrap()
                listed.unwrap()


def no_head(page: BeautifulSoup) -> None:
    for table in _tables(page):
        for part in table.find_all(("thead", "tbody")):
            part.unwrap()


def title_as_first_row(page: BeautifulSoup) -> None:
    """A first row across all columns repeats the caption that the heading over it is."""
    for table in _tables(page):
        width = max(len(row.find_all(("td", "th"))) for row in table.find_all("tr"))
        over = table.find_previous_sibling()
        if over is not None and over.name in ("h2", "h3", "h4") and width > 1:
            row = made(page, "tr", made(page, "th", over.get_text(" ", strip=True), colspan=str(width)))
            table.insert(0, row)


def in_scrolling_divs(page: BeautifulSoup) -> None:
    for table in _tables(page):
        table.wrap(made(page, "div", class_="table-responsive")).wrap(made(page, "div", style="overflow-x:auto"))


def roles(page: BeautifulSoup) -> None:
    """Tables as div role=table, row, columnheader and cell."""
    names = {"table": "table", "tr": "row", "th": "columnheader", "td": "cell"}
    for table in _tables(page):
        if not any({"colspan", "rowspan"} & cell.attrs.keys() for cell in table.find_all(("td", "th"))):
            for tag in (table, *table.find_all(tuple(names))):
                tag.attrs = {"role": names[tag.name]}
                tag.name = "div"
            no_head(page)


def empty_column(page: BeautifulSoup) -> None:
    """A last column without words."""
    for table in _tables(page):
        for row in table.find_all("tr"):
            row.append(made(page, "td", "\u00a0"))


DRESSES = (paragraphs_in_cells, divs_in_cells, bold_titles, bold_titles_in_paragraphs, lists_in_cells_as_lines, no_head,
           title_as_first_row, in_scrolling_divs, empty_column, roles)  # fmt: skip
