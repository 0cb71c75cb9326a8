"""Labelled lines that open what is said of one use each ("Diagnosis: …", its criteria, "Diagnosis: …")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.masthead.labelled_lines import FEWEST_LINES, opens_record
from parsers.models import Block
from parsers.sections.headings import MADE_SECTION_DEPTH
from parsers.uses.indications import is_residual
from parsers.uses.scopes import is_label, is_phase_label

_USE = compiled(
    r"^\W*(?:primary |treated |covered )?(?:diagnos[ie]s|indications?|uses?|conditions?|disorders?|for|used for|"
    r"look(?:[- ]?up|ed up)?|entry|topic|subject|case|scenario|population|patients?|(?:requested|asked|wanted) for)"
    r"(?:\(e?s\))? ?: ?(?P<use>\S.{2,120})$",
    re.IGNORECASE,
)
_PHASE = compiled(
    r"^\W*(?:(?:therapy |treatment |request |approval )?(?:stage|type|phase)|"
    r"(?:stage|type|phase|kind) of (?:therapy|treatment|request|approval)|requests?) ?: ?(?P<phase>\S.{2,40})$",
    re.IGNORECASE,
)
_STATUS = compiled(r"^\W*(?:(?:coverage )?status|coverage|decision|determination|position) ?: ?\S", re.IGNORECASE)
_FEWEST = 2


def with_labelled_uses(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with the lines that name a use under a label as headings, where several divide the document.

    The headings between them, and the lines that name a phase, stand below. Runs of more labels are records.
    """
    places = [place for place in range(len(blocks)) if _opens_use(blocks, place)]
    if len(places) < _FEWEST:
        return tuple(blocks)
    depth = _depth(blocks[places[0] : places[-1]])
    titled: list[Block] = []
    over: tuple[str, ...] = ()
    for place, block in enumerate(blocks):
        opens = block.kind == "heading" and (block.depth < depth or bool(named_products(block.text)))
        over = () if opens or place in places else over
        titled.append(_placed(replace(block, path=(*block.path, *over)), depth, use=place in places, inside=bool(over)))
        over = (block.text,) if place in places else over
    return tuple(titled)


def _opens_use(blocks: Sequence[Block], place: int) -> bool:
    block = blocks[place]
    found = _USE.match(block.text) if block.kind == "paragraph" else None
    # "Status: …", "Use: …": a record says what holds for its use before it names it.
    if place and _STATUS.match(blocks[place - 1].text):
        return False
    if found is None or not (is_label(found["use"].rstrip(".")) or is_residual(found["use"])):
        return False
    return len(list(takewhile(opens_record, (after.text for after in blocks[place:])))) < FEWEST_LINES


def _depth(between: Sequence[Block]) -> int:
    """How deep the lines stand as headings: as the headings between them, below those that name a drug."""
    headings = [block for block in between if block.kind == "heading"]
    inner = [block.depth for block in headings if not named_products(block.text)]
    outer = [block.depth for block in headings if named_products(block.text)]
    return max(min(inner, default=MADE_SECTION_DEPTH), max(outer, default=0) + 1)


def _placed(block: Block, depth: int, *, use: bool, inside: bool) -> Block:
    if use:
        return replace(block, kind="heading", depth=depth)
    if inside and block.kind == "heading":
        return replace(block, depth=block.depth + 1)
    phase = _PHASE.match(block.text) if inside and block.kind == "paragraph" else None
    return replace(block, kind="heading", depth=depth + 1) if phase and is_phase_label(phase["phase"]) else block
