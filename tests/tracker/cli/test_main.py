"""Every command: help, exit codes, and where the data folder comes from."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from db.connection import open_db
from tracker.cli.main import main
from tracker.cli.readme import subcommands


def commands(group: click.Group, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    for command in subcommands(group):
        named = (*path, command.name or "")
        yield named, command
        if isinstance(command, click.Group):
            yield from commands(command, named)


@pytest.mark.parametrize(
    ("path", "command"), list(commands(main)), ids=lambda value: "-".join(value) if isinstance(value, tuple) else ""
)
def test_every_command_has_help_with_an_example(path: tuple[str, ...], command: click.Command) -> None:
    assert f"Example: ketwatch {' '.join(path)}" in (command.help or "")
    assert CliRunner().invoke(main, [*path, "--help"]).exit_code == 0


def test_a_question_loads_no_reader_of_documents() -> None:
    program = "import sys; from tracker.cli import main; main(['coverage', '--help'], standalone_mode=False)"
    loaded = subprocess.run(
        [sys.executable, "-c", f"{program}; print(*sys.modules)"], check=True, capture_output=True, text=True
    ).stdout.split()
    assert "tracker.cli.ask" in loaded
    assert {"pdfplumber", "scrapy", "apscheduler", "parsers.policy"}.isdisjoint(loaded)


@pytest.mark.parametrize("command", ["coverage", "changes", "sources", "health"])
def test_without_a_database_a_question_fails_with_what_to_do(command: str, tmp_path: Path) -> None:
    result = CliRunner().invoke(main, [command, "--data", str(tmp_path / "none")])
    assert result.exit_code == 2
    assert "ketwatch nightly" in result.stderr


@pytest.mark.parametrize("words", [["--data", "{}", "sources"], ["sources", "--data", "{}"]])
def test_the_data_folder_may_be_named_before_the_command_and_after_it(words: list[str], tmp_path: Path) -> None:
    open_db(tmp_path).close()
    result = CliRunner().invoke(main, [word.format(tmp_path) for word in words], env={"KETWATCH_DATA": "/nonexistent"})
    assert result.exit_code == 0, result.stderr


def test_the_data_folder_may_come_from_the_environment(tmp_path: Path) -> None:
    open_db(tmp_path).close()
    assert CliRunner().invoke(main, ["sources"], env={"KETWATCH_DATA": str(tmp_path)}).exit_code == 0


def test_a_broken_database_is_one_line_and_exit_code_1(tmp_path: Path) -> None:
    (tmp_path / "ketwatch.db").write_text("this is a letter and no database, however long it may go on")
    result = CliRunner().invoke(main, ["sources", "--data", str(tmp_path)])
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1


def test_a_trial_message_goes_to_every_channel_of_a_rule(tmp_path: Path) -> None:
    config = tmp_path / "ketwatch.toml"
    config.write_text(
        """[[folder]]\nname = "out"\npath = "messages"\n[[rule]]\nname = "all"\nto = ["folder:out"]\n""", "utf-8"
    )
    result = CliRunner().invoke(main, ["alerts", "test", "--config", str(config)])
    assert result.output == "folder:out: delivered\n"
    assert len(list((tmp_path / "messages").glob("*.eml"))) == 1


def test_a_document_by_hand_is_kept_and_shown(tmp_path: Path) -> None:
    policy = tmp_path / "policy.txt"
    policy.write_text("Spravato (esketamine) is considered investigational for bipolar depression.\n" * 3)
    data = ["--data", str(tmp_path / "data")]
    assert CliRunner().invoke(main, ["add", str(policy), "--payer", "hilltop", *data]).exit_code == 0
    shown = CliRunner().invoke(main, ["show", "hilltop/policy", *data])
    assert shown.exit_code == 0, shown.stderr
    assert "bipolar depression" in shown.output


def test_a_payer_added_by_hand_is_found_by_the_state_that_was_said(tmp_path: Path) -> None:
    policy = tmp_path / "policy.txt"
    policy.write_text("Spravato (esketamine) is considered investigational for bipolar depression.\n" * 3)
    words = ["add", str(policy), "--payer", "hilltop", "--data", str(tmp_path / "data")]
    silent = CliRunner().invoke(main, words)
    assert silent.stderr.splitlines() == [
        "hilltop: its type is unknown; say --payer-type",
        "hilltop: its states are unknown, so `coverage --state` leaves it out; say --states",
    ]
    told = CliRunner().invoke(main, [*words, "--payer-type", "medicaid", "--states", "mi, OH"])
    assert (told.exit_code, told.stderr) == (0, "")
    asked = CliRunner().invoke(main, ["coverage", "--state", "OH", "--format", "json", *words[-2:]])
    assert {(row["payer"], row["payer_type"]) for row in json.loads(asked.output)} == {("hilltop", "medicaid")}


def test_wrong_usage_is_exit_code_2() -> None:
    assert CliRunner().invoke(main, ["coverage", "--status", "perhaps"]).exit_code == 2
    assert CliRunner().invoke(main, ["changes", "--since", "yesterday"]).exit_code == 2
    assert CliRunner().invoke(main, ["add"]).exit_code == 2
    assert CliRunner().invoke(main, ["add", "x.pdf", "--payer", "p", "--states", "Ohio"]).exit_code == 2


def test_a_configuration_that_is_named_must_be_there(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["nightly", "--data", str(tmp_path), "--config", str(tmp_path / "no.toml")])
    assert result.exit_code == 2
    assert "no.toml" in result.stderr


def test_no_night_without_a_contact(tmp_path: Path) -> None:
    config = tmp_path / "ketwatch.toml"
    config.write_text("")
    words = ["nightly", "--data", str(tmp_path), "--config", str(config)]
    result = CliRunner().invoke(main, words, env={"KETWATCH_CONTACT": ""})
    assert result.exit_code == 2
    assert "contact" in result.stderr
