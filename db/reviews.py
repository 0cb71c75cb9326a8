"""What people decided: a verdict or a reading accepted, corrected or dismissed, by whom, when and why.

What a decision makes different is not here: positions are restated, and of comparisons db.corrections has the account.

A decision about a reading names what was read (source, clause, key, value), not the version it was read in, so that it
holds for every version that says the same.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Literal

from sqlite_utils import Database

About = Literal["comparison", "direction", "position", "criterion"]
Decision = Literal["accepted", "corrected", "dismissed"]


@dataclass(frozen=True, slots=True)
class Review:
    """One decision.

    Of a criterion, `key` and `read` are what was read out of the clause `text`, and `corrected` is {"key", "value"}, or
    None: the clause is no criterion. Of a position, `text` is its first passage, `read` its status, and `corrected`
    holds the fields that differ, or None: it is no position. Of a direction, `before_text` and `text` are the clauses
    of the change and `read` and `corrected` directions. Of a comparison, `read` is its verdict and `corrected` None.
    `corrected` says nothing unless the decision is "corrected"; `review` is 0 until stored.
    """

    source: str
    about: About
    decision: Decision
    reviewer: str
    reviewed_at: str
    note: str = ""
    comparison: int | None = None
    product: str = ""
    indication: str = ""
    phase: str = ""
    key: str = ""
    before_text: str | None = None
    text: str | None = None
    read: object = None
    corrected: object = None
    review: int = 0


def add_review(db: Database, review: Review) -> int:
    """Store a decision and return its number; a later one about the same thing replaces it."""
    row = asdict(review) | {side: json.dumps(getattr(review, side)) for side in ("read", "corrected")}
    del row["review"]
    return int(str(db.table("reviews").insert(row).last_pk))


def reviews_of(db: Database, source: str) -> tuple[Review, ...]:
    """Every decision about a source, oldest first."""
    rows = db["reviews"].rows_where("source = ?", [source], order_by="review")
    return tuple(_review(row) for row in rows)


def _review(row: dict[str, object]) -> Review:
    values = {name: row[name] for name in Review.__slots__}
    values |= {side: json.loads(str(row[side])) for side in ("read", "corrected")}
    return Review(**values)  # type: ignore[arg-type]
