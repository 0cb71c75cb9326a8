"""Every recorded document against what a person reads in it: one test for each file and group of fields.

A case is a folder in tests/cases with the document and expected.json (the format of the labelled policies: quality,
policy, positions, criteria, codes, patients). Keys that expected.json leaves out are not compared. A case for a payer
that is watched names in `source` the document whose layout it has; what it says is made up.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from itertools import groupby, zip_longest
from pathlib import Path
from typing import Any

import pytest

from parsers.check import check, read_patient
from parsers.criteria.kept import is_criterion
from parsers.jsonio import to_json
from parsers.models import Leaf, ParsedPolicy, Tree
from parsers.phases.phases import read_phase
from parsers.policy import parse_policy
from parsers.uses.indications import mentions

CASES = Path(__file__).parent / "cases"
FILES = sorted(
    folder / name
    for folder in CASES.iterdir()
    if (folder / "expected.json").exists()
    for name in json.loads((folder / "expected.json").read_text())["files"]
)
every_file = pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")


@every_file
def test_quality(path: Path) -> None:
    assert _parsed(path).quality == _expected(path).get("quality", "ok")


@every_file
def test_positions(path: Path) -> None:
    found = {(row["product"], row["indication"], row["phase"], row["status"]) for row in _json(path)["positions"]}

    assert found == {
        (row["product"], row["indication"], row["phase"], row["status"]) for row in _expected(path)["positions"]
    }


@every_file
def test_criteria(path: Path) -> None:
    found = {
        (row["product"], row["indication"], row["phase"], leaf["key"], _plain(leaf["value"]))
        for row in _json(path)["positions"]
        for leaf in _leaves(row["criteria"])
    }

    assert found == {
        (row["product"], row["indication"], row["phase"], row["key"], _plain(row["value"]))
        for row in _expected(path)["criteria"]
    }


@every_file
def test_every_statement_is_proved_by_the_document_s_own_words(path: Path) -> None:
    parsed = _parsed(path)
    text = _on_one_line(" ".join(block.text for block in parsed.blocks))
    pages = {block.page for block in parsed.blocks}

    for position in parsed.positions:
        assert position.evidence
        quoted = [(proof.page, proof.text) for proof in position.evidence]
        quoted += [(leaf.page, leaf.text) for leaf in _criteria(position.criteria)]
        assert {page for page, _ in quoted} <= pages
        assert [words for _, words in quoted if _on_one_line(words) not in text] == []


@every_file
def test_no_item_of_a_list_of_criteria_vanishes(path: Path) -> None:
    """An item among criteria states some, stays unparsed, leads in a list, names a use or heads what follows."""
    parsed = _parsed(path)
    said = {leaf.text for position in parsed.positions for leaf in _criteria(position.criteria)}
    lists = (list(run) for is_item, run in groupby(parsed.blocks, lambda block: block.kind == "item") if is_item)

    for items in lists:
        if any(_speaks(item.text, said) for item in items):
            for item, after in zip_longest(items, items[1:]):
                leads_in = after is not None and after.depth > item.depth
                assert leads_in or _speaks(item.text, said) or _is_no_criterion(item.text), item.text


@every_file
def test_policy_fields(path: Path) -> None:
    expected = _expected(path).get("policy", {})
    found = _json(path)["policy"]

    assert {name: found[name] for name in expected} == expected


@every_file
def test_codes(path: Path) -> None:
    if "codes" in (expected := _expected(path)):
        assert {_bare(row["code"]) for row in _json(path)["codes"]} == {_bare(code) for code in expected["codes"]}


@every_file
def test_patients(path: Path) -> None:
    positions = {(found.product, found.indication, found.phase): found for found in _parsed(path).positions}

    for case in _expected(path).get("patients", []):
        position = positions[case["product"], case["indication"], case["phase"]]
        assert check(position.criteria, position.status, read_patient(case["facts"])).result == case["expect"]


def test_there_are_enough_recorded_documents() -> None:
    assert len({path.parent for path in FILES}) >= 25
    assert {path.suffix for path in FILES} >= {".html", ".pdf"}


@cache
def _parsed(path: Path) -> ParsedPolicy:
    return parse_policy(path.read_bytes())


def _json(path: Path) -> dict[str, Any]:
    return to_json(_parsed(path))


def _expected(path: Path) -> dict[str, Any]:
    expected: dict[str, Any] = json.loads((path.parent / "expected.json").read_text())
    return expected


def _leaves(tree: dict[str, Any] | None) -> list[dict[str, Any]]:
    if tree is None:
        return []
    if "op" in tree:
        return [leaf for child in tree["children"] for leaf in _leaves(child)]
    return [] if tree["key"] == "unparsed" else [tree]


def _criteria(tree: Tree | None) -> Iterator[Leaf]:
    if isinstance(tree, Leaf):
        yield tree
    elif tree is not None:
        for child in tree.children:
            yield from _criteria(child)


def _speaks(item: str, said: set[str]) -> bool:
    return any(text in item or item in text for text in said)


def _is_no_criterion(item: str) -> bool:
    return not is_criterion(item) or bool(mentions(item)) or read_phase(item) is not None


def _plain(value: object) -> str:
    return json.dumps(value, sort_keys=True).lower()


def _bare(code: str) -> str:
    return code.upper().replace(".", "").replace("-", "")


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
