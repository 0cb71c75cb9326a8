"""How late payers follow a label event, as figures beside the published ones."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from db.label_queries import LabelLagRow
from tracker.label.events import LABELS


@dataclass(frozen=True, slots=True)
class LagSummary:
    """One event in figures. `median_weeks` counts those who have not followed yet as later than all others: None while
    they are the half, or when nobody's day is known. `published_median_weeks` is that of earlier changes of labels.
    """

    event: str
    approved_on: str
    announced_on: str | None
    followed: int
    by_reference: int
    already: int
    announced: int
    not_yet: int
    median_weeks: float | None
    published_median_weeks: float


def summaries(rows: Iterable[LabelLagRow]) -> list[LagSummary]:
    """The figures of each event, oldest first."""
    by_event: dict[str, list[LabelLagRow]] = {}
    for row in rows:
        by_event.setdefault(row.event, []).append(row)
    return [_summary(found) for found in by_event.values()]


def _summary(rows: list[LabelLagRow]) -> LagSummary:
    outcomes = [row.outcome for row in rows]
    return LagSummary(
        event=rows[0].event,
        approved_on=rows[0].approved_on,
        announced_on=rows[0].announced_on,
        followed=outcomes.count("followed"),
        by_reference=outcomes.count("by_reference"),
        already=outcomes.count("already"),
        announced=outcomes.count("announced"),
        not_yet=outcomes.count("not_yet"),
        median_weeks=_median(rows),
        published_median_weeks=LABELS.published_lag.median_weeks,
    )


def _median(rows: Iterable[LabelLagRow]) -> float | None:
    """The median over those who had to follow; who was seen late ("at most") says nothing of how late he was."""
    known = sorted(row.weeks for row in rows if row.outcome == "followed" and not row.at_most and row.weeks is not None)
    weeks = [*known, *(None for row in rows if row.outcome in ("announced", "not_yet"))]
    if not weeks:
        return None
    low, high = weeks[(len(weeks) - 1) // 2], weeks[len(weeks) // 2]
    return None if low is None or high is None else round((low + high) / 2, 1)
