"""Verdicts behind the uses that they are of ("In all of these the plan considers it unproven", "All three are …"): told
over the list, or with the uses of the sentence before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from parsers.answering.answers import names_use, stated_status
from parsers.answering.statuses import read_status
from parsers.drugs.names import named_products
from parsers.language.any_of import any_of
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block, Status
from parsers.telling.verdicts.drugs import drug_over
from parsers.telling.verdicts.over_lists import are_uses
from parsers.telling.verdicts.words import SAID, verdict
from parsers.uses.indications import is_residual, mentions, named_indications

_THINGS = r"(?:uses?|conditions?|indications?|diagnos[ei]s|disorders?|purposes?|instances?|cases?|settings?)"
_NUMBER = r"(?:two|three|four|five|six|seven|eight|nine|ten)"
_THEM = (
    rf"(?:(?:all|each|every one|any|none|both|either) of (?:these|those|them|the (?:above|foregoing|preceding)"
    rf"|the(?= (?:above |foregoing |preceding )?{_THINGS}\b))(?: {_NUMBER})?(?: (?:above|foregoing|preceding|"
    rf"listed|named))?"
    rf"(?: {_THINGS})?(?: (?:listed |named )?above| listed)?"
    rf"|all {_NUMBER}(?: {_THINGS})?|both|they|(?:these|those|such)(?: {_NUMBER})?(?: {_THINGS})?(?: above)?"
    rf"|the (?:(?:above|foregoing)(?: {_THINGS})?|{_THINGS} (?:listed |named )?above))"
)
_OF_THEM = any_of(
    rf"^\W*(?:(?:for|in|as to) )?{_THEM},? (?:is|are|was|were|the|we|our|this|it|ketamine|esketamine|infusions?|"
    rf"one|uses|"
    rf"remains?|has|have)\b|\b(?:in|for|of|considers?|regards?|deems?|holds?) {_THEM}(?=[,;.]|\W*$| (?:investigational|"
    r"experimental|unproven|not|to)\b)",
    flags=re.IGNORECASE,
)
_MANY = compiled(r"^\W*(?:all|both|these|those|they|each|such)\b", re.IGNORECASE)
# "The effect of the following for CRPS is not known. Each is therefore investigational:", over a list of treatments.
_LEADS_THEM = compiled(
    r"^\W*(?:(?:accordingly|therefore|thus|hence|for this reason|as such|so)\b,? )?"
    r"(?:(?:each|all|every one|none)(?: (?:one|of (?:them|these|those)))?|they|these|those)(?: therefore| all| each)? "
    r"(?P<said>(?:is|are)\b[^:]{6,110}):\W*$",
    re.IGNORECASE,
)
_POINTS_DOWN = compiled(
    r"\b(?:the following|these|listed|named|below)\b(?: (?:treatments?|therapies|drugs|services|procedures|uses))?",
    re.IGNORECASE,
)


def with_uses_in_leads(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with a lead-in that is a verdict on treatments and the use that its sentence before names, in one."""
    restated: dict[str, str] = {}
    told: list[Block] = []
    for place, block in enumerate(blocks):
        text = _lead_of_use(block.text) if block.kind == "paragraph" and block.text.endswith(":") else ""
        below = takewhile(lambda each: each.kind == "item", blocks[place + 1 :])
        text = text if text and any(map(_is_ours, below)) else ""
        restated |= {text: block.text} if text else {}
        told.append(replace(block, text=text) if text else block)
    return tuple(told), restated


def _is_ours(item: Block) -> bool:
    """Whether an item is our drug, for no use of its own: "at anesthetic doses" says how much of it."""
    return bool(named_products(item.text)) and set(named_indications(item.text)) <= {"anesthesia"}


def _lead_of_use(text: str) -> str:
    """A lead-in of two sentences, the use of the first in the verdict of the second; "" for any other."""
    before, last = (sentences(text) or ("",))[-2:] if len(sentences(text)) > 1 else ("", "")
    leads = _LEADS_THEM.match(last)
    uses = [mention for mention in mentions(before) if not mention.excepted] if leads else []
    if leads is None or not uses or not _POINTS_DOWN.search(before) or named_products(text) or names_use(last):
        return ""
    named = " and ".join(dict.fromkeys(before[use.start : use.end] for use in uses))
    said = re.sub(r"\bis\b", "are", leads["said"], flags=re.IGNORECASE)
    nothing = last.lstrip(" \t").lower().startswith("none")
    return f"{'None of the' if nothing else 'The'} following treatments for {named} {said}:"


def with_verdicts_before_lists(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with such a verdict before what it is of; and what is printed for each."""
    restated: dict[str, str] = {}
    told: list[Block] = []
    listed = 0
    for place, block in enumerate(blocks):
        if block.kind != "paragraph" or block.text.endswith(":") or not _OF_THEM.stands_in(block.text):
            told.append(block)
            continue
        text = _over_list(told, listed, blocks, place, restated) or _in_one(
            block.text, drug_over(blocks, place), restated
        )
        listed = len(told)
        if text.strip():
            told.append(replace(block, text=text.strip()))
    return tuple(told), restated


def _over_list(told: list[Block], listed: int, blocks: Sequence[Block], place: int, restated: dict[str, str]) -> str:
    """What a paragraph behind a list, which is `told` from `listed` on, says besides a verdict on it; that leads in the
    list then. "" for another paragraph.
    """
    first, *rest = sentences(blocks[place].text)
    items = list(takewhile(lambda block: block.kind == "item", reversed(told[listed:])))
    status, drug = _verdict_on_them(first), drug_over(blocks, place)
    if status is None or status == "case_by_case" or drug is None or not items or not are_uses(items, status):
        return ""
    start = len(told) - len(items)
    text = f"{drug.capitalize()} {SAID[status]} for the following indications:"
    if start and told[start - 1].kind == "paragraph" and _leads(told[start - 1].text):
        start -= 1
        told[start] = replace(told[start], text=text)
    elif start and told[start - 1].kind == "paragraph" and told[start - 1].text.endswith(":"):
        return ""
    else:
        told.insert(start, replace(blocks[place], text=text))
    restated[text] = first
    return " ".join(rest) or " "


def _leads(text: str) -> bool:
    """Whether a line leads in a list, and gives no verdict itself."""
    return text.endswith(":") and verdict(text) is None and stated_status(text) is None


def _verdict_on_them(sentence: str) -> Status | None:
    points = _OF_THEM.stands_in(sentence) and not names_use(sentence) and not is_residual(sentence)
    return read_status(sentence) if points else None


def _in_one(text: str, drug: str | None, restated: dict[str, str]) -> str:
    """A text, with the verdict on the uses of the sentence before it told of them by name."""
    said = sentences(text)
    for before, sentence in pairwise(said):
        status = _verdict_on_them(sentence) if drug and _MANY.match(sentence) else None
        uses = [before[mention.start : mention.end] for mention in mentions(before) if not mention.excepted]
        if status and uses and stated_status(before) is None:
            told = f"{(drug or '').capitalize()} {SAID[status]} for {', '.join(uses)}."
            restated[told] = sentence
            text = text.replace(sentence, told, 1)
    return text
