"""Lists of web pages: what is printed before each item."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from bs4 import Tag

from parsers.language.lead_ins import leads_in
from parsers.language.patterns import compiled
from parsers.masthead.labelled_lines import FEWEST_LINES, opens_record
from parsers.models import Block
from parsers.sections.headings import BOLD_DEPTH
from parsers.web.styles import indent_of

_LIST_STYLE = compiled(r"(lower|upper)-(alpha|latin|roman)|decimal", re.IGNORECASE)
_STYLE_TYPES = {"lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A", "upper-latin": "A",
                "lower-roman": "i", "upper-roman": "I", "decimal": "1"}  # fmt: skip
# An editor's class for the level of a list or an item that is not nested: "lst-kix_abc-1", "ql-indent-2".
_LEVEL = compiled(r"\b(?:lst-kix_\w+-|ql-indent-|list-?level-?)(\d)\b", re.IGNORECASE)
# Points by which items of one level may differ.
_NEAR = 6.0
_MOST_WORDS_OF_A_TITLE = 14
_ENDS = compiled(r"[.;,?]\s*$|\b(?:and|or)\W*$", re.IGNORECASE)
_ROMAN_DIGITS = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_PAIR = ("term", "definition")
_NUMBER = compiled(r"\(?(?:\d{1,2}|[A-Za-z]|[ivx]{1,4}|[IVX]{1,4})[.)]\)?")
# The one term of a list may label a fact of this length; over a longer text it is the text's title.
_FACT = 60


@dataclass(slots=True)
class OpenList:
    """A list while its items are read: how they are marked ("" for bullets) and which comes next."""

    type: str
    next: int
    level: int = 0
    indents: list[float] = field(default_factory=list)

    @classmethod
    def of(cls, tag: Tag) -> OpenList:
        """The list that `tag` (ul, ol, menu) opens."""
        return cls(_list_type(tag), _count(tag.get("start"), 1), level_by_class(tag))

    @property
    def depth(self) -> int:
        """How many lists this is for a reader: one, and those that indentation or a class show in it."""
        return 1 + self.level + max(0, len(self.indents) - 1)

    def place(self, indent: float) -> None:
        """The next item is set in by `indent` points of its own."""
        while self.indents and self.indents[-1] > indent + _NEAR:
            self.indents.pop()
        if not self.indents or indent > self.indents[-1] + _NEAR:
            self.indents.append(indent)

    def marker(self, item: Tag) -> str:
        """What the page prints before `item`, the next one."""
        count = _count(item.get("value"), self.next)
        self.next = count + 1
        return _printed(self.type, count)


@dataclass(slots=True)
class ListsInARow:
    """Lists that an editor closed and opened again where the level changes, the inner one beside its item."""

    # How far in each of the lists stands that are open for a reader, under what depth, and whether an item led it in.
    levels: list[tuple[float, int, bool]] = field(default_factory=list)

    def under(self, tag: Tag, last: Block | None, *, goes_on: bool) -> int:
        """How deep the item stands that the list of `tag` is under, which opens after `last`, and right behind another
        list if it goes on; 0 where it is under none.
        """
        indent = indent_of(tag)
        item = last if last is not None and last.kind == "item" else None
        if item is None or not goes_on:
            self.levels = [(indent, item.depth if item and _is_over_a_list(item) else 0, False)]
            return self.levels[-1][1]
        if level_by_class(tag):
            return self.levels[0][1]
        while len(self.levels) > 1 and self.levels[-1][0] > indent + _NEAR:
            self.levels.pop()
        farther = indent > self.levels[-1][0] + _NEAR
        if farther or item.text.rstrip().endswith(":"):
            self.levels.append((indent, item.depth, not farther))
        elif self.levels[-1][2]:
            self.levels.pop()
        return self.levels[-1][1]


def _is_over_a_list(item: Block) -> bool:
    """Whether a line that is marked as an item leads in the list behind it, or is the title of it ("A. Renewal")."""
    titles = bool(item.marker) and len(item.text.split()) <= _MOST_WORDS_OF_A_TITLE and not _ENDS.search(item.text)
    return leads_in(item.text) or titles


def level_by_class(tag: Tag) -> int:
    """How deep an element stands by its class in a list that is flat; 0 when no class says so."""
    classes = tag.attrs.get("class")
    found = _LEVEL.search(classes if isinstance(classes, str) else " ".join(classes)) if classes else None
    return int(found[1]) if found else 0


def titled_terms(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a definition list; where more than a line stands under a term, the terms are its headings."""
    blocks = _numbered(blocks)
    terms = sum(block.kind == "term" for block in blocks)
    if terms >= FEWEST_LINES and tuple(block.kind for block in blocks) == _PAIR * terms and (rows := _record(blocks)):
        return rows
    if terms and (any(block.kind not in _PAIR for block in blocks) or (terms == 1 and len(blocks[-1].text) > _FACT)):
        return [_titled(block) for block in blocks]
    return list(blocks)


