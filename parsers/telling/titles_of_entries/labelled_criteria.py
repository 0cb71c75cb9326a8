"""Paragraphs that a label calls the criteria of our drug, beside those of others ("PA criteria for Spravato: …")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from parsers.drugs.names import is_drug_name, named_products
from parsers.language.patterns import compiled
from parsers.models import Block

_END = Block("heading", "")
_CRITERIA = (
    r"(?:(?:clinical|specific|coverage|approval|authori[sz]ation|prior authori[sz]ation|PA) )*(?:criteria|requirements)"
)
_LABEL = compiled(
    rf"\W*(?:{_CRITERIA} (?:for|of) (?P<drug>[^:;.]{{4,60}})|(?P<name>[^:;.]{{4,60}}?)(?: [–—-])? "
    rf"{_CRITERIA})\s*:\s*(?=\S)",
    re.IGNORECASE,
)


def with_labelled_criteria(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with such a paragraph as an item behind the drug's name; and what is printed in place of each.

    What it says is asked for, and of that drug alone. A document that a drug titles needs no such label.
    """
    if any(named_products(block.text) for block in blocks[:1]):
        return tuple(blocks), {}
    told = tuple(_listed(blocks))
    pairs = zip(told, blocks, strict=True)
    return told, {block.text: printed.text for block, printed in pairs if block.text != printed.text}


def _listed(blocks: Sequence[Block]) -> Iterator[Block]:
    for block, after in zip_longest(blocks, blocks[1:], fillvalue=_END):
        label = _LABEL.match(block.text) if block.kind == "paragraph" and after.kind != "item" else None
        name = (label["drug"] or label["name"]).strip() if label else ""
        rest = block.text[label.end() :] if label and is_drug_name(name) else ""
        yield replace(block, kind="item", depth=1, text=f"{name}: {rest}") if rest else block
