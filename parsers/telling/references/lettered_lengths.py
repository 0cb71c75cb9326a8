"""Lengths that a sentence gives the uses of a list by their letters or as the first and the second."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import dropwhile, takewhile

from parsers.answering.answers import stated_status
from parsers.drugs.names import named_products
from parsers.language.any_of import choice_of
from parsers.language.glosses import gloss
from parsers.language.patterns import compiled
from parsers.language.spans import SPAN_COUNT, SPAN_UNIT
from parsers.lists.markers import bare_marker
from parsers.models import Block
from parsers.telling.references.named_groups import PAIR, name_of
from parsers.telling.words_of_steps import places_of
from parsers.uses.indications import mentions

_OPENING = 25
# "A, 6 months; B, 1 month", "6 months for the first, 1 month for the second": lengths of the uses of a list.
_LENGTH = rf"{SPAN_COUNT}[ -]{SPAN_UNIT}\b"
_LETTER_WITH_LENGTH = compiled(
    rf"\b(?P<count>[A-H])\b(?=[,:)]? (?:(?:is|are|lasts|runs|for|up to|approved|gets) )*{_LENGTH})"
)
_A_CASE = r"(?: (?:case|use|group|indication|one|diagnosis|condition|of (?:these|them|the two)(?: uses| cases)?)\b)?"
_ORDINAL_WITH_LENGTH = compiled(
    rf"(?:(?:(?<= for )|(?<= in )|(?<= under ))the (?P<count>first|second|former|latter){_A_CASE}"
    rf"(?=[^.]*{_LENGTH}|\W*$)"
    rf"|(?:^|(?<=[;,.] )|(?<= and )|(?<= while ))[Tt]he (?P<subject>first|second|former|latter){_A_CASE}"
    rf"(?=,? (?:is|are|gets?|lasts?|runs?|may|will|for|up to)\b[^.;]*{_LENGTH}|: ?{_LENGTH}))"
)
_FOR = compiled(r"\W*(?:for|in)(?: (?:the|adults with|patients with|members with))? ?$", re.IGNORECASE)
_IS_DIAGNOSED = compiled(
    r"\W*(?:(?:the )?(?:patient|member|individual|client|person|beneficiary) (?:has|carries) )?(?:an? |the )?"
    r"(?:\w+ )?diagnos(?:is|ed)(?: is)?(?: of| with|:)",
    re.IGNORECASE,
)
_ORDINALS = {"first": 0, "former": 0, "second": 1, "latter": 1}
_LOOKED_FOR = choice_of(_LETTER_WITH_LENGTH, _ORDINAL_WITH_LENGTH)


def with_listed_uses(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with the use in brackets where a sentence gives the uses of the list before it a length each by their
    letters or as the first and the second.
    """
    told = list(blocks)
    for place in places_of(_LOOKED_FOR, blocks):
        told[place] = _with_lengths(blocks[place], blocks[:place])
    return tuple(told)


def _with_lengths(block: Block, before: Sequence[Block]) -> Block:
    text = block.text
    lettered = list(_LETTER_WITH_LENGTH.finditer(text))
    ordinal = list(_ORDINAL_WITH_LENGTH.finditer(text)) if "month" in text or "week" in text or "days" in text else []
    said = lettered if len(lettered) >= PAIR else ordinal
    if len(said) < PAIR or mentions(text):
        return block
    listed = _listed_uses(before) if said is lettered else _last_two(before) or _listed_uses(before)
    named = [
        listed.get(found["count"].lower()) if said is lettered else _in_order(listed, _ordinal(found)) for found in said
    ]
    if None in named or len(set(named)) != len(named):
        return block
    for found, use in zip(reversed(said), reversed(named), strict=True):
        text = f"{text[: found.end()]}{gloss(use or '')}{text[found.end() :]}"
    return replace(block, text=text)


def _ordinal(found: re.Match[str]) -> str:
    return found["count"] or found["subject"]


def _in_order(listed: Mapping[str, str], ordinal: str) -> str | None:
    uses = list(dict.fromkeys(listed.values()))
    return uses[_ORDINALS[ordinal]] if len(uses) == PAIR else None


def _last_two(before: Sequence[Block]) -> Mapping[str, str]:
    """The uses of the last list before a sentence where two of its items open with one each, or of the two paragraphs
    right before it that are of one each; {} where there are none such.
    """
    run = dropwhile(lambda block: block.kind != "item", reversed(before))
    items = tuple(takewhile(lambda block: block.kind == "item", run))[::-1]
    listed = _listed_uses(items)
    if len(listed) == PAIR:
        return listed
    covered = [name_of(block.text) for block in before[-PAIR:] if _is_of_one(block)]
    return {str(place): use for place, use in enumerate(covered)} if len(covered) == PAIR else {}


def _is_of_one(block: Block) -> bool:
    """Whether a paragraph covers the drug for one use, or opens with the one that it is of ("For A we ask …")."""
    named = mentions(block.text)
    one = block.kind == "paragraph" and len({mention.indication for mention in named}) == 1
    return one and (stated_status(block.text) == "covered" or bool(_FOR.match(block.text[: named[0].start])))


def _listed_uses(before: Sequence[Block]) -> dict[str, str]:
    """The last items, headings or lines that open with a use each, by their letter or else their place."""
    listed: dict[str, str] = {}
    for place, block in enumerate(before):
        if use := _asked_first(before[place : place + PAIR]):
            listed[bare_marker(block.marker)] = use
            continue
        first = next(iter(mentions(block.text)), None)
        if first is None or first.start > _OPENING or block.kind == "row" or named_products(block.text[: first.start]):
            continue
        listed[bare_marker(block.marker) or str(place)] = name_of(block.text)
    return listed


def _asked_first(pair: Sequence[Block]) -> str | None:
    """The use that the first item under a letter asks for, where the letter itself only leads in ("A. Both of these:
    i. Diagnosis of resistant depression").
    """
    if len(pair) < PAIR or not all(block.kind == "item" and block.marker for block in pair):
        return None
    above, below = pair
    leads = above.depth < below.depth and above.text.rstrip().endswith(":") and not mentions(above.text)
    return name_of(below.text) if leads and _IS_DIAGNOSED.match(below.text) and mentions(below.text) else None
