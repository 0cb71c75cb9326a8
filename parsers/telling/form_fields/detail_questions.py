"""Questions for details of what a form has stated before as its requirements ("Is the patient in psychotherapy? ☐ Yes,
therapist: ____ ☐ No", where psychotherapy is in the list that must be met): they ask for nothing more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.telling.answered_pairs import BOX

# "The patient must meet all of these requirements:", over the lists of the form.
_STATES = compiled(
    r"\b(?:must|has to|have to|needs? to) meet (?:all|each|every)\b[^.:]{0,40}\b(?:requirements|criteria|conditions)\b"
    r"|\b(?:all|each|every)\b[^.:]{0,40}\b(?:requirements|criteria|conditions)\b[^.:]{0,20}\bmust be met\b",
    re.IGNORECASE,
)
_OF_RECORDS = compiled(
    r"\b(?:documentation|supporting (?:information|documents?|details)|(?:clinical|patient) (?:information|details)|"
    r"information (?:to (?:send|submit)|required|needed))\b",
    re.IGNORECASE,
)
# Boxes, one of which has a blank for its details.
_WITH_DETAILS = compiled(
    rf"^(?P<asked>[^?:☐□_\[\]]{{3,80}})[?:]\s*(?=(?:{BOX}|\[ ?\]).*_{{2,}})(?:(?:{BOX}|\[ ?\])[^?]{{2,80}}){{2,3}}$"
)
_WORD = compiled(r"[A-Za-z]{5,}|\b[A-Z]{3,5}\b")
_OF_NO_SUBJECT = frozenset({"patient", "member", "history", "currently", "there", "about", "which", "disorder"})


def without_detail_questions(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks` without such questions under a title of records; one on anything else stays."""
    first = next((place for place, block in enumerate(blocks) if _STATES.search(block.text)), None)
    if first is None or not any(_WITH_DETAILS.match(block.text) for block in blocks[first:]):
        return tuple(blocks)
    return (*blocks[: first + 1], *_kept(blocks[first + 1 :]))


def _kept(blocks: Sequence[Block]) -> Iterator[Block]:
    stated, records = "", False
    for block in blocks:
        if block.kind == "heading":
            records = bool(_OF_RECORDS.search(block.text))
        elif block.kind == "item" and not records:
            stated += f" {block.text.lower()}"
        if not (records and _repeats(block, stated)):
            yield block


def _repeats(block: Block, stated: str) -> bool:
    """Whether a block asks for details of what was stated, by every word of its subject."""
    asked = _WITH_DETAILS.match(block.text)
    subject = {word.lower() for word in _WORD.findall(asked["asked"])} - _OF_NO_SUBJECT if asked else set()
    return bool(subject) and all(word in stated for word in subject)
