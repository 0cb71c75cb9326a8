"""The layout in which each source was last seen, and the one that it seems to have now."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class Layout:
    """The layout of a source as JSON of a skeleton, by the `extractor` that made it out, with the `positions` that were
    read in it. `drifted` is another layout that was seen since and is not believed yet, None without one.
    """

    extractor: str
    known: str
    positions: int
    drifted: str | None = None


def layout_of(db: Database, source: str) -> Layout | None:
    """The layout of a source; None before it was read."""
    rows = db["layouts"].rows_where("source = ?", [source])
    return next((Layout(**{name: row[name] for name in Layout.__slots__}) for row in rows), None)


def keep_layout(db: Database, source: str, layout: Layout) -> None:
    db.table("layouts").upsert({"source": source, **asdict(layout)}, pk="source")
