"""Limits of supply by the letter of a section ("Sections A and B, 24 devices in 28 days; section C, 12 devices …")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from parsers.language.glosses import gloss, without_glosses
from parsers.language.patterns import compiled
from parsers.language.spans import SPAN_UNIT
from parsers.models import Block
from parsers.telling.references.section_lengths import named_sections
from parsers.telling.words_of_steps import places_of

_MARK = gloss("approval")
_FEWEST = 2
_LONGEST = 400
_NOUN = r"(?:[Ss]ections?|[Pp]arts?)"
_ONE = r"(?:[A-H]|[IVX]{1,3}|\d)\b"


def _listed(one: str) -> str:
    """One letter or number, or several; "Part C, 8 devices" goes on with an amount and no further part."""
    return rf"{one}\b(?:(?:, (?:{_NOUN} )?{one}\b)*(?:,? (?:and|or) | ?[&+/] ?)(?:{_NOUN} )?{one}\b)?"


# "Sections A and B", "part 2", and "C" alone.
_SECTIONS = compiled(
    rf"(?P<sections>{_NOUN} (?:{_listed('[A-H]')}|{_listed('[IVX]{1,3}')}|{_listed(r'[1-9]')})"
    rf"|\b{_listed('[A-H]')})(?!['’-])"
)
_EACH = compiled(rf"\b{_ONE}")
_NUMBER = r"(?:\d{1,3}|one|two|three|four|six|eight|nine|twelve|sixteen|twenty(?:-\w+)?)"
_UNIT = r"(?:devices?|kits?|units?|sprays?|cartons?|packs?|dose packs?)"
_AMOUNT = compiled(
    rf"\b(?P<count>{_NUMBER}) (?P<unit>(?:\w+ )?{_UNIT}\b(?: ?\([^()]*\)| of \d+ ?mg)?)"
    rf"[^.;:,\d]{{0,30}}?(?:\bper|\bin|\bevery|\beach|\ba|\bfor|/) ?(?P<span>(?:\d{{1,3}}[ -])?{SPAN_UNIT})\b",
    re.IGNORECASE,
)
_COUNT = compiled(rf"\b(?P<count>{_NUMBER})\b", re.IGNORECASE)


def with_section_limits(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, each limit by a section's letter told with the phase and the use of that section; and what is printed
    for each. Nothing is told where a letter is that of no section.
    """
    places = [place for place in places_of(_AMOUNT, blocks) if len(blocks[place].text) <= _LONGEST]
    sections = named_sections(blocks) if places else {}
    restated: dict[str, str] = {}
    read = list(blocks)
    for place in reversed(places if sections else []):
        block = blocks[place]
        limits = dict(_limits(block)) if block.kind in ("paragraph", "item") else {}
        if len(limits) < _FEWEST or not limits.keys() <= sections.keys():
            continue
        said = [f"{sections[letter]}: quantity limit of {amount}{_MARK}" for letter, amount in limits.items()]
        restated |= dict.fromkeys(map(without_glosses, said), block.text)
        read[place : place + 1] = [replace(block, kind="paragraph", depth=0, marker="", text=text) for text in said]
    return tuple(read), restated


def _limits(block: Block) -> Iterator[tuple[str, str]]:
    """Each letter that a text gives an amount, with that amount; a later one may leave out what the first says."""
    named = [found for found in _SECTIONS.finditer(block.text) if _is_apart(block.text, found)]
    amounts = list(_AMOUNT.finditer(block.text))
    # An amount more ("Continuation: 12 devices …") is of no section, and would be lost.
    if not 0 < len(amounts) <= len(named):
        return
    first = amounts[0]
    for found, part in zip(named, _parts(block.text, named, first), strict=True):
        amount = _AMOUNT.search(part)
        count = amount["count"] if amount else _sole_count(part)
        if not count:
            return
        of = amount or first
        yield from ((letter[0].upper(), f"{count} {of['unit']} per {of['span']}") for letter in _letters(found))


def _is_apart(text: str, found: re.Match[str]) -> bool:
    """Whether a capital alone is a section's and not a word ("A request for …")."""
    behind = text[found.end() :].lstrip()
    word = found[0] in ("A", "I") and behind[:1].isalpha()
    return not word or bool(re.match(r"(?:is|are|and|limit|has|have)\b", behind))


def _letters(found: re.Match[str]) -> Iterator[re.Match[str]]:
    return _EACH.finditer(found["sections"])


def _parts(text: str, named: Sequence[re.Match[str]], first: re.Match[str]) -> Iterator[str]:
    """What belongs to each reference: what follows it, or where the first amount stands before the first of them what
    comes before it.
    """
    if first.start() < named[0].start():
        ends = [0, *(found.end() for found in named)]
        yield from (text[start:end] for start, end in zip(ends, (found.start() for found in named), strict=False))
        return
    starts = [*(found.end() for found in named), len(text)]
    yield from (text[start:end] for start, end in pairwise(starts))


def _sole_count(part: str) -> str:
    counts = [found["count"] for found in _COUNT.finditer(part)]
    return counts[0] if len(counts) == 1 else ""
