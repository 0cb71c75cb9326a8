"""The front page: payers by questions, with counts, gaps told apart and when each was last checked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from sqlite_utils import Database

from db.answers import AnswerRow, all_payers, answers_from
from db.queries import SourceRow, list_sources
from db.sources import Payer
from tracker.board.answers import Answer, answer, covers, told_in_words
from tracker.board.columns import COLUMNS, Column
from tracker.board.paths import payer_path, policy_path, position_anchor
from tracker.board.words import WORDS, Gap, Mark

NATIONWIDE = "US"
_R = TypeVar("_R", AnswerRow, SourceRow)


@dataclass(frozen=True, slots=True)
class Later:
    """Another answer that is known already, from a day on."""

    mark: Mark
    day: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One answer as it is shown. `note` is small print beside the mark; `path` leads to what says so; `later` is None
    unless the answer is about to change.
    """

    mark: Mark
    note: str
    detail: str
    path: str
    later: Later | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One payer. `checked_on` is the last day anything of it was asked for, None for never; `trouble` says how many
    of its documents cannot be read, "" when all can.
    """

    payer: Payer
    kind: str
    cells: tuple[Cell, ...]
    checked_on: str | None
    trouble: str


@dataclass(frozen=True, slots=True)
class Count:
    """How many payers cover what a column asks, of those that answer it in any way."""

    column: Column
    covering: int
    answering: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """The whole front page. `types` and `states` are those that occur, for the filters; `groups` are the drugs with
    the number of their columns.
    """

    title: str
    rows: tuple[Row, ...]
    counts: tuple[Count, ...]
    groups: tuple[tuple[str, int], ...]
    types: tuple[tuple[str, str], ...]
    states: tuple[str, ...]
    documents: int
    unread: int

    @property
    def labels(self) -> list[str]:
        """The columns' titles, each with its drug."""
        return [f"{count.column.group}: {count.column.title}" for count in self.counts]


def matrix(db: Database, now: str) -> Matrix:
    """Every payer's answers at an instant."""
    payers = all_payers(db)
    sources, known = by_payer(list_sources(db)), by_payer(answers_from(db, now))
    found = {payer.payer: _answers(known[payer.payer], sources[payer.payer], now) for payer in payers}
    watched = [row for rows in sources.values() for row in rows]
    types = {payer.payer_type for payer in payers}
    return Matrix(
        title="Is ketamine covered?",
        rows=tuple(
            _row(payer, found[payer.payer], sources[payer.payer], later_answers(known[payer.payer], now))
            for payer in payers
        ),
        counts=tuple(_count(column, [cells[n] for cells in found.values()]) for n, column in enumerate(COLUMNS)),
        groups=_groups(),
        types=tuple((name, words) for name, words in WORDS.payer_types.items() if name in types),
        states=tuple(sorted({state for payer in payers for state in payer.states} - {NATIONWIDE})),
        documents=len(watched),
        unread=sum(_is_unread(row) for row in watched),
    )


def gap_of(sources: Sequence[SourceRow]) -> Gap:
    """What it means that a payer with these documents does not answer."""
    if not any(row.versions for row in sources):
        return "unreadable" if any(row.incident for row in sources) else "never_read"
    return "unreadable" if any(_is_unread(row) for row in sources) else "not_stated"


def _is_unread(row: SourceRow) -> bool:
    return bool(row.incident) or not row.versions


def _answers(known: Sequence[AnswerRow], sources: Sequence[SourceRow], now: str) -> tuple[Answer, ...]:
    gap, rows = gap_of(sources), [row for row in known if row.since <= now]
    return tuple(answer(column, rows, gap) for column in COLUMNS)


def later_answers(known: Sequence[AnswerRow], now: str) -> tuple[tuple[Answer, str], ...]:
    """Each column's answer once everything known is in force, and from when on; () when nothing is to come."""
    last = [row for row in known if row.until is None]
    day = max((row.since for row in last if row.since > now), default="")[:10]
    if not day:
        return ()
    return tuple((answer(column, last, "not_stated"), day) for column in COLUMNS)


def _row(
    payer: Payer, answers: Sequence[Answer], sources: Sequence[SourceRow], later: Sequence[tuple[Answer, str]]
) -> Row:
    unread = [row for row in sources if _is_unread(row)]
    trouble = f"{len(unread)} of {len(sources)} unread" if unread else ""
    checked = max((row.last_checked_at for row in sources if row.last_checked_at), default=None)
    cells = [_cell(payer, found, unread) for found in answers]
    if later:
        cells = [replace(cell, later=later_than(cell.mark, *after)) for cell, after in zip(cells, later, strict=True)]
    return Row(payer, WORDS.payer_types[payer.payer_type], tuple(cells), checked[:10] if checked else None, trouble)


def _cell(payer: Payer, found: Answer, unread: Sequence[SourceRow]) -> Cell:
    if not found.told:
        reasons = [row.incident for row in unread if row.incident] if found.mark == "unreadable" else []
        return Cell(found.mark, "", "; ".join(reasons), payer_path(payer.payer))
    notes = ["PA"] if found.prior_authorization and covers(found) else []
    notes += ["by class"] if found.under else []
    first = found.told[0]
    path = payer_path(payer.payer) if found.mark == "varies" else _position(first)
    return Cell(found.mark, ", ".join(notes), told_in_words(found), path)


def later_than(mark: Mark, after: Answer, day: str) -> Later | None:
    """What an answer becomes, None when it stays or nothing is said."""
    return Later(after.mark, day) if after.told and after.mark != mark else None


def _position(row: AnswerRow) -> str:
    return f"{policy_path(row.source)}#{position_anchor(row.n)}"


def _count(column: Column, answers: Sequence[Answer]) -> Count:
    return Count(column, sum(map(covers, answers)), sum(1 for found in answers if found.told))


def _groups() -> tuple[tuple[str, int], ...]:
    names = [column.group for column in COLUMNS]
    return tuple((name, names.count(name)) for name in dict.fromkeys(names))


def by_payer(rows: Iterable[_R]) -> defaultdict[str, list[_R]]:
    """Rows by the payer they are about."""
    found: defaultdict[str, list[_R]] = defaultdict(list)
    for row in rows:
        found[row.payer].append(row)
    return found
