"""Rows of a table that answer: whose use and phase they are of, and what their cells say of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.answering.answers import DENIED, names_use, stated_status
from parsers.answering.bare_statuses import bare_status
from parsers.answering.statuses import read_status
from parsers.deciding.findings import Statements
from parsers.drugs.names import named_products
from parsers.language.every_use import is_for_all
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block, Indication, Phase, Status
from parsers.phases.phased_cells import asks_by_phase, cells_of_phase
from parsers.phases.phases import is_never_renewed, names_both_phases, read_phase
from parsers.sections.roles import heading_role
from parsers.sections.section_scopes import Scope
from parsers.sections.titled_bars import label_bars
from parsers.statements.answer_columns import LENGTH, read_matrix, read_status_columns
from parsers.statements.limit_columns import read_limits
from parsers.tables.benefit_tables import shares_cost
from parsers.tables.ticks import TICKED
from parsers.uses.indications import PATIENT_CONDITIONS, is_for_everything, is_residual, named_indications
from parsers.uses.scopes import is_label, only_rules_out, positive_indications

_STATUS_LABEL = compiled(r"^\W*(?:coverage|status|determination|decision|position)(?: \w+)?\W*$", re.IGNORECASE)

# Words of a cell that is a length ("up to 3 months (90 days)").
_LONGEST_LENGTH = 6
# "None" under "Renewal criteria" asks nothing of renewals.
_TITLES_TERMS = compiled(r"\b(?:criteri|requir|condition|ask|document|show|quantit|devices?|limit)", re.IGNORECASE)
# Words of a cell that is no more than a phase's name.
_LONGEST_PHASE_NAME = 3
_INDUCTION = compiled(
    r"\b(?:weeks? 1 ?(?:to|through|-|–) ?[48]|first (?:4|four|8|eight) weeks|first 28 days)\b", re.IGNORECASE
)
_UPKEEP = compiled(
    r"\b(?:weeks? (?:[59]|1\d) ?(?:and|or|onwards?|on\b|\+|to|through|-|–)|after (?:week|the first) \w+|maintenance)\b",
    re.IGNORECASE,
)


def limits_the_drug(row: Block, scope: Scope) -> bool:
    """Whether a row of a table of drugs gives the drug's limits, under a heading or a column for them."""
    limits = scope.role == "limits" or any(heading_role(title) == "limits" for title in row.header[1:])
    return limits and bool(row.cells and named_products(row.cells[0]))


def names_denied_use(row: Block, scope: Scope) -> bool:
    """Whether a row under a title of denied uses names one, whatever codes it has for it, or all uses of a drug."""
    denied = scope.role == "exclusions" and scope.status in DENIED
    opens = row.cells[:2] if row.cells and named_products(row.cells[0]) else row.cells[:1]
    return denied and (any(map(is_label, opens)) or _is_of_all_uses(row))


def _is_of_all_uses(row: Block) -> bool:
    """Whether a row names a drug and, in a cell beside it, all of its uses or all others."""
    named = any(map(named_products, row.cells))
    return named and any(is_residual(cell) or is_for_everything(f"for {cell}") for cell in row.cells)


def phase_of_row(text: str) -> Phase | None:
    """The phase that a row names, be it by the weeks of treatment: the label's induction takes four of them."""
    if phase := read_phase(text):
        return phase
    return "renewal" if _UPKEEP.search(text) else "initial" if _INDUCTION.search(text) else None


def uses_of_row(row: Block, status: Status | None) -> tuple[Indication, ...]:
    """The uses that the first cell names, or a cell that is their name; "Substance use" before what is asked of it
    titles a criterion.
    """
    cells = row.cells or (row.text,)
    if label_bars(cells[0]):
        return ()
    of_drug = [cell for cell in cells[1:2] if named_products(cells[0])]
    about = [cells[0], *of_drug, *filter(is_label, cells)]
    named = next(filter(None, map(named_indications, about)), ())
    of_patients = set(named) <= PATIENT_CONDITIONS or only_rules_out(cells[0])
    return () if status is None and of_patients else named


def under_titled_use(row: Block, scope: Scope) -> Scope:
    """`scope` with the use that titles a column of topics ("Resistant depression" over "Age", "Prescriber")."""
    title = row.header[0] if row.header else ""
    titled = len(row.cells) == len(row.header) and is_label(title) and not names_use(row.cells[0])
    return replace(scope, indications=positive_indications(title), status="covered") if titled else scope


def without_refused_renewals(found: Statements, row: Block, scope: Scope) -> Block:
    """`row` without a bare denial under a title of renewals, which is noted for them: the first approval stands."""
    refused = [
        place
        for place, (title, cell) in enumerate(zip(row.header, row.cells, strict=False))
        if read_phase(title) == "renewal" and bare_status(cell) in DENIED
    ]
    uses = named_indications(row.cells[0]) if refused else ()
    if not uses or all(bare_status(cell) in DENIED for cell in row.cells[1:]):
        return row
    for place in refused:
        status, said = bare_status(row.cells[place]), f"{row.header[place]}: {row.cells[place]}"
        found.answer(replace(scope, phase="renewal"), status or "excluded", row, said, uses)
    return replace(row, cells=tuple("" if place in refused else cell for place, cell in enumerate(row.cells)))


