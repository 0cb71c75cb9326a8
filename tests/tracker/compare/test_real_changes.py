"""The changes that payers really made (domain.md section 8), read from short documents and called what they are.

Row 24, an expansion by the label without an edit, is in tests/tracker/label/test_reference.py.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from parsers.models import ParsedPolicy
from parsers.policy import parse_policy
from tracker.compare.verdict import compare

CHANGES: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("real_changes.toml").read_text("utf-8"))[
    "change"
]
REST = "\n\nThis document states the coverage position of the plan. It is reviewed every year by its committee.\n"


def read(text: str) -> ParsedPolicy:
    policy = parse_policy((text.strip() + REST).encode())
    assert policy.quality == "ok", policy.reason
    return policy


@pytest.mark.parametrize("case", CHANGES, ids=[f"{case['row']} {case['what']}" for case in CHANGES])
def test_a_change_seen_in_the_field_gets_its_verdict(case: dict[str, Any]) -> None:
    found = compare(read(case["old"]), read(case["new"]))
    assert found.verdict == case["verdict"]
    assert found.action_required == case.get("action_required", False)
    if "moves" in case:
        assert sorted(f"{one.key} {one.direction}" for one in found.changes) == sorted(case["moves"])


def test_every_row_is_there() -> None:
    assert {case["row"] for case in CHANGES} == set(range(1, 24))
