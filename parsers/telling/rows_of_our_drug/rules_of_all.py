"""Rules for all drugs of a class, below the list of the class that names ours: they are asked of ours by name.

"All agents in this class require a diagnosis made by DSM-5." asks of each of them, whatever its own criteria add.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block
from parsers.telling.told_tables.entries import NAMES

_ALL = compiled(
    r"^\W*(?:all|any|every|each)(?: of the)? (?:agents?|drugs?|products?|medications?|medicines?) (?:in|of|on) (?:this|"
    r"the) (?:(?:drug|therapeutic|PDL) )?(?:class|category|list|group|section) (?P<verb>requires?|needs?|must)\b"
    r"(?![^.;]*\b(?:except|other than|unless|apart from|excluding|authori[sz]ation|PA)\b)",
    re.IGNORECASE,
)


def with_rules_of_all(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with such rules as rules of our drug; and what is printed for them."""
    restated: dict[str, str] = {}
    told: list[Block] = []
    for place, block in enumerate(blocks):
        text = _of_ours(block, blocks[:place])
        restated.update({text: block.text} if text else {})
        told.append(replace(block, text=text) if text else block)
    return tuple(told), restated


def _of_ours(block: Block, before: Sequence[Block]) -> str:
    """A rule of all drugs, of the only drug of ours that the list of its section names; "" for anything else."""
    found = _ALL.match(block.text) if block.kind == "paragraph" and not named_products(block.text) else None
    listed = {
        product
        for row in (before if found else ())
        if row.kind == "row" and row.path[: len(block.path)] == block.path
        for product in named_products(row.text)
    }
    if found is None or len(listed) != 1 or len(sentences(block.text)) != 1:
        return ""
    verb = found["verb"].lower()
    verb = verb if verb == "must" else f"{verb.rstrip('s')}s"
    return f"{NAMES[listed.pop()]} {verb}{block.text[found.end() :]}"
