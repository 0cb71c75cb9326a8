"""The Atom feed: what RFC 4287 asks for, ids that stay, hostile text."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

from lxml import etree
from sqlite_utils import Database

from db.sources import Payer
from tests.tracker.alerts.samples import EXPANDED, RESTRICTED, put_hostile
from tests.tracker.alerts.stored import NIGHT
from tracker.alerts.corrections import record_correction
from tracker.alerts.feed import NAMESPACE, render_feed, write_feed
from tracker.config import Feed

Put = Callable[..., str]
TODAY = date(2026, 11, 23)
ATOM = {"a": NAMESPACE}
URL = "https://watch.clinic.example/feed.xml"
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def feed(db: Database, **wanted: str) -> etree._Element:
    return etree.fromstring(render_feed(db, today=TODAY, url=URL, **wanted))


def texts(part: etree._Element, path: str) -> list[str]:
    return [str(found) for found in part.xpath(f"{path}/text()", namespaces=ATOM)]


def test_a_feed_and_its_entries_have_what_the_standard_asks_for(db: Database, outbox: Put) -> None:
    outbox(EXPANDED)
    root = feed(db)
    for part in (root, *root.findall("a:entry", ATOM)):
        for name in ("id", "title", "updated"):
            assert len(part.findall(f"a:{name}", ATOM)) == 1
        assert INSTANT.fullmatch(texts(part, "a:updated")[0])
    assert texts(root, "a:author/a:name") == ["ketwatch"]
    assert root.xpath("a:link[@rel='self']/@href", namespaces=ATOM) == [URL]
    (entry,) = root.findall("a:entry", ATOM)
    assert texts(entry, "a:title")[0].startswith("Coverage expanded: Larkspur Health Plan")
    assert "at least two antidepressants" in texts(entry, "a:content[@type='html']")[0]


def test_the_same_database_gives_the_same_bytes_on_any_day(db: Database, outbox: Put) -> None:
    outbox(EXPANDED)
    assert render_feed(db, today=TODAY) == render_feed(db, today=date(2027, 3, 1))


def test_an_entry_that_is_corrected_keeps_its_id_and_is_updated(db: Database, outbox: Put) -> None:
    outbox(EXPANDED)
    before = feed(db)
    record_correction(db, 1, None, reason="the page was a draft", at="2026-11-25T02:00:00Z")
    after = feed(db)
    assert texts(after, "a:entry/a:id") == texts(before, "a:entry/a:id")
    assert texts(after, "a:entry/a:updated") == texts(after, "a:updated") == ["2026-11-25T02:00:00Z"]
    assert "the page was a draft" in texts(after, "a:entry/a:content")[0]


def test_a_payers_feed_has_its_own_id_and_its_changes_alone(db: Database, outbox: Put) -> None:
    outbox(EXPANDED, source="a")
    outbox(RESTRICTED, source="b", payer=Payer("quarry", "Quarry Mutual", "commercial", ("US",)))
    assert len(feed(db).findall("a:entry", ATOM)) == 2
    one = feed(db, payer="quarry")
    assert [title.startswith("Coverage restricted: Quarry Mutual") for title in texts(one, "a:entry/a:title")] == [True]
    assert texts(one, "a:id") != texts(feed(db), "a:id")


def test_scraped_text_stays_text_in_a_feed(db: Database, outbox: Put) -> None:
    put_hostile(outbox)
    html = texts(feed(db), "a:entry/a:content")[0]
    assert "<script" not in html
    assert "&lt;script" in html


def test_a_feed_without_changes_is_a_feed(db: Database) -> None:
    assert texts(feed(db), "a:updated") == ["1970-01-01T00:00:00Z"]


def test_the_file_is_written_whole_and_a_folder_in_its_place_stops_nothing(
    db: Database, outbox: Put, tmp_path: Path
) -> None:
    outbox(EXPANDED)
    path = tmp_path / "public" / "feed.xml"
    write_feed(db, Feed(path), now=NIGHT)
    assert etree.parse(path).getroot().tag == f"{{{NAMESPACE}}}feed"
    assert [found.name for found in path.parent.iterdir()] == ["feed.xml"]
    write_feed(db, Feed(path.parent), now=NIGHT)
    assert path.exists()
