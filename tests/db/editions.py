"""Editions of a document, stored as a night stores them."""

from __future__ import annotations

from sqlite_utils import Database

from db.readings import StoredReading, store_reading
from db.snapshots import Snapshot, record_snapshot
from db.sources import Source
from db.versions import State, Version, add_version
from parsers.jsonio import dump_parsed
from parsers.models import ParsedPolicy


def store_edition(db: Database, source: Source, policy: ParsedPolicy, day: str, *, state: State = "confirmed") -> int:
    """The version that a fetch of `day` with this content became."""
    at, sha256 = f"{day}T02:00:00Z", f"{source.source} {day}"
    snapshot = record_snapshot(db, Snapshot(source.source, source.url, source.url, at, "fetched", sha256=sha256))
    stored = StoredReading(sha256, source.must_mention, "test", "ok", "", policy.fingerprint, dump_parsed(policy))
    kept = at if state == "confirmed" else None
    version = Version(source.source, snapshot, store_reading(db, stored), "change", state, at, kept)
    return add_version(db, version, policy)
