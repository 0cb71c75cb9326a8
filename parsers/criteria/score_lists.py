"""Lists of scores of which one is asked for, where the layout does not say how far they reach."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile

from parsers.criteria.scales import TOKENS
from parsers.criteria.wording import read_words
from parsers.language.patterns import compiled
from parsers.outline import Node

# e.g. "ONE of these baseline scores (tick one)"
_LEADS_IN = compiled(
    r"\b(?:1|any|either|>= 1|\d) (?:1 )?of (?:these|the following)\b[^.;]{0,40}"
    r"\b(?:scores?|scales?|ratings?|instruments?)\b[^.;@]*$"
)
# "The patient meets one of the following:", over boxes in a row that nothing sets in.
_LEADS_IN_A_CHOICE = compiled(r"\b(?:1|any|either|>= 1) (?:1 )?of (?:these|the following)\W*$")
_MOST_WORDS_OF_A_SCORE = 14


def with_scores_apart(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """`nodes`, with the scores that follow such a lead-in under it, and what is no score beside it."""
    kept: list[Node] = []
    for place, node in enumerate(nodes):
        leads = kept and (leads_in_scores(kept[-1]) or _leads_in_a_row(kept[-1], nodes[place:]))
        if leads and _is_score(node) and all(map(_is_score, kept[-1].children)):
            kept[-1] = Node(kept[-1].block, (*kept[-1].children, node))
        else:
            kept += _divided(node)
    return tuple(kept)


def _leads_in_a_row(lead: Node, after: Sequence[Node]) -> bool:
    """Whether a block asks for one of what follows, and that opens with several scores, or goes on with them."""
    if not _LEADS_IN_A_CHOICE.search(read_words(lead.block.text)) or not _is_score(after[0]):
        return False
    return bool(lead.children) or (all(map(_is_score, after[:2])) and len(after) > 1)


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
