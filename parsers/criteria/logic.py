"""A policy's outline to the tree of its criteria."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from parsers.criteria.aspects import spelled
from parsers.criteria.bare_bars import as_topic
from parsers.criteria.clauses import unparsed
from parsers.criteria.counted_items import FAILED, asked_by_lead, tells_how_tried
from parsers.criteria.exemptions import exempted
from parsers.criteria.item_names import as_asked, mark_of
from parsers.criteria.item_references import items_asked
from parsers.criteria.lead_conditions import condition_of
from parsers.criteria.lifted import without_lifted
from parsers.criteria.list_joins import with_close_apart, with_joins
from parsers.criteria.listed_bars import goes_on, under_exclusion, without_its_phase
from parsers.criteria.listed_drugs import are_choices
from parsers.criteria.lists import Quantifier, is_only_connective, is_option, joined, opens_other_way, quantifier
from parsers.criteria.logic_wording import ASKED_AND_ANSWERED, BOXES, JOINS_ON, OF_THEM, SHOWN_BY
from parsers.criteria.named_scales import only_names_scales
from parsers.criteria.pain import with_drugs_for_pain
from parsers.criteria.paperwork import names_the_label
from parsers.criteria.plain_words import in_plain_words
from parsers.criteria.roots import limits_of, rooted, without_limits
from parsers.criteria.running_text import each_bars, kept, read_text
from parsers.criteria.score_bands import lists_grades
from parsers.criteria.score_lists import with_scores_apart
from parsers.criteria.shares import share_of
from parsers.criteria.short_values import is_spelled_below, states, with_label
from parsers.criteria.stays import with_stays_as_places
from parsers.criteria.trees import group, intolerance_counted, keys, present, quoting, without
from parsers.criteria.unread_parts import asks
from parsers.criteria.wording import clause, read_words
from parsers.language.negations import affirmed
from parsers.lists.markers import bare_marker
from parsers.models import Indication, Leaf, Phase, Product, Tree
from parsers.outline import Node, is_nested, walk

_BY_REFERENCE: frozenset[Indication] = frozenset(("fda_labeled", "any"))


def read_criteria(
    nodes: Sequence[Node], *, phase: Phase, product: Product, indication: Indication | None
) -> Tree | None:
    """The criteria that `nodes` state for one position; None when they state none.

    `nodes` hold what concerns the position only: branches for other indications are already cut. Limits and paperwork
    become leaves of the root. A list item that fits no key stays as an `unparsed` leaf.
    """
    del product  # one wording serves both drugs
    reader = _Reader(phase, indication)
    tree = with_drugs_for_pain(group("all", present(reader.run(nodes))), indication)
    by_reference = reader.label_reference(nodes) if indication in _BY_REFERENCE else None
    limits = [*limits_of(tree), *([by_reference] if by_reference else [])]
    return rooted(intolerance_counted(without_limits(tree)), limits)


class _Reader:
    def __init__(self, phase: Phase, indication: Indication | None) -> None:
        self.phase = phase
        self.indication = indication

    def run(self, nodes: Sequence[Node]) -> Iterator[Tree | None]:
        """The lists of a policy one after the other; "Option 1" and "Option 2" are alternatives."""
        for options, run in groupby(with_scores_apart(nodes), lambda node: is_option(node.block.text)):
            yield group("any" if options else "all", present(self.each(run, "")))

    def each(self, nodes: Iterable[Node], topic: str) -> Iterator[Tree | None]:
        """Each of several nodes; what is said of the drugs that one counts as failed ("Each lasted …") is read so."""
        failed: str | None = None
        for node in nodes:
            tree = self.node(node, topic if failed is None or not OF_THEM.match(node.block.text) else failed)
            if tree is not None and "failed_ad_count" in keys(tree):
                failed = f"{topic} | failed {read_words(node.block.text)}"
            yield tree

    def node(self, node: Node, topic: str = "") -> Tree | None:
        """A block and what stands under it, as one tree."""
        block = node.block
        if not node.children or lists_grades(node.children):
            return self.text(block.text, block.page, topic, listed=block.kind == "item")
        text = without_its_phase(block.text)
        own = self.text(text, block.page, topic, listed=False)
        if are_choices(own, [child.block.text for child in node.children if not child.children]):
            return own
        lead_in = affirmed(text)
        words = read_words(lead_in)
        own, below = self._with_list(node, own, lead_in, topic)
        own = _beside_list(own, below, text, words)
        if own is None and tells_how_tried(words, below):
            own = self.text(text, block.page, FAILED, listed=False)
        own = asked_by_lead(own, below, words, block) or self._over_notes(node, below, topic)
        beside = condition_of(lead_in, block.page)
        # A question under another, for those who answer no to that.
        another = opens_other_way(node.children[0].block.text)
        return group("any" if another else "all", present((beside, own, below)))

    def _with_list(self, node: Node, own: Tree | None, lead_in: str, topic: str) -> tuple[Tree | None, Tree | None]:
        """What a lead-in asks itself, with what its list asks; scales alone are what it asks by."""
        words, page = read_words(lead_in), node.block.page
        under = f"{topic} | {words}" if goes_on(topic, words) else words
        under = as_topic(under, lead_in, [] if is_nested(node) else [child.block.text for child in node.children])
        below = self.named_items(node, under) or self.siblings(node.children, under, quantifier(lead_in))
        if only_names_scales(node.children) and not (below and keys(below) - {"unparsed"}):
            own, below = None, own or kept(lead_in.rstrip(" :"), page, self.phase)
        if (aspect := self.aspect(node)) is not None:
            return None, aspect
        return own, with_label(node, below, lambda said: self.text(said, page, topic, listed=False))

    def _over_notes(self, node: Node, below: Tree | None, topic: str) -> Leaf | None:
        """An item that asks for something in no words of ours, over notes that ask for nothing: it is no title."""
        block = node.block
        told = below is None and block.kind == "item" and not block.text.rstrip().endswith(":")
        asked = told and (": " in block.text or asks(block.text))
        return kept(block.text, block.page, self.phase, topic) if asked else None

    def aspect(self, node: Node) -> Tree | None:
        """The value under the name of an aspect of trials, read as the sentence that it stands for."""
        value = node.children[0].block
        said = (
            spelled(node.block.text.rpartition(" | ")[2].strip(" :"), value.text) if len(node.children) == 1 else None
        )
        tree = self.text(said, value.page, "", listed=False) if said and not node.children[0].children else None
        return quoting(tree, value.text) if states(tree) else None

    def named_items(self, node: Node, topic: str) -> Tree | None:
        """The items of a list whose lead-in asks for them by their markers; None where it does not."""
        named = [child for child in node.children if not is_only_connective(child.block.text)]
        marks = [mark_of(child.block) for child in named]
        asked = items_asked(node.block.text, marks)
        if asked is None or under_exclusion(topic):
            return None
        items = {bare_marker(mark).lower(): self.node(child, topic) for mark, child in zip(marks, named, strict=True)}
        return as_asked(asked, items)

    def siblings(self, nodes: Sequence[Node], topic: str, asked: Quantifier | None) -> Tree | None:
        """The items of one list under its lead-in."""
        listed, closing = with_close_apart(nodes)
        if closing:
            return group("all", present((self.siblings(listed, topic, asked), *self.each(closing, topic))))
        items, joins = with_joins(with_scores_apart(nodes), asked)
        trees = list(self.each(items, topic))
        if under_exclusion(topic):
            return each_bars(trees)
        return without_lifted(joined(trees, joins, asked), items, self.indication, (joins, asked))

    def text(self, text: str, page: int, topic: str, *, listed: bool) -> Tree | None:
        """A running text: its sentences and clauses, joined as its connectives say."""
        text = JOINS_ON.sub(r"\g<listed>", BOXES.sub(" ", text).strip())
        if ASKED_AND_ANSWERED.search(text):
            return None
        plain = in_plain_words(with_stays_as_places(text, self.indication))
        if plain != text:
            return quoting(self.text(plain, page, topic, listed=listed), text)
        share = share_of(text, self.indication) if self.indication else text
        if share != text:
            return quoting(self.text(share, page, topic, listed=listed), text)
        if listed and (lifted := exempted(text)):
            return self.lifted(*lifted, page, topic)
        return read_text(self.phase, text, page, topic, listed=listed)

    def lifted(self, text: str, whom: str, page: int, topic: str) -> Tree | None:
        """An item that an aside lifts from some patients; limits and papers are none the less asked of the others."""
        asked = self.text(text, page, topic, listed=True)
        if without_limits(asked) is None or asked is None:
            return asked
        let_off = read_text(self.phase, whom, page, "", listed=False) or unparsed(
            clause(whom, page=page, phase=self.phase)
        )
        return group("any", [asked, let_off])

    def label_reference(self, nodes: Sequence[Node]) -> Leaf | None:
        """The clause that admits what the FDA label admits."""
        for node in walk(nodes) if self.phase == "initial" else ():
            if names_the_label(clause(node.block.text, page=node.block.page, phase=self.phase)):
                return Leaf("label_dynamic", True, node.block.text, node.block.page)
        return None


def _beside_list(own: Tree | None, below: Tree | None, text: str, words: str) -> Tree | None:
    """What a lead-in asks itself beside its list: not the severity that scores below show, nor what they spell out."""
    if own and below and keys(below) == {"severity_min"} and SHOWN_BY.search(words):
        own = without(own, "severity_category")
    return None if own and below and is_spelled_below(text, own, below) else own
