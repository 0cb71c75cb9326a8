"""Lists in the dresses of editors that know none, and of those that know too many."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement

from tests.parsers.restyling.dom import RANKS, Dress, contents, is_content, made, replace_with

_LISTS = ("ul", "ol")
_MARKED = re.compile(r"\s*(?:\(?(?:[A-Za-z]|\d{1,2}|[ivxIVX]{1,5})[.)]|[•☐□▪*o–—-]|\[)\s")
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi")
_MOST = len(_ROMANS)


@dataclass(frozen=True)
class _Line:
    """One item without the lists in it; `places` counts it and the items over it from 1, () for text after a list."""

    depth: int
    places: tuple[int, ...]
    content: list[PageElement]


Line = Callable[[BeautifulSoup, _Line, str], Tag]
Around = Callable[[list[Tag]], list[Tag]]


def plain_lists(page: BeautifulSoup) -> list[Tag]:
    """The outermost lists of the content that hold text and lists only, and no typed markers."""
    found = [tag for tag in page.find_all(_LISTS) if is_content(tag) and not tag.find_parent(_LISTS)]
    return [tag for tag in found if _is_plain(tag)]


def _is_plain(tag: Tag) -> bool:
    items = tag.find_all("li")
    short = all(len(each.find_all("li", recursive=False)) <= _MOST for each in (tag, *tag.find_all(_LISTS)))
    links = sum(len(link.get_text()) for link in tag.find_all("a"))
    foreign = tag.find(("table", "dl", "blockquote", *RANKS)) or tag.find_parent("dd")
    several = len(tag.find_all("li", recursive=False)) > 1 and not tag.get("start")
    return bool(
        several and short and not foreign and links < len(tag.get_text()) / 2
        and not any(_MARKED.match(item.get_text()) for item in items)
    )  # fmt: skip


def _lines(tag: Tag, above: tuple[int, ...] = ()) -> Iterator[_Line]:
    for place, item in enumerate(tag.find_all("li", recursive=False), 1):
        places = (*above, place)
        own: list[PageElement] = []
        opened = False
        for child in list(item.children):
            if isinstance(child, Tag) and child.name in _LISTS:
                if own:
                    yield _Line(len(places), () if opened else places, own)
                own, opened = [], True
                yield from _lines(child, places)
            elif isinstance(child, Tag) and child.name in ("p", "div"):
                if any(part.get_text(strip=True) for part in own):
                    yield _Line(len(places), () if opened else places, own)
                    opened = True
                yield _Line(len(places), () if opened else places, contents(child))
                own, opened = [], True
            elif not isinstance(child, NavigableString) or child.strip() or own:
                own.append(child.extract())
        if any(part.get_text(strip=True) for part in own):
            yield _Line(len(places), () if opened else places, own)


def _redress(page: BeautifulSoup, line: Line, scheme: Sequence[str], around: Around) -> None:
    for tag in plain_lists(page):
        if len(scheme) > max(len(inner.find_parents(_LISTS)) for inner in (tag, *tag.find_all(_LISTS))):
            lines = list(_lines(tag))
            replace_with(tag, around([line(page, each, _marker(scheme, each)) for each in lines]))


def _marker(scheme: Sequence[str], line: _Line) -> str:
    if not line.places:
        return ""
    count = line.places[-1]
    letter, roman = "abcdefghijklmnop"[count - 1], _ROMANS[count - 1]
    outline = ".".join(map(str, line.places))
    form = scheme[line.depth - 1]
    return form.format(n=count, a=letter, A=letter.upper(), i=roman, I=roman.upper(), outline=outline)


def _typed(page: BeautifulSoup, line: _Line, marker: str, *, tag: str = "p", step: float = 0) -> Tag:
    made_line = made(page, tag, *([f"{marker} "] if marker else []), *line.content)
    if step:
        made_line["style"] = f"margin-left: {step * line.depth}px"
    return made_line


def _same(lines: list[Tag]) -> list[Tag]:
    return lines


def _broken(lines: list[Tag]) -> list[Tag]:
    """One paragraph, its lines parted by <br>."""
    whole = lines[0]
    for line in lines[1:]:
        whole.append(BeautifulSoup("", "lxml").new_tag("br"))
        for part in contents(line):
            whole.append(part)
    return [whole]


_GLYPHS = ("•", "o", "▪", "-")
_LETTERS = ("A.", "1.", "a.", "i.")
_SCHEMES: dict[str, tuple[str, ...]] = {
    "bullet": ("•",), "dash": ("-",), "box": ("☐",), "parentheses": ("( )",), "brackets": ("[ ]",), "star": ("*",),
    "glyphs": _GLYPHS,
    "letters": ("{A}.", "{n}.", "{a}.", "{i}."),
    "digits": ("{n}.", "{a}.", "{i}.", "({n})"),
    "in_parentheses": ("({n})", "({a})", "({i})", "({A})"),
    "closing_parenthesis": ("{n})", "{a})", "{i})", "{A})"),
    "small_letters": ("{a}.", "{i}.", "{n}.", "{A}."),
    "romans": ("{I}.", "{A}.", "{n}.", "{a}."),
    "small_romans": ("{i}.", "{a}.", "{n}.", "{A}."),
    "outline_numbers": ("{outline}.", "{outline}", "{outline}", "{outline}"),
    "outline_numbers_with_points": ("{outline}.", "{outline}.", "{outline}.", "{outline}."),
}  # fmt: skip


def _dress(name: str, line: Line, scheme: Sequence[str], around: Around = _same) -> Dress:
    def dress(page: BeautifulSoup) -> None:
        _redress(page, line, scheme, around)

    dress.__name__ = name
    return dress


def _spaces(page: BeautifulSoup, line: _Line, marker: str) -> Tag:
    return made(page, "p", "\u00a0" * 5 * (line.depth - 1), f"{marker}\u00a0\u00a0 " if marker else "", *line.content)


def _word(page: BeautifulSoup, line: _Line, marker: str) -> Tag:
    """A list paragraph as Word saves it, the marker and its gap in spans of their own."""
    style = f"margin-left:{36 * line.depth}pt;text-indent:-18pt;mso-list:l0 level{line.depth} lfo1"
    gap = made(page, "span", "\u00a0" * 7 + " ", style="font:7.0pt 'Times New Roman'")
    mark = made(
        page, "span", made(page, "span", marker or "·", gap, style="mso-list:Ignore"), style="font-family:Symbol"
    )
    if not line.places:
        return made(page, "p", *line.content, class_="MsoListParagraph", style=f"margin-left:{36 * line.depth}pt")
    return made(page, "p", mark, *line.content, class_="MsoListParagraphCxSpMiddle", style=style)


def _roles(page: BeautifulSoup, line: _Line, _: str) -> Tag:
    return made(page, "div", *line.content, role="listitem")


def _rows(lines: list[Tag]) -> list[Tag]:
    page = BeautifulSoup("", "lxml")
    return [made(page, "table", *(made(page, "tr", made(page, "td", *contents(line))) for line in lines))]


def _two_columns(page: BeautifulSoup, line: _Line, marker: str) -> Tag:
    """A row: empty cells for the depth, the marker, the text over the rest."""
    before = [made(page, "td", "\u00a0") for _ in range(line.depth - 1)]
    text = made(page, "td", *line.content, colspan=str(5 - line.depth))
    return made(page, "tr", *before, made(page, "td", marker or "\u00a0"), text)


def _table(lines: list[Tag]) -> list[Tag]:
    return [made(BeautifulSoup("", "lxml"), "table", *lines)]


def role_list(page: BeautifulSoup) -> None:
    """Lists as div role=list with role=listitem, nested as the list is."""
    for tag in plain_lists(page):
        for each in (tag, *tag.find_all(_LISTS)):
            each.name, each.attrs = "div", {"role": "list"}
        for item in tag.find_all("li"):
            item.name, item.attrs = "div", {"role": "listitem"}


def a_list_for_each_item(page: BeautifulSoup) -> None:
    for tag in plain_lists(page):
        items = tag.find_all("li", recursive=False)
        replace_with(tag, [made(page, "ul", item.extract()) for item in items])


def nested_beside_items(page: BeautifulSoup) -> None:
    """`<ul><li>…</li><ul>…</ul></ul>`: the inner list is a child of the outer list."""
    for tag in plain_lists(page):
        for inner in reversed(tag.find_all(_LISTS)):
            item = inner.parent
            if item is not None and item.name == "li" and not _after(inner):
                item.insert_after(inner.extract())


def _after(inner: Tag) -> bool:
    return any(part.get_text(strip=True) for part in inner.next_siblings)


def paragraphs_in_items(page: BeautifulSoup) -> None:
    _wrapped(page, "p")


def divs_in_items(page: BeautifulSoup) -> None:
    _wrapped(page, "div")


def _wrapped(page: BeautifulSoup, name: str) -> None:
    for tag in plain_lists(page):
        for item in tag.find_all("li"):
            own = []
            for child in list(item.children):
                if isinstance(child, Tag) and child.name in ("p", "div", *_LISTS):
                    break
                own.append(child.extract())
            if any(part.get_text(strip=True) for part in own):
                item.insert(0, made(page, name, *own))


def markers_typed_in_items(page: BeautifulSoup) -> None:
    """`<ul style="list-style:none"><li>a. …`"""
    for tag in plain_lists(page):
        for each in (tag, *tag.find_all(_LISTS)):
            each.name, each.attrs = "ul", {"style": "list-style: none"}
            depth = len(each.find_parents(_LISTS))
            for place, item in enumerate(each.find_all("li", recursive=False), 1):
                line = _Line(depth + 1, (place,), [])
                first = item.find(string=lambda text: bool(text and text.strip()))
                if first is not None and depth < len(_SCHEMES["digits"]):
                    first.replace_with(f"{_marker(_SCHEMES['digits'], line)} {first.lstrip()}")


def flat_with_classes(page: BeautifulSoup) -> None:
    """One list, its depth in the items' indentation."""
    for tag in plain_lists(page):
        lines = list(_lines(tag))
        if all(line.places for line in lines):
            items = [made(page, "li", *line.content, style=f"margin-left:{line.depth * 30}px") for line in lines]
            replace_with(tag, [made(page, "ul", *items)])


