"""A policy's outline to the tree of its criteria."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from parsers.criteria.clauses import ROOT_KEYS, read_clause, unparsed
from parsers.criteria.exclusions import under_exclusion
from parsers.criteria.lists import (
    Connective,
    Piece,
    Quantifier,
    connective,
    is_only_connective,
    joined,
    leading_connective,
    opened,
    pieces,
    quantifier,
    sentences,
)
from parsers.criteria.paperwork import names_the_label
from parsers.criteria.remnants import states_no_criterion
from parsers.criteria.trees import group, intolerance_counted, present
from parsers.criteria.vocabulary import PEOPLE
from parsers.criteria.wording import clause, read_words
from parsers.models import Group, Indication, Leaf, Phase, Product, Tree
from parsers.outline import Node, walk

_BY_REFERENCE: frozenset[Indication] = frozenset(("fda_labeled", "any"))
_GENERIC = re.compile(r"\b(?:of the following|criteria|conditions|requirements|must meet|below)\b")
_OBLIGES = re.compile(
    rf"\b(?:{PEOPLE}|provider|prescriber|physician|psychiatrist|clinic|site|facility|pharmacy)s?\b[^.;]{{0,40}}"
    r"\b(?:must|shall|needs? to|ha(?:s|ve) to|agrees?|(?:is|are) (?:required|able) to)\b",
    re.IGNORECASE,
)
_POINTS_ELSEWHERE = re.compile(r"\b(?:above|below|criteri\w+|section|policy|requirements?)\b", re.IGNORECASE)
_ASKED_AND_ANSWERED = re.compile(r"\?\W*(?:no|yes)\b", re.IGNORECASE)
# Boxes to tick are no answer: "… ☐ Yes ☐ No (if yes, …)".
_BOXES = re.compile(r"(?:[\s,/|]*[☐□☑✓❑_\[\]()]*\s*\b(?:yes|no|n/a)\b[\s_]*){2,}", re.IGNORECASE)


def read_criteria(
    nodes: Sequence[Node], *, phase: Phase, product: Product, indication: Indication | None
) -> Tree | None:
    """The criteria that `nodes` state for one position; None when they state none.

    `nodes` hold what concerns the position only: branches for other indications are already cut. Limits and paperwork
    become leaves of the root. A list item that fits no key stays as an `unparsed` leaf.
    """
    del product  # one wording serves both drugs
    reader = _Reader(phase)
    tree = group("all", [part for part in map(reader.node, nodes) if part is not None])
    by_reference = reader.label_reference(nodes) if indication in _BY_REFERENCE else None
    limits = [*_limits(tree), *([by_reference] if by_reference else [])]
    return _rooted(intolerance_counted(_without_limits(tree)), limits)


class _Reader:
    def __init__(self, phase: Phase) -> None:
        self.phase = phase

    def node(self, node: Node, topic: str = "") -> Tree | None:
        """A block and what stands under it, as one tree."""
        text = node.block.text
        if not node.children:
            return self.text(text, node.block.page, topic, listed=node.block.kind == "item")
        own = self.text(text, node.block.page, topic, listed=False)
        words = read_words(text)
        under = f"{topic} | {words}" if _GENERIC.search(words) and topic and len(words) < 60 else words
        below = self.siblings(node.children, under, quantifier(text))
        return group("all", [part for part in (own, below) if part is not None])

    def siblings(self, nodes: Sequence[Node], topic: str, asked: Quantifier | None) -> Tree | None:
        """The items of one list under its lead-in."""
        trees: list[Tree | None] = []
        joins: list[Connective] = []
        for node in nodes:
            if is_only_connective(node.block.text):
                if joins:
                    joins[-1] = connective(node.block.text)
                continue
            if joins and not joins[-1]:
                joins[-1] = leading_connective(node.block.text)
            trees.append(self.node(node, topic))
            joins.append(_closing(node, asked))
        return _each(trees) if under_exclusion(topic) else joined(trees, joins, asked)

    def text(self, text: str, page: int, topic: str, *, listed: bool) -> Tree | None:
        """A running text: its sentences and clauses, joined as its connectives say."""
        text = _BOXES.sub(" ", text).strip()
        if _ASKED_AND_ANSWERED.search(text):
            return None
        said = sentences(text)
        read = [self.sentence(sentence, page, topic) for sentence in said]
        if not any(read):
            whole = read_clause(clause(text, page=page, phase=self.phase, topic=topic)) if ";" in text else None
            return whole or (self.kept(text, page) if listed else None)
        if listed:
            read = [tree or self.obliged(sentence, page) for tree, sentence in zip(read, said, strict=True)]
        return joined(read, ["" for _ in read], None)

    def sentence(self, text: str, page: int, topic: str) -> Tree | None:
        """A sentence: its clauses up to a list that runs on in it, and that list."""
        parts = pieces(text)
        for place in range(len(parts)):
            inline = opened(parts[place:])
            if inline and (asked := _asks(inline[0])):
                before = [self.clause(part, page, topic) for part in parts[:place]]
                listed = self.inline(*inline, page, topic, asked)
                return joined([*before, listed], [part.joins for part in parts[:place]], None)
        return joined([self.clause(part, page, topic) for part in parts], [part.joins for part in parts], None)

    def inline(self, lead: str, items: Sequence[Piece], page: int, topic: str, asked: Quantifier) -> Tree | None:
        """A list inside a sentence, under its lead-in."""
        under = f"{topic} | {read_words(lead)}"
        trees = [self.clause(item, page, under) or self.kept(item.text, page) for item in items]
        listed = _each(trees) if under_exclusion(under) else joined(trees, [item.joins for item in items], asked)
        own = read_clause(clause(lead, page=page, phase=self.phase, topic=topic))
        return group("all", [part for part in (own, listed) if part is not None])

    def clause(self, part: Piece, page: int, topic: str) -> Tree | None:
        """A clause of a sentence."""
        return read_clause(clause(part.text, page=page, phase=self.phase, topic=topic))

    def obliged(self, text: str, page: int) -> Tree | None:
        """A further sentence of a list item that no family reads: kept when it obliges somebody."""
        return self.kept(text, page) if _OBLIGES.search(text) and not _POINTS_ELSEWHERE.search(text) else None

    def kept(self, text: str, page: int) -> Tree | None:
        """A list item that no family reads: a criterion all the same, unless it only restates the diagnosis."""
        if states_no_criterion(text):
            return None
        return unparsed(clause(text, page=page, phase=self.phase))

    def label_reference(self, nodes: Sequence[Node]) -> Leaf | None:
        """The clause that admits what the FDA label admits."""
        for node in walk(nodes):
            read = clause(node.block.text, page=node.block.page, phase=self.phase)
            if self.phase == "initial" and names_the_label(read):
                return Leaf("label_dynamic", True, node.block.text, node.block.page)
        return None


def _each(trees: Sequence[Tree | None]) -> Tree | None:
    """The items of a list of bars: each bars by itself, whatever number the lead-in names or word joins them."""
    return group("all", present(trees))


def _asks(lead: str) -> Quantifier | None:
    """What the lead-in of a list inside a sentence asks of it; each of what bars must be absent."""
    return Quantifier("all") if under_exclusion(read_words(lead)) else quantifier(lead)


def _closing(node: Node, asked: Quantifier | None) -> Connective:
    """The connective after an item: its own, or the one that its last sub-item ends in.

    A sub-item's "or" may join it to a branch for another indication that is cut away, so it only counts where neither
    list says how many of it are asked for.
    """
    if not node.children:
        return connective(node.block.text)
    inner, last = quantifier(node.block.text), node
    while last.children:
        last = last.children[-1]
    said = connective(last.block.text)
    return "" if said == "or" and (asked is not None or inner is not None) else said


def _limits(tree: Tree | None) -> Iterator[Leaf]:
    if isinstance(tree, Leaf):
        if tree.key in ROOT_KEYS:
            yield tree
    elif tree is not None:
        for child in tree.children:
            yield from _limits(child)


def _without_limits(tree: Tree | None) -> Tree | None:
    if tree is None or isinstance(tree, Leaf):
        return None if tree is None or tree.key in ROOT_KEYS else tree
    kept = [child for child in map(_without_limits, tree.children) if child is not None]
    return group(tree.op, kept, tree.n) if kept else None


def _rooted(tree: Tree | None, limits: Sequence[Leaf]) -> Tree | None:
    """The deciding criteria and the limits under one `all`; nested `all` are opened, lists of exclusions joined."""
    deciding = list(_opened(tree)) if tree else []
    barred = [part for part in deciding if isinstance(part, Group) and part.op == "none"]
    if len(barred) > 1:
        place = deciding.index(barred[0])
        deciding[place] = Group("none", tuple(dict.fromkeys(child for part in barred for child in part.children)))
        deciding = [part for index, part in enumerate(deciding) if index == place or part not in barred]
    stated = {(leaf.key, leaf.value): leaf for leaf in reversed(limits)}
    return group("all", [*deciding, *reversed(stated.values())])


def _opened(tree: Tree) -> Iterator[Tree]:
    if isinstance(tree, Group) and tree.op == "all":
        for child in tree.children:
            yield from _opened(child)
    else:
        yield tree
