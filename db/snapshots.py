"""Every fetch, as a row: what was asked, what came, when; the bytes lie in the blob store."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Literal

from sqlite_utils import Database

from db.connection import write
from db.sources import note_address

FetchOutcome = Literal["fetched", "not_modified", "error"]
# Why nothing was asked for, where a source needs a browser and there is none.
NEEDS_BROWSER = "not readable (needs a browser)"
Provenance = Literal["crawl", "replay", "hand", "archive"]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One fetch. `sha256` is None when no body came; `http_status` is None when no answer came or it was added by
    hand; `fetched_at` is UTC, ISO 8601; `snapshot` is 0 until the row is recorded.
    """

    source: str
    url: str
    final_url: str
    fetched_at: str
    outcome: FetchOutcome
    reason: str = ""
    http_status: int | None = None
    headers: tuple[tuple[str, str], ...] = ()
    sha256: str | None = None
    byte_count: int | None = None
    provenance: Provenance = "crawl"
    run: int | None = None
    snapshot: int = 0


@dataclass(frozen=True, slots=True)
class Validators:
    """What a conditional request sends: the server's own ETag and Last-Modified, None where it gave none."""

    etag: str | None
    last_modified: str | None


def record_snapshot(db: Database, snapshot: Snapshot) -> int:
    """Store one fetch and return its number; the same source, address and instant is stored once.

    An answer within the second of a failure takes its place: instants count whole seconds.
    """
    with write(db):
        db.execute(
            """INSERT INTO snapshots (source, run, url, final_url, fetched_at, outcome, reason, http_status, headers,
                                      sha256, byte_count, provenance)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (source, url, fetched_at) DO UPDATE SET
                   run = excluded.run, final_url = excluded.final_url, outcome = excluded.outcome,
                   reason = excluded.reason, http_status = excluded.http_status, headers = excluded.headers,
                   sha256 = excluded.sha256, byte_count = excluded.byte_count, provenance = excluded.provenance
               WHERE outcome = 'error' AND excluded.outcome <> 'error'""",
            [snapshot.source, snapshot.run, snapshot.url, snapshot.final_url, snapshot.fetched_at, snapshot.outcome,
             snapshot.reason, snapshot.http_status, json.dumps(snapshot.headers), snapshot.sha256,
             snapshot.byte_count, snapshot.provenance],
        )  # fmt: skip
        if snapshot.outcome != "error":
            note_address(db, snapshot.source, snapshot.url, snapshot.fetched_at)
        row = db.execute(
            "SELECT snapshot FROM snapshots WHERE source = ? AND url = ? AND fetched_at = ?",
            [snapshot.source, snapshot.url, snapshot.fetched_at],
        ).fetchone()
    return int(row["snapshot"])


def snapshots_of(db: Database, source: str, *, run: int | None = None) -> list[Snapshot]:
    """A source's fetches, oldest first; of one run only when `run` is given."""
    where, values = ("source = ? AND run = ?", [source, run]) if run is not None else ("source = ?", [source])
    return [_snapshot(row) for row in db["snapshots"].rows_where(where, values, order_by="fetched_at, snapshot")]


def get_snapshot(db: Database, snapshot: int) -> Snapshot:
    return _snapshot(db.table("snapshots").get(snapshot))


def fetches_of_run(db: Database, run: int) -> list[Snapshot]:
    """What counts of each source's fetches in a run: the newest answer, or the newest failure when none came."""
    rows = db["snapshots"].rows_where("run = ?", [run], order_by="source, outcome <> 'error', fetched_at, snapshot")
    return list({str(row["source"]): _snapshot(row) for row in rows}.values())


def content_of(db: Database, snapshot: Snapshot) -> Snapshot | None:
    """The fetch that holds a fetch's document: itself, or for "not modified" the last full one of that address.

    None for an error, and when no full fetch is on record.
    """
    if snapshot.outcome != "not_modified":
        return snapshot if snapshot.outcome == "fetched" else None
    rows = db["snapshots"].rows_where(
        "source = ? AND url = ? AND outcome = 'fetched' AND fetched_at <= ?",
        [snapshot.source, snapshot.url, snapshot.fetched_at], order_by="fetched_at DESC, snapshot DESC", limit=1,
    )  # fmt: skip
    return next((_snapshot(row) for row in rows), None)


def validators(db: Database, source: str, url: str) -> Validators | None:
    """The validators of our last full fetch of an address, None when there is none or it carried neither."""
    row = db.execute(
        """SELECT headers FROM snapshots
           WHERE source = ? AND url = ? AND outcome = 'fetched' AND provenance <> 'archive'
           ORDER BY fetched_at DESC LIMIT 1""",
        [source, url],
    ).fetchone()
    headers = {name.lower(): value for name, value in json.loads(row["headers"])} if row else {}
    found = Validators(headers.get("etag"), headers.get("last-modified"))
    return found if found.etag or found.last_modified else None


def nights_since_full_fetch(db: Database, source: str, url: str) -> int:
    """How many fetches in a row ended in "not modified" since the last full one."""
    row = db.execute(
        """SELECT count(*) AS n FROM snapshots WHERE source = ?1 AND url = ?2 AND outcome = 'not_modified'
           AND fetched_at > coalesce((SELECT max(fetched_at) FROM snapshots
                                      WHERE source = ?1 AND url = ?2 AND outcome = 'fetched'), '')""",
        [source, url],
    ).fetchone()
    return int(row["n"])


def _snapshot(row: dict[str, object]) -> Snapshot:
    values = {name: row[name] for name in Snapshot.__slots__ if name != "headers"}
    headers = tuple((name, value) for name, value in json.loads(str(row["headers"])))
    return Snapshot(**values, headers=headers)  # type: ignore[arg-type]
