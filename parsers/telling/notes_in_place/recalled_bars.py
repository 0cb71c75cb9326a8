"""Bars that a sentence asks for by what another called them ("none of the contraindications named above for TRD"): it
asks for those which the other lists.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.language.patterns import compiled
from parsers.models import Block

_BARS = (
    r"(?P<bars>contraindication|exclusion(?: criteri)?|(?:disqualifying |excluding |exclusionary )?condition)"
    r"(?:s|on|a)?"
)
_NONE = (
    r"(?:none of|no|not (?:an?y?|one)(?: of)?|without(?: any)?(?: of)?|(?:remains? |is |stays? |still )*free "
    r"(?:of|from)(?: any of| all)?|(?:(?:does|do|did|has|have) not|never) (?:have |had |has )?"
    r"(?:(?:develop|acquir|show)(?:ed)? )?(?:an?y?|one)(?: of)?)"
)
# "Has none of the following contraindications: aneurysm, …", or the same over a list.
_LISTED = compiled(
    rf"\b{_NONE} (?:(?:the|these|those) )?(?:following )?{_BARS}(?: (?:(?:is|are) present|applies|apply))?\s*:\s*"
    r"(?P<list>[^:.]*)(?:\.|$)",
    re.IGNORECASE,
)
# "Conditions that rule it out", "exclusions": the label of a list in its cell, its item or its definition.
_RULES_OUT = (
    r"that (?:rules?|exclude|bar|disqualify|preclude)s?(?: (?:it|the|an?|use|treatment|patient|member|drug)){0,2}"
    r"(?: out)?"
)
_LABEL = compiled(rf"^\W*(?:the )?{_BARS}(?: {_RULES_OUT})?\s*[:|]\s*(?P<list>[^:.]+)\.?\s*$", re.IGNORECASE)
_COUNT = r"(?:(?:two|three|four|five|six|\d) )?"
_PLACE = (
    r"(?:above|earlier|before|in|under|for|of|at|with|first|initial|requests?|approvals?|the|that|this|section|use|"
    r"list|part|trd|mdd|mdsi|treatment|resistant|depression)"
)
_NAMED = r"(?:named|listed|stated|given|set out|set forth|mentioned|described|see)\b"
# By a word that points back. What follows is no list of its own and no other paper's ("in the label").
_RECALLED = compiled(
    rf"(?P<none>\b{_NONE}) "
    rf"(?:(?:the|these|those) (?:(?:same|said|aforementioned|above(?:-?(?:named|listed))?) )?{_COUNT}{_BARS}"
    rf"(?: {_RULES_OUT})?"
    rf"|above {_BARS.replace('bars', 'above')}|{_BARS.replace('bars', 'alone')}(?=,? (?:\w+ ){{0,2}}{_NAMED}| above))"
    rf"(?:,? (?:that (?:is|are|were) |which (?:is|are|were) )?\(?{_NAMED}(?:[ -]{_PLACE})*\)?"
    rf"|(?: {_PLACE})*? above\b(?: {_PLACE})*)?"
    r"(?: (?:has|have|had|was|were|is|are))?(?: (?:since|now|newly))?(?: (?:developed|appeared|present|arisen))?"
    r"(?=\s*(?:[.;,)]|$|and\b))",
    re.IGNORECASE,
)
# "The contraindications named for TRD are absent"
_ABSENT = compiled(
    rf"(?:^|[;,])\W*(?:and )?(?:all )?(?:of )?the {_COUNT}{_BARS} (?:{_NAMED}(?:[ -]{_PLACE})*|{_RULES_OUT})"
    r" (?:are|is|remain|must) (?:(?:still|be|remain) )*(?:absent|not present|ruled out)(?=\W*$)",
    re.IGNORECASE,
)


def with_recalled_bars(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks` with the bars spelled out wherever a sentence recalls them, and what is printed in its place."""
    listed = dict(_listed(blocks)) or dict(_labelled(blocks))
    # Of two lists nobody can tell which is meant.
    if len(set(listed.values())) != 1:
        return tuple(blocks), {}
    (first, bars), *_ = listed.items()
    told = [_told(block, *bars) if place > first else block for place, block in enumerate(blocks)]
    changed = {new.text: old.text for new, old in zip(told, blocks, strict=True) if new is not old}
    return tuple(told), changed


def _told(block: Block, called: str, bars: str) -> Block:
    def spelled(found: re.Match[str]) -> str:
        parts = found.groupdict()
        name = (parts["bars"] or parts.get("above") or parts.get("alone") or "").lower()
        none = parts.get("none") or "; has none of"
        return f"{none} the following: {bars}" if name in (called, "condition") else found[0]

    text = _ABSENT.sub(spelled, _RECALLED.sub(spelled, block.text))
    return replace(block, text=text) if text != block.text else block


def _listed(blocks: Sequence[Block]) -> Iterator[tuple[int, tuple[str, str]]]:
    """The places where bars are listed, each with what they are called and the list in a line."""
    for place, block in enumerate(blocks):
        if found := _LISTED.search(block.text):
            names = [found["list"]] if found["list"].strip() else list(_items_below(blocks, place))
            if bars := ", ".join(name.strip(" ;,.") for name in names):
                yield place, (found["bars"].lower(), bars)


def _labelled(blocks: Sequence[Block]) -> Iterator[tuple[int, tuple[str, str]]]:
    """The places where a label of bars stands before what they are, in the same block or over its definition."""
    above = ""
    for place, block in enumerate(blocks):
        text = f"{above}: {block.text}" if block.kind == "definition" else block.text
        if block.kind in ("definition", "item", "row") and (found := _LABEL.match(text)):
            yield place, (found["bars"].lower(), re.sub(r"\s*;\s*", ", ", found["list"].strip(" ;,.")))
        above = block.text


def _items_below(blocks: Sequence[Block], place: int) -> Iterator[str]:
    lead = blocks[place]
    for block in blocks[place + 1 :]:
        if block.kind != "item" or (lead.kind == "item" and block.depth <= lead.depth):
            return
        yield re.sub(r"(?:;|,)?\s*(?:and|or)\W*$", "", block.text)
