"""Rows of a drug list whose answer stands in a note: a cell that is a mark, and no more, sends the reader to it.

The note is read as said of the row's drug; a list prints it once, for one drug.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.answering.answers import stated_status
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block

_MARK = r"(?:[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,2}|\*{1,3}|[†‡§]|\[\d{1,2}\]|\((?:\d{1,2}|[a-z])\)|(?:note|footnote) \w{1,2})"
_ALONE = compiled(
    rf"^\s*(?P<mark>{_MARK})\s*$",
)
_OPENS = compiled(rf"^\s*(?P<mark>{_MARK})[\s.:)–-]*(?P<note>[A-Z].*)$")


def with_noted_rows(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with each note that a row's mark alone points to opening with the name of the row's drug."""
    drugs = dict(_marked(blocks))
    return tuple(_of_drug(block, drugs) for block in blocks) if drugs else tuple(blocks)


def _marked(blocks: Sequence[Block]) -> Iterator[tuple[str, str]]:
    """The marks that stand alone in a row of one of our drugs, each with the drug as the row names it."""
    for block in blocks:
        named = next((cell for cell in block.cells if named_products(cell)), None)
        for cell in block.cells if named else ():
            if found := _ALONE.match(cell):
                yield found["mark"].lower(), named or ""


def _of_drug(block: Block, drugs: dict[str, str]) -> Block:
    opening = _OPENS.match(block.text) if block.kind in ("paragraph", "item") else None
    drug = drugs.get(opening["mark"].lower()) if opening else None
    if opening is None or drug is None or not any(map(stated_status, sentences(opening["note"]))):
        return block
    return replace(block, text=f"{drug}: {opening['note']}")
