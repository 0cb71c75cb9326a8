"""Reasons for which requests are denied, listed by section for each use and phase, as what each section asks for.

"A request is denied for any reason listed for it." over "First request, resistant depression": "Fewer than two drugs
have failed". Such a section is no exclusion of a use: read by what it asks for, it is a list of criteria like another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from parsers.criteria.conditions import ALSO_USES, named
from parsers.criteria.listed_bars import GROUNDS_FOR_DENIAL
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block
from parsers.phases.phases import names_both_phases, read_phase
from parsers.telling.lists_in_disguise.shortfalls import asked_instead
from parsers.uses.indications import named_indications

_REQUESTS = r"(?:(?:an?|any|every|all|each|the|such) )?(?:\w+ )?(?:requests?|claims?|cases?|applications?|approvals?)"
_REFUSED = r"(?:denied|refused|rejected|declined|turned down|not approved)"
_REFUSE = r"(?:den(?:y|ies)|refuses?|rejects?|declines?|turns? down)"
_REASONS = r"(?:reasons?|grounds|points|findings|conditions|statements|lines|items)"
# "A request is denied for any of the reasons listed for it.", "We deny a request when any of these is true."
_ANNOUNCES = compiled(
    rf"\b(?:{_REQUESTS}(?: [^.;:]{{0,40}}?)? (?:is|are|will be|must be|shall be) {_REFUSED}"
    rf"|(?:we|the plan|reviewers) (?:will |shall |must )?{_REFUSE} {_REQUESTS})"
    rf"(?: [^.;:]{{0,30}}?)? (?:for|on|if|when|where) (?:any|one|each|either|an?|the)\b[^.;:]{{0,60}}"
    rf"(?:{_REASONS}|following|below|these|those|listed|applies)\b[^.;:]{{0,60}}[.:]?\s*$"
    rf"|{_REQUESTS} (?:that|which) (?:shows?|has|meets?) (?:any|one)(?: one)? of (?:these|those|the {_REASONS})[^.;:]"
    rf"{{0,40}} (?:is|are|will be) {_REFUSED}[.:]?\s*$",
    re.IGNORECASE,
)
_TITLE = (
    r"(?:denial|refusal|rejection)(?: (?:reasons?|grounds|criteria|triggers?))?|(?:reasons|grounds) for "
    r"(?:denial|refusal)"
)
# "Denial reasons: resistant depression, first request", "We deny a renewal for … if".
_TITLES = compiled(
    rf"^\W*(?:(?:{_TITLE})\W+(?:for |in |of )?|(?:we|the plan|reviewers) (?:will |shall )?{_REFUSE} )"
    r"(?P<of>[^.;]{5,90}?)"
    r"(?:,? (?:if|when|where)(?: any (?:of (?:these|the following)|applies))?)?\W*$"
    rf"|^\W*(?P<behind>[^.;]{{5,90}}?)(?: (?:is|are|will be) {_REFUSED} (?:if|when|where)|[:,–—-]+ ?(?:{_TITLE}))\W*$",
    re.IGNORECASE,
)
# The title over all of the sections: "Spravato: reasons a request is denied".
_TITLE_OF_REASONS = compiled(rf"(?:\b(?:the|common|usual) )?\b{GROUNDS_FOR_DENIAL}(?=\W*$)", re.IGNORECASE)
_CRITERIA = "criteria"
_NONE_OF = "None of the following:"
_LONGEST = 160
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class _Section:
    """A section of reasons: where its title stands, the title without its refusal, and how many blocks it has."""

    place: int
    title: str
    length: int


def with_reasons_by_section(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with what each section of reasons asks for under its title; and what is printed for that."""
    sections = {each.place: each for each in _sections(blocks)}
    if len(sections) < _FEWEST:
        return tuple(blocks), {}
    told: list[Block] = []
    printed: dict[str, str] = {}
    place = 0
    while place < len(blocks):
        section = sections.get(place)
        told += (blocks[place],) if section is None else _told(blocks, section, printed)
        place += 1 if section is None else 1 + section.length
    return tuple(map(_of_no_refusal, told)), printed


def _of_no_refusal(block: Block) -> Block:
    """A block, without the reasons for denial that it stands under, or titles: each is told as what is asked for."""
    path = tuple(_TITLE_OF_REASONS.sub(_CRITERIA, over) for over in block.path)
    text = _TITLE_OF_REASONS.sub(_CRITERIA, block.text) if block.kind == "heading" else block.text
    return block if (path, text) == (block.path, block.text) else replace(block, path=path, text=text)


def _sections(blocks: Sequence[Block]) -> Iterator[_Section]:
    """The sections of reasons, where a sentence before them or their own titles say that these are reasons."""
    announced = False
    for place, block in enumerate(blocks):
        if block.kind == "paragraph" and _announces(block.text):
            announced = True
        if not _is_title(block):
            continue
        found = _TITLES.match(block.text)
        title = (found["of"] or found["behind"]) if found else block.text if announced else ""
        length = _length(blocks, place + 1) if title and _names_request(title) else 0
        if length:
            yield _Section(place, title, length)


def _announces(text: str) -> bool:
    return any(map(_ANNOUNCES.search, sentences(text)))


def _is_title(block: Block) -> bool:
    return block.kind == "heading" or (block.kind == "paragraph" and len(block.text) <= _LONGEST)


def _names_request(title: str) -> bool:
    return bool(named_indications(title) or read_phase(title) or names_both_phases(title))


def _length(blocks: Sequence[Block], start: int) -> int:
    """How many blocks from `start` are reasons, all of one kind; 0 where none of them falls short or is a condition."""
    reasons = []
    for block in blocks[start:]:
        if block.kind != blocks[start].kind or not _is_reason(block):
            break
        reasons.append(block)
    return len(reasons)


def _is_reason(block: Block) -> bool:
    one = block.kind in ("item", "paragraph") and len(block.text) <= _LONGEST and len(sentences(block.text)) == 1
    return one and not _names_request(block.text) and (_bars(block.text) or asked_instead(block.text) is not None)


def _bars(text: str) -> bool:
    return bool(set(named(text.lower())) - ALSO_USES)


def _told(blocks: Sequence[Block], section: _Section, printed: dict[str, str]) -> Iterator[Block]:
    """The title of a section and what it asks for, the conditions that must be absent in a list of their own."""
    title = blocks[section.place]
    of = section.title[0].upper() + section.title[1:]
    told = replace(title, text=of)
    yield told
    reasons = blocks[section.place + 1 : section.place + 1 + section.length]
    path = tuple(of if over == title.text else over for over in reasons[0].path)
    reasons = tuple(replace(each, kind="item", depth=1, marker="", path=path) for each in reasons)
    for each in reasons:
        if not _bars(each.text):
            text = asked_instead(each.text) or each.text
            printed[text] = each.text
            yield replace(each, text=text)
    barring = [each for each in reasons if _bars(each.text)]
    if barring:
        yield replace(barring[0], text=_NONE_OF)
        yield from (replace(each, depth=2) for each in barring)
