"""Which rows are a record of one drug's criteria: runs of labelled rows, and headings whose cells hold a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile, zip_longest

from parsers.answering.answers import DENIED, denies_rest, stated_status
from parsers.deciding.asides import labels_aside
from parsers.drugs.names import named_products
from parsers.language.sentences import sentences
from parsers.masthead.labelled_lines import ends_in_record
from parsers.models import Block, Indication
from parsers.outline import Node, walk
from parsers.sections.headings import BOLD_DEPTH
from parsers.tables.record_fields import Field, field_of, is_said
from parsers.uses.indications import FORMS_OF_MDD, mentions
from parsers.uses.scopes import is_label, required_indications

_FEWEST_FIELDS = 3
_Run = tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """The rows of one drug's record, in order: a label in the first cell, what it holds in the second or under it."""

    rows: _Run
    # The forms of depression that the sentence right before the rows covers; () where none does.
    led_by: tuple[Indication, ...] = ()
    # What stands right before the rows, in a line of its own.
    title: str = ""

    def values(self, field: Field) -> Iterator[str]:
        """What the rows of a field say."""
        cells = (row.block.cells for row in self.rows)
        return (value for label, value in cells if field_of(label) == field and is_said(value))


def without_records(nodes: Sequence[Node]) -> tuple[tuple[Node, ...], tuple[Record, ...]]:
    """`nodes` without the runs of rows that are records, and those records."""
    kept: list[Node] = []
    records: list[Record] = []
    for run in _runs(_unrolled(nodes), in_table=_has_rows(nodes)):
        if _is_record(run) and not _are_sections(run, kept):
            records.append(Record(run, _covered_by(kept), _line_before(kept)))
        else:
            kept += run
    return (tuple(kept), tuple(records)) if records else (tuple(nodes), ())


def _are_sections(run: _Run, before: Sequence[Node]) -> bool:
    """Whether what looks like a record are the sections of a use that an empty heading titles before them."""
    titled = bool(before) and before[-1].block.kind == "heading" and not before[-1].children
    return titled and is_label(before[-1].block.text) and all(row.children for row in run)


def _covered_by(before: Sequence[Node]) -> tuple[Indication, ...]:
    text = _line_before(before)
    uses = required_indications(text) if stated_status(text) == "covered" else ()
    return uses if set(uses) <= FORMS_OF_MDD else ()


def _line_before(before: Sequence[Node]) -> str:
    return before[-1].block.text if before and before[-1].block.kind == "paragraph" else ""


def listed_words(nodes: Sequence[Node]) -> str:
    """The words of all lines under a label, one after the other."""
    return " ; ".join(node.block.text for node in walk(nodes))


def _unrolled(nodes: Sequence[Node]) -> Iterator[Node]:
    """`nodes`, with a row whose cell holds a list, which a table gives as a heading over it, as a row again."""
    # The rows behind a label that a table gives as a heading stand under it.
    of_record = _has_rows(nodes)
    for node, after in zip_longest(nodes, nodes[1:]):
        if _titles_record(node):
            yield replace(node, children=())
            yield from node.children
            continue
        if _holds_uses(node, in_table=of_record):
            section, behind = _without_rows_behind(node)
            yield section
            yield from _unrolled(behind)
            continue
        label = node.block.text.partition(" | ")[0]
        own = _own_length(node.children, after) or (_paragraphs(node.children) if of_record else 0)
        # What ends in the labelled lines of the next section is a section, and no cell.
        own = 0 if any(map(_titles_a_use, node.children)) or ends_in_record(node.children) else own
        if not (own and _is_label_of(node)):
            yield node
            continue
        below = node.children[:own]
        yield Node(replace(node.block, kind="row", cells=(label, listed_words(below))), below)
        yield from _unrolled(node.children[own:])


def _without_rows_behind(node: Node) -> tuple[Node, _Run]:
    """A row that is a heading over sections of uses, and the labelled rows behind it, which stand under the last."""
    last = node.children[-1]
    own = tuple(takewhile(lambda child: not _label(child.block), last.children))
    return node.over((*node.children[:-1], last.over(own))), last.children[len(own) :]


