"""The front page: payers by questions, with counts, gaps told apart and when each was last checked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from db.answers import AnswerRow, all_payers, answers_from
from db.queries import SourceRow, list_sources
from db.sources import Payer
from tracker.board.answers import Answer, Answered, Later, answers_of, by_payer, covers, is_unread, told_in_words
from tracker.board.columns import COLUMNS, Column
from tracker.board.paths import payer_path, policy_path, position_anchor
from tracker.board.words import WORDS, Mark

NATIONWIDE = "US"


@dataclass(frozen=True, slots=True)
class Cell:
    """One answer as it is shown. `note` is small print beside the mark; `path` leads to what says so; `later` is None
    unless the answer is about to change.
    """

    mark: Mark
    note: str
    detail: str
    path: str
    later: Later | None


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
    found = {payer.payer: answers_of(known[payer.payer], sources[payer.payer], now) for payer in payers}
    watched = [row for rows in sources.values() for row in rows if not row.is_lead]
    types = {payer.payer_type for payer in payers}
    return Matrix(
        title="Is ketamine covered?",
        rows=tuple(_row(payer, found[payer.payer], sources[payer.payer]) for payer in payers),
        counts=tuple(
            _count(column, [answers[n].now for answers in found.values()]) for n, column in enumerate(COLUMNS)
        ),
        groups=_groups(),
        types=tuple((name, words) for name, words in WORDS.payer_types.items() if name in types),
        states=tuple(sorted({state for payer in payers for state in payer.states} - {NATIONWIDE})),
        documents=len(watched),
        unread=sum(map(is_unread, watched)),
    )


def _row(payer: Payer, answers: Iterable[Answered], sources: Sequence[SourceRow]) -> Row:
    unread = [row for row in sources if is_unread(row)]
    trouble = f"{len(unread)} of {sum(not row.is_lead for row in sources)} unread" if unread else ""
    checked = max((row.last_checked_at for row in sources if row.last_checked_at), default=None)
    cells = tuple(_cell(payer, one.now, one.later, unread) for one in answers)
    return Row(payer, WORDS.payer_types[payer.payer_type], cells, checked[:10] if checked else None, trouble)


def _cell(payer: Payer, found: Answer, later: Later | None, unread: Sequence[SourceRow]) -> Cell:
    if not found.told:
        reasons = [row.incident for row in unread if row.incident] if found.mark == "unreadable" else []
        return Cell(found.mark, "", "; ".join(reasons), payer_path(payer.payer), later)
    notes = ["PA"] if found.prior_authorization and covers(found) else []
    notes += ["by class"] if found.under else []
    path = payer_path(payer.payer) if found.mark == "varies" else _position(found.told[0])
    return Cell(found.mark, ", ".join(notes), told_in_words(found), path, later)


def _position(row: AnswerRow) -> str:
    return f"{policy_path(row.source)}#{position_anchor(row.n)}"


def _count(column: Column, answers: Sequence[Answer]) -> Count:
    return Count(column, sum(map(covers, answers)), sum(1 for found in answers if found.told))


def _groups() -> tuple[tuple[str, int], ...]:
    names = [column.group for column in COLUMNS]
    return tuple((name, names.count(name)) for name in dict.fromkeys(names))
