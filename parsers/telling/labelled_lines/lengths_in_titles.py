"""Uses with the length of their approval in brackets ("Resistant depression (3 months)") over what they ask for.

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


def with_lengths_behind_lists(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with each such length behind the list under its title; and what is printed for it."""
    told: list[Block] = []
    printed: dict[str, str] = {}
    waiting: Block | None = None
    for place, block in enumerate(blocks):
        if waiting and block.kind != "item":
            told.append(waiting)
            waiting = None
        length = _length(block, blocks[place + 1 : place + 2])
        if length:
            waiting = replace(block, text=_told(length))
            printed[waiting.text] = block.text
        told.append(replace(block, text=f"{length['use']}{length['rest']}".rstrip()) if length else block)
    return (*told, *((waiting,) if waiting else ())), printed


def _told(length: re.Match[str]) -> str:
    verb = "Renewed" if read_phase(length["use"]) == "renewal" else "Approved"
    return f"{verb} for {length['length']}."


def _length(block: Block, behind: Sequence[Block]) -> re.Match[str] | None:
    """The parts of a title over a list that names a use and a length; None for any other block."""
    over_a_list = bool(behind) and behind[0].kind == "item" and block.kind == "paragraph"
    found = _TITLE.match(block.text) if over_a_list else None
    return found if found and positive_indications(found["use"]) else None
