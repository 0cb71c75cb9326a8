"""Items of an answer that send the reader to another question by its number ("the conditions in Q4 are satisfied").

What that question asks of every use is read where it stands; the item asks for nothing more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.uses.indications import mentions

_ASKED = compiled(r"^\W*Q(?:uestion)?\s*(?P<number>\d{1,2})\s*[:.)–—-]\s*(?P<asked>[^?]+\?)")
_SENDS = compiled(
    r"\W*(?:and )?(?:see (?:also )?)?(?:(?:the|all|each|every|any|of|what|everything|also|other|site|general|safety|"
    r"conditions?|requirements?|criteria|rules?|points?|items?|answer|listed|named|stated|given|told|asked|described|set"
    r"|out|in|to|at|under|by)\b\W*)*Q(?:uestion)?\s*(?P<number>\d{1,2})\b(?: (?:asks?|calls?)(?: for)?)?"
    r"(?: (?:is|are|must be|have been|has been)(?: all)? (?:also )?(?:satisfied|met|in place|fulfilled|true))?\W*",
)


def without_referred_questions(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks` without such items, where the question that they name is put and is of no single use."""
    sending = {place: found["number"] for place, found in _sending(blocks)}
    if not sending:
        return tuple(blocks)
    asked = {found["number"]: found["asked"] for block in blocks if (found := _ASKED.match(_printed(block)))}
    shared = {number for number, question in asked.items() if not mentions(question)}
    return tuple(block for place, block in enumerate(blocks) if sending.get(place) not in shared)


def _sending(blocks: Sequence[Block]) -> Iterator[tuple[int, dict[str, str]]]:
    for place, block in enumerate(blocks):
        if block.kind == "item" and not block.marker.startswith("Q") and (found := _SENDS.fullmatch(block.text)):
            yield place, found.groupdict()


def _printed(block: Block) -> str:
    return f"{block.marker} {block.text}"
