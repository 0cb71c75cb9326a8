"""What a row of a table answers and asks for, by the kind of row that it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from parsers.answering.answers import DENIED, stated_status
from parsers.answering.bare_statuses import bare_status
from parsers.criteria.families import findings_in
from parsers.deciding.findings import Statements
from parsers.drugs.names import named_products
from parsers.drugs.other_drugs import is_other_drug
from parsers.language.every_phase import titles_every_phase
from parsers.language.patterns import compiled
from parsers.models import Block, Phase
from parsers.outline import Node
from parsers.outline_building import build
from parsers.phases.phased_cells import tells_by_phase
from parsers.sections.roles import CRITERIA_ROLES, OPEN_ROLES, heading_role
from parsers.sections.section_roles import Role
from parsers.sections.section_scopes import Scope, in_role
from parsers.statements.answer_columns import read_asked, read_under_uses
from parsers.statements.row_statements import (
    limits_the_drug,
    names_denied_use,
    note_share,
    note_unrenewed,
    read_short_cells,
    under_titled_use,
    without_refused_renewals,
)
from parsers.statements.short_cells import asks_in_short, asks_of_use, explains_a_demand, gives_amounts, is_row_of_use
from parsers.statements.silent_rows import states_nothing
from parsers.statements.status_rows import read_status_row
from parsers.statements.unread_parts_of_cells import demands_of, with_unread_apart
from parsers.statements.uses_in_cells import parts_by_use
from parsers.tables.answered_lists import denies_its_uses
from parsers.tables.policy_rows import (
    asks_for_a_use,
    cell_blocks,
    column_role,
    criteria_of_drug,
    is_long,
    is_of_bulletin,
    is_of_other_drug,
    is_of_policy,
    naming_cells,
    one_phase,
    opening_use,
    tells_change,
    titled_cells,
)
from parsers.tables.record_fields import field_of
from parsers.tables.row_numbers import without_paragraph_number
from parsers.tables.unread_demands import titles_demands, unread_demand
from parsers.tables.untitled_tables import titles_uses
from parsers.uses.indications import is_residual, named_indications
from parsers.uses.scopes import is_label

# What a cell holds, and whom it is about.
Section = tuple[Sequence[Node], Scope]


def read_row(found: Statements, row: Block, scope: Scope) -> Iterator[Section]:
    """Read a table row: an indication with its status, or with its limits under the column titles.

    What its cells hold as sections do is for the caller to read, each before the next is asked for.
    """
    row = without_paragraph_number(row)
    scope = replace(scope, phase=None, every_phase=True) if any(map(titles_every_phase, row.cells[:1])) else scope
    scope = under_titled_use(row, scope)
    note_unrenewed(found, row, scope)
    row = without_refused_renewals(found, row, scope) if scope.products else row
    if states_nothing(row) or (scope.products and read_asked(found, row, scope)):
        return
    if read_status_row(found, row, scope):
        return
    if _lists_uses(row):
        line = Node(replace(row, kind="paragraph", text=row.cells[1], cells=()))
        yield (line,), in_role(scope, "indications", row.cells[0])
    elif titles_uses(row.header) and not any("\n" in cell for cell in row.cells):
        read_under_uses(found, row, scope)
    elif is_of_other_drug(row) or (scope.products and _read_unread(found, row, scope)):
        return
    elif scope.products and denies_its_uses(row):
        read_short_cells(found, row, scope)
    elif not explains_a_demand(row) and (any(map(is_long, row.cells)) or _tells_criteria(row)):
        yield from _read_long_cells(found, row, scope)
    elif scope.products and _states_policy(row, scope):
        read_short_cells(found, row, scope)


def _read_unread(found: Statements, row: Block, scope: Scope) -> bool:
    """Whether a row of a table of demands asks for what no family reads, which is then noted to stand unread."""
    open_to = scope.role in CRITERIA_ROLES and scope.status not in DENIED
    asked = unread_demand(row) if open_to and titles_demands(row) else ""
    if asked:
        if is_label(row.cells[0]) and len(row.cells) > 1:
            scope = replace(scope, indications=named_indications(row.cells[0]) or scope.indications, status="covered")
        found.require(scope, Node(replace(row, kind="item", depth=1, text=asked, cells=(), header=())), listed=True)
    return bool(asked)


def _tells_criteria(row: Block) -> bool:
    return criteria_of_drug(row) or asks_of_use(row) or tells_change(row)


# "Step drugs", over the names of those to try first.
_STEPS = compiled(r"\b(?:step|prior|previous|first[- ]line|prerequisite)\b", re.IGNORECASE)


def _states_policy(row: Block, scope: Scope) -> bool:
    """Whether a row of short cells answers for our drugs or limits them, by its cells or by what stands over it."""
    of_drug = limits_the_drug(row, scope) or _denies_the_drug(row)
    return is_of_policy(row) or of_drug or names_denied_use(row, scope)


def _denies_the_drug(row: Block) -> bool:
    """Whether a row that names one of our drugs denies it in a cell of its own: where no use is named, the page's."""
    name, *answers = row.cells or ("",)
    return bool(named_products(name)) and any(bare_status(cell) in DENIED for cell in answers)


