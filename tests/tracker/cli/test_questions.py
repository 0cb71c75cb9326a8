"""Questions about a patient, on the command line: who would cover, what to prove, what to do about a no."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlite_utils import Database

from db.sources import Payer, Source, register
from parsers.models import DocumentFacts, Evidence, Leaf, ParsedPolicy, Position, Status
from tests.db.editions import store_edition
from tracker.cli import main

TWO = Leaf("failed_ad_count", 2, "two failed antidepressants")
THREE = Leaf("failed_ad_count", 3, "three failed antidepressants")


def store(db: Database, payer: str, status: Status, *criteria: Leaf) -> None:
    source = Source(f"{payer}/spravato", payer, "Spravato policy", f"https://{payer}.example/spravato")
    register(db, Payer(payer, payer.title(), "commercial", ("MI",)), [source], at="2026-03-01T02:00:00Z")
    position = Position(
        "esketamine", "intranasal", "trd", "initial", status, criteria=criteria[0] if criteria else None,
        evidence=(Evidence(1, f"Spravato is {status}."),),
    )  # fmt: skip
    document = DocumentFacts("0" * 64, "text/html", 1, None)
    store_edition(db, source, ParsedPolicy("ok", "", document, positions=(position,), fingerprint=payer), "2026-03-02")


@pytest.fixture
def folder(db: Database, data: Path) -> Path:
    """Three payers: one asks for two failures, one for three, one denies."""
    store(db, "meadow", "covered", TWO)
    store(db, "harbor", "covered", THREE)
    store(db, "keystone", "investigational")
    (data / "patient.json").write_text('{"failed_ad_count": 2}')
    return data


def run(folder: Path, *args: str) -> Result:
    return CliRunner().invoke(main, [*args, "--data", str(folder)])


def test_check_all_puts_payers_who_would_cover_first(folder: Path) -> None:
    done = run(folder, "check", "--all", "--patient", str(folder / "patient.json"), "--format", "json")
    assert [(row["payer"], row["result"]) for row in json.loads(done.stdout)] == [
        ("meadow", "meets"), ("harbor", "does_not_meet"), ("keystone", "not_covered"),
    ]  # fmt: skip


def test_check_all_says_what_is_missing_where(folder: Path) -> None:
    done = run(folder, "check", "--all", "--patient", str(folder / "patient.json"))
    assert "failed" in done.stdout
    assert "keystone" not in done.stdout


def test_check_asks_for_one_document_or_for_all(folder: Path) -> None:
    patient = str(folder / "patient.json")
    for args in (["check"], ["check", "--all", patient]):
        done = run(folder, *args, "--patient", patient)
        assert done.exit_code == 2
        assert "name one FILE, or give --all" in done.stderr


def test_a_checklist_quotes_the_clause_for_each_line(folder: Path) -> None:
    done = run(folder, "checklist", "meadow")
    assert "[ ] failed antidepressants required: 2" in done.stdout
    assert "“two failed antidepressants”" in done.stdout


def test_a_checklist_is_there_for_a_spreadsheet(folder: Path) -> None:
    done = run(folder, "checklist", "meadow/spravato", "--format", "csv")
    assert done.stdout.splitlines()[0] == "source,product,indication,phase,section,prove,role,choice,page,text"


def test_a_payer_that_only_denies_has_no_checklist_and_has_options(folder: Path) -> None:
    assert "no policy there covers anything" in run(folder, "checklist", "keystone").stdout
    told = run(folder, "options", "keystone").stdout
    assert "“Spravato is investigational.”" in told
    assert "Payers of the same kind that cover it: Harbor, Meadow" in told
    assert "External review" in told


def test_options_are_rows_for_programs(folder: Path) -> None:
    rows = json.loads(run(folder, "options", "keystone", "--format", "json").stdout)
    assert {row["status"] for row in rows} == {"investigational"}


def test_a_payer_without_a_denial_is_told_so(folder: Path) -> None:
    assert "no denial could be read there" in run(folder, "options", "meadow").stdout


def test_an_unknown_payer_is_refused_with_what_may_be_meant(folder: Path) -> None:
    done = run(folder, "checklist", "medow")
    assert done.exit_code == 2
    assert "did you mean meadow" in done.stderr
