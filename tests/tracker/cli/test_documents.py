"""extract, check and compare: what they print, and how they fail."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tracker.cli.main import main

WEB = Path(__file__).resolve().parents[3] / "tracker" / "demo" / "web"
POLICY = "policies.northfield-health.example/medical/mp-210-esketamine.html"
BEFORE, AFTER = str(WEB / "night-1" / POLICY), str(WEB / "night-2" / POLICY)
ADULT = {"age": 34, "failed_ad_count": 2, "oral_ad": False}


def call(*words: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, words, input=stdin, catch_exceptions=False)


@pytest.fixture
def patient(tmp_path: Path) -> Path:
    path = tmp_path / "patient.json"
    path.write_text(json.dumps(ADULT))
    return path


def test_extract_prints_the_object_of_the_contract() -> None:
    read = json.loads(call("extract", BEFORE, "--format", "json").output)
    assert {"quality", "document", "policy", "positions", "codes", "warnings"} <= set(read)
    assert read["quality"] == "ok"
    assert read["policy"]["number"] == "MP-210"


def test_extract_reads_standard_input() -> None:
    read = json.loads(call("extract", "-", "--format", "json", stdin=Path(BEFORE).read_bytes()).output)
    assert read["policy"]["number"] == "MP-210"


def test_extract_shows_each_criterion_with_its_clause() -> None:
    shown = call("extract", BEFORE).output
    assert "failed antidepressants required: 3" in shown
    assert "The member has failed at least three (3) antidepressants" in shown


def test_extract_as_csv_has_a_line_for_each_criterion() -> None:
    lines = call("extract", BEFORE, "--format", "csv").output.splitlines()
    assert lines[0] == "product,route,indication,phase,status,prior_authorization,key,value,page,text"
    assert any(",failed_ad_count,3," in line for line in lines)


def test_extract_of_what_is_no_policy_still_prints_an_object(tmp_path: Path) -> None:
    empty = tmp_path / "empty.html"
    empty.write_bytes(b"")
    result = call("extract", str(empty), "--format", "json")
    assert result.exit_code == 0
    assert json.loads(result.output)["quality"] == "empty"


@pytest.mark.parametrize("command", [["extract"], ["compare", BEFORE], ["check", "--patient", BEFORE]])
def test_a_file_that_cannot_be_read_is_one_line_and_exit_code_2(command: list[str], tmp_path: Path) -> None:
    result = call(*command, str(tmp_path / "absent.pdf"))
    assert result.exit_code == 2
    assert result.stdout == ""
    assert len(result.stderr.splitlines()) == 1


def test_check_says_what_is_unmet_and_what_is_missing(patient: Path) -> None:
    results = json.loads(call("check", BEFORE, "--patient", str(patient), "--format", "json").output)["results"]
    initial = next(one for one in results if (one["indication"], one["phase"]) == ("trd", "initial"))
    assert initial["result"] == "does_not_meet"
    assert {leaf["key"] for leaf in initial["unmet"]} == {"failed_ad_count", "oral_ad"}
    assert "prescriber" in {leaf["key"] for leaf in initial["missing"]}


def test_a_list_of_patients_gives_a_list_of_results(tmp_path: Path) -> None:
    path = tmp_path / "patients.json"
    path.write_text(json.dumps([ADULT, ADULT | {"failed_ad_count": 3}]))
    results = json.loads(call("check", BEFORE, "--patient", str(path), "--format", "json").output)["results"]
    assert len(results) == 2
    assert results[0] != results[1]


@pytest.mark.parametrize("facts", ["{", '{"age": "old"}', '{"shoe_size": 9}'])
def test_a_patient_that_is_wrong_is_one_line_and_exit_code_2(facts: str, tmp_path: Path) -> None:
    path = tmp_path / "patient.json"
    path.write_text(facts)
    result = call("check", BEFORE, "--patient", str(path))
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1


def test_check_of_an_error_page_fails_and_says_why(patient: Path, tmp_path: Path) -> None:
    page = tmp_path / "gone.html"
    page.write_text("<html><title>Page not found</title><h1>Page not found</h1></html>")
    result = call("check", str(page), "--patient", str(patient), "--format", "json")
    assert json.loads(result.stdout) == {"results": []}
    assert result.exit_code == 1
    assert "error_page" in result.stderr


def test_compare_prints_the_object_of_the_contract() -> None:
    found = json.loads(call("compare", BEFORE, AFTER, "--format", "json").output)
    assert found["verdict"] == "expanded"
    assert found["action_required"] is False
    change = next(one for one in found["changes"] if one["key"] == "failed_ad_count")
    assert (change["before"], change["after"], change["direction"]) == (3, 2, "expands")
    assert found["witness"]["after"] == "meets"


def test_compare_shows_both_clauses() -> None:
    shown = call("compare", BEFORE, AFTER).output
    assert "failed antidepressants required: 3 → 2" in shown
    assert "before: " in shown
    assert "after: " in shown
