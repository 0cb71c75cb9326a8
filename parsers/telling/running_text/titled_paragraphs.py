"""Paragraphs of a section that each open with the title of a use and its phase, in a sentence of its own.

"Resistant depression, first approval (3 months). Two drugs failed.", and below it "Resistant depression, renewal
(a year). The patient is better.": what such a paragraph asks for is asked of its use and phase, up to the next title.
So it is where a colon ends the title that gives a length.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from parsers.language.sentences import sentences
from parsers.lists.list_shapes import has_verb
from parsers.models import Block
from parsers.phases.phases import names_both_phases
from parsers.sections.headings import MADE_CHAPTER_DEPTH
from parsers.sections.titled_sentences import is_title_of_phase, is_title_with_length, names_section
from parsers.uses.scopes import is_label

_FEWEST = 2
# A paragraph that is its title alone has nothing behind it.
_TITLE_AND_REST = 2
_LONGEST_TITLE = 14
_OF_ALL = "For all uses"


def with_titled_paragraphs(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with such sentences as headings, in a section where several paragraphs have one."""
    told: list[Block] = []
    for (_, titled), run in groupby(blocks, key=lambda block: (block.path, block.kind == "heading")):
        these = tuple(run)
        titles = {_opening(block) for block in these if is_title_of_phase(_opening(block))}
        told += these if titled or len(titles) < _FEWEST else _under_titles(these)
    return tuple(told)


def _under_titles(blocks: Sequence[Block]) -> Iterator[Block]:
    under: tuple[str, ...] = ()
    end = _end_of_titled(blocks)
    for place, block in enumerate(blocks):
        opening = _opening(block)
        if place == end and block.kind == "paragraph":
            under = (_OF_ALL,)
            yield replace(block, kind="heading", text=_OF_ALL, depth=MADE_CHAPTER_DEPTH)
        if not _is_title(opening):
            yield replace(block, path=(*block.path, *under))
            continue
        under = (opening.rstrip(".:"),)
        yield replace(block, kind="heading", text=under[0], depth=MADE_CHAPTER_DEPTH)
        rest = block.text.removeprefix(opening).strip()
        yield replace(block, text=rest, path=(*block.path, *under))


def _end_of_titled(blocks: Sequence[Block]) -> int:
    """The place behind the last paragraph with a title, where each is no more than that: what follows is of none."""
    titled = [place for place, block in enumerate(blocks) if _is_title(_opening(block))]
    alone = titled[-1] - titled[0] + 1 == len(titled) and not blocks[titled[-1]].text.endswith(":")
    return titled[-1] + 1 if alone else len(blocks)


def _opening(block: Block) -> str:
    """The first of the sentences of a paragraph, or its title before a colon; "" for any other block."""
    label = block.text.partition(": ")[0] if block.kind == "paragraph" else ""
    if label != block.text and is_title_with_length(label):
        return f"{label}:"
    said = sentences(block.text) if block.kind == "paragraph" and "." in block.text else ()
    return said[0] if len(said) >= _TITLE_AND_REST and block.text.startswith(said[0]) else ""


def _is_title(sentence: str) -> bool:
    """Whether a sentence titles its paragraph beside those of uses and phases: "Quantity limit.", "Both, first and
    renewed.", or a use alone.
    """
    if is_title_of_phase(sentence) or names_section(sentence) or is_label(sentence):
        return True
    return names_both_phases(sentence) and len(sentence.split()) <= _LONGEST_TITLE and not has_verb(sentence)
