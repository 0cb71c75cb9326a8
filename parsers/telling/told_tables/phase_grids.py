"""Tables that answer for first requests and renewals apart, told in a sentence for each answer.

The phases may be columns ("Use | Initial | Renewal"), a column of their own or words beside the use ("Repeat courses
for regional pain | Investigational"). A table that says anything else, be it what is asked for, is not told here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from parsers.answering.answers import names_use
from parsers.answering.short_answers import ShortAnswer, short_answer
from parsers.criteria.families import findings_in
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.models import Block, Phase
from parsers.phases.phases import read_phase
from parsers.telling.told_tables.columns import is_blank
from parsers.telling.told_tables.entries import drug_and_uses, name_over, uses_named, with_tables_as
from parsers.uses.indications import is_residual, mentions

_SPAN = compiled(
    r"[\s,;:(–—-]*(?:(?:for |up to )*(?P<span>(?:\d+|one|two|three|four|six|nine|twelve) (?:days?|weeks?|months?|"
    r"years?)))\)?\W*$",
    re.IGNORECASE,
)
_BLANK = compiled(r"\W*(?:n/?a|none|not (?:addressed|applicable|stated))?\W*", re.IGNORECASE)
# Under "Yes" and "No" only these titles leave no question open: "Diagnosis of depression | Yes | No" may be a demand.
_OF_USES = compiled(
    r"\W*(?:(?:covered|medical) )?(?:indications?|uses?|diagnos[ie]s|conditions?|disorders?|drugs?|products?)\W*",
    re.IGNORECASE,
)
_BARE = compiled(r"\W*(?:yes|no|y|n)\W*", re.IGNORECASE)
_LONGEST_PHASE = 4
_MOST_WORDS = 14


@dataclass(frozen=True, slots=True)
class PhasedAnswer:
    """An answer for a use in a phase, with the length of its approval."""

    drug: str
    uses: tuple[str, ...]
    phase: Phase | None
    answer: ShortAnswer
    span: str

    def sentences(self) -> Iterator[str]:
        length = f" for {self.span}" if self.span and self.answer.status == "covered" else ""
        whom = f"Renewal of {self.drug}" if self.phase == "renewal" else f"{self.drug[0].upper()}{self.drug[1:]}"
        for use in self.uses or ("",):
            yield f"{whom}{f' for {use}' if use else ''} is {self.answer.words}{length}."


def with_phases_told(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with a paragraph for each answer of such a table in its place; and what is printed of each."""
    if not any(block.kind == "row" for block in blocks):
        return tuple(blocks), {}
    return with_tables_as(blocks, _told)


def _told(rows: Sequence[Block], blocks: Sequence[Block]) -> list[tuple[Block, str]]:
    """The sentences of a table with the row of each; [] where it is no such table."""
    over = name_over(rows[0], blocks)
    read = _in_columns if any(map(read_phase, rows[0].header)) else _in_rows
    told: list[tuple[Block, PhasedAnswer]] = []
    for row in rows:
        answers = read(row, over) if len(row.cells) > 1 else None
        if answers is None:
            return []
        told += [(row, answer) for answer in answers]
    if "renewal" not in {answer.phase for _, answer in told}:
        return []
    return [(row, said) for row, answer in told for said in answer.sentences()]


def _in_columns(row: Block, over: str) -> list[PhasedAnswer] | None:
    """The answers of a row under the titles of phases; None where it says anything else."""
    phases = [read_phase(title) for title in row.header]
    if len(row.header) != len(row.cells):
        return None
    named = [whom(cell, over) for cell, phase in zip(row.cells, phases, strict=True) if not phase]
    if len(named) != 1 or named[0] is None:
        return None
    told: list[PhasedAnswer] = []
    for cell, phase in zip(row.cells, phases, strict=True):
        if phase is None or _BLANK.fullmatch(cell):
            continue
        answer = answered(cell)
        if answer is None or _is_open(row, cell):
            return None
        told.append(PhasedAnswer(*named[0], phase, *answer))
    return told


def _is_open(row: Block, cell: str) -> bool:
    return bool(_BARE.fullmatch(cell)) and not _OF_USES.fullmatch(row.header[0])


def _in_rows(row: Block, over: str) -> list[PhasedAnswer] | None:
    """The one answer of a row of a use and its phase; None where it says anything else."""
    named, phase, answers = None, None, []
    for cell in row.cells:
        found = whom(cell, over)
        if found is not None and named is None:
            named, phase = found, phase or read_phase(cell)
        elif (answer := answered(cell)) is not None and not read_phase(cell):
            answers.append(answer)
        elif read_phase(cell) and len(cell.split()) <= _LONGEST_PHASE:
            phase = read_phase(cell)
        elif not is_blank(cell):
            return None
    if named is None or len(answers) != 1:
        return None
    return [PhasedAnswer(*named, phase, *answers[0])]


def whom(cell: str, over: str) -> tuple[str, tuple[str, ...]] | None:
    """The drug and the uses that a cell names, be it with a phase; None where it names no use."""
    if len(cell.split()) > _MOST_WORDS or not names_use(cell) or short_answer(cell):
        return None
    phase = read_phase(cell)
    if phase is None and (named := drug_and_uses(cell)):
        return named
    drug = _name_in(cell) or over
    uses = uses_named(cell) if phase is None else _spans(cell)
    return (drug, uses) if drug and uses else None


def _name_in(cell: str) -> str:
    return next((product.capitalize() for product in named_products(cell)), "")


def _spans(cell: str) -> tuple[str, ...]:
    """The uses in a cell as they stand there, without the words of the phase around them."""
    named = tuple(cell[one.start : one.end] for one in mentions(cell) if not one.excepted)
    return named or (("all other uses",) if is_residual(cell) else ())


def answered(cell: str) -> tuple[ShortAnswer, str] | None:
    """The answer in a cell and the length of the approval behind it; None where it says more or something else."""
    span = _SPAN.search(cell)
    said = cell[: span.start()] if span else cell
    answer = short_answer(said)
    if answer is None or any(findings_in(said)) or names_use(said):
        return None
    return answer, span["span"] if span else ""
