"""Cover of two uses in one sentence: "It may be approved if A has failed; or if the member is suicidal and takes B".

What is asked behind "or if" is asked of the use named there, so the sentence is told as the two that it holds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parsers.answering.answers import stated_status
from parsers.criteria.families import findings_in
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block
from parsers.uses.scopes import positive_indications

_COVERS = compiled(
    r"^(?P<covers>[^.;:,]{3,120}?\b(?:approved|covered|authori[sz]ed|medically necessary)) (?P<when>if|when)\b"
)
_OR = compiled(r"(?:[;,.]|(?<=\w))\s+(?i:or),? (?P<when>if|when)\b(?= )")


def with_cover_repeated(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with the cover said again before the second use; and what is printed for each such sentence."""
    restated: dict[str, str] = {}
    return tuple(_retold(block, restated) for block in blocks), restated


def _retold(block: Block, restated: dict[str, str]) -> Block:
    if block.kind not in ("row", "paragraph") or not named_products(block.text):
        return block
    if block.kind == "paragraph":
        text = _said_again(block.text, restated)
        return replace(block, text=text) if text != block.text else block
    cells = tuple(_said_again(cell, restated) for cell in block.cells)
    return replace(block, cells=cells, text=" | ".join(cells)) if cells != block.cells else block


def _said_again(text: str, restated: dict[str, str]) -> str:
    for sentence in sentences(text) if _OR.may_match(text) else ():
        told = _in_two(sentence)
        if told:
            restated[told[1]] = sentence
            text = text.replace(sentence, " ".join(told), 1)
    return text


def _in_two(sentence: str) -> tuple[str, str] | tuple[()]:
    """The two sentences that one holds; () where it covers one use, or both under one set of criteria."""
    opening = _COVERS.match(sentence)
    if opening is None or stated_status(sentence) != "covered":
        return ()
    for found in _OR.finditer(sentence, opening.end()):
        first, rest = sentence[: found.start()], sentence[found.end() :]
        uses = set(positive_indications(first)), set(positive_indications(rest))
        # "If it is for A or if it is for B in an adult": what is asked behind both may be asked of both.
        apart = all(uses) and not uses[0] & uses[1] and findings_in(first)
        if apart and found["when"] == opening["when"]:
            return f"{first.rstrip(' ;,.')}.", f"{opening['covers']} {found['when']}{rest}"
    return ()
