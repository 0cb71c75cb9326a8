"""Paragraphs that are a list by their words alone: a page of plain boxes marks no items."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from parsers.answering.answers import stated_status
from parsers.answering.bare_statuses import bare_status
from parsers.criteria.lists import quantifier
from parsers.drugs.names import named_products
from parsers.language.lead_ins import leads_in
from parsers.language.patterns import compiled
from parsers.masthead.stacked_facts import stacked_facts
from parsers.models import Block
from parsers.sections.headings import is_connective
from parsers.sections.roles import heading_role
from parsers.uses.scopes import is_label
from parsers.uses.use_titles import status_of_uses

# "…; and" at the end of a clause.
_JOINS = compiled(r"(?:;|(?<![\w-])(?:and|or))$", re.IGNORECASE)
_LONGEST_JOIN = len("and\n")
_STEP = compiled(
    r"^\W*(?:step|rule|condition|criterion|requirement|test|point|stage)\s+(?:\d{1,2}|[a-h]|one|two|three|four|five|six)"
    r"\s?[.:)–—-]+\s+(?=\w)",
    re.IGNORECASE,
)
_LONGEST = 200
_LONGEST_TITLE = 3
_ANNOUNCES = (":", ",")
_ENDED = (".", ":", "?", "!")
_FEWEST = 2


def with_bare_lists(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with paragraphs as items where a connective at their ends joins them or a colon leads them in."""
    items = dict.fromkeys(_joined(blocks), 1)
    for lead in range(len(blocks)):
        items |= dict.fromkeys(_led(blocks, lead), 1) | dict.fromkeys(_inside(blocks, lead), blocks[lead].depth + 1)
    facts = stacked_facts(blocks) if items else frozenset()
    steps = {place: step for lead in range(len(blocks)) for place, step in _steps(blocks, lead)}
    return tuple(
        steps.get(place)
        or (replace(each, kind="item", depth=items[place]) if place in items and place not in facts else each)
        for place, each in enumerate(blocks)
    )


def _steps(blocks: Sequence[Block], lead: int) -> Iterator[tuple[int, Block]]:
    """Paragraphs that a lead-in is followed by and that count themselves ("Step 1. …"), as the items that they are."""
    if blocks[lead].kind != "paragraph" or not blocks[lead].text.endswith(":"):
        return
    run = list(takewhile(lambda block: block.kind == "paragraph" and _STEP.match(block.text), blocks[lead + 1 :]))
    for count, block in enumerate(run if len(run) >= _FEWEST else (), start=1):
        yield lead + count, replace(block, kind="item", depth=1, marker=f"{count}.", text=_STEP.sub("", block.text))


def _joined(blocks: Sequence[Block]) -> Iterator[int]:
    for place, (block, after) in enumerate(pairwise(blocks)):
        text = block.text
        joins = block.kind == after.kind == "paragraph" and _JOINS.search(text, max(0, len(text) - _LONGEST_JOIN))
        if joins and not is_connective(text):
            yield from (place, place + 1)


def _led(blocks: Sequence[Block], lead: int) -> range:
    """The places of what the block at `lead` leads in: phrases, uses under their status, or the choices it offers."""
    text, after = blocks[lead].text, blocks[lead + 1 :]
    run: list[Block] = []
    if blocks[lead].kind == "paragraph" and status_of_uses(text):
        run = list(takewhile(lambda block: block.kind == "paragraph" and is_label(block.text), after))
    elif text.endswith(":") and leads_in(text) and blocks[lead].kind in ("paragraph", "heading"):
        run = list(takewhile(_is_phrase, after))
        if len(run) < _FEWEST and _offers(text):
            run = list(takewhile(_is_choice, after))
    if run and after[len(run) :] and after[len(run)].kind == "item":
        run.pop()  # It titles the list after it.
    fewest = 1 if blocks[lead].kind == "paragraph" else _FEWEST
    return range(lead + 1, lead + 1 + len(run)) if len(run) >= fewest else range(0)


def _inside(blocks: Sequence[Block], lead: int) -> range:
    """The places of unmarked choices inside the marked item at `lead` that announces them, where its list goes on."""
    item, after = blocks[lead], blocks[lead + 1 :]
    if item.kind != "item" or not item.marker or not item.text.endswith(_ANNOUNCES):
        return range(0)
    run = list(takewhile(_is_choice, after)) if item.text.endswith(":") or _offers(item.text) else []
    goes_on = len(run) >= _FEWEST and after[len(run) :] and after[len(run)].kind == "item"
    return range(lead + 1, lead + 1 + len(run)) if goes_on and after[len(run)].depth == item.depth else range(0)


def _offers(text: str) -> bool:
    asked = quantifier(text)
    return asked is not None and asked.op != "all"


def _is_phrase(block: Block) -> bool:
    """Whether a paragraph is one of a list's phrases, not the title of the section after it ("Not covered")."""
    text = block.text
    titles = len(text.split()) <= _LONGEST_TITLE and (bare_status(text) or heading_role(text))
    return block.kind == "paragraph" and len(text) <= _LONGEST and not text.endswith(_ENDED) and not titles


def _is_choice(block: Block) -> bool:
    """Whether a paragraph is one of several things asked for, not an answer of its own."""
    text = block.text
    alone = named_products(text) or stated_status(text) or leads_in(text)
    return block.kind == "paragraph" and len(text) <= _LONGEST and not alone
