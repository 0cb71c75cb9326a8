"""A night killed at any point and started again ends as if nothing had happened."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.tracker.nights import OTHER, SOURCE, THIRD, Failure, Watch, policy_page

ROOT = Path(__file__).resolve().parents[2]
LEAST_POINTS = 12


@pytest.fixture(scope="module")
def nights(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """The state after a night killed at each of its writes and run again; first the undisturbed one.

    On the night one source expands, one denies what it covered (and waits), one cannot be fetched.
    """
    folder = tmp_path_factory.mktemp("cut-off")
    watch = Watch(folder / "data", folder / "out", (SOURCE, OTHER, THIRD))
    watch.night(policy_page(trials=3), policy_page(trials=4), policy_page(trials=1))
    watch.fetch(policy_page(trials=2), policy_page(covered=False), Failure())
    watch.out.mkdir(exist_ok=True)
    command = [sys.executable, "-m", "tests.tracker.cut_off", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_there_are_many_points(nights: list[dict[str, Any]]) -> None:
    points = [night["point"] for night in nights if night["killed"]]
    assert len(points) >= LEAST_POINTS


def test_no_alert_is_lost_and_none_gets_a_second_id(nights: list[dict[str, Any]]) -> None:
    undisturbed = nights[0]["messages"]
    assert len(undisturbed) == 1
    assert {tuple(night["messages"]) for night in nights} == {tuple(undisturbed)}


def test_no_row_is_lost_or_half_or_twice(nights: list[dict[str, Any]]) -> None:
    undisturbed = nights[0]["rows"]
    for night in nights:
        assert night["rows"] == undisturbed, f"killed at write {night['point']}"
