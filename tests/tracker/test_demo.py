"""The demo as a user runs it, and every question that can be asked of what it leaves behind."""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from warcio.archiveiterator import ArchiveIterator

from tracker.cli.main import main
from tracker.demo.build import HERE, NIGHTS, warc_of


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder of one demo and what it printed."""
    out = tmp_path_factory.mktemp("demo") / "out"
    command = [sys.executable, "-m", "tracker.cli", "demo", "--out", str(out)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return out, done.stdout


# After every effective date in the sample web, whenever the tests run.
LATER = "2099-01-01"


def ask(demo: tuple[Path, str], *words: str) -> Any:
    result = CliRunner().invoke(main, ["--data", str(demo[0] / "data"), *words, "--format", "json"])
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def found(demo: tuple[Path, str], source: str) -> set[tuple[str, object, object, str]]:
    rows = ask(demo, "changes")
    return {(row["key"], row["before"], row["after"], row["direction"]) for row in rows if row["source"] == source}


@pytest.mark.parametrize("night", range(len(NIGHTS)))
def test_the_recording_is_what_its_sources_give(night: int) -> None:
    assert (HERE / f"{NIGHTS[night]}.warc.gz").read_bytes() == warc_of(night), "run `python -m tracker.demo.build`"


def test_the_first_night_alerts_nobody(demo: tuple[Path, str]) -> None:
    first = demo[1].partition("Night 2")[0]
    assert "10 unchanged" in first
    assert "alert:" not in first


def test_an_expansion_is_found(demo: tuple[Path, str]) -> None:
    assert found(demo, "northfield-health/mp-210") == {
        ("failed_ad_count", 3, 2, "expands"),
        ("oral_ad", "required", None, "expands"),
    }


def test_a_denial_that_becomes_coverage_is_one_change_of_status(demo: tuple[Path, str]) -> None:
    assert found(demo, "northfield-health/mp-377") == {("status", "investigational", "covered", "expands")}


def test_a_restriction_is_found(demo: tuple[Path, str]) -> None:
    assert found(demo, "harbor-mutual/hm-rx-88") == {
        ("age_max", None, 64, "restricts"),
        ("augmentation_trials", None, 1, "restricts"),
    }


def test_a_code_swap_needs_action_and_is_neutral(demo: tuple[Path, str]) -> None:
    rows = [row for row in ask(demo, "changes") if row["source"] == "prairie-benefit/pb-0512"]
    assert {(row["key"], row["before"], row["after"]) for row in rows} == {
        ("code_removed", "S0013", None),
        ("code_added", None, "J0013"),
    }
    assert {(row["verdict"], row["action_required"]) for row in rows} == {("neutral", True)}


@pytest.mark.parametrize(
    "source",
    [
        "prairie-benefit/pb-0498",  # review dates only
        "cascadia-medicaid/pa-118",  # banner only
        "harbor-mutual/preferred-drug-list",  # the PDF saved again
        "keystone-advantage/ka-b-31",  # moved
    ],
)
def test_what_moves_nothing_alerts_nobody(demo: tuple[Path, str], source: str) -> None:
    assert found(demo, source) == set()


def test_a_page_that_turned_into_not_found_is_unknown_and_keeps_its_coverage(demo: tuple[Path, str]) -> None:
    row = next(one for one in ask(demo, "sources") if one["source"] == "cascadia-medicaid/notice-2026-14")
    assert (row["outcome"], row["quality"]) == ("unknown", "error_page")
    assert row["incident"]
    assert any(one["source"] == row["source"] for one in ask(demo, "coverage", "--as-of", LATER))
    assert [one["source"] for one in ask(demo, "health")] == [row["source"]]


def test_a_denial_waits_for_a_second_fetch(demo: tuple[Path, str]) -> None:
    second, third = demo[1].partition("Night 2")[2].split("Night 3")
    assert "unknown    keystone-advantage/ka-b-44: waits for a second fetch" in second
    assert "changed    keystone-advantage/ka-b-44" in third
    assert found(demo, "keystone-advantage/ka-b-44") == {("status", "covered", "investigational", "restricts")}


def test_a_moved_document_keeps_its_source_and_both_addresses(demo: tuple[Path, str]) -> None:
    shown = ask(demo, "show", "keystone-advantage/ka-b-31")
    paths = [address["url"].rpartition("/")[2] for address in shown["addresses"]]
    assert paths == ["part-b-esketamine.pdf", "ka-b-31-esketamine.pdf"]
    assert "moved: keystone-advantage/ka-b-31" in demo[1]


def test_messages_are_written_as_email_and_for_slack(demo: tuple[Path, str]) -> None:
    written = sorted((demo[0] / "messages").glob("*.eml"))
    assert len(written) == 4
    for path in written:
        json.loads(path.with_suffix(".slack.json").read_text())
    assert "failed antidepressants required: 3 to 2" in demo[1]


def test_it_ends_with_commands_that_work(demo: tuple[Path, str]) -> None:
    commands = re.findall(r"^  \S*ketwatch (.+)$", demo[1].partition("Try next")[2], re.MULTILINE)
    assert len(commands) >= 5
    for command in commands:
        assert CliRunner().invoke(main, command.split()).exit_code == 0, command


def test_coverage_can_be_asked_by_state_product_and_status(demo: tuple[Path, str]) -> None:
    rows = ask(demo, "coverage", "--state", "oh", "--product", "ketamine", "--status", "covered", "--as-of", LATER)
    assert {(row["source"], row["indication"]) for row in rows} >= {("northfield-health/mp-377", "crps")}
    assert {row["payer"] for row in rows} == {"northfield-health"}


def test_show_prints_the_criteria_with_their_clauses(demo: tuple[Path, str]) -> None:
    words = ["--data", str(demo[0] / "data"), "show", "harbor-mutual/hm-rx-88", "--as-of", LATER]
    result = CliRunner().invoke(main, words)
    assert "oldest age admitted: 64 years" in result.output
    assert "“The patient is 18 to 64 years of age.” (p. 1)" in result.output


def test_an_unknown_source_is_answered_with_its_neighbours(demo: tuple[Path, str]) -> None:
    result = CliRunner().invoke(main, ["--data", str(demo[0] / "data"), "show", "harbor/hm-rx-88"])
    assert result.exit_code == 2
    assert "did you mean harbor-mutual/hm-rx-88" in result.stderr


def test_a_warc_export_holds_every_answer_and_can_be_replayed(demo: tuple[Path, str], tmp_path: Path) -> None:
    out = tmp_path / "all.warc.gz"
    result = CliRunner().invoke(main, ["--data", str(demo[0] / "data"), "export", "warc", str(out)])
    assert result.exit_code == 0
    with out.open("rb") as file:
        bodies = [record.content_stream().read() for record in ArchiveIterator(file) if record.rec_type == "response"]
    assert sum(1 for body in bodies if body) == 30
    command = [sys.executable, "-m", "tracker.cli", "nightly", "--replay", str(out), "--payer", "keystone-advantage"]
    environment = {"KETWATCH_SPIDERS": "spiders.demo", "PATH": "/usr/bin:/bin"}
    night = subprocess.run(
        [*command, "--data", str(tmp_path / "data")], capture_output=True, text=True, env=environment, check=False
    )
    assert night.returncode == 0, night.stderr
    assert "2 unchanged, 0 unknown" in night.stdout


def test_a_csv_export_has_the_tables_of_the_contract(demo: tuple[Path, str], tmp_path: Path) -> None:
    words = ["--data", str(demo[0] / "data"), "export", "csv", "--out", str(tmp_path)]
    assert CliRunner().invoke(main, words).exit_code == 0
    with (tmp_path / "sources.csv").open(newline="") as file:
        assert len(list(csv.DictReader(file))) == 10


def test_a_second_demo_starts_its_folder_anew_but_never_anothers(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    result = CliRunner().invoke(main, ["demo", "--out", str(tmp_path)])
    assert result.exit_code == 2
    assert (tmp_path / "thesis.txt").exists()
