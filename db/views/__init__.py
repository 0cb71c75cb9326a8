"""Views for the questions that people bring (domain.md 7.1): stable names and columns, made anew when they change.

Each file of SQL in this folder is one view. Its first comment lines give the question it answers, then what a reader
must know of it; `columns.toml` says once what a column means, whatever view it stands in.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from sqlite_utils import Database

from parsers.errors import TableError

_FOLDER = files("db.views")
_NAME = re.compile(r"(?P<order>\d\d)_(?P<name>[a-z_]+)\.sql")


@dataclass(frozen=True, slots=True)
class View:
    """A view: the `question` it answers, `notes` on how to read it ("" without any), and the SELECT behind it."""

    name: str
    question: str
    notes: str
    select: str

    @property
    def statement(self) -> str:
        return f"CREATE VIEW {self.name} AS\n{self.select}"


@cache
def views() -> tuple[View, ...]:
    """Every view, those that others build on first. Raises TableError when a file is not of the form above."""
    names = sorted(entry.name for entry in _FOLDER.iterdir() if entry.name.endswith(".sql"))
    return tuple(_read(name, (_FOLDER / name).read_text(encoding="utf-8")) for name in names)


@cache
def column_meanings() -> dict[str, str]:
    """What each column of the views means."""
    return dict(tomllib.loads((_FOLDER / "columns.toml").read_text(encoding="utf-8")))


def views_are_made(db: Database) -> bool:
    """Whether a database has exactly these views."""
    return _made(db) == {view.name: view.statement for view in views()}


def make_views(db: Database) -> None:
    """Make the views anew; call it inside a transaction."""
    for name in _made(db):
        db.conn.execute(f"DROP VIEW {name}")
    for view in views():
        db.conn.execute(view.statement)


def rows_of(db: Database, view: str) -> tuple[tuple[str, ...], Iterator[tuple[object, ...]]]:
    """The names of a view's columns, and its rows. Raises KeyError when there is no such view."""
    name = {one.name: one.name for one in views()}[view]
    found = db.conn.execute(f"SELECT * FROM {name}")
    return tuple(column[0] for column in found.description), map(tuple, found)


def _made(db: Database) -> dict[str, str]:
    rows = db.conn.execute("SELECT name, sql FROM sqlite_master WHERE type = 'view'")
    return {row["name"]: row["sql"] for row in rows}


def _read(file: str, text: str) -> View:
    named = _NAME.fullmatch(file)
    lines = text.splitlines()
    comment = [line.removeprefix("--").strip() for line in lines if line.startswith("--")]
    if not named or not comment:
        raise TableError(f"db/views/{file}: name it NN_view_name.sql and begin it with -- and its question")
    select = "\n".join(line for line in lines if not line.startswith("--")).strip().rstrip(";")
    return View(named["name"], comment[0], " ".join(comment[1:]), select)
