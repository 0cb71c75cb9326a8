"""What a stranger's SQL can reach."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database

from tracker.board.public import public_tables, read_only_public

REFUSED = r"prohibited|not authorized"


@pytest.fixture
def public(db: Database, data: Path) -> sqlite3.Connection:
    """A second connection to the database, as the public gets it."""
    del db
    connection = sqlite3.connect(data / "ketwatch.db")
    read_only_public(connection)
    return connection


@pytest.mark.parametrize("table", sorted(public_tables()))
def test_public_tables_and_views_can_be_read(public: sqlite3.Connection, table: str) -> None:
    assert public.execute(f"SELECT * FROM {table}").fetchall() == []
    assert public.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)


def test_policy_text_can_be_searched(public: sqlite3.Connection) -> None:
    found = public.execute(
        "SELECT snippet(passages_fts, 1, '[', ']', '…', 20) FROM passages_fts "
        "JOIN passages ON passages.rowid = passages_fts.rowid WHERE passages_fts MATCH 'ketamine'"
    )
    assert found.fetchall() == []


@pytest.mark.parametrize(
    "table", ["outbox", "deliveries", "readings", "reading_failures", "reviews", "label_judged", "_sqlite_migrations"]
)
def test_private_tables_cannot(public: sqlite3.Connection, table: str) -> None:
    with pytest.raises(sqlite3.DatabaseError, match=REFUSED):
        public.execute(f"SELECT * FROM {table}")


def test_no_table_is_public_unless_it_is_named(db: Database, public: sqlite3.Connection) -> None:
    db.conn.execute("CREATE TABLE something_new (who TEXT)")
    with pytest.raises(sqlite3.DatabaseError, match=REFUSED):
        public.execute("SELECT who FROM something_new")


def test_the_headers_of_a_fetch_stay_private_and_its_address_does_not(public: sqlite3.Connection) -> None:
    assert public.execute("SELECT url, fetched_at FROM snapshots").fetchall() == []
    with pytest.raises(sqlite3.DatabaseError, match="prohibited"):
        public.execute("SELECT headers FROM snapshots")


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM payers",
        "UPDATE payers SET name = 'x'",
        "INSERT INTO payers VALUES ('a', 'a', 'a', '[]')",
        "CREATE TABLE mine (a)",
        "CREATE TEMP TABLE mine (a)",
        "DROP VIEW coverage_now",
        "UPDATE sqlite_master SET sql = ''",
        "ATTACH DATABASE '/etc/passwd' AS other",
        "ATTACH DATABASE ':memory:' AS other",
        "VACUUM INTO 'copy.db'",
        "PRAGMA query_only = 0",
        "PRAGMA journal_mode = DELETE",
        "PRAGMA writable_schema = 1",
        "SELECT load_extension('evil')",
        "EXPLAIN SELECT * FROM outbox",
    ],
)
def test_nothing_can_be_written_attached_or_loaded(public: sqlite3.Connection, statement: str) -> None:
    with pytest.raises(sqlite3.DatabaseError):
        public.execute(statement)
