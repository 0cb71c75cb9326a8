"""Versions of a source: each differs in content from the one before and names the snapshot and reading it is from."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sqlite_utils import Database

from db.connection import write
from db.criteria import add_criteria
from db.label import forget_judgement
from db.passages import index_passages
from parsers.models import Code, ParsedPolicy, PolicyFacts, Position, tree_to_json

Kind = Literal["first", "change", "technical"]
State = Literal["confirmed", "pending", "rejected"]
END_OF_TIME = "9999-12-31T23:59:59Z"


@dataclass(frozen=True, slots=True)
class Version:
    """A version. `technical` says what the one before said: a newer extractor reads better, or an archive shows that it
    stood there before we looked. `pending` waits for a second fetch; `rejected` was a blink that the next fetch did not
    show again. `seen_at` is the instant of its snapshot and the order of versions, since history may be added later;
    `version` is 0 until stored.
    """

    source: str
    snapshot: int
    reading: int
    kind: Kind
    state: State
    seen_at: str
    confirmed_at: str | None
    version: int = 0


def add_version(db: Database, version: Version, policy: ParsedPolicy) -> int:
    """Store a version with its positions and codes and return its number; said again, nothing is added."""
    with write(db):
        found = db.execute(
            "SELECT version FROM versions WHERE source = ? AND snapshot = ? AND reading = ?",
            [version.source, version.snapshot, version.reading],
        ).fetchone()
        if found:
            return int(found["version"])
        number = _insert_version(db, version, policy.policy)
        _insert_positions(db, number, policy.positions)
        db.table("codes").insert_all(_code_row(number, n, c) for n, c in enumerate(policy.codes))
        if version.state == "confirmed":
            _index_newest(db, version.source)
    return number


def restate_positions(db: Database, version: int, positions: Iterable[Position]) -> None:
    """Replace what a version is on record to say, after a person corrected the reading.

    Where it stood against the label is forgotten, to be judged anew.
    """
    with write(db):
        forget_judgement(db, version)
        for table in ("criteria", "positions"):
            db.execute(f"DELETE FROM {table} WHERE version = ?", [version])
        _insert_positions(db, version, tuple(positions))


def confirm_version(db: Database, version: int, *, at: str) -> None:
    with write(db):
        db.execute("UPDATE versions SET state = 'confirmed', confirmed_at = ? WHERE version = ?", [at, version])
        _index_newest(db, get_version(db, version).source)


def reject_version(db: Database, version: int) -> None:
    """Let a version count no more. Where it was in force, the one before it is again, and its text is what is found."""
    was = get_version(db, version)
    db.execute("UPDATE versions SET state = 'rejected' WHERE version = ?", [version])
    if was.state == "confirmed":
        _index_newest(db, was.source)


def retell_version(db: Database, version: int, kind: Kind) -> None:
    """Say anew what a version is to the one before it, which was found later than itself."""
    db.execute("UPDATE versions SET kind = ? WHERE version = ?", [kind, version])


def last_confirmed(db: Database, source: str, *, until: str = END_OF_TIME) -> Version | None:
    """The version in force, or the one that was on an instant; None before the first sight."""
    return _newest(db, source, "confirmed", until)


def pending_version(db: Database, source: str, *, until: str = END_OF_TIME) -> Version | None:
    """The version that waits for a second fetch, or waited on an instant; None when none does."""
    return _newest(db, source, "pending", until)


def has_pending(db: Database, source: str) -> bool:
    return pending_version(db, source) is not None


def versions_of(db: Database, source: str) -> list[Version]:
    """A source's versions, oldest first."""
    return [_version(row) for row in db["versions"].rows_where("source = ?", [source], order_by="seen_at, version")]


def get_version(db: Database, version: int) -> Version:
    return _version(db.table("versions").get(version))


def facts_of(db: Database, version: int) -> PolicyFacts:
    """What the document of a version says of itself: number, title, the four dates, superseded or not."""
    row = db.table("versions").get(version)
    days = {
        name: date.fromisoformat(str(row[name])) if row[name] else None
        for name in ("effective_on", "published_on", "last_reviewed_on", "next_review_on")
    }
    return PolicyFacts(number=row["number"], title=row["title"], superseded=bool(row["superseded"]), **days)


def _newest(db: Database, source: str, state: State, until: str) -> Version | None:
    where, values = "source = ? AND state = ? AND seen_at <= ?", [source, state, until]
    rows = db["versions"].rows_where(where, values, order_by="seen_at desc, version desc", limit=1)
    return next((_version(row) for row in rows), None)


def _index_newest(db: Database, source: str) -> None:
    """Let the text in force be found, which a version of the past does not become."""
    newest = last_confirmed(db, source)
    if newest:
        index_passages(db, newest.version)


def _version(row: dict[str, object]) -> Version:
    return Version(**{name: row[name] for name in Version.__slots__})  # type: ignore[arg-type]


def _insert_version(db: Database, version: Version, facts: PolicyFacts) -> int:
    row = {name: getattr(version, name) for name in Version.__slots__ if name != "version"}
    row |= {name: _plain(getattr(facts, name)) for name in PolicyFacts.__slots__}
    return int(str(db.table("versions").insert(row).last_pk))


def _insert_positions(db: Database, version: int, positions: Sequence[Position]) -> None:
    db.table("positions").insert_all(_position_row(version, n, p) for n, p in enumerate(positions))
    add_criteria(db, version, [tree_to_json(p.criteria) if p.criteria else None for p in positions])


def _plain(value: object) -> object:
    return value.isoformat() if hasattr(value, "isoformat") else value


def _position_row(version: int, n: int, position: Position) -> dict[str, object]:
    proof = position.evidence[0] if position.evidence else None
    return {
        "version": version,
        "n": n,
        "product": position.product,
        "route": position.route,
        "indication": position.indication,
        "phase": position.phase,
        "status": position.status,
        "prior_authorization": position.prior_authorization,
        "criteria": json.dumps(tree_to_json(position.criteria)) if position.criteria else None,
        "page": proof.page if proof else None,
        "text": proof.text if proof else None,
    }


def _code_row(version: int, n: int, code: Code) -> dict[str, object]:
    return {"version": version, "n": n} | {name: getattr(code, name) for name in Code.__slots__}
