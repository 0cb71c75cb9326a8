"""The Atom feed of all changes that alert: a file written each night, and bytes for a server to give out."""

from __future__ import annotations

import logging
import os
import tempfile
import uuid
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from lxml import etree
from lxml.builder import ElementMaker
from sqlite_utils import Database

from db.changes import get_comparison
from db.corrections import corrections_of
from db.outbox import alert_id
from db.queries import recent_comparisons
from db.readings import get_reading
from db.versions import get_version
from tracker.alerts.compose import compose_told
from tracker.alerts.content import AlertContent, title
from tracker.alerts.follow_up import told_of
from tracker.alerts.pages import Shown, render
from tracker.clock import parse_instant
from tracker.config import Feed

ENTRIES = 100
SHOWN = Shown(24, 12)
TITLE = "ketwatch: changes of ketamine and esketamine coverage"
NAMESPACE = "http://www.w3.org/2005/Atom"
# Ids of entries are made from those of alerts, so that a feed made anew is the same feed to a reader.
_IDS = uuid.UUID("6f1e3c5a-52c0-5c1b-9f0e-6a9f1b7d2c44")
_NEVER = "1970-01-01T00:00:00Z"
_ATOM = ElementMaker(namespace=NAMESPACE, nsmap={None: NAMESPACE})
log = logging.getLogger(__name__)


def write_feed(db: Database, feed: Feed, *, now: str) -> None:
    """Write the feed's file. A file that cannot be written is named in the log and stops nothing."""
    body = render_feed(db, today=parse_instant(now).date(), url=feed.url)
    try:
        feed.path.parent.mkdir(parents=True, exist_ok=True)
        _replace(feed.path, body)
    except OSError as error:
        log.exception("cannot write the feed to %s: %s; make room or give another path", feed.path, error.strerror)


def render_feed(db: Database, *, today: date, url: str | None = None, payer: str | None = None) -> bytes:
    """The last changes, newest first, or those of one payer. `url` is where the feed is to be found.

    The same database gives the same bytes, whatever the day.
    """
    entries = list(_entries(db, today, payer))
    newest = max((entry.findtext(f"{{{NAMESPACE}}}updated") or _NEVER for entry in entries), default=_NEVER)
    head = [
        _ATOM.id(uuid.uuid5(_IDS, payer or "all").urn),
        _ATOM.title(TITLE),
        _ATOM.updated(newest),
        _ATOM.author(_ATOM.name("ketwatch")),
    ]
    head += [_ATOM.link(rel="self", type="application/atom+xml", href=url)] if url else []
    return bytes(etree.tostring(_ATOM.feed(*head, *entries), xml_declaration=True, encoding="utf-8", pretty_print=True))


def _entries(db: Database, today: date, payer: str | None) -> Iterator[etree._Element]:
    for number in recent_comparisons(db, limit=ENTRIES, payer=payer):
        told = told_of(db, number)
        found = get_comparison(db, number)
        fingerprint = get_reading(db, get_version(db, found.new_version).reading).fingerprint
        alert = alert_id(found.source, fingerprint, found.detected_at, "feed")
        content = compose_told(db, told, alert=alert, rule="feed", today=today)
        corrections = corrections_of(db, number)
        yield _entry(content, found.detected_at, corrections[-1].made_at if corrections else found.detected_at)


def _entry(content: AlertContent, published: str, updated: str) -> etree._Element:
    # The days left would be wrong tomorrow.
    content = replace(content, dates=replace(content.dates, days_left=None))
    html = render("entry.html", SHOWN, content=content, picture_id="")
    parts = [
        _ATOM.id(uuid.uuid5(_IDS, content.alert).urn),
        _ATOM.title(title(content)),
        _ATOM.published(published),
        _ATOM.updated(updated),
    ]
    parts += [_ATOM.link(rel="alternate", href=content.url)] if content.url else []
    uses = {f"{change.product}/{change.indication}" for change in content.found.content.changes}
    parts += [_ATOM.category(term=term) for term in (content.verdict, content.payer_id, *sorted(uses))]
    return _ATOM.entry(*parts, _ATOM.content(html, type="html"))


def _replace(path: Path, body: bytes) -> None:
    """A reader never sees half a feed."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(body)
        # A web server that runs as another user is to read it.
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
