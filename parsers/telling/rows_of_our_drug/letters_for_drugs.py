"""Items of a list for several drugs, marked by a letter for one of them ("those marked E only for esketamine")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parsers.drugs.names import named_products
from parsers.language.any_of import choice_of
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.telling.words_of_steps import places_of

# No letter that is a word of its own may open an item.
_LETTER = r"(?P<letter>[B-HJ-Z]{1,2}|[*†‡#^])(?![\w])"
_DRUG = r"(?P<drug>(?:intravenous |iv |nasal )?(?:esketamine|spravato|ketamine)(?: infusions?| nasal spray| spray)?)\b"
_LEGEND = (
    compiled(
        rf"(?:marked|bearing|(?:that|which) bears?|with|under) (?:an? |the )?(?:letter |sign )?[\"'“]?(?-i:{_LETTER})"
        rf"[\"'”]?,? (?:(?:are|is|apply|applies|holds?|counts?) )?(?:asked )?(?:only )?(?:for|to|of) (?:the )?{_DRUG}",
        re.IGNORECASE,
    ),
    compiled(
        rf"(?<![\w])(?-i:{_LETTER})\s*(?:=|:|means|stands for)\s*(?:only |for |applies to )*{_DRUG} (?:requests )?only",
        re.IGNORECASE,
    ),
)
_OPENING = compiled(r"\W*[\[(]?(?P<letter>[A-Z]{1,2}|[*†‡#^])[\])]?[.:]?\s+(?=[A-Z])")
_FEWEST = 2
_LOOKED_FOR = choice_of(*_LEGEND)


def with_letters_spelled(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with the name of its drug before each item that a legend's letter marks; and what is printed there."""
    legends = (
        found
        for place in places_of(_LOOKED_FOR, blocks)
        for form in _LEGEND
        for found in form.finditer(blocks[place].text)
    )
    drugs: dict[str, str] = {found["letter"]: named_products(found["drug"])[0].capitalize() for found in legends}
    if len(set(drugs.values())) < _FEWEST:
        return tuple(blocks), {}
    told = tuple(_spelled(block, drugs) for block in blocks)
    return told, {new.text: old.text for new, old in zip(told, blocks, strict=True) if new is not old}


def _spelled(block: Block, drugs: dict[str, str]) -> Block:
    """An item with its drug in place of its letter, be it the marker of the item or its first word."""
    if block.kind != "item":
        return block
    if drug := drugs.get(block.marker.strip("[](). ")):
        return replace(block, text=f"{drug}: {block.text}", marker="")
    opening = _OPENING.match(block.text)
    drug = drugs.get(opening["letter"]) if opening else None
    return replace(block, text=f"{drug}: {block.text[opening.end() :]}") if opening and drug else block
