"""Lists of the cases in which a drug is refused ("It is denied in the following situations:"), which are no uses of it.

Such a list bars a person as one under "if any of these apply" does: it is told in those words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from parsers.answers import names_use
from parsers.models import Block
from parsers.patterns import compiled

_IN_CASES = compiled(
    r"(?P<refuses>\b(?:denied|den(?:y|ies)|not (?:be )?(?:covered|approved|authori[sz]ed|payable|paid)|refused?|"
    r"rejected))"
    r" (?:in|under|for) (?:each of |any(?: one)? of |all of )?(?:the following|these|the)(?: \w+)? "
    r"(?:cases|situations|circumstances|instances|scenarios|events)(?: below)?\s*:\s*$",
    re.IGNORECASE,
)


def with_cases_told(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks` with the lead-in of each such list in other words; and what is printed in place of it."""
    told = list(blocks)
    restated: dict[str, str] = {}
    for place, block in enumerate(blocks):
        items = list(takewhile(lambda below: below.kind == "item", blocks[place + 1 :]))
        if not _IN_CASES.search(block.text) or not items or any(names_use(item.text) for item in items):
            continue
        text = _IN_CASES.sub(r"\g<refuses> if any of the following apply:", block.text)
        told[place] = replace(block, text=text)
        restated[text] = block.text
    return tuple(told), restated
