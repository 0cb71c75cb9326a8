"""Paragraphs in which sentences title others: "Resistant depression, first approval (6 months). All of: …".

So do the names of sections, in a document that is one paragraph: "Evidence. … Indications. … Exclusions. …".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from parsers.answering.bare_statuses import bare_status
from parsers.deciding.paragraph_wording import LABELS_BOTH
from parsers.language.glosses import glossed
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.language.spans import SPAN_COUNT, SPAN_UNIT
from parsers.models import Block
from parsers.phases.phases import read_phase
from parsers.sections.first_titles import with_first_titles
from parsers.sections.headings import MADE_CHAPTER_DEPTH
from parsers.sections.roles import heading_role
from parsers.uses.indications import mentions
from parsers.uses.scopes import is_label

_SPAN = compiled(
    r"\s*\((?:(?:approved|granted|authori[sz]ed|certified|valid|good|given),? )?(?:for |up to )*"
    rf"{SPAN_COUNT}[ -]{SPAN_UNIT}\)\W*$",
    re.IGNORECASE,
)
_LATER = (
    r"(?:continued|continuation|renewal|next use|later (?:use|approvals?|requests?)|"
    r"re-?(?:authori[sz]ation|certification|approval))"
)
_RENEWS = compiled(rf",? {_LATER}\W*$", re.IGNORECASE)
_PHASE = compiled(
    rf",? (?:(?:first|initial|new) (?:approval|request|course|use|(?:pre-?)?(?:authori[sz]|certific)ation)|initial|"
    rf"{_LATER})\W*$",
    re.IGNORECASE,
)
_SECTION = compiled(r"^(?:\d{1,2}[.)] )?[A-Z][\w-]+(?: (?:[a-z][\w-]+|[A-Z][\w-]+)){0,3}\.$")
_FEWEST = 2
_OF_BOTH = "For both uses"
# Deeper than the headings of the layout.
_LONGEST = 120


def with_titled_sentences(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with such sentences as headings over the text that follows each, where a paragraph has several."""
    behind = (*blocks[1:], None)
    return with_first_titles(
        [part for block, after in zip(blocks, behind, strict=True) for part in _parts(block, last=_is_last(after))]
    )


def _is_last(after: Block | None) -> bool:
    """Whether a section ends before `after`: what still belongs to it would come under the last title in it."""
    return after is None or after.kind == "heading"


def _parts(block: Block, *, last: bool) -> Iterator[Block]:
    said = sentences(block.text) if block.kind == "paragraph" and "." in block.text else ()
    if len(said) <= _FEWEST:  # So few hold no two titles with a text behind the last.
        yield block
        return
    titles = [place for place, sentence in enumerate(said) if is_title(sentence)]
    sections = [place for place, sentence in enumerate(said) if names_section(sentence)] if last else []
    if not titles and len(sections) >= _FEWEST and not sections[0]:
        titles = sections
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
        yield replace(block, kind="heading", text=named, depth=MADE_CHAPTER_DEPTH)
        for place, sentence in enumerate(said[start + 1 : end]):
            # "Both: ordered by a psychiatrist; …", behind what the last use asks, is of the uses before it as well.
            if place and start and LABELS_BOTH.match(sentence):
                title = _OF_BOTH
                yield replace(block, kind="heading", text=title, depth=MADE_CHAPTER_DEPTH)
            yield replace(block, text=sentence, path=(*block.path, title))


def names_section(sentence: str) -> bool:
    """Whether a sentence is the bare name of a section or phase ("Exclusions."), and answers nothing."""
    name = _SECTION.match(sentence)
    return bool(name) and heading_role(sentence.rstrip(".")) is not None and bare_status(sentence) is None


# Several steps ask it of the same line.
@lru_cache(maxsize=1024)
def is_title(sentence: str) -> bool:
    """Whether a sentence is no more than the name of a use, with a phase or a length of approval behind it."""
    if len(sentence) > _LONGEST or not mentions(sentence):
        return False
    bare = _PHASE.sub("", _SPAN.sub("", sentence))
    return is_label(bare.rstrip("."))


def is_title_with_length(label: str) -> bool:
    """Whether such words give the length of the approval as well, in brackets."""
    return bool(_SPAN.search(label)) and is_title(label)


def is_title_of_phase(sentence: str) -> bool:
    """Whether such a sentence says for which phase, or for how long."""
    return is_title(sentence) and (read_phase(sentence) is not None or bool(_SPAN.search(sentence)))
