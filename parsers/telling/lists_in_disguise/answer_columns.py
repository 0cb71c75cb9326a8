"""Tables of questions whose columns are the answers ("Question", "If yes", "If no"): each cell says its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.language.patterns import compiled
from parsers.models import Block

_YES = compiled(r"\W*(?:if |when )?(?:the answer is )?yes\W*", re.IGNORECASE)
_NO = compiled(r"\W*(?:if |when )?(?:the answer is )?no\W*", re.IGNORECASE)
_ASKED = compiled(r"\W*(?:questions?|criteri(?:a|on)|approval criteria|steps?|ask|no\.?|number|#)?\W*", re.IGNORECASE)
_FEWEST_COLUMNS = 3
# What an answer leads to; "Record the code" is done whatever is answered.
_LEADS = compiled(
    r"\b(?:go|proceed|continue|skip|move|return) (?:(?:on|back) )?to\b"
    r"|^\W*(?:the )?next (?:question|step|item|criterion)\b|^\W*(?:→|->|=>)|^\W*(?:continue|proceed)\W*$|"
    r"\bmeets? criteria\b"
    r"|\b(?:approve[ds]?|deny|denied|denial|stop|pass(?: on)? to|refer to)\b",
    re.IGNORECASE,
)
_NAMES = compiled(r"[A-Za-z]{2}|→|->|=>")
_SAYS_IT = compiled(r"\W*(?:if )?(?:yes|no)\b", re.IGNORECASE)


def with_answers_in_cells(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with "Yes:" and "No:" before what the cells of such a table say."""
    return tuple(_answered(blocks))


def _answered(blocks: Sequence[Block]) -> Iterator[Block]:
    columns: tuple[int, int] | None = None
    opens = True
    for block in blocks:
        if block.kind != "row":
            columns, opens = None, True
            yield block
            continue
        found = _columns(block.cells) if opens else None
        columns, opens = found or _columns(block.header) or columns, False
        if found is None:
            yield _labelled(block, columns) if columns else block


def _columns(titles: Sequence[str]) -> tuple[int, int] | None:
    """The places of the columns for "yes" and for "no"; None where the titles are others."""
    yes = [place for place, title in enumerate(titles) if _YES.fullmatch(title)]
    # "No." over the first column numbers the rows.
    no = [place for place, title in enumerate(titles) if place and _NO.fullmatch(title)]
    titled = len(titles) >= _FEWEST_COLUMNS and _ASKED.fullmatch(titles[0]) and len(yes) == len(no) == 1
    return (yes[0], no[0]) if titled else None


def _labelled(row: Block, columns: tuple[int, int]) -> Block:
    if len(row.cells) <= max(columns) or "?" not in row.text:
        return row
    words = dict(zip(columns, ("Yes", "No"), strict=True))
    # Beside what leads on, the other answer ends the flow in whatever words ("Return the request to the sender").
    leads = any(_LEADS.search(row.cells[place]) for place in columns)
    cells = tuple(
        f"{words[place]}: {cell}"
        if leads and place in words and _NAMES.search(cell) and not _SAYS_IT.match(cell)
        else cell
        for place, cell in enumerate(row.cells)
    )
    return replace(row, text=" | ".join(cells), cells=cells)
