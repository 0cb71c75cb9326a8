"""The nightly job by the clock, in UTC; a night missed while the machine was off is caught up at the start."""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import FrameType
from zoneinfo import ZoneInfo

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.blocking import BlockingScheduler
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger
from sqlite_utils import Database

from db.connection import open_db
from db.runs import last_run
from db.stores import blob_store
from tracker.alerts.deliver import deliver_due
from tracker.clock import parse_instant, utc_now
from tracker.config import Config
from tracker.errors import BusyError
from tracker.lock import only_one

log = logging.getLogger(__name__)

_UTC = ZoneInfo("UTC")
_MISFIRE_GRACE_S = 6 * 3600
_RETRY_MINUTES = 5
_GRACE_S = 30


def is_night_missed(db: Database, nightly_at: str, *, now: str) -> bool:
    """Whether the last hour of night has passed without a finished run over all payers since."""
    run = last_run(db)
    due = last_due(nightly_at, parse_instant(now))
    return run is None or run.finished_at is None or parse_instant(run.started_at) < due


def last_due(nightly_at: str, now: datetime) -> datetime:
    """The last instant at or before `now` at which a night was to begin."""
    hour, minute = map(int, nightly_at.split(":"))
    today = now.astimezone(UTC).replace(hour=hour, minute=minute, second=0, microsecond=0)
    return today if today <= now else today - timedelta(days=1)


class NightProcess:
    """The night as a process of its own: it frees its memory, and a crash in it is not the scheduler's."""

    def __init__(self, command: tuple[str, ...]) -> None:
        self._command = command
        self._process: subprocess.Popen[bytes] | None = None
        self._stopped = False

    def __call__(self) -> None:
        """Run a night to its end; what it prints goes where the scheduler's output goes."""
        # A group of its own, so that a stop reaches the spiders as well.
        self._process = subprocess.Popen(self._command, start_new_session=True)
        if self._stopped:
            # The signal came while the process was being made: nobody else knows of it.
            self.stop()
        code = self._process.wait()
        if code:
            log.error("the night ended with exit code %s; what it had done is kept, and it is taken up again", code)

    def stop(self) -> None:
        """End a night at work, or one that is about to begin; the next one takes up where it stopped."""
        self._stopped = True
        process = self._process
        if process is None or process.poll() is not None:
            return
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(_GRACE_S)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def night_command(data: Path, config: Path) -> tuple[str, ...]:
    """The command line of one night."""
    return (sys.executable, "-m", "tracker.cli", "nightly", "--data", str(data), "--config", str(config))


def run_schedule(data: Path, config: Config, command: tuple[str, ...], *, now: str) -> None:
    """Run nights until SIGTERM or an interrupt, and between them send what a channel could not take at first."""
    scheduler = BlockingScheduler(
        timezone=_UTC,
        # One thread: a delivery never holds the lock that the night needs.
        executors={"default": ThreadPoolExecutor(1)},
        job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": _MISFIRE_GRACE_S},
    )
    night = NightProcess(command)
    hour, minute = config.nightly_at.split(":")
    trigger = CronTrigger(hour=int(hour), minute=int(minute), timezone=_UTC)
    scheduler.add_job(night, trigger, id="nightly", replace_existing=True)
    scheduler.add_job(
        lambda: deliver_again(data, config), IntervalTrigger(minutes=_RETRY_MINUTES, timezone=_UTC), id="deliver"
    )
    with closing(open_db(data)) as db:
        if is_night_missed(db, config.nightly_at, now=now):
            log.info("the last night was missed: catching up now")
            scheduler.add_job(night, id="catch-up")
    _stop_on_signal(lambda: _shut_down(scheduler, night))
    log.info("a night every day at %s UTC", config.nightly_at)
    scheduler.start()


def deliver_again(data: Path, config: Config) -> None:
    """Try once more what is due in the outbox; a night at work does that itself."""
    try:
        with only_one(data), closing(open_db(data)) as db:
            deliver_due(db, config, now=utc_now(), clock=utc_now, blobs=blob_store(data))
    except BusyError:
        log.debug("a night is at work and delivers itself")


def _shut_down(scheduler: BlockingScheduler, night: NightProcess) -> None:
    night.stop()
    if scheduler.running:
        scheduler.shutdown(wait=False)


def _stop_on_signal(stop: Callable[[], None]) -> None:
    def handle(number: int, frame: FrameType | None) -> None:
        del frame
        log.info("%s: stopping", signal.Signals(number).name)
        stop()

    signal.signal(signal.SIGTERM, handle)
    signal.signal(signal.SIGINT, handle)
