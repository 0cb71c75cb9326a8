"""History from a web archive: every change of eight years found again, and the present left as it is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from db.incidents import open_incidents
from db.own_histories import list_own_histories
from db.queries import ChangeFilter, list_changes
from db.sources import register
from tests.tracker.archives.collection import Archived
from tests.tracker.archives.eight_years import CAPTURES, LOOSER, MOVED, PAYER, SOURCES, STRICTER, Moved
from tests.tracker.archives.machine import Machine, serve_machine
from tests.tracker.archives.pywb import MISSING, serve_pywb
from tests.tracker.nights import InThisProcess, Watch, policy_page
from tracker.backfill import Backfilled, BackfillPlan, backfill
from tracker.errors import BackfillError
from tracker.web_archive import WebArchive

NOW = "2026-04-01T12:00:00Z"


@pytest.fixture
def machine() -> Machine:
    return Machine(CAPTURES)


@pytest.fixture
def archive(machine: Machine) -> Iterator[WebArchive]:
    with serve_machine(machine) as found:
        yield found


@pytest.fixture
def valley(tmp_path: Path) -> Watch:
    """A watch that knows the five sources and has not been a night at work."""
    watch = Watch(tmp_path / "data", tmp_path / "out", sources=SOURCES, payer=PAYER)
    with closing(watch.open()) as db:
        register(db, PAYER, SOURCES, at=NOW)
    return watch


def run(watch: Watch, archive: WebArchive, **plan: str) -> list[Backfilled]:
    wanted = BackfillPlan(watch.data, rules=watch.rules, **plan)
    return list(backfill(wanted, archive, now=NOW, progress=lambda _: None, executor=InThisProcess()))


def moved(watch: Watch, *, since: str | None = None) -> list[Moved]:
    """The changes on record that move access, by source and date."""
    with closing(watch.open()) as db:
        rows = list_changes(db, ChangeFilter(since=since))
    found = [
        Moved(row.source, row.detected_at[:10], row.key, row.before, row.after, row.direction)
        for row in rows
        if row.key in {"failed_ad_count", "status"}
    ]
    order = [source.source for source in SOURCES]
    return sorted(found, key=lambda one: (order.index(one.source), one.on))


def test_every_change_of_eight_years_is_found_again_and_no_other(valley: Watch, archive: WebArchive) -> None:
    done = run(valley, archive)
    assert moved(valley) == MOVED
    assert valley.column("SELECT count(*) FROM change_log") == [len(MOVED)]
    assert [one.reason for one in done] == [""] * 5


@pytest.mark.skipif(MISSING, reason="no pywb: `make pywb` installs one apart from our environment")
def test_a_real_pywb_tells_the_same_story(valley: Watch, tmp_path: Path) -> None:
    folder = tmp_path / "pywb"
    folder.mkdir()
    with serve_pywb(folder, CAPTURES) as collection, closing(WebArchive.of("me@clinic.example", collection)) as archive:
        run(valley, archive)
    assert moved(valley) == MOVED
    assert valley.column("SELECT count(*) FROM change_log") == [len(MOVED)]


def test_captures_are_kept_with_their_own_date_and_provenance(valley: Watch, archive: WebArchive) -> None:
    run(valley, archive, source=LOOSER.source)
    rows = "SELECT fetched_at || ' ' || provenance || ' ' || http_status FROM snapshots ORDER BY fetched_at"
    kept = valley.column(rows)
    assert kept[0] == "2019-04-01T06:00:00Z archive 200"
    assert len(kept) == 10
    assert set(valley.column("SELECT provenance FROM change_log")) == {"web archive"}


def test_each_body_is_asked_for_once(valley: Watch, archive: WebArchive, machine: Machine) -> None:
    run(valley, archive, source=LOOSER.source)
    assert len(machine.shown()) == len({one.body for one in CAPTURES if one.url == LOOSER.url and one.status == 200})


def test_run_again_it_asks_for_nothing_and_adds_nothing(valley: Watch, archive: WebArchive, machine: Machine) -> None:
    run(valley, archive)
    machine.asked.clear()
    done = run(valley, archive)
    assert machine.shown() == []
    assert sum(one.taken for one in done) == 0
    assert moved(valley) == MOVED


def test_nobody_is_alerted_and_nothing_is_an_incident(valley: Watch, archive: WebArchive) -> None:
    run(valley, archive)
    assert valley.column("SELECT alert FROM outbox") == []
    with closing(valley.open()) as db:
        assert open_incidents(db) == []


def test_what_we_see_ourselves_stays_in_force_and_is_told_apart_from_the_archive(
    valley: Watch, archive: WebArchive
) -> None:
    today = policy_page(trials=2, more="<p>Seen by ourselves.</p>")
    valley.night(today, today, today, today, today)
    before = valley.column("SELECT source || product || status || text || page FROM coverage_now ORDER BY 1")
    run(valley, archive)
    assert valley.column("SELECT source || product || status || text || page FROM coverage_now ORDER BY 1") == before
    assert valley.column("SELECT DISTINCT s.provenance FROM versions_in_force JOIN snapshots s USING (snapshot)"
                         " WHERE in_force_until IS NULL") == ["crawl"]  # fmt: skip
    last = moved(valley)[3]
    assert (last.source, last.on, last.before, last.after) == (LOOSER.source, "2026-03-01", 1, 2)
    assert valley.column("SELECT alert FROM outbox") == []
    valley.night(today, today, today, today, today)
    assert {one.outcome for one in valley.reports[-1].outcomes} == {"unchanged"}


def test_a_first_sight_that_the_archive_shows_already_is_no_change(valley: Watch, archive: WebArchive) -> None:
    same = policy_page(trials=1, banner="Another banner")
    valley.night(same, same, same, same, same)
    run(valley, archive, source=LOOSER.source)
    kinds = f"SELECT kind FROM versions WHERE source = '{LOOSER.source}' ORDER BY seen_at DESC LIMIT 1"
    assert valley.column(kinds) == ["technical"]
    assert [one.on for one in moved(valley)] == ["2020-11-01", "2023-03-01", "2025-02-01"]


def test_our_first_fetch_after_the_archive_alerts_nobody_and_the_next_change_does(
    valley: Watch, archive: WebArchive
) -> None:
    run(valley, archive)
    first, second = policy_page(trials=5), policy_page(trials=6)
    valley.night(first, first, first, first, first)
    assert valley.column("SELECT alert FROM outbox") == []
    valley.night(second, first, first, first, first)
    assert len(valley.column("SELECT alert FROM outbox")) == 1


def test_since_leaves_out_what_is_older_and_may_be_widened_later(valley: Watch, archive: WebArchive) -> None:
    run(valley, archive, source=LOOSER.source, since="2022-01-01")
    assert moved(valley) == MOVED[1:3]
    run(valley, archive, source=LOOSER.source)
    assert moved(valley) == MOVED[:3]


def test_an_archive_in_trouble_is_gone_on_with_where_it_stopped(
    valley: Watch, archive: WebArchive, machine: Machine
) -> None:
    machine.broken["/web/20220310060000id_/" + STRICTER.url] = 503
    (done,) = run(valley, archive, source=STRICTER.source)
    assert "in trouble" in done.reason
    assert done.taken == 3
    machine.broken.clear()
    machine.asked.clear()
    (done,) = run(valley, archive, source=STRICTER.source)
    assert (done.reason, done.taken, len(machine.shown())) == ("", 2, 2)
    assert moved(valley) == [one for one in MOVED if one.source == STRICTER.source]


def test_an_archive_that_asks_for_a_pause_is_not_asked_on(valley: Watch, archive: WebArchive, machine: Machine) -> None:
    machine.broken[""] = 429
    (done,) = run(valley, archive)
    assert done.reason == "the archive asks for a pause: run it again in 60 s"
    assert len(machine.asked) == 1


def test_a_capture_that_cannot_be_shown_is_left_out(valley: Watch, archive: WebArchive, machine: Machine) -> None:
    machine.broken["/web/20200310060000id_/" + STRICTER.url] = 404
    (done,) = run(valley, archive, source=STRICTER.source)
    assert (done.reason, done.captures, done.taken) == ("", 6, 4)
    assert [(one.on, one.before, one.after) for one in moved(valley)] == [("2022-03-10", 1, 3)]


def test_on_the_first_day_after_it_changes_and_label_lag_have_their_past(valley: Watch, machine: Machine) -> None:
    with_ad = policy_page(trials=2).replace(b"</ul>", b"<li>Used together with an oral antidepressant</li></ul>")
    machine.captures = [
        Archived(LOOSER.url, "2024-06-01T06:00:00Z", with_ad),
        Archived(LOOSER.url, "2025-03-01T06:00:00Z", with_ad),
        Archived(LOOSER.url, "2025-09-01T06:00:00Z", policy_page(trials=2)),
    ]
    with serve_machine(machine) as archive:
        run(valley, archive, source=LOOSER.source)
    lag = "SELECT outcome || ' ' || followed_on FROM label_lag WHERE indication = 'trd' AND approved_on LIKE '2025%'"
    assert valley.column(lag) == ["followed 2025-09-01"]
    assert valley.column("SELECT detected_at FROM change_log") == ["2025-09-01T06:00:00Z"]


def test_a_payers_own_table_is_history_of_its_own(valley: Watch) -> None:
    entry = "<td>03/01/2021</td><td>Failed antidepressants changed from 4 to 3.</td>"
    table = f"<h2>Revision history</h2><table><tr><th>Date</th><th>Change</th></tr><tr>{entry}</tr></table>"
    page = policy_page(history=table)
    valley.night(page, page, page, page, page)
    with closing(valley.open()) as db:
        rows = list_own_histories(db, since="2019-01-01")
        assert list_changes(db, ChangeFilter(since="2019-01-01")) == []
    assert {(row.dated_on, row.claimed, row.provenance) for row in rows} == {
        ("2021-03-01", "expanded", "payer's own table")
    }


def test_a_source_that_nobody_knows_is_said_so(valley: Watch, archive: WebArchive) -> None:
    with pytest.raises(BackfillError, match="ketwatch sources"):
        run(valley, archive, source="valley-plan/none")
