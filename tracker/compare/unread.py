"""Clauses that are criteria but fit no key: whether one came, went or has other numbers; silence is no answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from parsers.criteria.trees import leaves_of
from parsers.models import Leaf, ParsedPolicy, Tree

_WORD = re.compile(r"[a-z]{4,}|\d+(?:\.\d+)?")
# A reworded clause keeps at least this share of its words somewhere in the other text.
_REWORDED = 0.4
# A clause that may be another one reworded shares at least this part of its words, and as many as this.
_SAME_CLAUSE = 0.6
_SAME_WORDS = 3


def unread_differences(old: ParsedPolicy, new: ParsedPolicy) -> tuple[str, ...]:
    """A sentence for each unread clause of one version that the other says nowhere, or with other numbers."""
    gone, come = _without_counterpart(old, new), _without_counterpart(new, old)
    for text in list(gone):
        # One gone and one come with the same numbers is taken for one clause in wholly other words.
        twin = next((other for other in come if _numbers(_words(other)) == _numbers(_words(text))), None)
        if twin is not None:
            gone.remove(text)
            come.remove(twin)
    return (
        *(f"a clause that could not be read is gone: {text}" for text in gone),
        *(f"a clause that could not be read is new: {text}" for text in come),
    )


def reworded_unread(leaf: Leaf, own: Tree | None, other: Tree | None) -> str | None:
    """The unread clause of the `other` tree that may be the criterion of `own` in other words, None without one: that
    a criterion could not be read is not that it is absent.
    """
    clause = _words(leaf.text)
    stays = {one.text for one in leaves_of(own)}
    unread = (one.text for one in leaves_of(other) if one.key == "unparsed" and one.text not in stays)
    least = max(_SAME_WORDS, _SAME_CLAUSE * len(clause))
    return next((text for text in unread if len(clause & _words(text)) >= least), None)


def _without_counterpart(policy: ParsedPolicy, other: ParsedPolicy) -> list[str]:
    texts = list(dict.fromkeys(leaf.text for leaf in _leaves(policy) if leaf.key == "unparsed"))
    if not texts:
        return []
    said = {block.text for block in other.blocks} | {leaf.text for leaf in _leaves(other)}
    words_said = [_words(text) for text in said]
    return [text for text in texts if not _said(_words(text), words_said)]


def _leaves(policy: ParsedPolicy) -> Iterable[Leaf]:
    return (leaf for position in policy.positions for leaf in leaves_of(position.criteria))


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower()))


def _said(clause: frozenset[str], said: Sequence[frozenset[str]]) -> bool:
    numbers = _numbers(clause)
    return any(len(clause & words) >= _REWORDED * len(clause) and numbers <= words for words in said)


def _numbers(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if word[0].isdigit())
