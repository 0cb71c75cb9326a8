"""Tables that number the products of a record (GPI, NDC), between its labelled rows and its criteria."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.language.patterns import compiled
from parsers.masthead.labelled_lines import opens_record
from parsers.models import Block

_FEWEST_COLUMNS = 3
_TITLE = compiled(
    r"^\W*(?:GPI|NDC|generic product (?:identifier|id))(?: (?:code|number|#|no\.?)s?)?\W*$", re.IGNORECASE
)
# 14 signs of the Generic Product Identifier ("5811002010B520"), 10 or 11 of an NDC ("50458-028-02").
_NUMBER = compiled(r"^\W*(?:\d{8}[0-9A-Z]{2}\d{4}|[0-9A-Z]{14}|\d{4,5}-\d{3,4}-\d{1,2}|\d{10,11})\W*$")
_HAS_DIGITS = compiled(r"\d{4}")


def without_product_tables(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks` without the rows behind labelled ones that number products: the labels speak of the list after them."""
    kept: list[Block] = []
    for block in blocks:
        behind_labels = bool(kept) and kept[-1].kind == "row" and opens_record(kept[-1].text)
        if not (behind_labels and _numbers_products(block)):
            kept.append(block)
    return tuple(kept)


def _numbers_products(block: Block) -> bool:
    """Whether a row gives a product its number, or is the row of titles over such rows."""
    if block.kind != "row" or len(block.cells) < _FEWEST_COLUMNS:
        return False
    return any(map(_TITLE.match, (*block.header, *block.cells))) or any(
        _NUMBER.match(cell) and _HAS_DIGITS.search(cell) for cell in block.cells
    )
