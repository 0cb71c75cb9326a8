"""Rows under titles of uses, drugs or statuses: a status or tick for each column, or a use under each status."""

from __future__ import annotations

import re
from dataclasses import replace

from parsers.answering.answers import DENIED, names_use, stated_status
from parsers.answering.bare_statuses import bare_status
from parsers.answering.statuses import prior_authorization
from parsers.criteria.families import findings_in
from parsers.deciding.findings import Statements
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.models import Block, Indication, Status
from parsers.outline import Node
from parsers.phases.phases import names_both_phases, read_phase
from parsers.sections.section_scopes import Scope
from parsers.statements.limit_columns import read_limits
from parsers.statements.refused_answers import bars_of, refused
from parsers.tables.policy_rows import titled_cells
from parsers.tables.ticks import NOT_ASKED, TICKED, is_a_waiver
from parsers.uses.indications import is_residual, named_indications
from parsers.uses.use_titles import status_of_uses

_REFUSED = compiled(r"\W*no\W*", re.IGNORECASE)
_ABOUT_COVER = compiled(
    r"\b(?:cover\w*|(?<!clinical )benefit(?! (?:is|was|has|from|of|seen|shown|documented)\b)"
    r"|status|eligible|payable|paid|prior auth\w*|PA|precert\w*|authori[sz]ation|approved)\b",
    re.IGNORECASE,
)
# "Approve if" stands over criteria, "Covered for" over uses.
_LEADS_IN_TERMS = compiled(r"\b(?:if|when|where|once|with|without)\W*$", re.IGNORECASE)
_FEWEST_USES = 2
# "Approve for 3 months" is a limit, and no answer of a matrix.
LENGTH = compiled(
    r"\b(?:\d+|an?|one|two|three|four|six|nine|twelve)[ -](?:days?|weeks?|months?|years?)\b", re.IGNORECASE
)


def read_under_uses(found: Statements, row: Block, scope: Scope) -> None:
    """Read a row under titles of uses: a drug's status for each, or its limits."""
    if scope.products and not read_matrix(found, row, scope):
        asked = replace(scope, phase=read_phase(row.cells[0]) or scope.phase, status=scope.status or "covered")
        read_limits(found, row, asked)


def read_matrix(found: Statements, row: Block, scope: Scope) -> bool:
    """Read a row whose cells are statuses under titles that name uses or drugs; False: it is no such row."""
    cells = [
        (title, cell, status)
        for title, cell in titled_cells(row)
        if (status := bare_status(cell) or _denial_in(cell)) is not None
        and not (status == "covered" and LENGTH.search(cell))
    ]
    of_drugs = [column for column in cells if named_products(column[0])]
    if not of_drugs and not any(named_indications(title) for title, _, _ in cells):
        return False
    rest: tuple[Indication, ...] = ("other",) if is_residual(row.cells[0]) else ()
    # Beside a drug's column stand those of other treatments.
    for title, cell, status in of_drugs or cells:
        # "Covered for treatment-resistant depression", under "Depression": of that form alone.
        titled = named_indications(title)
        uses = (titled and named_indications(cell)) or titled or scope.indications or rest
        inner = replace(scope, products=named_products(title) or scope.products, indications=uses)
        found.answer(inner, status, row, " ; ".join(dict.fromkeys((row.cells[0], title, cell))), uses)
    return True


def _denial_in(cell: str) -> Status | None:
    """The denial behind a semicolon in a cell ("Not covered; investigational")."""
    return next((status for part in cell.split(";")[1:] if (status := bare_status(part)) in DENIED), None)


def _asks_of_columns(row: Block) -> bool:
    """Whether a row is of something asked, with a tick or a refusal for each of several uses or phases in a column."""
    title, *titles = row.header or ("",)
    answers = row.cells[1:]
    if len(titles) < _FEWEST_USES or len(titles) != len(answers):
        return False
    if not (all(map(named_indications, titles)) or all(map(read_phase, titles))):
        return False
    given = all(TICKED.fullmatch(cell) or NOT_ASKED.fullmatch(cell) for cell in answers)
    return given and not _ABOUT_COVER.search(f"{row.cells[0]} {title}") and not names_use(row.cells[0])


def read_asked(found: Statements, row: Block, scope: Scope) -> bool:
    """Read a row that ticks for which of several uses or phases, a column each, something is asked; False: none."""
    if not _asks_of_columns(row):
        return False
    bars = refused(row.cells[0], row.cells[1:])
    for title, cell, barred in zip(row.header[1:], row.cells[1:], bars, strict=True):
        uses = named_indications(title) or scope.indications
        text = _ticked(row.cells[0]) if TICKED.fullmatch(cell) else f"{row.cells[0]}: {cell}"
        item = Node(replace(row, kind="item", text=text, cells=(), header=(), depth=1))
        phase = read_phase(title)
        every_phase = scope.every_phase and (phase is None or names_both_phases(title))
        inner = replace(scope, indications=uses, phase=phase or scope.phase, status="covered", every_phase=every_phase)
        if barred:
            found.bar(inner, bars_of(row))
        elif TICKED.fullmatch(cell) or is_a_waiver(text):
            found.require(inner, item, listed=False)
    return True


def _ticked(name: str) -> str:
    """What a ticked row asks for: its name, or that what it names is required, where the name alone asks nothing."""
    return name if findings_in(name) else f"{name}: required"


def _is_asked(title: str, cell: str) -> bool:
    """Whether a title leads in terms, or asks of the use under it what the next column answers ("Covered?")."""
    return bool(_LEADS_IN_TERMS.search(title)) or ("?" in title and names_use(cell))


def read_status_columns(found: Statements, row: Block, scope: Scope) -> bool:
    """Read a row under titles that are statuses: its cells are uses, or ticks for its own. False: it is none."""
    titled = [
        (status, cell)
        for title, cell in titled_cells(row)
        if (status := status_of_uses(title)) is not None and not _is_asked(title, cell)
    ]
    given = [(status, cell) for status, cell in titled if names_use(cell) or _is_tick(cell, row)]
    if [status for status, _ in titled] == ["covered"] and _REFUSED.fullmatch(titled[0][1]) and names_use(row.cells[0]):
        why = stated_status(row.text)
        given = [(why if why in DENIED else "excluded", row.cells[0])]
    of_drug = f"{row.cells[0]}: " if named_products(row.cells[0]) and not names_use(row.cells[0]) else ""
    asked = "".join(f"; {cell}" for cell in row.cells[1:] if prior_authorization(cell) is not None)
    covered: list[Indication] = []
    for status, cell in given:
        uses = f"{of_drug}{cell}" if names_use(cell) else row.cells[0]
        if status in DENIED:
            found.deny(scope, status, row, uses)
        else:
            found.answer(scope, status, row, uses + asked, named_indications(uses))
            covered += named_indications(uses)
    if covered:
        answers = {cell for _, cell in titled} - {row.cells[0]}
        rest = replace(row, cells=tuple("" if cell in answers else cell for cell in row.cells))
        read_limits(found, rest, replace(scope, indications=tuple(covered), status="covered"))
    return bool(given)


def _is_tick(cell: str, row: Block) -> bool:
    return names_use(row.cells[0]) and bool(TICKED.fullmatch(cell))
