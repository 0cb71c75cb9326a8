"""The night by the clock: what was missed is caught up, and a stop is clean."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from sqlite_utils import Database

from db.runs import complete_step, finish, start_or_resume
from tests.tracker.nights import Failure, Watch, policy_page
from tracker.clock import parse_instant, stamp
from tracker.config import Config
from tracker.lock import only_one
from tracker.schedule import NightProcess, deliver_again, is_night_missed, last_due, night_command

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("now", "due"),
    [
        ("2026-03-02T02:00:00Z", "2026-03-02T02:00:00Z"),
        ("2026-03-02T01:59:59Z", "2026-03-01T02:00:00Z"),
        ("2026-03-01T00:30:00Z", "2026-02-28T02:00:00Z"),
        ("2026-03-02T23:59:59Z", "2026-03-02T02:00:00Z"),
    ],
)
def test_the_night_that_is_due(now: str, due: str) -> None:
    assert stamp(last_due("02:00", parse_instant(now))) == due


def test_before_the_first_night_one_is_missing(db: Database) -> None:
    assert is_night_missed(db, "02:00", now="2026-03-02T12:00:00Z")


@pytest.mark.parametrize(
    ("started_at", "missed"),
    [("2026-03-02T02:00:10Z", False), ("2026-03-02T07:00:00Z", False), ("2026-03-01T02:00:10Z", True)],
)
def test_a_night_counts_from_its_hour_on(db: Database, started_at: str, *, missed: bool) -> None:
    run = start_or_resume(db, at=started_at)
    finish(db, run.run, at=started_at)
    assert is_night_missed(db, "02:00", now="2026-03-02T12:00:00Z") is missed


def test_a_night_that_was_cut_off_is_missed(db: Database) -> None:
    run = start_or_resume(db, at="2026-03-02T02:00:00Z")
    complete_step(db, run.run, "crawled")
    assert is_night_missed(db, "02:00", now="2026-03-02T12:00:00Z")


def test_a_run_for_one_payer_or_a_dry_one_is_no_night(db: Database) -> None:
    for run in (
        start_or_resume(db, at="2026-03-02T03:00:00Z", payer="meadow-health"),
        start_or_resume(db, at="2026-03-02T03:00:00Z", kind="dry"),
        start_or_resume(db, at="2026-03-02T03:00:00Z", kind="hand"),
    ):
        finish(db, run.run, at="2026-03-02T04:00:00Z")
    assert is_night_missed(db, "02:00", now="2026-03-02T12:00:00Z")


def scheduler(data: Path, night: str) -> subprocess.Popen[str]:
    """A scheduler whose night is a piece of Python."""
    program = (
        "import sys; from pathlib import Path; from tracker.clock import utc_now; from tracker.config import Config;"
        "from tracker.schedule import run_schedule;"
        f"run_schedule(Path({str(data)!r}), Config(), (sys.executable, '-c', {night!r}), now=utc_now())"
    )
    return subprocess.Popen([sys.executable, "-c", program], cwd=ROOT, stdout=subprocess.PIPE, text=True)


def test_a_missed_night_is_caught_up_at_the_start_and_sigterm_ends_cleanly(tmp_path: Path) -> None:
    with scheduler(tmp_path, "print('a night', flush=True)") as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "a night\n"
        process.send_signal(signal.SIGTERM)
        assert process.wait(30) == 0


def test_sigterm_ends_the_night_at_work_too(tmp_path: Path) -> None:
    night = "import os, time; print(os.getpid(), flush=True); time.sleep(600)"
    with scheduler(tmp_path, night) as process:
        assert process.stdout is not None
        child = int(process.stdout.readline())
        process.send_signal(signal.SIGTERM)
        assert process.wait(30) == 0
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)


def test_a_night_that_begins_as_the_scheduler_is_stopped_ends_at_once() -> None:
    night = NightProcess((sys.executable, "-c", "import time; time.sleep(600)"))
    night.stop()
    night()


def test_what_a_channel_could_not_take_is_sent_between_nights(watch: Watch) -> None:
    watch.night(policy_page(trials=3))
    watch.out.write_text("in the way of the folder")
    watch.night(policy_page(trials=2))
    assert watch.column("SELECT state FROM outbox") == ["pending"]
    watch.out.unlink()
    deliver_again(watch.data, watch.config)
    assert watch.column("SELECT state FROM outbox") == ["sent"]
    assert len(watch.messages()) == 1


def test_while_a_night_is_at_work_nobody_else_delivers(watch: Watch) -> None:
    watch.night(Failure())
    with only_one(watch.data):
        deliver_again(watch.data, Config())


def test_the_night_is_the_command_that_can_be_run_by_hand(tmp_path: Path) -> None:
    command = night_command(tmp_path, tmp_path / "ketwatch.toml")
    done = subprocess.run([*command, "--help"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "nightly" in done.stdout
