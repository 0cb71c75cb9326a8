"""What the pages show of the FDA label: where an answer stands against it, and how late payers followed it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from db.label_queries import LabelLagRow, list_label_lag
from parsers.models import ParsedPolicy
from tracker.board.board import Board
from tracker.cli.tree import criterion_words
from tracker.label.against import Standing, against_label
from tracker.label.events import LABELS

PUBLISHED_MEDIAN_WEEKS = LABELS.published_lag.median_weeks
# The edition whose followers the curve counts: since it the label asks for no oral antidepressant in TRD.
EVENT = next(event for event in LABELS.events if event.event == "spravato-alone")


@dataclass(frozen=True, slots=True)
class LabelWords:
    """Where one answer stands against the label in force: its class in a word, why, and the criteria beyond it."""

    label_class: str
    reason: str
    findings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LagRow:
    """How many weeks after the approval one payer dropped what the label no longer asks for; None: not yet."""

    payer: str
    weeks: float | None


def label_words(policy: ParsedPolicy, today: str) -> tuple[LabelWords, ...]:
    """Each position of a policy against the label in force on a day, in the policy's order."""
    return tuple(map(_words, against_label(policy.positions, date.fromisoformat(today[:10]))))


def lag(board: Board) -> tuple[LagRow, ...]:
    """The payers that had to follow the edition, by their slowest document; () while nobody is known.

    A document that was first seen after it had followed tells no weeks and is left out.
    """
    weeks: dict[str, list[float | None]] = {}
    for row in list_label_lag(board.db, today=board.now[:10], event=EVENT.event):
        if row.outcome in ("followed", "announced", "by_reference", "not_yet") and not row.at_most:
            weeks.setdefault(row.payer, []).append(_weeks(row))
    return tuple(LagRow(payer, _slowest(found)) for payer, found in weeks.items())


def _weeks(row: LabelLagRow) -> float | None:
    return {"by_reference": 0.0, "announced": None, "not_yet": None}.get(row.outcome, row.weeks)


def _slowest(weeks: list[float | None]) -> float | None:
    known = [one for one in weeks if one is not None]
    return max(known) if len(known) == len(weeks) else None


def _words(standing: Standing) -> LabelWords:
    stricter = (criterion_words(finding.leaf) for finding in standing.of("stricter"))
    return LabelWords(standing.label_class, standing.reason, tuple(dict.fromkeys(stricter)))
