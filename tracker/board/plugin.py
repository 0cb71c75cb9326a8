"""Our plugin of Datasette, which opens connections as it likes: each becomes public and read-only at once."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from datasette import hookimpl

from db.connection import DATABASE_NAME
from tracker.board.public import read_only_public

NAME = Path(DATABASE_NAME).stem


@hookimpl(trylast=True)  # type: ignore[untyped-decorator]
def prepare_connection(conn: sqlite3.Connection, database: str) -> None:
    """Called for every connection; Datasette's own memory databases hold nothing of ours."""
    if database == NAME:
        read_only_public(conn)
