"""The payer's own history beside what we saw: it agrees, is silent or says otherwise, and moves no verdict."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from db.revisions import Corroboration, corroboration_of
from tests.tracker.nights import SOURCE, Watch, policy_page
from tracker.cli.main import main

NEW = ("01/2025", "New policy.")


def log(*entries: tuple[str, str]) -> str:
    rows = "".join(f"<tr><td>{on}</td><td>{text}</td></tr>" for on, text in entries)
    return f"<h2>Policy History</h2><table><tr><th>Date</th><th>Action</th></tr>{rows}</table>"


def heard(watch: Watch) -> Corroboration:
    db = watch.open()
    found = corroboration_of(db, 1)
    db.close()
    assert found
    return found


def told(watch: Watch, text: str, *, after: int = 2) -> Corroboration:
    """What is made of an entry that came with a change of three antidepressants to `after`."""
    watch.night(policy_page(trials=3, history=log(NEW)))
    watch.night(policy_page(trials=after, history=log(NEW, ("03/2026", text))))
    return heard(watch)


@pytest.mark.parametrize(
    "text", ["Number of antidepressants reduced from three to two.", "Antidepressants changed to two", "Trials reduced"]
)
def test_it_agrees_when_it_names_what_was_seen(watch: Watch, text: str) -> None:
    found = told(watch, text)
    assert found.agreement == "agrees"
    assert f"2026-03-01 “{text}”" in found.note


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Annual review, no changes.", "it says that nothing changed"),
        ("Number of antidepressants reduced from three to one.", "we read it otherwise"),
        ("REMS requirement removed.", "we saw no such change"),
    ],
)
def test_it_says_otherwise_when_it_names_something_else(watch: Watch, text: str, said: str) -> None:
    found = told(watch, text)
    assert found.agreement == "says_otherwise"
    assert said in found.note


@pytest.mark.parametrize("text", ["Approved by the committee.", "References updated."])
def test_it_is_silent_when_it_does_not_say_what_was_done(watch: Watch, text: str) -> None:
    assert told(watch, text).agreement == "silent"


def test_a_change_that_is_not_written_down_is_silence(watch: Watch) -> None:
    watch.night(policy_page(trials=3, history=log(NEW)))
    watch.night(policy_page(trials=2, history=log(NEW)))
    assert heard(watch) == Corroboration("silent", "its own history has no new entry")


def test_a_document_without_a_history_is_silent(watch: Watch) -> None:
    watch.night(policy_page(trials=3))
    watch.night(policy_page(trials=2))
    assert heard(watch).agreement == "silent"


def test_both_may_say_that_nothing_changed(watch: Watch) -> None:
    assert told(watch, "Annual review; no changes.", after=3).agreement == "agrees"


def test_an_old_entry_in_other_words_is_no_news(watch: Watch) -> None:
    watch.night(policy_page(trials=3, history=log(NEW, ("02/2026", "REMS added."))))
    watch.night(
        policy_page(trials=2, history=log(NEW, ("02/2026", "Added the REMS."), ("03/2026", "Antidepressants: 3 to 2.")))
    )
    assert heard(watch).agreement == "agrees"


def test_of_a_history_that_begins_only_the_newest_entries_are_heard(watch: Watch) -> None:
    watch.night(policy_page(trials=3))
    watch.night(
        policy_page(trials=2, history=log(("01/2025", "REMS removed."), ("03/2026", "Antidepressants: 3 to 2.")))
    )
    assert heard(watch).agreement == "agrees"


def test_it_never_moves_a_verdict(watch: Watch) -> None:
    told(watch, "Annual review, no changes.")
    assert watch.column("SELECT verdict || ' ' || confidence FROM comparisons") == ["expanded high"]


def test_every_version_keeps_its_own_history_with_what_it_claims(watch: Watch) -> None:
    told(watch, "Number of antidepressants reduced from three to two.")
    assert watch.column("SELECT version || ' ' || dated_on || ' ' || direction FROM revisions") == [
        "1 2025-01-01 unknown",
        "2 2025-01-01 unknown",
        "2 2026-03-01 expanded",
    ]


def test_show_has_the_history_and_what_it_says_of_a_version(watch: Watch) -> None:
    text = "Number of antidepressants reduced from three to two."
    told(watch, text)
    words = ["show", SOURCE.source, "--data", str(watch.data)]
    shown = CliRunner().invoke(main, words).output
    assert f"2026-03-01: {text}" in shown
    assert "the payer's own history agrees" in shown
    read = json.loads(CliRunner().invoke(main, [*words, "--format", "json"]).output)
    assert [entry["text"] for entry in read["own_history"]] == ["New policy.", text]
    assert [version["corroboration"] and version["corroboration"]["agreement"] for version in read["history"]] == [
        None,
        "agrees",
    ]
