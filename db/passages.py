"""The text of the versions in force, passage by passage, for full-text search."""

from __future__ import annotations

import json

from sqlite_utils import Database

# What a heading alone says is found by its passages; shorter text is furniture of tables.
LEAST_LETTERS = 12


def index_passages(db: Database, version: int) -> None:
    """Put a confirmed version's text in place of what its source had; call it inside the transaction that confirms."""
    row = db.execute(
        "SELECT v.source, r.parsed FROM versions v JOIN readings r USING (reading) WHERE v.version = ?", [version]
    ).fetchone()
    db.execute("DELETE FROM passages WHERE source = ?", [row["source"]])
    db.table("passages").insert_all(
        {"source": row["source"], "version": version, "page": block.get("page", 1), "heading": heading, "text": text}
        for block in json.loads(row["parsed"]).get("blocks", ())
        for heading, text in [(" > ".join(block.get("path", ())), block["text"])]
        if len(text) >= LEAST_LETTERS
    )
