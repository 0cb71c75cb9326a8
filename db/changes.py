"""Comparisons of two versions, with their changes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Literal

from sqlite_utils import Database

from db.connection import write

Verdict = Literal["expanded", "restricted", "mixed", "neutral", "unknown"]
Direction = Literal["expands", "restricts", "neutral", "unknown"]
Axis = Literal["eligibility", "setting", "amount", "continuity", "friction", "coding", "scope"]
Confidence = Literal["high", "medium", "low"]


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. `before` and `after` are the contract's JSON values, None for absent; the texts are the clauses
    that say so, None where a side says nothing.
    """

    product: str
    indication: str
    phase: str
    key: str
    axis: Axis
    direction: Direction
    before: object
    after: object
    before_text: str | None = None
    after_text: str | None = None
    before_page: int | None = None
    after_page: int | None = None


@dataclass(frozen=True, slots=True)
class WordRun:
    """A run of words in a section's diff: kept, deleted or inserted."""

    op: Literal["keep", "delete", "insert"]
    text: str


@dataclass(frozen=True, slots=True)
class SectionDiff:
    """The words that differ under one heading; long runs of kept words are shortened to their ends."""

    heading: str
    runs: tuple[WordRun, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What moved between two versions. `witness` is a patient treated differently (contract JSON), None without one;
    `reason` says why the verdict has its confidence.
    """

    verdict: Verdict
    action_required: bool
    changes: tuple[Change, ...] = ()
    sections: tuple[SectionDiff, ...] = ()
    witness: dict[str, object] | None = None
    confidence: Confidence = "high"
    reason: str = ""


@dataclass(frozen=True, slots=True)
class StoredComparison:
    """A comparison on record, with the versions it is about and when it was found. `label_event` names the event that
    changed what an unchanged text means; both versions are then the same. `moved_to` is the date to which the payer has
    moved `effective_on` since, before it came; None: it stands.
    """

    comparison: int
    source: str
    old_version: int
    new_version: int
    effective_on: str | None
    detected_at: str
    content: Comparison
    label_event: str | None = None
    moved_to: str | None = None


def record_comparison(
    db: Database,
    comparison: Comparison,
    *,
    source: str,
    old_version: int,
    new_version: int,
    effective_on: str | None,
    at: str,
    label_event: str | None = None,
) -> int:
    """Store a comparison with its changes; call it inside the transaction that also fills the outbox."""
    with write(db):
        table = db.table("comparisons").insert(
            {
                "source": source,
                "old_version": old_version,
                "new_version": new_version,
                "verdict": comparison.verdict,
                "action_required": comparison.action_required,
                "confidence": comparison.confidence,
                "reason": comparison.reason,
                "witness": json.dumps(comparison.witness) if comparison.witness else None,
                "sections": json.dumps([_section_to_json(section) for section in comparison.sections]),
                "effective_on": effective_on,
                "detected_at": at,
                "label_event": label_event,
            }
        )
        number = int(str(table.last_pk))
        db.table("changes").insert_all(_change_row(number, n, change) for n, change in enumerate(comparison.changes))
    return number


def move_effective_dates(db: Database, *, old_version: int, new_version: int) -> None:
    """Let what was to take effect on the date of one version take effect on that of the next, which states another.

    Only what was still ahead when the new date was first seen has moved; what was in force by then stays so.
    """
    db.execute(
        """UPDATE comparisons SET moved_to = new.effective_on
           FROM versions old, versions new, versions of
           WHERE old.version = ? AND new.version = ? AND of.version = comparisons.new_version
             AND comparisons.source = new.source AND comparisons.label_event IS NULL
             AND of.seen_at <= old.seen_at AND new.effective_on <> old.effective_on
             AND coalesce(comparisons.moved_to, comparisons.effective_on) = old.effective_on
             AND old.effective_on > substr(new.seen_at, 1, 10)""",
        [old_version, new_version],
    )


def get_comparison(db: Database, comparison: int) -> StoredComparison:
    row = db.table("comparisons").get(comparison)
    changes = tuple(_change(found) for found in db["changes"].rows_where("comparison = ?", [comparison], order_by="n"))
    content = Comparison(
        verdict=row["verdict"],
        action_required=bool(row["action_required"]),
        changes=changes,
        sections=tuple(_section(section) for section in json.loads(row["sections"])),
        witness=json.loads(row["witness"]) if row["witness"] else None,
        confidence=row["confidence"],
        reason=row["reason"],
    )
    where = {name: row[name] for name in StoredComparison.__slots__ if name != "content"}
    return StoredComparison(**where, content=content)


def comparisons_of(db: Database, source: str) -> list[StoredComparison]:
    """A source's comparisons, oldest first."""
    rows = db.execute("SELECT comparison FROM comparisons WHERE source = ? ORDER BY comparison", [source]).fetchall()
    return [get_comparison(db, int(row["comparison"])) for row in rows]


def comparison_of(db: Database, new_version: int) -> int | None:
    """The number of the comparison that led to a version, None when there is none."""
    row = db.execute(
        "SELECT comparison FROM comparisons WHERE new_version = ? AND label_event IS NULL", [new_version]
    ).fetchone()
    return int(row["comparison"]) if row else None


def comparison_about(db: Database, source: str, snapshot: int) -> int | None:
    """The number of the comparison by which an edit led to what a snapshot says; None when there is none."""
    row = db.execute(
        """SELECT max(comparison) AS comparison FROM comparisons JOIN versions ON version = new_version
           WHERE comparisons.source = ? AND snapshot = ? AND old_version <> new_version""",
        [source, snapshot],
    ).fetchone()
    return row["comparison"]  # type: ignore[no-any-return]  # sqlite3's rows are untyped


def _change_row(comparison: int, n: int, change: Change) -> dict[str, object]:
    row: dict[str, object] = {name: getattr(change, name) for name in Change.__slots__}
    row |= {side: None if row[side] is None else json.dumps(row[side]) for side in ("before", "after")}
    return {"comparison": comparison, "n": n, **row}


def _change(row: dict[str, object]) -> Change:
    values = {name: row[name] for name in Change.__slots__}
    values |= {side: None if row[side] is None else json.loads(str(row[side])) for side in ("before", "after")}
    return Change(**values)  # type: ignore[arg-type]


def _section_to_json(section: SectionDiff) -> dict[str, object]:
    return {"heading": section.heading, "runs": [[run.op, run.text] for run in section.runs]}


def _section(data: dict[str, object]) -> SectionDiff:
    runs = tuple(WordRun(op, text) for op, text in data["runs"])  # type: ignore[attr-defined]
    return SectionDiff(str(data["heading"]), runs)
