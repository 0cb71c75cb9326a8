"""The board's short words, and the marks that an answer or an honest gap is shown by. The words are data."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from importlib.resources import files
from typing import Literal, get_args

from db.sources import PayerType
from parsers.errors import TableError
from parsers.models import Op, Route, Status
from tracker.health import Condition

Gap = Literal["not_stated", "unreadable", "never_read"]
# An answer, answers that differ, or why there is none.
Mark = Literal[Status, "varies", Gap]


@dataclass(frozen=True, slots=True)
class BoardWords:
    """The whole of words.toml; `marks` are in the order of the legend."""

    marks: Mapping[str, str]
    meanings: Mapping[str, str]
    payer_types: Mapping[str, str]
    routes: Mapping[str, str]
    operators: Mapping[str, str]
    conditions: Mapping[str, str]


_COMPLETE = {
    "marks": get_args(Mark), "meanings": get_args(Mark), "payer_types": get_args(PayerType),
    "routes": get_args(Route), "operators": get_args(Op), "conditions": get_args(Condition),
}  # fmt: skip


def read_words(toml: str) -> BoardWords:
    """Check and build the words. Raises TableError when one is missing or unknown."""
    tables = tomllib.loads(toml)
    for field in fields(BoardWords):
        differing = set(_COMPLETE[field.name]) ^ set(tables.get(field.name, ()))
        if differing:
            raise TableError(f"words.toml [{field.name}]: missing or unknown: {', '.join(sorted(differing))}")
    return BoardWords(**tables)


WORDS = read_words((files("tracker.board") / "words.toml").read_text(encoding="utf-8"))
