"""Scores of which one is asked for, each in a sentence of its own ("One of these is met. PHQ-9: 15. MADRS: 28.").

The full stops part what is one choice; it is told as one sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.criteria.scales import TOKENS
from parsers.criteria.wording import read_words
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block

_CHOICE = compiled(
    r"\b(?:one(?: or more)?|any(?: one)?|either) of (?:these|the following|those|them)\b[^.?!:;]*[.?!]\W*$",
    re.IGNORECASE,
)
_GUARD = compiled(r"\bof (?:these|the following|those|them)\b[^.?!:;]*[.?!]\s", re.IGNORECASE)
_FEWEST, _MOST_WORDS = 2, 12


def with_score_sentences_joined(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with such scores in the sentence that leads them in; and what is printed in the place of each."""
    told = tuple(_joined_in(block) if _GUARD.search(block.text) else block for block in blocks)
    pairs = zip(told, blocks, strict=True)
    return told, {new.text: old.text for new, old in pairs if new is not old}


def _joined_in(block: Block) -> Block:
    cells = tuple(map(_joined, block.cells))
    text = " | ".join(cells) if cells != block.cells else block.text if cells else _joined(block.text)
    return block if text == block.text else replace(block, text=text, cells=cells)


def _joined(text: str) -> str:
    return " ".join(_parts(sentences(text))) if _GUARD.search(text) else text


def _parts(said: Sequence[str]) -> Iterator[str]:
    place = 0
    while place < len(said):
        scores = _scores_behind(said[place + 1 :]) if _CHOICE.search(said[place]) else []
        yield _choice(said[place], scores) if scores else said[place]
        place += 1 + len(scores)


def _scores_behind(said: Sequence[str]) -> list[str]:
    """The sentences of one score each that stand first; none where there are too few."""
    first = next((place for place, one in enumerate(said) if not _is_score(one)), len(said))
    return [one.strip(" .;?") for one in said[:first]] if first >= _FEWEST else []


def _choice(lead: str, scores: Sequence[str]) -> str:
    end = "?" if lead.rstrip().endswith("?") else "."
    return f"{lead.rstrip(' .?!')}: {'; '.join(scores[:-1])}; or {scores[-1]}{end}"


def _is_score(sentence: str) -> bool:
    words = read_words(sentence)
    scored = any(token in words for token in TOKENS) and any(map(str.isdigit, words))
    return scored and len(sentence.split()) <= _MOST_WORDS
