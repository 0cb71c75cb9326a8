"""Tables whose first column names the phase of each row, the second its topic, beside a column for each use.

"First authorization | Antidepressants failed | 2 | 0": the phase becomes a row of its own over those that bear it, and
the topic the first column, as in tables that print it so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.phases.phases import names_both_phases, read_phase
from parsers.uses.indications import named_indications
from parsers.uses.scopes import is_phase_label

_OF_EVERY_PHASE = compiled(
    r"\W*(?:(?:for|at|in) )?(?:(?:all|every|each|any|both|either)(?: (?:of )?(?:the |these )?(?:authori[sz]ations?|"
    r"approvals?|requests?|phases?|stages?|periods?|courses?))?|always|throughout|at all times)\W*"
)
_FEWEST_COLUMNS = 3


def with_phases_over_rows(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with the phases of every such table as rows over those that bear them."""
    return tuple(_each_table(blocks))


def _each_table(blocks: Sequence[Block]) -> Iterator[Block]:
    for (kind, _, _), run in groupby(blocks, key=lambda block: (block.kind, block.header, block.path)):
        rows = list(run)
        yield from _grouped(rows) if kind == "row" and _is_by_phase(rows) else rows


def _is_by_phase(rows: Sequence[Block]) -> bool:
    """Whether the first column names a phase in each row, the second no use, and each of the others a use."""
    titles = rows[0].header
    if len(titles) < _FEWEST_COLUMNS or any(len(row.cells) != len(titles) for row in rows):
        return False
    if named_indications(" ".join(titles[:2])) or not all(map(named_indications, titles[2:])):
        return False
    phases = {row.cells[0] for row in rows}
    topics = all(row.cells[1].strip() and not read_phase(row.cells[1]) for row in rows)
    return topics and all(map(_is_phase, phases)) and any(map(is_phase_label, phases))


def _is_phase(label: str) -> bool:
    return is_phase_label(label) or names_both_phases(label) or bool(_OF_EVERY_PHASE.fullmatch(label.lower()))


def _grouped(rows: Sequence[Block]) -> Iterator[Block]:
    """The rows of each phase under it, those of every phase under each."""
    of_all = [row for row in rows if not is_phase_label(row.cells[0])]
    for label in dict.fromkeys(row.cells[0] for row in rows if row not in of_all):
        under = [row for row in rows if row.cells[0] == label or row in of_all]
        yield replace(under[0], text=label, cells=(label,), header=())
        for row in under:
            cells = row.cells[1:]
            path = (*row.path, label)
            yield replace(row, text=" | ".join(cells), cells=cells, header=row.header[1:], path=path)
