"""A person decides what a find is, once."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from db.connection import open_db
from db.runs import start_or_resume
from db.snapshots import record_snapshot
from db.sources import LeadKind, Payer, addresses_of, get_source, register
from db.stores import blob_store
from spiders.base import sources_in_force
from spiders.platforms.document_list import DocumentList
from tests.tracker.discovery.spiders.clearwater import SITE, Clearwater
from tests.tracker.nights import policy_page, snapshot_of
from tracker.cli.main import main
from tracker.discovery.discover import Discovered, discover

AT = "2026-03-01T02:00:00Z"
POLICY, INDEX = Clearwater.sources
ELSEWHERE = "https://documents.example/esketamine-nasal.pdf"
PAGE = f"""<html><body><ul><li><a href="{ELSEWHERE}">Esketamine nasal spray, MP-50</a></li>
    <li><a href="{SITE}/other/2026D0069P.html">Ketamine and esketamine, 2026D0069P</a></li></ul></body></html>"""


def look_through(data: Path, page: str = PAGE, kind: LeadKind = "index") -> Discovered:
    """A night in which the policy answered where it was, and the index page names two more addresses."""
    db, blobs = open_db(data), blob_store(data)
    register(db, Clearwater.payer, (POLICY, replace(INDEX, kind=kind)), at=AT)
    run = start_or_resume(db, at=AT).run
    record_snapshot(db, snapshot_of(POLICY, policy_page(), blobs, at=AT, run=run))
    record_snapshot(db, snapshot_of(INDEX, page.encode(), blobs, at=AT, run=run))
    found = discover(db, blobs, run, at=AT)
    db.close()
    return found


def review(data: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["sources", "review", *words, "--data", str(data)])


def waiting(data: Path) -> list[tuple[str, str | None]]:
    rows = json.loads(review(data, "--format", "json").stdout)
    return [(row["step"], row["source"]) for row in rows]


@pytest.fixture
def found(data: Path) -> Path:
    look_through(data)
    return data


def test_what_is_not_obvious_is_proposed(data: Path) -> None:
    found = look_through(data)
    assert found.adopted == ()
    assert waiting(data) == [("new", None), ("moved", POLICY.source)]


NEXT = f"{SITE}/policies/2027D0069Q.html"


@pytest.mark.parametrize(
    ("kind", "link", "adopted"),
    [
        ("index", NEXT, True),
        ("updates", NEXT, True),
        ("updates", f"{SITE}/news/january.html", False),
        ("index", "https://elsewhere.example/2027D0069Q.html", False),
    ],
)
def test_the_next_number_is_obvious_on_its_own_host_where_the_link_is_the_document(
    data: Path, kind: LeadKind, link: str, *, adopted: bool
) -> None:
    found = look_through(data, f'<ul><li><a href="{link}">Ketamine, 2027D0069Q</a></li></ul>', kind)
    (only,) = (*found.adopted, *found.proposed)
    assert (only.step, only.source, only.state == "adopted") == ("renumbered", POLICY.source, adopted)


def test_a_find_is_proposed_once_on_whatever_page(found: Path) -> None:
    assert look_through(found, f"<p>Welcome</p>{PAGE}") == Discovered()


def test_an_accepted_document_is_crawled_though_no_module_declares_it(found: Path) -> None:
    assert review(found, "accept", "1").exit_code == 0
    db = open_db(found)
    source = get_source(db, "clearwater/mp-50")
    assert source is not None
    assert source.adopted
    assert source in sources_in_force(Clearwater, db)
    db.close()


def test_an_accepted_move_keeps_source_and_old_address_until_the_declaration_changes(found: Path) -> None:
    assert review(found, "accept", "2").exit_code == 0
    db = open_db(found)
    moved = f"{SITE}/other/2026D0069P.html"
    in_force = sources_in_force(Clearwater, db)
    assert [source.url for source in in_force] == [moved, INDEX.url]
    register(db, Clearwater.payer, in_force, at="2026-03-02T02:00:00Z")
    assert [source.url for source in sources_in_force(Clearwater, db)] == [moved, INDEX.url]
    assert set(addresses_of(db, POLICY.source)) == {POLICY.url, moved}
    assert sources_in_force(_Corrected, db)[0].url == f"{SITE}/corrected.html"
    db.close()


class _Corrected(DocumentList):
    """The same payer after somebody has corrected its module."""

    payer = Payer("clearwater", "Clearwater Health", "commercial", ("OR",))
    sources = (payer.source("ketamine", "policy", "Ketamine and esketamine", f"{SITE}/corrected.html"),)


def test_a_find_may_be_another_source_or_one_of_its_own(found: Path) -> None:
    assert review(found, "accept", "1", "--of", POLICY.source).exit_code == 0
    assert review(found, "accept", "2", "--new").exit_code == 0
    db = open_db(found)
    policy, own = get_source(db, POLICY.source), get_source(db, "clearwater/2026d0069p")
    db.close()
    assert policy is not None
    assert policy.url == ELSEWHERE
    assert own is not None


def test_what_is_dismissed_is_never_asked_again(found: Path) -> None:
    assert review(found, "dismiss", "1").exit_code == 0
    look_through(found, f"<p>Hello</p>{PAGE}")
    assert waiting(found) == [("moved", POLICY.source)]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("accept", "9"), "no candidate 9"),
        (("accept", "1", "--of", "nobody/x"), "no source nobody/x"),
        (("accept", "1", "--of", POLICY.source, "--new"), "not both"),
    ],
)
def test_a_mistake_is_told(found: Path, words: tuple[str, ...], message: str) -> None:
    done = review(found, *words)
    assert done.exit_code == 2
    assert message in done.stderr
    assert len(waiting(found)) == 2


def test_a_decision_stands(found: Path) -> None:
    review(found, "dismiss", "1", "--by", "ann")
    done = review(found, "accept", "1")
    assert done.exit_code == 2
    assert "was dismissed by ann" in done.stderr
