"""Notes of a drug list that tell what is asked for each of its drugs, by the sign behind the name of the drug.

"Auvelity (1)", "Spravato (2)" in the list, and below it "(1) …" and "(2) …"; "Spravato | NP | B" over "Criteria B".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from parsers.answering.answers import DENIED, stated_status
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block
from parsers.text import ON_THE_LINE

_SIGN = r"(?P<sign>[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,2}|\[(?:\d{1,2}|[A-Ha-h])\]|\((?:\d{1,2}|[A-Ha-h])\))"
_WORD = r"(?:[Ff]oot)?[Nn]otes?|NOTE|[Cc]riteri(?:a|on)|CRITERIA|[Ss]ee|[Ss]et|[Rr]ule"
# "Spravato²", "SPRAVATO (esketamine) [B]": a name of the list and the sign behind it.
_BEHIND = compiled(rf"(?P<name>[A-Za-z][\w-]*[A-Za-z])[®™]?(?: \([a-z][a-z /-]+\))? ?{_SIGN}(?![\w-])")
# "Note 2", "B": a cell that sends the reader on, and no more.
_ALONE = compiled(rf"\W*(?:(?:{_WORD})\s*)*(?P<sign>\d{{1,2}}|[A-H])\W*")
_SENDS_ON = compiled(r"\b(?:notes?|footnotes?|criteria|references?|rules?|comments?)\b", re.IGNORECASE)
_OPENS = compiled(rf"\W*(?:(?:{_WORD})\s*(?P<bare>\d{{1,2}}|[A-H])(?![\w])|{_SIGN})[\s.:)–—-]*(?P<note>.*)")
# A number with a full stop counts a list.
_BRACKETED = compiled(r"^[^(\[].*")
_BETWEEN = compiled(r"\s*;\s+(?:and\s+)?")
_FEWEST = 2


def with_notes_by_drug(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with each such note as what is asked for its drug; and for each of these what is printed."""
    drugs = _drugs(blocks)
    notes = {place: sign for place, block in enumerate(blocks) if (sign := _sign_of_note(block)) in drugs}
    ours = {sign for sign, names in drugs.items() if any(map(named_products, names))}
    once = len(set(notes.values())) == len(notes) >= _FEWEST
    if len(drugs) < _FEWEST or not once or not ours & set(notes.values()):
        return tuple(blocks), {}
    restated: dict[str, str] = {}
    told: list[Block] = []
    for place, block in enumerate(blocks):
        said = tuple(_told(block, drugs[notes[place]])) if place in notes else (block,)
        restated |= {each.text: block.text for each in said if each is not block}
        told += said
    return tuple(told), restated


def _drugs(blocks: Sequence[Block]) -> Mapping[str, list[str]]:
    """The drugs of the list by their signs."""
    drugs: defaultdict[str, list[str]] = defaultdict(list)
    for row in blocks:
        for sign, name in _signed(row) if row.kind == "row" else ():
            drugs[sign].append(name)
    return drugs


def _signed(row: Block) -> Iterator[tuple[str, str]]:
    """Each sign of a row with the name that bears it, or that stands first in the row."""
    for cell in row.cells:
        yield from ((_plain(found["sign"]), found["name"]) for found in _BEHIND.finditer(cell))
    for title, cell in _titled(row):
        if (found := _ALONE.fullmatch(cell)) and _SENDS_ON.search(title):
            yield found["sign"], row.cells[0].strip()


def _titled(row: Block) -> Iterator[tuple[str, str]]:
    if len(row.header) == len(row.cells):
        yield from list(zip(row.header, row.cells, strict=True))[1:]


def _sign_of_note(block: Block) -> str:
    """The sign that a passage of the text opens with, be it its marker; "" for none."""
    if block.kind not in ("paragraph", "item", "heading"):
        return ""
    found = _OPENS.match(block.text)
    return _plain(found["bare"] or found["sign"]) if found else _plain(_BRACKETED.sub("", block.marker))


def _plain(sign: str) -> str:
    return sign.strip("[]().: ").translate(ON_THE_LINE).upper()


def _told(note: Block, names: Sequence[str]) -> Iterator[Block]:
    """A note as what is asked for its drug: the name as a title over the list below, else before what it says."""
    name = next(filter(named_products, names), names[0])
    found = _OPENS.match(note.text)
    said = (found["note"] if found else note.text).strip()
    plain = replace(note, marker="", kind="paragraph", depth=0)
    clauses = [clause for sentence in sentences(said) for clause in _BETWEEN.split(sentence.rstrip(" ."))]
    if not clauses:
        yield replace(note, text=f"{name}:" if note.kind != "heading" else name, marker="")
    elif not named_products(name) or any(map(stated_status, clauses)) or stated_status(said) in DENIED:
        yield replace(plain, text=f"{name}: {said}")
    else:
        yield replace(plain, text=f"{name} is covered when all of the following are met:")
        yield from (replace(plain, kind="item", depth=1, text=clause) for clause in clauses)
