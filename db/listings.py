"""Which index page lists which document, and on how many readings it has not."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class Listed:
    """A document on an index page. `listed_sha256` is the page as it last listed the document, at `listed_at`.

    `missed` counts the good readings in a row since then that did not list it, the first at `missed_since` (None while
    there is none); `others` is how many other documents the last of them still listed.
    """

    page: str
    source: str
    listed_sha256: str
    listed_at: str
    missed: int = 0
    missed_since: str | None = None
    others: int = 0


def listed_on(db: Database, page: str) -> dict[str, Listed]:
    """The documents that a page lists or has listed, by source."""
    rows = db["listings"].rows_where("page = ?", [page], order_by="source")
    return {row["source"]: Listed(**row) for row in rows}


def listings_by_source(db: Database) -> dict[str, list[Listed]]:
    """Every listing of a document that has not ended, by source."""
    found: dict[str, list[Listed]] = {}
    for row in db.query("SELECT listings.* FROM listings JOIN sources USING (source) WHERE ended_at IS NULL"):
        found.setdefault(row["source"], []).append(Listed(**row))
    return found


def keep_listed(db: Database, listed: Listed) -> None:
    db.table("listings").upsert(asdict(listed), pk=("page", "source"))


def last_reading(db: Database, page: str) -> tuple[str, str] | None:
    """The SHA-256 of an index page when it was last read for what it lists, and the instant of that fetch."""
    rows = db["index_readings"].rows_where("page = ?", [page])
    return next(((str(row["sha256"]), str(row["read_at"])) for row in rows), None)


def note_reading(db: Database, page: str, sha256: str, *, at: str) -> None:
    db.table("index_readings").upsert({"page": page, "sha256": sha256, "read_at": at}, pk="page")