def _lists_uses(row: Block) -> bool:
    """Whether a row says beside "Covered uses" that these are the labeled ones."""
    if len(row.cells) != len(("label", "value")) or row.header or field_of(row.cells[0]) != "uses":
        return False
    return named_indications(row.cells[1]) == ("fda_labeled",) and not is_residual(row.cells[1])


def _names_steps(title: str, cell: str) -> bool:
    """Whether a cell holds but the names of drugs to try first, as only its column's title says ("Step drugs")."""
    read = findings_in(f"{title}: {cell}")
    return (
        bool(_STEPS.search(title)) and not any(findings_in(cell)) and any(one.key == "preferred_step" for one in read)
    )


def _phase_of_cells(row: Block) -> Phase | None:
    """The phase that the short cells of a row name; one that goes on to another phase says nothing of the others."""
    return one_phase(" ; ".join(cell for cell in naming_cells(row) if not tells_by_phase(cell)))


def _read_long_cells(found: Statements, row: Block, scope: Scope) -> Iterator[Section]:
    """Read the cells of a row that hold whole statements or lists; the short ones say whom they are about."""
    short = " ; ".join(naming_cells(row))
    if is_other_drug(short):
        return
    status, products = stated_status(row.text) if is_residual(short) else None, named_products(short)
    if status in DENIED and products:
        found.deny(replace(scope, products=products, indications=()), status, row, row.text)
        return
    cells = titled_cells(row)
    long = _LongRow.of(row, cells)
    inner = replace(
        scope,
        products=named_products(short) or scope.products,
        indications=named_indications(short) or opening_use(cells) or scope.indications,
        phase=one_phase(row.cells[0]) or _phase_of_cells(row) or scope.phase,
        status="covered" if long.of_drug or long.asked else scope.status,
    )
    note_share(found, row, inner)
    for title, cell in cells:
        asks = long.asks_in(title, cell)
        role = long.role_of(title, cell, inner.role, asks=asks)
        if (is_long(cell) or role == "limits" or asks) and role in OPEN_ROLES:
            yield from _sections_of(row, title, cell, inner, role)


@dataclass(frozen=True, slots=True)
class _LongRow:
    """A row of long cells with what it is of as a whole, which its single cells are read by."""

    row: Block
    bulletin: bool
    of_drug: bool
    changes: bool
    of_use: bool
    asked: bool

    @classmethod
    def of(cls, row: Block, cells: Sequence[tuple[str, str]]) -> _LongRow:
        """The row with what its cells under their titles make of it."""
        bulletin, of_drug = is_of_bulletin(cells), criteria_of_drug(row)
        return cls(row, bulletin, of_drug, tells_change(row), is_row_of_use(row), asks_of_use(row))

    def asks_in(self, title: str, cell: str) -> bool:
        """Whether a cell asks for something in however few words."""
        if cell != self.row.cells[0] and (self.of_drug or (self.asked and asks_in_short(cell))):
            return True
        # Beside long demands of first requests, the few words on renewals.
        of_renewals = heading_role(title) == "renewal" and bool(findings_in(cell, "renewal"))
        return of_renewals or (self.changes and asks_for_a_use(cell))

    def role_of(self, title: str, cell: str, above: Role, *, asks: bool) -> Role:
        """The role of a cell by its title and its own words, else that of the section."""
        role = column_role(title, cell) or above
        role = above if self.bulletin and role in ("history", "background") else role
        limits = self.of_use and not (is_long(cell) or asks) and gives_amounts(cell)
        return "limits" if limits else role


def _sections_of(row: Block, title: str, cell: str, inner: Scope, role: Role) -> Iterator[Section]:
    """What a cell holds, with whom it is about: demands, or the parts of it that are of one use each."""
    titled = replace(row, path=(*row.path, title)) if role == "limits" else row
    uses = named_indications(title) if is_label(title) else ()
    of_column = replace(inner, indications=uses, status="covered") if uses else inner
    said = f"{title}: {cell}" if _names_steps(title, cell) else cell
    of_cell = in_role(of_column, role, title)
    if listed := demands_of(title, cell, titled):
        yield listed, of_cell
        return
    for part, named in parts_by_use(said) or ((said, ()),):
        of_part = replace(of_cell, indications=named) if named else of_cell
        kept, unread = with_unread_apart(title, part, titled) if role in CRITERIA_ROLES else (part, ())
        yield (*build(cell_blocks(kept, titled)), *unread), of_part
