"""Criteria as a tree that a person reads: operators in words, each clause quoted once with all that it says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from parsers.models import Evidence, Group, Leaf, Tree, value_to_json
from tracker.alerts.wording import key_words, side_words
from tracker.board.words import WORDS

# Where each clause is shown in its document, by clause: a path with an anchor.
Places = Mapping[Evidence, str]


@dataclass(frozen=True, slots=True)
class Quote:
    """A clause with its page (None where the document has no pages) and where it is shown, None where it is not."""

    text: str
    page: int | None
    path: str | None


@dataclass(frozen=True, slots=True)
class ClauseNode:
    """One clause and what is read out of it, each as label and value; `label` alone for a clause of its own words."""

    says: tuple[tuple[str, str], ...]
    quote: Quote


@dataclass(frozen=True, slots=True)
class GroupNode:
    """An operator in words over what it joins."""

    op: str
    words: str
    children: tuple[Node, ...]


Node = ClauseNode | GroupNode


@dataclass(frozen=True, slots=True)
class Document:
    """How a document's clauses are quoted: with pages or without, and where they are shown."""

    has_pages: bool
    places: Places

    def quote(self, clause: Evidence) -> Quote:
        return Quote(clause.text, clause.page if self.has_pages else None, self.places.get(clause))


def readable(tree: Tree, document: Document) -> GroupNode:
    """A tree in words. A single criterion stands under "all of these" like any other."""
    if isinstance(tree, Leaf):
        tree = Group("all", (tree,))
    words = WORDS.operators[tree.op].format(tree.n)
    return GroupNode(tree.op, words, tuple(_nodes(tree, document)))


def _nodes(tree: Group, document: Document) -> Iterator[Node]:
    # One clause often says several things: it is quoted once, beside all of them.
    for clause, members in groupby(tree.children, key=_clause):
        if clause is None:
            yield from (readable(member, document) for member in members)
        else:
            leaves = [member for member in members if isinstance(member, Leaf)]
            yield ClauseNode(tuple(dict.fromkeys(map(_says, leaves))), document.quote(clause))


def _clause(tree: Tree) -> Evidence | None:
    return Evidence(tree.page, tree.text) if isinstance(tree, Leaf) else None


def _says(leaf: Leaf) -> tuple[str, str]:
    label = key_words(leaf.key).label
    return (label, "" if leaf.key == "unparsed" else side_words(leaf.key, value_to_json(leaf.value)))
