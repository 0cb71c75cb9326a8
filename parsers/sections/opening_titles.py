"""Titles of a use or a phase at the start of a paragraph that leads a list in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from parsers.language.patterns import compiled
from parsers.outline import Node
from parsers.sections.headings import MADE_DEPTH
from parsers.uses.scopes import is_label, is_phase_label

_OPENING = compiled(
    r"^\W*(?:(?:section|part|step|block) \w{1,3}[.:)]\s+)?(?P<title>[^.:]{3,120})[.:]\s+(?P<rest>[A-Z][^.]{3,120}\.?)$",
    re.IGNORECASE,
)


def with_opening_titles(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """`nodes`, with what a paragraph names at its start, right before a list without a lead-in, as the list's heading.

    "Section A. Treatment-resistant depression, new start. All boxes must be ticked.": the rest leads the list in.
    """
    said: list[Node] = []
    for is_item, run in groupby(nodes, key=lambda node: node.block.kind == "item"):
        these = list(run)
        opening = _OPENING.match(said[-1].block.text) if is_item and said and not said[-1].children else None
        if opening and said[-1].block.kind == "paragraph" and is_bare_title(opening["title"]):
            block = said.pop().block
            lead = Node(replace(block, text=opening["rest"]), tuple(these))
            said.append(Node(replace(block, kind="heading", depth=MADE_DEPTH, text=opening["title"]), (lead,)))
        else:
            said += these
    return tuple(said)


def is_bare_title(text: str) -> bool:
    """Whether a text only names a use or a phase."""
    return is_label(text) or is_phase_label(text)
