"""The cells of a row as limits and terms of the drug, use or phase that their column's title names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from parsers.answering.answers import names_use
from parsers.deciding.findings import Statements
from parsers.drugs.names import named_products
from parsers.language.sentences import sentences
from parsers.models import Block, Indication
from parsers.outline import Node
from parsers.phases.phased_cells import parts_by_phase
from parsers.phases.phases import names_both_phases, read_phase
from parsers.sections.roles import heading_role
from parsers.sections.section_roles import Role
from parsers.sections.section_scopes import Scope
from parsers.statements.row_limits import limit_nodes, titles_criteria_of_use
from parsers.uses.conditional_uses import condition
from parsers.uses.indications import PATIENT_CONDITIONS
from parsers.uses.scopes import is_label, positive_indications, refined


def read_limits(found: Statements, row: Block, scope: Scope) -> None:
    """Read the cells of a row as what is asked of the drug or use that its column's title names."""
    for title, node in (part for titled in limit_nodes(row) for part in _each_phase(*titled)):
        cell = node.children[0].block.text if node.children else ""
        said = f"{title} {cell}"
        phase = read_phase(said) or (None if names_both_phases(said) else read_phase(title))
        found.require(
            replace(
                scope,
                # A column of one phase is of that one, be the section of both.
                every_phase=scope.every_phase and (phase is None or names_both_phases(said)),
                products=named_products(title) or scope.products,
                indications=_uses_of_title(title, row) or _conditions(cell) or scope.indications or opening_use(cell),
                phase=phase or scope.phase,
                role=_role(title, scope, cell),
            ),
            node,
            listed=False,
        )


def _uses_of_title(title: str, row: Block) -> tuple[Indication, ...]:
    """The uses that a column is of; a disorder beside the use that the row names is none."""
    uses = refined(positive_indications(title))
    return () if set(uses) <= PATIENT_CONDITIONS and names_use(row.cells[0]) else uses


def opening_use(cell: str) -> tuple[Indication, ...]:
    """The use that the first clause of a cell is no more than the name of ("Resistant depression; 18 or older")."""
    use, semicolon, _ = cell.partition(";")
    return refined(positive_indications(use)) if semicolon and is_label(use) else ()


def _role(title: str, scope: Scope, cell: str) -> Role:
    """The section that a column's title makes of its cells: what it asks for at first, or to go on."""
    role = heading_role(title)
    if role in ("initial", "renewal"):
        return role
    if titles_criteria_of_use(title) or (role == "indications" and opening_use(cell)):
        return read_phase(title) or "initial"
    return (read_phase(title) or scope.role) if role in (None, "indications") else scope.role


def _each_phase(title: str, node: Node) -> Iterator[tuple[str, Node]]:
    """A titled cell in parts, where it tells of first approvals and of renewals ("24 kits at first; 12 on renewal")."""
    cell = node.children[0] if len(node.children) == 1 else None
    parts = parts_by_phase(cell.block.text) if cell and not cell.children else ()
    if cell is None or len(parts) <= 1:
        yield title, node
        return
    for part in parts:
        yield title, replace(node, children=(replace(cell, block=replace(cell.block, text=part)),))


def _conditions(cell: str) -> tuple[Indication, ...]:
    """The uses to which the sentences of a cell are limited ("TRD: 3 months. MDSI: 4 weeks.")."""
    return tuple(dict.fromkeys(use for sentence in sentences(cell) for use in condition(sentence))) or condition(cell)
