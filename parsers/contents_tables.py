"""Tables of contents: titles of sections with their pages, and links to other policies beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.models import Block
from parsers.patterns import compiled

_CONTENTS = compiled(r"^\W*table of contents\W*$", re.IGNORECASE)
_IN_SHORT = compiled(r"^\W*contents\W*$", re.IGNORECASE)
_PAGES = compiled(r"^\W*(?:pages?|p\.|pg\.?)(?: (?:no\.?|numbers?))?\W*$", re.IGNORECASE)
_MOST_WORDS_OF_A_TITLE = 14


def without_contents(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks` without the rows of tables of contents: a title there is no answer, be it of this policy or another."""
    return tuple(block for block in blocks if not (block.kind == "row" and _is_of_contents(block)))


def _is_of_contents(row: Block) -> bool:
    in_short = any(map(_IN_SHORT.match, row.header)) and any(map(_PAGES.match, row.header))
    titled = in_short or any(map(_CONTENTS.match, row.header))
    return titled and all(len(cell.split()) <= _MOST_WORDS_OF_A_TITLE for cell in row.cells)
