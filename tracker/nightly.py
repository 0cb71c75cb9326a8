"""One night: crawl, read, settle, deliver. Each step may be cut off at any point; the next start takes it up again."""

from __future__ import annotations

import logging
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from sqlite_utils import Database

from db.candidates import end_what_was_split
from db.connection import open_db
from db.runs import (
    Run,
    RunKind,
    SourceOutcome,
    Step,
    complete_step,
    finish,
    get_run,
    has_outcome,
    outcomes_of,
    start_or_resume,
)
from db.snapshots import Snapshot, fetches_of_run, record_snapshot, snapshots_of
from db.sources import get_source
from db.stores import blob_store
from tracker.alerts.deliver import Delivered, deliver_due
from tracker.alerts.feed import write_feed
from tracker.alerts.reminders import queue_reminders
from tracker.clock import parse_instant, utc_now
from tracker.config import Config
from tracker.discovery.discover import NOTHING_FOUND, Discovered, discover
from tracker.discovery.listings import follow_listings
from tracker.errors import NightError, RunnerError
from tracker.extract import documents_of, missing_readings, read_documents
from tracker.label.record import follow_label
from tracker.lock import only_one
from tracker.night import LEAST_BETWEEN_FETCHES, Night
from tracker.nodes import run_on_nodes
from tracker.runner import Crawl, Spider, SpiderEnd, list_spiders, run_spiders
from tracker.settle import settle_safely

log = logging.getLogger(__name__)

Clock = Callable[[], str]
Progress = Callable[[str], None]

_STEPS: tuple[Step, ...] = ("started", "crawled", "read", "settled", "delivered")
# What was fetched longer ago than this is another night's: it is finished, and tonight is crawled anew.
_ONE_NIGHT = timedelta(hours=12)
_PING_TIMEOUT_S = 20


@dataclass(frozen=True, slots=True)
class NightPlan:
    """What one night is to do.

    `payer` limits it to one; `replay` answers from a WARC file; `dry_run` fetches, reads and reports, and keeps and
    sends nothing of what it concludes. `spider_modules` is where spiders are looked for, None for the known payers.
    `nodes` are the addresses of Scrapyd nodes that crawl in this machine's place.
    """

    data: Path
    config: Config
    payer: str | None = None
    replay: Path | None = None
    dry_run: bool = False
    spider_modules: str | None = None
    nodes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NightReport:
    """A finished night: an outcome for every source, what was sent (None: nothing was left to send, or dry run), and
    which documents were found that nobody had declared.
    """

    run: Run
    outcomes: tuple[SourceOutcome, ...]
    delivered: Delivered | None
    discovered: Discovered = NOTHING_FOUND

    def of(self, outcome: str) -> tuple[SourceOutcome, ...]:
        return tuple(found for found in self.outcomes if found.outcome == outcome)


def run_night(
    plan: NightPlan, *, clock: Clock = utc_now, progress: Progress = log.info, executor: Executor | None = None
) -> NightReport:
    """Run a night, or take up the one that was cut off. Raises NightError, RunnerError or BusyError."""
    _check_contact(plan)
    with only_one(plan.data), closing(open_db(plan.data)) as db:
        return _Night(db, plan, clock, progress, executor).run()


def crawl_only(plan: NightPlan, *, clock: Clock = utc_now, progress: Progress = log.info) -> Run:
    """The crawl of a night, discovery with it; the next night takes the run up from there. Raises as `run_night`."""
    _check_contact(plan)
    with only_one(plan.data), closing(open_db(plan.data)) as db:
        return _Night(db, plan, clock, progress, None).crawl_only()


def _check_contact(plan: NightPlan) -> None:
    if plan.config.contact is None and plan.replay is None:
        raise NightError(
            "no contact: sites must be able to reach whoever crawls them; "
            'write contact = "you@your-clinic.example" into ketwatch.toml'
        )


