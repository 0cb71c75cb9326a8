"""Tables of contents: titles of sections with their pages, and links to other policies beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.language.patterns import compiled
from parsers.models import Block

_CONTENTS = compiled(r"^\W*table of contents(?: \([^()]{2,30}\))?\W*$", re.IGNORECASE)
_IN_SHORT = compiled(r"^\W*contents\W*$", re.IGNORECASE)
_PAGES = compiled(r"^\W*(?:pages?|p\.|pg\.?)(?: (?:no\.?|numbers?))?\W*$", re.IGNORECASE)
# "3. INFUSION THERAPY: KETAMINE .......... | 2": dots that lead to a page.
_LEADS_ON = compiled(r"(?:\. ?|…){4,}\W*$")
_LINE = compiled(r"^(?:\W*[\dA-Z]{1,3}[.)] )?[^.]{3,90}(?:\. ?|…){5,} *\d{1,3}\W*$")
_A_PAGE = compiled(r"^\W*\d{1,3}\W*$")
_MOST_WORDS_OF_A_TITLE = 14


def without_contents(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks` without the rows of tables of contents: a title there is no answer, be it of this policy or another."""
    return tuple(
        block
        for block in blocks
        if not (_is_of_contents(block) if block.kind == "row" else block.kind != "heading" and _is_line(block.text))
    )


def _is_line(text: str) -> bool:
    """Whether a line is a title and dots that lead to its page."""
    return len(text.split(".", maxsplit=1)[0].split()) <= _MOST_WORDS_OF_A_TITLE and bool(_LINE.match(text))


def _is_of_contents(row: Block) -> bool:
    in_short = any(map(_IN_SHORT.match, row.header)) and any(map(_PAGES.match, row.header))
    leads_on = _A_PAGE.match(row.cells[-1]) and any(map(_LEADS_ON.search, row.cells[:-1])) if row.cells else None
    titled = in_short or leads_on or any(map(_CONTENTS.match, row.header))
    return bool(titled) and all(len(cell.split()) <= _MOST_WORDS_OF_A_TITLE for cell in row.cells)
