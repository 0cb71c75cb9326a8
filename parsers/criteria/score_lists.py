"""Lists of scores of which one is asked for, where the layout does not say how far they reach."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile

from parsers.criteria.scales import TOKENS
from parsers.criteria.wording import read_words
from parsers.outline import Node
from parsers.patterns import compiled

# e.g. "ONE of these baseline scores (tick one)"
_LEADS_IN = compiled(
    r"\b(?:1|any|either|>= 1|\d) (?:1 )?of (?:these|the following)\b[^.;]{0,40}"
    r"\b(?:scores?|scales?|ratings?|instruments?)\b[^.;@]*$"
)
_MOST_WORDS_OF_A_SCORE = 14


def with_scores_apart(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """`nodes`, with the scores that follow such a lead-in under it, and what is no score beside it."""
    kept: list[Node] = []
    for node in nodes:
        if kept and leads_in_scores(kept[-1]) and _is_score(node) and all(map(_is_score, kept[-1].children)):
            kept[-1] = Node(kept[-1].block, (*kept[-1].children, node))
        else:
            kept += _divided(node)
    return tuple(kept)


def leads_in_scores(node: Node) -> bool:
    """Whether a block asks for one of the scores below it."""
    return bool(_LEADS_IN.search(read_words(node.block.text)))


def _divided(node: Node) -> Iterable[Node]:
    """A lead-in with its scores, and the items of its list that follow them."""
    scores = tuple(takewhile(_is_score, node.children))
    if not scores or len(scores) == len(node.children) or not leads_in_scores(node):
        return (node,)
    return (Node(node.block, scores), *node.children[len(scores) :])


def _is_score(node: Node) -> bool:
    words = read_words(node.block.text)
    scored = any(token in words for token in TOKENS) and any(map(str.isdigit, words))
    return not node.children and scored and len(words.split()) <= _MOST_WORDS_OF_A_SCORE
