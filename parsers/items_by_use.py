"""Items of one list that several uses ask for by their numbers: "A: approve when criteria 1 through 4 are met".

An item that not each of the uses names takes the name of those that do in brackets, where the reader finds it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from parsers.criteria.item_references import bare_marker, markers_named
from parsers.glosses import glossed
from parsers.indications import mentions
from parsers.models import Block, Indication
from parsers.patterns import compiled
from parsers.phases import read_phase
from parsers.sentences import sentences

_ASKS = compiled(
    r"\b(?:criteri(?:a|on)|items?|requirements?|conditions?)\b(?! met) (?P<numbers>\(?\b(?:\d{1,2}|[a-h])\b\)?"
    r"(?:(?:,? and |, ?| ?(?:-|–|to|through) ?)\(?\b(?:\d{1,2}|[a-h])\b\)?)*)"
    r"(?: (?:above|below))?,? (?:(?:are|is|must be|have been) (?:all )?(?:met|satisfied|fulfilled)|apply|applies)\b",
    re.IGNORECASE,
)
_FEWEST_USES = 2


@dataclass(frozen=True, slots=True)
class _Asked:
    """The items that a sentence asks for one use; `name` is the use as the sentence has it."""

    place: int
    use: Indication
    name: str
    numbers: frozenset[str]


def with_items_by_use(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with the uses in brackets at each item of a list that only some of the uses name by its number."""
    asked = list(_asked(blocks))
    uses = {each.use for each in asked}
    if len(uses) < _FEWEST_USES or len(uses) < len(asked):
        return tuple(blocks)
    read = list(blocks)
    for place, number in _list_before(blocks, asked[0].place, frozenset().union(*(each.numbers for each in asked))):
        names = [each.name for each in asked if number in each.numbers]
        if len(names) == 1:
            read[place] = replace(read[place], text=glossed(read[place].text, f"{names[0]} only"))
    return tuple(read)


def _asked(blocks: Sequence[Block]) -> Iterator[_Asked]:
    for place, block in enumerate(blocks):
        for sentence in sentences(block.text) if block.kind != "heading" else ():
            found = _ASKS.search(sentence)
            named = mentions(sentence[: found.start()]) if found and read_phase(sentence) != "renewal" else ()
            if found and len({each.indication for each in named}) == 1:
                name = sentence[named[0].start : named[0].end].replace("(", "").replace(")", "")
                yield _Asked(place, named[0].indication, name, frozenset(markers_named(found["numbers"])))


def _list_before(blocks: Sequence[Block], place: int, numbers: frozenset[str]) -> list[tuple[int, str]]:
    """The items with `numbers` of the nearest list before a place, outermost; [] where it has not all of them."""
    found: dict[str, int] = {}
    for n in range(place - 1, -1, -1):
        block = blocks[n]
        if block.kind == "item" and block.depth == 1 and block.marker:
            found.setdefault(bare_marker(block.marker), n)
        elif found and block.kind == "heading":
            break
    return [(found[number], number) for number in numbers] if found.keys() >= numbers else []
