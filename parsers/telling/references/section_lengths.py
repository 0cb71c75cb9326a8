"""Lengths of approval by the letter of a section ("A. Initial | 3 months", "Section B: 1 month")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from parsers.language.glosses import gloss, without_glosses
from parsers.language.patterns import compiled
from parsers.language.spans import SPAN_COUNT, SPAN_UNIT
from parsers.lists.markers import bare_marker
from parsers.models import Block
from parsers.phases.phases import read_phase
from parsers.telling.references.named_groups import name_of
from parsers.uses.indications import mentions

# What ends so speaks of one approval alone, and what follows it of all again.
_MARK = gloss("approval")
_FEWEST = 2
_LONGEST_TITLE = 120
_TITLED = compiled(
    r"^\W*(?:(?:section|part) (?P<number>\d|[IVX]{1,3})|(?:(?:section|part) )?\(?(?P<letter>[A-H])\)?)[.:)\s]",
    re.IGNORECASE,
)
_PHASE = (
    r"\(?(?:initial|first|new|start(?:ing)?|continu\w+|renewals?|re-?authori[sz]\w+|later)"
    r"(?: (?:approvals?|requests?|authori[sz]ations?|therapy|treatment))?\)?"
)
# One part: the letter, at most its phase, and the length.
_PART = compiled(
    rf"(?:\b(?:[Ss]ections?|[Pp]arts?) )?\(?\b(?P<letter>[A-H])\b\)?[.:,]?\s*(?:(?i:{_PHASE}))?\s*(?:[|:,=–—-]\s*)?"
    r"(?:(?:is|are) )?(?:(?:approved|granted|valid|good|authori[sz]ed) )?(?:for )?(?:up to )?"
    rf"(?P<span>{SPAN_COUNT}[ -]{SPAN_UNIT})\b"
)
_BETWEEN = compiled(
    r"(?:\W|\b(?:approvals?|authori[sz]ations?|approved|lengths?|durations?|periods?|terms?|of|for|and|the|is|are|each)\b)*",
    re.IGNORECASE,
)
_OF_SOMETHING_ELSE = compiled(
    r"\b(?:trials?|dos(?:e|es|ing|age)|suppl(?:y|ies)|monitor\w*|observ\w*|answers?|repl(?:y|ies)|appeals?)\b",
    re.IGNORECASE,
)


def with_section_lengths(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, each length by a section's letter told with the phase and the use of that section; and what is printed
    for each. Nothing is told where one letter is that of no section, or only one letter has a length.
    """
    sections = named_sections(blocks)
    told = {place: parts for place, block in enumerate(blocks) if sections and (parts := _parts(block))}
    letters = {letter for parts in told.values() for letter, _ in parts}
    if len(letters) < _FEWEST or not letters <= sections.keys():
        return tuple(blocks), {}
    restated: dict[str, str] = {}
    read: list[Block] = []
    for place, block in enumerate(blocks):
        said = [f"{sections[letter]}: {span}{_MARK}" for letter, span in told.get(place, ())]
        restated |= dict.fromkeys(map(without_glosses, said), block.text)
        plain = replace(block, kind="paragraph", depth=0, marker="", cells=(), header=())
        read += [replace(plain, text=text) for text in said] or [block]
    return tuple(read), restated


def named_sections(blocks: Sequence[Block]) -> Mapping[str, str]:
    """What the approval of each lettered or numbered section is called; {} where these are not of two uses or phases
    at least.
    """
    named = {letter: _approval(block.text) for block in blocks if (letter := _letter(block)) and mentions(block.text)}
    return named if len(set(named.values())) == len(named) >= _FEWEST else {}


def _letter(block: Block) -> str:
    if block.kind != "heading" or len(block.text) > _LONGEST_TITLE:
        return ""
    found = _TITLED.match(f"{bare_marker(block.marker)}. {block.text}" if block.marker else block.text)
    return (found["letter"] or found["number"]).upper() if found else ""


def _approval(title: str) -> str:
    phase = "Renewal" if read_phase(title) == "renewal" else "Initial"
    return f"{phase} approval for {name_of(title)}"


def _parts(block: Block) -> tuple[tuple[str, str], ...]:
    """The letters that a text gives a length each, with these; () where it says more."""
    if block.kind not in ("row", "item", "paragraph") or not block.text:
        return ()
    marker = bare_marker(block.marker)
    text = f"{marker.upper()}. {block.text}" if len(marker) == 1 and block.marker[:1] not in "abcdefgh" else block.text
    over = " ; ".join((*block.header, *block.path[-1:]))
    if _OF_SOMETHING_ELSE.search(over) or not _BETWEEN.fullmatch(_PART.sub(" ", text)):
        return ()
    return tuple(_each(text))


def _each(text: str) -> Iterator[tuple[str, str]]:
    for found in _PART.finditer(text):
        yield found["letter"], found["span"]
