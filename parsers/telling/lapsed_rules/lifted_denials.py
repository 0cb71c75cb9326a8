"""Changes that take a use out of what is not covered: "PTSD was removed from the uses not covered".

What holds for that use from then on is told elsewhere or not at all: it is neither refused nor covered by that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block

_NOT_COVERED = (
    r"(?:the |our |its |this )?(?:lists? of )?[\"“'‘]?(?:[\w-]+ ){0,3}?"
    r"(?:(?:is |are )?not covered|non-?covered(?: \w+)?|exclusions?|excluded \w+|"
    r"(?:investigational|experimental|unproven) (?:uses?|indications?|conditions?|list))\b"
)
_TAKEN_OUT = r"(?:removed|deleted|dropped|struck|taken|took|takes|removes|deletes)"
_LIFTED = compiled(
    rf"^\W*(?:(?:we|(?:the|this|our) (?:plan|policy|update)|has|have) ){{0,2}}{_TAKEN_OUT} [^.;]{{2,160}}? "
    rf"(?:from|off|out of) {_NOT_COVERED}"
    rf"|^\W*[^.;:]{{2,120}}? (?:is|are|was|were|has been|have been|will be) {_TAKEN_OUT} (?:from|off|out of) "
    rf"{_NOT_COVERED}",
    re.IGNORECASE,
)


def without_lifted_denials(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks` without the sentences that tell of such a change."""
    if not any(_LIFTED.search(part) for block in blocks if "ove" in block.text for part in _parts(block)):
        return tuple(blocks)
    return tuple(_kept(blocks))


def _parts(block: Block) -> Iterator[str]:
    for text in block.cells or (block.text,):
        yield from sentences(text)


def _kept(blocks: Sequence[Block]) -> Iterator[Block]:
    for block in blocks:
        if block.cells:
            cells = tuple(map(_without, block.cells))
            yield block if cells == block.cells else replace(block, cells=cells, text=" | ".join(cells))
        elif block.kind == "heading" or (text := _without(block.text)) == block.text:
            yield block
        elif text:
            yield replace(block, text=text)


def _without(text: str) -> str:
    said = sentences(text)
    kept = [part for part in said if not _LIFTED.search(part)]
    return text if len(kept) == len(said) else " ".join(kept)