def note_unrenewed(found: Statements, row: Block, scope: Scope) -> None:
    """Note the uses of a row with a length under first approvals and none under renewals ("4 weeks | N/A")."""
    cells = row.cells if row.header else ()
    # In a list of drugs the use stands behind the drug's name.
    uses = next(filter(None, map(named_indications, (*cells[:1], *filter(is_label, cells[1:])))), ())
    titled = [(read_phase(title), title, cell) for title, cell in zip(row.header, row.cells, strict=False)]
    if not uses or not any(phase == "initial" and _is_length(cell) for phase, _, cell in titled):
        return
    again = ((title, cell) for phase, title, cell in titled if phase == "renewal" and not _TITLES_TERMS.search(title))
    if any(is_never_renewed(cell, title) for title, cell in again):
        found.once |= {(product, use) for product in scope.products for use in uses}


def _is_length(cell: str) -> bool:
    return bool(LENGTH.search(cell)) and len(cell.split()) <= _LONGEST_LENGTH


def note_share(found: Statements, row: Block, scope: Scope) -> None:
    """Note cover for the uses of a row that says what is paid for the drug in them."""
    if scope.indications and shares_cost(row):
        found.answer(scope, "covered", row, row.text, scope.indications)


def read_short_cells(found: Statements, row: Block, scope: Scope) -> None:
    """Read a row of names, statuses and limits."""
    text = " ; ".join(cell for cell in row.cells if cell) or row.text
    bare = _bare_answer(row)
    uses_named = names_use(text) or _is_of_all_uses(row)
    status = stated_status(text) or bare or (scope.status if scope.status in DENIED and uses_named else None)
    named = uses_of_row(row, status)
    inner = _scope_of_row(row, scope, named)
    if read_matrix(found, row, inner) or read_status_columns(found, row, inner):
        return
    if status is not None and status in DENIED:
        found.deny(inner, status, row, text)
        return
    if status is not None and named and any(read_status(cell) == status for cell in row.cells[1:]):
        found.answer(inner, status, row, text, named)
    labelled = bool(row.cells) and bool(_STATUS_LABEL.search(row.cells[0]))
    uses = named or tuple(use for cell in row.cells if bare_status(cell) for use in named_indications(cell))
    if bare is not None and (uses or labelled):
        found.answer(inner, bare, row, text, uses or scope.indications)
    read_limits(found, row, inner)


def _scope_of_row(row: Block, scope: Scope, named: tuple[Indication, ...]) -> Scope:
    """`scope` with the uses `named` in a row of short cells and the phase that a cell of it names."""
    titled = phase_of_row(row.cells[0]) if row.cells else None
    of_one = " ; ".join(cells_of_phase(row)) or row.text
    own = titled or _phase_in_its_cell(row) or phase_of_row(of_one)
    # "First request", under the title of a use: what it asks for covers that use.
    of_use = (scope.indications and scope.role == "indications") or asks_by_phase(row)
    role = titled if titled and of_use else scope.role
    above = () if row.cells and is_for_all(row.cells[0]) else scope.indications
    every_phase = scope.every_phase and (own is None or names_both_phases(row.text))
    return replace(scope, indications=named or above, phase=own or scope.phase, role=role, every_phase=every_phase)


def _bare_answer(row: Block) -> Status | None:
    """The answer that a cell of a row consists of, or the cover that a share of the cost implies."""
    said = (part for cell in row.cells for part in _answers_of(cell))
    told = _telling_most([status for status in map(bare_status, said) if status is not None])
    return told or ("covered" if shares_cost(row) else None)


def _telling_most(told: Sequence[Status]) -> Status | None:
    """The first answer of a row's cells; a denial that another calls investigational is that ("No | Experimental")."""
    first = next(iter(told), None)
    return "investigational" if first in DENIED and "investigational" in told else first


def _phase_in_its_cell(row: Block) -> Phase | None:
    """The phase that a cell of its own names ("Repeat"), whatever the criteria beside it compare with."""
    short = (cell for cell in cells_of_phase(row) if len(cell.split()) <= _LONGEST_PHASE_NAME)
    return next(filter(None, map(read_phase, short)), None)


def _answers_of(cell: str) -> Iterator[str]:
    """The parts of a cell that may be an answer: all of it, its first sentence ("Covered. Billed apart."), what stands
    behind a semicolon. "Yes" with more behind it answers a question.
    """
    yield cell
    first, *more = sentences(cell) or ("",)
    if more and not TICKED.fullmatch(first):
        yield first
    yield from (part.strip() for part in cell.split(";")[1:])
