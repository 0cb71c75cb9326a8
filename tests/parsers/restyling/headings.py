"""Headings below the title in the dresses that editors and templates give them."""

from __future__ import annotations

from bs4 import BeautifulSoup, Tag

from tests.parsers.restyling.dom import RANKS, contents, deepest_headings, headings, made

_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII")


def _plain(tag: Tag) -> None:
    tag.attrs = {}


def _bold(page: BeautifulSoup, tag: Tag, bold: str = "strong", after: str = "", **attributes: str) -> None:
    inner = made(page, bold, *contents(tag), **attributes)
    if after and not inner.get_text().rstrip().endswith((":", "?", ".")):
        inner.append(after)
    tag.replace_with(made(page, "p", inner))


def bold_paragraph(page: BeautifulSoup) -> None:
    for tag in deepest_headings(page):
        _bold(page, tag)


def bold_paragraphs_of_every_rank(page: BeautifulSoup) -> None:
    for tag in headings(page):
        _bold(page, tag)


def bold_with_colon(page: BeautifulSoup) -> None:
    for tag in deepest_headings(page):
        _bold(page, tag, "b", ":")


def bold_by_style(page: BeautifulSoup) -> None:
    for tag in deepest_headings(page):
        _bold(page, tag, "span", style="font-weight: 700; font-size: 14pt")


def underlined(page: BeautifulSoup) -> None:
    for tag in deepest_headings(page):
        _bold(page, tag, "u")


def bold_and_underlined(page: BeautifulSoup) -> None:
    for tag in deepest_headings(page):
        tag.replace_with(made(page, "p", made(page, "b", made(page, "u", *contents(tag)))))


def bold_over_line_break(page: BeautifulSoup) -> None:
    """The heading is the first line of the paragraph below it."""
    for tag, below in _over_paragraphs(page):
        below.insert(0, page.new_tag("br"))
        below.insert(0, made(page, "b", *contents(tag)))
        tag.decompose()


def bold_before_text(page: BeautifulSoup) -> None:
    """The heading runs in to the paragraph below it: "Title: text"."""
    for tag, below in _over_paragraphs(page):
        bold = made(page, "b", *contents(tag))
        bold.append("" if bold.get_text().endswith((":", "?")) else ":")
        below.insert(0, " ")
        below.insert(0, bold)
        tag.decompose()


def _over_paragraphs(page: BeautifulSoup) -> list[tuple[Tag, Tag]]:
    """The deepest headings with the paragraph right below each; none where one of them stands over something else."""
    found = [(tag, tag.find_next_sibling()) for tag in deepest_headings(page)]
    pairs = [(tag, below) for tag, below in found if below is not None and below.name == "p"]
    return pairs if len(pairs) == len(found) else []


def heading_class(page: BeautifulSoup) -> None:
    for tag in deepest_headings(page):
        tag.replace_with(made(page, "div", *contents(tag), class_="section-heading"))


def word_heading_class(page: BeautifulSoup) -> None:
    for tag in headings(page):
        tag.replace_with(made(page, "p", *contents(tag), class_=f"Heading{tag.name[1]}"))


def heading_role(page: BeautifulSoup) -> None:
    for tag in headings(page):
        tag.replace_with(made(page, "div", *contents(tag), role="heading", aria_level=tag.name[1]))


def numbered_by_romans(page: BeautifulSoup) -> None:
    _number(page, [f"{roman}. " for roman in _ROMANS])


def numbered_by_letters(page: BeautifulSoup) -> None:
    _number(page, [f"{letter}. " for letter in "ABCDEFGHIJKLMNOPQ"])


def numbered_by_digits(page: BeautifulSoup) -> None:
    _number(page, [f"{number}.0 " for number in range(1, 18)])


def bold_numbered(page: BeautifulSoup) -> None:
    _number(page, [f"{number}. " for number in range(1, 18)])
    bold_paragraphs_of_every_rank(page)


def _number(page: BeautifulSoup, markers: list[str]) -> None:
    """The headings of the highest rank get `markers`, those below none."""
    every = headings(page)
    highest = min((tag.name for tag in every), default="")
    top = [tag for tag in every if tag.name == highest]
    if len(top) <= len(markers):
        for tag, marker in zip(top, markers, strict=False):
            if not _is_numbered(tag):
                tag.insert(0, marker)


def _is_numbered(tag: Tag) -> bool:
    first = tag.get_text(strip=True).split(maxsplit=1)[0]
    return first.rstrip(".):") != first or first[:1].isdigit()


def capitals(page: BeautifulSoup) -> None:
    for tag in headings(page):
        for text in list(tag.find_all(string=True)):
            text.replace_with(text.upper())


def capitals_in_paragraphs(page: BeautifulSoup) -> None:
    for tag in deepest_headings(page):
        tag.replace_with(made(page, "p", tag.get_text(" ", strip=True).upper()))


def bold_capitals(page: BeautifulSoup) -> None:
    for tag in deepest_headings(page):
        tag.replace_with(made(page, "p", made(page, "strong", tag.get_text(" ", strip=True).upper())))


def one_rank(page: BeautifulSoup) -> None:
    for tag in headings(page):
        tag.name = "h3"


def a_rank_lower(page: BeautifulSoup) -> None:
    for tag in headings(page):
        tag.name = f"h{min(6, int(tag.name[1]) + 1)}"


def ranks_by_place(page: BeautifulSoup) -> None:
    """The ranks in use become h2, h3, … without gaps."""
    every = headings(page)
    ranks = sorted({tag.name for tag in every})
    for tag in every:
        tag.name = RANKS[ranks.index(tag.name)]


def with_permalink(page: BeautifulSoup) -> None:
    for place, tag in enumerate(headings(page)):
        tag.append(made(page, "a", "¶", href=f"#s{place}", class_="headerlink"))


def in_spans(page: BeautifulSoup) -> None:
    for tag in headings(page):
        tag.append(made(page, "span", made(page, "span", *contents(tag), style="font-size:16px")))


def bold_inside(page: BeautifulSoup) -> None:
    for tag in headings(page):
        tag.append(made(page, "strong", *contents(tag)))


def with_colon(page: BeautifulSoup) -> None:
    for tag in headings(page):
        if not tag.get_text().rstrip().endswith((":", "?", ".")):
            tag.append(":")


def in_a_table_of_its_own(page: BeautifulSoup) -> None:
    for tag in deepest_headings(page):
        cell = made(page, "th", *contents(tag), colspan="2")
        tag.replace_with(made(page, "table", made(page, "tr", cell)))


def linked(page: BeautifulSoup) -> None:
    for place, tag in enumerate(headings(page)):
        tag.append(made(page, "a", *contents(tag), id=f"section{place}", href=f"#section{place}"))


DRESSES = (
    bold_paragraph, bold_paragraphs_of_every_rank, bold_with_colon, bold_by_style, underlined, bold_and_underlined,
    bold_over_line_break, bold_before_text, heading_class, word_heading_class, heading_role, numbered_by_romans,
    numbered_by_letters, numbered_by_digits, bold_numbered, capitals, capitals_in_paragraphs, bold_capitals, one_rank,
    a_rank_lower, ranks_by_place, with_permalink, in_spans, bold_inside, with_colon, in_a_table_of_its_own, linked,
)  # fmt: skip
