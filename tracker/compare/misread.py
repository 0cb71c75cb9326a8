"""Criteria that went although their words still stand: then a version was read badly, and nothing was loosened."""

from __future__ import annotations

import re
from collections.abc import Iterable

from parsers.criteria.trees import leaves_of
from parsers.criteria.wording import is_waived, read_words
from parsers.models import Leaf, ParsedPolicy, Tree
from tracker.compare.alignment import PositionPair
from tracker.compare.shape import Canon, canon, slot
from tracker.compare.still_named import stating

_WORD = re.compile(r"[a-z]{4,}|\d+(?:\.\d+)?")
# A clause still stands where one block has at least this share of its words, and all its numbers.
_STILL_STANDS = 0.8
# A shorter clause ("Pregnancy") stands in some block of any policy.
_FEWEST_WORDS = 3
# "The rule on two failures was removed": what a policy says is gone is gone.
_SAID_TO_BE_GONE = re.compile(r"\b(?:no longer|removed|dropped|deleted|eliminated|waived|former(?:ly)?|previously)\b")


def suspected_misreading(pair: PositionPair, old: ParsedPolicy, new: ParsedPolicy) -> str:
    """Why an answer cannot be compared: half of its criteria or more are in one version only, and their words stand
    unread in the other; "" where nothing speaks for a misreading. Symmetric, so that comparing backwards mirrors.
    """
    if pair.old is None and pair.new is None:
        return ""
    before, after = (side.criteria if side else None for side in (pair.old, pair.new))
    for side, own, other, silent in (("newer", before, after, new), ("older", after, before, old)):
        if _half_is_unread(own, other, silent):
            named = f"{pair.position.indication} ({pair.position.phase})"
            return f"criteria of {named} still stand in the {side} version, where they were not read"
    return ""


def _half_is_unread(own: Tree | None, other: Tree | None, silent: ParsedPolicy) -> bool:
    asked = [leaf for leaf in leaves_of(own) if leaf.key != "unparsed"]
    kept = {slot(leaf) for leaf in leaves_of(other)}
    lost = [leaf for leaf in asked if slot(leaf) not in kept]
    if not lost or 2 * len(lost) < len(asked):
        return False
    read = {canon(leaf) for position in silent.positions for leaf in leaves_of(position.criteria)}
    return 2 * len(_standing(lost, read, silent)) >= len(asked)


def _standing(lost: Iterable[Leaf], read: set[Canon], policy: ParsedPolicy) -> list[Leaf]:
    """The lost criteria that `policy` reads for no use at all although a block of it has their words."""
    unread = [leaf for leaf in lost if canon(leaf) not in read]
    said = [_words(block.text) for block in stating(policy.blocks) if not _is_gone(block.text)] if unread else []
    return [leaf for leaf in unread if _stands(_words(leaf.text), said)]


def _is_gone(text: str) -> bool:
    words = read_words(text)
    return is_waived(words) or bool(_SAID_TO_BE_GONE.search(words))


def _stands(clause: frozenset[str], said: Iterable[frozenset[str]]) -> bool:
    numbers = frozenset(word for word in clause if word[0].isdigit())
    if len(clause) < _FEWEST_WORDS:
        return False
    return any(numbers <= words and len(clause & words) >= _STILL_STANDS * len(clause) for words in said)


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(read_words(text)))
