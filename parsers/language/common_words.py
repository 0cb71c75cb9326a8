"""One word for what payers call by many: a text as every reader reads it.

A payer "certifies" or "grants" what another approves, for "mos." or "calendar months", to "enrollees" or "insureds".
The readers know one word for each; a word of this table that is added here is known to all of them at once. What is
printed is kept beside it: the clause that speaks for a leaf is shown in the document's own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from parsers.language.patterns import compiled
from parsers.language.rewriting import New, Rewriting
from parsers.models import Block


def _as_printed(word: str, plural: str = "") -> New:
    """`word`, with a capital where the match has one; `plural` where it ends with "s"."""

    def new(match: re.Match[str]) -> str:
        told = plural if plural and match[0].endswith("s") else word
        return told[0].upper() + told[1:] if match[0][:1].isupper() else told

    return new


_AHEAD = r"pre-?authori[sz]ation|prior approval|pre-?certification|pre-?approval|advance (?:approval|authori[sz]ation)"
_TABLE: tuple[tuple[str, New], ...] = (
    # Lengths of time.
    (r"(?<=\d)[ -]?(?:mos?|mths?)\b\.?(?! ?[A-Z]{2}\b)", " months"),
    (r"(?<=\d)[ -]?wks?\b\.?", " weeks"),
    (r"(?<=\d)[ -]?yrs?\b\.?", " years"),
    (r"(?<=\d)[ -]?hrs?\b\.?", " hours"),
    (r"\bcalendar (?=(?:day|week|month|year)s?\b)", ""),
    (r"(?:(?<=\bdays)|(?<=\bweeks)|(?<=\bmonths)|(?<=\byears))' time\b", ""),
    # Authorization ahead of treatment.
    (rf"\b(?:{_AHEAD})(?! number)\b", _as_printed("prior authorization")),
    (r"\bre-authori[sz]ation(?=s?\b)", _as_printed("reauthorization")),
    (r"\bclinically necessary\b", _as_printed("medically necessary")),
    (r"\bcontra-indicat(?=ions?\b|ed\b)", _as_printed("contraindicat")),
    (r"\bpsychiatric specialist(?=s?\b)", _as_printed("psychiatrist")),
    # Who is treated.
    (r"\b(?:health )?plan members?\b|\bcovered persons?\b|\bsubscribers?\b", _as_printed("member", "members")),
)
_WORD = compiled(r"\S+")
_RULES = Rewriting(tuple((compiled(printed, re.IGNORECASE), told) for printed, told in _TABLE))


@lru_cache(maxsize=20_000)
def in_common_words(text: str) -> str:
    """`text` in the words that the readers know."""
    return _RULES.of(text)


def told_in_common_words(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """`blocks`, their headings and cells too, in the words that the readers know."""
    return tuple(_told(block) for block in blocks)


def _told(block: Block) -> Block:
    text, path = in_common_words(block.text), tuple(map(in_common_words, block.path))
    cells, header = tuple(map(in_common_words, block.cells)), tuple(map(in_common_words, block.header))
    if (text, path, cells, header) == (block.text, block.path, block.cells, block.header):
        return block
    return replace(block, text=" | ".join(cells) or text, path=path, cells=cells, header=header)


def as_first_worded(passage: str, clause: str) -> str:
    """The part of `passage` that is read as `clause`, a part of it in common words; `passage` where no part is."""
    common = in_common_words(passage)
    start = common.find(clause)
    end = start + len(clause)
    starts = [each.start() for each in _WORD.finditer(passage)]
    ends = [each.end() for each in _WORD.finditer(passage)]
    opens = [place for place in starts if in_common_words(passage[:place]).rstrip() == common[:start].rstrip()]
    closes = [place for place in ends if in_common_words(passage[place:]).lstrip() == common[end:].lstrip()]
    if start < 0 or not opens or not closes or opens[-1] >= closes[0]:
        return passage
    return passage[opens[-1] : closes[0]]
