"""Questions about what is in force and what is to come."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from click.testing import CliRunner, Result

from tests.tracker.nights import SOURCE, Failure, Watch, policy_page
from tracker.cli.main import main

FUTURE = "01/01/2099"


def run(watch: Watch, *words: str) -> Result:
    result = CliRunner().invoke(main, [*words, "--data", str(watch.data)])
    assert result.exit_code == 0, result.stderr
    return result


def ask(watch: Watch, *words: str) -> Any:
    return json.loads(run(watch, *words, "--format", "json").stdout)


def announce(watch: Watch) -> None:
    """A policy, and an edition of it that takes effect long after any run of the tests."""
    watch.night(policy_page(trials=3))
    watch.night(policy_page(trials=2, effective=FUTURE))


def test_coverage_shows_what_is_in_force_and_says_what_is_to_come(watch: Watch) -> None:
    announce(watch)
    assert [row["effective_on"] for row in ask(watch, "coverage")] == ["2026-02-01"]
    assert [row["effective_on"] for row in ask(watch, "coverage", "--as-of", "2099-01-01")] == ["2099-01-01"]
    assert f"{SOURCE.source} changes on 2099-01-01" in run(watch, "coverage").stderr


def test_the_calendar_lists_what_takes_effect_after_a_day_and_before_another(watch: Watch) -> None:
    announce(watch)
    assert [row["key"] for row in ask(watch, "changes", "--effective-after", "today")] == ["failed_ad_count"]
    assert ask(watch, "changes", "--effective-before", "today") == []
    assert ask(watch, "changes", "--effective-after", "2099-01-01") == []


def test_a_day_that_is_none_is_refused_with_how_to_write_it(watch: Watch) -> None:
    result = CliRunner().invoke(main, ["changes", "--effective-after", "soon", "--data", str(watch.data)])
    assert result.exit_code == 2
    assert "write today, or a date like 2026-11-23" in result.stderr


def test_coverage_of_a_payer_says_that_an_employer_s_own_plan_has_its_own_document(watch: Watch) -> None:
    watch.night(policy_page())
    assert "the plan document governs" in run(watch, "coverage", "--payer", "meadow-health").stderr
    assert run(watch, "coverage").stderr == ""


def test_sources_tell_kind_and_whether_the_address_was_ever_seen_to_answer(watch: Watch) -> None:
    watch.sources = (replace(SOURCE, kind="index", seen=False),)
    watch.night(Failure())
    assert [(row["kind"], row["seen"]) for row in ask(watch, "sources")] == [("index", False)]
    watch.night(b"<html></html>")
    assert [row["seen"] for row in ask(watch, "sources")] == [True]
