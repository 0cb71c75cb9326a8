"""The questions people bring, each with the view, the named query and the command that answer it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from parsers.errors import TableError


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query with parameters (`:day` and the like; an empty one asks for any)."""

    name: str
    title: str
    sql: str


@dataclass(frozen=True, slots=True)
class Question:
    """One question of domain.md 7.1. `query` is None where the view needs no parameters."""

    asked: str
    view: str
    command: str
    query: NamedQuery | None


@cache
def questions() -> tuple[Question, ...]:
    """The questions in the order of how often they are asked. Raises TableError when the file is not of this form."""
    rows = tomllib.loads((files("tracker.board") / "questions.toml").read_text(encoding="utf-8"))["question"]
    return tuple(map(_question, rows))


def _question(row: dict[str, Any]) -> Question:
    try:
        query = NamedQuery(**row["query"]) if "query" in row else None
        return Question(row["asked"], row["view"], row["command"], query)
    except (KeyError, TypeError) as error:
        raise TableError(f"questions.toml: {row.get('asked', row)!r} lacks or misnames {error}") from error
