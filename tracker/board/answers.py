"""One payer's answers to the questions of the front page, out of all its documents; or an honest gap."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from db.answers import AnswerRow
from db.queries import SourceRow
from parsers.models import Indication, Product
from tracker.alerts.wording import WORDING
from tracker.board.columns import COLUMNS, Column
from tracker.board.words import Gap, Mark

_R = TypeVar("_R", AnswerRow, SourceRow)
ByUse = Mapping[tuple[Product, Indication], Sequence[AnswerRow]]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a payer answers. `told` are the positions that say so, () for a gap; `under` is the broader use that
    answers where the question's own is not named; `prior_authorization` is true when each of them asks for it.
    """

    mark: Mark
    told: tuple[AnswerRow, ...] = ()
    under: Indication | None = None
    prior_authorization: bool = False


@dataclass(frozen=True, slots=True)
class Later:
    """Another answer that is known already, from a day on."""

    mark: Mark
    day: str


@dataclass(frozen=True, slots=True)
class Answered:
    """The answer to one question, and what it is about to become; None while nothing else is known."""

    column: Column
    now: Answer
    later: Later | None


def answers_of(known: Sequence[AnswerRow], sources: Sequence[SourceRow], now: str) -> tuple[Answered, ...]:
    """Every question answered by what is known of one payer, who publishes these documents."""
    gap, rows = gap_of(sources), by_use(row for row in known if row.since <= now)
    last = [row for row in known if row.until is None]
    day = max((row.since for row in last if row.since > now), default="")[:10]
    found = ((column, answer(column, rows, gap)) for column in COLUMNS)
    if not day:
        return tuple(Answered(column, one, None) for column, one in found)
    after = by_use(last)
    return tuple(Answered(column, one, _later(column, one, after, day)) for column, one in found)


def by_use(rows: Iterable[AnswerRow]) -> ByUse:
    """One payer's rows by what they are about, so that each question looks only at its own."""
    found: defaultdict[tuple[Product, Indication], list[AnswerRow]] = defaultdict(list)
    for row in rows:
        found[row.product, row.indication].append(row)
    return found


def answer(column: Column, known: ByUse, gap: Gap) -> Answer:
    """The answer of one payer's rows; `gap` says what silence means with this payer."""
    for indication in column.indications:
        rows = known.get((column.product, indication), ())
        if told := tuple(row for row in rows if row.route in column.routes):
            return _answer(told, None if indication in column.uses else indication)
    return Answer(gap)


def gap_of(sources: Sequence[SourceRow]) -> Gap:
    """What it means that a payer with these documents does not answer."""
    documents = [row for row in sources if not row.is_lead]
    if not any(row.versions for row in documents):
        return "unreadable" if any(row.incident for row in documents) else "never_read"
    return "unreadable" if any(map(is_unread, documents)) else "not_stated"


def is_unread(row: SourceRow) -> bool:
    """Whether a document cannot be read now, or never was; a lead is no document."""
    return not row.is_lead and (bool(row.incident) or not row.versions)


def by_payer(rows: Iterable[_R]) -> defaultdict[str, list[_R]]:
    """Rows by the payer they are about."""
    found: defaultdict[str, list[_R]] = defaultdict(list)
    for row in rows:
        found[row.payer].append(row)
    return found


def _later(column: Column, found: Answer, last: ByUse, day: str) -> Later | None:
    """What an answer becomes once all that is known is in force; None when it stays or nothing is said."""
    after = answer(column, last, "not_stated")
    return Later(after.mark, day) if after.told and after.mark != found.mark else None


def _answer(told: tuple[AnswerRow, ...], under: Indication | None) -> Answer:
    statuses = {row.status for row in told}
    mark: Mark = told[0].status if len(statuses) == 1 else "varies"
    return Answer(mark, told, under, all(row.prior_authorization for row in told))


def covers(found: Answer) -> bool:
    """Whether at least one document covers it."""
    return any(row.status == "covered" for row in found.told)


def told_in_words(found: Answer) -> str:
    """What stands behind an answer, "" where it says it all: documents that differ, or the broader use it is under."""
    if found.mark == "varies":
        parts = (f"{row.source}: {WORDING.statuses[row.status]}" for row in _by_source(found.told))
        return "; ".join(dict.fromkeys(parts))
    return f"answered for {WORDING.indications[found.under]}" if found.under else ""


def _by_source(told: Sequence[AnswerRow]) -> list[AnswerRow]:
    return sorted(told, key=lambda row: row.source)
