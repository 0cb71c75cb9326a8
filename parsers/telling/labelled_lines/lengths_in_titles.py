"""Uses with the length of their approval behind them ("Resistant depression (3 months)") over what they ask for.

The length is read as a line of its own behind the list, where payers that have no such titles put it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parsers.language.patterns import compiled
from parsers.language.spans import SPAN_COUNT, SPAN_UNIT
from parsers.models import Block
from parsers.phases.phases import read_phase
from parsers.uses.scopes import positive_indications

_TITLE = compiled(
    r"^(?P<use>\W*[^.;:?]{4,140}?)\s*[(\[](?:(?:initial|first|renewal) )?(?:(?:approv\w+|authori[sz]\w+|granted|length|"
    rf"duration)\b[: ]*)?(?:for |up to )*(?P<length>{SPAN_COUNT}[ -]{SPAN_UNIT})"
    r"(?: (?:approval|authori[sz]ation))?[)\]]"
    # "Renewal for resistant depression (12 months) when all are met:" leads in.
    r"(?P<rest>\W*|(?::| -|,)? ?[^.;()\d]{3,90}:\W*)$",
    re.IGNORECASE,
)
# "Resistant depression, 3 months (all must be met):", "Resistant depression – 3 months".
_TITLE_OF_A_USE = compiled(
    rf"^(?P<use>\W*[^.;:?]{{4,140}}?)(?:,|:| [–—-])\s*(?:for |up to )*(?P<length>{SPAN_COUNT}[ -]{SPAN_UNIT})"
    r"(?P<rest>\s*(?:\([^()\d]{3,60}\))?\W*)$",
    re.IGNORECASE,
)
# "3 months for resistant depression, first request (all must be met):".
_LENGTH_FIRST = compiled(
    rf"^\W*(?P<length>{SPAN_COUNT}[ -]{SPAN_UNIT}) (?:for|in) (?P<use>[^.;:?]{{4,140}}?)"
    r"(?P<rest>\s*(?:\([^()\d]{3,60}\))?\W*:\W*)$",
    re.IGNORECASE,
)
_OF_TRIALS = compiled(
    r"\b(?:trial|tried|fail\w*|antidepress\w+|episode|past|last|within|lasting|since)\b", re.IGNORECASE
)


def with_lengths_behind_lists(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with each such length behind the list under its title; and what is printed for it."""
    told: list[Block] = []
    printed: dict[str, str] = {}
    waiting: Block | None = None
    titled = False
    for place, block in enumerate(blocks):
        if waiting and block.kind != "item" and (block.kind == "heading" or not titled):
            told.append(waiting)
            waiting = None
        length = _length(block, blocks[place + 1 : place + 2])
        if length:
            titled = block.kind == "heading"
            path = (*block.path, block.text) if titled else block.path
            waiting = replace(block, kind="paragraph", depth=0, text=_told(length), path=path)
            printed[waiting.text] = block.text
        # What stands under a heading knows it by its words.
        told.append(
            replace(block, text=f"{length['use']}{length['rest']}".rstrip())
            if length and block.kind != "heading"
            else block
        )
    return (*told, *((waiting,) if waiting else ())), printed


def _told(length: re.Match[str]) -> str:
    verb = "Renewed" if read_phase(length["use"]) == "renewal" else "Approved"
    return f"{verb} for {length['length']}."


def _length(block: Block, behind: Sequence[Block]) -> re.Match[str] | None:
    """The parts of a title over a list that names a use and a length; None for any other block."""
    if not behind or behind[0].kind not in ("item", "paragraph") or _OF_TRIALS.search(block.text):
        return None
    if block.kind == "heading":
        found = _TITLE.match(block.text) or _TITLE_OF_A_USE.match(block.text)
        # A title that names a phase tells with it what the length is of.
        return found if found and positive_indications(found["use"]) and not read_phase(block.text) else None
    if block.kind != "paragraph" or behind[0].kind != "item":
        return None
    found = _TITLE.match(block.text) or _LENGTH_FIRST.match(block.text) or _of_a_use(block.text)
    return found if found and positive_indications(found["use"]) else None


def _of_a_use(text: str) -> re.Match[str] | None:
    """The parts of a lead-in of a use and a length alone; None for one that names a phase, which tells the rest."""
    return None if read_phase(text) or not text.rstrip().endswith(":") else _TITLE_OF_A_USE.match(text)
