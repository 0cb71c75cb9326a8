"""One payer's answer to one question of the front page, out of all its documents; or an honest gap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from db.answers import AnswerRow
from parsers.models import Indication
from tracker.alerts.wording import WORDING
from tracker.board.columns import Column
from tracker.board.words import Gap, Mark


@dataclass(frozen=True, slots=True)
class Answer:
    """What a payer answers. `told` are the positions that say so, () for a gap; `under` is the broader use that
    answers where the question's own is not named; `prior_authorization` is true when each of them asks for it.
    """

    mark: Mark
    told: tuple[AnswerRow, ...] = ()
    under: Indication | None = None
    prior_authorization: bool = False


def answer(column: Column, rows: Iterable[AnswerRow], gap: Gap) -> Answer:
    """The answer of one payer's rows; `gap` says what silence means with this payer."""
    asked = [row for row in rows if row.product == column.product and row.route in column.routes]
    for indication in column.indications:
        told = tuple(row for row in asked if row.indication == indication)
        if told:
            return _answer(told, None if indication in column.uses else indication)
    return Answer(gap)


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
