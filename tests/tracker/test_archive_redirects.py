"""Captures of redirects: those that lead to the same policy are versions, those that lead anywhere else are none."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from db.sources import register
from parsers.discovery.addresses import is_entrance
from tests.tracker.archives.collection import Archived
from tests.tracker.archives.machine import Machine, serve_machine
from tests.tracker.archives.pywb import MISSING, serve_pywb
from tests.tracker.nights import PAYER, SOURCE, InThisProcess, Watch, policy_page
from tracker.archived_bodies import LED_TO, LED_TO_AT
from tracker.backfill import Backfilled, BackfillPlan, backfill
from tracker.web_archive import WebArchive

NOW = "2026-04-01T12:00:00Z"
ELSEWHERE = "https://documents.meadow.example/policies/esketamine"
needs_pywb = pytest.mark.skipif(MISSING, reason="no pywb: `make pywb` installs one apart from our environment")


def redirect(day: str, to: str, url: str = SOURCE.url) -> Archived:
    return Archived(url, f"{day}T06:00:00Z", b"", 301, (("Location", to), ("Content-Type", "text/html")))


def page(day: str, trials: int, url: str = SOURCE.url, time: str = "06:00:00") -> Archived:
    return Archived(url, f"{day}T{time}Z", policy_page(trials=trials))


# The policy moves in 2021 to an address that nobody declared, and changes there.
MOVED = (
    page("2019-04-01", 4), page("2020-04-01", 4), redirect("2021-04-01", ELSEWHERE), redirect("2022-04-01", ELSEWHERE),
    page("2021-04-01", 4, ELSEWHERE, "06:00:09"), page("2022-04-01", 2, ELSEWHERE, "18:00:00"),
)  # fmt: skip


@pytest.fixture
def meadow(watch: Watch) -> Watch:
    """A watch that knows one source and has not been a night at work."""
    with closing(watch.open()) as db:
        register(db, PAYER, [SOURCE], at=NOW)
    return watch


def run(watch: Watch, archive: WebArchive) -> Backfilled:
    (done,) = backfill(BackfillPlan(watch.data), archive, now=NOW, progress=lambda _: None, executor=InThisProcess())
    return done


@contextmanager
def archives(kind: str, captures: Sequence[Archived], folder: Path) -> Iterator[WebArchive]:
    if kind == "machine":
        with serve_machine(Machine(captures)) as archive:
            yield archive
    else:
        folder.mkdir()
        with serve_pywb(folder, captures) as url, closing(WebArchive.of("me@clinic.example", url)) as archive:
            yield archive


@pytest.mark.parametrize("kind", ["machine", pytest.param("pywb", marks=needs_pywb)])
def test_a_redirect_to_the_same_policy_is_followed_and_says_which_capture_it_led_to(
    meadow: Watch, kind: str, tmp_path: Path
) -> None:
    with archives(kind, MOVED, tmp_path / "pywb") as archive:
        done = run(meadow, archive)
    assert (done.captures, done.taken, done.read, done.changes) == (4, 4, 4, 1)
    assert meadow.column("SELECT detected_at || ' ' || before || ' ' || after FROM change_log") == [
        "2022-04-01T06:00:00Z 4 2"
    ]
    (row,) = meadow.column("SELECT url || ' ' || final_url FROM snapshots WHERE fetched_at = '2022-04-01T06:00:00Z'")
    assert row == f"{SOURCE.url} {ELSEWHERE}"
    (headers,) = meadow.column("SELECT headers FROM snapshots WHERE fetched_at = '2022-04-01T06:00:00Z'")
    told = dict(json.loads(headers))
    assert (told[LED_TO], told[LED_TO_AT]) == (ELSEWHERE, "2022-04-01T18:00:00Z")


@pytest.mark.parametrize(
    ("to", "reason"),
    [
        ("/", "where no document is"),
        ("https://meadow.example/en-us/home.aspx", "where no document is"),
        ("https://meadow.example/login?returnUrl=%2Fesketamine", "where no document is"),
        ("https://meadow.example/error/404.html", "where no document is"),
        ("https://meadow.example/botulinum-toxins", "not known to be the policy"),
        (ELSEWHERE, "no capture of that day"),
    ],
)
def test_a_redirect_to_anywhere_else_is_no_version_and_is_not_asked_for_again(
    meadow: Watch, to: str, reason: str
) -> None:
    home = policy_page(trials=1)
    targets = [Archived(f"https://meadow.example{path}", "2021-04-01T06:00:01Z", home) for path in ("/", "/login")]
    machine = Machine([page("2019-04-01", 4), redirect("2021-04-01", to), *targets, page("2020-04-01", 2, ELSEWHERE)])
    with serve_machine(machine) as archive:
        assert run(meadow, archive).taken == 1
        shown = len(machine.shown())
        assert run(meadow, archive).taken == 0
    assert len(machine.shown()) == shown == 2
    assert meadow.column("SELECT fetched_at FROM versions JOIN snapshots USING (snapshot)") == ["2019-04-01T06:00:00Z"]
    (kept,) = meadow.column("SELECT http_status || ' ' || reason FROM snapshots WHERE outcome = 'error'")
    assert kept.startswith("301 it leads to ")
    assert reason in kept


def test_redirects_are_not_taken_for_one_because_their_bodies_are_equal(meadow: Watch) -> None:
    first, second = f"{SOURCE.url}-2021", f"{SOURCE.url}-2022"
    captures = [
        redirect("2021-04-01", first), redirect("2022-04-01", second),
        page("2021-04-01", 4, first, "06:00:05"), page("2022-04-01", 3, second, "06:00:05"),
    ]  # fmt: skip
    with serve_machine(Machine(captures)) as archive:
        assert run(meadow, archive).changes == 1


def test_a_way_of_several_redirects_is_gone_to_its_end_and_one_in_a_circle_is_not(meadow: Watch) -> None:
    older = "https://archive.meadow.example/esketamine"
    captures = [
        redirect("2021-04-01", older), redirect("2021-04-01", ELSEWHERE, older),
        page("2021-04-01", 3, ELSEWHERE, "06:00:05"),
        redirect("2022-04-01", older), redirect("2022-04-01", SOURCE.url, older),
    ]  # fmt: skip
    with serve_machine(Machine(captures)) as archive:
        assert run(meadow, archive).taken == 1
    assert meadow.column("SELECT final_url FROM snapshots WHERE outcome = 'fetched'") == [ELSEWHERE]


@pytest.mark.parametrize(
    ("url", "entrance"),
    [
        ("https://plan.example", True),
        ("https://plan.example/us/en/", False),
        ("https://plan.example/index.html", True),
        ("https://plan.example/account/sign-in", True),
        ("https://plan.example/page-not-found", True),
        ("https://plan.example/search/results?q=esketamine", True),
        ("https://plan.example/error.aspx", True),
        ("https://plan.example/policies/mp-404-esketamine.pdf", False),
        ("https://plan.example/prior-auth/login-free/spravato.pdf", False),
        ("https://plan.example/policies/esketamine.html", False),
        ("https://plan.example/homepage-documents/spravato.pdf", False),
    ],
)
def test_where_no_document_is(url: str, *, entrance: bool) -> None:
    assert is_entrance(url) is entrance
