"""Lists of web pages: what is printed before each item."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bs4 import Tag

from parsers.headings import BOLD_DEPTH
from parsers.models import Block
from parsers.patterns import compiled

_LIST_STYLE = compiled(r"(lower|upper)-(alpha|latin|roman)|decimal", re.IGNORECASE)
_STYLE_TYPES = {"lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A", "upper-latin": "A",
                "lower-roman": "i", "upper-roman": "I", "decimal": "1"}  # fmt: skip
_ROMAN_DIGITS = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(slots=True)
class OpenList:
    """A list while its items are read: how they are marked ("" for bullets) and which comes next."""

    type: str
    next: int

    @classmethod
    def of(cls, tag: Tag) -> OpenList:
        """The list that `tag` (ul, ol, menu) opens."""
        return cls(_list_type(tag), _number(tag.get("start"), 1))

    def marker(self, item: Tag) -> str:
        """What the page prints before `item`, the next one."""
        count = _number(item.get("value"), self.next)
        self.next = count + 1
        return _printed(self.type, count)


def titled_terms(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a definition list; where a term stands over a list of items, the terms are its headings."""
    if not any(block.kind == "item" for block in blocks) or not any(block.kind == "term" for block in blocks):
        return list(blocks)
    return [_titled(block) for block in blocks]


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


def _number(value: object, default: int) -> int:
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
