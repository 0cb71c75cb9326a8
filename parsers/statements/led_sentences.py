"""A sentence as a node of the outline, led in by the title or heading that it answers."""

from __future__ import annotations

import re
from dataclasses import replace

from parsers.deciding.paragraph_shapes import only_lengths
from parsers.deciding.paragraph_wording import BARE_SPAN, TITLES_APPROVAL
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.outline import Node
from parsers.sections.section_scopes import Scope
from parsers.uses.scopes import is_label

# "Weeks 1-4: 6 devices per week", as an item: what a schedule of the label says as well, but for the title over it.
_IN_WEEKS = compiled(
    # The use may stand in front of the weeks.
    r"^\W*(?:[A-Za-z][^:;.,(\d]{3,90}(?:, | \())?"
    r"(?:(?:the )?first (?:\d+|\w+) (?:weeks|days|months)|(?:weeks?|months?|days?) \d+)\b[^:;]{0,30}:\s*(?=\S)",
    re.IGNORECASE,
)
# "For depression, initial approval: 6 months": a label that says itself what the length is of.
_OF_APPROVAL = compiled(r"\b(?:pre|re)?-?(?:approv(?:al|ed)|authori[sz](?:ation|ed))s?\b", re.IGNORECASE)


def is_of_weeks(sentence: str, scope: Scope) -> bool:
    """Whether a sentence among limits is the amount of some weeks of treatment."""
    return scope.role == "limits" and bool(_IN_WEEKS.match(sentence))


def led_in(sentence: str, title: str, block: Block, scope: Scope, *, after_cover: bool) -> Node:
    """The sentence as a node; in a section of limits its heading leads it in ("Length of approval": "6 months").

    `title`: the run-in title of the paragraph that holds it; `after_cover`: the paragraph has said that there is cover.
    """
    alone = Node(replace(block, text=sentence))
    others = set(named_products(sentence)) - set(named_products(title)) if named_products(title) else ()
    if title and sentence != title and not others:
        item = Node(replace(block, kind="item", text=sentence, depth=1))
        return Node(replace(block, text=title, cells=(sentence,)), (item,))
    label, colon, rest = sentence.partition(":")
    limit = rest.strip() if colon and is_label(label) and not _OF_APPROVAL.search(label) else sentence
    # "Resistant depression: 3 months. Acute suicidality: 4 weeks.", after the list of what is covered.
    told = scope.status == "covered" or only_lengths(block.text)
    alone_in_section = block.kind == "paragraph" and limit == block.text and bool(scope.indications)
    of_cover = told if limit != sentence else alone_in_section or after_cover
    if BARE_SPAN.match(limit) and of_cover:
        item = Node(replace(alone.block, kind="item", text=limit))
        return Node(replace(block, text="Approval", cells=(sentence,)), (item,))
    of_limits = (
        scope.role == "limits"
        or (scope.role in ("initial", "renewal") and BARE_SPAN.match(sentence))
        or (block.path and TITLES_APPROVAL.match(block.path[-1]))
    )
    printed = block.kind == "paragraph" or (
        block.kind == "item" and (BARE_SPAN.match(limit) or is_of_weeks(sentence, scope))
    )
    if not of_limits or not block.path or not printed:
        return alone
    item = Node(replace(block, kind="item", text=limit, depth=1))
    return Node(replace(block, text=block.path[-1], cells=(sentence,)), (item,))
