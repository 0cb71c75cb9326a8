"""A running text of a policy to the tree of what it asks: its sentences, their clauses, the lists inside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from parsers.criteria.aspects import spelled
from parsers.criteria.chosen_of_list import chosen
from parsers.criteria.clauses import read_clause, unparsed
from parsers.criteria.conditional import conditional
from parsers.criteria.counted_items import FAILED, tells_how_tried, without_number_of
from parsers.criteria.item_references import asked_in_line
from parsers.criteria.kept import asks_itself, is_criterion, obliges, obliges_in_item
from parsers.criteria.listed_bars import under_exclusion
from parsers.criteria.lists import Piece, Quantifier, joined, opened, pieces, quantifier, reach
from parsers.criteria.logic_wording import LEADS_IN_ALL, TO_ANOTHER
from parsers.criteria.named_scales import name_scales_alone
from parsers.criteria.score_bands import grades_scores
from parsers.criteria.short_values import with_length
from parsers.criteria.told_sentences import between_sentences, run_in_title, sentences, told_in_turn
from parsers.criteria.trees import group, keys, present, quoting
from parsers.criteria.unread_parts import with_unread
from parsers.criteria.wording import clause, read_words
from parsers.drugs.things_beside import refuses_a_thing_beside
from parsers.models import Leaf, Phase, Tree


# Most texts are asked of several indications.
@lru_cache(maxsize=1024)
def read_text(phase: Phase, text: str, page: int, topic: str, *, listed: bool) -> Tree | None:
    """What a text asks for under its topic; `listed`: an item of a list, which is kept though no family reads it."""
    return _TextReader(phase).said(text, page, topic, listed=listed)


@dataclass(frozen=True, slots=True)
class _TextReader:
    """Reads a text of one phase; its sentences may hold clauses, and clauses sentences of their own."""

    phase: Phase

    def said(self, text: str, page: int, topic: str, *, listed: bool) -> Tree | None:
        """A running text from which all is taken that asks nothing, or is another indication's."""
        if "?" in text and (choice := chosen(text, page, topic, self.phase, self.clause)) is not None:
            return choice
        said = sentences(text)
        if told := told_in_turn(said):
            trees = [self.sentence(item, page, topic) or kept(item, page, self.phase) for item in told]
            return each_bars(trees) if under_exclusion(topic) else joined(trees, [""] * len(trees), quantifier(said[0]))
        title = run_in_title(said)
        if title and not self.sentence(title, page, topic):
            said, topic = said[1:], f"{topic} | {read_words(title)}"
        read = _in_turn(said, lambda sentence, under: self.sentence(sentence, page, under), topic)
        if not any(read):
            whole = read_clause(clause(text, page=page, phase=self.phase, topic=topic)) if ";" in text else None
            return whole or (
                kept(text, page, self.phase, topic) if listed else _obliged(text, page, self.phase, listed=False)
            )
        read = [
            tree or _obliged(sentence, page, self.phase, listed=listed)
            for tree, sentence in zip(read, said, strict=True)
        ]
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
        read = _in_turn(spoken, lambda words, under: self.clause(words, page, under), topic)
        read = with_length(spoken, read, lambda words: self.clause(words, page, "approval"))
        return joined(with_unread(spoken, read, page, self.phase), [part.joins for part in parts], None)

    def inline(self, lead: str, items: Sequence[Piece], page: int, topic: str, asked: Quantifier) -> Tree | None:
        """A list inside a sentence, under its lead-in."""
        said = [item.text for item in items]
        if name_scales_alone(said):
            whole = f"{lead} {', '.join(said)}"
            return self.clause(whole, page, topic) or kept(whole, page, self.phase)
        own = read_clause(clause(lead, page=page, phase=self.phase, topic=topic))
        # "At least two antidepressants and one of the following: augmentation, psychotherapy": failed like the drugs.
        counted = "failed" if own and "failed_ad_count" in keys(own) else ""
        under = f"{topic} | {counted} {read_words(lead)}"
        trees = [self.clause(item.text, page, under) or kept(item.text, page, self.phase) for item in items]
        if under_exclusion(under):
            listed = each_bars(trees)
        else:
            listed = asked_in_line(lead, said, trees) or joined(trees, [item.joins for item in items], asked)
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


def _in_turn(texts: Sequence[str], read: Callable[[str, str], Tree | None], topic: str) -> list[Tree | None]:
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


def kept(text: str, page: int, phase: Phase, under: str = "") -> Leaf | None:
    """A list item that no family reads, where it is a criterion all the same."""
    circular = phase == "initial" and asks_itself(text)
    asked = is_criterion(text, under) and not circular
    return unparsed(clause(text, page=page, phase=phase)) if asked else None


def _obliged(text: str, page: int, phase: Phase, *, listed: bool) -> Leaf | None:
    """A further sentence that no family reads, where it obliges somebody or, in a list item, asks for something."""
    return kept(text, page, phase) if (obliges_in_item if listed else obliges)(text) else None


def each_bars(trees: Sequence[Tree | None]) -> Tree | None:
    """The items of a list of bars: each bars by itself, whatever number the lead-in names or word joins them."""
    return group("all", present(trees))


def _asks(lead: str) -> Quantifier | None:
    """What the lead-in of a list inside a sentence asks of it; each of what bars must be absent."""
    if under_exclusion(read_words(lead)):
        return Quantifier("all")
    return quantifier(lead) or (Quantifier("all") if LEADS_IN_ALL.search(lead) else None)
