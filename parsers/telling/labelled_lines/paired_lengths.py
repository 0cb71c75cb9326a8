"""Lengths of a first and of later approvals beside one another ("first request up to 60 days; renewal 6 months").

Written in very many short ways; each is read as "Initial approval: …; renewal: …". A length in a list of terms is read
behind its term.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.language.patterns import compiled
from parsers.language.spans import SPAN_COUNT, SPAN_UNIT
from parsers.models import Block

_APPROVAL = (
    r"(?: ?(?:approvals?|requests?|authori[sz]ations?|certifications?|reviews?|courses?|periods?|terms?|coverage|use|"
    r"therapy|treatment|starts?|fills?))?"
)
_FIRST = rf"(?:(?:initial(?:ly)?|first|new(?: patients?| members?)?|opening|start(?:ing)?(?: of)?){_APPROVAL}|at first)"
_LATER = (
    rf"(?:(?:renew(?:al|ed)s?|re-?auth\w*|re-?cert\w*|re-?approv\w*|continu(?:ation|ed|ing)|subsequent|later|further|"
    rf"extensions?|maintenance|ongoing|follow(?:ing|-up)){_APPROVAL}|thereafter|after ?(?:wards?|that)|then)"
)
_OF = r"(?:(?:for|on|at|upon|with|to|in|of|per) )?(?:(?:the|an?|each|every|any|all) )?"
_UP_TO = r"(?:(?:is|are|lasts?|runs?|for|up to|at most|not more than|no more than|a maximum of|max\.?) )*"
_SPAN = rf"{SPAN_COUNT}[ -]{SPAN_UNIT}(?: \(\d+ {SPAN_UNIT}\))?"
_MARK = r"[:,=–—-]?"
_SEPARATE = r"\s*(?:[;,./|]|–|—|\band\b|\bthen\b|\bbut\b)+(?:\s*(?:and|then|but)\b)?\s*"


def _either_order(phase: str, name: str) -> str:
    """A phase and its length, whichever of them stands first; the length in group `name`, with a digit behind it."""
    return (
        rf"(?:\(?{_OF}{phase}\)?\s*{_MARK}\s*{_UP_TO}(?P<{name}1>{_SPAN})"
        rf"|{_UP_TO}(?P<{name}2>{_SPAN})[ ,]*[(\[]?{_OF}{phase}[)\]]?)"
    )


_PAIR = compiled(
    rf"(?P<of>(?:[^.;]{{2,160}}?[:,–—]\s+)?){_either_order(_FIRST, 'first')}{_SEPARATE}"
    rf"{_either_order(_LATER, 'later')}\s*[.;]?",
    re.IGNORECASE,
)
_ALONE = compiled(rf"{_UP_TO}{_SPAN}\.?", re.IGNORECASE)
_LONGEST = 400


def with_paired_lengths(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with each pair of lengths in the plain form; and for each of these texts what is printed."""
    told = tuple(_each(blocks))
    # A term whose length is read behind it is no block of its own any more.
    kept = [block for place, block in enumerate(blocks) if not _takes_length(blocks, place)]
    return told, {new.text: old.text for new, old in zip(told, kept, strict=True) if new.text != old.text}


def _each(blocks: Sequence[Block]) -> Iterator[Block]:
    for place, block in enumerate(blocks):
        if _takes_length(blocks, place):
            continue
        if place and _takes_length(blocks, place - 1):
            label = blocks[place - 1].text.rstrip(" :")
            yield replace(block, kind="item", depth=1, text=f"{label}: {_as_plain(block.text)}")
        else:
            yield _plainly(block)


def _takes_length(blocks: Sequence[Block], place: int) -> bool:
    """Whether a block is a term whose whole definition is a length, or a pair of lengths."""
    after = blocks[place + 1] if place + 1 < len(blocks) else None
    if blocks[place].kind != "term" or after is None or after.kind != "definition":
        return False
    return bool(_ALONE.fullmatch(after.text) or _PAIR.fullmatch(after.text))


def _plainly(block: Block) -> Block:
    if block.kind == "row" and any(map(_PAIR.may_match, block.cells)):
        cells = tuple(map(_as_plain, block.cells))
        return replace(block, cells=cells, text=" | ".join(cells)) if cells != block.cells else block
    if block.kind in ("paragraph", "item", "definition") and _PAIR.may_match(block.text):
        return replace(block, text=_as_plain(block.text))
    return block


def _as_plain(sentence: str) -> str:
    found = _PAIR.fullmatch(sentence) if len(sentence) <= _LONGEST else None
    if found is None:
        return sentence
    first, later = (found[f"{name}1"] or found[f"{name}2"] for name in ("first", "later"))
    end = "." if sentence.rstrip().endswith(".") else ""
    return f"{found['of']}initial approval: {first.replace('-', ' ')}; renewal: {later.replace('-', ' ')}{end}"
