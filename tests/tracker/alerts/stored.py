"""Comparisons of fictional payers, written into a database as a night would, with their alerts."""

from __future__ import annotations

from datetime import date

from sqlite_utils import Database

from db.changes import Comparison, record_comparison
from db.outbox import Urgency, add_alert, alert_id
from db.readings import StoredReading, store_reading
from db.snapshots import Snapshot, record_snapshot
from db.sources import Payer, Source, register
from db.versions import Kind, Version, add_version
from parsers.jsonio import dump_parsed
from parsers.models import Block, DocumentFacts, ParsedPolicy, PolicyFacts

NIGHT = "2026-11-23T02:00:00Z"
NIGHT_BEFORE = "2026-11-22T02:00:00Z"
LARKSPUR = Payer("larkspur", "Larkspur Health Plan", "commercial", ("OH", "MI"))
POLICY_URL = "https://policies.larkspur.example/esketamine?v=2&lang=en"


def put_alert(
    db: Database,
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
    says: tuple[str, ...] = (),
    paged: bool = False,
    sha256: str | None = None,
    due_at: str | None = None,
) -> str:
    """Store a comparison of two versions of a source and put one alert for it in the outbox; gives the alert's id.

    `says` are the sentences of the new document, `paged` makes it a PDF, `sha256` names its bytes.
    """
    register(db, payer, [Source(source, payer.payer, title, url)], at=NIGHT_BEFORE)
    facts = PolicyFacts(number="LHP-12", title=title, effective_on=effective_on, published_on=date(2026, 11, 20))
    old = _version(db, source, url, NIGHT_BEFORE, "a" * 64, facts, (), paged=paged)
    new = _version(db, source, url, NIGHT, sha256 or "b" * 64, facts, says, paged=paged)
    number = record_comparison(
        db, comparison, source=source, old_version=old, new_version=new,
        effective_on=effective_on.isoformat() if effective_on else None, at=NIGHT,
    )  # fmt: skip
    alert = alert_id(source, f"{source}-b", NIGHT, channel)
    add_alert(db, alert=alert, comparison=number, channel=channel, rule=rule, urgency=urgency, at=NIGHT, due_at=due_at)
    return alert


def _version(
    db: Database, source: str, url: str, at: str, sha256: str, facts: PolicyFacts, says: tuple[str, ...], *, paged: bool
) -> int:
    is_old = at == NIGHT_BEFORE
    snapshot = record_snapshot(db, Snapshot(source, url, url, at, "fetched", sha256=sha256, byte_count=1))
    document = DocumentFacts(sha256, "application/pdf" if paged else "text/html", 9, None)
    said = tuple(Block("paragraph", line, page=2) for line in says)
    policy = ParsedPolicy(
        "ok", "reads well", document, policy=facts, blocks=said, fingerprint=f"{source}-{'a' if is_old else 'b'}"
    )
    reading = store_reading(
        db,
        StoredReading(sha256, ("spravato",), "test-1", "ok", "reads well", policy.fingerprint, dump_parsed(policy)),
    )
    kind: Kind = "first" if is_old else "change"
    return add_version(db, Version(source, snapshot, reading, kind, "confirmed", at, at), policy)
