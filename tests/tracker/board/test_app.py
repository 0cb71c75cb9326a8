"""The board as a server: its pages and Datasette on one port, strict about what a browser may do."""

from __future__ import annotations

import asyncio
from contextlib import closing
from pathlib import Path
from shutil import copytree
from urllib.parse import quote

import httpx
import pytest
from starlette.applications import Starlette

from db.connection import open_db, read_db
from tests.tracker.board.small import EVIL, HOSTILE, NOW
from tracker.board.app import board_app, stamp
from tracker.board.paths import payer_path, policy_path


@pytest.fixture(scope="module")
def app(small_data: Path) -> Starlette:
    return board_app(small_data, clock=lambda: NOW)


def ask(app: Starlette, path: str, method: str = "GET") -> httpx.Response:
    """The app's answer to a request."""

    async def answer() -> httpx.Response:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://board.example") as client:
            return await client.request(method, path)

    return asyncio.run(answer())


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html"), ("/index.html", "text/html"), ("/payers/meadow-health.html", "text/html"),
        ("/policies/meadow-health/esketamine.html", "text/html"), ("/changes.html", "text/html"),
        ("/changes/1.html", "text/html"), ("/changes/in-2026.html", "text/html"), ("/trends.html", "text/html"),
        ("/gaps.html", "text/html"), ("/ask.html", "text/html"), ("/method.html", "text/html"),
        ("/board.css", "text/css"), ("/board.js", "text/javascript"), ("/icon.svg", "image/svg+xml"),
        ("/tables/coverage_now.csv", "text/csv"), ("/tables/answers-over-time.csv", "text/csv"),
        ("/data/ketwatch/coverage_now", "text/html"), ("/data/ketwatch/coverage_now.json", "application/json"),
    ],
)  # fmt: skip
def test_pages_and_data_are_on_one_port(app: Starlette, path: str, kind: str) -> None:
    found = ask(app, path)
    assert found.status_code == 200
    assert found.headers["content-type"].startswith(kind)


@pytest.mark.parametrize("path", [
    "/nothing", "/payers/nobody.html", "/policies/a/b.html", "/changes/99.html", "/changes/x.html",
    "/tables/outbox.csv", "/pictures/x/y.png", "/policies/nation-pbm/spravato/page-7.html",
    "/payers/..%2f..%2fetc%2fpasswd.html",
])  # fmt: skip
def test_what_is_not_there_is_not_found(app: Starlette, path: str) -> None:
    found = ask(app, path)
    assert found.status_code == 404
    assert "default-src 'none'" in found.headers["content-security-policy"]


def test_the_boards_pages_may_run_nothing_but_their_own(app: Starlette) -> None:
    headers = ask(app, "/").headers
    assert "unsafe-inline" not in headers["content-security-policy"]
    assert headers["content-security-policy"].startswith("default-src 'none'")
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


def test_only_data_gets_a_looser_policy(app: Starlette) -> None:
    assert "unsafe-inline" in ask(app, "/data/").headers["content-security-policy"]
    assert "unsafe-inline" not in ask(app, "/datum").headers["content-security-policy"]


def test_nothing_can_be_sent_to_a_page(app: Starlette) -> None:
    assert ask(app, "/", "POST").status_code == 405


@pytest.mark.parametrize("path", [payer_path(HOSTILE.payer), policy_path(EVIL.source)])
def test_ids_of_any_form_have_pages(app: Starlette, path: str) -> None:
    assert ask(app, "/" + quote(path)).status_code == 200


def test_a_page_shows_what_was_stored_since(small_data: Path, tmp_path: Path) -> None:
    data = copytree(small_data, tmp_path / "data")
    served = board_app(data, clock=lambda: NOW)
    assert "Renamed" not in ask(served, "/").text
    db = open_db(data)
    db.execute("UPDATE payers SET name = 'Renamed Health' WHERE payer = 'meadow-health'")
    db.close()
    assert "Renamed Health" in ask(served, "/").text


def test_without_a_database_it_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="ketwatch nightly"):
        board_app(tmp_path)


def test_a_page_is_made_anew_once_somebody_wrote_not_because_somebody_reads(small_data: Path, tmp_path: Path) -> None:
    data = copytree(small_data, tmp_path / "data")
    before = stamp(data, NOW)
    with closing(read_db(data)) as reader:
        reader.execute("SELECT count(*) FROM payers").fetchone()
        assert stamp(data, NOW) == before
        with closing(open_db(data)) as writer, writer.conn:
            writer.execute("UPDATE payers SET name = name || '!'")
            assert stamp(data, NOW) != before
