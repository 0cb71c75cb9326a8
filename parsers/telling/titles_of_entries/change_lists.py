"""Lists of the drugs whose rules were changed ("Zulresso: new criteria"), before the sections that give these rules."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.models import Block, Product

_TEXT = r"(?:wording|text|language|criteria|format|layout|policy|guideline|requirements?)"
_DONE = r"(?:made clearer|clarified|updated|revised|reworded|edited|changed|shortened|reformatted|rewritten|reviewed)"
# A name and what an editor did, with nothing said of any patient.
_CHANGE = compiled(
    rf"^\W*[A-Z][^.;:]{{2,60}}(?::| [–—-]) *(?:new {_TEXT}|(?:the )?{_TEXT}(?: (?:for|of|in) [^.;:]{{3,60}})? "
    rf"(?:(?:was|were|is|are|has been|have been) )?{_DONE}|{_DONE}"
    r"|(?:editorial|wording|minor|formatting) (?:changes?|edits?|updates?)(?: only)?)\W*$",
    re.IGNORECASE,
)
_FEWEST = 2


def without_change_lists(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks` without the lines of such lists on drugs that have a section of their own."""
    titled = {product for block in blocks if block.kind == "heading" for product in named_products(block.text)}
    return tuple(_kept(blocks, titled)) if titled else tuple(blocks)


def _kept(blocks: Sequence[Block], titled: set[Product]) -> Iterator[Block]:
    for is_item, run in groupby(blocks, key=lambda block: block.kind == "item"):
        items = list(run)
        changes = [item for item in items if _CHANGE.match(item.text)] if is_item else []
        listed = len(changes) >= _FEWEST and any(not named_products(item.text) for item in changes)
        for item in items:
            named = set(named_products(item.text)) if listed and item in changes else set()
            if not (named and named <= titled):
                yield item
