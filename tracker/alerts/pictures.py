"""The clause as it stands on the payer's page, for a reader who wants to see it with their own eyes."""

from __future__ import annotations

import logging

from sqlite_utils import Database

from db.blobs import BlobError, BlobStore
from db.changes import Change, StoredComparison
from db.snapshots import get_snapshot
from db.versions import get_version
from parsers.models import Evidence
from tracker.alerts.content import Picture
from tracker.alerts.plain import plain
from tracker.evidence import EvidenceError, draw_clause

ALT_LIMIT = 300
# Pictures add to what a reader's mail program must fetch; a larger one is left out.
LARGEST = 300_000
log = logging.getLogger(__name__)


class Pictures:
    """Draws each comparison's clause once, however many readers get it."""

    def __init__(self, db: Database, blobs: BlobStore | None) -> None:
        self._db = db
        self._blobs = blobs
        self._drawn: dict[tuple[int, str], Picture | None] = {}

    def of(self, stored: StoredComparison, change: Change) -> Picture | None:
        """The picture for a change, of today's page or of the page that had the clause; None without a PDF page."""
        is_new = change.after_text is not None
        text, page = (change.after_text, change.after_page) if is_new else (change.before_text, change.before_page)
        if self._blobs is None or text is None or page is None:
            return None
        version = stored.new_version if is_new else stored.old_version
        key = (version, text)
        if key not in self._drawn:
            side = "the document as it is now" if is_new else "the document before"
            self._drawn[key] = self._draw(version, Evidence(page, text), side)
        return self._drawn[key]

    def _draw(self, version: int, clause: Evidence, side: str) -> Picture | None:
        sha256 = get_snapshot(self._db, get_version(self._db, version).snapshot).sha256
        if sha256 is None or self._blobs is None:
            return None
        try:
            drawn = draw_clause(self._blobs.get(sha256), clause)
        except (BlobError, EvidenceError) as error:
            log.warning("no picture of page %d of version %d: %s", clause.page, version, error)
            return None
        if drawn is None or len(drawn.png) > LARGEST:
            return None
        where = f"Page {drawn.page} of {side}, the clause marked"
        return Picture(drawn.png, drawn.width, plain(f"{where}: {clause.text}", ALT_LIMIT), where)
