"""Notes by their letters in a row of a list of drugs, in the words of the list's own legend.

"PS (psychiatrist)" under "PS: prescribed by the specialist shown, or in consultation with one" says who may
prescribe, and "BH" under "BH = must be prescribed by a psychiatrist" says it by itself. Amounts, and letters that the
legend only names, stay for those who know them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from parsers.criteria.families import findings_in
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.models import Block, CriterionKey

_LETTERS = r"[A-Z][A-Z0-9]{0,4}"
# "PS (psychiatrist)", "PR: psychiatrist", "RX-Psychiatry", "BH".
_NOTE = compiled(
    rf"\W*(?P<mark>{_LETTERS})(?:(?:\s*[:=(\[–—-]\s*|\s+)(?P<of>[^()\[\]]{{3,60}}?)\s*[)\]]?)?\W*", re.DOTALL
)
# Notes of a cell stand behind a comma, a semicolon or on a line of their own; in brackets a comma parts nothing.
_PARTING = compiled(r"[;\n|](?![^(\[]*[)\]])|,(?![^(\[]*[)\]])")
_SPECIALISTS = compiled(
    r"(?:(?:an?|by|board[- ]certified|only|specialty|or|and|other|of|the) |[,/ ])*"
    r"(?:(?:psychiatr(?:ists?|y|ic)|(?:mental|behavioral) health|neurolog(?:ists?|y)|pain|anesthesiolog(?:ists?|y)|"
    r"nurses?|practitioners?|physicians?|specialists?|prescribers?|providers?|clinicians?|professionals?|medicine|"
    r"management|PMHNPs?|APRNs?|NPs?|only|or|and|an?|other|the)\b[,/ ]*)+",
    re.IGNORECASE,
)
# A specialist by the name of the specialty, as a person.
_SPECIALTY = compiled(r"\bpsychiatry\b", re.IGNORECASE)
_OR_CONSULTED = compiled(r"\bconsult", re.IGNORECASE)
_OF_AGE = compiled(r"\bages?\b", re.IGNORECASE)
_YEARS = compiled(r"\d{1,2}\b")
_OF_NOTES: frozenset[CriterionKey] = frozenset({"age_min", "age_max", "prescriber", "failed_ad_count", "rems"})
_MEANS = r"\s*(?:=|:|–|—|-|\bmeans\b|\bstands for\b|\bindicates\b)\s*"
_DEFINED = compiled(rf"(?:^|(?<=[;.,:|\n•])|\bkey|\blegend)[\s\"“'(]*(?P<mark>{_LETTERS})[\"”')]*{_MEANS}(?=[A-Za-z])")
_ENDS = compiled(r"[;\n|]")
# What lists its drugs in rows tells their notes shortly.
_LONGEST = 160
_PAIR = 2


def with_legend_told(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with such notes in the rows of our drug in full; and what is printed there."""
    noted = {place: marks for place, block in enumerate(blocks) if (marks := _marks(block))}
    if not noted:
        return tuple(blocks), {}
    meanings = _meanings(blocks, frozenset().union(*noted.values()))
    restated: dict[str, str] = {}
    told = [_told(block, meanings, restated) if place in noted else block for place, block in enumerate(blocks)]
    return tuple(told), restated


def _marks(block: Block) -> frozenset[str]:
    """The letters of the notes in a row of our drug."""
    if block.kind != "row" or len(block.cells) < _PAIR or "esketamine" not in named_products(block.text):
        return frozenset()
    notes = (_NOTE.fullmatch(part) for cell in block.cells for part in _parts(cell))
    return frozenset(note["mark"] for note in notes if note)


def _parts(cell: str) -> list[str]:
    return _PARTING.split(cell) if len(cell) <= _LONGEST else []


def _meanings(blocks: Sequence[Block], marks: frozenset[str]) -> dict[str, str]:
    """What the legend says of the letters that are looked for; of two legends the first."""
    meanings: dict[str, str] = {}
    for block, after in pairwise((*blocks, Block("paragraph", "", 1))):
        for mark, words in _defined(block, after):
            if mark in marks:
                meanings.setdefault(mark, words)
    return meanings


def _defined(block: Block, after: Block) -> Iterator[tuple[str, str]]:
    """The letters that a row of two cells, a term or a line explains, each with its words."""
    if block.kind == "row":
        if len(block.cells) == _PAIR:
            yield block.cells[0].strip(" \"'“”()*:"), block.cells[1]
        return
    if block.kind == "term" and after.kind == "definition":
        yield block.text.strip(" :"), after.text
        return
    found = list(_DEFINED.finditer(block.text))
    for place, each in enumerate(found):
        end = found[place + 1].start() if place + 1 < len(found) else len(block.text)
        yield each["mark"], _ENDS.split(block.text[each.end() : end])[0]


def _told(row: Block, meanings: Mapping[str, str], restated: dict[str, str]) -> Block:
    cells = tuple(_cell(cell, meanings) for cell in row.cells)
    if cells == row.cells:
        return row
    text = " | ".join(cells)
    restated |= {text: row.text, **dict(zip(cells, row.cells, strict=True))}
    return replace(row, text=text, cells=cells)


def _cell(cell: str, meanings: Mapping[str, str]) -> str:
    parts = _parts(cell)
    told = [_in_words(part, meanings) for part in parts]
    return "; ".join(part.strip(" .") for part in told) if told != parts else cell


def _in_words(part: str, meanings: Mapping[str, str]) -> str:
    note = _NOTE.fullmatch(part)
    if note is None:
        return part
    meaning, of = meanings.get(note["mark"], ""), (note["of"] or "").strip()
    if not of:
        return meaning if {found.key for found in findings_in(meaning)} & _OF_NOTES else part
    if _OF_AGE.search(meaning) and _YEARS.search(of):
        return f"Age limit: {of}"
    return _prescribed_by(of, meaning) if _SPECIALISTS.fullmatch(of) else part


def _prescribed_by(who: str, meaning: str) -> str:
    either = "by or in consultation with" if _OR_CONSULTED.search(meaning) else "by"
    return f"Must be prescribed {either} {_SPECIALTY.sub('psychiatrist', who)}"