def _record(pairs: Sequence[Block]) -> list[Block]:
    """Terms and definitions that are the labels and values of a record, as the rows that a table of them has."""
    rows: list[Block] = []
    for term, value in zip(pairs[::2], pairs[1::2], strict=True):
        cells = (term.text.rstrip(": "), value.text)
        rows.append(replace(term, kind="row", text=" | ".join(cells), cells=cells))
    return rows if all(opens_record(row.text) for row in rows) else []


def terms_within(blocks: Sequence[Block]) -> list[Block]:
    """A term and the definition list under it: the term is its heading, and its own terms are headings below that."""
    if not blocks or blocks[0].kind != "term":
        return list(blocks)
    inner = [_titled(block) for block in blocks[1:]]
    below = [replace(block, depth=block.depth + 1) if block.kind == "heading" else block for block in inner]
    return [_titled(blocks[0]), *below]


def _numbered(blocks: Sequence[Block]) -> list[Block]:
    """`blocks`, where terms are no more than numbers, as the list that they count; lists under them stand deeper."""
    terms = [block for block in blocks if block.kind == "term"]
    if not terms or not all(_NUMBER.fullmatch(block.text) for block in terms):
        return list(blocks)
    listed: list[Block] = []
    for block in blocks:
        last = listed[-1] if listed else None
        if block.kind in ("definition", "paragraph") and last and last.kind == "term":
            listed[-1] = replace(block, kind="item", depth=1, marker=last.text)
        else:
            listed.append(replace(block, depth=block.depth + 1) if block.kind == "item" else block)
    return listed


def _titled(block: Block) -> Block:
    if block.kind == "term":
        return replace(block, kind="heading", depth=BOLD_DEPTH, text=block.text.rstrip(": "))
    return replace(block, kind="paragraph") if block.kind == "definition" else block


def _list_type(tag: Tag) -> str:
    if tag.name != "ol":
        return ""
    style = _LIST_STYLE.search(f"{tag.get('style', '')} {tag.get('class', '')}")
    if style:
        return _STYLE_TYPES[style[0].lower()]
    declared = tag.get("type")
    return declared if isinstance(declared, str) and declared in ("1", "a", "A", "i", "I") else "1"


def _count(value: object, default: int) -> int:
    return int(value) if isinstance(value, str) and re.fullmatch(r"\d{1,4}", value) else default


def _printed(list_type: str, count: int) -> str:
    if not list_type:
        return ""
    if list_type == "1" or count < 1:
        return f"{count}."
    if list_type in ("a", "A"):
        return f"{chr(ord(list_type) + (count - 1) % 26)}."
    roman = _roman(count)
    return f"{roman if list_type == 'i' else roman.upper()}."


def _roman(count: int) -> str:
    return "".join(_roman_digits(count))


def _roman_digits(count: int) -> Iterator[str]:
    for value, digits in _ROMAN_DIGITS:
        yield digits * (count // value)
        count %= value