@dataclass(frozen=True, slots=True)
class _Night:
    """The tools of one night, and its steps in order."""

    db: Database
    plan: NightPlan
    clock: Clock
    progress: Progress
    executor: Executor | None

    def run(self) -> NightReport:
        run = self._resume()
        if parse_instant(self.clock()) - parse_instant(run.started_at) > _ONE_NIGHT:
            self.progress(f"run {run.run} of {run.started_at} was cut off: finishing it with what it fetched")
            self._finish(run, crawl=False)
            run = self._resume()
        return self._finish(run, crawl=True)

    def crawl_only(self) -> Run:
        run = self._resume()
        if _STEPS.index(run.step) < _STEPS.index("crawled"):
            self._crawl(run)
            self._discover(run, crawl=True)
            complete_step(self.db, run.run, "crawled")
        return get_run(self.db, run.run)

    def _resume(self) -> Run:
        kind: RunKind = "dry" if self.plan.dry_run else "nightly"
        return start_or_resume(self.db, at=self.clock(), kind=kind, payer=self.plan.payer)

    def _finish(self, run: Run, *, crawl: bool) -> NightReport:
        done = _STEPS.index(run.step)
        discovered = NOTHING_FOUND
        if done < _STEPS.index("crawled"):
            if crawl:
                self._crawl(run)
            discovered = self._discover(run, crawl=crawl)
            complete_step(self.db, run.run, "crawled")
        if done < _STEPS.index("read"):
            self._read(run)
            complete_step(self.db, run.run, "read")
        outcomes = tuple(self._settle(run, done))
        delivered = self._deliver(run, done)
        finish(self.db, run.run, at=self.clock())
        self._ping()
        return NightReport(get_run(self.db, run.run), outcomes, delivered, discovered)

    def _crawl_of(self, run: Run) -> Crawl:
        return Crawl(
            self.plan.data,
            run.run,
            contact=self.plan.config.contact,
            replay=self.plan.replay,
            spider_modules=self.plan.spider_modules,
            parallel=self.plan.config.payers_parallel,
        )

    def _crawl(self, run: Run) -> None:
        crawl = self._crawl_of(run)
        spiders = [spider for spider in list_spiders(crawl) if self.plan.payer in {None, spider.payer}]
        if not spiders:
            finish(self.db, run.run, at=self.clock())
            raise RunnerError(f"no spider of the payer {self.plan.payer!r}: `ketwatch sources` lists the payers")
        left = [spider for spider in spiders if self._unanswered(run, spider)]
        ends = run_on_nodes(self.db, crawl, left, self.plan.nodes) if self.plan.nodes else run_spiders(crawl, left)
        for n, end in enumerate(ends, 1):
            self._record_missing(run, end)
            self.progress(f"crawl {n}/{len(left)} {end.spider.name}: {end.problem or 'done'}")

    def _discover(self, run: Run, *, crawl: bool) -> Discovered:
        """Look through what came, and ask once more where a document is somewhere else now."""
        if self.plan.dry_run:
            return NOTHING_FOUND
        found = discover(self.db, blob_store(self.plan.data), run.run, at=self.clock())
        if crawl and found.payers:
            again = self._crawl_of(run)
            spiders = [spider for spider in list_spiders(again) if spider.payer in found.payers]
            for end in run_spiders(again, spiders):
                self._record_missing(run, end)
                self.progress(f"asked at the new address: {end.spider.name}: {end.problem or 'done'}")
            found += discover(self.db, blob_store(self.plan.data), run.run, at=self.clock())
        follow_listings(self.db, blob_store(self.plan.data), run.run, at=self.clock())
        return found

    def _unanswered(self, run: Run, spider: Spider) -> list[str]:
        return [source for source in spider.sources if not snapshots_of(self.db, source, run=run.run)]

    def _record_missing(self, run: Run, end: SpiderEnd) -> None:
        """Give every source that its spider left without a word a failed fetch: silence is not an outcome."""
        for name in self._unanswered(run, end.spider):
            source = get_source(self.db, name)
            if source:
                reason = end.problem or f"the spider brought nothing for it; see {end.log}"
                fetch = Snapshot(name, source.url, source.url, self.clock(), "error", reason, run=run.run)
                record_snapshot(self.db, fetch)

    def _read(self, run: Run) -> None:
        documents = [
            document for fetch in fetches_of_run(self.db, run.run) for document in documents_of(self.db, fetch)
        ]
        missing = missing_readings(self.db, documents, at=self.clock())
        self.progress(f"read: {len(missing)} new document{'' if len(missing) == 1 else 's'}")
        read_documents(self.db, blob_store(self.plan.data), missing, at=self.clock(), executor=self.executor)

    def _settle(self, run: Run, done: int) -> list[SourceOutcome]:
        if self.plan.dry_run:
            with _discarding(self.db):
                self._settle_all(run)
                return outcomes_of(self.db, run.run)
        if done < _STEPS.index("settled"):
            self._settle_all(run)
            complete_step(self.db, run.run, "settled")
        return outcomes_of(self.db, run.run)

    def _settle_all(self, run: Run) -> None:
        # Recorded nights are as far apart as their recorder made them, however soon one is replayed after another.
        apart = timedelta(0) if self.plan.replay else LEAST_BETWEEN_FETCHES
        night = Night(run.run, self.clock(), self.plan.config.rules, apart)
        for fetch in fetches_of_run(self.db, run.run):
            if not has_outcome(self.db, run.run, fetch.source):
                settle_safely(self.db, fetch, night)
        end_what_was_split(self.db, at=night.at)
        follow_label(self.db, at=night.at, rules=night.rules)

    def _deliver(self, run: Run, done: int) -> Delivered | None:
        if self.plan.dry_run or done >= _STEPS.index("delivered"):
            return None
        config = self.plan.config
        queue_reminders(self.db, days_before=config.remind_days_before, at=self.clock())
        if config.feed:
            write_feed(self.db, config.feed, now=self.clock())
        delivered = deliver_due(self.db, config, now=self.clock(), clock=self.clock, blobs=blob_store(self.plan.data))
        complete_step(self.db, run.run, "delivered")
        return delivered

    def _ping(self) -> None:
        """Tell the dead man's switch that the night is done; that it does not answer is no reason to fail."""
        url = self.plan.config.dead_man_url
        if url and self.plan.payer is None and not self.plan.dry_run:
            try:
                # The address is the operator's own, checked to be http or https.
                with urllib.request.urlopen(url, timeout=_PING_TIMEOUT_S):  # noqa: S310
                    self.progress("told the dead man's switch")
            except OSError as error:
                log.warning("the dead man's switch at %s did not answer: %s", url, error)


@contextmanager
def _discarding(db: Database) -> Iterator[None]:
    """A transaction that is rolled back whatever happens: what is concluded inside can be shown, not kept."""
    db.conn.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        db.conn.execute("ROLLBACK")
