"""Questions for what else is asked ("What else will the reviewer look for?"): of the use that was asked of last."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.uses.indications import mentions

_ASKED = (
    r"(?:requirements?|conditions?|criteria|rules?|demands?|(?:is |are )?(?:required|needed|asked(?: for)?|necessary|"
    r"expected)|must|needs?|have to|has to|do you|does (?:the|our) (?:plan|reviewer)|will (?:you|the|we|be))"
)
_FURTHER = compiled(
    rf"^\W*(?:(?:and|but) )?(?:what else\b(?=[^?]*{_ASKED})|(?:is |are )?(?:there )?(?:anything|something) "
    rf"(?:else|further|more)\b(?=(?: [^?]*{_ASKED}[^?]*)?\?)|(?:what|which)(?: (?:are|is))?(?: the)? "
    rf"(?:other|further|more|additional)\b(?=[^?]*{_ASKED})|(?:are|is) there (?:any )?(?:other|further|more|additional)"
    r" (?:requirements?|conditions?|criteria|rules?|demands?))"
    # Other uses, drugs and papers are no demands of this one.
    r"(?![^?]*\b(?:uses?|diagnos\w+|indications?|covered|drugs?|submit|send|attach|sent|paperwork|renew\w*|continu\w*|"
    r"codes?|know|bill\w*)\b)[^?]{0,80}\?$",
    re.IGNORECASE,
)


def with_further_demands_of_use(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with each such question as a title that names the use of the question before it, if that named one."""
    return tuple(_told(blocks)) if any(map(_asks_further, blocks)) else tuple(blocks)


def _asks_further(block: Block) -> bool:
    return block.kind == "heading" and block.text.endswith("?") and bool(_FURTHER.match(block.text))


def _told(blocks: Sequence[Block]) -> Iterator[Block]:
    use, depth = "", 0
    for block in blocks:
        if _asks_further(block):
            of_use = f" for {use}" if use and block.depth == depth else ""
            yield replace(block, text=f"Further requirements{of_use}")
            continue
        if block.kind == "heading":
            named = mentions(block.text)
            one = len({mention.indication for mention in named}) == 1
            use, depth = block.text[named[0].start : named[0].end] if one else "", block.depth
        yield block
