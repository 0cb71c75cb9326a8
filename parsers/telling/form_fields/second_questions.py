"""A second question behind the boxes of the first, for those who answer that with "no" ("… an antidepressant? ☐ Yes
☐ No If No, have three failed? ☐ Yes ☐ No (deny only if both are No)"), or who admit what bars ("If Yes, is it
treated?").

Either answer is enough: the two are told as a list of which one is met. Left beside the first, the second would be
lost, or be asked of everybody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.criteria.conditions import named
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.telling.answered_pairs import BOX

_BOXES = rf"(?:[\s/|,]*(?:{BOX}|\[ ?\]|\( ?\))\s*(?:yes|no|n/?a)\b){{2,3}}"
_NO = r"(?:no|not|the answer is no|(?:it|they|he|she|the [\w-]+) (?:is|has|was|does|did|have|are) not)"
_YES = r"(?:yes|so|the answer is yes)"
_TWO = compiled(
    rf"^(?P<first>[^?☐\[]{{8,300}}\?){_BOXES}[\s.;–—(-]*if [\"“'‘]?(?:(?P<no>{_NO})|(?P<yes>{_YES}))[\"”'’]?"
    rf"\s*[,:–—-]\s*(?P<second>[^?☐\[]{{8,300}}\?)(?:{_BOXES})?\W*(?P<told>[^?☐\[]{{0,120}})$",
    re.IGNORECASE,
)
# "Deny only if both are No", "approve if either is Yes", "one Yes is needed", "two No answers: deny".
_EITHER_WILL_DO = compiled(
    r"\b(?:(?:either|one|any|1|a single)\b[^.;]{0,30}\byes\b|\b(?:both|two|2|each)\b[^.;]{0,30}\bno\b"
    r"|\bno\b[^.;]{0,12}\b(?:both|each|twice)\b|yes (?:to|on|in) (?:either|one|any))",
    re.IGNORECASE,
)
# "No to the second question means denial", "deny if not": the second decides.
_NO_DENIES = compiled(
    r"(?=.*\bno[t]?\b)(?=.*\b(?:den(?:y|ied|ial|ies)|refus\w*|reject\w*|not (?:approved|covered|eligible)|excluded|"
    r"disqualif\w+)\b)",
    re.IGNORECASE,
)
_ONE_OF_TWO = "One of the following is met:"
_ABSENT = "None of the following:"
# "☐ Yes, three failed ☐ ECT failed ☐ Neither (deny)": the options repeat what the question names.
_OPTIONS = compiled(
    rf"^(?P<asked>[^?☐\[]{{8,300}}\?)(?:\s*(?:{BOX}|\[ ?\])\s*(?:yes\b,? )?[^?☐\[\]]{{4,60}}){{2,4}}"
    rf"\s*(?:{BOX}|\[ ?\])\s*(?:neither|none|no)\b[^?☐\[]{{0,30}}?\W*(?:den(?:y|ied|ial)|refuse|reject|stop)\w*\W*$",
    re.IGNORECASE,
)
_UNLESS = compiled(
    r"^(?P<number>\W*(?:\d+[.)]\s*)?)unless (?P<lifts>[^,?]{6,120}), (?P<asked>(?:has|have|is|are|was|were|will|does|"
    r"do)\b[^?]{8,200}\?)",
    re.IGNORECASE,
)


def with_second_questions(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with each such pair as a list of its own."""
    return tuple(told for block in blocks for told in _told(block))


def _told(block: Block) -> Iterator[Block]:
    if block.kind not in ("item", "paragraph") or "?" not in block.text:
        yield block
    elif pair := _pair(block.text):
        yield from _listed(block, pair[0], pair[1], barred=pair[2])
    elif choice := _OPTIONS.match(block.text):
        asked = choice["asked"]
        if unless := _UNLESS.match(asked):
            yield from _listed(block, unless["asked"], unless["lifts"], barred=False)
        else:
            yield replace(block, text=asked)
    else:
        yield block


def _pair(text: str) -> tuple[str, str, bool] | None:
    """The two questions, and whether the first asks for what bars; None where the second is no other way."""
    found = _TWO.match(text)
    if found is None:
        return None
    told = found["told"].strip(" ().")
    if found["no"]:
        either = not told or _EITHER_WILL_DO.search(told)
        return (found["first"], found["second"], False) if either else None
    bars = any(named(found["first"].lower())) and _NO_DENIES.search(told)
    return (found["first"], found["second"], True) if bars else None


def _listed(block: Block, first: str, second: str, *, barred: bool) -> Iterator[Block]:
    lead = replace(block, kind="item", depth=block.depth or 1, text=_ONE_OF_TWO)
    below = replace(lead, depth=lead.depth + 1, marker="")
    yield lead
    if barred:
        yield replace(below, text=_ABSENT)
        yield replace(below, depth=below.depth + 1, text=first.strip())
    else:
        yield replace(below, text=first.strip())
    yield replace(below, text=second)
