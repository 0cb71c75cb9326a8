"""`ketwatch label` and `label-lag`, on a policy watched since the eve of the label event of 2025-01-17."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.tracker.label.test_record import WITH_AD, page
from tests.tracker.nights import PAYER, SOURCE, Watch
from tracker.cli.main import main


@pytest.fixture
def data(watch: Watch) -> Path:
    watch.month, watch.nights = "2025-01", 15
    watch.night(page(WITH_AD))
    return watch.data


def call(data: Path, *words: str) -> Result:
    return CliRunner().invoke(main, [*words, "--data", str(data)], env={"COLUMNS": "200"})


@pytest.mark.parametrize("who", [[], [PAYER.payer], [SOURCE.source]])
def test_a_position_is_shown_with_the_clause_that_goes_beyond_the_label(data: Path, who: list[str]) -> None:
    shown = call(data, "label", *who).output
    assert "more restrictive" in shown
    assert "combination: oral antidepressant alongside: required" in shown


def test_json_has_the_class_on_the_policys_date_too_and_every_finding(data: Path) -> None:
    (row,) = json.loads(call(data, "label", "--class", "more_restrictive", "--format", "json").output)
    assert (row["label_class"], row["class_then"], row["policy_on"]) == (
        "more_restrictive", "consistent", "2025-01-16",
    )  # fmt: skip
    assert [(one["side"], one["kind"], one["key"]) for one in row["findings"]] == [
        ("stricter", "combination", "oral_ad")
    ]


def test_an_unknown_name_is_refused_with_what_to_do(data: Path) -> None:
    result = call(data, "label", "nobody")
    assert result.exit_code == 2
    assert "`ketwatch sources` lists them" in result.stderr


def test_the_events_and_what_is_watched_need_no_database(tmp_path: Path) -> None:
    shown = json.loads(call(tmp_path / "none", "label", "--events", "--format", "json").output)
    assert [event["approved_on"] for event in shown["events"] if event["product"] == "esketamine"] == [
        "2019-03-05", "2020-07-31", "2025-01-17",
    ]  # fmt: skip
    assert shown["watched"]


def test_who_lags_is_shown_with_the_clause_and_the_published_median(data: Path) -> None:
    shown = call(data, "label-lag").output
    assert "not yet" in shown
    assert "Used together with an oral antidepressant" in shown
    assert "published for earlier changes of labels 29.7 weeks" in shown


def test_the_lag_as_json_has_figures_and_payers(data: Path) -> None:
    shown = json.loads(call(data, "label-lag", "--format", "json").output)
    assert [(one["event"], one["not_yet"], one["published_median_weeks"]) for one in shown["events"]] == [
        ("spravato-alone", 1, 29.7)
    ]
    assert [(row["payer"], row["outcome"]) for row in shown["payers"]] == [(PAYER.payer, "not_yet")]


def test_the_lag_as_csv_has_a_line_for_each_payer(data: Path) -> None:
    lines = call(data, "label-lag", "--format", "csv").output.splitlines()
    assert lines[0].startswith("payer,payer_name,payer_type,source,")
    assert len(lines) == 2
