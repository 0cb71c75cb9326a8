"""Every fetch as a row, and what later fetches ask of earlier ones."""

from __future__ import annotations

from dataclasses import replace

from sqlite_utils import Database

from db.runs import start_or_resume
from db.snapshots import (
    Snapshot,
    Validators,
    content_of,
    fetches_of_run,
    get_snapshot,
    nights_since_full_fetch,
    record_snapshot,
    snapshots_of,
    validators,
)
from tests.db.conftest import AT, SOURCE

FETCH = Snapshot(
    SOURCE.source, SOURCE.url, SOURCE.url, AT, "fetched", http_status=200, sha256="a" * 64, byte_count=3,
    headers=(("ETag", '"v1"'), ("Last-Modified", "Sun, 01 Mar 2026 00:00:00 GMT")),
)  # fmt: skip
NOT_MODIFIED = replace(FETCH, outcome="not_modified", http_status=304, sha256=None, byte_count=None, headers=())
ERROR = replace(NOT_MODIFIED, outcome="error", http_status=None, reason="no answer")


def on(day: int, fetch: Snapshot) -> Snapshot:
    return replace(fetch, fetched_at=f"2026-03-{day:02d}T02:00:00Z")


def test_a_fetch_comes_back_as_it_was_recorded(watched: Database) -> None:
    number = record_snapshot(watched, FETCH)
    assert get_snapshot(watched, number) == replace(FETCH, snapshot=number)


def test_the_same_fetch_is_recorded_once(watched: Database) -> None:
    assert record_snapshot(watched, FETCH) == record_snapshot(watched, FETCH)
    assert len(snapshots_of(watched, SOURCE.source)) == 1


def test_an_answer_within_the_second_of_a_failure_takes_its_place(watched: Database) -> None:
    number = record_snapshot(watched, ERROR)
    assert record_snapshot(watched, FETCH) == number
    assert snapshots_of(watched, SOURCE.source) == [replace(FETCH, snapshot=number)]


def test_a_failure_within_the_second_of_an_answer_is_left_out(watched: Database) -> None:
    number = record_snapshot(watched, FETCH)
    record_snapshot(watched, ERROR)
    assert snapshots_of(watched, SOURCE.source) == [replace(FETCH, snapshot=number)]


def test_an_answer_dates_the_address_and_an_error_does_not(watched: Database) -> None:
    record_snapshot(watched, on(2, FETCH))
    record_snapshot(watched, on(3, ERROR))
    (row,) = watched["addresses"].rows
    assert (row["first_seen_at"], row["last_seen_at"]) == (AT, "2026-03-02T02:00:00Z")


def test_the_validators_are_those_of_the_last_full_fetch(watched: Database) -> None:
    record_snapshot(watched, on(1, FETCH))
    record_snapshot(watched, on(2, replace(FETCH, headers=(("etag", '"v2"'),))))
    record_snapshot(watched, on(3, NOT_MODIFIED))
    assert validators(watched, SOURCE.source, SOURCE.url) == Validators('"v2"', None)


def test_without_validators_there_is_nothing_to_send(watched: Database) -> None:
    assert validators(watched, SOURCE.source, SOURCE.url) is None
    record_snapshot(watched, replace(FETCH, headers=()))
    assert validators(watched, SOURCE.source, SOURCE.url) is None


def test_nights_without_a_full_fetch_are_counted(watched: Database) -> None:
    for day, fetch in enumerate((FETCH, NOT_MODIFIED, ERROR, NOT_MODIFIED), 1):
        record_snapshot(watched, on(day, fetch))
    assert nights_since_full_fetch(watched, SOURCE.source, SOURCE.url) == 2
    record_snapshot(watched, on(9, FETCH))
    assert nights_since_full_fetch(watched, SOURCE.source, SOURCE.url) == 0


def test_not_modified_stands_for_the_last_full_fetch_before_it(watched: Database) -> None:
    record_snapshot(watched, on(1, FETCH))
    latest = record_snapshot(watched, on(2, FETCH))
    not_modified = get_snapshot(watched, record_snapshot(watched, on(3, NOT_MODIFIED)))
    record_snapshot(watched, on(4, FETCH))
    found = content_of(watched, not_modified)
    assert found is not None
    assert found.snapshot == latest


def test_an_error_stands_for_nothing(watched: Database) -> None:
    record_snapshot(watched, on(1, FETCH))
    assert content_of(watched, get_snapshot(watched, record_snapshot(watched, on(2, ERROR)))) is None


def test_of_several_fetches_in_a_run_the_newest_answer_counts(watched: Database) -> None:
    run = start_or_resume(watched, at=AT).run
    record_snapshot(watched, replace(on(1, ERROR), run=run))
    answer = record_snapshot(watched, replace(on(2, FETCH), run=run))
    record_snapshot(watched, replace(on(3, ERROR), run=run))
    assert [fetch.snapshot for fetch in fetches_of_run(watched, run)] == [answer]


def test_a_run_of_errors_is_an_error(watched: Database) -> None:
    run = start_or_resume(watched, at=AT).run
    record_snapshot(watched, replace(ERROR, run=run))
    assert [fetch.outcome for fetch in fetches_of_run(watched, run)] == ["error"]
