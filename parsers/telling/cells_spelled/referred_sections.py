"""Sections that a statement names as the place of its criteria ("when the conditions in Policy Guidelines are met")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from parsers.drugs.names import named_products
from parsers.language.any_of import choice_of
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.phases.phases import read_phase
from parsers.sections.roles import CRITERIA_ROLES, heading_role
from parsers.telling.words_of_steps import places_of
from parsers.uses.indications import mentions

_POINTS = compiled(
    r"\b(?:criteri(?:a|on)|conditions|requirements)\b[^.;]{0,30}?\b(?:in|under|of|within|see)\b(?P<place>[^.;]{3,60})"
    r"|\b(?P<named>(?:policy guidelines?|appendix|attachment|section|table)\b[^.;]{0,40}?)\b(?:criteria|conditions|"
    r"requirements)\b[^.;]{0,20}\b(?:met|fulfilled|satisfied)\b",
    re.IGNORECASE,
)
# "Covered for depression if Appendix A is satisfied; renewed if Appendix B is": the place alone, by its letter.
_PLACE = compiled(
    r"(?P<place>(?:appendix|attachment|annex|schedule|exhibit|table|list|part|section|box|checklist|worksheet) "
    r"(?:[A-Z](?:-?\d)?|\d{1,2}|[IVX]{1,4})\b)",
    re.IGNORECASE,
)
_MET = compiled(
    rf"\b{_PLACE.pattern}(?= (?:(?:is|are|be|must|has|have|been|all|fully) )*"
    r"(?:met|satisfied|fulfilled|followed|complete|completed|ticked)\b"
    r"|[;.]?$)",
    re.IGNORECASE,
)
_GRANTS = compiled(
    r"\b(?:covered|covers?|approve[sd]?|authori[sz]e[sd]?|renew(?:ed|s)?|continued|medically necessary)\b"
    r".*\b(?:if|when|where|once|as)\b",
    re.IGNORECASE,
)
# "Resistant depression → complete Section A", a line of a form for each use or phase.
_SENDS = compiled(
    r"^(?P<of>[^.:;]{3,120}?)\W+(?:please )?(?:complete|fill (?:in|out)|answer|go to|proceed to|turn to|use|see|"
    rf"skip to) (?:only )?{_PLACE.pattern}\W*$",
    re.IGNORECASE,
)
_ASIDE = compiled(r"\s*\([^()]*\)\s*$")
_ORNAMENT = ' "“”:.'
_TITLE_WORDS = 6
_LOOKED_FOR = choice_of(_POINTS, _SENDS, _MET)


def with_referred_sections(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with the heading of a section that a statement sends the reader to for its criteria titled so."""
    refer = [blocks[place] for place in places_of(_LOOKED_FOR, blocks) if blocks[place].kind != "heading"]
    places = [place for block in refer for place in _places(block.text)]
    met = dict(said for block in refer for said in _met(block))
    return tuple(_titled(block, places, met) if places or met else block for block in blocks)


def _titled(block: Block, places: Sequence[str], met: Mapping[str, str]) -> Block:
    title = block.text.lower().strip(_ORNAMENT) if block.kind == "heading" else ""
    if title and (asked := met.get(title) or met.get(_ASIDE.sub("", title))):
        return replace(block, text=f"{block.text} ({asked})")
    if any(_is_beside(title, place) for place in met):
        return replace(block, text=f"{block.text} (for information only)")
    return replace(block, text=f"{block.text} (criteria)") if places and _is_named(block, places) else block


def _is_beside(title: str, place: str) -> bool:
    """Whether a heading is of the series of a place that is asked for ("Annex III" beside "Annex I"), and no more."""
    return title.split()[:1] == place.split()[:1] and bool(_PLACE.fullmatch(title))


def _places(text: str) -> Iterator[str]:
    return ((found["place"] or found["named"]).lower() for found in _POINTS.finditer(text))


def _met(block: Block) -> Iterator[tuple[str, str]]:
    """The places whose criteria a statement of cover asks for, with what they are criteria of."""
    sends = _SENDS.match(block.text) if block.kind in ("item", "paragraph") else None
    if sends and (mentions(sends["of"]) or read_phase(sends["of"])):
        yield sends["place"].lower(), f"criteria: {sends['of']}"
        return
    subject = block.cells[0] if len(block.cells) > 1 else ""
    for part in block.text.split(";") if _MET.search(block.text) else ():
        named = _MET.search(part) if _GRANTS.search(part) else None
        if named:
            before = part[: named.start()]
            phase = "renewal criteria" if "renewal" in (read_phase(subject), read_phase(before)) else "criteria"
            uses = [before[each.start : each.end] for each in mentions(before)]
            of = [subject] if named_products(subject) and mentions(subject) and not uses[1:] else uses[:1]
            yield named["place"].lower(), ": ".join([phase, *of])


def _is_named(block: Block, places: Sequence[str]) -> bool:
    title = block.text.lower().strip(_ORNAMENT)
    if block.kind != "heading" or not 1 < len(title.split()) <= _TITLE_WORDS or heading_role(title) == "exclusions":
        return False
    is_guideline = title.startswith("policy guideline")
    return (is_guideline or heading_role(title) not in CRITERIA_ROLES) and any(title in place for place in places)
