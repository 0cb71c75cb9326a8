"""Where what a version says comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sqlite_utils import Database

from db.readings import get_reading
from db.snapshots import Provenance, get_snapshot
from db.versions import Version
from parsers.models import Quality

# Who fetched: we, in a night or its replay; a person who added the file; a web archive that has kept it.
Witness = Literal["seen", "added by hand", "web archive"]
_WITNESSES: dict[Provenance, Witness] = {
    "crawl": "seen", "replay": "seen", "hand": "added by hand", "archive": "web archive",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Origin:
    """The file a version was read in. `url` is where it was asked for, `answered_by` where a redirect led, the same
    without one; `fetched_at` is the instant of the fetch, for an archive that of its capture. `extractor` is the
    release that read it, `quality` what it made of the file.
    """

    version: int
    url: str
    answered_by: str
    fetched_at: str
    provenance: Witness
    quality: Quality
    sha256: str
    extractor: str


def origin_of(db: Database, version: Version) -> Origin:
    """Where a version comes from."""
    snapshot, reading = get_snapshot(db, version.snapshot), get_reading(db, version.reading)
    return Origin(
        version.version, snapshot.url, snapshot.final_url, snapshot.fetched_at, _WITNESSES[snapshot.provenance],
        reading.quality, reading.sha256, reading.extractor,
    )  # fmt: skip
