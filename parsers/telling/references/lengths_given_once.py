"""Lengths that are given once ("28 days, one time per episode"): told as lengths without renewal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.phases.phases import read_phase

_ONCE = compiled(
    r"(?<=[a-z)])(?P<open>[,;]? ?(?:[–—-] )?\(?| )(?:once|(?:one|1|a single)[ -]time)(?: only| alone)?"
    r"(?: (?:per|in|for|of|during|within|a|an|any|each|every|one|the) ?(?:(?:an?|any|each|every|one|the) )?"
    r"(?:(?:depressive|acute|single|new|major|suicidal) )*(?:episodes?|lifetime|crisis|member|patient|course))?"
    r"\)?(?=\W*$)",
)
_LENGTH = compiled(
    r"\b(?:\d{1,3}|one|two|three|four|six|eight|twelve)(?: \(\d{1,3}\))?[ -](?:days?|weeks?|months?)\)?\W{0,4}$"
)
_LONGEST = 240


def with_lengths_given_once(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with such lengths said to be without renewal; and what is printed for each."""
    told = tuple(_told(block) if len(block.text) <= _LONGEST else block for block in blocks)
    return told, {new.text: old.text for new, old in zip(told, blocks, strict=True) if new is not old}


def _told(block: Block) -> Block:
    of_renewal = any(read_phase(title) == "renewal" for title in block.path)
    if of_renewal or block.kind not in ("item", "paragraph", "definition", "row"):
        return block
    if block.cells:
        cells = tuple(map(_without_renewal, block.cells))
        return replace(block, cells=cells) if cells != block.cells else block
    text = _without_renewal(block.text)
    return replace(block, text=text) if text != block.text else block


def _without_renewal(text: str) -> str:
    """A text that ends with a length and how often it is given, with that it is not renewed instead."""
    once = _ONCE.search(text)
    if once is None or not _LENGTH.search(text[: once.start()]):
        return text
    return f"{text[: once.start()]}, without renewal{text[once.end() :]}"
