"""The board at the size of issue 5: 300 payers, 10 versions each, 20 positions a version. Printed, not asserted.

Aimed at: the front page in 200 ms of the server's time, each named query in 100 ms, the whole site in 60 s.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from time import perf_counter, process_time
from urllib.request import urlopen

import pytest

from db.connection import DATABASE_NAME, open_db, read_db
from db.views import views
from tests.benchmarks.crowd import fill
from tests.loopback import serving
from tracker.board.app import board_app
from tracker.board.board import Board
from tracker.board.pages import KINDS
from tracker.board.public import read_only_public
from tracker.board.questions import questions
from tracker.board.static_site import write_site

PAYERS, VERSIONS = 300, 10
NOW = "2026-11-26T09:00:00Z"
# As many rows as a page of Datasette asks for, and one more to know whether there are others.
ROWS = 101
# What a named query may ask, each left open.
ANY = {"day": "", "state": "", "indication": "", "label_event": "", "kind": ""}


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("crowd")
    db = open_db(data)
    fill(db, payers=PAYERS, versions=VERSIONS)
    db.close()
    return data


def measured(what: str, work: Callable[[], object]) -> None:
    """Print the best of three: time on the clock, and of the processor, which a busy machine does not stretch."""
    best = min(_times(work) for _ in range(3))
    print(f"{what:<60} {best[0] * 1000:7.0f} ms, {best[1] * 1000:7.0f} ms of the processor")


def _times(work: Callable[[], object]) -> tuple[float, float]:
    clock, processor = perf_counter(), process_time()
    work()
    return perf_counter() - clock, process_time() - processor


@pytest.mark.timeout(1800)
def test_pages(crowd: Path) -> None:
    print(f"\n{PAYERS} payers x {VERSIONS} versions")
    with closing(read_db(crowd)) as db:
        for kind in KINDS:
            if kind.pattern.endswith(".html"):
                board = Board(db, crowd, NOW)
                names = next(iter(kind.names(board)))
                measured(kind.pattern, lambda kind=kind, names=names: kind.render(Board(db, crowd, NOW), names))  # type: ignore[misc]


@pytest.mark.timeout(1800)
def test_front_page_as_served(crowd: Path) -> None:
    """What a visitor waits for: the first ever, and the first after a night wrote something."""
    print()
    with serving(board_app(crowd)) as address:

        def ask() -> bytes:
            with urlopen(address) as response:
                return bytes(response.read())

        def ask_anew() -> bytes:
            os.utime(crowd / DATABASE_NAME)
            return ask()

        print(f"{'the first visit':<60} {_times(ask)[0] * 1000:7.0f} ms")
        measured("a page made already", ask)
        measured("after the data changed", ask_anew)


@pytest.mark.timeout(1800)
def test_named_queries(crowd: Path) -> None:
    print()
    with closing(sqlite3.connect(crowd / DATABASE_NAME)) as connection:
        read_only_public(connection)
        for view in views():
            sql = f"SELECT * FROM {view.name} LIMIT {ROWS}"
            measured(view.name, lambda sql=sql: connection.execute(sql).fetchall())  # type: ignore[misc]
        for question in questions():
            if query := question.query:
                measured(query.name, lambda sql=query.sql: connection.execute(sql, ANY).fetchmany(ROWS))  # type: ignore[misc]


@pytest.mark.timeout(1800)
def test_site(crowd: Path, tmp_path: Path) -> None:
    clock, processor = perf_counter(), process_time()
    with closing(read_db(crowd)) as db:
        written = write_site(Board(db, crowd, NOW), tmp_path / "site")
    took, worked = perf_counter() - clock, process_time() - processor
    print(f"\nsite of {written.files} files: {took:.0f} s, {worked:.0f} s of the processor")
    assert written.files > PAYERS
