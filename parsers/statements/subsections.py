"""Sections of one rank that yet stand under each other: a bare use over its phases, a bare phase over its uses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from parsers.answering.answers import stated_status
from parsers.language.lead_ins import leads_in
from parsers.language.patterns import compiled
from parsers.outline import Node
from parsers.sections.roles import heading_role
from parsers.sections.titled_bars import titles_bars
from parsers.uses.scopes import positive_indications

# "Authorization criteria", under an empty title that is a use.
_OVER_CRITERIA = compiled(
    r"^\W*(?:\w+ ){0,3}(?:criteria|requirements)"
    r"(?: (?:for|of) (?:coverage|approval|authori[sz]ation|use|treatment))?\W*$"
    # "Who may receive it", "Who qualifies".
    r"|^\W*who (?:may|can|could|qualifies|is eligible)\b(?! not\b)[^.:;]{0,40}$",
    re.IGNORECASE,
)
_Sort = Literal["use", "phase", "topic", "bars", "other"]
# What an empty heading of one sort takes under it.
_UNDER: dict[_Sort, frozenset[_Sort]] = {"use": frozenset({"phase", "topic", "bars"}), "phase": frozenset({"use"})}


def with_subsections(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """`nodes`, with sections under the empty heading of their rank that titles them.

    Bold lines of one size show no rank: "Treatment-resistant depression", empty, titles "Initial approval" and
    "Reauthorization" after it, until the next use; and "Exclusion criteria", where those bar its patients alone. So
    does a section at whose end a use is covered "when all of the following are met:".
    """
    nested: list[Node] = []
    taken = 0
    for place, node in enumerate(nodes):
        if place >= taken:
            taken = _end_of(nodes, place)
            under_it = nodes[place + 1 : taken]
            nested.append(replace(node, children=(*node.children, *under_it)) if under_it else node)
    return tuple(nested)


def _end_of(nodes: Sequence[Node], place: int) -> int:
    """Where the sections that stand under the heading at `place` end."""
    under, end = _takes(nodes[place]), place + 1
    if "bars" in under and not _each_has_bars(nodes):
        under -= {"bars"}
    # What bars patients right behind the title is of its use, whatever stands under the others.
    end += "topic" in under and end < len(nodes) and _sort(nodes[end]) == "bars"
    while under and end < len(nodes) and _sort(nodes[end]) in under:
        end += 1
    return end


def _each_has_bars(nodes: Sequence[Node]) -> bool:
    """Whether no fewer sections bar patients than uses are told of, so that none bars those of several uses."""
    sorts = [_sort(node) for node in nodes]
    return sorts.count("bars") >= sorts.count("use")


def _takes(node: Node) -> frozenset[_Sort]:
    """The sorts of headings beside it that stand under a heading."""
    if not node.children:
        return _UNDER.get(_sort(node), frozenset())
    last = node.children[-1]
    covers = last.block.kind == "paragraph" and not last.children and stated_status(last.block.text) == "covered"
    leads = node.block.kind == "heading" and covers and leads_in(last.block.text)
    return frozenset({"phase"}) if leads and positive_indications(last.block.text) else frozenset()


def _sort(node: Node) -> _Sort:
    text = node.block.text
    if node.block.kind != "heading":
        return "other"
    role = heading_role(text)
    if positive_indications(text):
        return "use" if role in (None, "indications") else "other"
    if role in ("initial", "renewal", "limits"):
        return "phase"
    if role == "exclusions":
        return "bars" if titles_bars(node) else "other"
    criteria = role == "indications" and _OVER_CRITERIA.match(text)
    return "topic" if role is None or criteria else "other"
