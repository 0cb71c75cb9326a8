"""The other of two uses: where a document is about two, "one month for the other use" means the one not just named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.language.glosses import gloss
from parsers.language.patterns import compiled
from parsers.models import Block, Indication
from parsers.uses.indications import mentions

_THE_OTHER = compiled(
    r"\bthe other (?:use|condition|indication|diagnosis|disorder|labeled use|one)\b(?! than\b)", re.IGNORECASE
)
_PAIR: tuple[Indication, ...] = ("trd", "mdsi")


def with_the_other(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with the label's other use in brackets behind "the other use", where words before it name one."""
    if not any(_THE_OTHER.search(block.text) for block in blocks):
        return tuple(blocks)
    names = dict(_names(blocks))
    if names.keys() != set(_PAIR):
        return tuple(blocks)
    return tuple(_glossed(block, names) for block in blocks)


def _names(blocks: Sequence[Block]) -> Iterator[tuple[Indication, str]]:
    """What the document calls each of the two uses."""
    for block in blocks:
        for mention in mentions(block.text):
            if mention.indication in _PAIR:
                yield mention.indication, block.text[mention.start : mention.end].replace("(", "").replace(")", "")


def _glossed(block: Block, names: dict[Indication, str]) -> Block:
    above = [use for heading in block.path[-1:] for use in _uses(heading)]

    def add(said: re.Match[str]) -> str:
        named = [*above, *_uses(block.text[: said.start()])]
        other = next((use for use in _PAIR if named and use != named[-1]), None)
        return f"{said[0]}{gloss(names[other])}" if other else said[0]

    return replace(block, text=_THE_OTHER.sub(add, block.text))


def _uses(text: str) -> list[Indication]:
    return [mention.indication for mention in mentions(text) if mention.indication in _PAIR]
