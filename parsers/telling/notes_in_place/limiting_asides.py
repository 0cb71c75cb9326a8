"""Asides that lift a clause for one phase or one use: "(not required for renewal)", "; waived for reauthorization".

A phase for which a clause is not asked leaves it to the other one, and is told so: whoever read "renewal" in it took
the whole clause for one of renewals. What a row's label says in an aside is said of its value.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parsers.answering.answers import DENIED
from parsers.answering.statuses import read_status
from parsers.criteria.families import findings_in
from parsers.language.glosses import gloss, glossed
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.telling.words_of_steps import told_where
from parsers.uses.note_wording import FIRST_ONLY, RENEWAL_ONLY, limit_told

_LIFTS = compiled(
    r"\b(?:not|no longer|waived|lifted|n/a|exempt\w*|except\w*|exclud\w+|unless|other than|omitted)\b", re.IGNORECASE
)
_ASIDE = compiled(r"\s*[(\[](?P<said>[^()\[\]]{5,120})[)\]]")
_BEHIND = compiled(r"(?P<cut>[;,]\s+|\.\s+|\s+[–—-]\s+)(?P<said>[^;,.–—]{8,120})[.;]?\s*$")
_FEWEST_WORDS = 2


def with_asides_told(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with such asides in the words that the reader finds, those of a row's label at its value."""
    return told_where(_LIFTS, blocks, _told)


def _told(block: Block) -> Block:
    if block.kind == "heading" or not _LIFTS.search(block.text):
        return block
    told = _row(block) if len(block.cells) > 1 else _sentence(block)
    # Last: what a text asks for is read much more slowly than what it lifts, and few lift anything.
    return told if told is not block and findings_in(block.text) else block


def _sentence(block: Block) -> Block:
    text = _plain(block.text)
    return block if text == block.text else replace(block, text=text)


def _row(block: Block) -> Block:
    """A row with what each cell lifts; an aside of its label behind its last cell."""
    label, *cells = map(_plain, block.cells)
    if aside := _lifting(label):
        label = _ASIDE.sub("", label, count=1)
        cells[-1] = glossed(cells[-1], limit_told(aside["said"]))
    told = (label, *cells)
    return block if told == block.cells else replace(block, cells=told, text=" | ".join(told))


def _lifting(text: str) -> re.Match[str] | None:
    return next((each for each in _ASIDE.finditer(text) if _lifts(each["said"])), None)


def _lifts(said: str) -> str:
    return limit_told(said.strip("\u2060")) if _LIFTS.search(said) else ""


def _plain(text: str) -> str:
    """A text with its lifting asides in the plain words for them; what an answer excepts is none of its clauses."""
    told = _ASIDE.sub(lambda found: gloss(said) if (said := _lifts(found["said"])) else found[0], text)
    behind = _BEHIND.search(told)
    said = _lifts(behind["said"]) if behind else ""
    if behind and said in (FIRST_ONLY, RENEWAL_ONLY) and len(told[: behind.start()].split()) >= _FEWEST_WORDS:
        told = glossed(told[: behind.start()], said)
    return text if told == text or read_status(text) in DENIED else told
