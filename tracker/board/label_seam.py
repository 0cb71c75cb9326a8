"""What the pages show of the FDA label. Until positions are judged against it, each function here says that nothing is.

To connect: `against_label` from `tracker.label.against` and `lag` from `db.label_queries.list_label_lag`.
"""

from __future__ import annotations

from dataclasses import dataclass

from parsers.models import ParsedPolicy
from tracker.board.board import Board

PUBLISHED_MEDIAN_WEEKS = 29.7
APPROVED_ON = "2025-01-17"


@dataclass(frozen=True, slots=True)
class LabelWords:
    """Where one answer stands against the label in force: its class in a word, why, and the clauses beyond it."""

    label_class: str
    reason: str
    findings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LagRow:
    """How many weeks after the approval one payer dropped what the label no longer asks for; None: not yet."""

    payer: str
    weeks: float | None


def against_label(policy: ParsedPolicy, today: str) -> tuple[LabelWords | None, ...]:
    """Each position of a policy against the label, in the policy's order; None where it is not judged."""
    del today
    return (None,) * len(policy.positions)


def lag(board: Board) -> tuple[LagRow, ...]:
    """The payers that had to follow the label of January 2025; () while nobody is known."""
    del board
    return ()
