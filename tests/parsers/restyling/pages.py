"""The whole page as other programs write it."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup, Tag

from tests.parsers.restyling.dom import blocks, contents, is_content, made, text_nodes


def _body(page: BeautifulSoup) -> Tag:
    assert page.body is not None
    return page.body


def layout_table(page: BeautifulSoup) -> None:
    body = _body(page)
    body.append(made(page, "table", made(page, "tr", made(page, "td", *contents(body))), width="760"))


def layout_columns(page: BeautifulSoup) -> None:
    """A cell of links, a cell of text."""
    body = _body(page)
    cell = made(page, "td", *contents(body))
    links = (made(page, "a", name, href=f"/{name}") for name in ("Members", "Providers", "Employers", "Brokers"))
    menu = made(page, "td", *(made(page, "div", link) for link in links), width="160")
    body.append(made(page, "table", made(page, "tr", menu, cell)))


def table_in_table(page: BeautifulSoup) -> None:
    layout_table(page)
    layout_table(page)


def word_export(page: BeautifulSoup) -> None:
    """Paragraphs as Word saves them."""
    for tag in _body(page).find_all("p"):
        tag["class"] = "MsoNormal"
        tag.append(made(page, "span", *contents(tag), style="font-size:11.0pt;font-family:'Calibri',sans-serif"))
        tag.append(BeautifulSoup("<o:p></o:p>", "html.parser"))
    body = _body(page)
    body.append(made(page, "div", *contents(body), class_="WordSection1"))


def site_builder(page: BeautifulSoup) -> None:
    """Every block in the boxes of a content system."""
    for tag in blocks(page):
        tag.wrap(made(page, "div", class_="cmp-text")).wrap(made(page, "div", class_="text parbase aem-GridColumn"))


def web_part(page: BeautifulSoup) -> None:
    body = _body(page)
    zone = made(page, "div", *contents(body), class_="ms-rtestate-field", style="display:inline")
    for tag in zone.find_all("p"):
        tag.name = "div"
        tag["class"] = "ms-rteElement-P"
    body.append(made(page, "form", made(page, "div", zone, id="s4-workspace"), id="aspnetForm", action="x.aspx"))


def paragraphs_as_divs(page: BeautifulSoup) -> None:
    for tag in _body(page).find_all("p"):
        tag.name = "div"


def paragraphs_as_lines(page: BeautifulSoup) -> None:
    """`text<br><br>text` instead of paragraphs."""
    for tag in _body(page).find_all("p"):
        tag.insert_before(page.new_tag("br"))
        tag.append(page.new_tag("br"))
        tag.unwrap()


def without_main(page: BeautifulSoup) -> None:
    for tag in page.find_all(("main", "article", "section")):
        tag.unwrap()


def span_for_every_word(page: BeautifulSoup) -> None:
    for node in text_nodes(page):
        parts = re.split(r"(\s+)", str(node))
        node.replace_with(*(part if not part.strip() else made(page, "span", part) for part in parts if part))


def font_elements(page: BeautifulSoup) -> None:
    for node in text_nodes(page):
        node.wrap(made(page, "font", face="Arial", size="2"))


def lines_wrapped_in_source(page: BeautifulSoup) -> None:
    for node in text_nodes(page):
        if node.find_parent("pre") is None:
            node.replace_with(re.sub(r"(?<=\S) (?=\S)", "\n        ", str(node)))


def empty_paragraphs(page: BeautifulSoup) -> None:
    for tag in blocks(page):
        tag.insert_before(made(page, "p", "\u00a0"))


def line_breaks_at_ends(page: BeautifulSoup) -> None:
    for tag in _body(page).find_all("p"):
        if is_content(tag):
            tag.append(page.new_tag("br"))


def rules_between(page: BeautifulSoup) -> None:
    for tag in blocks(page):
        tag.insert_before(page.new_tag("hr"))


def word_breaks(page: BeautifulSoup) -> None:
    """<wbr> after each slash and hyphen."""
    for node in text_nodes(page):
        parts = re.split(r"(?<=[/-])", str(node))
        if len(parts) > 1:
            joined = [part for text in parts for part in (text, page.new_tag("wbr"))][:-1]
            node.replace_with(*joined)


DRESSES = (
    layout_table, layout_columns, table_in_table, word_export, site_builder, web_part, paragraphs_as_divs,
    paragraphs_as_lines, without_main, span_for_every_word, font_elements, lines_wrapped_in_source, empty_paragraphs,
    line_breaks_at_ends, rules_between, word_breaks,
)  # fmt: skip
