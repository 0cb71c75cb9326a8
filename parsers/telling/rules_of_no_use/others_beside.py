"""Uses of another drug told in the same breath as ours: "ketamine for PTSD and lidocaine for fibromyalgia are not
covered" says nothing of ketamine for the second.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parsers.drugs.drugs_beside import OTHERS
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block
from parsers.telling.words_of_steps import told_where

_FOR = r"(?:for|in|to treat|in the treatment of)"
_JOINS = r"(?:,? (?:and|or|nor|as well as)|,)"
_OURS = r"\b(?:spravato|(?:es)?ketamine|ketalar)\b"
# Up to the verb of the sentence, our own drug again, or its end.
_UNTIL = (
    rf"(?={_JOINS} (?:[\w-]+ ){{0,2}}?{_OURS}|,? (?:is|are|will|remains?|may|should|cannot|has|have|because|as|when|if|"
    r"unless|since)\b|\W*$|[;:(])"
)
_BESIDE = compiled(
    rf"(?P<ours>{_OURS}[^.;:]{{0,60}}? {_FOR} [^.;:]+?){_JOINS} (?:(?:the use of|use of|intravenous|IV|infused|topical|"
    rf"oral|inhaled|high-dose|low-dose|injected|compounded|an?|the) )*{OTHERS}\b(?: [\w-]+){{0,2}}? "
    rf"{_FOR} [^.;:]+?{_UNTIL}",
    re.IGNORECASE,
)
# Entries of a list by drug: "Ketamine for depression: not covered", "Lidocaine for nerve pain: covered".
_ANSWERED_FOR = rf"(?: [\w-]+){{0,2}}? {_FOR} [^:.;]{{3,80}}?(?:: | (?:is|are|remains?|may be) )\S"
_ITEM_OF_OURS = compiled(rf"^\W*(?:[\w-]+ ){{0,2}}?{_OURS}{_ANSWERED_FOR}", re.IGNORECASE)
_ITEM_OF_ANOTHER = compiled(rf"^\W*(?:[\w-]+ ){{0,2}}?{OTHERS}\b{_ANSWERED_FOR}[^.;:]{{0,60}}\W*$", re.IGNORECASE)
_OF_TRIALS = compiled(r"\b(?:tried|trials?|fail\w*|stud(?:y|ies|ied)|respon\w+|receiv\w+|taking)\b", re.IGNORECASE)
# "Other psychiatric drugs in this division: brexanolone (age 15 and older), …": entries that stand beside ours.
_OF_THE_BOOK = compiled(
    r"^\W*(?:(?:other|related|further|additional|neighbou?ring)\b(?= (?:[\w-]+ ){0,3}?(?:drugs?|products?|medic\w+|"
    r"agents?|entries|policies|guides?|guidelines?|topics|sections)\b)|(?:see )?also\b(?= (?:in|under|of)\b|:))"
    rf"[^.;:]{{0,70}}?(?::| (?:is|are|include)) (?:[\w-]+ )?{OTHERS}\b(?: [\w-]+){{0,2}} ?\([^()]*\)",
    re.IGNORECASE,
)
_KINDS = ("paragraph", "item", "row", "definition")


def without_others_beside(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with such sentences on our drug alone, no items on others in a list of ours; what is printed there."""
    printed: dict[str, str] = {}
    ours = any(block.kind == "item" and _ITEM_OF_OURS.match(block.text) for block in blocks)
    kept = (block for block in blocks if not (ours and block.kind == "item" and _ITEM_OF_ANOTHER.match(block.text)))
    ours_too = tuple(block for block in kept if not _is_of_the_book(block))
    return told_where(_BESIDE, ours_too, lambda block: _told(block, printed)), printed


def _is_of_the_book(block: Block) -> bool:
    """Whether a block only tells of other drugs of the same book, each with its rule in brackets."""
    listed = block.kind in ("paragraph", "item") and _OF_THE_BOOK.match(block.text)
    return bool(listed) and not (named_products(block.text) or _OF_TRIALS.search(block.text))


def _told(block: Block, printed: dict[str, str]) -> Block:
    if block.kind not in _KINDS or not named_products(block.text) or not _BESIDE.search(block.text):
        return block
    cells = tuple(_ours(cell, printed) for cell in block.cells)
    return replace(block, text=_ours(block.text, printed), cells=cells)


def _ours(text: str, printed: dict[str, str]) -> str:
    """`text` without what its sentences say of other drugs' uses."""
    said = list(sentences(text))
    for place, sentence in enumerate(said):
        ours = sentence if _OF_TRIALS.search(sentence) else _BESIDE.sub(r"\g<ours>", sentence)
        if ours != sentence:
            said[place] = ours
            printed[ours] = sentence
    told = " ".join(said)
    if told != text:
        printed[told] = text
    return told
