"""History from a web archive: captures from before our own first sight, through the same gate as a night's fetches.

It may be cut off at any point: what was fetched is kept, and the next start goes on from there.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from sqlite_utils import Database

from db.blobs import BlobStore
from db.connection import open_db
from db.queries import addresses_of
from db.runs import finish, start_or_resume
from db.snapshots import Snapshot, record_snapshot, snapshots_of
from db.sources import Source, all_sources
from db.stores import blob_store
from tracker.archive_redirects import NotFollowedError, Redirects
from tracker.archived_bodies import Bodies, Body
from tracker.discovery.known import known_document
from tracker.errors import BackfillError
from tracker.extract import missing_readings, read_documents
from tracker.label.record import follow_label
from tracker.lock import only_one
from tracker.past import documents_of_past, gaps, settle_past
from tracker.rules import Rule
from tracker.web_archive import ArchiveError, Capture, NotPlayableError, PauseError, WebArchive

log = logging.getLogger(__name__)

_VARIANT = re.compile(r"https?://(?:www\.)?")


@dataclass(frozen=True, slots=True)
class BackfillPlan:
    """Whose history to look for; None: everybody's, and as far back as the archive has it. `since` is UTC."""

    data: Path
    payer: str | None = None
    source: str | None = None
    since: str | None = None
    rules: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True)
class Backfilled:
    """What came of one source: captures from before our own first sight, how many of them were `taken` this time, how
    many a good document could be read in, and how many changes they showed this time. `oldest` is the first capture
    kept, None without any; `reason` says why history may be missing, "" when all was taken. `paused`: the archive asked
    not to be asked for a while, so that the sources after it were left out.
    """

    source: str
    captures: int
    taken: int
    read: int
    changes: int
    oldest: str | None
    reason: str = ""
    paused: bool = False


def backfill(
    plan: BackfillPlan, archive: WebArchive, *, now: str, progress: Callable[[str], None] = log.info,
    executor: Executor | None = None,
) -> Iterator[Backfilled]:  # fmt: skip
    """Look for the history of each source, settle it and say what came of it. Raises BackfillError or BusyError.

    A night may run between two sources: only settling takes the lock.
    """
    with closing(open_db(plan.data)) as db:
        sources = _sources(db, plan)
        run = start_or_resume(db, at=now, kind="backfill", payer=plan.payer).run
        work = _Work(db, blob_store(plan.data), archive, plan, run, now, executor)
        for n, source in enumerate(sources, 1):
            done = work.one(source)
            progress(f"backfill {n}/{len(sources)} {source.source}: {_line(done)}")
            yield done
            if done.paused:
                break
        with only_one(plan.data):
            follow_label(db, at=now, rules=plan.rules)
        finish(db, run, at=now)


def _sources(db: Database, plan: BackfillPlan) -> list[Source]:
    found = [source for source in all_sources(db, payer=plan.payer) if not source.is_lead]
    chosen = [source for source in found if plan.source in {None, source.source}]
    if not chosen:
        raise BackfillError("no such source: `ketwatch sources` lists them after the first night")
    return chosen


def _line(done: Backfilled) -> str:
    told = f"{done.captures} captures, {done.taken} taken, {done.changes} changes"
    return f"{told}; {done.reason}" if done.reason else told


@dataclass(frozen=True, slots=True)
class _Work:
    """The tools of one run over the archive."""

    db: Database
    blobs: BlobStore
    archive: WebArchive
    plan: BackfillPlan
    run: int
    now: str
    executor: Executor | None

    def one(self, source: Source) -> Backfilled:
        taken, listed, reason, paused = 0, list[Capture](), "", False
        try:
            listed = self._listed(source)
            for _ in self._take(source, listed):
                taken += 1
        except (ArchiveError, NotPlayableError) as error:
            reason, paused = str(error), isinstance(error, PauseError)
        with only_one(self.plan.data):
            outcomes = self._settle(source)
        kept = [one.fetched_at for one in self._kept(source)]
        read = sum(outcome != "unknown" for outcome in outcomes)
        return Backfilled(
            source.source, len(listed), taken, read, outcomes.count("changed"), min(kept, default=None), reason, paused
        )

    def _listed(self, source: Source) -> list[Capture]:
        """The captures that may still be added, of all addresses: each counts until the next one was first seen."""
        open_times = gaps(self.db, source)
        found: list[Capture] = []
        before = self.now
        for url in self._addresses(source):
            here = [one for one in self.archive.captures(url, since=self.plan.since) if one.at < before]
            found += [one for one in here if any(gap.holds(one.at) for gap in open_times)]
            before = min([before, *(one.at for one in here if not one.is_redirect)])
        return sorted(set(found), key=lambda one: (one.at, one.url))

    def _addresses(self, source: Source) -> list[str]:
        """Where the source has been found, newest first; an archive finds every scheme and "www." of an address."""
        urls = [source.url, *(one.url for one in reversed(addresses_of(self.db, source.source)))]
        return list({_VARIANT.sub("", url): url for url in reversed(urls)}.values())[::-1]

    def _take(self, source: Source, listed: Sequence[Capture]) -> Iterator[Snapshot]:
        """Keep the captures that are not kept yet, each body asked for once."""
        known = {(one.url, one.fetched_at) for one in self._asked(source)}
        bodies, redirects = Bodies(self.archive, self.blobs), Redirects(self.archive, known_document(self.db, source))
        bodies.know(self._kept(source))
        for capture in listed:
            if (capture.url, capture.at) in known:
                continue
            try:
                snapshot = self._snapshot(source, capture, bodies, redirects)
            except NotPlayableError as error:
                log.info("%s: the capture of %s is left out: %s", source.source, capture.at, error)
                continue
            record_snapshot(self.db, snapshot)
            if snapshot.outcome == "fetched":
                yield snapshot

    def _snapshot(self, source: Source, capture: Capture, bodies: Bodies, redirects: Redirects) -> Snapshot:
        """The row of a capture, its bytes stored before it: of a redirect, those that it led to. One that leads to no
        version of the policy is kept as a failure, so that it is not asked for again.
        """
        row = Snapshot(
            source.source, capture.url, capture.url, capture.at, "fetched", http_status=200, provenance="archive",
            run=self.run,
        )  # fmt: skip
        found = bodies.of(capture)
        if isinstance(found, Body):
            return found.in_row(row)
        try:
            target, body = redirects.follow(capture, found.leads_to, bodies)
        except NotFollowedError as error:
            log.info("%s: the capture of %s is no version: %s", source.source, capture.at, error)
            return replace(row, final_url=error.url, outcome="error", reason=str(error), http_status=found.status)
        return body.in_row(row, target)

    def _asked(self, source: Source) -> list[Snapshot]:
        return [one for one in snapshots_of(self.db, source.source) if one.provenance == "archive"]

    def _kept(self, source: Source) -> list[Snapshot]:
        return [one for one in self._asked(source) if one.outcome == "fetched"]

    def _settle(self, source: Source) -> list[str]:
        kept = self._kept(source)
        missing = missing_readings(self.db, documents_of_past(self.db, source, kept), at=self.now)
        read_documents(self.db, self.blobs, missing, at=self.now, executor=self.executor)
        return [outcome.outcome for outcome in settle_past(self.db, source, kept, self.run)]
