"""A crawl on another machine: what its spider is told, and what it brings back. Both travel as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import PurePosixPath
from typing import Any

from sqlite_utils import Database

from db.buckets import BucketStore
from db.conditional import validators_tonight
from db.connection import write
from db.queries import addresses_of
from db.snapshots import Snapshot, Validators, record_snapshot
from db.sources import get_payer, get_source, register


@dataclass(frozen=True, slots=True)
class Errand:
    """What a spider far from the database has to know: the `store` for the bytes and for the `note` of what it brings,
    the address of each source, and what it may send with a request for an address, where that is known.
    """

    store: str
    note: str
    addresses: Mapping[str, str]
    validators: Mapping[str, Validators]

    @property
    def spider(self) -> str:
        return PurePosixPath(self.note).stem

    def to_json(self) -> str:
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> Errand:
        found: dict[str, Any] = json.loads(text)
        known = {url: Validators(**one) for url, one in found["validators"].items()}
        return cls(found["store"], found["note"], found["addresses"], known)


@dataclass(frozen=True, slots=True)
class Brought:
    """The fetches of an errand, and where each source is by then."""

    snapshots: tuple[Snapshot, ...]
    addresses: Mapping[str, str]

    def to_json(self) -> bytes:
        return json.dumps(asdict(self)).encode()

    @classmethod
    def from_json(cls, body: bytes) -> Brought:
        found: dict[str, Any] = json.loads(body)
        rows = tuple(
            Snapshot(**row | {"headers": tuple((name, value) for name, value in row["headers"])})
            for row in found["snapshots"]
        )
        return cls(rows, found["addresses"])


def errand_for(db: Database, sources: Iterable[str], *, store: str, note: str) -> Errand:
    """The errand of one spider: its sources as they are known here."""
    known = [source for source in (get_source(db, name) for name in sources) if source]
    asked = [(source.source, url) for source in known for url in {source.url, *_urls(db, source.source)}]
    sent = {url: found for source, url in asked if (found := validators_tonight(db, source, url))}
    return Errand(store, note, {source.source: source.url for source in known}, sent)


def bring(errand: Errand, brought: Brought) -> None:
    """Leave what an errand brought in its store. Raises OSError."""
    BucketStore(errand.store).leave_note(errand.note, brought.to_json())


def take_in(db: Database, errand: Errand, *, run: int, at: str) -> None:
    """Record what an errand brought as fetches of a run; taken in again, nothing is added.

    Raises BlobError when it left no note.
    """
    brought = Brought.from_json(BucketStore(errand.store).read_note(errand.note))
    with write(db):
        for snapshot in brought.snapshots:
            record_snapshot(db, replace(snapshot, run=run, snapshot=0))
        for name, url in brought.addresses.items():
            source = get_source(db, name)
            payer = get_payer(db, source.payer) if source else None
            if source and payer and source.url != url:
                register(db, payer, [replace(source, url=url)], at=at)


def _urls(db: Database, source: str) -> list[str]:
    return [one.url for one in addresses_of(db, source)]
