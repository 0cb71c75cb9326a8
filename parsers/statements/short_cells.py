"""Cells of a few words in the row of a use: what they ask for, or the amounts that are approved ("60 days, 84 mg")."""

from __future__ import annotations

import re

from parsers.answering.answers import DENIED, stated_status
from parsers.answering.bare_statuses import bare_status
from parsers.criteria.families import findings_in
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.models import Block, CriterionKey
from parsers.phases.phases import read_phase
from parsers.sections.roles import CRITERIA_ROLES, heading_role
from parsers.tables.policy_rows import is_long, is_of_policy
from parsers.uses.indications import mentions, named_indications
from parsers.uses.scopes import is_label, is_phase_label

_AMOUNTS: frozenset[CriterionKey] = frozenset(
    {"initial_auth_days", "renewal_auth_days", "quantity_limit", "dose_max_mg", "frequency_max_per_week", "course_cap"}
)
_ASKS = compiled(
    r"\b(?:criteri(?:a|on)|require\w*|needed|must|conditions?|look for|to (?:meet|show|document)|documentation|asked?"
    r"|rules?|approv\w*|authoriz\w*|medical necessity)\b",
    re.IGNORECASE,
)

_OF_RENEWALS = compiled(
    r"\b(?:renew|continu|exten[ds]|prolong|re-?auth|re-?cert|re-?approv|thereafter|each time|again)",
    re.IGNORECASE,
)


def asks_of_use(row: Block) -> bool:
    """Whether a row opens with a use and says in few words, under the title of criteria, what is asked in it."""
    if not is_row_of_use(row):
        return False
    if any(map(_is_of_a_phase, (*row.header, *row.cells))):
        return False  # Columns and cells of each phase are read by their phase.
    titles = zip(row.header[1:], row.cells[1:], strict=True)
    return any(
        asks_in_short(cell) for title, cell in titles if _ASKS.search(title) or heading_role(title) in CRITERIA_ROLES
    )


def _is_of_a_phase(cell: str) -> bool:
    """Whether a cell is of one phase; one clause of several on how a treatment was "initiated" limits them to none."""
    phase = read_phase(cell)
    one_of_several = phase == "initial" and ";" in cell and not any(map(is_phase_label, cell.split(";")))
    return bool(_OF_RENEWALS.search(cell)) or (phase is not None and not one_of_several)


def is_row_of_use(row: Block) -> bool:
    """Whether a row of a policy opens with a use that no cell of it denies."""
    if not len(row.cells) == len(row.header) > 1 or not is_label(row.cells[0]) or not is_of_policy(row):
        return False
    denied = any(bare_status(cell) in DENIED or stated_status(cell) in DENIED for cell in row.cells)
    return bool(named_indications(row.cells[0])) and not denied


def asks_in_short(cell: str) -> bool:
    """Whether a cell asks for more than amounts."""
    return any(found.key not in _AMOUNTS for found in findings_in(cell))


def gives_amounts(cell: str) -> bool:
    """Whether a cell gives amounts, and asks for nothing else."""
    keys = {found.key for found in findings_in(cell)}
    return bool(keys) and keys <= _AMOUNTS


def explains_a_demand(row: Block) -> bool:
    """Whether a row of two cells asks for something in a few words, and the other cell only tells of it: "Psychotherapy
    alongside | In a group or alone. We pay for it."
    """
    if len(row.cells) != len(("demand", "words on it")) or is_long(row.cells[0]):
        return False
    demand, words = row.cells
    names = named_products(row.text) or mentions(row.text) or read_phase(row.text)
    return asks_in_short(demand) and not (names or any(findings_in(words)) or stated_status(words) in DENIED)
