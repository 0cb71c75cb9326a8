"""Bars that an item keeps by their number: "None of the contraindications under 6 above has developed", or by that of
the use whose list holds them ("no contraindication listed under A").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from parsers.criteria.listed_bars import under_exclusion
from parsers.language.patterns import compiled
from parsers.lists.markers import bare_marker
from parsers.lists.referred_items import list_of, numbered_lists
from parsers.outline import Node, walk

_ITEM = r"(?:(?:item|criterion|point|number|no\.|paragraph|clause|letter) )"
_SECTION = r"(?:(?:section|part|use|entry) )?(?:\d{1,2}|[A-H]|[IVX]{1,4})"
_NO_BAR = compiled(
    r"\b(?:(?:none|not? (?:any|one)|no|free|(?:does|do|must|may) not have (?:any|an?|one)) (?:of )?"
    r"(?:(?:the|those|these|any) )?(?:\w+ ){0,2}?"
    r"(?P<bar>bars?|contraindications?|exclusions?|limitations?|conditions?|exceptions|disorders?|diagnos[ei]s"
    r"|diseases?)\b"
    # "Nothing listed in section 1, item J, has appeared", "none of what item 4 lists".
    r"|(?P<thing>nothing|none of (?:what|that))\b)[^.;:]{0,40}?"
    rf"\b(?:(?:in|under|of|at|from) {_ITEM}?(?:{_SECTION}(?:,? {_ITEM}|[.-]))?|(?<=\bwhat ){_ITEM})"
    # Not "under a physician's care".
    r"(?!(?-i:a) )(?P<which>\(?(?:\d{1,2}|[a-q])\b\)?)(?! ?(?:days?|weeks?|months?|years?|hours?))",
    re.IGNORECASE,
)
_LONGEST = 300  # Characters of an item that does so.


def with_referred_bars(outline: Sequence[Node]) -> tuple[Node, ...]:
    """`outline`, with the item of bars that another asks for by its number in that one's place."""
    referring = [(place, node, ref) for place, node in enumerate(walk(outline)) if (ref := _bar_referred(node))]
    lists = list(numbered_lists(outline)) if referring else []
    found = {id(node): list_of(place, node, (ref,), lists) for place, node, ref in referring}
    items = ((node, each.items[ref]) for _, node, ref in referring if (each := found[id(node)]))
    again = {id(node): bars for node, item in items if (bars := _bars_of(item, _bar_named(node)))}
    return tuple(_with_bars(outline, again)) if again else tuple(outline)


def _bars_of(item: Node, called: str) -> Node | None:
    """The bars that an item holds: itself, or the one of its list that speaks of bars where it is the list of a use;
    None where that one cannot be told.
    """
    if not item.children or called in item.block.text.lower() or under_exclusion(item.block.text.lower()):
        return item
    inner = [part for part in walk(item.children) if called in part.block.text.lower()]
    return inner[0] if len(inner) == 1 else None


def _bar_referred(node: Node) -> str:
    """The number of the item whose bars a list item says are still absent; "" for any other."""
    text = node.block.text
    item = node.block.kind == "item" and not node.children and len(text) <= _LONGEST
    named = _NO_BAR.search(text) if item else None
    return bare_marker(named["which"]) if named else ""


def _bar_named(node: Node) -> str:
    """What an item that refers to bars calls them, in the singular."""
    named = _NO_BAR.search(node.block.text)
    return (named["bar"] or named["thing"]).lower().rstrip("s") if named else ""


def _with_bars(nodes: Sequence[Node], again: Mapping[int, Node]) -> Iterator[Node]:
    for node in nodes:
        bars = again.get(id(node))
        here = replace(node.block, text=bars.block.text) if bars else node.block
        yield Node(here, bars.children if bars else tuple(_with_bars(node.children, again)))
