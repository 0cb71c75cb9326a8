"""Whole lists of bars that a renewal keeps by their name: "none of the denial criteria above applies"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.criteria.item_references import markers_named
from parsers.criteria.remnant_wording import UNMET
from parsers.language.patterns import compiled
from parsers.lists.markers import bare_marker
from parsers.lists.referred_items import refers_to_items
from parsers.outline import Node, walk
from parsers.phases.phases import read_phase

_LONGEST = 500
_LEAD_IN = "None of the following:"
_CALLED = (
    r"(?:(?P<called{0}>denial|exclusion|contraindication)s?(?: criteri(?:a|on)| reasons?)?"
    r"|(?:reasons|grounds|criteria) for (?P<named{0}>denial|exclusion))\b"
)
_NUMBERS = (
    r"(?: (?P<numbers{0}>\(?\d{{1,2}}(?:(?:, ?| ?[–-] ?| (?:and|to|through|or) )\d{{1,2}})*\)?)(?! months| weeks))?"
)
_NO_BAR = compiled(
    r"\b(?:none of|no|free (?:of|from)|without|not (?:have )?any(?: of)?)"
    r"(?: (?:the|these|those|any|all|of|(?:conditions|items|points) in))* "
    r"(?:items? (?P<items>\(?\d{1,2}(?:(?:, ?| ?[–-] ?| (?:and|to|through|or) )\d{1,2})*\)?) "
    r"(?:of|in|under) (?:the )?)?"
    rf"{_CALLED.format('')}{_NUMBERS.format('')}(?P<which>[^.;,]{{0,30}})"
    # "Denial criteria 2 to 4 remain unmet."
    rf"|\b{_CALLED.format('_2')}{_NUMBERS.format('_2')} (?:(?:are|is|still|remain|continue to be|must be) )*"
    r"(?:unmet|absent|not (?:met|present)|do(?:es)? not apply)\b",
    re.IGNORECASE,
)
# "No contraindications to an antidepressant" points to no list; "no denial criterion" and "the bars above" do.
_POINTS = compiled(r"\b(?:criteri(?:a|on)|reasons?|grounds|above|listed|named|below|of this policy)\b", re.IGNORECASE)
# "None of the exclusions applies" can only be of the list that is titled so.
_OF_THE_LIST = compiled(
    r"\bnone of (?:the|these|those) (?:denial|exclusion)s?(?: criteri(?:a|on)| reasons?)? "
    r"(?:(?:now|still|has|have|is|are|does|do) )*(?:apply|applies|applied|hold|holds|present|met)\b",
    re.IGNORECASE,
)
_TITLES = {
    "denial": compiled(r"\b(?:denial (?:criteria|reasons)|(?:reasons|grounds|criteria) for denial)\b", re.IGNORECASE),
    "exclusion": compiled(r"\bexclusions?\b", re.IGNORECASE),
    "contraindication": compiled(r"\bcontraindications\b", re.IGNORECASE),
}


def with_referred_bar_lists(outline: Sequence[Node]) -> tuple[Node, ...]:
    """`outline`, with the bars of a list under what a renewal says of that list by its name."""
    kept = {id(node): bars for node in walk(outline) if (bars := _bars_kept(node, outline)) is not None}
    return tuple(_rebuilt(outline, kept)) if kept else tuple(outline)


def _bars_kept(node: Node, outline: Sequence[Node]) -> Node | None:
    """The bars that a statement on renewals keeps; None for any other node."""
    text = node.block.text
    if node.children or node.block.kind not in ("item", "paragraph") or len(text) > _LONGEST:
        return None
    said = _NO_BAR.search(text)
    if (
        said is None
        or not (_POINTS.search(said[0]) or _OF_THE_LIST.search(text))
        or refers_to_items(text)
        or not _is_of_renewal(node)
    ):
        return None
    titles = _TITLES[(said["called"] or said["named"] or said["called_2"] or said["named_2"]).lower()]
    lists = [each for each in walk(outline) if each.block.kind == "heading" and titles.search(each.block.text)]
    bars = _asked(lists[0], said["items"] or said["numbers"] or said["numbers_2"] or "") if len(lists) == 1 else ()
    return Node(replace(node.block, text=_LEAD_IN, kind="item", marker=""), bars) if bars else None


def _asked(bars: Node, numbers: str) -> tuple[Node, ...]:
    """The bars of a list that are named by their numbers, or else all but that what is asked for is unmet."""
    named = set(markers_named(numbers))
    listed = (bar for bar in bars.children if not named or bare_marker(bar.block.marker) in named)
    return tuple(bar for bar in listed if not UNMET.search(bar.block.text))


def _is_of_renewal(node: Node) -> bool:
    return "renewal" in map(read_phase, (node.block.text, *node.block.path[-2:]))


def _rebuilt(nodes: Sequence[Node], kept: dict[int, Node]) -> Iterator[Node]:
    for node in nodes:
        bars = kept.get(id(node))
        yield node.over((*((bars,) if bars else ()), *_rebuilt(node.children, kept)))
