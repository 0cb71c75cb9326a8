"""Kills a night at each write to the database in turn, runs it again, and prints what is left as JSON.

`python -m tests.tracker.cut_off FOLDER`: FOLDER/data holds a night whose crawl is done. A process of its own, because
it forks: each kill is a real one, without a word to the code that is killed.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from tests.tracker.nights import OTHER, SOURCE, THIRD, Watch

WRITES = ("INSERT", "UPDATE", "DELETE", "COMMIT")
KILLED = 9
CONNECT = sqlite3.connect


class Killer:
    """Ends this process without warning at the n-th write statement on any connection; 0 never."""

    def __init__(self, at: int) -> None:
        self.left = at

    def connect(self, *arguments: Any, **options: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = CONNECT(*arguments, **options)
        connection.set_trace_callback(self.see)
        return connection

    def see(self, statement: str) -> None:
        if statement.lstrip().upper().startswith(WRITES):
            self.left -= 1
            if self.left == 0:
                os._exit(KILLED)


def night(watch: Watch, kill_at: int) -> bool:
    """Run the rest of the night in a fork; whether it was killed."""
    child = os.fork()
    if child == 0:
        sqlite3.connect = Killer(kill_at).connect  # type: ignore[assignment]
        watch.settle()
        os._exit(0)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if code not in {0, KILLED}:
        raise SystemExit(f"the night ended with exit code {code}")
    return code == KILLED


def state(watch: Watch) -> dict[str, object]:
    """The whole database, and the messages that went out, by their ids."""
    with closing(watch.open()) as db:
        # The index of the full-text search follows from its table.
        tables = [name for name in sorted(db.table_names()) if not name.startswith("passages_fts")]
        rows = [row for table in tables for row in rows_of(db, table)]
    messages = {path.stem.partition("-")[2] for path in watch.out.glob("*.eml")}
    return {"rows": rows, "messages": sorted(messages)}


def rows_of(db: Database, table: str) -> list[str]:
    """A table's rows as text. Documents are read in any order, so the numbers of readings say nothing; an attempt that
    was cut off is rightly in the ledger and counted, beside the one that ended.
    """
    if table == "versions":
        query = "SELECT v.*, r.sha256 FROM versions v JOIN readings r USING (reading) ORDER BY version"
    elif table == "readings":
        query = "SELECT * FROM readings ORDER BY sha256"
    elif table == "deliveries":
        query = "SELECT alert, message, outcome, detail FROM deliveries WHERE outcome <> 'begun' ORDER BY delivery"
    else:
        query = f"SELECT * FROM [{table}] ORDER BY rowid"
    rows = [dict(row) for row in db.conn.execute(query).fetchall()]
    left_out = {"reading", "attempts"}
    return [f"{table} { {name: value for name, value in row.items() if name not in left_out} }" for row in rows]


def main(folder: Path) -> None:
    prepared = Watch(folder / "data", folder / "out", (SOURCE, OTHER, THIRD), nights=2)
    points = 0
    while True:
        here = folder / str(points)
        shutil.copytree(prepared.data, here / "data")
        shutil.copytree(prepared.out, here / "out")
        watch = replace(prepared, data=here / "data", out=here / "out")
        killed = night(watch, points)
        if killed:
            night(watch, 0)
        print(json.dumps({"point": points, "killed": killed, **state(watch)}), flush=True)
        shutil.rmtree(here)
        if points and not killed:
            return
        points += 1


if __name__ == "__main__":
    main(Path(sys.argv[1]))
