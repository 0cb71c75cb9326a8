"""Labels of answers that open a paragraph: "Not approved. The spray for bipolar depression is investigational."

Behind the criteria of a section such a label is no answer for the use of the section: the sentence behind it says what
it is of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from parsers.answering.answers import DENIED, names_use, stated_status
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block

_LABEL = compiled(
    r"^\W*(?:(?:what|uses?|indications?|conditions?|requests?)(?: (?:that )?(?:is|are|we do))? )?(?:(?:not|never) "
    r"(?:approv(?:ed|able)|cover(?:ed)?|authori[sz]ed|payable|allowed|paid(?: for)?|medically necessary)"
    r"|denied|denials?|excluded|exclusions?|experimental|investigational|unproven)\.\s+(?=[A-Z])",
    re.IGNORECASE,
)
_LISTED = ("item", "row")


def without_answer_labels(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, without such labels where the list of a section stands before their paragraph."""
    return (*blocks[:1], *_told(blocks)) if any(_LABEL.match(block.text) for block in blocks) else tuple(blocks)


def _told(blocks: Sequence[Block]) -> Iterator[Block]:
    listed = False
    for before, block in pairwise(blocks):
        listed = before.path == block.path and (listed or before.kind in _LISTED)
        label = _LABEL.match(block.text) if listed and block.kind == "paragraph" else None
        yield replace(block, text=block.text[label.end() :]) if label and _denies_a_use(block, label.end()) else block


def _denies_a_use(block: Block, start: int) -> bool:
    """Whether the sentence behind a label denies uses by their names."""
    said = sentences(block.text[start:])
    return bool(said) and names_use(said[0]) and stated_status(said[0]) in DENIED
