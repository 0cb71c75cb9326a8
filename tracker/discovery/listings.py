"""Documents that their index page lists no longer, though nobody said that they were retired.

That is a reason to look, never a loss of coverage: what the document says holds until the document says otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from sqlite_utils import Database

from db.blobs import BlobStore
from db.connection import write
from db.incidents import close_warning, open_warning
from db.listings import Listed, keep_listed, last_reading, listed_on, listings_by_source, note_reading
from db.snapshots import Snapshot, content_of, fetches_of_run
from db.sources import Source, get_source
from parsers.discovery.listing import Listing, read_listing
from tracker.discovery.known import Known, known_documents

NotListed = Literal["not_listed"]
NOT_LISTED: NotListed = "not_listed"
# Good readings in a row without a document before anybody hears of it: a page may be mended the next day.
READINGS_TO_BELIEVE = 3


@dataclass(frozen=True, slots=True)
class _Reading:
    """A good reading of an index page; the instant is that of the fetch, which may only have said "not modified"."""

    page: str
    sha256: str
    url: str
    read_at: str
    listing: Listing


def follow_listings(db: Database, blobs: BlobStore, run: int, *, at: str) -> None:
    """Compare what the index pages of a run list with what they listed; warn of documents that stay away.

    A page counts as read when it still lists other documents like the one that is missing. Each fetch counts once.
    """
    for fetch in fetches_of_run(db, run):
        page = get_source(db, fetch.source)
        content = content_of(db, fetch) if page and page.kind == "index" else None
        if page and content and content.sha256:
            with write(db):
                _follow_page(db, blobs, page, fetch, content.sha256)
    with write(db):
        for source, found in listings_by_source(db).items():
            _warn(db, source, found, at)


def _follow_page(db: Database, blobs: BlobStore, page: Source, fetch: Snapshot, sha256: str) -> None:
    last, before = last_reading(db, page.source), listed_on(db, page.source)
    if last and last[1] >= fetch.fetched_at:
        return
    # An unchanged page lists what it listed; only what is missing has to be counted on.
    if last is None or last[0] != sha256 or any(one.missed for one in before.values()):
        listing = read_listing(blobs.get(sha256), fetch.final_url)
        reading = _Reading(page.source, sha256, fetch.final_url, fetch.fetched_at, listing)
        for known in known_documents(db, page.payer, fetch.run or 0):
            _follow_document(db, blobs, reading, known, before.get(known.source.source))
    note_reading(db, page.source, sha256, at=fetch.fetched_at)


def _follow_document(
    db: Database, blobs: BlobStore, reading: _Reading, known: Known, before: Listed | None
) -> None:  # fmt: skip
    if reading.listing.has(known.addresses, known.numbers):
        keep_listed(db, Listed(reading.page, known.source.source, reading.sha256, reading.read_at))
    elif before:
        then = read_listing(blobs.get(before.listed_sha256), reading.url)
        others = then.others(reading.listing, known.addresses, known.numbers)
        if others:
            since = before.missed_since or reading.read_at
            keep_listed(db, replace(before, missed=before.missed + 1, missed_since=since, others=others))


def _warn(db: Database, source: str, found: list[Listed], at: str) -> None:
    """A document that any page lists is listed."""
    if any(not one.missed for one in found):
        close_warning(db, source, NOT_LISTED, at=at)
    elif all(one.missed >= READINGS_TO_BELIEVE for one in found):
        open_warning(db, source, NOT_LISTED, "; ".join(map(_reason, found)), at=at)


def _reason(one: Listed) -> str:
    since = (one.missed_since or "")[:10]
    return f"{one.page} no longer lists it since {since} ({one.missed} readings), and still lists {one.others} others"
