"""Documents fetched by hand and dated captures: through the same gate as a crawl, settled in the order of their dates.

A dated capture is history: its changes are recorded with its own date, and nobody is alerted of the past.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from concurrent.futures import Executor
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from sqlite_utils import Database

from db.blobs import BlobStore
from db.connection import open_db, write
from db.runs import SourceOutcome, finish, start_or_resume
from db.snapshots import Snapshot, get_snapshot, record_snapshot
from db.sources import DRUG_NAMES, Payer, PayerType, Source, all_sources, get_payer, get_source, register
from db.stores import blob_store
from db.versions import last_confirmed
from parsers.models import Quality
from tracker.clock import parse_instant, stamp
from tracker.errors import AddError
from tracker.extract import documents_in_force, missing_readings, read_documents
from tracker.label.record import follow_label
from tracker.lock import only_one
from tracker.night import Night
from tracker.past import documents_of_past, gaps, tie_to_present
from tracker.reading import Document
from tracker.rules import Rule
from tracker.settle import settle_safely

AddedOutcome = Literal["changed", "unchanged", "unknown", "known", "older"]
_COLUMNS = ("payer", "policy", "fetched_at", "url", "file")
_NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Capture:
    """A document fetched by hand. `policy` names its source within the payer, None: the one at this address;
    `fetched_at` is None for one fetched just now.
    """

    payer: str
    url: str
    path: Path
    policy: str | None = None
    fetched_at: str | None = None


@dataclass(frozen=True, slots=True)
class PayerFacts:
    """What the user says of the payer whose documents are added; None and () where nothing is said."""

    payer_type: PayerType | None = None
    states: tuple[str, ...] = ()


NOTHING_SAID = PayerFacts()


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a capture: as of a nightly fetch, or "known" (added before), or "older": it lies between versions
    that have been compared, so that its bytes are kept and nothing is compared with them.
    """

    source: str
    fetched_at: str
    path: Path
    outcome: AddedOutcome
    quality: Quality | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class _Stored:
    """A capture whose bytes are kept and whose source is registered."""

    capture: Capture
    source: Source
    fetched_at: str
    sha256: str
    byte_count: int


def read_manifest(path: Path) -> list[Capture]:
    """The captures that a TSV file lists, with paths relative to it; other columns are ignored. Raises AddError."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    except (OSError, UnicodeDecodeError) as error:
        raise AddError(f"cannot read {path}: {error}") from error
    return [_capture(row, f"{path} line {line}", path.parent) for line, row in enumerate(rows, 2)]


def add_documents(
    data: Path, captures: Sequence[Capture], *, now: str, must_mention: tuple[str, ...] = DRUG_NAMES,
    payer: PayerFacts = NOTHING_SAID, rules: tuple[Rule, ...] = (), executor: Executor | None = None,
) -> list[Added]:  # fmt: skip
    """Take documents in, read them and settle them. Adding the same ones again changes nothing.

    `must_mention` is for sources that are new; () asks for no word. `payer` is said of every payer among the captures.
    Raises AddError or BusyError.
    """
    with only_one(data), closing(open_db(data)) as db:
        blobs = blob_store(data)
        stored = [_store(db, blobs, capture, must_mention, now) for capture in captures]
        for found in stored:
            _say(db, found.source, payer, found.fetched_at)
        stored.sort(key=lambda found: (found.fetched_at, found.source.source))
        _read(db, blobs, stored, now, executor)
        run = start_or_resume(db, at=now, kind="hand").run
        added = [_settle(db, found, run, rules) for found in stored]
        for source in {found.source.source: found.source for found in stored}.values():
            tie_to_present(db, source)
        follow_label(db, at=now, rules=rules)
        finish(db, run, at=now)
    return added


def _store(db: Database, blobs: BlobStore, capture: Capture, must_mention: tuple[str, ...], now: str) -> _Stored:
    try:
        body = capture.path.read_bytes()
    except OSError as error:
        raise AddError(f"cannot read {capture.path}: {error.strerror}") from error
    fetched_at = _instant(capture.fetched_at, str(capture.path)) if capture.fetched_at else now
    source = _source(db, capture, must_mention, fetched_at)
    return _Stored(capture, source, fetched_at, blobs.put(body), len(body))


def _source(db: Database, capture: Capture, must_mention: tuple[str, ...], at: str) -> Source:
    """The capture's source: the known one of that name or address, else a new one."""
    at_address = {source.url: source for source in all_sources(db, payer=capture.payer)}
    known = get_source(db, _source_id(capture)) if capture.policy else at_address.get(capture.url)
    if known:
        return known
    source = Source(
        _source_id(capture), capture.payer, capture.policy or "", capture.url, must_mention=must_mention,
        # A document of which no word is asked may be about anything.
        usual_positions=1 if must_mention else 0,
    )  # fmt: skip
    # Of a payer that only documents by hand name, no more is known than its name.
    payer = get_payer(db, capture.payer) or Payer(capture.payer, capture.payer, "unknown", ())
    register(db, payer, [source], at=at)
    return source


