"""Lengths of several uses behind one label ("Length of approval: depression, 3 months. Suicidality, 1 month.").

Each part is said of an approval for itself: its use limits it, and not what the next use is given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.glosses import gloss, without_glosses
from parsers.models import Block
from parsers.patterns import compiled
from parsers.phase_parts import by_phase
from parsers.phases import read_phase
from parsers.scopes import is_label
from parsers.spans import SPAN_COUNT, SPAN_UNIT

_LABEL = compiled(
    r"^\W*(?:the )?(?:(?:length|duration|term|period)s? of (?:(?:the|each) )?(?:approvals?|authori[sz]ations?|coverage)"
    r"|(?:approvals?|authori[sz]ations?)(?: (?:lengths?|durations?|periods?|of (?:esketamine|spravato|the "
    r"(?:drug|spray))))?"
    r")\s*[:–—-]\s+",
    re.IGNORECASE,
)
_PART = compiled(
    rf"^(?P<use>[^.:;\d]{{2,120}}?)[,:]? (?:for |is |lasts |up to )*{SPAN_COUNT}[ -]{SPAN_UNIT}\b", re.IGNORECASE
)
_SPAN = compiled(rf"\b{SPAN_COUNT}[ -]{SPAN_UNIT}\b", re.IGNORECASE)
_BETWEEN = compiled(r"[.;]\s+(?=\S)")
_FEWEST = 2
_OF_AN_APPROVAL = (gloss("approval"), gloss("initial approval"), gloss("renewal approval"))


def with_listed_lengths(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with a paragraph for each length that a label gives one of several uses, marked as of an approval; and
    what is printed for each of these.
    """
    read: list[Block] = []
    restated: dict[str, str] = {}
    for block in blocks:
        lengths = _apart(block.text) if block.kind == "paragraph" else ()
        read += [replace(block, text=length) for length in lengths] or [block]
        restated |= {without_glosses(length): without_glosses(block.text) for length in lengths}
    return tuple(read), restated


def is_listed_length(text: str) -> bool:
    """Whether a paragraph is one use's length out of a list of them; what follows is about every use again."""
    return text.endswith(_OF_AN_APPROVAL)


def _apart(text: str) -> tuple[str, ...]:
    label = _LABEL.match(text)
    parts = _BETWEEN.split(text[label.end() :].rstrip(" .")) if label else []
    named = [(found["use"], part) for part in parts if (found := _PART.match(part)) and is_label(found["use"])]
    if len(named) < max(_FEWEST, len(parts)):
        return ()
    return tuple(said for use, part in named for said in _said(use, part))


def _said(use: str, part: str) -> Iterator[str]:
    """What a part says of its use, for each phase that it tells of."""
    for piece in by_phase(part):
        phase, length = read_phase(piece), piece.removeprefix(use).lstrip(" ,:")
        if (span := _SPAN.search(length)) and not any(map(str.isdigit, length.replace(span[0], ""))):
            length = span[0]
        yield f"{use}: {length}{gloss(f'{phase} approval' if phase else 'approval')}"
