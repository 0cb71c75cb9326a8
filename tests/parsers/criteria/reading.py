"""Criteria as tests name them: pairs of key and value, and trees written on one line."""

from __future__ import annotations

from parsers.criteria.clauses import read_clause
from parsers.criteria.wording import clause
from parsers.models import Leaf, Phase, Tree, Value, value_to_json

Pair = tuple[str, object]


def pairs(text: str, *, phase: Phase = "initial", topic: str = "") -> set[Pair]:
    """Key and value of every leaf read in a clause; a structured value as its sorted items."""
    return set(_pairs(read_clause(clause(text, page=1, phase=phase, topic=topic))))


def _pairs(tree: Tree | None) -> list[Pair]:
    if tree is None:
        return []
    if isinstance(tree, Leaf):
        return [(tree.key, _plain(tree.value))]
    return [pair for child in tree.children for pair in _pairs(child)]


def _plain(value: Value) -> object:
    plain = value_to_json(value)
    return tuple(sorted(plain.items())) if isinstance(plain, dict) else plain


def line(tree: Tree | None) -> str:
    """A tree on one line: all(age_min 18, any(…))."""
    if tree is None:
        return "nothing"
    if isinstance(tree, Leaf):
        return tree.key if tree.value is None else f"{tree.key} {_plain(tree.value)}"
    return f"{tree.op}{tree.n or ''}({', '.join(map(line, tree.children))})"


def read_line(text: str, *, phase: Phase = "initial", topic: str = "") -> str:
    """The tree of a clause on one line."""
    return line(read_clause(clause(text, page=1, phase=phase, topic=topic)))
