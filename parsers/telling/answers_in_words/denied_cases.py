"""Lists of the cases in which a drug is refused ("It is denied in the following situations:"), which are no uses of it.

Such a list bars a person as one under "if any of these apply" does: it is told in those words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from parsers.answering.answers import names_use
from parsers.criteria.conditions import named
from parsers.criteria.vocabulary import PERSON
from parsers.language.patterns import compiled
from parsers.models import Block

_IN_CASES = compiled(
    r"(?P<refuses>\b(?:denied|den(?:y|ies)|not (?:be )?(?:covered|approved|authori[sz]ed|payable|paid)|refused?|"
    r"rejected))"
    r" (?:in|under|for) (?:each of |any(?: one)? of |all of )?(?:the following|these|the)(?: \w+)? "
    r"(?:cases|situations|circumstances|instances|scenarios|events)(?: below)?\s*:\s*$",
    re.IGNORECASE,
)
# "We will not approve it:", over "for a person under 18", "before two antidepressants have failed".
_REFUSED_BARELY = compiled(
    r"(?P<refuses>\b(?:denied|not (?:be )?(?:covered|approved|authori[sz]ed|payable|paid)|refused|"
    r"(?:do|does|will|shall|can) ?not (?:cover|approve|authori[sz]e|pay for) "
    r"(?:it|the (?:drug|spray)|spravato|(?:es)?ketamine)))\s*:\s*$",
    re.IGNORECASE,
)
_IS_A_CASE = compiled(
    rf"^\W*(?:(?:for|in|to) (?:an?|any|the) (?:\w+ )?{PERSON}\b"
    r"|(?:before|until|unless|if|when|where|with|without|while|in|at|from) )",
    re.IGNORECASE,
)
# "Not covered without two failures", "Not covered unless …": items that each refuse one case.
_REFUSES_A_CASE = compiled(
    r"^\W*(?:it |spravato |esketamine )?(?:is |will be )?(?P<refuses>denied|refused|not (?:be )?(?:covered|approved|"
    r"authori[sz]ed|payable|paid for))(?= )",
    re.IGNORECASE,
)
_ANY_OF_THEM = "if any of the following apply:"
_FEWEST = 2
_UNLESS = compiled(r"^\W*unless ", re.IGNORECASE)


def _told(block: Block, items: Sequence[Block]) -> Block:
    """The lead-in of a list of cases in the words of one of bars; as it is where it leads in none."""
    if items and _REFUSED_BARELY.search(block.text) and _are_of_patients(items):
        return replace(block, text=_REFUSED_BARELY.sub(rf"\g<refuses> {_ANY_OF_THEM}", block.text))
    if items and _IN_CASES.search(block.text) and not any(names_use(item.text) for item in items):
        return replace(block, text=_IN_CASES.sub(rf"\g<refuses> {_ANY_OF_THEM}", block.text))
    return block


def _are_of_patients(items: Sequence[Block]) -> bool:
    return all(map(_is_a_case, items)) and not all(names_use(item.text) for item in items)


def _is_a_case(item: Block) -> bool:
    """Whether an item tells when or for whom, and names no use but as a condition that somebody has."""
    if not _IS_A_CASE.match(item.text):
        return False
    return not names_use(item.text) or any(named(item.text.lower()))


def with_cases_told(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks` with the lead-in of each such list in other words; and what is printed in place of it."""
    told: list[Block] = []
    restated: dict[str, str] = {}
    place = 0
    while place < len(blocks):
        block = blocks[place]
        refused = _refused_in_turn(blocks[place:])
        items = refused or list(takewhile(lambda below: below.kind == "item", blocks[place + 1 :]))
        lead = _lead_over(block) if refused else _told(block, items)
        place += 0 if refused else 1
        told.append(lead)
        if lead.text != block.text:
            restated[lead.text] = block.text
            told += _without_unless(items, restated)
            place += len(items)
    return tuple(told), restated


def _refused_in_turn(blocks: Sequence[Block]) -> list[Block]:
    """The items of a list each of which refuses a case, without the words of refusal; [] where none does."""
    items = list(takewhile(lambda block: block.kind == "item" and _REFUSES_A_CASE.match(block.text), blocks))
    cases = [replace(item, text=_REFUSES_A_CASE.sub("", item.text).strip()) for item in items]
    return cases if len(cases) >= _FEWEST and all(map(_is_a_case, cases)) else []


def _lead_over(item: Block) -> Block:
    refuses = _REFUSES_A_CASE.match(item.text)
    said = refuses["refuses"].capitalize() if refuses else ""
    return replace(item, kind="paragraph", depth=0, marker="", text=f"{said} {_ANY_OF_THEM}")


def _without_unless(items: Sequence[Block], restated: dict[str, str]) -> Iterator[Block]:
    """The items of a list of bars, those that tell what must be ("unless a psychiatrist prescribes") as what is not."""
    for item in items:
        told = _UNLESS.sub("not the case that ", item.text)
        if told != item.text:
            restated[told] = item.text
        yield replace(item, text=told)
