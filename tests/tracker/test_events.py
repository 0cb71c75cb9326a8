"""One edit, many payers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from tests.tracker.nights import InThisProcess, Watch, policy_page
from tracker.add import Capture, add_documents
from tracker.cli.main import main

ASKED = "Failure of at least {} antidepressants in the current episode"
OTHERWISE = (
    "The member has had no response to at least {} antidepressants during the episode of depression under treatment"
)
PARENT = "<p>Reference policy: 5.01.34</p>"


def page(trials: int, clause: str = ASKED, **other: Any) -> bytes:
    said = policy_page(trials=trials, **other)
    return said.replace(ASKED.format(trials).encode(), clause.format(trials).encode())


def edits(watch: Watch, folder: Path, payer: str, day: str, before: bytes, after: bytes) -> None:
    """A payer's policy as it stood on New Year's Day, and its next edition on another day."""
    captures = []
    for on, body in (("2026-01-01", before), (day, after)):
        path = folder / f"{payer}-{on}.html"
        path.write_bytes(body)
        captures.append(Capture(payer, f"https://{payer}.example/policy", path, "esketamine", on))
    add_documents(watch.data, captures, now="2026-12-01T00:00:00Z", executor=InThisProcess())


def events(watch: Watch, *words: str) -> Any:
    call = ["changes", "--events", *words, "--format", "json", "--data", str(watch.data)]
    result = CliRunner().invoke(main, call)
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def payers(watch: Watch) -> list[list[str]]:
    return sorted(event["payers"] for event in events(watch))


def test_the_same_edit_of_several_payers_is_one_event(watch: Watch, tmp_path: Path) -> None:
    for payer, day in (("hill", "2026-03-01"), ("lake", "2026-04-01"), ("river", "2026-05-15")):
        edits(watch, tmp_path, payer, day, page(3), page(2))
    (event,) = events(watch)
    assert (event["payers"], event["payer_count"], event["verdict"]) == (["hill", "lake", "river"], 3, "expanded")
    assert (event["first_detected_at"][:10], event["last_detected_at"][:10]) == ("2026-03-01", "2026-05-15")
    assert [(change["key"], change["before"], change["after"]) for change in event["changes"]] == [
        ("failed_ad_count", 3, 2)
    ]


def test_another_edit_is_another_event(watch: Watch, tmp_path: Path) -> None:
    edits(watch, tmp_path, "hill", "2026-03-01", page(3), page(2))
    edits(watch, tmp_path, "lake", "2026-03-01", page(4), page(2))
    assert payers(watch) == [["hill"], ["lake"]]


def test_the_same_change_in_other_words_is_not_one_event(watch: Watch, tmp_path: Path) -> None:
    edits(watch, tmp_path, "hill", "2026-03-01", page(3), page(2))
    edits(watch, tmp_path, "lake", "2026-03-01", page(3, OTHERWISE), page(2, OTHERWISE))
    assert payers(watch) == [["hill"], ["lake"]]


def test_payers_with_one_parent_may_word_it_less_alike(watch: Watch, tmp_path: Path) -> None:
    lake = f"{ASKED} by Lake Health's records"
    river = f"{ASKED} by the claims that were paid"
    edits(watch, tmp_path, "hill", "2026-03-01", page(3, more=PARENT), page(2, more=PARENT))
    edits(watch, tmp_path, "lake", "2026-03-01", page(3, lake, more=PARENT), page(2, lake, more=PARENT))
    edits(watch, tmp_path, "river", "2026-03-01", page(3, river), page(2, river))
    assert payers(watch) == [["hill", "lake"], ["river"]]
    assert {event["parent"] for event in events(watch)} == {"5.01.34", None}


def test_half_a_year_apart_is_not_one_event(watch: Watch, tmp_path: Path) -> None:
    edits(watch, tmp_path, "hill", "2026-02-01", page(3), page(2))
    edits(watch, tmp_path, "lake", "2026-08-01", page(3, effective="08/01/2026"), page(2, effective="08/01/2026"))
    assert payers(watch) == [["hill"], ["lake"]]


def test_one_effective_date_makes_up_for_a_late_look(watch: Watch, tmp_path: Path) -> None:
    edits(watch, tmp_path, "hill", "2026-02-01", page(3), page(2))
    edits(watch, tmp_path, "lake", "2026-08-01", page(3), page(2))
    assert payers(watch) == [["hill", "lake"]]


@pytest.mark.parametrize(("words", "found"), [(["--payer", "lake"], 1), (["--direction", "restricts"], 0)])
def test_events_can_be_narrowed_as_changes_can(watch: Watch, tmp_path: Path, words: list[str], found: int) -> None:
    for payer in ("hill", "lake"):
        edits(watch, tmp_path, payer, "2026-03-01", page(3), page(2))
    assert len(events(watch, *words)) == found


def test_the_table_has_one_line_an_edit(watch: Watch, tmp_path: Path) -> None:
    for payer in ("hill", "lake"):
        edits(watch, tmp_path, payer, "2026-03-01", page(3), page(2))
    shown = CliRunner().invoke(main, ["changes", "--events", "--data", str(watch.data)], env={"COLUMNS": "200"}).output
    assert "2 payers: hill, lake" in shown
    assert "failed antidepressants required: 3 → 2" in shown
    assert len(shown.splitlines()) == 3


def test_every_change_names_its_event(watch: Watch, tmp_path: Path) -> None:
    for payer in ("hill", "lake"):
        edits(watch, tmp_path, payer, "2026-03-01", page(3), page(2))
    rows = json.loads(CliRunner().invoke(main, ["changes", "--format", "json", "--data", str(watch.data)]).output)
    assert [(row["payer"], row["comparison"], row["event"]) for row in rows] == [("lake", 2, 1), ("hill", 1, 1)]


def test_a_corrected_edit_leaves_the_event_that_was_called_by_it(watch: Watch, tmp_path: Path) -> None:
    for payer in ("hill", "lake", "river"):
        edits(watch, tmp_path, payer, "2026-03-01", page(3), page(2))
    words = ["review", "correct", "c1", "--after", "4", "--by", "ann", "--data", str(watch.data)]
    assert CliRunner().invoke(main, words).exit_code == 0
    assert payers(watch) == [["hill"], ["lake", "river"]]
