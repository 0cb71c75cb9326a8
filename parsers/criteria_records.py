"""Records of one drug's criteria in labelled rows ("Covered uses", "Age restrictions"), as Part D plans print them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from parsers.drugs import named_products
from parsers.findings import Statements
from parsers.indications import mentions, named_indications
from parsers.models import Block, Indication, Product
from parsers.outline import Node
from parsers.phases import read_phase
from parsers.record_fields import Field, Part, field_of, is_said, parts_of
from parsers.roles import heading_role
from parsers.scopes import required_indications
from parsers.section_scopes import Scope

_FEWEST_FIELDS = 3
_TITLE_WORDS = 4
_Run = tuple[Node, ...]
_Told = tuple[tuple[Block, Part], ...]


@dataclass(frozen=True, slots=True)
class Record:
    """The rows of one drug's record, in order: a label in the first cell, what it holds in the second."""

    rows: tuple[Block, ...]

    def values(self, field: Field) -> Iterator[str]:
        """What the rows of a field say."""
        return (row.cells[1] for row in self.rows if field_of(row.cells[0]) == field and is_said(row.cells[1]))


def without_records(nodes: Sequence[Node]) -> tuple[tuple[Node, ...], tuple[Record, ...]]:
    """`nodes` without the runs of rows that are records, and those records."""
    kept: list[Node] = []
    records: list[Record] = []
    for run in _runs(nodes):
        rows = tuple(node.block for node in run)
        if _is_record(rows):
            records.append(Record(rows))
        else:
            kept += run
    return tuple(kept), tuple(records)


def read_record(found: Statements, record: Record, scope: Scope) -> None:
    """Note what a record covers, and what each of its fields asks for, by use and by phase."""
    scope = replace(scope, products=_products(record, scope), phase=None, status="covered", role="indications")
    if not scope.products:
        return
    told = tuple((row, part) for row in record.rows for part in _parts(row))
    uses = _uses(record, told)
    first = record.rows[0]
    found.answer(scope, "covered", first, first.text, uses)
    renewed = _renewed(told, uses)
    if renewed:
        found.answer(replace(scope, phase="renewal"), "covered", first, first.text, renewed)
    for value in record.values("uses"):
        labelled = replace(scope, indications=("fda_labeled",))
        found.require(labelled, Node(replace(first, kind="paragraph", text=value)), listed=False)
    for row, part in told:
        _ask(found, row, part, replace(scope, indications=part.uses or uses), renewed)


def _ask(found: Statements, row: Block, part: Part, scope: Scope, renewed: tuple[Indication, ...]) -> None:
    """Note what a part asks for; a limit, and what is asked of every use, holds for renewals where no phase is told."""
    field = field_of(row.cells[0])
    item = Node(replace(row, kind="item", text=part.text, depth=1, cells=(), header=()))
    lead = Node(replace(row, kind="paragraph", text=row.cells[0].rstrip(": "), header=()), (item,))
    again = tuple(use for use in renewed if use in scope.indications)
    scopes = [replace(scope, phase=part.phase, indications=again if part.phase == "renewal" else scope.indications)]
    if part.phase is None and again and (not part.uses or field == "limits"):
        scopes.append(replace(scope, phase="renewal", indications=again))
    for inner in scopes:
        if field == "exclusions":
            found.bar(inner, lead)
        else:
            found.require(inner, lead, listed=field == "asked")


def _parts(row: Block) -> Iterator[Part]:
    label, value = row.cells[0], row.cells[1]
    if field_of(label) not in ("exclusions", "asked", "limits") or not is_said(value):
        return
    of_label = read_phase(label)
    for part in parts_of(value):
        yield replace(part, phase=part.phase or of_label)


def _products(record: Record, scope: Scope) -> tuple[Product, ...]:
    """The drugs that the record names, in a row or in a title over it; else those of its section."""
    stated = " ; ".join(record.values("drug"))
    path = record.rows[0].path
    named = next(filter(None, map(named_products, reversed(path))), ())
    if stated or named:
        return named_products(stated) or named
    return () if any(map(_names_a_topic, path)) else scope.products


def _names_a_topic(title: str) -> bool:
    """Whether a title can be another drug's: it is short, and of no section, field, use or phase."""
    plain = field_of(title) or heading_role(title) or mentions(title) or read_phase(title)
    return len(title.split()) <= _TITLE_WORDS and not plain


def _uses(record: Record, told: _Told) -> tuple[Indication, ...]:
    """The uses that the record covers: by its field for them, and by what it asks of each."""
    covered = named_indications(" ; ".join(record.values("uses")))
    tagged = tuple(use for _, part in told for use in part.uses)
    asked = () if tagged else tuple(use for _, part in told for use in required_indications(part.text))
    return tuple(dict.fromkeys((*covered, *tagged, *asked)))


def _renewed(told: _Told, uses: Sequence[Indication]) -> tuple[Indication, ...]:
    """The uses that the record renews; () when it says nothing of renewal."""
    parts = [part for _, part in told if part.phase == "renewal"]
    if not parts:
        return ()
    if all(part.uses for part in parts):
        return tuple(dict.fromkeys(use for part in parts for use in part.uses))
    return tuple(use for use in uses if use != "fda_labeled") or tuple(uses)


def _runs(nodes: Sequence[Node]) -> Iterator[_Run]:
    """The nodes in runs: labelled rows together until a label comes again, every other node by itself."""
    run: list[Node] = []
    for node in nodes:
        label = _label(node.block)
        if run and (label is None or any(_label(other.block) == label for other in run)):
            yield tuple(run)
            run = []
        if label is None:
            yield (node,)
        else:
            run.append(node)
    if run:
        yield tuple(run)


def _is_record(rows: Sequence[Block]) -> bool:
    fields = [field_of(row.cells[0]) for row in rows if _label(row)]
    return len(fields) >= _FEWEST_FIELDS and "asked" in fields and len(set(fields)) > 1


def _label(block: Block) -> str | None:
    """The label of a row of a record, in lower case; None for any other block."""
    labelled = block.kind == "row" and len(block.cells) == len(("label", "value")) and field_of(block.cells[0])
    return block.cells[0].lower().strip(" :") if labelled else None
