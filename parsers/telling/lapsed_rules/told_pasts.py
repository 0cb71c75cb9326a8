"""Sentences that tell no more than how it was before ("Before that date both were paid with authorization"): left out.

What names a use or a drug is left to those who read answers, for more may be added to what was covered before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.answering.answers import names_use
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block
from parsers.telling.sentence_by_sentence import Told, without_sentences

_THEN = r"(?:that (?:date|day|time|point|month|year|change)|then|this (?:date|change|notice|bulletin|update)|now)"
_WERE = r"(?:was|were|had been|used to be)"
_ANSWERED = (
    r"(?:paid|covered|payable|approved|authori[sz]ed|reimbursed|allowed|excluded|denied|investigational|experimental|"
    r"(?:a )?benefits?|refused|(?:not )?medically necessary)"
)
_PAST = compiled(
    rf"^(?:(?:before|until|till|up to|prior to) {_THEN},? [^.;]{{2,60}}? {_WERE}\b[^.;]{{0,30}}?\b{_ANSWERED}\b[^.;]*"
    rf"|[^.;]{{2,60}}? {_WERE}\b[^.;]{{0,30}}?\b{_ANSWERED}\b[^.;]{{0,60}}? (?:before|until|till|up to|prior to) "
    rf"{_THEN}"
    rf"|(?:both|all|they|it|these|each|those) (?:used to be|had (?:once |formerly |previously )?been|(?:was|were) "
    rf"(?:once|formerly|previously)) {_ANSWERED}\b[^.;]*)\W*$",
    re.IGNORECASE,
)
_WAS = compiled(rf"\b{_WERE}\b", re.IGNORECASE)
_KINDS = ("paragraph", "item")


def without_told_pasts(blocks: Sequence[Block]) -> Told:
    """`blocks` without such sentences, where others stand beside them; and what is printed of those."""
    return without_sentences(_PAST, blocks, lambda block: _tells_past if _tells_more(block) else None)


def _tells_more(block: Block) -> bool:
    may = block.kind in _KINDS and bool(_WAS.search(block.text))
    return may and not all(map(_tells_past, sentences(block.text)))


def _tells_past(text: str) -> bool:
    return bool(_PAST.match(text)) and not names_use(text) and not named_products(text)
