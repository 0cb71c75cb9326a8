"""Criteria as rows: how each leaf of a tree binds."""

from __future__ import annotations

from typing import Any

from sqlite_utils import Database

from db.criteria import leaf_rows
from parsers.models import DocumentFacts, Group, Leaf, ParsedPolicy, Position, Severity, tree_to_json
from tests.db.conftest import SOURCE
from tests.db.editions import store_edition

AGE = Leaf("age_min", 18, "18 years or older", 2)
PHQ = Leaf("severity_min", Severity("PHQ-9", 15), "PHQ-9 of 15")
MADRS = Leaf("severity_min", Severity("MADRS", 28), "MADRS of 28")
PSYCHOSIS = Leaf("exclusion", "psychosis", "no psychosis")
DEMENTIA = Leaf("exclusion", "dementia", "no dementia")
TREE = Group("all", (AGE, Group("any", (PHQ, Group("all", (MADRS, DEMENTIA)))), Group("none", (PSYCHOSIS,))))


def rows(tree: Group | Leaf) -> list[tuple[str, Any, str, int | None]]:
    return [(row.key, row.value, row.role, row.choice) for row in leaf_rows(tree_to_json(tree))]


def test_what_stands_under_all_is_required_of_everybody() -> None:
    assert rows(Group("all", (AGE,))) == [("age_min", 18, "required", None)]


def test_a_single_criterion_is_required() -> None:
    assert rows(AGE) == [("age_min", 18, "required", None)]


def test_what_stands_in_a_choice_is_an_alternative_also_where_it_is_nested() -> None:
    assert [row[2:] for row in rows(TREE)] == [
        ("required", None), ("alternative", 1), ("alternative", 1), ("alternative", 1), ("barring", None),
    ]  # fmt: skip


def test_choices_are_numbered() -> None:
    two = Group("all", (Group("any", (PHQ, MADRS)), Group("at_least", (AGE, PHQ, MADRS), 2)))
    assert [row[3] for row in rows(two)] == [1, 1, 2, 2, 2]


def test_a_choice_of_what_bars_still_bars() -> None:
    barred = Group("none", (Group("any", (PSYCHOSIS, DEMENTIA)),))
    assert {row[2] for row in rows(barred)} == {"barring"}


def test_a_position_without_criteria_has_no_rows() -> None:
    assert leaf_rows(None) == []


def test_a_stored_version_has_its_criteria_as_rows(watched: Database) -> None:
    position = Position("esketamine", "intranasal", "trd", "initial", "covered", criteria=AGE)
    policy = ParsedPolicy("ok", "", DocumentFacts("0" * 64, "text/html", 1, None), positions=(position,))
    number = store_edition(watched, SOURCE, policy, "2026-03-02")
    (row,) = watched.query("SELECT version, n, key, value, page FROM criteria")
    assert row == {"version": number, "n": 0, "key": "age_min", "value": "18", "page": 2}
