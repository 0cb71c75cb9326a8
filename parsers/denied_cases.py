"""Lists of the cases in which a drug is refused ("It is denied in the following situations:"), which are no uses of it.

Such a list bars a person as one under "if any of these apply" does: it is told in those words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from parsers.answers import names_use
from parsers.criteria.conditions import named
from parsers.criteria.vocabulary import PERSON
from parsers.models import Block
from parsers.patterns import compiled

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
    r"|(?:before|until|if|when|where|without|while|in|at|from) )",
    re.IGNORECASE,
)


def _told(block: Block, items: Sequence[Block]) -> str:
    """The lead-in of a list of cases in the words of one of bars; its own where it leads in none."""
    if not items:
        return block.text
    of_patients = all(map(_is_a_case, items)) and not all(names_use(item.text) for item in items)
    if of_patients and _REFUSED_BARELY.search(block.text):
        return _REFUSED_BARELY.sub(r"\g<refuses> if any of the following apply:", block.text)
    if _IN_CASES.search(block.text) and not any(names_use(item.text) for item in items):
        return _IN_CASES.sub(r"\g<refuses> if any of the following apply:", block.text)
    return block.text


def _is_a_case(item: Block) -> bool:
    """Whether an item tells when or for whom, and names no use but as a condition that somebody has."""
    named_so = not names_use(item.text) or any(named(item.text.lower()))
    return bool(_IS_A_CASE.match(item.text)) and named_so


def with_cases_told(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks` with the lead-in of each such list in other words; and what is printed in place of it."""
    told = list(blocks)
    restated: dict[str, str] = {}
    for place, block in enumerate(blocks):
        items = list(takewhile(lambda below: below.kind == "item", blocks[place + 1 :]))
        if (text := _told(block, items)) != block.text:
            told[place] = replace(block, text=text)
            restated[text] = block.text
    return tuple(told), restated
