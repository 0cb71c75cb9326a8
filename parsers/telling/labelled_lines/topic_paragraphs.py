"""Paragraphs under the requirements for a use that each open with their topic: "Age. 18 or older.", "History: …".

No lead-in stands over them: they are the items of the list that their heading leads in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from parsers.answering.answers import stated_status
from parsers.criteria.families import ROOT_KEYS, findings_in
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.phases.phases import read_phase
from parsers.sections.roles import heading_role
from parsers.uses.indications import mentions

_FEWEST, _FEWEST_ASKED = 3, 2
_TOPIC = compiled(r"^(?P<topic>[A-Z][a-z-]+(?: (?:of|and|or|[A-Za-z][a-z-]+)){0,3})[.:] (?=\S)")


def with_topics_listed(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with such paragraphs as items, where each of a section under the name of a use has its topic."""
    told: list[Block] = []
    for path, run in groupby(blocks, key=lambda block: block.path if block.kind == "paragraph" else None):
        section = tuple(run)
        told += map(_as_item, section) if path and _of_a_use(path[-1]) and _is_list(section) else section
    return tuple(told)


def _of_a_use(title: str) -> bool:
    return heading_role(title) == "indications" and bool(mentions(title)) and stated_status(title) is None


def _is_list(section: Sequence[Block]) -> bool:
    topics = list(_topics(section))
    if len(section) < _FEWEST or len(topics) < len(section):
        return False
    answers = any(stated_status(block.text) or read_phase(block.text) for block in section)
    apart = any(mentions(topic) or named_products(topic) for topic in topics)
    asked = sum(any(found.key not in ROOT_KEYS for found in findings_in(block.text)) for block in section)
    return not (answers or apart) and asked >= _FEWEST_ASKED


def _topics(section: Sequence[Block]) -> Iterator[str]:
    yield from (found["topic"] for block in section if (found := _TOPIC.match(block.text)))


def _as_item(block: Block) -> Block:
    return replace(block, kind="item", depth=1)
