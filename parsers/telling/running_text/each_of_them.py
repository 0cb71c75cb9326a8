"""Lists of what is true of each antidepressant that was tried ("Each of those was either: taken for six weeks …").

The items hold no subject of their own: each is read as said of each antidepressant, under a lead-in that keeps only
how many of them are needed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parsers.language.patterns import compiled
from parsers.lists.led_items import items_under
from parsers.models import Block

_DRUGS = r"(?:antidepressants?|trials?|drugs?|agents?|medications?|medicines?|failures?|treatments?)"
_WHICH = (
    r"(?: (?:counted|tried|taken|named|listed|above|that|which|in|of|the|criterion|item|failed|have|has|\(?\d\)?)\b)*"
)
_EACH = (
    r"(?:each|every one|every|all|both|any)(?: (?:one )?of)?(?: (?:the|those|these|such|them|two|three|four|\d))*"
    rf"(?: (?:failed|tried|oral|required|said))*(?: {_DRUGS})?{_WHICH}"
)
# How many of the items are asked for; without such words, and without "either", all of them.
_CHOICE = (
    r"(?:(?:any|at least) )?(?:one|1)(?: or more)?(?: of (?:the following|these|those|them))?"
    r"|either(?: of (?:these|the following))?"
)
_LEAD = compiled(
    rf"^\W*(?:(?:for|of|with|in) {_EACH},? (?:(?P<first>{_CHOICE}|all of (?:the following|these))\b)?[^:;.]{{0,50}}"
    rf"|(?P<second>{_CHOICE}|all of (?:the following|these))(?: (?:appl(?:y|ies)|holds?|is true|must be true))? "
    rf"(?:to|of|for) {_EACH}"
    rf"|{_EACH}(?:,? (?:must have been|has been|have been|was|were|had been|must have|had|has|is|are)\b)?"
    rf"(?:,? (?P<third>{_CHOICE}))?)\s*:\s*$",
    re.IGNORECASE,
)
_NAMES_DRUGS = compiled(rf"\b{_DRUGS}\b|\b(?:those|these|them)\b", re.IGNORECASE)
_SUBJECT = compiled(
    r"^\W*(?:(?:it|each|the (?:drug|trial|antidepressant|agent|medication)) )?(?:was|were|has been|had been|is) ",
    re.IGNORECASE,
)
_DONE = compiled(
    r"^\W*(?:taken|used|given|continued|tried|prescribed|stopped|ended|given up|discontinued|withdrawn|not tolerated|"
    r"cut short|halted|poorly tolerated|contraindicated|intolerable|of|at|for|ineffective|titrated|dosed)\b",
    re.IGNORECASE,
)
_A_LENGTH = compiled(
    r"^\W*(?:at least |a minimum of |no (?:less|fewer) than )?[\w-]+(?: \(\d+\))? (?:or more )?(?:days|weeks|months)\b",
    re.IGNORECASE,
)


def with_subjects_of_items(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with the items of such a list as sentences of their own; and what is printed for each."""
    told = list(blocks)
    printed: dict[str, str] = {}
    for place, block in enumerate(blocks):
        found = _lead(block)
        items = tuple(items_under(blocks, place)) if found else ()
        said = [_told(blocks[item].text) for item in items]
        if found and items and all(said):
            told[place] = replace(block, text=_how_many(found))
            for item, text in zip(items, said, strict=True):
                told[item] = replace(blocks[item], text=text)
                printed[text] = blocks[item].text
    return tuple(told), printed


def _lead(block: Block) -> re.Match[str] | None:
    found = _LEAD.match(block.text) if block.kind in ("item", "paragraph") else None
    return found if found and _NAMES_DRUGS.search(block.text) else None


def _how_many(found: re.Match[str]) -> str:
    words = " ".join(filter(None, (found["first"], found["second"], found["third"]))).lower()
    chosen = words and not words.startswith("all")
    return "One of the following:" if chosen else "All of the following:"


def _told(item: str) -> str:
    """An item as said of each antidepressant; "" for one that is about anything else."""
    own = _SUBJECT.sub("", item, count=1)
    if _A_LENGTH.match(own):
        return f"Each antidepressant was taken for {own}"
    return f"Each antidepressant was {own[:1].lower()}{own[1:]}" if _DONE.match(own) else ""
