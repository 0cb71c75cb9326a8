"""Rows of a table of demands that no rule reads: they are asked for as the rows around them are, and stand unread."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from parsers.answering.bare_statuses import bare_status
from parsers.criteria.families import ROOT_KEYS, findings_in
from parsers.criteria.wording import Finding
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.outline import Node
from parsers.phases.phases import read_phase
from parsers.sections.roles import OPEN_ROLES, heading_role
from parsers.tables.informing_topics import informs
from parsers.tables.record_fields import field_of
from parsers.tables.titles_of_demands import name_demands, name_terms
from parsers.tables.untitled_tables import read_pair
from parsers.uses.indications import mentions

_COLUMNS = 2
# Columns called so need one row that is read to tell what the table is.
_FEWEST_ASKED, _FEWEST_TITLED = 2, 1
_SAYS_NOTHING = compiled(r"^\W*(?:n/?a|none|not applicable|no|nil|see \w+|yes|unknown|any)?\W*$", re.IGNORECASE)
_NAMES_A_TOPIC = compiled(r"[^\d:]{3,60}:?\s*")


def with_unread_rows_asked(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """`nodes`, with each row that no rule reads as an item where it stands in a table whose rows ask for something."""
    told: list[Node] = []
    for _, run in groupby(nodes, _table):
        rows = list(run)
        told += map(_as_item, rows) if _asks(rows) else rows
    return tuple(told)


def _table(node: Node) -> tuple[str, ...] | None:
    row = node.block
    return (*row.path, "|", *row.header) if row.kind == "row" and len(row.cells) == _COLUMNS else None


def _asks(rows: Sequence[Node]) -> bool:
    header = rows[0].block.header
    demands = name_demands(header)
    if _table(rows[0]) is None or (header and not demands and not name_terms(header)):
        return False
    asked = sum(any(map(_decides, _read(node.block))) or _is_of_remission(node.block) for node in rows)
    return asked >= (_FEWEST_TITLED if demands else _FEWEST_ASKED) and 2 * asked >= len(rows)


def _decides(finding: Finding) -> bool:
    return finding.key not in ROOT_KEYS


def _read(row: Block) -> Iterator[Finding]:
    yield from read_pair(*row.cells)
    yield from findings_in(row.cells[1])


def _as_item(node: Node) -> Node:
    if not _is_unread(node.block):
        return node
    said = ": ".join(cell.rstrip(" :") for cell in node.block.cells)
    return Node(replace(node.block, kind="item", text=said, depth=1, cells=(), header=()))


def _is_of_remission(row: Block) -> bool:
    """Whether label and cell only together say how long a disorder must have remitted: the row is none of that use."""
    together = findings_in(": ".join(row.cells))
    return "sud_remission_months" in {one.key for one in together} and not findings_in(row.cells[1])


def _is_unread(row: Block) -> bool:
    label, cell = row.cells
    if _is_of_remission(row):
        return True
    if not _NAMES_A_TOPIC.fullmatch(label) or _SAYS_NOTHING.match(cell) or informs(label) or any(_read(row)):
        return False
    if heading_role(label) not in (None, *OPEN_ROLES) or field_of(label) not in (None, "asked"):
        return False
    names = read_phase(label) or named_products(label) or mentions(row.text) or bare_status(cell)
    return not names
