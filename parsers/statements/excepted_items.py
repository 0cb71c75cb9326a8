"""Uses that an item of a denial's list sets apart in a list of its own ("Chronic pain, except the following: …")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parsers.answering.answers import names_use, stated_status
from parsers.language.patterns import compiled
from parsers.outline import Node

# "Including but not limited to the following" excepts nothing.
BUT = (
    r"\b(?:except(?:ing)?|exceptions?|other than|apart from|aside from|besides"
    r"|but(?! (?:(?:is|are|was) )?not\b)|save|outside(?: of)?|beyond)\b"
)
# "Other than those listed above, including, but not limited to:" excepts what stands before it, not its items.
_OF_OTHERS = (
    r"(?![^.;:]*\b(?:includ(?:ing|es?)|such as|for (?:example|instance)|e\.g\.|like|among (?:them|these|which|others)"
    r")\W)"
    r"(?![^.;:]*\b(?:above|earlier|previously|elsewhere|foregoing|preceding)\b(?![^.;:]*\b(?:below|follow\w*)\b))"
)
BUT_ITEMS = compiled(
    rf"{BUT}{_OF_OTHERS}(?:[^.;:]{{0,40}}\b(?:follow(?:ing|s)?|below|listed|these|those|here)\b|"
    r"(?: for| in| when| if| as| are| is| used)*\s*:)",
    re.IGNORECASE,
)
_ENDS = compiled(r"[\s,;(–—-]+(?:with (?:the )?|the )?$", re.IGNORECASE)


def without_excepted(node: Node) -> tuple[Node, tuple[Node, ...]]:
    """A denial's list without the uses that stand under an item as its exceptions, and those uses: they are covered."""
    if not any(child.children for child in node.children):
        return node, ()
    excepted = tuple(use for child in node.children for use in _excepted_under(child))
    return node.over([_bare(child) if _excepted_under(child) else child for child in node.children]), excepted


def _excepted_under(item: Node) -> Sequence[Node]:
    """The uses under an item that it excepts from what it names; () where it excepts none."""
    found = BUT_ITEMS.search(item.block.text) if item.children else None
    if not found or not names_use(item.block.text[: found.start()]):
        return ()
    listed = [child.block.text for child in item.children]
    return item.children if all(map(names_use, listed)) and not any(map(stated_status, listed)) else ()


def _bare(item: Node) -> Node:
    found = BUT_ITEMS.search(item.block.text)
    before = item.block.text[: found.start()] if found else item.block.text
    return Node(replace(item.block, text=_ENDS.sub("", before)))
