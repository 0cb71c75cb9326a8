"""Tables of criteria whose last column says to which requests each applies ("Applies to": "Initial and renewal")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from parsers.criteria.families import findings_in
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.phases.phases import read_phase
from parsers.tables.joined_names import joined_names
from parsers.tables.ticks import said_in_front
from parsers.uses.scopes import is_label

_TITLE = compiled(
    r"\W*(?:(?:it |this )?appl(?:y|ies|icable)(?: (?:to|for|at|on|in))?|(?:asked|needed|required|checked|used)"
    r"(?: (?:of|for|at|on|in|when))?|for|when|at|phase|stage|(?:type|kind) of request|requests?(?: type)?|use|uses|"
    r"indications?|which (?:requests?|uses?|phases?))\b[\w ]{0,12}\W*",
    re.IGNORECASE,
)
_ALL = compiled(
    r"\W*(?:both|all|each|every|any|always|either)\b(?: (?:requests?|phases?|uses?|indications?|two|of them|kinds?"
    r"|reviews?|stages?|times))*\W*",
    re.IGNORECASE,
)
_LONGEST_LABEL = 12
_FEWEST_ROWS = 2


def with_rows_by_request(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with the rows of such a table as one list of criteria for each request or use that they name."""
    return tuple(_each_table(blocks))


def _each_table(blocks: Sequence[Block]) -> Iterator[Block]:
    for (kind, _, _), run in groupby(blocks, key=lambda block: (block.kind, block.header, block.path)):
        rows = list(run)
        yield from _by_request(rows) if kind == "row" and _is_by_request(rows) else rows


def _is_by_request(rows: Sequence[Block]) -> bool:
    titled = len(rows) >= _FEWEST_ROWS and len(rows[0].header) > 1 and _TITLE.fullmatch(rows[0].header[-1])
    if not titled or not all(map(_said, rows)):
        return False
    named = [row.cells[-1] for row in rows]
    # A row for each request is a table of requests, with all that is asked in a cell.
    shared = len(set(named)) < len(named) or any(map(_ALL.fullmatch, named))
    told = all(_ALL.fullmatch(cell) or _labels(cell) for cell in named)
    return bool(shared and told and len(_all_labels(rows)) > 1 and any(findings_in(_said(row)) for row in rows))


def _said(row: Block) -> str:
    return said_in_front(row.cells[:-1])


def _labels(cell: str) -> tuple[str, ...]:
    """The requests or uses that a cell names, and no more; () where it says anything else."""
    if is_label(cell) and read_phase(cell) is None:
        return (cell,)
    parts = joined_names(cell)
    label = all(len(part.split()) <= _LONGEST_LABEL and (read_phase(part) or is_label(part)) for part in parts)
    return tuple(map(_named_once, parts)) if label else ()


def _named_once(part: str) -> str:
    """A use as it is named, a kind of request by its phase: "Initial" and "Initial requests" are one."""
    phase = None if is_label(part) else read_phase(part)
    return f"{phase} approval" if phase else part


def _all_labels(rows: Sequence[Block]) -> tuple[str, ...]:
    labels = (label for row in rows for label in _labels(row.cells[-1]))
    firsts = {label.lower(): label for label in reversed([*labels])}
    return tuple(dict.fromkeys(reversed(firsts.values())))


def _by_request(rows: Sequence[Block]) -> Iterator[Block]:
    for label in _all_labels(rows):
        lead = f"For {label}, all of the following are required:"
        yield replace(rows[0], kind="paragraph", text=lead, cells=(), header=())
        for row in rows:
            if _ALL.fullmatch(row.cells[-1]) or label.lower() in map(str.lower, _labels(row.cells[-1])):
                yield replace(row, kind="item", depth=1, text=_said(row), cells=(), header=())
