"""Decisions of people laid over what was read, before anything is compared.

A decision about a clause holds while the clause says the same or still reads the same: it is reset only when the
payer's text and our reading of it have both changed. Where a clause was reworded, its numbers and negations must have
stayed: of a new number a correction of the old one knows nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import Any, get_args

from db.changes import Change, Comparison, Direction
from db.reviews import Review
from parsers.criteria.numbers import normalise
from parsers.criteria.trees import leaves_of
from parsers.jsonio import load_value
from parsers.models import Block, Group, Leaf, ParsedPolicy, Position, Tree, value_to_json
from parsers.text import fingerprint
from tracker.compare.verdict import verdict_of

# A reworded clause keeps at least this share of its words.
_REWORDED = 0.6
_FIXED = re.compile(r"[<>]=?|\d+(?:\.\d+)?|\b(?:no|not|nor|never|without|unless|except|neither)\b|n't\b")


def corrected_policy(policy: ParsedPolicy, reviews: Sequence[Review]) -> ParsedPolicy:
    """The policy as people corrected it; `reviews` are its source's decisions, oldest first."""
    newest_first = [review for review in reversed(reviews) if review.about in ("position", "criterion")]
    if not newest_first:
        return policy
    positions = (_corrected_position(position, newest_first) for position in policy.positions)
    return replace(policy, positions=tuple(position for position in positions if position is not None))


def corrected_directions(comparison: Comparison, reviews: Sequence[Review]) -> Comparison:
    """The comparison with the directions that people gave changes of the same clauses."""
    newest_first = [review for review in reversed(reviews) if review.about == "direction"]
    changes = tuple(_directed(change, newest_first) for change in comparison.changes)
    if changes == comparison.changes:
        return comparison
    return replace(comparison, changes=changes, verdict=verdict_of(changes))


def resets(old: ParsedPolicy, new: ParsedPolicy, reviews: Sequence[Review]) -> list[str]:
    """The clauses that a person had corrected in the old reading and that the new one has in other words and with
    another value, so that the correction says nothing of them.
    """
    corrections = [review for review in reviews if review.about == "criterion" and review.decision == "corrected"]
    lost = [review for review in corrections if _holds(review, old) and not _holds(review, new)]
    return [
        leaf.text
        for review in lost
        for leaf, position in _read(new)
        if leaf.key in _keys(review) and _question(position) == _question(review)
    ]


def _holds(review: Review, policy: ParsedPolicy) -> bool:
    return any(_is_about_leaf(review, leaf, position) for leaf, position in _read(policy))


def _read(policy: ParsedPolicy) -> Iterator[tuple[Leaf, Position]]:
    return ((leaf, position) for position in policy.positions for leaf in leaves_of(position.criteria))


def review_of_position(position: Position, newest_first: Iterable[Review]) -> Review | None:
    """The decision about a position as it was read, None when nobody decided."""
    return next((review for review in newest_first if _is_about_position(review, position)), None)


def review_of_leaf(leaf: Leaf, position: Position, newest_first: Iterable[Review]) -> Review | None:
    """The decision about a criterion as it was read in a position, None when nobody decided."""
    return next((review for review in newest_first if _is_about_leaf(review, leaf, position)), None)


def evidence_of(position: Position) -> str:
    """The passage that a position is known by, "" when it has none."""
    return position.evidence[0].text if position.evidence else ""


def _corrected_position(position: Position, reviews: Sequence[Review]) -> Position | None:
    criteria = _corrected_tree(position.criteria, position, reviews) if position.criteria else None
    review = review_of_position(position, reviews)
    if review is None or review.decision != "corrected":
        return replace(position, criteria=criteria)
    if review.corrected is None:
        return None
    fields: dict[str, Any] = dict(review.corrected) if isinstance(review.corrected, dict) else {}
    return replace(position, criteria=criteria, **fields)


def _corrected_tree(tree: Tree, position: Position, reviews: Sequence[Review]) -> Tree | None:
    if isinstance(tree, Group):
        children = (_corrected_tree(child, position, reviews) for child in tree.children)
        kept = tuple(child for child in children if child is not None)
        return replace(tree, children=kept) if kept else None
    review = review_of_leaf(tree, position, reviews)
    if review is None or review.decision != "corrected":
        return tree
    if not isinstance(review.corrected, dict):
        return None
    return replace(tree, key=review.corrected["key"], value=load_value(review.corrected["value"]))


def _is_about_position(review: Review, position: Position) -> bool:
    if review.about != "position" or _question(review) != _question(position):
        return False
    text = evidence_of(position)
    return _same_words(review.text, text) or (review.read == position.status and _reworded(review.text, text))


def _is_about_leaf(review: Review, leaf: Leaf, position: Position) -> bool:
    if review.about != "criterion":
        return False
    if _same_words(review.text, leaf.text):
        return leaf.key in _keys(review)
    reads_the_same = (review.key, review.read) == (leaf.key, value_to_json(leaf.value))
    return reads_the_same and _question(review) == _question(position) and _reworded(review.text, leaf.text)


def _keys(review: Review) -> set[str]:
    """What the clause of a correction may be read as: what it was read as, and what it is."""
    return {review.key, review.corrected["key"]} if isinstance(review.corrected, dict) else {review.key}


def _directed(change: Change, reviews: Iterable[Review]) -> Change:
    review = next((review for review in reviews if _is_about_change(review, change)), None)
    if review is None or review.decision != "corrected":
        return change
    directions: tuple[Direction, ...] = get_args(Direction)
    return replace(change, direction=next(one for one in directions if one == review.corrected))


def _is_about_change(review: Review, change: Change) -> bool:
    same = (*_question(review), review.key) == (*_question(change), change.key)
    return same and _same_words(review.before_text, change.before_text) and _same_words(review.text, change.after_text)


def _question(about: Review | Position | Change) -> tuple[str, str, str]:
    return (about.product, about.indication, about.phase)


def _same_words(a: str | None, b: str | None) -> bool:
    """Equal but for layout, as the fingerprint of a policy has it."""
    return a == b or _print(a) == _print(b)


def _print(text: str | None) -> str:
    return fingerprint((Block("paragraph", text or ""),))


def _reworded(a: str | None, b: str | None) -> bool:
    old, new = normalise(a or ""), normalise(b or "")
    if _FIXED.findall(old) != _FIXED.findall(new):
        return False
    return SequenceMatcher(None, old.split(), new.split(), autojunk=False).ratio() >= _REWORDED
