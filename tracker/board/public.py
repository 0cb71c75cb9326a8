"""What the public may read of the database, held by SQLite itself: whatever SQL is asked, nothing else is answered."""

from __future__ import annotations

import sqlite3
from functools import cache

from db.views import views

# Tables that say what is published and what we made of it. Who gets alerts, what was delivered, who reviewed what and
# where the machine keeps things is nobody else's business, and stays out because it is not named here.
PUBLIC_TABLES = frozenset({
    "payers", "sources", "addresses", "runs", "outcomes", "incidents", "versions", "positions", "criteria", "codes",
    "comparisons", "changes", "corrections", "event_members", "revisions", "corroborations", "passages", "label_events",
    "label_standings", "label_findings", "label_responses",
})  # fmt: skip
# Full-text search keeps its index in tables of its own.
_SEARCH = "passages_fts"
_SCHEMA = frozenset({"sqlite_master", "sqlite_schema", "sqlite_temp_master", "sqlite_temp_schema"})
_TABLE_FUNCTIONS = frozenset({"json_each", "json_tree"})
# Of a fetch only what a reader may check; a server's headers can hold session cookies.
_OF_SNAPSHOTS = frozenset({"snapshot", "source", "run", "url", "final_url", "fetched_at", "outcome", "reason",
                           "http_status", "sha256", "byte_count", "provenance"})  # fmt: skip
_READING_PRAGMAS = frozenset({
    "table_info", "table_xinfo", "foreign_key_list", "index_list", "index_info", "index_xinfo", "database_list",
    "schema_version", "data_version", "page_count", "page_size",
})  # fmt: skip
_HARMLESS = frozenset({sqlite3.SQLITE_SELECT, sqlite3.SQLITE_RECURSIVE})
_FORBIDDEN_FUNCTIONS = frozenset({"load_extension", "readfile", "writefile", "edit", "fts3_tokenizer"})


def read_only_public(connection: sqlite3.Connection) -> None:
    """Let a connection read the public tables and views and do nothing else: no write, no ATTACH, no private table.

    Call it last: afterwards not even a PRAGMA that sets something is allowed.
    """
    connection.execute("PRAGMA query_only = 1")
    connection.set_authorizer(_authorize)


@cache
def public_tables() -> frozenset[str]:
    """The tables and views that are shown."""
    return PUBLIC_TABLES | {view.name for view in views()}


def _authorize(action: int, first: str | None, second: str | None, _: str | None, __: str | None) -> int:
    if action in _HARMLESS:
        return sqlite3.SQLITE_OK
    allowed = (
        (action == sqlite3.SQLITE_READ and _may_read(first or "", second or ""))
        or (action == sqlite3.SQLITE_PRAGMA and (first or "").lower() in _READING_PRAGMAS)
        # Full-text search declares its virtual table so when it is opened; the schema itself cannot be written to.
        or (action == sqlite3.SQLITE_UPDATE and first == "sqlite_master")
        or (action == sqlite3.SQLITE_FUNCTION and (second or "").lower() not in _FORBIDDEN_FUNCTIONS)
    )
    return sqlite3.SQLITE_OK if allowed else sqlite3.SQLITE_DENY


def _may_read(table: str, column: str) -> bool:
    if table == "snapshots":
        # Counting rows reads no column by name.
        return column in _OF_SNAPSHOTS or not column
    return table in public_tables() | _SCHEMA | _TABLE_FUNCTIONS or table.startswith(_SEARCH)