def _say(db: Database, source: Source, facts: PayerFacts, at: str) -> None:
    """Put on record what the user says of a source's payer; a payer's spider has the last word, the next night."""
    known = get_payer(db, source.payer)
    if known and (facts.payer_type or facts.states):
        told = replace(known, payer_type=facts.payer_type or known.payer_type, states=facts.states or known.states)
        register(db, told, [], at=at)


def _source_id(capture: Capture) -> str:
    last = Path(urlsplit(capture.url).path).stem or capture.path.stem
    slug = _NOT_IN_SLUG.sub("-", (capture.policy or last).lower()).strip("-")
    return f"{capture.payer}/{slug or 'document'}"


def _read(db: Database, blobs: BlobStore, stored: Sequence[_Stored], now: str, executor: Executor | None) -> None:
    documents = [Document(found.sha256, found.capture.url, found.source.must_mention) for found in stored]
    compared = [
        document
        for found in stored
        for document in (*documents_in_force(db, found.source), *documents_of_past(db, found.source, ()))
    ]
    missing = missing_readings(db, [*documents, *compared], at=now)
    read_documents(db, blobs, missing, at=now, executor=executor)


def _settle(db: Database, found: _Stored, run: int, rules: tuple[Rule, ...]) -> Added:
    """Record and settle one capture in one transaction, so that a capture on record is a capture settled."""
    source, capture = found.source.source, found.capture
    with write(db):
        if _is_known(db, found):
            return Added(source, found.fetched_at, capture.path, "known")
        older = _is_older(db, found)
        number = record_snapshot(db, _snapshot(found, run))
        if older and not any(gap.holds(found.fetched_at) for gap in gaps(db, found.source)):
            reason = "between versions that were compared: kept, not compared"
            return Added(source, found.fetched_at, capture.path, "older", None, reason)
        heard_by = () if capture.fetched_at else rules
        night = Night(run, found.fetched_at, heard_by, past=older)
        outcome = settle_safely(db, get_snapshot(db, number), night)
    return _added(found, outcome)


def _added(found: _Stored, outcome: SourceOutcome) -> Added:
    return Added(outcome.source, found.fetched_at, found.capture.path, outcome.outcome, outcome.quality, outcome.reason)


def _snapshot(found: _Stored, run: int) -> Snapshot:
    return Snapshot(
        source=found.source.source,
        url=found.capture.url,
        final_url=found.capture.url,
        fetched_at=found.fetched_at,
        outcome="fetched",
        sha256=found.sha256,
        byte_count=found.byte_count,
        provenance="hand",
        run=run,
    )


def _is_known(db: Database, found: _Stored) -> bool:
    where = "source = ? AND url = ? AND fetched_at = ?"
    return bool(db["snapshots"].count_where(where, [found.source.source, found.capture.url, found.fetched_at]))


def _is_older(db: Database, found: _Stored) -> bool:
    force = last_confirmed(db, found.source.source)
    return force is not None and found.fetched_at < force.seen_at


def _capture(row: dict[str, str | None], place: str, folder: Path) -> Capture:
    values = {name: (row.get(name) or "").strip() for name in _COLUMNS}
    empty = [name for name in _COLUMNS if not values[name]]
    if empty:
        raise AddError(f"{place}: no {' and no '.join(empty)}; the columns are {', '.join(_COLUMNS)}, tabs between")
    fetched_at = _instant(values["fetched_at"], place)
    return Capture(values["payer"], values["url"], folder / values["file"], values["policy"], fetched_at)


def _instant(text: str, place: str) -> str:
    try:
        return stamp(parse_instant(text))
    except ValueError as error:
        raise AddError(f"{place}: {error}") from error
