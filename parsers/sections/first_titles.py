"""Bare titles of approval beside those of re-approval ("Approval" … "Re-approval"): they are of the first approval."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parsers.language.glosses import glossed
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.sections.roles import heading_role

_BARE = compiled(
    r"^\W*(?:\w{1,3}[.)] )?(?:(?:criteria|requirements|conditions) for )?(?:prior )?(?:approval|authori[sz]ation|"
    r"certification|pre-?certification)(?: (?:criteria|requirements))?\W*$",
    re.IGNORECASE,
)


def with_first_titles(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with such headings read as those of first approvals, where no other heading is that."""
    bare = any(block.kind == "heading" and _BARE.match(block.text) for block in blocks)
    roles = {heading_role(block.text) for block in blocks if block.kind == "heading"} if bare else set()
    if "renewal" not in roles or "initial" in roles:
        return tuple(blocks)
    return tuple(
        replace(block, text=glossed(block.text, "initial approval"))
        if block.kind == "heading" and _BARE.match(block.text)
        else block
        for block in blocks
    )
