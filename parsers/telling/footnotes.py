"""Rules told in footnotes: what a mark at a clause ("failed¹", "… dose.*") sends the reader to is read where it stands.

A note that cites a source, or that asks for nothing of ours, stays where it is; so do marks that have no note.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from parsers.language.glosses import gloss
from parsers.language.lead_ins import leads_in
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.text import without_note_marks

_MARK = r"(?:⁽[ᵃᵇᶜᵈᵉᶠᵍʰ,]+⁾|[¹²³⁴⁵⁶⁷⁸⁹]|\*{1,3}|[†‡§#]|\[\d{1,2}\])"
_OPENS = compiled(rf"(?:^|(?<=[.;] ))(?P<mark>{_MARK})\s*(?=[A-Z])")
# Behind the last word of a clause stand its marks, be they several ("depression¹,²,³").
_MARKS_AND_STOPS = " .,;¹²³⁴⁵⁶⁷⁸⁹"
_BORNE = compiled(rf"(?<=[\w.,;:)])(?P<mark>{_MARK})(?=[\s.,;:)|]|$)")
_CITES = compiled(
    r"\bet al\b|\b(?:19|20)\d\d\s*[;:.]|\bdoi\b|https?:|\bprescribing information\b|\bpackage insert\b|\baccessed\b",
    re.IGNORECASE,
)
# "*Investigational: a drug earns this name if …": a note on what a word means, whatever it goes on to say.
_DEFINES = compiled(
    r"[\"“'(]*(?:(?:not |medically )*(?:investigational|investigative|experimental|unproven|necess\w+|covered))\b"
    r"[\"”')]*(?:\s*[:=–—]| (?:means|is defined|are defined|refers|is (?:a|any|what)\b|here\b))",
    re.IGNORECASE,
)
# What only a rule says; a note of definitions or of a source does not.
_RULES = compiled(
    r"\b(?:must|shall|required?|approv\w+|authori[sz]\w+|renew\w*|fail\w*|age|aged|older|prescrib\w+|psychiatrist|"
    r"devices?|kits?|in addition|members? (?:is|has|are|have)|patients? (?:is|has|are|have))\b"
    # Without a verb: "At the full dose for eight weeks each.", "Within the current episode.", "Unless not tolerated."
    r"|^(?:at|for|with|within|in|during|from|of|unless|except|not|including|each|both|all)\b[^.;:]*\b(?:doses?|weeks?|"
    r"months|days|episode|class(?:es)?|contraindicat\w+|tolera\w+|scores?|adheren\w+|augment\w+|trials?)\b",
    re.IGNORECASE,
)


def with_footnotes(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with what their notes ask for at the clauses that bear the mark, and without these notes."""
    notes = {place: dict(_notes(block)) for place, block in enumerate(blocks) if block.kind in ("paragraph", "item")}
    borne = {mark for block in blocks for mark in _borne(block)}
    told = {mark: text for found in notes.values() for mark, text in found.items() if mark in borne}
    if not told:
        return tuple(blocks)
    return tuple(_told(blocks, told, {place for place, found in notes.items() if found and set(found) <= borne}))


def without_marks_of_sources(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with titles without the marks of their notes, where no note tells a rule."""
    if any(True for block in blocks if block.kind in ("paragraph", "item") for _ in _notes(block)):
        return tuple(blocks)
    return tuple(_without_marks(block) for block in blocks)


def _without_marks(block: Block) -> Block:
    path = tuple(map(without_note_marks, block.path))
    text = without_note_marks(block.text) if block.kind == "heading" else block.text
    return block if (text, path) == (block.text, block.path) else replace(block, text=text, path=path)


def _told(blocks: Sequence[Block], told: Mapping[str, str], gone: set[int]) -> Iterator[Block]:
    for place, block in enumerate(blocks):
        if place in gone:
            continue
        said = [told[mark] for mark in _borne(block) if mark in told]
        after = blocks[place + 1] if place + 1 < len(blocks) else block
        if not said:
            yield block
        elif block.kind == "heading" or leads_in(block.text):
            yield replace(block, text=_BORNE.sub("", block.text))
            listed = after if after.kind == "item" else replace(block, kind="paragraph", depth=0, marker="")
            yield from (replace(listed, text=note, marker="", cells=(), header=()) for note in said)
        elif block.cells:
            cells = tuple(_with_notes(cell, told) for cell in block.cells)
            yield replace(block, cells=cells, text=" | ".join(cells))
        else:
            yield replace(block, text=_with_notes(block.text, told))


def _with_notes(text: str, told: Mapping[str, str]) -> str:
    """A text with its notes in brackets where they are borne, or behind it where its last clause bears them."""
    behind: list[str] = []

    def add(found: re.Match[str]) -> str:
        note = told.get(found["mark"])
        if note is None:
            return found[0]
        if not text[found.end() :].strip(_MARKS_AND_STOPS):
            behind.append(note)
            return ""
        return gloss(note.rstrip(" .")) if "(" not in note else ""

    body = _BORNE.sub(add, text).strip()
    return f"{body.rstrip(' .,;')}. {' '.join(behind)}" if behind else body


def _notes(block: Block) -> Iterator[tuple[str, str]]:
    """The notes of a block by their marks, where they tell rules."""
    marks = list(_OPENS.finditer(block.text)) if _OPENS.match(block.text) else []
    ends = [*(mark.start() for mark in marks[1:]), len(block.text)]
    for mark, end in zip(marks, ends, strict=False):
        note = block.text[mark.end() : end].strip()
        if _RULES.search(note) and not _CITES.search(note) and not _DEFINES.match(note):
            yield mark["mark"], note


def _borne(block: Block) -> Iterator[str]:
    yield from (found["mark"] for found in _BORNE.finditer(block.text) if found.start())