def divs_without_markers(page: BeautifulSoup) -> None:
    """Indentation alone shows what stands in the list."""
    for tag in plain_lists(page):
        lines = [(line, f"margin-left: {40 * line.depth}px") for line in _lines(tag)]
        replace_with(tag, [made(page, "div", *line.content, style=style) for line, style in lines])


_PARAGRAPHS = tuple(_dress(f"typed_{name}", _typed, scheme) for name, scheme in _SCHEMES.items())
_BREAKS = tuple(
    _dress(f"lines_{name}", _typed, _SCHEMES[name], _broken)
    for name in ("bullet", "dash", "box", "glyphs", "letters", "digits", "in_parentheses", "small_romans")
)
_DIVS = partial(_typed, tag="div", step=40)
DRESSES = (
    *_PARAGRAPHS,
    *_BREAKS,
    _dress("indented_bullets", _DIVS, ("•", "•", "•", "•")),
    _dress("indented_dashes", _DIVS, ("-", "-", "-", "-")),
    _dress("indented_letters", _DIVS, _SCHEMES["letters"]),
    _dress("indented_by_spaces", _spaces, ("•", "•", "•", "•")),
    _dress("indented_by_spaces_glyphs", _spaces, _GLYPHS),
    _dress("word_bullets", _word, ("·", "o", "§", "·")),
    _dress("word_letters", _word, _SCHEMES["letters"]),
    _dress("rows_of_bullets", _typed, _GLYPHS, _rows),
    _dress("rows_of_digits", _typed, _SCHEMES["digits"], _rows),
    _dress("two_columns_of_digits", _two_columns, _SCHEMES["digits"], _table),
    _dress("two_columns_of_bullets", _two_columns, _GLYPHS, _table),
    role_list, a_list_for_each_item, nested_beside_items, paragraphs_in_items, divs_in_items, markers_typed_in_items,
    flat_with_classes, divs_without_markers,
)  # fmt: skip
