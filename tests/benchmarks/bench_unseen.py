"""How well documents are read that no rule was made for: the figures to watch, since the recorded cases all pass.

The folder `unseen` holds policies of fictional payers, labelled by somebody who did not look at the parser. A document
moves to tests/cases once it reads as labelled. Only figures are printed; nothing is asserted about them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from parsers.jsonio import to_json
from parsers.policy import parse_policy

UNSEEN = Path(__file__).parent / "unseen"
Facts = set[tuple[str, ...]]


def test_unseen_documents() -> None:
    """Quality, and F1 of positions and criteria."""
    documents = list(_documents())
    right = sum(expected.get("quality", "ok") == found["quality"] for expected, found in documents)
    print(f"\nunseen documents: {len(documents)}, quality right in {right}")
    print(f"positions F1 {_f1([(_positions(expected), _positions(found)) for expected, found in documents]):.3f}")
    print(f"criteria F1 {_f1([(_labelled(expected), _read(found)) for expected, found in documents]):.3f}")
    assert documents


def _documents() -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    for path in sorted(UNSEEN.glob("*/expected.json")):
        expected = json.loads(path.read_text())
        for name in expected["files"]:
            yield expected, to_json(parse_policy((path.parent / name).read_bytes()))


def _positions(policy: dict[str, Any]) -> Facts:
    return {(row["product"], row["indication"], row["phase"], row["status"]) for row in policy["positions"]}


def _labelled(expected: dict[str, Any]) -> Facts:
    return {(*_of(row), row["key"], _plain(row["value"])) for row in expected["criteria"]}


def _read(found: dict[str, Any]) -> Facts:
    return {
        (*_of(row), leaf["key"], _plain(leaf["value"]))
        for row in found["positions"]
        for leaf in _leaves(row["criteria"])
    }


def _of(row: dict[str, Any]) -> tuple[str, str, str]:
    return row["product"], row["indication"], row["phase"]


def _leaves(tree: dict[str, Any] | None) -> Iterator[dict[str, Any]]:
    if tree and "op" in tree:
        for child in tree["children"]:
            yield from _leaves(child)
    elif tree and tree["key"] != "unparsed":
        yield tree


def _plain(value: object) -> str:
    return json.dumps(value, sort_keys=True).lower()


def _f1(pairs: list[tuple[Facts, Facts]]) -> float:
    hits = sum(len(expected & found) for expected, found in pairs)
    return 2 * hits / sum(len(expected) + len(found) for expected, found in pairs)
