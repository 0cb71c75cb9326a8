"""Comparisons of fictional payers, written into a fresh database as a night would, with their alerts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from sqlite_utils import Database

from db.changes import Comparison, record_comparison
from db.outbox import Urgency, add_alert, alert_id
from db.readings import StoredReading, store_reading
from db.snapshots import Snapshot, record_snapshot
from db.sources import Payer, Source, register
from db.versions import Kind, Version, add_version
from parsers.models import DocumentFacts, ParsedPolicy, PolicyFacts

NIGHT = "2026-11-23T02:00:00Z"
NIGHT_BEFORE = "2026-11-22T02:00:00Z"
LARKSPUR = Payer("larkspur", "Larkspur Health Plan", "commercial", ("OH", "MI"))
POLICY_URL = "https://policies.larkspur.example/esketamine?v=2&lang=en"


@pytest.fixture
def outbox(db: Database) -> Callable[..., str]:
    """Store a comparison of two versions of a source and put one alert for it in the outbox; gives the alert's id."""

    def put(
        comparison: Comparison,
        *,
        channel: str = "folder:out",
        urgency: Urgency = "at_once",
        source: str = "larkspur-esketamine",
        title: str = "Esketamine nasal spray",
        payer: Payer = LARKSPUR,
        url: str = POLICY_URL,
        effective_on: date | None = date(2026, 12, 1),
        rule: str = "everything",
    ) -> str:
        register(db, payer, [Source(source, payer.payer, title, url)], at=NIGHT_BEFORE)
        facts = PolicyFacts(number="LHP-12", title=title, effective_on=effective_on, published_on=date(2026, 11, 20))
        old = _version(db, source, url, NIGHT_BEFORE, "a", facts)
        new = _version(db, source, url, NIGHT, "b", facts)
        number = record_comparison(
            db, comparison, source=source, old_version=old, new_version=new,
            effective_on=effective_on.isoformat() if effective_on else None, at=NIGHT,
        )  # fmt: skip
        alert = alert_id(source, f"{source}-b", NIGHT, channel)
        add_alert(db, alert=alert, comparison=number, channel=channel, rule=rule, urgency=urgency, at=NIGHT)
        return alert

    return put


def _version(db: Database, source: str, url: str, at: str, letter: str, facts: PolicyFacts) -> int:
    sha256 = letter * 64
    snapshot = record_snapshot(db, Snapshot(source, url, url, at, "fetched", sha256=sha256, byte_count=1))
    reading = store_reading(
        db, StoredReading(sha256, ("spravato",), "test-1", "ok", "reads well", f"{source}-{letter}", "{}")
    )
    policy = ParsedPolicy("ok", "reads well", DocumentFacts(sha256, "text/html", 1, None), policy=facts)
    kind: Kind = "first" if letter == "a" else "change"
    return add_version(db, Version(source, snapshot, reading, kind, "confirmed", at, at), policy)
