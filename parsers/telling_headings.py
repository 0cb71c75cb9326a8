"""Headings that are themselves what is asked or limited ("Dose limit: 84 mg", "Required for both uses: age 18, …")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from itertools import zip_longest

from parsers.answers import stated_status
from parsers.criteria.families import findings_in
from parsers.lead_ins import leads_in
from parsers.models import Block
from parsers.patterns import compiled
from parsers.phases import read_phase
from parsers.sentences import sentences

_LABELLED = compiled(r"^(?P<title>[^:.;]{3,80}): (?P<said>\S.{8,300})$")
_PARTS = compiled(r"[,;] (?:and )?|; ?", re.IGNORECASE)
_FEWEST = 2
# "All other uses of the spray are considered unproven." is no title, whatever the print.
_SENTENCE = compiled(r"^(?:[A-Z][^.!?]*\b(?:is|are|was|may|must|can|will|do|does|has|have|shall|should)\b[^!?]*)\.$")
_FEWEST_WORDS = 7


def with_headings_told(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with a heading over nothing that states an amount or a criterion as a paragraph, as is one that is a
    sentence with an answer, and what a heading lists behind its title as the items under that.
    """
    blocks = _without_sentences(blocks)
    if not any(block.kind == "heading" and _LABELLED.match(block.text) for block in blocks):
        return tuple(blocks)
    return tuple(_told(blocks))


def _told(blocks: Sequence[Block]) -> Iterator[Block]:
    titles: dict[str, str] = {}
    for block, after in zip_longest(blocks, blocks[1:]):
        here = replace(block, path=tuple(titles.get(title, title) for title in block.path)) if titles else block
        found = _LABELLED.match(block.text) if block.kind == "heading" else None
        if found and _is_bare(block, after) and _states(found):
            yield replace(here, kind="paragraph", depth=0)
        elif found and (parts := _criteria(found["said"])):
            titles[block.text] = found["title"]
            yield replace(here, text=found["title"])
            path = (*here.path, found["title"])
            yield from (replace(here, kind="item", depth=1, marker="", text=part, path=path) for part in parts)
        else:
            yield here


def _without_sentences(blocks: Sequence[Block]) -> Sequence[Block]:
    """`blocks`, with headings that tell something in a whole sentence as paragraphs, which nothing stands under."""
    told = {block.text for block in blocks if block.kind == "heading" and _is_sentence(block.text)}
    if not told:
        return blocks
    return [_without_titles(block, told) for block in blocks]


def _without_titles(block: Block, sentences: Set[str]) -> Block:
    path = tuple(title for title in block.path if title not in sentences)
    if block.kind == "heading" and block.text in sentences:
        return replace(block, kind="paragraph", depth=0, path=path)
    return replace(block, path=path)


def _is_sentence(text: str) -> bool:
    """Whether a heading is a sentence that answers something, and leads in nothing, or a next one does."""
    first, *more = sentences(text) or ("",)
    if len(more) == 1 and more[0].endswith(":"):
        # e.g. a denial for chronic pain, and behind it "This takes in:" over a list
        text = first
    if not text.endswith(".") or len(text.split()) < _FEWEST_WORDS or leads_in(text) or not _SENTENCE.match(text):
        return False
    return stated_status(text) is not None


def _is_bare(heading: Block, after: Block | None) -> bool:
    """Whether nothing stands under a heading."""
    return after is None or (after.kind == "heading" and after.depth <= heading.depth)


def _states(found: re.Match[str]) -> bool:
    """Whether a heading says something by itself; a phase with its length titles what that approval asks for."""
    return read_phase(found["title"]) is None and bool(findings_in(found[0]))


def _criteria(said: str) -> list[str]:
    """The criteria that stand one after the other behind a title; [] where they are anything else."""
    parts = [part.strip(" .") for part in _PARTS.split(said) if part.strip(" .")]
    return parts if len(parts) >= _FEWEST and all(map(findings_in, parts)) else []
