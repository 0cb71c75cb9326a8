"""A row of a list of drugs that is of others, and only denies ours ("COMPOUNDS | May be approved if …. Ketamine in a
compound is not covered. | One year"): what it says of the others, and for how long, is not said of ours.
"""

from __future__ import annotations

import re
from dataclasses import replace

from parsers.answering.answers import DENIED, stated_status
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block

_DRUG_COLUMN = compiled(
    r"^\W*(?:[\w-]+ ){0,2}?(?:drugs?|products?|medications?|medicines?|agents?|class(?:es)?|category|categories)\b",
    re.IGNORECASE,
)
# "All but ketamine are not covered" sets ours apart.
_SETS_APART = compiled(r"\b(?:except|excepted|excepting|unless|other than|apart from|but not|save)\b", re.IGNORECASE)
_BUT = compiled(r",? (?:but|while|whereas) (?!not\b)|; (?:however,? )?", re.IGNORECASE)
_PAIR = 2


def with_only_the_denial(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """`blocks`, with the denials alone, as a paragraph, in the place of such rows."""
    return tuple(_told(block) if block.kind == "row" and len(block.cells) >= _PAIR else block for block in blocks)


def _told(row: Block) -> Block:
    denials = " ".join(_denials(row))
    return replace(row, kind="paragraph", cells=(), header=(), text=denials) if denials else row


def _denials(row: Block) -> tuple[str, ...]:
    """What denies ours in a row whose name is of others; nothing where all of it is, or where it says more of ours."""
    first, *others = row.cells
    if not row.header or not _DRUG_COLUMN.match(row.header[0]) or named_products(first) or not first.strip():
        return ()
    said = [part for cell in others for sentence in sentences(cell) for part in _parts(sentence)]
    ours = tuple(part for part in said if named_products(part))
    denied = all(stated_status(part) in DENIED and not _SETS_APART.search(part) for part in ours)
    more = [part for part in said if part.strip() and part not in ours]
    return ours if ours and more and denied else ()


def _parts(sentence: str) -> tuple[str, ...]:
    """A sentence, or its sides where it sets them against each other ("…, but compounds with ketamine are not")."""
    return tuple(_BUT.split(sentence)) if named_products(sentence) else (sentence,)
