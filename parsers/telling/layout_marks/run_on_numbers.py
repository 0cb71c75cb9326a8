"""Numbered demands that run on in one paragraph, some of one use alone ("… if: 1) …; and 2) for depression, …").

Each is read as an item of its own: only so a use that stands before one of them limits that one, and none beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block
from parsers.telling.words_of_steps import parted_where
from parsers.uses.conditional_uses import condition

_NUMBER = compiled(r"(?:^|(?<=[\s:;]))\(?(?P<count>\d{1,2})\)\s+(?=[A-Z(\"“≥>]|[a-z]{2})")
_LEADS_IN = compiled(r":\s*$")
_ENDS = compiled(r"(?:[;,.]|[;,]? and)\s*$", re.IGNORECASE)
_OPENS_WITH_CONDITION = compiled(r"^\W*(?:if|for|when|where|in)\b", re.IGNORECASE)
_FEWEST = 3


def with_numbers_apart(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, such a paragraph as its lead-in, an item for each number and the sentences behind the last."""
    return parted_where(_NUMBER, blocks, _parts)


def _parts(block: Block) -> Iterator[Block]:
    lead, *asked = _pieces(block.text) if block.kind == "paragraph" else ("",)
    if not _are_demands(lead, asked):
        yield block
        return
    yield replace(block, text=lead.rstrip())
    *others, last = asked
    final, *behind = sentences(last)
    for count, said in enumerate((*others, final), start=1):
        yield replace(block, kind="item", depth=1, marker=f"{count}.", text=said.strip())
    if behind:
        yield replace(block, text=" ".join(behind))


def _pieces(text: str) -> tuple[str, ...]:
    """What stands before and behind the numbers of a text, where they count from one; () where they do not."""
    numbers = list(_NUMBER.finditer(text)) if ")" in text else []
    if [int(found["count"]) for found in numbers] != list(range(1, len(numbers) + 1)):
        return ("",)
    ends = [0, *(found.end() for found in numbers)]
    starts = [*(found.start() for found in numbers), len(text)]
    return tuple(text[start:end] for start, end in zip(ends, starts, strict=True))


def _are_demands(lead: str, asked: Sequence[str]) -> bool:
    """Whether a lead-in asks for all of several clauses, one at least of a use that it opens with."""
    if len(asked) < _FEWEST or not _LEADS_IN.search(lead) or not all(map(_ENDS.search, asked[:-1])):
        return False
    return any(_OPENS_WITH_CONDITION.match(said) and condition(said) for said in asked)
