"""Paragraphs in which sentences title others: "Resistant depression, first approval (6 months). All of: …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.glosses import glossed
from parsers.indications import mentions
from parsers.models import Block
from parsers.patterns import compiled
from parsers.scopes import is_label
from parsers.sentences import sentences
from parsers.spans import SPAN_COUNT, SPAN_UNIT

_SPAN = compiled(rf"\s*\((?:for |up to )*{SPAN_COUNT}[ -]{SPAN_UNIT}\)\W*$", re.IGNORECASE)
_LATER = r"(?:continued|continuation|renewal|next use|later (?:use|approvals?|requests?)|re-?authori[sz]ation)"
_RENEWS = compiled(rf",? {_LATER}\W*$", re.IGNORECASE)
_PHASE = compiled(rf",? (?:(?:first|initial|new) (?:approval|request|course|use)|initial|{_LATER})\W*$", re.IGNORECASE)
_FEWEST = 2
# Deeper than the headings of the layout.
_DEPTH = 7
_LONGEST = 120


def with_titled_sentences(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with such sentences as headings over the text that follows each, where a paragraph has several."""
    return tuple(part for block in blocks for part in _parts(block))


def _parts(block: Block) -> Iterator[Block]:
    said = sentences(block.text) if block.kind == "paragraph" and "." in block.text else ()
    titles = [place for place, sentence in enumerate(said) if _is_title(sentence)]
    if len(titles) < _FEWEST or titles[-1] + 1 == len(said):
        yield block
        return
    if before := " ".join(said[: titles[0]]):
        yield replace(block, text=before)
    renewed = any(_RENEWS.search(_SPAN.sub("", said[place])) for place in titles)
    for start, end in zip(titles, [*titles[1:], len(said)], strict=True):
        title = said[start].rstrip(".")
        # Beside one that is continued, a use without its phase is first approved.
        named = title if not renewed or _PHASE.search(_SPAN.sub("", title)) else glossed(title, "first approval")
        yield replace(block, kind="heading", text=named, depth=_DEPTH)
        for sentence in said[start + 1 : end]:
            yield replace(block, text=sentence, path=(*block.path, title))


def _is_title(sentence: str) -> bool:
    """Whether a sentence is no more than the name of a use, with a phase or a length of approval behind it."""
    if len(sentence) > _LONGEST or not mentions(sentence):
        return False
    bare = _PHASE.sub("", _SPAN.sub("", sentence))
    return is_label(bare.rstrip("."))
