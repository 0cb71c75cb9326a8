"""Rows that a status titles, with the uses of a drug under its name in each column ("Unproven" | "PTSD" | "Pain")."""

from __future__ import annotations

import re
from dataclasses import replace

from parsers.answering.answers import DENIED, names_use
from parsers.deciding.findings import Statements
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.models import Block, Status
from parsers.outline import Node
from parsers.sections.section_scopes import Scope
from parsers.tables.policy_rows import titled_cells
from parsers.uses.indications import named_indications
from parsers.uses.use_titles import status_of_uses

_FEWEST_DRUGS = 2
# Where several uses stand in one cell, each with what is asked of it.
_BETWEEN_USES = compiled(r"\s*[\n;]\s*")
_NO_USE = compiled(r"\W*(?:none|no uses?|n/?a|not applicable|nothing|[–—-])?\W*", re.IGNORECASE)


def read_status_row(found: Statements, row: Block, scope: Scope) -> bool:
    """Read a row whose first cell is the status of the uses in its others, each of a drug; False: it is none."""
    status = status_of_uses(row.cells[0]) if row.cells else None
    columns = [(title, cell) for title, cell in titled_cells(row)[1:] if named_products(title)]
    if status is None or len(columns) < _FEWEST_DRUGS or len(row.header) != len(row.cells):
        return False
    if not all(names_use(cell) or _NO_USE.fullmatch(cell) for _, cell in columns):
        return False
    for title, cell in columns:
        if not _NO_USE.fullmatch(cell):
            _read_uses(found, row, replace(scope, products=named_products(title), indications=()), status, cell)
    return True


def _read_uses(found: Statements, row: Block, scope: Scope, status: Status, cell: str) -> None:
    if status in DENIED:
        found.deny(scope, status, row, cell)
        return
    for use in _BETWEEN_USES.split(cell):
        inner = replace(scope, indications=named_indications(use), status="covered")
        found.answer(inner, status, row, use, inner.indications)
        found.require(inner, Node(replace(row, kind="paragraph", text=use, cells=(), header=())), listed=False)
