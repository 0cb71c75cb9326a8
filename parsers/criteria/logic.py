"""A policy's outline to the tree of its criteria."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from parsers.criteria.aspects import spelled
from parsers.criteria.bare_bars import as_topic
from parsers.criteria.chosen_of_list import chosen
from parsers.criteria.clauses import read_clause, unparsed
from parsers.criteria.conditional import conditional
from parsers.criteria.counted_items import FAILED, asked_by_lead, tells_how_tried, without_number_of
from parsers.criteria.exemptions import exempted
from parsers.criteria.item_references import as_asked, asked_in_line, items_asked
from parsers.criteria.kept import asks_itself, is_criterion, obliges
from parsers.criteria.lead_conditions import condition_of
from parsers.criteria.lifted import without_lifted
from parsers.criteria.list_joins import with_close_apart, with_joins
from parsers.criteria.listed_bars import goes_on, under_exclusion, without_its_phase
from parsers.criteria.listed_drugs import are_choices
from parsers.criteria.lists import (
    Piece,
    Quantifier,
    is_only_connective,
    is_option,
    joined,
    opened,
    opens_other_way,
    pieces,
    quantifier,
    reach,
)
from parsers.criteria.logic_wording import (
    ASKED_AND_ANSWERED,
    BOXES,
    JOINS_ON,
    LEADS_IN_ALL,
    OF_THEM,
    SHOWN_BY,
    TO_ANOTHER,
)
from parsers.criteria.named_scales import name_scales_alone, only_names_scales
from parsers.criteria.pain import with_drugs_for_pain
from parsers.criteria.paperwork import names_the_label
from parsers.criteria.plain_words import in_plain_words
from parsers.criteria.roots import limits_of, rooted, without_limits
from parsers.criteria.score_bands import grades_scores, lists_grades
from parsers.criteria.score_lists import with_scores_apart
from parsers.criteria.shares import share_of
from parsers.criteria.short_values import is_spelled_below, states, with_label, with_length
from parsers.criteria.stays import with_stays_as_places
from parsers.criteria.told_sentences import between_sentences, run_in_title, sentences, told_in_turn
from parsers.criteria.trees import group, intolerance_counted, keys, present, quoting, without
from parsers.criteria.unread_parts import asks, with_unread
from parsers.criteria.wording import clause, read_words
from parsers.drugs.things_beside import refuses_a_thing_beside
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
        text = node.block.text
        if not node.children or lists_grades(node.children):
            return self.text(text, node.block.page, topic, listed=node.block.kind == "item")
        text = without_its_phase(text)
        own = self.text(text, node.block.page, topic, listed=False)
        if are_choices(own, [child.block.text for child in node.children if not child.children]):
            return own
        lead_in = affirmed(text)
        words = read_words(lead_in)
        under = f"{topic} | {words}" if goes_on(topic, words) else words
        under = as_topic(under, lead_in, [] if is_nested(node) else [child.block.text for child in node.children])
        below = self.named_items(node, under) or self.siblings(node.children, under, quantifier(lead_in))
        if only_names_scales(node.children) and not (below and keys(below) - {"unparsed"}):
            below = own or self.kept(lead_in.rstrip(" :"), node.block.page)
            own = None
        if (aspect := self.aspect(node)) is not None:
            own, below = None, aspect
        else:
            below = with_label(node, below, lambda said: self.text(said, node.block.page, topic, listed=False))
        if own and below and keys(below) == {"severity_min"} and SHOWN_BY.search(words):
            own = without(own, "severity_category")
        if own and below and is_spelled_below(text, own, below):
            own = None
        if own is None and tells_how_tried(words, below):
            own = self.text(text, node.block.page, FAILED, listed=False)
        own = asked_by_lead(own, below, words, node.block) or self._over_notes(node, below, topic)
        beside = condition_of(lead_in, node.block.page)
        # A question under another, for those who answer no to that.
        another = opens_other_way(node.children[0].block.text)
        return group("any" if another else "all", present((beside, own, below)))

    def _over_notes(self, node: Node, below: Tree | None, topic: str) -> Leaf | None:
        """An item that asks for something in no words of ours, over notes that ask for nothing: it is no title."""
        block = node.block
        told = below is None and block.kind == "item" and not block.text.rstrip().endswith(":")
        asked = told and (": " in block.text or asks(block.text))
        return self.kept(block.text, block.page, topic) if asked else None

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
        asked = items_asked(node.block.text, [child.block.marker for child in named])
        if asked is None or under_exclusion(topic):
            return None
        items = {bare_marker(child.block.marker): self.node(child, topic) for child in named}
        return as_asked(asked, items)

    def siblings(self, nodes: Sequence[Node], topic: str, asked: Quantifier | None) -> Tree | None:
        """The items of one list under its lead-in."""
        listed, closing = with_close_apart(nodes)
        if closing:
            return group("all", present((self.siblings(listed, topic, asked), *self.each(closing, topic))))
        items, joins = with_joins(with_scores_apart(nodes), asked)
        trees = list(self.each(items, topic))
        if under_exclusion(topic):
            return _each(trees)
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
        return _said(self.phase, text, page, topic, listed=listed)

    def lifted(self, text: str, whom: str, page: int, topic: str) -> Tree | None:
        """An item that an aside lifts from some patients; limits and papers are none the less asked of the others."""
        asked = self.text(text, page, topic, listed=True)
        if without_limits(asked) is None or asked is None:
            return asked
        let_off = _said(self.phase, whom, page, "", listed=False) or unparsed(clause(whom, page=page, phase=self.phase))
        return group("any", [asked, let_off])

    def said(self, text: str, page: int, topic: str, *, listed: bool) -> Tree | None:
        """A running text from which all is taken that asks nothing, or is another indication's."""
        if "?" in text and (choice := chosen(text, page, topic, self.phase, self.clause)) is not None:
            return choice
        said = sentences(text)
        if told := told_in_turn(said):
            trees = [self.sentence(item, page, topic) or self.kept(item, page) for item in told]
            return _each(trees) if under_exclusion(topic) else joined(trees, [""] * len(trees), quantifier(said[0]))
        title = run_in_title(said)
        if title and not self.sentence(title, page, topic):
            said, topic = said[1:], f"{topic} | {read_words(title)}"
        read = self.in_turn(said, lambda sentence, under: self.sentence(sentence, page, under), topic)
        if not any(read):
            whole = read_clause(clause(text, page=page, phase=self.phase, topic=topic)) if ";" in text else None
            return whole or (self.kept(text, page, topic) if listed else self.obliged(text, page))
        read = [tree or self.obliged(sentence, page) for tree, sentence in zip(read, said, strict=True)]
        return joined(read, between_sentences(said), Quantifier("all"))

    def sentence(self, text: str, page: int, topic: str) -> Tree | None:
        """A sentence: its clauses up to a list that runs on in it, and that list."""
        if grades_scores(read_words(text)) or refuses_a_thing_beside(text):
            return None
        if (told := conditional(text, page, topic, self.phase, self.sentence)) is not None:
            return told
        if (choice := chosen(text, page, topic, self.phase, self.clause)) is not None:
            return choice
        parts = pieces(text)
        for place in range(len(parts)):
            end = reach(parts, place)
            inline = opened(parts[place:end])
            if inline and (asked := _asks(inline[0])):
                beside = [self.clause(part.text, page, topic) for part in (*parts[:place], *parts[end:])]
                beside.insert(place, self.inline(*inline, page, topic, asked))
                return joined(beside, [part.joins for part in (*parts[:place], *parts[end - 1 :])], None)
        spoken = [part.text for part in parts]
        read = self.in_turn(spoken, lambda words, under: self.clause(words, page, under), topic)
        read = with_length(spoken, read, lambda words: self.clause(words, page, "approval"))
        return joined(with_unread(spoken, read, page, self.phase), [part.joins for part in parts], None)

    def inline(self, lead: str, items: Sequence[Piece], page: int, topic: str, asked: Quantifier) -> Tree | None:
        """A list inside a sentence, under its lead-in."""
        said = [item.text for item in items]
        if name_scales_alone(said):
            whole = f"{lead} {', '.join(said)}"
            return self.clause(whole, page, topic) or self.kept(whole, page)
        own = read_clause(clause(lead, page=page, phase=self.phase, topic=topic))
        # "At least two antidepressants and one of the following: augmentation, psychotherapy": failed like the drugs.
        counted = "failed" if own and "failed_ad_count" in keys(own) else ""
        under = f"{topic} | {counted} {read_words(lead)}"
        trees = [self.clause(item.text, page, under) or self.kept(item.text, page) for item in items]
        named = None if under_exclusion(under) else asked_in_line(lead, said, trees)
        listed = _each(trees) if under_exclusion(under) else joined(trees, [item.joins for item in items], asked)
        listed = named or listed
        topic = FAILED if tells_how_tried(read_words(lead), listed) else topic
        own = read_clause(clause(lead, page=page, phase=self.phase, topic=topic))
        return group("all", present((without_number_of(own, listed, read_words(lead)), listed)))

    def clause(self, words: str, page: int, topic: str) -> Tree | None:
        """A clause of a sentence; what bars may stand before its colon ("Must be absent: dementia, psychosis")."""
        if (told := conditional(words, page, topic, self.phase, self.sentence)) is not None:
            return told
        label, colon, rest = words.partition(": ")
        if colon and (said := spelled(label, rest) or spelled(*words.rsplit(": ", 1))):
            return quoting(read_clause(clause(said, page=page, phase=self.phase)), words)
        read = read_clause(clause(words, page=page, phase=self.phase, topic=topic))
        if read is not None or not colon or not under_exclusion(read_words(label)):
            return read
        return read_clause(clause(rest, page=page, phase=self.phase, topic=f"{topic} | {read_words(label)}"))

    def in_turn(self, texts: Sequence[str], read: Callable[[str, str], Tree | None], topic: str) -> list[Tree | None]:
        """Each text as `read` has it; what follows failed drugs is said of them ("…; adequate dose")."""
        trees: list[Tree | None] = []
        tree: Tree | None = None
        for text in texts:
            # "No response to augmentation; or to psychotherapy": the verb is that of the clause before.
            failed = tree is not None and "augmentation_trials" in keys(tree) and TO_ANOTHER.match(text)
            tree = read(text, f"{topic} | failed" if failed else topic)
            trees.append(tree)
            if tree is not None and "failed_ad_count" in keys(tree):
                # Classes alone may have shown that the drugs are failed ones; what follows is told so.
                topic = f"{topic} | failed {read_words(text)}"
        return trees

    def kept(self, text: str, page: int, under: str = "") -> Leaf | None:
        """A list item that no family reads, where it is a criterion all the same."""
        circular = self.phase == "initial" and asks_itself(text)
        kept = is_criterion(text, under) and not circular
        return unparsed(clause(text, page=page, phase=self.phase)) if kept else None

    def obliged(self, text: str, page: int) -> Leaf | None:
        """A further sentence of a list item that no family reads, where it obliges somebody."""
        return self.kept(text, page) if obliges(text) else None

    def label_reference(self, nodes: Sequence[Node]) -> Leaf | None:
        """The clause that admits what the FDA label admits."""
        for node in walk(nodes):
            read = clause(node.block.text, page=node.block.page, phase=self.phase)
            if self.phase == "initial" and names_the_label(read):
                return Leaf("label_dynamic", True, node.block.text, node.block.page)
        return None


# Most texts are asked of several indications.
@lru_cache(maxsize=1024)
def _said(phase: Phase, text: str, page: int, topic: str, *, listed: bool) -> Tree | None:
    return _Reader(phase, None).said(text, page, topic, listed=listed)


def _each(trees: Sequence[Tree | None]) -> Tree | None:
    """The items of a list of bars: each bars by itself, whatever number the lead-in names or word joins them."""
    return group("all", present(trees))


def _asks(lead: str) -> Quantifier | None:
    """What the lead-in of a list inside a sentence asks of it; each of what bars must be absent."""
    named = None if under_exclusion(read_words(lead)) else quantifier(lead)
    return named or (Quantifier("all") if under_exclusion(read_words(lead)) or LEADS_IN_ALL.search(lead) else None)
