"""Lines without a mark that go on with an item that ends in "or" ("2. Four drugs failed; OR", "two and TMS failed")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parsers.language.lead_ins import leads_in
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.sections.headings import is_connective

_GOES_ON = compiled(r"[\w)%][;,.]? or\W*$", re.IGNORECASE)
_LONGEST = 300


def with_alternatives_joined(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with such a line as part of its item, whose other way it is."""
    said: list[Block] = []
    for block in blocks:
        if said and _continues(said[-1], block):
            said[-1] = replace(said[-1], text=f"{said[-1].text.rstrip()} {block.text}")
        else:
            said.append(block)
    return tuple(said)


def _continues(item: Block, line: Block) -> bool:
    if item.kind != "item" or line.kind != "paragraph" or not _GOES_ON.search(item.text):
        return False
    alone = item.marker and not line.marker and item.path == line.path and len(item.text) <= _LONGEST
    return bool(alone) and not is_connective(line.text) and not leads_in(line.text)
