"""Groups of patients that a policy numbers by their use: "Group 2" means what "Group 2 - acute suicidality" said."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from parsers.indications import mentions
from parsers.models import Block
from parsers.patterns import compiled

_GROUP = r"(?:group|category|population|cohort) (?:\d{1,2}|[A-H]|[IVX]{1,4})\b"
_NAMED = compiled(rf"^\W*(?P<group>{_GROUP})\s*[-–—:.(]+\s*(?P<use>[^.:;()]{{3,80}})", re.IGNORECASE)
_MEANT = compiled(_GROUP, re.IGNORECASE)

Uses = Mapping[str, str]


def named_groups(blocks: Sequence[Block]) -> Uses:
    """The use of each group that a block opens with the number and the name of; by its number in small letters."""
    named = (_NAMED.match(block.text) for block in blocks)
    return {found["group"].lower(): found["use"].strip() for found in named if found and mentions(found["use"])}


def with_named_groups(blocks: Sequence[Block], uses: Uses) -> tuple[Block, ...]:
    """`blocks`, with the use of a group in brackets wherever they name the group by its number alone."""
    if not uses:
        return tuple(blocks)
    return tuple(
        block if _NAMED.match(block.text) else replace(block, text=_glossed(block.text, uses)) for block in blocks
    )


def without_glosses(text: str, uses: Uses) -> str:
    """`text` as the document has it, without the uses that we put in brackets."""
    if not uses:
        return text
    for meant in set(_MEANT.findall(text)):
        text = text.replace(_gloss(meant, uses), meant)
    return text


def _glossed(text: str, uses: Uses) -> str:
    return _MEANT.sub(lambda meant: _gloss(meant[0], uses), text)


def _gloss(group: str, uses: Uses) -> str:
    use = uses.get(group.lower())
    return f"{group} ({use})" if use else group
