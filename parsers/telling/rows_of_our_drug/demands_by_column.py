"""Rows that name our drug and its use, with a column each for what is asked ("Age", "Prescriber", "Excluded with"), as
the list of demands that they are: every cell holds, however long the one beside it.

    SPRAVATO | Resistant depression | Psychosis | Two drugs have failed, … | 18 or older | Psychiatrist | 12 weeks
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from parsers.answering.answers import DENIED, stated_status
from parsers.answering.bare_statuses import bare_status
from parsers.criteria.families import findings_in
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.phases.phases import read_phase
from parsers.sections.roles import CRITERIA_ROLES, heading_role
from parsers.tables.record_fields import field_of, is_said
from parsers.tables.ticks import NOTHING_ASKED
from parsers.uses.indications import named_indications
from parsers.uses.scopes import is_label

# Drug, use, and two demands or one beside the title of a list.
_FEWEST_CELLS = 4
_FEWEST_COLUMNS = 2
# "Specialty", "Prescribed by", "Age in years": a column of demands that a record of labelled lines does not have.
_OF_DEMANDS = compiled(
    r"^\W*(?:ages?|prescrib\w+|specialt\w+|provider|exclu\w+|not (?:approved|covered|for|with)|contraindicat\w+|"
    r"(?:\w+ ){0,3}(?:information|criteri(?:a|on)|requirements?|documentation|conditions?|restrictions?)"
    r"|what (?:must|has|is))\b",
    re.IGNORECASE,
)
_ANY = compiled(r"\W*(?:any|all|no (?:limit|restriction)s?|unrestricted|not restricted)\W*", re.IGNORECASE)
# "PA", "Prior approval", over "Yes" or "PA": how it is asked for, and not what.
_OF_APPROVAL = compiled(
    r"\W*(?:PA|(?:prior|pre-?)[ -]?(?:authori[sz]ation|approval|certification)|pre-?cert|authori[sz]ation)"
    r"(?: (?:required|needed|status))?\W*",
    re.IGNORECASE,
)
_APPROVED_BEFORE = compiled(r"\W*(?:PA|yes|y|x|required|needed)\W*", re.IGNORECASE)
_LEAD = "{drug} is covered{approved} for {use} when all of the following are met:"


@dataclass(frozen=True, slots=True)
class _Entry:
    """A row's drug, its use, whether it is approved beforehand, and the titled cells of what is asked."""

    drug: str
    use: str
    approved: bool
    asked: tuple[tuple[str, str], ...]


def with_demands_by_column(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks` with each such row as the list it is; and what is printed in place of each line.

    A row with a list in a cell is a heading over that list: what its other cells ask for stands behind the list.
    """
    said: list[Block] = []
    restated: dict[str, str] = {}
    behind: list[Block] = []
    for block in blocks:
        if behind and block.kind != "item":
            said += behind
            behind.clear()
        entry = _entry(block) if block.header and block.kind in ("row", "heading") else None
        if entry is None:
            said.append(block)
            continue
        lines = dict(_lines(entry, block))
        restated |= {line.text: printed for line, printed in lines.items()}
        of_list = block.kind == "heading"
        said += [block] if of_list else lines
        behind += lines if of_list else ()
    return (*said, *behind), restated


def _entry(row: Block) -> _Entry | None:
    if not len(row.cells) == len(row.header) >= _FEWEST_CELLS or not named_products(row.cells[0]):
        return None
    titled = list(zip(row.header[1:], row.cells[1:], strict=True))
    uses = [cell for title, cell in titled if _is_use(title, cell)]
    asked = tuple((title, cell) for title, cell in titled if cell not in uses and _asks(title, cell))
    if len(uses) != 1 or any(map(_denies, row.cells)) or any(map(_sets_apart, asked)):
        return None
    if row.kind == "row" and sum(map(_is_of_demands, asked)) < _FEWEST_COLUMNS:
        return None
    approved = any(_OF_APPROVAL.fullmatch(title) and _APPROVED_BEFORE.fullmatch(cell) for title, cell in titled)
    return _Entry(row.cells[0], uses[0], approved, asked)


def _is_of_demands(asked: tuple[str, str]) -> bool:
    return field_of(asked[0]) in ("asked", "exclusions") or bool(_OF_DEMANDS.match(asked[0]))


def _is_use(title: str, cell: str) -> bool:
    return is_label(cell) and len(named_indications(cell)) == 1 and not _OF_DEMANDS.match(title)


def _asks(title: str, cell: str) -> bool:
    """Whether a cell says what is asked or granted: under such a title, or by what is read in it."""
    if not title.strip() or _OF_APPROVAL.fullmatch(title) or _ANY.fullmatch(cell):
        return False
    if not is_said(cell) or NOTHING_ASKED.fullmatch(cell):
        return False
    asks = field_of(title) in ("asked", "exclusions", "limits") or heading_role(title) in (*CRITERIA_ROLES, "limits")
    return asks or bool(_OF_DEMANDS.match(title)) or any(findings_in(f"{title}: {cell}"))


def _sets_apart(asked: tuple[str, str]) -> bool:
    """Whether a column tells of a phase or a use of its own: it is read by that."""
    title, cell = asked
    return bool(read_phase(title) or read_phase(cell) or named_indications(title) or named_indications(cell))


def _denies(cell: str) -> bool:
    return bare_status(cell) in DENIED or stated_status(cell) in DENIED


def _lines(entry: _Entry, row: Block) -> Iterator[tuple[Block, str]]:
    """What is asked, line by line, with what is printed; a list that is told already needs no words to lead it in."""
    plain = replace(row, kind="paragraph", depth=0, cells=(), header=())
    if row.kind == "row":
        approved = " with prior authorization" if entry.approved else ""
        yield replace(plain, text=_LEAD.format(drug=entry.drug, use=entry.use, approved=approved)), row.text
        plain = replace(plain, kind="item", depth=1)
    for title, cell in entry.asked:
        yield replace(plain, text=f"{title}: {cell}"), cell
