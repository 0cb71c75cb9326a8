"""What speaks for a position, as the document prints it, where it was read from a text put in other words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from parsers.language.common_words import in_common_words
from parsers.language.glosses import without_glosses
from parsers.language.rewording import as_first_worded
from parsers.language.sentences import sentences
from parsers.models import Block, Evidence, Group, Leaf, Position, Tree


@dataclass(frozen=True, slots=True)
class Printed:
    """The document's own words, and what stands in it in place of a passage that was read in other words.

    `restated` has the passages as they were read, each with what is printed there; `reworded` the blocks that are read
    in common words, likewise.
    """

    words: str
    restated: Mapping[str, str]
    reworded: Mapping[str, str]

    def clause(self, said: str) -> str:
        """A clause as it stands in the document; itself where the document has no such words."""
        own = without_glosses(said)
        if _on_one_line(own) in self.words:
            return own
        if not any(own in read for read in self.restated):
            if len(cells := own.split(" | ")) > 1:
                return " | ".join(map(self.clause, cells))
            if len(parts := sentences(own)) > 1:
                # Several sentences may stand for one that is printed.
                return " ".join(dict.fromkeys(map(self.clause, parts)))
        for read, passage in self.restated.items():
            if own in read:
                return self._own_words(passage)
        if (worded := self._own_words(own)) != own:
            return worded
        # "Age: 18 or older" is said of a cell under its title.
        _, titled, cell = own.partition(": ")
        return cell if titled and _on_one_line(cell) in self.words else own

    def _own_words(self, passage: str) -> str:
        """A passage in common words as the document words it."""
        if _on_one_line(passage) in self.words:
            return passage
        own = (as_first_worded(block, passage) for read, block in self.reworded.items() if passage in read)
        if (worded := next(own, passage)) == passage:
            # A term and what it means, a question and its answer: several blocks in one passage.
            for read, block in self.reworded.items():
                worded = worded.replace(read, block)
        return worded


def printed(blocks: Sequence[Block], restated: Mapping[str, str]) -> Printed:
    """The words of `blocks` as the document has them."""
    reworded = {told: block.text for block in blocks if (told := in_common_words(block.text)) != block.text}
    return Printed(_on_one_line(" ".join(block.text for block in blocks)), restated, reworded)


def as_printed(position: Position, document: Printed) -> Position:
    """`position`, with the clauses that speak for it as the document prints them."""
    evidence = tuple(Evidence(said.page, document.clause(said.text)) for said in position.evidence)
    return replace(position, evidence=evidence, criteria=position.criteria and _tree(position.criteria, document))


def _tree(tree: Tree, document: Printed) -> Tree:
    if isinstance(tree, Leaf):
        return replace(tree, text=document.clause(tree.text))
    return Group(tree.op, tuple(_tree(child, document) for child in tree.children), tree.n)


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
