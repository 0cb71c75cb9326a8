"""History that comes to light later: captures from before our first sight, settled in their place among the versions.

The present stays as it is: nothing is an outcome or an incident, nobody is alerted, and the version in force stays the
one that was seen last.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sqlite_utils import Database

from db.connection import write
from db.runs import SourceOutcome, was_read
from db.snapshots import Snapshot, get_snapshot
from db.sources import Source
from db.versions import END_OF_TIME, Version, retell_version, versions_of
from parsers.models import ParsedPolicy
from tracker.compare.verdict import compare
from tracker.night import Night
from tracker.outgoing import record_change
from tracker.reading import Document
from tracker.settle import drop_pending, read_of, settle_safely

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Gap:
    """A time before a first sight, for which a source has no version; both ends are excluded."""

    after: str
    before: str

    def holds(self, at: str) -> bool:
        return self.after < at < self.before


def gaps(db: Database, source: Source) -> tuple[Gap, ...]:
    """The times that history may still be added for.

    Between two versions of which the later was compared with the earlier there is none: its change would be told twice.
    """
    found = []
    for earlier, later in pairwise([None, *_confirmed(db, source), None]):
        if later.kind == "first" if later else not was_read(db, source.source):
            found.append(Gap(earlier.seen_at if earlier else "", later.seen_at if later else END_OF_TIME))
    return tuple(found)


def documents_of_past(db: Database, source: Source, fetches: Iterable[Snapshot]) -> list[Document]:
    """What must be read before fetches of the past can be settled and tied to the present."""
    ends = [get_snapshot(db, version.snapshot) for pair in _untied(db, source) for version in pair]
    firsts = [get_snapshot(db, version.snapshot) for version in _confirmed(db, source) if version.kind == "first"]
    return [
        Document(one.sha256, one.final_url, source.must_mention) for one in [*fetches, *ends, *firsts] if one.sha256
    ]


def settle_past(db: Database, source: Source, fetches: Sequence[Snapshot], run: int) -> Iterator[SourceOutcome]:
    """Settle those of a source's fetches that fall into a gap, in the order of their dates, then tie the ends.

    Done again, it adds nothing: it may be cut off at any point.
    """
    for gap in gaps(db, source):
        for fetch in sorted(fetches, key=lambda one: (one.fetched_at, one.snapshot)):
            if gap.holds(fetch.fetched_at):
                yield settle_safely(db, fetch, Night(run, fetch.fetched_at, past=True))
    tie_to_present(db, source)


def tie_to_present(db: Database, source: Source) -> None:
    """Compare each first sight with the version before it, which has come to light since."""
    for earlier, later in _untied(db, source):
        with write(db):
            # A loss that the archive shows once was shown again, or taken back, by what we saw ourselves.
            drop_pending(db, source, until=later.seen_at)
            _tie(db, source, earlier, later)


def _tie(db: Database, source: Source, earlier: Version, later: Version) -> None:
    old, new = _policy(db, source, earlier), _policy(db, source, later)
    if old is None or new is None:
        log.warning("%s: versions %d and %d cannot be compared yet", source.source, earlier.version, later.version)
    elif old.fingerprint == new.fingerprint:
        retell_version(db, later.version, "technical")
    else:
        retell_version(db, later.version, "change")
        record_change(db, compare(old, new), new, old=earlier.version, new=later, rules=(), at=later.seen_at)


def _policy(db: Database, source: Source, version: Version) -> ParsedPolicy | None:
    """A version's document as this release reads it."""
    found = read_of(db, get_snapshot(db, version.snapshot), source)
    return None if isinstance(found, str) or found.policy.quality != "ok" else found.policy


def _untied(db: Database, source: Source) -> list[tuple[Version, Version]]:
    """First sights that have a version before them, each with that version."""
    return [pair for pair in pairwise(_confirmed(db, source)) if pair[1].kind == "first"]


def _confirmed(db: Database, source: Source) -> list[Version]:
    return [version for version in versions_of(db, source.source) if version.state == "confirmed"]
