"""Opening the database: one file, write-ahead log, foreign keys on, migrations applied."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

from db.migrations import MIGRATIONS
from db.views import make_views, views_are_made

DATABASE_NAME = "ketwatch.db"
BUSY_TIMEOUT_MS = 30_000


def open_db(data: Path, *, create: bool = True) -> Database:
    """Open `data`/ketwatch.db with every migration applied.

    Raises FileNotFoundError when it does not exist and `create` is False.
    """
    path = data / DATABASE_NAME
    if not create and not path.exists():
        raise FileNotFoundError(
            f"no database at {path}: run `ketwatch nightly` or `ketwatch add` first, or give --data"
        )
    data.mkdir(parents=True, exist_ok=True)
    return _prepare(sqlite3.connect(path, timeout=BUSY_TIMEOUT_MS / 1000))


def read_db(data: Path) -> Database:
    """`data`/ketwatch.db for reading alone: SQLite refuses every write. Open it once with `open_db` before.

    Raises FileNotFoundError when it does not exist.
    """
    path = data / DATABASE_NAME
    if not path.exists():
        raise FileNotFoundError(
            f"no database at {path}: run `ketwatch nightly` or `ketwatch add` first, or give --data"
        )
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=BUSY_TIMEOUT_MS / 1000)
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA query_only = 1")
    return Database(connection)


def memory_db() -> Database:
    """An empty database in memory with every migration applied, for tests and `ketwatch compare`."""
    return _prepare(sqlite3.connect(":memory:"))


def _prepare(connection: sqlite3.Connection) -> Database:
    connection.row_factory = sqlite3.Row
    db = Database(connection)
    connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA foreign_keys = ON")
    MIGRATIONS.apply(db)
    if not views_are_made(db):
        with write(db):
            make_views(db)
    return db


@contextmanager
def write(db: Database) -> Iterator[Database]:
    """One transaction that takes the write lock first.

    sqlite-utils' `atomic()` begins deferred: a read followed by a write fails at once with "database is locked" when
    another process commits in between, whatever the busy timeout. Inside an open transaction it is a savepoint of it.
    """
    if db.conn.in_transaction:
        with db.atomic():
            yield db
        return
    db.conn.execute("BEGIN IMMEDIATE")
    try:
        yield db
    except BaseException:
        db.conn.execute("ROLLBACK")
        raise
    db.conn.execute("COMMIT")


@contextmanager
def write_quickly(db: Database) -> Iterator[Database]:
    """One transaction that does not wait for the disk: a power cut may take it back, the end of the process cannot.

    The next ordinary transaction brings it to the disk as well.
    """
    db.conn.execute("PRAGMA synchronous = NORMAL")
    try:
        with write(db):
            yield db
    finally:
        db.conn.execute("PRAGMA synchronous = FULL")
