"""Numbers with a letter before paragraphs ("1a. A further course is …"), of a rule that was put in behind rule 1."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parsers.language.patterns import compiled
from parsers.models import Block

_NUMBER = compiled(r"^(?P<number>\d{1,2}[a-z])[.):] +(?=[A-Z])")


def without_lettered_numbers(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, such paragraphs without their numbers; one that another block names by its number keeps it."""
    numbers = {place: found["number"] for place, block in enumerate(blocks) if (found := _numbered(block))}
    named = {number for number in numbers.values() if _is_named(number, blocks)}
    return tuple(
        replace(block, text=_NUMBER.sub("", block.text)) if numbers.get(place, "") not in {"", *named} else block
        for place, block in enumerate(blocks)
    )


def _numbered(block: Block) -> re.Match[str] | None:
    return _NUMBER.match(block.text) if block.kind == "paragraph" else None


def _is_named(number: str, blocks: Sequence[Block]) -> bool:
    named = re.compile(rf"(?<!^)\b{number}\b")
    return any(named.search(block.text) for block in blocks)
