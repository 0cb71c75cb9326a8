"""Sections that are made of the items of a list, each with a title before its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from parsers.models import Block
from parsers.sections.headings import MADE_SECTION_DEPTH


def section_of(item: Block, entry: re.Match[str]) -> Iterator[Block]:
    """`item` as the heading that its `title` in `entry` is, and the `rest` of its text as a paragraph under it."""
    title, rest = entry["title"], entry["rest"]
    yield replace(item, kind="heading", depth=MADE_SECTION_DEPTH, text=title)
    if rest:
        yield replace(item, kind="paragraph", depth=0, marker="", text=rest, path=(*item.path, title))