def _has_rows(nodes: Sequence[Node]) -> bool:
    """Whether any of the labels stand in rows: those of a table whose other cells hold lists are headings."""
    return any(_label(part.block) for node in nodes for part in (node, *node.children, *_under_last(node)))


def _under_last(node: Node) -> _Run:
    return node.children[-1].children if _holds_uses(node, in_table=True) else ()


def _titles_record(node: Node) -> bool:
    """Whether a line that answers nothing stands over rows that are a record ("Criteria from January 1")."""
    titles = node.block.kind == "paragraph" and bool(node.children) and stated_status(node.block.text) is None
    return titles and all(_label(row.block) for row in node.children) and _is_record(node.children)


def _own_length(below: Sequence[Node], after: Node | None) -> int:
    """How many of the nodes below a label stand in its cell: those to the next row, or to the end of its list."""
    end = max((place for place, child in enumerate(below, 1) if _lists(child)), default=0)
    if end and after is not None and (after.block.kind == "row" or _is_label_of(after)):
        end = len(below)
    return next((place for place, child in enumerate(below) if child.block.kind == "row"), end)


def _is_label_of(node: Node) -> bool:
    """Whether a heading is the label of a record whose cell holds a list."""
    return node.block.kind == "heading" and field_of(node.block.text.partition(" | ")[0]) is not None


def _titles_a_use(node: Node) -> bool:
    """Whether a heading titles what is asked for one use: what holds sections of uses is no cell."""
    return node.block.kind == "heading" and bool(node.children) and is_label(node.block.text)


def _holds_uses(node: Node, *, in_table: bool) -> bool:
    """Whether a heading is a row of a record whose cell tells each use apart."""
    is_row = " | " in node.block.text or (in_table and node.block.depth == BOLD_DEPTH)
    return is_row and _is_label_of(node) and any(map(_titles_a_use, node.children))


def _paragraphs(below: Sequence[Node]) -> int:
    """How many paragraphs the cell of a label holds where it holds nothing else; 0 where it does.

    What answers for all other uses stands behind the record, not in its last cell, as a paragraph does that its own
    title says is of something else ("INTRODUCTION: …").
    """
    plain = all(child.block.kind == "paragraph" and not child.children for child in below)
    own = takewhile(lambda child: not _stands_behind(child.block.text), below)
    return len(tuple(own)) if plain else 0


def _stands_behind(text: str) -> bool:
    said = sentences(text)
    answers = denies_rest(text) or any(stated_status(one) == "case_by_case" for one in said)
    # "Ketamine infusion. Ketamine by vein is investigational for depression": another drug behind the record of ours.
    denied = any(stated_status(one) in DENIED and named_products(one) and mentions(one) for one in said)
    return answers or denied or (":" in text and labels_aside(text.partition(":")[0]))


def _lists(node: Node) -> bool:
    """Whether a node is an item, or leads items in."""
    return node.block.kind == "item" or any(child.block.kind == "item" for child in node.children)


def _runs(nodes: Iterable[Node], *, in_table: bool) -> Iterator[_Run]:
    """The nodes in runs: labelled rows together until a label comes again, every other node by itself.

    The name of a drug after a list opens the next record; a row that is a heading over sections of uses ends none.
    """
    run: list[Node] = []
    for node in nodes:
        label = _label(node.block)
        if run and _holds_uses(node, in_table=in_table):
            yield (node,)
            continue
        opens = bool(run and run[-1].children) and label is not None and field_of(label) == "drug"
        if run and (label is None or opens or any(_label(other.block) == label for other in run)):
            yield tuple(run)
            run = []
        if label is None:
            yield (node,)
        else:
            run.append(node)
    if run:
        yield tuple(run)


def _is_record(rows: _Run) -> bool:
    fields = [field_of(row.block.cells[0]) for row in rows if _label(row.block)]
    return len(fields) >= _FEWEST_FIELDS and "asked" in fields and len(set(fields)) > 1


def _label(block: Block) -> str | None:
    """The label of a row of a record, in lower case; None for any other block."""
    labelled = block.kind == "row" and len(block.cells) == len(("label", "value")) and field_of(block.cells[0])
    return block.cells[0].lower().strip(" :") if labelled else None
