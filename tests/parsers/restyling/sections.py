"""Sections of the highest rank in the containers that sites put them in."""

from __future__ import annotations

from bs4 import BeautifulSoup, Tag
from bs4.element import PageElement

from tests.parsers.restyling.dom import contents, made, top_sections


def accordion_of_buttons(page: BeautifulSoup) -> None:
    for place, (heading, body) in enumerate(top_sections(page)):
        button = made(page, "button", *contents(heading), aria_expanded="false", aria_controls=f"pane-{place}")
        panel = made(page, "div", *_moved(body), id=f"pane-{place}", hidden="")
        heading.replace_with(made(page, "div", button, panel, class_="item"))


def accordion_in_headings(page: BeautifulSoup) -> None:
    for place, (heading, body) in enumerate(top_sections(page)):
        button = made(page, "button", *contents(heading), aria_expanded="false", aria_controls=f"pane-{place}")
        panel = made(page, "div", *_moved(body), id=f"pane-{place}", hidden="")
        heading.replace_with(made(page, "div", made(page, "h3", button), panel))


def accordion_of_links(page: BeautifulSoup) -> None:
    for place, (heading, body) in enumerate(top_sections(page)):
        link = made(page, "a", *contents(heading), data_toggle="collapse", href=f"#c{place}")
        panel = made(page, "div", *_moved(body), id=f"c{place}", class_="panel-collapse collapse")
        heading.replace_with(made(page, "div", made(page, "div", link, class_="panel-heading"), panel, class_="panel"))


def details(page: BeautifulSoup) -> None:
    for heading, body in top_sections(page):
        heading.replace_with(made(page, "details", made(page, "summary", *contents(heading)), *_moved(body)))


def definition_lists(page: BeautifulSoup) -> None:
    for heading, body in top_sections(page):
        term = made(page, "dt", *contents(heading))
        heading.replace_with(made(page, "dl", term, made(page, "dd", *_moved(body))))


def one_definition_list(page: BeautifulSoup) -> None:
    found = top_sections(page)
    if len({id(heading.parent) for heading, _ in found}) == 1 and len(found) > 1:
        listed = page.new_tag("dl")
        found[0][0].insert_before(listed)
        for heading, body in found:
            listed.append(made(page, "dt", *contents(heading)))
            listed.append(made(page, "dd", *_moved(body)))
            heading.decompose()


def tabs(page: BeautifulSoup) -> None:
    found = top_sections(page)
    if found:
        listed = made(page, "ul", role="tablist")
        found[0][0].insert_before(listed)
    for place, (heading, body) in enumerate(found):
        listed.append(made(page, "li", heading.get_text(" ", strip=True), role="tab", id=f"t{place}"))
        panel = made(page, "div", *_moved(body), role="tabpanel", aria_labelledby=f"t{place}", id=f"p{place}")
        heading.replace_with(panel)


def cards(page: BeautifulSoup) -> None:
    for heading, body in top_sections(page):
        title = made(page, "div", *contents(heading), class_="card-header")
        inside = made(page, "div", *_moved(body), class_="card-body")
        heading.replace_with(made(page, "div", title, inside, class_="card"))


def fieldsets(page: BeautifulSoup) -> None:
    for heading, body in top_sections(page):
        heading.replace_with(made(page, "fieldset", made(page, "legend", *contents(heading)), *_moved(body)))


def section_elements(page: BeautifulSoup) -> None:
    for heading, body in top_sections(page):
        section = page.new_tag("section")
        heading.insert_before(section)
        moved = _moved(body)
        section.append(heading.extract())
        section.append(made(page, "div", *moved, class_="content"))


def one_column_tables(page: BeautifulSoup) -> None:
    """A shaded row with the title, a row with the section, a table for each."""
    for heading, body in top_sections(page):
        title = made(page, "tr", made(page, "th", *contents(heading), colspan="2"))
        heading.replace_with(made(page, "table", title, _row(page, made(page, "td", *_moved(body), colspan="2"))))


def two_column_table(page: BeautifulSoup) -> None:
    """Titles down the left column, sections down the right."""
    found = top_sections(page)
    if len({id(heading.parent) for heading, _ in found}) == 1 and len(found) > 1:
        table = made(page, "table", border="1")
        found[0][0].insert_before(table)
        for heading, body in found:
            label = made(page, "td", made(page, "strong", *contents(heading)))
            table.append(_row(page, label, made(page, "td", *_moved(body))))
            heading.decompose()


def bold_row_then_row(page: BeautifulSoup) -> None:
    """One table of one column: a bold cell with the title, then a cell with the section."""
    found = top_sections(page)
    if len({id(heading.parent) for heading, _ in found}) == 1 and len(found) > 1:
        table = made(page, "table")
        found[0][0].insert_before(table)
        for heading, body in found:
            table.append(_row(page, made(page, "td", made(page, "b", *contents(heading)))))
            table.append(_row(page, made(page, "td", *_moved(body))))
            heading.decompose()


def back_to_top(page: BeautifulSoup) -> None:
    for heading, _ in top_sections(page):
        heading.insert_before(made(page, "p", made(page, "a", "Back to top", href="#top")))


def _row(page: BeautifulSoup, *cells: Tag) -> Tag:
    return made(page, "tr", *cells)


def _moved(body: list[PageElement]) -> list[PageElement]:
    return [element.extract() for element in body]


DRESSES = (
    accordion_of_buttons, accordion_in_headings, accordion_of_links, details, definition_lists, one_definition_list,
    tabs, cards, fieldsets, section_elements, one_column_tables, two_column_table, bold_row_then_row, back_to_top,
)  # fmt: skip
