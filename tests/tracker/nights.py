"""Nights over documents put straight into the store: what a crawl would have left, settled by the real night."""

from __future__ import annotations

import os
from concurrent.futures import Executor, Future
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from db.blobs import BlobStore, FolderStore, blob_name
from db.connection import open_db
from db.runs import SourceOutcome, complete_step, start_or_resume
from db.snapshots import FetchOutcome, Snapshot, record_snapshot
from db.sources import Payer, Source, register
from db.stores import blob_store
from tracker.clock import parse_instant, stamp
from tracker.config import Config, Folder, Rule
from tracker.nightly import NightPlan, NightReport, run_night

PAYER = Payer("meadow-health", "Meadow Health", "commercial", ("MI",))


def _source(name: str) -> Source:
    address = f"https://meadow.example/{name}"
    return Source(f"meadow-health/{name}", PAYER.payer, name.title(), address, line_of_business="commercial")


SOURCE, OTHER, THIRD = _source("esketamine"), _source("ketamine"), _source("list")


class InThisProcess(Executor):
    """Reads each document where it is asked to, without a process for it."""

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 - as the executors of the library do
            future.set_exception(error)
        return future


def policy_page(
    *,
    trials: int = 3,
    covered: bool = True,
    reviewed: str = "January 5, 2026",
    effective: str = "02/01/2026",
    banner: str = "Welcome",
    more: str = "",
    history: str = "",
) -> bytes:
    """A short policy of a fictional payer on esketamine; `more` is HTML after the criteria, `history` at the end."""
    answer = (
        f"""<p>Esketamine (Spravato) is considered medically necessary for treatment-resistant depression in adults
        when all of the following criteria are met:</p><ul><li>Age 18 years or older</li>
        <li>Failure of at least {trials} antidepressants in the current episode</li>
        <li>Prescribed by or in consultation with a psychiatrist</li></ul>"""
        if covered
        else """<p>Esketamine (Spravato) is considered investigational and not covered for treatment-resistant
        depression. The evidence does not show a lasting benefit for the members of this plan, and the committee
        will look at it again when new trials are published.</p>"""
    )
    return f"""<html><head><title>Esketamine</title></head><body><nav>{banner}</nav><main>
        <h1>Esketamine nasal spray</h1>
        <p>Policy Number: MH-12</p><p>Effective Date: {effective}</p><p>Last Review Date: {reviewed}</p>
        <h2>Policy</h2>{answer}{more}<h2>Coding</h2><p>HCPCS J0013 esketamine, nasal spray, 1 mg</p>
        {history}</main></body></html>""".encode()


def hang(blobs: BlobStore, sha256: str) -> None:
    """Let whoever reads a stored document wait for ever: its file becomes a pipe that nobody writes to."""
    assert isinstance(blobs, FolderStore)
    path = blobs.root / blob_name(sha256)
    path.unlink()
    os.mkfifo(path)


@dataclass(frozen=True, slots=True)
class Failure:
    """A fetch that brought no document."""

    reason: str = "the server answered 403 Forbidden"
    http_status: int | None = 403


NOT_MODIFIED = Failure("", 304)
Fetched = bytes | Failure


@dataclass(slots=True)
class Watch:
    """A data folder with its nights, one a day at 02:00 and `late` after that; `out` is the folder for alerts."""

    data: Path
    out: Path
    sources: tuple[Source, ...] = (SOURCE,)
    payer: Payer = PAYER
    nights: int = 0
    month: str = "2026-03"
    late: timedelta = timedelta(0)
    rules: tuple[Rule, ...] = (Rule("all", ("folder:out",), "at_once"),)
    reports: list[NightReport] = field(default_factory=list)

    @property
    def config(self) -> Config:
        return Config(contact="watch@clinic.example", folders=(Folder("out", self.out),), rules=self.rules)

    def open(self) -> Database:
        return open_db(self.data)

    @property
    def blobs(self) -> BlobStore:
        return blob_store(self.data)

    def now(self) -> str:
        return stamp(parse_instant(f"{self.month}-{self.nights:02d}T02:00:00Z") + self.late)

    def fetch(self, *fetched: Fetched) -> None:
        """Leave behind what the crawl of a new night leaves, one fetch a source."""
        self.nights += 1
        db = self.open()
        register(db, self.payer, self.sources, at=self.now())
        run = start_or_resume(db, at=self.now()).run
        for source, found in zip(self.sources, fetched, strict=True):
            record_snapshot(db, snapshot_of(source, found, self.blobs, at=self.now(), run=run))
        complete_step(db, run, "crawled")
        db.close()

    def settle(self, **plan: Any) -> NightReport:
        """The rest of the night: read, settle, deliver."""
        night = NightPlan(self.data, self.config, **plan)
        report = run_night(night, clock=self.now, progress=lambda _: None, executor=InThisProcess())
        self.reports.append(report)
        return report

    def night(self, *fetched: Fetched) -> SourceOutcome:
        """A whole night; the outcome of the first source."""
        self.fetch(*fetched)
        return self.settle().outcomes[0]

    def messages(self) -> list[str]:
        """What has been written to the folder channel, in order."""
        return [path.read_text(encoding="utf-8") for path in sorted(self.out.glob("*.txt"))]

    def column(self, sql: str) -> list[Any]:
        db = self.open()
        found = [row[0] for row in db.execute(sql).fetchall()]
        db.close()
        return found


def snapshot_of(source: Source, found: Fetched, blobs: BlobStore, *, at: str, run: int | None) -> Snapshot:
    """The row of one fetch, its bytes stored before it."""
    if isinstance(found, bytes):
        return Snapshot(
            source.source, source.url, source.url, at, "fetched", http_status=200, sha256=blobs.put(found), run=run
        )
    outcome: FetchOutcome = "not_modified" if found is NOT_MODIFIED else "error"
    return Snapshot(
        source.source, source.url, source.url, at, outcome, found.reason, http_status=found.http_status, run=run
    )
