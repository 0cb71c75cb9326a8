"""A drug that a page sets apart in a sentence and denies in the next with a pronoun ("Compounded ketamine is another
drug. It is excluded."): told in one sentence, for what only sets a drug apart is taken to be said of none of ours.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from parsers.answering.answers import DENIED, stated_status
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block

_SET_APART = compiled(
    r"^(?P<drug>(?!.*\b(?:esketamine|spravato)\b.* (?:is|are) )[^.;:]{0,80}?(?<!es)ketamine\b[^.;:]{0,90}?),? "
    r"(?:is|are)(?: also| not)? (?:an? |the )?(?:(?:quite|wholly|entirely) )?"
    r"(?:different|another|separate|distinct|other|same) (?:[\w-]+ )?"
    r"(?:product|drug|medicine|medication|treatment|substance|preparation|matter|thing)s?"
    r"(?: (?:from|than|to|as) [^.;:]{2,40})?[.;]?$",
    re.IGNORECASE,
)
_PRONOUN = compiled(
    r"^(?:it|they|this|that|these|those)(?= (?:is|are|has|have|was|were|may|can|will|lacks?)\b)", re.IGNORECASE
)
_AS_OBJECT = compiled(
    r"^(?P<who>(?:we|the (?:plan|program|board|payer|health plan)) (?:do(?:es)?|will|can) ?not "
    r"(?:cover|pay for|reimburse|approve|authori[sz]e)) (?:it|them|this|that)\b",
    re.IGNORECASE,
)


def with_drugs_set_apart(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with such a drug named where it is denied; and what is printed for each."""
    told = tuple(_told(block) if block.kind in ("item", "paragraph") else block for block in blocks)
    return told, {new.text: old.text for new, old in zip(told, blocks, strict=True) if new is not old}


def _told(block: Block) -> Block:
    if not _SET_APART.may_match(block.text) or "etamine" not in block.text:
        return block
    said = sentences(block.text)
    for place, (first, behind) in enumerate(pairwise(said)):
        named = _SET_APART.match(first)
        if named and stated_status(behind) in DENIED and (denied := _denied(named["drug"], behind)):
            return replace(block, text=" ".join((*said[:place], denied, *said[place + 2 :])))
    return block


def _denied(drug: str, sentence: str) -> str:
    """A denial with the drug in place of its pronoun; "" where it has none."""
    if _PRONOUN.match(sentence):
        return _PRONOUN.sub(lambda _: drug, sentence)
    if found := _AS_OBJECT.match(sentence):
        return f"{found['who']} {drug[:1].lower()}{drug[1:]}{sentence[found.end() :]}"
    return ""
