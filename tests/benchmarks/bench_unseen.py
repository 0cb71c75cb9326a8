"""How well documents are read that no rule was made for: the figures to watch, since the recorded cases all pass.

The folder `unseen` holds lots of policies, each labelled by somebody who did not look at the parser. A lot is blind
only until somebody mends what failed in it: the newest is the one to believe. Only figures are printed; nothing is
asserted about them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from parsers.check import check, read_patient
from parsers.jsonio import to_json
from parsers.models import ParsedPolicy, Position
from parsers.policy import parse_policy
from tracker.compare.verdict import compare

UNSEEN = Path(__file__).parent / "unseen"
LOTS = sorted(path for path in UNSEEN.iterdir() if path.is_dir())
Facts = set[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Read:
    """A document's labels and what was read in one of its files."""

    expected: dict[str, Any]
    policy: ParsedPolicy
    found: dict[str, Any]


@pytest.mark.parametrize("lot", LOTS, ids=lambda path: path.name)
def test_a_lot(lot: Path) -> None:
    """Quality, F1 of positions and criteria, and patients judged right."""
    read = list(_documents(lot))
    right = sum(one.expected.get("quality", "ok") == one.found["quality"] for one in read)
    patients = [judged for one in read for judged in _patients(one)]
    print(f"\n{lot.name}: {len(read)} documents, quality right in {right}", end="; ")
    print(f"positions F1 {_f1([(_positions(one.expected), _positions(one.found)) for one in read]):.3f}", end=", ")
    print(f"criteria F1 {_f1([(_labelled(one.expected), _read(one.found)) for one in read]):.3f}", end=", ")
    print(f"patients {sum(patients)} of {len(patients)}", end=", ")
    verdicts = list(_verdicts(lot))
    print(f"verdicts {sum(verdicts)} of {len(verdicts)}")
    assert read


def _documents(lot: Path) -> Iterator[Read]:
    for path in sorted(lot.glob("*/expected.json")):
        expected = json.loads(path.read_text())
        for name in expected["files"]:
            policy = parse_policy((path.parent / name).read_bytes())
            yield Read(expected, policy, to_json(policy))


def _verdicts(lot: Path) -> Iterator[bool]:
    """Whether each pair of versions in pairs.json is judged as labelled."""
    listed = lot / "pairs.json"
    for pair in json.loads(listed.read_text()) if listed.exists() else []:
        old, new = (parse_policy((lot / pair[side]).read_bytes()) for side in ("old", "new"))
        yield compare(old, new).verdict == pair["verdict"]


def _patients(one: Read) -> Iterator[bool]:
    """Whether each patient is judged as labelled; of a position that was not found, none is."""
    positions = {_of(position): position for position in one.policy.positions}
    for case in one.expected.get("patients", []):
        position = positions.get((case["product"], case["indication"], case["phase"]))
        facts = read_patient(case["facts"])
        yield position is not None and check(position.criteria, position.status, facts).result == case["expect"]


def _positions(policy: dict[str, Any]) -> Facts:
    return {(*_named(row), row["status"]) for row in policy["positions"]}


def _labelled(expected: dict[str, Any]) -> Facts:
    return {(*_named(row), row["key"], _plain(row["value"])) for row in expected["criteria"]}


def _read(found: dict[str, Any]) -> Facts:
    return {
        (*_named(row), leaf["key"], _plain(leaf["value"]))
        for row in found["positions"]
        for leaf in _leaves(row["criteria"])
    }


def _of(position: Position) -> tuple[str, str, str]:
    return position.product, position.indication, position.phase


def _named(row: dict[str, Any]) -> tuple[str, str, str]:
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
    return 2 * hits / max(1, sum(len(expected) + len(found) for expected, found in pairs))
