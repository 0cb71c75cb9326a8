"""Where positions stand against the FDA label: stored for every version and every edition of the label."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Literal

from sqlite_utils import Database

from db.connection import write

# In the order in which rows can be deleted.
_OF_A_VERSION = ("label_findings", "label_standings", "label_responses", "label_judged")
Response = Literal["follows", "by_reference", "lags", "denied", "not_stated", "unknown"]


@dataclass(frozen=True, slots=True)
class EventRow:
    """One edition of a label; days are ISO dates, `announced_on` None when not on record."""

    event: str
    product: str
    approved_on: str
    announced_on: str | None
    headline: str
    source: str


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One clause beyond, below or apart from the label; `value` is the contract's JSON value."""

    side: str
    kind: str
    grade: int | None
    key: str
    value: object
    text: str
    page: int


@dataclass(frozen=True, slots=True)
class StandingRow:
    """Position `n` of a version against one edition. `judged_as` is the labeled use it decides, None when off label."""

    n: int
    event: str
    judged_as: str | None
    label_class: str
    by_reference: bool
    reason: str
    findings: tuple[FindingRow, ...]


@dataclass(frozen=True, slots=True)
class ResponseRow:
    """What a version says to a use that an event widened or added, with the clause."""

    event: str
    indication: str
    response: Response
    text: str | None
    page: int | None


@dataclass(frozen=True, slots=True)
class Follower:
    """A source that may follow the label by reference: its version in force, and the one in force on the day asked
    for. `known_then`: that one had been fetched by then, and is no capture that was added later.
    """

    source: str
    version: int
    version_then: int
    known_then: bool


FOLLOWERS = """
    SELECT force.source, force.version, then_.version AS version_then,
           EXISTS (SELECT 1 FROM snapshots s JOIN runs USING (run)
                   WHERE s.snapshot = then_.snapshot AND runs.started_at <= :day_end) AS known_then
    FROM versions_in_force force JOIN versions_in_force then_ USING (source)
    WHERE force.in_force_from <= :now AND (force.in_force_until IS NULL OR force.in_force_until > :now)
      AND then_.in_force_from <= :day_end AND (then_.in_force_until IS NULL OR then_.in_force_until > :day_end)
      AND EXISTS (SELECT 1 FROM positions p WHERE p.version = force.version AND p.product = :product
                  AND (p.indication = 'fda_labeled' OR p.criteria LIKE '%"label_dynamic"%'))
    ORDER BY force.source"""


def store_events(db: Database, events: Iterable[EventRow]) -> None:
    """Bring the editions of the labels up to date."""
    with write(db):
        db.table("label_events").upsert_all((_row(event) for event in events), pk="event")


def versions_to_judge(db: Database, release: str) -> list[int]:
    """Confirmed versions that this release of the rules has not judged, oldest first."""
    rows = db.execute(
        """SELECT version FROM versions LEFT JOIN label_judged j USING (version)
           WHERE state = 'confirmed' AND j.release IS NOT ? ORDER BY version""",
        [release],
    )
    return [int(row["version"]) for row in rows.fetchall()]


def store_judgement(
    db: Database, version: int, release: str, standings: Iterable[StandingRow], responses: Iterable[ResponseRow]
) -> None:
    """Replace what is known of one version against the label."""
    with write(db):
        forget_judgement(db, version)
        for standing in standings:
            row = _row(standing)
            del row["findings"]
            db.table("label_standings").insert({"version": version, **row})
            where = {"version": version, "n": standing.n, "event": standing.event}
            db.table("label_findings").insert_all(
                {**where, "finding": number, **_row(finding), "value": json.dumps(finding.value)}
                for number, finding in enumerate(standing.findings)
            )
        db.table("label_responses").insert_all({"version": version, **_row(response)} for response in responses)
        db.table("label_judged").insert({"version": version, "release": release})


def forget_judgement(db: Database, version: int) -> None:
    """Drop what is known of a version against the label, because it is on record to say something else now."""
    with write(db):
        for table in _OF_A_VERSION:
            db.execute(f"DELETE FROM {table} WHERE version = ?", [version])


def event_is_recorded(db: Database, source: str, event: str) -> bool:
    """Whether the change that an event made to a source is on record."""
    return bool(db["comparisons"].count_where("source = ? AND label_event = ?", [source, event]))


def followers_on(db: Database, product: str, day: str, *, now: str) -> list[Follower]:
    """Sources whose version in force may refer to a product's label, and that had one in force at the end of a day."""
    rows = db.query(FOLLOWERS, {"product": product, "day_end": f"{day}T23:59:59Z", "now": now})
    return [Follower(**row | {"known_then": bool(row["known_then"])}) for row in rows]


def _row(thing: EventRow | FindingRow | StandingRow | ResponseRow) -> dict[str, object]:
    return {field.name: getattr(thing, field.name) for field in fields(thing)}
