"""The published JSON, and the lossless one of the database."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from parsers.jsonio import dump_parsed, load_parsed, to_json
from parsers.models import (
    Block,
    Code,
    CourseCap,
    DocumentFacts,
    Evidence,
    Group,
    Leaf,
    ParsedPolicy,
    Percent,
    PolicyFacts,
    Position,
    Quantity,
    Severity,
)

TREE = Group(
    "all",
    (
        Leaf("severity_min", Severity("PHQ-9", 15), "PHQ-9 of 15", 2),
        Leaf("quantity_limit", Quantity(23, 90), "23 devices", 2),
        Leaf("course_cap", CourseCap(sessions=6), "six sessions", 2),
        Leaf("renewal_response", Percent(50), "half", 3),
        Leaf("intolerance_counts", True, "or intolerance", 3),
        Leaf("monitoring_hours", 2.0, "2 hours", 3),
        Group("at_least", (Leaf("unparsed", None, "something else", 3),), n=1),
    ),
)
POLICY = ParsedPolicy(
    quality="ok",
    reason="Readable.",
    document=DocumentFacts("ab" * 32, "text/html", 1, "Nasal spray"),
    policy=PolicyFacts(number="NS-7", effective_on=date(2031, 7, 1)),
    products=("esketamine",),
    positions=(
        Position("esketamine", "intranasal", "trd", "initial", "covered", True, TREE, (Evidence(2, "covered when"),)),
    ),
    codes=(Code("HCPCS", "J0013", "covered", 3, "esketamine"),),
    blocks=(
        Block("row", "a | b", 2, path=("Coding",), cells=("a", "b"), header=("x", "y")),
        Block("item", "c", depth=2, marker="b)"),
    ),
    fingerprint="cd" * 32,
    warnings=("one",),
)


def test_what_is_dumped_is_loaded() -> None:
    assert load_parsed(dump_parsed(POLICY)) == POLICY


def test_an_unread_document_is_loaded_too() -> None:
    empty = ParsedPolicy("empty", "No text.", replace(POLICY.document, title=None))
    assert load_parsed(dump_parsed(empty)) == empty


def test_the_published_form_follows_the_contract() -> None:
    printed = to_json(POLICY)
    assert set(printed) >= {"quality", "document", "policy", "positions", "codes", "warnings"}
    policy = printed["policy"]
    assert isinstance(policy, dict)
    assert (policy["effective_on"], policy["published_on"]) == ("2031-07-01", None)


def test_values_have_the_contracts_shapes() -> None:
    positions = to_json(POLICY)["positions"]
    assert isinstance(positions, list)
    values = [leaf.get("value") for leaf in positions[0]["criteria"]["children"]]
    assert values[:4] == [{"scale": "PHQ-9", "score": 15}, {"devices": 23, "days": 90}, {"sessions": 6}, {"pct": 50}]
