"""Drills: how pharmacists, clinicians, lawyers and form designers word each criterion, and what comes near to it.

Each file of drills/ is a family, with a table for the place of the clause and the key: the clause as the key, its
leaves as the value ("nothing" where none may be read; what is kept as "unparsed" does not count).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from html import escape
from pathlib import Path

import pytest

from parsers.models import Leaf, Tree
from parsers.policy import parse_policy
from tests.parsers.criteria.reading import NOTHING, leaf_words

DRILLS = Path(__file__).with_name("drills")
FILLER = "The member lives in the service area."
_PAGE = """<html><head><title>Spravato (esketamine)</title></head><body><h1>Spravato (esketamine) nasal spray</h1>
<h2>Background</h2><p>Esketamine is given as a nasal spray. {background}</p>
<h2>Criteria</h2>
<p>Initial: Spravato is covered for treatment-resistant depression when ALL of the following are met:</p>
<ul><li>{filler}</li>{initial}</ul>
<h2>Renewal criteria</h2><p>Spravato may be renewed when ALL of the following are met:</p>
<ul><li>{filler}</li>{renewal}</ul></body></html>"""


def _drills() -> Iterator[object]:
    for file in sorted(DRILLS.glob("*.toml")):
        for place, keys in tomllib.loads(file.read_text()).items():
            for key, clauses in keys.items():
                for text, expected in clauses.items():
                    leaves = set(expected.split(", ")) - {NOTHING}
                    yield pytest.param(place, text, leaves, id=f"{file.stem}-{key}-{text}")


@pytest.mark.parametrize(("place", "text", "expected"), list(_drills()))
def test_a_clause_is_read_as_a_careful_reader_would(place: str, text: str, expected: set[str]) -> None:
    assert _read(place, text) == expected


def _read(place: str, text: str) -> set[str]:
    """The leaves of a policy that has the clause in its place."""
    policy = parse_policy(_page(place, text).encode())
    return {leaf for position in policy.positions for leaf in _leaves(position.criteria, denied=False)}


def _page(place: str, text: str) -> str:
    slots = {"background": "", "initial": "", "renewal": "", "filler": FILLER}
    slots[place] = escape(text) if place == "background" else f"<li>{escape(text)}</li>"
    return _PAGE.format(**slots)


def _leaves(tree: Tree | None, *, denied: bool) -> Iterator[str]:
    if isinstance(tree, Leaf):
        if tree.key != "unparsed":
            yield _with_polarity(tree, denied=denied)
    elif tree:
        for child in tree.children:
            yield from _leaves(child, denied=denied != (tree.op == "none"))


def _with_polarity(leaf: Leaf, *, denied: bool) -> str:
    """An exclusion is denied by nature: it is marked when the tree asks for it, any other leaf when it is denied."""
    return leaf_words(leaf) if denied == (leaf.key == "exclusion") else f"not {leaf_words(leaf)}"
