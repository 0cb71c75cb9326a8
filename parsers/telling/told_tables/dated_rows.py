"""Tables with a row or a column for each span of days: what holds no longer goes, the rest is told without its days.

"Through 2024 | Investigational" over "From 2025 (current) | Covered" answers with cover alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from parsers.answering.short_answers import short_answer
from parsers.language.patterns import Pattern, compiled
from parsers.models import Block
from parsers.telling.told_tables.entries import Entry, as_sentence, drug_and_uses, table_of

_YEAR = r"\b(?:19|20)\d\d\b"
_NOW = r"(?:present|current(?:ly)?|now|today|further notice)"
_ENDED = compiled(
    rf"\W*(?:(?:up )?(?:to|through|thru|until|till)|before|prior to|ending|ended)\b[^;]{{0,40}}{_YEAR}\W*"
    rf"|\W*(?:from |between )?(?:[\w/,. ]{{0,20}}){_YEAR}\W*(?:to|through|thru|until|till|and|[–—-]) ?"
    rf"(?:[\w/,. ]{{0,20}}){_YEAR}\W*(?:\((?:past|ended|retired|former\w*)\)\W*)?",
    re.IGNORECASE,
)
_OPEN = compiled(
    rf"\W*(?:on (?:and|or) after|from|since|as of|beginning|starting|effective|after)\b[^;–—]{{0,30}}{_YEAR}"
    rf"(?: (?:on|onwards?|forward|to|through|until))?\W*(?:\(?{_NOW}\)?)?\W*"
    rf"|\W*(?:[\w/,. ]{{0,20}}){_YEAR}\W*(?:to|through|[–—-]|and (?:after|later)|onwards?) ?{_NOW}?\W*|\W*{_NOW}\W*",
    re.IGNORECASE,
)
_STATUS_OF = compiled(r"^(?:(?:coverage|status|position|policy|decision) (?:of|for|on) )+", re.IGNORECASE)
_STATUS = "Status"
_PAIR = 2


def with_rows_in_force(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with what such a table says today; and what is printed for what a sentence tells."""
    if not any(block.kind == "row" for block in blocks):
        return tuple(blocks), {}
    read: list[Block] = []
    restated: dict[str, str] = {}
    for (kind, header, _, width), run in groupby(blocks, key=table_of):
        rows = list(run)
        kept = _kept(rows) if kind == "row" and width > 1 and len(header) == width else rows
        for row in kept:
            said = _sentences(row) if row not in rows and len(row.cells) == 1 else ()
            restated |= dict.fromkeys(said, row.text)
            read += [as_sentence(row, one) for one in said] or [row]
    return tuple(read), restated


def _kept(rows: Sequence[Block]) -> Sequence[Block]:
    """The rows that hold still, without their column of days; all of them in any other table."""
    ended, begun = (_matching(rows[0].header, form) for form in (_ENDED, _OPEN))
    if ended and begun:
        return [_without(row, ended, begun) for row in rows]
    for place in range(len(rows[0].cells)):
        days = [row.cells[place] for row in rows]
        past = [bool(_ENDED.fullmatch(day)) and not _OPEN.fullmatch(day) for day in days]
        if (
            any(past)
            and not all(past)
            and all(one or _OPEN.fullmatch(day) for one, day in zip(past, days, strict=True))
        ):
            left = [row for row, one in zip(rows, past, strict=True) if not one]
            alone = len(rows[0].cells) == _PAIR and not all(_sentences(_cut(row, place)) for row in left)
            return left if alone else [_cut(row, place) for row in left]
    return rows


def _matching(titles: Sequence[str], form: Pattern) -> list[int]:
    return [place for place, title in enumerate(titles) if form.fullmatch(title.replace("\n", " "))]


def _without(row: Block, ended: Sequence[int], begun: Sequence[int]) -> Block:
    """A row without the columns of spans that ended; what holds from a day on is the status."""
    pairs = zip(row.header, row.cells, strict=True)
    left = [
        (_STATUS if place in begun else title, cell) for place, (title, cell) in enumerate(pairs) if place not in ended
    ]
    return replace(row, header=tuple(title for title, _ in left), cells=tuple(cell for _, cell in left))


def _cut(row: Block, place: int) -> Block:
    header, cells = ((*part[:place], *part[place + 1 :]) for part in (row.header, row.cells))
    return replace(row, header=header, cells=cells)


def _sentences(row: Block) -> tuple[str, ...]:
    """What the one cell that is left says of the drug and the use in its title, or in that of the section."""
    answer = short_answer(row.cells[0])
    titles = (*row.header, *(title.partition(":")[0] for title in reversed(row.path)))
    whom = next(filter(None, (drug_and_uses(_STATUS_OF.sub("", title)) for title in titles)), None)
    return tuple(Entry(*whom, answer).sentences()) if whom and answer else ()
