"""Answers up to a day, with the one from that day on behind them: "Through July 14, 2031, infusions for regional pain
are covered. On and after July 15, 2031 they are investigational." What holds from then on is the answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from parsers.answering.answers import DENIED, names_use, stated_status
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block
from parsers.telling.lapsed_rules.replaced_wording import FROM, UP_TO
from parsers.telling.words_of_steps import places_of

_IS = r"(?:is|are|was|were|will be|remains?|stays?|continues? to be)"
_ENDED = compiled(
    rf"^(?:{UP_TO},? (?P<first>[^.;]+?) {_IS} [^.;]+|(?P<last>[^.;]+?) {_IS} [^.;]+? {UP_TO})\.?$", re.IGNORECASE
)
_DAY = (
    r"(?:on (?:and|or) after|after|from|beginning|starting|effective|as of|since) (?:that|this) (?:day|date)|"
    r"thereafter|then"
)
_BEGINS = compiled(
    rf"^(?P<when>{FROM},?|(?:{_DAY}),?) (?P<subject>[^.;,]+?) (?P<answer>{_IS} .+)$", re.IGNORECASE | re.DOTALL
)
_BEGINS_LAST = compiled(rf"^(?P<subject>[^.;,]+?) (?P<answer>{_IS} [^.;]+? {FROM}\W*)$", re.IGNORECASE)
_PRONOUN = compiled(r"(?:it|they|these|this|both|such use|the drug|the (?:treatment|therapy|service)s?)", re.IGNORECASE)


def with_answers_in_force(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks` without the answer that ends, its subject in that which begins; and what is printed for that one."""
    told = list(blocks)
    restated: dict[str, str] = {}
    for place in places_of(_ENDED, blocks):
        block = blocks[place]
        parts = sentences(block.text) if block.kind in ("paragraph", "item") else ()
        replaced = dict(_replaced(parts))
        said = [text for nth, part in enumerate(parts) if (text := replaced.get(nth, part))]
        restated |= {text: f"{parts[nth - 1]} {parts[nth]}" for nth, text in replaced.items() if text}
        told[place] = replace(block, text=" ".join(said)) if replaced else block
    return tuple(told), restated


def _replaced(parts: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The places of an answer that ends ("") and of the one that begins, with the subject of the first."""
    for place, (one, other) in enumerate(pairwise(parts)):
        ended = _ENDED.match(one)
        begins = (_BEGINS.match(other) or _BEGINS_LAST.match(other)) if ended else None
        if ended is None or begins is None or not _are_answers(one, begins["answer"]):
            continue
        subject = ended["first"] or ended["last"]
        # A use that stands behind the verb is not in the subject to be said again.
        if not names_use(subject) and (names_use(one) or not named_products(subject)):
            continue
        if _PRONOUN.fullmatch(begins["subject"]):
            yield place, ""
            yield place + 1, f"{subject[:1].upper()}{subject[1:]} {begins['answer']}"
        elif named_products(begins["subject"]) and named_products(begins["subject"]) == named_products(subject):
            yield place, ""
            yield place + 1, other


def _are_answers(ended: str, begins: str) -> bool:
    """Whether one sentence answers with cover and the other with a denial, whichever comes first."""
    after = stated_status(f"Ketamine {begins}")
    before = stated_status(ended)
    return after in DENIED or (after is not None and (before is None or before in DENIED))
