"""Tables of conditions that a sentence leads in ("… none of the following being present:") as the list they are: each
row is a condition, with its code or a note of where it is told; and numbered rows of what must be true ("if all of
these statements are true:" over "1 | The worker …"), of which one that nobody reads would vanish in a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from parsers.criteria.conditions import named
from parsers.language.lead_ins import leads_in
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.telling.lists_in_disguise.numbered_rows import are_counted

_CODES = compiled(r"\b(?:ICD\b.*|codes?)", re.IGNORECASE)
_ONLY_CODES = compiled(r"(?:\W*\b[A-TV-Z]\d[0-9A-Z](?:\.?[0-9A-Z]{1,4})?(?:\.x|x{1,2})?\b)*\W*", re.IGNORECASE)
_NONE = compiled(r"\b(?:none|neither|no|not|without|absent|absence|exclud\w+|free of|rul\w+ out)\b", re.IGNORECASE)
_ALL = compiled(
    r"\b(?:all|each|every|both)\b(?: \w+){0,5}? (?:following|these|those|below|criteri\w+|requirements?|conditions?|"
    r"statements?|points?|items?|rows?|lines?)\b[^:;.]{0,60}:\s*$"
    r"|\b(?:the following|these)\b[^:;.]{0,60}\b(?:met|true|so|apply|satisfied|shown|fulfilled|hold)\s*:\s*$",
    re.IGNORECASE,
)
_FEWEST_ROWS = 2


def with_led_rows(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with the rows of such a table as items under the sentence before it."""
    return tuple(_each_table(blocks))


def _each_table(blocks: Sequence[Block]) -> Iterator[Block]:
    before: Block | None = None
    for (kind, _, _), run in groupby(blocks, key=lambda block: (block.kind, block.header, block.path)):
        rows = list(run)
        place = _place(rows, before) if kind == "row" and before else None
        yield from rows if place is None else (_item(row, place) for row in rows)
        before = rows[-1]


def _place(rows: Sequence[Block], before: Block) -> int | None:
    """The column that holds the items of the sentence before a table; None where it leads in none."""
    if before.kind not in ("paragraph", "item") or not leads_in(before.text):
        return None
    if _NONE.search(before.text):
        return _conditions(rows)
    if not asks_for_all(before.text) or len(rows) < _FEWEST_ROWS:
        return None
    if all(len(row.cells) == 1 for row in rows):
        return 0
    return 1 if are_counted(rows) else None


def asks_for_all(lead: str) -> bool:
    """Whether a lead-in asks for all that it leads in."""
    return bool(_ALL.search(lead))


def _conditions(rows: Sequence[Block]) -> int | None:
    """The column whose cells are each a condition, where all others hold codes; None where the table is another."""
    columns = range(len(rows[0].cells))
    if any(len(row.cells) != len(columns) for row in rows):
        return None
    places = [place for place in columns if all(any(named(row.cells[place].lower())) for row in rows)]
    rest = [place for place in columns if not _holds_codes(rows, place)]
    return places[0] if len(places) == 1 and rest == places else None


def _holds_codes(rows: Sequence[Block], place: int) -> bool:
    title = rows[0].header[place] if rows[0].header else ""
    return bool(_CODES.search(title)) or all(_ONLY_CODES.fullmatch(row.cells[place]) for row in rows)


def _item(row: Block, place: int) -> Block:
    return replace(row, kind="item", depth=1, text=row.cells[place], cells=(), header=())
