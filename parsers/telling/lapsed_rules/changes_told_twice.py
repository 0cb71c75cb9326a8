"""Sentences on what an edition changed ("From the first of May the two drugs must be of different classes"), beside
the whole criteria of each use: these say again what is asked and of whom, and the sentence names neither.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from parsers.answering.answers import stated_status
from parsers.criteria.families import findings_in
from parsers.language.any_of import any_phrase
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block
from parsers.telling.sentence_by_sentence import Told, without_sentences
from parsers.uses.indications import mentions

_DAY = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|\d{1,2}/\d{1,2}/\d{2,4})"
)
# At the start of a sentence.
_OPENS = r"(?:^|(?<=[.!?;] ))\W*"
_CHANGED = any_phrase(
    rf"{_OPENS}(?:as of|from|beginning|starting|effective)(?: on)? "
    rf"(?:the (?:effective|same|new) date|that (?:date|day)|{_DAY})\b"
    rf"|{_OPENS}(?:we |this (?:update|edition|revision|version) |the committee )?(?:have |has )?(?:added|adds|changed|"
    r"changes|revised|replaced|shortened|lengthened)\b[^.;]{0,60}\b(?:requirements?|numbers?|criteri\w+|rules?|lengths?)\b"
    rf"|{_OPENS}(?:the|our|its) (?:[\w-]+ )?(?:criteria|polic(?:y|ies)|document|requirements?|rules?|guideline)s? "
    r"(?:(?:is|are|was|were|has been|have been|will be) (?:revised|changed|updated|amended|tightened|loosened)|now "
    r"(?:asks?|requires?|says?|demands?))\b"
    rf"|{_OPENS}(?:what (?:changes|is new|has changed)|summary of changes|changes?)\b[^:.]{{0,20}}:"
    rf"|{_OPENS}the new (?:document|policy|edition|version|criteria|wording) (?:asks?|requires?|says?|demands?)\b"
    r"|\b(?:must|has to|have to) now\b|\bmust still have been\b",
)
# What comes before the change, in the same paragraph.
_SO_FAR = compiled(r"\b(?:until now|so far|up to now|before,|previously|formerly|any \w+ would do)\b", re.IGNORECASE)
# A line of a history, which asks for nothing that is read.
_EDITED = compiled(
    r"\W*(?:we )?(?:added|changed|revised|replaced|shortened|lengthened) (?:the|an?) (?:\w+ )?(?:requirement|number|"
    r"rule|length)\b",
    re.IGNORECASE,
)
_FEWEST_ITEMS = 3


def without_changes_told_twice(blocks: Sequence[Block]) -> Told:
    """`blocks` without such sentences, where items of lists ask for all that they do."""
    if not any(block.kind in ("paragraph", "item") and _CHANGED.stands_in(block.text) for block in blocks):
        return tuple(blocks), {}
    items = [block for block in blocks if block.kind == "item" and not _tells_change(block.text)]
    if len(items) < _FEWEST_ITEMS:
        return tuple(blocks), {}
    asked = {found for item in items for found in _asked(item.text)}
    return without_sentences(_CHANGED, blocks, lambda block: _drops(block, asked))


def _tells_change(text: str) -> bool:
    return any(_CHANGED.stands_in(sentence) for sentence in sentences(text))


def _drops(block: Block, asked: set[tuple[str, str]]) -> Callable[[str], bool] | None:
    if block.kind not in ("paragraph", "item") or not _tells_change(block.text):
        return None
    if block.text.rstrip().endswith(":") or not (_asked(block.text) or _EDITED.match(block.text)):
        return None
    return lambda sentence: _is_told_again(sentence, asked)


def _is_told_again(sentence: str, asked: set[tuple[str, str]]) -> bool:
    """Whether a sentence tells a change, or what was before it, and asks for nothing but what the items do."""
    if not (_CHANGED.stands_in(sentence) or _SO_FAR.search(sentence)) or stated_status(sentence) is not None:
        return False
    told = _asked(sentence)
    says = told or _SO_FAR.search(sentence) or _EDITED.match(sentence)
    return bool(says) and told <= asked and not mentions(sentence)


def _asked(text: str) -> set[tuple[str, str]]:
    return {(found.key, str(found.value)) for found in findings_in(text)}
