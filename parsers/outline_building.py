"""Blocks in reading order to the tree that their headings, markers and indentation mean."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from parsers.answering.answers import DENIED, is_name_of_use_or_drug
from parsers.answering.bare_statuses import bare_status
from parsers.language.lead_ins import leads_in, leads_one_of_several, leads_one_phase
from parsers.language.patterns import compiled
from parsers.lists.counted_markers import alike, counts_on, follows, goes_on_with_own_list, is_next
from parsers.lists.last_items import is_of_last_item
from parsers.models import Block
from parsers.outline import Node
from parsers.sections.heading_paths import is_full_row
from parsers.sections.headings import BOLD_DEPTH, is_connective

# "Investigational criteria added": the title of what a notice lists next.
_TITLES_CHANGES = compiled(r"\b(?:criteria|added|updated|revised|changed|clarified)\W*$", re.IGNORECASE)
_LONGEST_ANSWER = 80
# How many blocks on a list that a paragraph interrupts is looked for.
_FURTHEST = 60


@dataclass(slots=True)
class _Branch:
    """A node while it is still open; `depth` orders it among the open ones, headings below 0."""

    block: Block
    depth: float
    children: list[_Branch] = field(default_factory=list)
    leads: bool = False

    def tails(self) -> list[str]:
        return [child.block.text for child in self.children if child.block.kind == "paragraph"]

    def closed(self) -> Node:
        return Node(self.block, tuple(child.closed() for child in self.children))


def build(blocks: Sequence[Block]) -> tuple[Node, ...]:
    """The blocks as a tree: sections under headings, items and rows under what leads them in, sub-items under items.

    Nothing is lost or reordered. A paragraph between two items of one numbered list belongs to the item before it; a
    connective on its own line is an item of the list that it stands in.
    """
    outline = _Outline(blocks)
    for place, block in enumerate(blocks):
        outline.add(place, block)
    return tuple(branch.closed() for branch in outline.roots)


def _stands_beside(heading: Block, row: Block) -> bool:
    return heading.kind == "heading" and heading.depth == BOLD_DEPTH and bool(row.header) and heading.path == row.path


def _is_of_one_table(heading: Block, row: Block) -> bool:
    """Whether a heading names its column as a row of the same table would: "Other Criteria | Field Description"."""
    return heading.kind == "heading" and bool(row.header) and heading.text.endswith(f" | {row.header[-1]}")


def _is_left(heading: Block, block: Block) -> bool:
    """Whether a block stands behind the table of which a heading is a row."""
    of_row = heading.kind == "heading" and heading.depth == BOLD_DEPTH
    return (
        of_row and block.kind == "paragraph" and heading.text not in block.path and len(block.path) <= len(heading.path)
    )


class _Outline:
    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = blocks
        self.roots: list[_Branch] = []
        self.open: list[_Branch] = []

    def add(self, place: int, block: Block) -> None:
        # Behind a table, whose row with a list in its cell became a heading over it.
        if (left := next((branch for branch in self.open if _is_left(branch.block, block)), None)) is not None:
            self._close_from(left)
        if block.kind == "heading":
            self._add_heading(block)
        elif block.kind == "item" and (section := self._numbered_like(block)) is not None:
            self._close_from(section)
            self._push(block, 1)
        elif block.kind == "item" or (is_connective(block.text) and self._last_item()):
            self._add_item(block)
        elif block.kind == "definition":
            self._close(lambda branch: branch.block.kind == "definition")
            self._push(block, 50)
        elif block.kind == "row":
            block = self._beside_titled_row(block)
            # The row of a table beside one whose cell held a list and became a heading over it.
            self._close(lambda branch: _stands_beside(branch.block, block))
            self._close(lambda branch: branch.depth >= 0 and not (branch.leads and _only_rows(branch)))
            self._close(lambda branch: is_full_row(block) and bool(branch.block.cells))
            self._push(block, 60)
        else:
            self._add_paragraph(place, block)

    def _beside_titled_row(self, block: Block) -> Block:
        """A row that follows one of its table which became a heading over its cell stands beside that heading."""
        titled = next((branch for branch in self.open if _is_of_one_table(branch.block, block)), None)
        if titled is None:
            return block
        self._close_from(titled)
        return replace(block, path=titled.block.path)

    def _add_heading(self, block: Block) -> None:
        """A heading that goes on with the numbers of a section's items ("I. …" before "II. Limits") is one of them."""
        item = self._continued(block) if block.marker and self._heading_before(block) is None else None
        above = self.open[self.open.index(item) - 1] if item and self.open.index(item) else None
        if above is None or above.block.kind != "heading":
            self._close(lambda branch: branch.depth >= block.depth - 100)
            self._push(block, block.depth - 100)
        else:
            self._close(lambda branch: branch is not above)
            self._push(block, max(block.depth - 100, above.depth + 0.5))

    def _add_paragraph(self, place: int, block: Block) -> None:
        owner = self._titled_by(block) or self._item_around(block) or self._interrupted(place)
        self._close(lambda branch: branch.depth >= 0 if owner is None else branch is not owner)
        self._push(block, 0.1 if owner is None else owner.depth + 0.1, leads=leads_in(block.text))

    def _add_item(self, block: Block) -> None:
        joined = self._joined(block)
        sibling = joined or self._continued(block)
        if sibling is not None:
            self._close_from(self.open[-1] if joined else sibling)
            self._push(block, sibling.depth, leads=block.text.rstrip().endswith(":"))
            return
        lead = self.open[-1] if self.open else None
        if lead and lead.leads and not lead.children and (lead.block.kind != "item" or not alike(lead.block, block)):
            lead.depth = min(lead.depth, block.depth - 0.5)
        elif not is_connective(block.text) or block.kind == "item":
            self._close(lambda branch: branch.depth >= block.depth or self._is_done(branch))
        else:
            block_depth = max(branch.depth for branch in self.open if branch.block.kind == "item")
            self._close(lambda branch: branch.depth >= block_depth)
            self._push(block, block_depth)
            return
        self._push(block, block.depth, leads=block.text.rstrip().endswith(":"))

    def _continued(self, block: Block) -> _Branch | None:
        """The open item that `block` follows in its numbering, the one of equal depth first."""
        followed = [branch for branch in reversed(self.open) if follows(branch.block, block)]
        return next((branch for branch in followed if branch.depth == block.depth), followed[0] if followed else None)

    def _joined(self, block: Block) -> _Branch | None:
        """The item that a connective right before `block` joins it to, whatever form its marker has: "a.", "(b)"."""
        if not self.open or not is_connective(self.open[-1].block.text):
            return None
        beside = self.open[-2].children if len(self.open) > 1 else self.roots
        before = beside[-2] if len(beside) > 1 else None
        if before and before.depth > block.depth and self._at_its_depth(block):
            return None
        return before if before and before.block.kind == "item" and is_next(before.block, block) else None

    def _at_its_depth(self, block: Block) -> _Branch | None:
        """The open item that `block` follows in its numbering, as deep as the page has both."""
        followed = self._continued(block)
        return followed if followed and block.depth and followed.depth == block.depth else None

    def _numbered_like(self, block: Block) -> _Branch | None:
        """The open heading whose number `block` follows, where no item of its section does: "IV. …" before "V. …"."""
        of_list = not block.marker or self._continued(block) or self._joined(block)
        return None if of_list else self._heading_before(block)

    def _heading_before(self, block: Block) -> _Branch | None:
        """The open heading that counts one less than `block`, the nearest first."""
        return next(
            (
                branch
                for branch in reversed(self.open)
                if branch.block.kind == "heading" and branch.block.marker and counts_on(branch.block, block)
            ),
            None,
        )

    def _titled_by(self, block: Block) -> _Branch | None:
        """The item right before a paragraph that is a word of coverage, which that word is said of."""
        last = self.open[-1] if self.open else None
        named = last and last.block.kind == "item" and not last.children and bare_status(last.block.text) is None
        status = bare_status(block.text) if block.text[:1].isupper() and len(block.text) <= _LONGEST_ANSWER else None
        if _TITLES_CHANGES.search(block.text):
            return None
        # "Approve for 1 month" is said of a list, as is "Approve" below the last of several criteria.
        of_item = status and " " not in block.text and last and is_name_of_use_or_drug(last.block.text)
        return last if named and (status in DENIED or of_item) else None

    def _item_around(self, block: Block) -> _Branch | None:
        """The open item of a marked list inside which a paragraph stands behind the item's own list."""
        inside = [branch for branch in self.open if branch.block.kind == "item" and branch.depth == block.depth]
        return inside[-1] if block.depth and inside and inside[-1].children else None

    def _interrupted(self, place: int) -> _Branch | None:
        """The open numbered item whose list goes on after the paragraph at `place`."""
        ahead = self.blocks[place : place + _FURTHEST]
        if leads_one_of_several(ahead) or leads_one_phase(ahead):
            return None
        for count, block in enumerate(ahead[1:], 1):
            if block.kind == "heading":
                return self._like_before(self.blocks[place])
            if block.kind == "item" and block.marker and not goes_on_with_own_list(ahead[1:count], block):
                sibling = self._continued(block)
                if sibling is not None and abs(sibling.depth - block.depth) < 1:
                    return sibling
                if block.depth <= 1:
                    return self._like_before(self.blocks[place])
        return self._like_before(self.blocks[place])

    def _like_before(self, block: Block) -> _Branch | None:
        """The last item of a list behind which a paragraph closes it, as others closed the items before."""
        for place, branch in enumerate(self.open):
            siblings = self.open[place - 1].children if place else self.roots
            tails = [sibling.tails() for sibling in siblings if sibling is not branch and sibling.block.kind == "item"]
            if (
                branch.block.kind == "item"
                and branch.block.marker
                and is_of_last_item(block.text, tails, branch.tails())
            ):
                return branch
        return None

    def _last_item(self) -> bool:
        return any(branch.block.kind == "item" for branch in self.open)

    @staticmethod
    def _is_done(branch: _Branch) -> bool:
        return branch.block.kind == "paragraph" and not branch.leads

    def _close(self, should: Callable[[_Branch], bool]) -> None:
        while self.open and should(self.open[-1]):
            self.open.pop()

    def _close_from(self, branch: _Branch) -> None:
        while self.open.pop() is not branch:
            pass

    def _push(self, block: Block, depth: float, *, leads: bool = False) -> None:
        branch = _Branch(block, depth, leads=leads)
        (self.open[-1].children if self.open else self.roots).append(branch)
        self.open.append(branch)


def _only_rows(branch: _Branch) -> bool:
    return all(child.block.kind == "row" for child in branch.children)
