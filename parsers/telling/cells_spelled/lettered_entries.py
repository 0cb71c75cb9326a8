"""Entries of a drug list in one line each, with letters that a key explains: as rows of a table.

"Codes: P prior authorization – Q30 quantity limit per 30 days – X excluded", "ESKETAMINE: P, Q30 = 12 devices".
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.models import Block

_LETTERS = r"[A-Z]{1,3}\d{0,3}"
_TITLE = compiled(
    r"^\W*(?:(?:restriction|drug list|list|utilization management|UM) )?(?:codes?|key|legend|symbols?|marks?|"
    r"abbreviations?)\s*:\s*",
    re.IGNORECASE,
)
_PAIR = compiled(
    rf"(?<![\w-])(?P<letters>{_LETTERS})\s*(?:[=:–-]|means|stands for)?\s+(?P<words>[a-z][a-z0-9 /-]{{3,60}}?)\s*"
    rf"(?=[;,.|]|\s[–—-]\s|$)"
)
# What the marks of a drug list stand for.
_RESTRICTS = compiled(
    r"\b(?:authori[sz]ation|approval|precertification|step|quantity|age|limits?|excluded|(?:not )?covered|specialty)\b"
)
_ENTRY = compiled(r"\W*(?P<name>[^:;|]{3,90}?)\s*(?::|\s[–—-])\s+(?P<marks>\S.*?)\s*\.?")
_MARK = compiled(rf"(?P<letters>{_LETTERS})(?:\s*[=:]\s*(?P<value>\S.*))?")
_BETWEEN = compiled(rf"\s*[,;]\s*(?={_LETTERS}\s*(?:[,;=:]|$))")
_KINDS = ("item", "paragraph", "definition")
_FEWEST = 2

Marks = list[tuple[str, str]]


def with_lettered_entries(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with such entries as rows that spell their marks out, and what is printed for each of these."""
    keys = [_key(block.text) for block in blocks if block.kind in _KINDS and _TITLE.match(block.text)]
    words = {letters: said for key in keys for letters, said in key.items()}
    entries = {place: _marks(block, words) for place, block in enumerate(blocks)} if words else {}
    entries = {place: marks for place, marks in entries.items() if marks}
    if len(entries) < _FEWEST or not any(named_products(blocks[place].text) for place in entries):
        return blocks, {}
    told = tuple(_row(block, entries[place]) if place in entries else block for place, block in enumerate(blocks))
    return told, {cell: blocks[place].text for place in entries for cell in told[place].cells[1:] if cell}


def _key(text: str) -> dict[str, str]:
    """The letters that a key explains, each with its words; {} where these are not those of a drug list."""
    pairs = {found["letters"]: found["words"].strip() for found in _PAIR.finditer(_TITLE.sub("", text))}
    return pairs if len(pairs) >= _FEWEST and any(map(_RESTRICTS.search, pairs.values())) else {}


def _marks(block: Block, words: Mapping[str, str]) -> Marks:
    """The words of each mark of an entry, with what it is set to; [] of a block with anything else in it."""
    entry = _ENTRY.fullmatch(block.text) if block.kind in _KINDS else None
    found = [_MARK.fullmatch(part) for part in _BETWEEN.split(entry["marks"])] if entry else []
    if not found or not all(mark and mark["letters"] in words for mark in found):
        return []
    return [(words[mark["letters"]], mark["value"] or "") for mark in found if mark]


def _row(block: Block, marks: Sequence[tuple[str, str]]) -> Block:
    """The row of an entry: its name, its marks, and a cell of notes for each that is set to something."""
    entry = _ENTRY.fullmatch(block.text)
    name = entry["name"] if entry else block.text
    notes = [f"{words}: {value}" for words, value in marks if value]
    named = ", ".join(dict.fromkeys(words for words, _ in marks))
    header = ("Drug", "Restrictions", *("Notes" for _ in notes))
    return replace(block, kind="row", cells=(name, named, *notes), header=header, depth=0, marker="")
