"""An adoption that was wrong, taken back: the old address in force again, and what was read at the other one void."""

from __future__ import annotations

from dataclasses import dataclass

from sqlite_utils import Database

from db.candidates import Candidate, decide_candidate
from db.changes import comparison_of, get_comparison
from db.connection import write
from db.reviews import add_review
from db.snapshots import get_snapshot
from db.sources import Source, address_left, get_source, return_to_address
from db.versions import reject_version, versions_of
from parsers.discovery.addresses import same_address
from tracker.alerts.corrections import record_correction
from tracker.errors import DiscoveryError
from tracker.review.consequences import Hand, about_comparison

READ_ELSEWHERE = "it was read in another document, at an address that is not this policy's"


@dataclass(frozen=True, slots=True)
class Undone:
    """A source that is back at its old address `url`; `versions` are those that no longer count."""

    source: str
    url: str
    versions: tuple[int, ...]


def undo_adoption(db: Database, found: Candidate, *, by: str, at: str, note: str = "") -> Undone:
    """Take an adopted or accepted address back. Nothing is deleted: fetches, versions and the decision stay on record.

    Raises DiscoveryError when it is not a new address that is in force.
    """
    source, before = _adopted_at(db, found)
    with write(db):
        return_to_address(db, source, before, at=at)
        hand = Hand(by, at, note)
        void = tuple(_void(db, source, found, hand))
        decide_candidate(db, found.candidate, "undone", by=by, at=at, note=note)
    return Undone(source.source, before, void)


def _adopted_at(db: Database, found: Candidate) -> tuple[Source, str]:
    """The source that moved, and where it was before."""
    if found.state not in ("adopted", "accepted"):
        raise DiscoveryError(f"{found.candidate} is {found.state}: only what was adopted or accepted can be taken back")
    source = get_source(db, found.became) if found.became else None
    before = address_left(db, source.source, at=found.decided_at) if source and found.decided_at else None
    if source is None or before is None:
        raise DiscoveryError(f"{found.candidate} gave no source another address, so there is none to go back to")
    if not same_address(source.url, found.url):
        raise DiscoveryError(f"{source.source} has moved on to {source.url}: take that back first")
    return source, before


def _void(db: Database, source: Source, found: Candidate, hand: Hand) -> list[int]:
    """Reject what was read at the address since it was adopted, the newest first, and tell those who heard of it."""
    read = [
        version for version in versions_of(db, source.source)
        if version.state != "rejected" and version.seen_at >= (found.decided_at or "")
        and same_address(get_snapshot(db, version.snapshot).url, found.url)
    ]  # fmt: skip
    for version in reversed(read):
        comparison = comparison_of(db, version.version)
        if comparison is not None:
            add_review(db, about_comparison(get_comparison(db, comparison), "dismissed", hand))
            record_correction(db, comparison, None, reason=READ_ELSEWHERE, at=hand.at)
        reject_version(db, version.version)
    return [version.version for version in read]
