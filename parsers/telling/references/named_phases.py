"""Sections that a policy numbers by phase: "Part B" means what "Part B. Continuation" said, wherever it is named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from parsers.language.glosses import gloss, without_glosses
from parsers.language.patterns import compiled
from parsers.models import Block, Phase
from parsers.phases.phases import read_phase

_NOUN = r"(?:sections?|parts?|blocks?|schedules?|tracks?|paths?|pathways?|tables?|lists?|stages?|steps?)"
_COUNT = r"(?:\d{1,2}|[A-H]|[IVX]{1,4})\b"
_TITLED = compiled(rf"^\W*{_NOUN} (?P<count>{_COUNT})\s*[-–—:.,(=]+\s*(?P<title>[^.:;]{{3,80}})", re.IGNORECASE)
# "Section A (resistant depression)", where the use has been told.
_GLOSS = r"(?: \([^()]*\u2060\))?"
_NAMED = compiled(
    rf"\b{_NOUN} (?P<counts>{_COUNT}(?:{_GLOSS}(?:,? (?:and|or|to|through) |, |/| ?[&–-] ?)(?:{_NOUN} )?{_COUNT})*)",
    re.IGNORECASE,
)
_ONE = compiled(_COUNT)
_REQUESTS = compiled(r" (?:requests?|approvals?|authori[sz]ations?)\b", re.IGNORECASE)
_PHASES: Mapping[Phase, str] = {"initial": "initial requests", "renewal": "renewal requests"}

Phases = Mapping[str, Phase]


def named_phases(blocks: Sequence[Block]) -> Phases:
    """The phase of each section that a number and a phase title, by its number; {} where not both phases are."""
    found = {count.upper(): phase for block in blocks for count, phase in _titled(block)}
    return found if len(set(found.values())) == len(_PHASES) else {}


def _titled(block: Block) -> Iterator[tuple[str, Phase]]:
    titled = _TITLED.match(block.text)
    count, title = (titled["count"], titled["title"]) if titled else (block.marker.strip("(). "), block.text)
    phase = read_phase(title) if titled or block.kind == "heading" else None
    if count and phase:
        yield count, phase


def with_named_phases(blocks: Sequence[Block], phases: Phases) -> tuple[Block, ...]:
    """`blocks`, with the phase in brackets wherever they name its section by the number alone."""
    if not phases:
        return tuple(blocks)
    return tuple(block if _titles_phase(block, phases) else _glossed(block, phases) for block in blocks)


def _titles_phase(block: Block, phases: Phases) -> bool:
    titled = _TITLED.match(block.text)
    return titled is not None and titled["count"].upper() in phases


def _glossed(block: Block, phases: Phases) -> Block:
    if not _NAMED.search(block.text):
        return block
    # "All uses of section A", said under a title of renewals, asks for a renewal.
    under = next(filter(None, map(read_phase, reversed(block.path))), None)

    def add(named: re.Match[str]) -> str:
        meant = {phases.get(count.upper()) for count in _ONE.findall(without_glosses(named["counts"]))}
        # "Parts A and B", of which B is titled by what it asks for.
        meant = meant - {None} if len(meant - {None}) == 1 and _REQUESTS.match(block.text, named.end()) else meant
        words = " and ".join(said for phase, said in _PHASES.items() if phase in meant)
        other = len(meant) == 1 and under not in (None, *meant)
        return f"{named[0]}{gloss(words)}" if words and None not in meant and not other else named[0]

    return replace(block, text=_NAMED.sub(add, block.text))
