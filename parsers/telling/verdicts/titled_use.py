"""Entries of our drug among others under the title of a use ("Drugs for fibromyalgia", "Ketamine: investigational"):
the verdict is for that use.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.answering.answers import names_use, stated_status
from parsers.answering.bare_statuses import bare_status
from parsers.drugs.names import is_drug_name, named_products
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.telling.verdicts.drugs import use_of_title

_LONGEST = 100
_ENDS = compiled(r"[\s.;,]*$")


def with_use_of_title(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with the use of the title in each entry that answers for our drug alone; and what is printed there."""
    use = use_of_title(blocks)
    places = [place for place in range(len(blocks)) if _answers(blocks, place)] if use else []
    # Where the document names a use of our drug itself, its title is wider.
    if not places or any(_names_own_use(block) for block in blocks[1:]):
        return tuple(blocks), {}
    told = list(blocks)
    restated: dict[str, str] = {}
    for place in places:
        told[place] = _told(blocks[place], use)
        restated[told[place].text] = blocks[place].text
    return tuple(told), restated


def _answers(blocks: Sequence[Block], place: int) -> bool:
    """Whether an item or row, beside others on other drugs, gives our drug a status and names no use."""
    block = blocks[place]
    if block.kind not in ("item", "row") or len(block.text) > _LONGEST or not named_products(block.text):
        return False
    beside = [other for other in blocks if other.kind == block.kind and not named_products(other.text)]
    answered = stated_status(block.text) or any(map(bare_status, block.cells))
    return bool(beside and answered)


def _names_own_use(block: Block) -> bool:
    return bool(named_products(block.text)) and names_use(block.text)


def _told(block: Block, use: str) -> Block:
    if block.kind == "item":
        return replace(block, text=f"{_ENDS.sub('', block.text, count=1)} for {use}.")
    cells = tuple(_of_use(block.cells, use))
    return replace(block, cells=cells, text=" | ".join(cells))


def _of_use(cells: Sequence[str], use: str) -> Iterator[str]:
    """The cells of a row, with the use behind our drug's name."""
    for cell in cells:
        yield f"{cell} for {use}" if is_drug_name(cell) else cell
