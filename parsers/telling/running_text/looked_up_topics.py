"""Items that tell a reviewer what to look up, and then what it must be: "Look at the prescriber. It must be a …"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from parsers.language.patterns import Pattern, compiled
from parsers.models import Block
from parsers.text import normalise

_LOOK = (
    r"(?:(?:first|then|next),? )?(?:look (?:at|up|for)|check(?: for)?|find|read|see|note|confirm|open the \w+ and read)"
)
_MUST = r"(?:has to|must|needs to|should|is to) be"
# "Look at the prescriber. It has to be a psychiatrist."
_ONE = compiled(
    rf"\W*{_LOOK} (?:the|who is the|what the) (?P<topic>[\w -]{{3,30}})\. (?:it|this|that|he or she) (?P<asks>{_MUST} "
    r"[^.;]{3,80})\.?",
    re.IGNORECASE,
)
# "Count the antidepressants that failed. Two are needed, from two different classes."
_MANY = compiled(
    r"\W*(?:(?:first|then|next),? )?(?:count|list|add up) the (?P<topic>[\w -]{3,30} (?:that|which) [\w ]{4,30})\. "
    r"(?:at least )?(?P<number>\w+)(?: of (?:them|these))? (?:are|is) (?:needed|required|asked for|necessary)"
    r"(?P<more>,[^.;]{3,60})?\.?",
    re.IGNORECASE,
)
# "Check for dementia, and for psychosis. Either one rules the drug out."
_BARS = compiled(
    rf"\W*{_LOOK} (?P<topic>[\w ,-]{{3,80}})\. (?:either|any|each)(?: one)?(?: of (?:them|these|the two))? "
    rf"(?:rules|shuts) "
    r"(?:it|the \w+|approval) out\.?",
    re.IGNORECASE,
)
# "Read the age. Eighteen is the floor."
_AGE = compiled(
    rf"\W*{_LOOK} the (?:patient's |member's )?age\. (?P<age>[\w-]{{2,12}}) is the (?:floor|minimum|least|youngest)"
    r"(?P<use> for [\w -]{3,50})?\.?",
    re.IGNORECASE,
)
_FOR = compiled(r",? (?:and|or) (?:for )?|, (?:for )?", re.IGNORECASE)


def with_topics_looked_up(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with such an item as the demand that it is; and what is printed for it."""
    told = tuple(map(_told, blocks))
    pairs = zip(told, blocks, strict=True)
    return told, {normalise(one.text): block.text for one, block in pairs if one is not block}


def _told(block: Block) -> Block:
    for form, tell in _FORMS if block.kind == "item" else ():
        if found := form.fullmatch(block.text.strip()):
            return replace(block, text=tell(found))
    return block


def _bars(found: re.Match[str]) -> str:
    return f"No {' and no '.join(_FOR.split(found['topic']))}."


_FORMS: tuple[tuple[Pattern, Callable[[re.Match[str]], str]], ...] = (
    (_AGE, lambda found: f"At least {found['age']} years of age{found['use'] or ''}."),
    (_ONE, lambda found: f"The {found['topic']} {found['asks']}."),
    (_MANY, lambda found: f"{found['number']} {found['topic']}{found['more'] or ''}."),
    (_BARS, _bars),
)
