"""Lists of the scales that a score may be taken on: which they are asks for nothing beside the score."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.criteria.scales import ANY_SCALE, TOKENS
from parsers.criteria.wording import read_words
from parsers.language.patterns import compiled
from parsers.outline import Node

# "17-item Hamilton Rating Scale (HAMD17); or", "the PHQ-9", "another validated tool".
_NAMES_SCALE = compiled(
    rf"^\W*(?:(?:the|an?|any|other|another|\d+[- ]items?|version) )*"
    rf"(?:{ANY_SCALE}|(?:[a-z'-]+ ){{0,5}}(?:scale|inventory|questionnaire|index|instrument|tool|measure))"
    rf"(?: (?:scale|rating|score|item|items|version|self-report|for depression))*"
    rf"(?: ?\([^()]{{1,30}}\))*\W*(?:and|or|and/or)?\W*$"
)


def only_names_scales(nodes: Sequence[Node]) -> bool:
    """Whether a list names scales, one of the contract's among them, and no score that is asked for on any."""
    said = [node.block.text for node in nodes if not node.children]
    return len(said) == len(nodes) and name_scales_alone(said)


def name_scales_alone(items: Sequence[str]) -> bool:
    """Whether items of a list name scales, one of the contract's among them, and nothing else."""
    read = [read_words(item) for item in items]
    known = any(token in words for words in read for token in TOKENS)
    return known and all(map(_NAMES_SCALE.search, read))
