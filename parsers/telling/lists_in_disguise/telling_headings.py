"""Headings that are themselves what is asked or limited ("Dose limit: 84 mg", "Required for both uses: age 18, …")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from itertools import zip_longest

from parsers.answering.answers import stated_status
from parsers.criteria.families import ROOT_KEYS, findings_in
from parsers.language.lead_ins import leads_in
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block
from parsers.phases.phases import read_phase

_LABELLED = compiled(r"^(?P<title>[^:.;]{3,80}): (?P<said>\S.{8,300})$")
_ASKS = compiled(r"\b(?:only|must|required)\b", re.IGNORECASE)
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
    telling = (block for block in blocks if block.kind == "heading")
    if not any(_LABELLED.match(block.text) or _demands(block.text) for block in telling):
        return tuple(blocks)
    return tuple(_told(blocks))


def _told(blocks: Sequence[Block]) -> Iterator[Block]:
    titles: dict[str, str] = {}
    for block, after in zip_longest(blocks, blocks[1:]):
        here = replace(block, path=tuple(titles.get(title, title) for title in block.path)) if titles else block
        found = _LABELLED.match(block.text) if block.kind == "heading" else None
        states = _states(found) if found else block.kind == "heading" and _demands(block.text)
        if states and _is_bare(block, after):
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
    headings = (block.text for block in blocks if block.kind == "heading")
    told = {text for text in headings if _is_sentence(text) or _asks_in_capitals(text)}
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


def _asks_in_capitals(text: str) -> bool:
    """Whether a line in capitals asks for something, or that a patient be without it ("NO PSYCHOSIS")."""
    if not text.isupper():
        return False
    bars = text.startswith("NO ") and stated_status(text) is None
    return _demands(text) or (bars and any(found.key == "exclusion" for found in findings_in(text)))


def _is_bare(heading: Block, after: Block | None) -> bool:
    """Whether nothing stands under a heading."""
    return after is None or (after.kind == "heading" and after.depth <= heading.depth)


def _demands(text: str) -> bool:
    """Whether a line that looks like a heading asks for something by itself ("PSYCHIATRIST ONLY")."""
    asks = _ASKS.search(text) and not read_phase(text) and stated_status(text) is None
    return bool(asks) and any(found.key not in ROOT_KEYS for found in findings_in(text))


def _states(found: re.Match[str]) -> bool:
    """Whether a heading says something by itself; a phase with its length titles what that approval asks for."""
    return read_phase(found["title"]) is None and bool(findings_in(found[0]))


def _criteria(said: str) -> list[str]:
    """The criteria that stand one after the other behind a title; [] where they are anything else."""
    parts = [part.strip(" .") for part in _PARTS.split(said) if part.strip(" .")]
    return parts if len(parts) >= _FEWEST and all(map(findings_in, parts)) else []
