"""Sections of a policy that held up to a day after which another holds ("Effective May 2021 through August 2025")."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from parsers.dates import find_dates
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.sections.roles import OPEN_ROLES, heading_role

_LONGEST = 120
# What a title or a label says of a text that holds on certain days, and of no patient.
_HOLDS = compiled(
    r"\b(?:effective|in (?:effect|force|use)|valid|applicable|dates? of service|services? (?:rendered|provided|given)"
    r"|coverage|policy|criteria|statements?|requests? received|current|version)\b",
    re.IGNORECASE,
)
_OF_PATIENTS = compiled(r"\b(?:patients?|members?|individuals?|therapy|treat\w+|review\w*|revis\w+)\b", re.IGNORECASE)
_UP_TO = compiled(
    r"(?:\b(?:through|thru|until|till|to|up to|before|prior to|ending|ended|end date:?)|[–—-])\s*(?:on |the )?$",
    re.IGNORECASE,
)
_FROM = compiled(
    r"\b(?:effective(?: dates?)?|from|since|starting|beginning|as of|on (?:or|and) after|in (?:effect|force) since)"
    r"(?: on)?\s*[:(]?\s*$",
    re.IGNORECASE,
)
# "5/1/2021-8/31/2025": the mark between two days.
_BETWEEN = compiled(r"(?<=\d{4})[–—-](?=\d{1,2}[/-])")


def without_past_eras(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks` without the sections that no longer held when another part of the document began to hold."""
    ended = {place: last for place, block in enumerate(blocks) if (last := _last_day(block)) is not None}
    if not ended:
        return tuple(blocks)
    began = max((day for block in blocks if (day := _first_day(block)) is not None), default=date.min)
    past = {under for place, last in ended.items() if began >= last for under in _section(blocks, place)}
    return tuple(block for place, block in enumerate(blocks) if place not in past)


def _section(blocks: Sequence[Block], start: int) -> Iterator[int]:
    """The places of a title and of what stands under it, with titles of its rank that each era has again
    or that say what is covered and what is not.
    """
    titles = Counter(block.text.lower() for block in blocks if block.kind == "heading")
    yield start
    for place, block in enumerate(blocks[start + 1 :], start + 1):
        beside = block.depth == blocks[start].depth and not _first_day(block)
        again = beside and (titles[block.text.lower()] > 1 or heading_role(block.text) in OPEN_ROLES)
        if block.kind == "heading" and block.depth <= blocks[start].depth and not again:
            return
        yield place


def _last_day(block: Block) -> date | None:
    """The last day on which what stands under a title held; None for any other block."""
    if block.kind != "heading" or not _is_of_days(block.text):
        return None
    return next((day for day, before in _dated(block.text) if _UP_TO.search(before)), None)


def _first_day(block: Block) -> date | None:
    """The day from which on a title or a label says that something holds, without an end."""
    if block.kind not in ("heading", "paragraph", "row") or not _is_of_days(block.text):
        return None
    dated = list(_dated(block.text))
    open_end = len(dated) == 1 and not _UP_TO.search(dated[0][1])
    return dated[0][0] if open_end and _FROM.search(dated[0][1].replace(" | ", " ")) else None


def _is_of_days(text: str) -> bool:
    return len(text) <= _LONGEST and bool(_HOLDS.search(text)) and not _OF_PATIENTS.search(text)


def _dated(text: str) -> Iterator[tuple[date, str]]:
    """Each date of a text, with what stands before it."""
    text = _BETWEEN.sub(" – ", text)
    return ((day, text[:start]) for day, start, _ in find_dates(text))
