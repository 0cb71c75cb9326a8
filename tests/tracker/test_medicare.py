"""CMS's lists: what they have on either drug, and what is new between two of them."""

from __future__ import annotations

import csv
import json
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from db.connection import open_db
from db.snapshots import Snapshot, record_snapshot
from db.sources import Payer, Source, register
from db.stores import blob_store
from tests.spiders.coverage_api.rows import listed as row
from tracker.medicare import Listing, listed, medicare_news, whats_new

MONDAY, TUESDAY = date(2025, 8, 11), date(2025, 8, 12)
ADDRESS = "https://api.coverage.cms.gov/v1/reports/local-coverage-articles/"


def listing(day: date, *rows: dict[str, Any]) -> Listing:
    return Listing(day, tuple(map(listed, rows)))


def moves(old: Listing, new: Listing) -> list[tuple[str, str, int]]:
    return [(one.move, one.document.key, one.document.version) for one in whats_new(old, new)]


ESKETAMINE = row(59250, "Billing and Coding: Esketamine", version=7)


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ([ESKETAMINE], [ESKETAMINE], []),
        ([], [row(1, "A", updated="20250812")], [("new", "article 1", 1)]),
        # Last updated before the older list was taken: that list had been cut off before it.
        ([], [row(1, "A", updated="20250806")], []),
        ([row(1, "A")], [row(1, "A", version=2)], [("new_version", "article 1", 2)]),
        # The version in force and the future one stand side by side; the newest counts.
        ([row(1, "A"), row(1, "A", version=4)], [row(1, "A", version=4), row(1, "A")], []),
        ([row(1, "A")], [row(1, "A", retirement_date="09/01/2025")], [("retired", "article 1", 1)]),
        ([row(1, "A")], [], [("gone", "article 1", 1)]),
    ],
)
def test_what_is_new_between_two_lists(
    before: list[dict[str, Any]], after: list[dict[str, Any]], found: list[tuple[str, str, int]]
) -> None:
    assert moves(listing(MONDAY, *before), listing(TUESDAY, *after)) == found


def test_an_article_and_a_determination_of_one_number_are_two_documents() -> None:
    lcd = row(1, "A", kind="LCD", url="https://www.cms.gov/medicare-coverage-database/view/lcd.aspx?lcdid=1&ver=9")
    assert moves(listing(MONDAY, row(1, "A")), listing(TUESDAY, row(1, "A"), lcd | {"updated_on": "08/12/2025"})) == [
        ("new", "lcd 1", 1)
    ]


def test_the_cells_of_a_row_are_read_as_they_are() -> None:
    found = listed(ESKETAMINE)
    assert (found.contractor, found.retires_on) == ("Example Contractor, LLC (MAC - Part A, MAC - Part B)", None)
    assert (found.effective_on, found.updated_on) == (date(2025, 8, 14), date(2025, 8, 6))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    source = Source("cms/articles", "cms", "Articles", ADDRESS, "api", "medicare")
    with closing(open_db(tmp_path)) as db:
        register(db, Payer("cms", "CMS", "medicare", ("US",)), [source], at="2025-08-11T02:00:00Z")
        other = row(3, "Urine Drug Testing", version=2)
        sad = row(7, "Self-Administered Drugs", drug_brand_name="Spravato", code_id="J0013")
        lists = {
            MONDAY: [ESKETAMINE, row(3, "Urine Drug Testing")],
            TUESDAY: [ESKETAMINE | {"document_version": 8}, other, sad],
        }
        for day, rows in lists.items():
            body = json.dumps({"coverage_api": {"reports/local-coverage-articles/": rows}}).encode()
            at, sha256 = f"{day}T02:00:00Z", blob_store(tmp_path).put(body)
            record_snapshot(db, Snapshot("cms/articles", ADDRESS, ADDRESS, at, "fetched", sha256=sha256))
    return tmp_path


def test_what_the_lists_have_on_either_drug_and_what_is_new(data: Path) -> None:
    with closing(open_db(data)) as db:
        news = medicare_news(db, blob_store(data))
    assert [(one.move, one.document.key, one.document.version, one.document.title) for one in news] == [
        ("new_version", "article 59250", 8, "Billing and Coding: Esketamine"),
        ("listed", "article 59250", 8, "Billing and Coding: Esketamine"),
        ("listed", "article 7", 1, "Self-Administered Drugs: Spravato (J0013)"),
    ]


def test_nothing_is_new_between_two_real_lists_of_which_the_older_was_cut_off(shared: Path) -> None:
    """500 of 3,121 documents stand in the older list; eight stand twice in the newer one, once as a future version."""
    folder = shared / "realdata" / "cms"
    old = listing(date(2025, 8, 16), *map(_older_row, _rows(folder / "local_documents_2025-08-16.csv")))
    new = listing(date(2025, 8, 17), *_rows(folder / "local_documents_2025-08-17.csv"))
    assert (len(old.newest()), len(new.newest())) == (500, 3121)
    assert whats_new(old, new) == []
    ours = [(one.key, one.version) for one in new.documents if one.names_a_drug]
    assert sorted(ours) == [("article 59249", 8), ("article 59250", 7)]


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _older_row(found: dict[str, str]) -> dict[str, str]:
    """The older list has other names, and calls every document an article; the address tells."""
    url = found["source_url"]
    return {
        "url": url,
        "document_version": url.rpartition("ver=")[2],
        "title": found["title"],
        "effective_date": found["effective_date"],
        "updated_on": found["last_updated"],
    }
