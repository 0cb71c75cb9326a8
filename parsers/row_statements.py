"""Rows of a table that answer: limits under titles, and statuses under titles that name uses or drugs."""

from __future__ import annotations

from dataclasses import replace

from parsers.answers import bare_status
from parsers.drugs import named_products
from parsers.findings import Statements
from parsers.indications import named_indications
from parsers.models import Block, Indication
from parsers.phases import read_phase
from parsers.policy_rows import limit_nodes, titled_cells
from parsers.scopes import condition, positive_indications, refined
from parsers.section_scopes import Scope
from parsers.sentences import sentences


def read_limits(found: Statements, row: Block, scope: Scope) -> None:
    """Read the cells of a row as what is asked of the drug or use that its column's title names."""
    for title, node in limit_nodes(row):
        cell = node.children[0].block.text if node.children else ""
        found.require(
            replace(
                scope,
                products=named_products(title) or scope.products,
                indications=refined(positive_indications(title)) or _conditions(cell) or scope.indications,
                phase=read_phase(f"{title} {cell}") or scope.phase,
            ),
            node,
            listed=False,
        )


def _conditions(cell: str) -> tuple[Indication, ...]:
    """The uses to which the sentences of a cell are limited ("TRD: 3 months. MDSI: 4 weeks.")."""
    return tuple(dict.fromkeys(use for sentence in sentences(cell) for use in condition(sentence))) or condition(cell)


def read_matrix(found: Statements, row: Block, scope: Scope) -> bool:
    """Read a row whose cells are statuses under titles that name uses or drugs; False: it is no such row."""
    cells = [(title, cell, status) for title, cell in titled_cells(row) if (status := bare_status(cell)) is not None]
    if not any(named_indications(title) or named_products(title) for title, _, _ in cells):
        return False
    for title, cell, status in cells:
        uses = named_indications(title) or scope.indications
        inner = replace(scope, products=named_products(title) or scope.products, indications=uses)
        found.answer(inner, status, row, f"{title} ; {cell}", uses)
    return True
