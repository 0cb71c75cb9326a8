"""Small texts that four people labelled without looking at the parser: each reads as its label says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from parsers.check import check, read_patient
from parsers.jsonio import to_json
from parsers.models import ParsedPolicy
from parsers.policy import parse_policy

TEXTS = Path(__file__).with_name("small_texts")


def _texts() -> Iterator[Any]:
    for file in sorted(TEXTS.glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            text = json.loads(line)
            yield pytest.param(text, id=text["id"])


def _leaves(tree: dict[str, Any] | None) -> Iterator[tuple[str, str]]:
    for child in (tree or {}).get("children", ()):
        yield from _leaves(child)
    if tree and "key" in tree and tree["key"] != "unparsed":
        yield tree["key"], _plain(tree["value"])


def _plain(value: object) -> str:
    return json.dumps(value, sort_keys=True).casefold()


def _judged(policy: ParsedPolicy, case: dict[str, Any]) -> str | None:
    asked = (case["product"], case["indication"], case["phase"])
    found = [one for one in policy.positions if (one.product, one.indication, one.phase) == asked]
    return check(found[0].criteria, found[0].status, read_patient(case["facts"])).result if found else None


@pytest.mark.parametrize("text", list(_texts()))
def test_a_small_text_reads_as_a_person_read_it(text: dict[str, Any]) -> None:
    policy = parse_policy(f"<html><body>{text['html']}</body></html>".encode())
    read: list[dict[str, Any]] = json.loads(json.dumps(to_json(policy)))["positions"]
    names = ("product", "indication", "phase")
    assert {(*(one[name] for name in names), one["status"]) for one in read} == {
        (*(one[name] for name in names), one["status"]) for one in text["positions"]
    }
    assert {(*(one[name] for name in names), *leaf) for one in read for leaf in _leaves(one["criteria"])} == {
        (*(one[name] for name in names), one["key"], _plain(one["value"])) for one in text["criteria"]
    }
    assert [_judged(policy, case) for case in text["patients"]] == [case["expect"] for case in text["patients"]]
