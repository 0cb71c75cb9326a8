"""The crawl's side of the database: sources in, snapshots in, validators out."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from scrapy.settings import BaseSettings
from sqlite_utils import Database

from db.blobs import BlobStore
from db.conditional import validators_tonight
from db.connection import open_db
from db.errands import Brought, Errand, bring
from db.snapshots import (
    Provenance,
    Snapshot,
    Validators,
    record_snapshot,
    snapshots_of,
)
from db.sources import Payer, Source, get_source, has_left, register
from db.stores import blob_store
from spiders.items import FetchedDocument

logger = logging.getLogger(__name__)


def utc_now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass(slots=True)
class Archive:
    """One crawl's connection to the database and the snapshot store. `run` is None for a crawl by hand.

    On another machine the database is that machine's own and forgets nothing, but counts for nothing: what is known
    comes with the `errand`, and what was fetched goes back as a note in the store.
    """

    db: Database
    blobs: BlobStore
    run: int | None
    provenance: Provenance
    errand: Errand | None = None
    recorded: set[str] = field(default_factory=set)
    fetches: list[Snapshot] = field(default_factory=list)

    @classmethod
    def from_settings(cls, settings: BaseSettings) -> Archive:
        """Open the data folder. Raises ValueError when KETWATCH_RUN names no run of it."""
        errand = Errand.from_json(settings["KETWATCH_ERRAND"]) if settings.get("KETWATCH_ERRAND") else None
        # Spiders of one node start at once: each makes a database of its own.
        data = Path(settings["KETWATCH_DATA"]) / (errand.spider if errand else "")
        db = open_db(data)
        run = int(settings["KETWATCH_RUN"]) if settings.get("KETWATCH_RUN") else None
        if run is not None and not db["runs"].count_where("run = ?", [run]):
            db.close()
            raise ValueError(f"KETWATCH_RUN={run} is no run of {data}: leave it out, or let `ketwatch nightly` set it")
        blobs = blob_store(data, errand.store if errand else settings.get("KETWATCH_SNAPSHOTS"))
        return cls(db, blobs, run, "replay" if settings.get("KETWATCH_REPLAY") else "crawl", errand)

    def register(self, payer: Payer, sources: Iterable[Source]) -> None:
        register(self.db, payer, sources, at=utc_now())

    def take_errand(self, payer: Payer, sources: Iterable[Source]) -> None:
        """Put the sources where the errand says that they are now."""
        if self.errand:
            where = self.errand.addresses
            self.register(payer, [replace(source, url=where.get(source.source, source.url)) for source in sources])

    def move(self, payer: Payer, source: Source, url: str) -> None:
        """Make an address that was found the source's own; the older ones stay in its history."""
        if url != source.url:
            logger.info("%s moved from %s to %s", source.source, source.url, url)
            self.register(payer, [replace(source, url=url)])

    def done_this_run(self, source: str) -> bool:
        """Whether this run already has an answer: a run taken up again asks only for what is missing or failed.

        The answer of an address that the source has left tonight is none.
        """
        return self.run is not None and any(
            snapshot.outcome != "error" and not has_left(self.db, source, snapshot.url)
            for snapshot in snapshots_of(self.db, source, run=self.run)
        )

    def validators(self, source: str, url: str) -> Validators | None:
        """What to send so that the server may answer 304; None asks for the whole document."""
        if self.errand:
            return self.errand.validators.get(url)
        return validators_tonight(self.db, source, url)

    def record(self, document: FetchedDocument) -> None:
        """Store the bytes, then the row; bytes that cannot be stored become an error row with the cause."""
        try:
            sha256 = self.blobs.put(document.body) if document.body is not None else None
        except OSError as error:
            # A traceback would say no more than the cause does.
            logger.error("%s: the bytes could not be stored: %s", document.source, error)  # noqa: TRY400
            document = replace(
                document, outcome="error", reason=f"could not be stored: {error.strerror or error}", body=None
            )
            sha256 = None
        self._record_row(document, sha256)

    def _record_row(self, document: FetchedDocument, sha256: str | None) -> None:
        snapshot = Snapshot(
            source=document.source,
            url=document.url,
            final_url=document.final_url,
            fetched_at=document.fetched_at,
            outcome=document.outcome,
            reason=document.reason,
            http_status=document.status,
            headers=document.headers,
            sha256=sha256,
            byte_count=len(document.body) if document.body is not None else None,
            provenance=self.provenance,
            run=self.run,
        )
        try:
            record_snapshot(self.db, snapshot)
        except sqlite3.Error as error:
            logger.error("%s: the snapshot row could not be stored: %s", document.source, error)  # noqa: TRY400
            return
        self.recorded.add(document.source)
        self.fetches.append(snapshot)

    def close(self) -> None:
        if self.errand:
            found = {source: get_source(self.db, source) for source in self.errand.addresses}
            bring(self.errand, Brought(tuple(self.fetches), {name: one.url for name, one in found.items() if one}))
        self.db.close()
