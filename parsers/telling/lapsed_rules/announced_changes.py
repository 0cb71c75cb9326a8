"""What changed, told before the whole policy ("Two things are different: … In full, the policy reads like this."): left
out, for the policy itself says each of them again, where and of whom it is so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block
from parsers.telling.sentence_by_sentence import Told, without_sentences

_COUNT = r"(?:one|two|three|four|five|several|a few|some|\d)"
_CHANGES = compiled(
    rf"^\W*(?:{_COUNT} (?:things?|points?|rules?|items?|requirements?) (?:(?:is|are|was|were|will be|has|have) )?"
    r"(?:been )?(?:differ\w*|new|chang\w+|altered|revised)"
    rf"|(?:there (?:is|are) |we (?:made|make|are making) )?(?:the )?(?:{_COUNT} )?(?:changes?|differences?|revisions?)"
    r"(?: (?:is|are|follow|made))?"
    r"|what (?:is|has|will) (?:be )?(?:new|differ\w*|chang\w+)(?: is)?)\b[^:]{0,30}:",
    re.IGNORECASE,
)
_IN_FULL = compiled(
    r"\b(?:polic(?:y|ies)|criteria|rules?|text|wording|requirements?|guideline)\b[^.;]{0,30}"
    r"\b(?:reads?|runs?|(?:is|are)(?: set out| given| printed)?|follows?|says?|stands?)\b[^.;]{0,30}?"
    r"(?:\b(?:like this|as follows|thus|below|in full)|:)\W*$"
    r"|^\W*(?:in full|the whole|complete)\b[^.;]{0,40}\b(?:follows?|below)\W*$",
    re.IGNORECASE,
)


def without_announced_changes(blocks: Sequence[Block]) -> Told:
    """`blocks` without the sentences on changes before such a one; and what is printed of their paragraphs."""
    return without_sentences(_CHANGES, blocks, _announced)


def _announced(block: Block) -> Callable[[str], bool] | None:
    if block.kind != "paragraph" or not _IN_FULL.search(block.text):
        return None
    last = sentences(block.text)[-1]
    return lambda sentence: bool(_CHANGES.match(sentence)) and sentence != last
