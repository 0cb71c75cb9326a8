"""`ketwatch show`: the policy in force, and a word on the one that will be."""

from __future__ import annotations

import json
from dataclasses import replace
from hashlib import sha256
from typing import Any

import pytest
from click.testing import CliRunner

from parsers.release import EXTRACTOR
from tests.tracker.nights import SOURCE, Watch, policy_page
from tracker.cli.main import main

FUTURE = "01/01/2099"


def shown(watch: Watch, *words: str) -> str:
    result = CliRunner().invoke(main, ["show", SOURCE.source, "--data", str(watch.data), *words])
    assert result.exit_code == 0, result.stderr
    return result.output


def test_a_version_to_come_is_announced_and_does_not_hide_the_one_in_force(watch: Watch) -> None:
    watch.night(policy_page(trials=3))
    watch.night(policy_page(trials=2, effective=FUTURE))
    assert "takes effect on 2099-01-01: --as-of 2099-01-01 shows it" in shown(watch)
    assert "Failure of at least 3 antidepressants" in shown(watch)
    assert "Failure of at least 2 antidepressants" in shown(watch, "--as-of", "2099-01-01")


def test_where_nothing_is_in_force_yet_the_version_to_come_is_shown(watch: Watch) -> None:
    watch.night(policy_page(trials=2, effective=FUTURE))
    assert "Failure of at least 2 antidepressants" in shown(watch)


def asked(watch: Watch) -> Any:
    return json.loads(shown(watch, "--format", "json"))


def test_where_a_policy_comes_from_is_said_first(watch: Watch) -> None:
    watch.night(policy_page(trials=3))
    watch.night(policy_page(trials=2))
    assert "version 2, seen by us 2026-03-02T02:00:00Z at https://meadow.example/esketamine quality ok, read by" in (
        " ".join(shown(watch).partition("MH-12")[0].split())
    )
    assert asked(watch)["origin"] == {
        "version": 2, "url": SOURCE.url, "answered_by": SOURCE.url, "fetched_at": "2026-03-02T02:00:00Z",
        "provenance": "seen", "quality": "ok", "sha256": sha256(policy_page(trials=2)).hexdigest(),
        "extractor": EXTRACTOR,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("provenance", "words", "value"),
    [
        ("archive", "kept by a web archive 2026-03-01T02:00:00Z", "web archive"),
        ("hand", "added by hand, fetched 2026-03-01T02:00:00Z", "added by hand"),
    ],
)
def test_what_an_archive_kept_or_a_person_added_is_not_called_seen_by_us(
    watch: Watch, provenance: str, words: str, value: str
) -> None:
    watch.night(policy_page())
    db = watch.open()
    db.execute("UPDATE snapshots SET provenance = ?, final_url = 'https://elsewhere.example/x'", [provenance])
    db.close()
    assert f"version 1: {words}, first, confirmed" in shown(watch)
    assert f"{SOURCE.url}, which led to https://elsewhere.example/x" in " ".join(shown(watch).split())
    assert [version["origin"]["provenance"] for version in asked(watch)["history"]] == [value]


def test_before_the_first_reading_there_is_no_origin(watch: Watch) -> None:
    watch.night(b"")
    assert asked(watch)["origin"] is None


def test_a_warning_is_said_before_the_policy(watch: Watch) -> None:
    watch.sources = (replace(SOURCE, usual_positions=5),)
    watch.night(policy_page())
    assert "worth a look since 2026-03-01: answers read: 1, usually at least 5" in shown(watch)
    assert [warning["quality"] for warning in asked(watch)["warnings"]] == ["few_positions"]
