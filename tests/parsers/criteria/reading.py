"""Criteria as tests name them: the leaves of a clause in words, trees on one line, tables of wordings."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from parsers.criteria.clauses import read_clause
from parsers.criteria.wording import clause
from parsers.models import CourseCap, Leaf, Percent, Phase, Quantity, Severity, Tree, Value

Row = tuple[str, set[str]]
NOTHING = "nothing"


def table(rows: str) -> list[Row]:
    """Rows written as "clause => leaf, leaf"; a clause may run over lines, and "nothing" stands for no leaf."""
    return list(_rows(rows))


def _rows(rows: str) -> Iterator[Row]:
    words = ""
    for text in map(str.strip, rows.splitlines()):
        words = f"{words} {text}".strip()
        if "=>" in words and not words.endswith(","):
            left, right = (part.strip() for part in words.split("=>"))
            yield left, set() if right == NOTHING else {leaf.strip() for leaf in right.split(",")}
            words = ""
    if words:
        raise ValueError(f"a row without =>: {words!r}")


def every_row(rows: list[Row]) -> Callable[[Callable[[str, set[str]], None]], Callable[[str, set[str]], None]]:
    """A test for each row of a table, named by its clause."""
    return pytest.mark.parametrize(("text", "expected"), rows, ids=[text for text, _ in rows])


def leaves(text: str, *, phase: Phase = "initial", topic: str = "") -> set[str]:
    """Every leaf read in a clause, as a table writes it: "failed_ad_count 2", "severity_min PHQ-9 15", "rems"."""
    return set(_leaves(read_clause(clause(text, page=1, phase=phase, topic=topic))))


def _leaves(tree: Tree | None) -> list[str]:
    if tree is None:
        return []
    if isinstance(tree, Leaf):
        return [leaf_words(tree)]
    return [leaf for child in tree.children for leaf in _leaves(child)]


def leaf_words(leaf: Leaf) -> str:
    return leaf.key if leaf.value is None or leaf.value is True else f"{leaf.key} {_value(leaf.value)}"


def _value(value: Value) -> str:
    match value:
        case Severity(scale, score):
            return f"{scale} {score}"
        case Percent(pct):
            return f"{pct}%"
        case Quantity(devices, days):
            return f"{devices} in {days} days"
        case CourseCap(sessions, days):
            return f"{days} days" if sessions is None else f"{sessions} sessions"
        case _:
            return str(value)


def line(tree: Tree | None) -> str:
    """A tree on one line: all(age_min 18, any(…))."""
    if tree is None:
        return NOTHING
    if isinstance(tree, Leaf):
        return leaf_words(tree)
    return f"{tree.op}{tree.n or ''}({', '.join(map(line, tree.children))})"


def read_line(text: str, *, phase: Phase = "initial", topic: str = "") -> str:
    """The tree of a clause on one line."""
    return line(read_clause(clause(text, page=1, phase=phase, topic=topic)))
