"""Groups of patients that a policy numbers by their use: "Group 2" means what "Group 2 - acute suicidality" said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parsers.indications import mentions
from parsers.models import Block

_GROUP = r"(?:group|category|population|cohort) (?:\d{1,2}|[A-H]|[IVX]{1,4})\b"
_NAMED = re.compile(rf"^\W*(?P<group>{_GROUP})\s*[-–—:.(]+\s*(?P<use>[^.:;()]{{3,80}})", re.IGNORECASE)
_MEANT = re.compile(_GROUP, re.IGNORECASE)


def with_named_groups(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with the use of a group in brackets wherever they name the group by its number alone."""
    uses: dict[str, str] = {}
    said: list[Block] = []
    for block in blocks:
        named = _NAMED.match(block.text)
        if named and mentions(named["use"]):
            uses[named["group"].lower()] = named["use"].strip()
            said.append(block)
        else:
            said.append(replace(block, text=_glossed(block.text, uses)) if uses else block)
    return tuple(said)


def _glossed(text: str, uses: dict[str, str]) -> str:
    def gloss(meant: re.Match[str]) -> str:
        use = uses.get(meant[0].lower())
        return f"{meant[0]} ({use})" if use else meant[0]

    return _MEANT.sub(gloss, text)
