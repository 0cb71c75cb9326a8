"""The ten rules of the design: what a fetch means for its source."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from db.incidents import open_incidents
from db.versions import versions_of
from tests.tracker.nights import NOT_MODIFIED, OTHER, SOURCE, Failure, Watch, policy_page
from tracker.night import LEAST_BETWEEN_FETCHES
from tracker.settle import LEAD

ERROR_PAGE = b"<html><head><title>Page not found</title></head><body><h1>404</h1><p>Page not found.</p></body></html>"
OTHER_DRUG = (
    b"<html><body><main><h1>Policy on sleep studies</h1><p>" + b"Sleep studies are covered. " * 40 + b"</p></main>"
)


def kinds(watch: Watch) -> list[str]:
    return watch.column("SELECT kind || ' ' || state FROM versions ORDER BY version")


def incidents(watch: Watch) -> list[tuple[str, str]]:
    db = watch.open()
    found = [(incident.quality, incident.reason) for incident in open_incidents(db)]
    db.close()
    return found


def test_the_first_sight_is_a_version_and_alerts_nobody(watch: Watch) -> None:
    outcome = watch.night(policy_page())
    assert (outcome.outcome, outcome.reason) == ("unchanged", "first sight")
    assert kinds(watch) == ["first confirmed"]
    assert watch.messages() == []


def test_a_banner_or_navigation_is_no_change(watch: Watch) -> None:
    watch.night(policy_page())
    assert watch.night(policy_page(banner="Holiday hours")).outcome == "unchanged"
    assert kinds(watch) == ["first confirmed"]


def test_not_modified_is_unchanged(watch: Watch) -> None:
    watch.night(policy_page())
    assert watch.night(NOT_MODIFIED).outcome == "unchanged"


def test_not_modified_without_a_stored_copy_is_unknown(watch: Watch) -> None:
    assert watch.night(NOT_MODIFIED).outcome == "unknown"


def test_a_change_is_compared_with_the_version_in_force_and_alerts(watch: Watch) -> None:
    watch.night(policy_page(trials=3))
    assert watch.night(policy_page(trials=2)).outcome == "changed"
    assert kinds(watch) == ["first confirmed", "change confirmed"]
    assert watch.column("SELECT key || ' ' || before || ' ' || after FROM changes") == ["failed_ad_count 3 2"]
    assert watch.column("SELECT state FROM outbox") == ["sent"]
    assert len(watch.messages()) == 1


def test_a_review_date_is_a_version_that_alerts_nobody(watch: Watch) -> None:
    watch.night(policy_page())
    outcome = watch.night(policy_page(reviewed="March 2, 2026"))
    assert (outcome.outcome, outcome.reason) == ("changed", "wording only")
    assert kinds(watch) == ["first confirmed", "change confirmed"]
    assert watch.column("SELECT alert FROM outbox") == []


def test_there_and_back_is_two_changes(watch: Watch) -> None:
    for trials in (3, 2, 3, 2):
        watch.night(policy_page(trials=trials))
    assert watch.column("SELECT old_version || '-' || new_version FROM comparisons") == ["1-2", "2-3", "3-4"]
    assert len(watch.messages()) == 3


@pytest.mark.parametrize(
    ("fetched", "quality"),
    [
        (Failure("the server answered 403 Forbidden", 403), "blocked"),
        (Failure("the server answered 404 Not Found", 404), "error_page"),
        (Failure("the server answered 503", 503), "error_page"),
        (Failure("no answer within 60 s", None), None),
        (ERROR_PAGE, "error_page"),
        (b"", "empty"),
        (OTHER_DRUG, "not_policy"),
        (b"%PDF-1.7 cut off", "truncated"),
    ],
)
def test_a_failure_is_unknown_and_opens_one_incident(
    watch: Watch, fetched: bytes | Failure, quality: str | None
) -> None:
    watch.night(policy_page())
    for _ in range(2):
        outcome = watch.night(fetched)
        assert (outcome.outcome, outcome.quality) == ("unknown", quality)
        assert outcome.reason
    assert len(incidents(watch)) == 1
    assert watch.column("SELECT count(*) FROM incidents") == [1]
    assert kinds(watch) == ["first confirmed"]
    assert watch.messages() == []


def test_an_incident_closes_by_itself(watch: Watch) -> None:
    watch.night(policy_page())
    watch.night(Failure())
    watch.night(policy_page())
    assert incidents(watch) == []
    assert watch.column("SELECT closed_at FROM incidents") == ["2026-03-03T02:00:00Z"]


def test_an_incident_follows_its_cause(watch: Watch) -> None:
    watch.night(Failure())
    watch.night(b"")
    assert [quality for quality, _ in incidents(watch)] == ["empty"]


def test_not_modified_after_a_bad_document_is_still_unknown(watch: Watch) -> None:
    watch.night(policy_page())
    watch.night(ERROR_PAGE)
    outcome = watch.night(NOT_MODIFIED)
    assert (outcome.outcome, outcome.quality) == ("unknown", "error_page")


def test_a_denial_after_coverage_waits_for_a_second_fetch(watch: Watch) -> None:
    watch.night(policy_page())
    outcome = watch.night(policy_page(covered=False))
    assert outcome.outcome == "unknown"
    assert "waits for a second fetch" in outcome.reason
    assert kinds(watch) == ["first confirmed", "change pending"]
    assert watch.messages() == []
    assert [quality for quality, _ in incidents(watch)] == ["waiting"]


@pytest.mark.parametrize("second", [policy_page(covered=False), NOT_MODIFIED])
def test_the_second_fetch_confirms_a_denial(watch: Watch, second: bytes | Failure) -> None:
    watch.night(policy_page())
    watch.night(policy_page(covered=False))
    assert watch.night(second).outcome == "changed"
    assert kinds(watch) == ["first confirmed", "change confirmed"]
    assert len(watch.messages()) == 1
    assert incidents(watch) == []


@pytest.mark.parametrize("second", [policy_page(covered=False), policy_page(covered=False, reviewed="March 3, 2026")])
def test_a_second_fetch_too_soon_confirms_no_loss_and_does_not_put_it_off(watch: Watch, second: bytes) -> None:
    watch.night(policy_page())
    watch.night(policy_page(covered=False))
    watch.late = timedelta(minutes=20) - timedelta(days=1)
    assert watch.night(second).outcome == "unknown"
    assert watch.messages() == []
    watch.late = LEAST_BETWEEN_FETCHES - timedelta(days=2)
    assert watch.night(second).outcome == "changed"
    assert len(watch.messages()) == 1


@pytest.mark.parametrize(
    "more",
    [
        "<p>Major depressive disorder with acute suicidal ideation: the table shows what applies.</p>",
        "<ul><li>MDD with acute suicidal behavior, see the attachment</li></ul>",
    ],
)
def test_a_use_whose_answer_can_no_longer_be_read_waits_and_is_never_told_as_lost(watch: Watch, more: str) -> None:
    stated = "<p>Esketamine is medically necessary for adults with MDD and acute suicidal ideation.</p>"
    watch.night(policy_page(more=stated))
    assert watch.night(policy_page(more=more)).reason.startswith("waits for a second fetch")
    watch.night(policy_page(more=more))
    assert watch.column("SELECT verdict FROM comparisons") == ["unknown"]


def test_a_denial_that_goes_away_is_dropped_in_silence(watch: Watch) -> None:
    watch.night(policy_page())
    watch.night(policy_page(covered=False))
    assert watch.night(policy_page()).outcome == "unchanged"
    assert kinds(watch) == ["first confirmed", "change rejected"]
    assert watch.column("SELECT count(*) FROM comparisons") == [0]
    assert watch.messages() == []


def test_a_failure_between_two_fetches_neither_confirms_nor_drops(watch: Watch) -> None:
    watch.night(policy_page())
    watch.night(policy_page(covered=False))
    watch.night(Failure())
    assert kinds(watch) == ["first confirmed", "change pending"]
    watch.night(policy_page(covered=False))
    assert kinds(watch) == ["first confirmed", "change confirmed"]


def test_the_same_loss_in_other_words_is_confirmed(watch: Watch) -> None:
    watch.night(policy_page())
    watch.night(policy_page(covered=False))
    assert watch.night(policy_page(covered=False, reviewed="March 3, 2026")).outcome == "changed"
    assert kinds(watch) == ["first confirmed", "change rejected", "change confirmed"]
    assert len(watch.messages()) == 1


def test_another_change_after_a_waiting_denial_is_compared_with_the_version_in_force(watch: Watch) -> None:
    watch.night(policy_page(trials=3))
    watch.night(policy_page(covered=False))
    watch.night(policy_page(trials=2))
    assert kinds(watch) == ["first confirmed", "change rejected", "change confirmed"]
    assert watch.column("SELECT old_version FROM comparisons") == [1]


def test_an_expansion_does_not_wait(watch: Watch) -> None:
    watch.night(policy_page(covered=False))
    assert watch.night(policy_page()).outcome == "changed"
    assert watch.column("SELECT verdict FROM comparisons") == ["expanded"]


def read_by_an_older_release(watch: Watch) -> None:
    """Make the stored readings those of a release that found nothing but the text."""
    db = watch.open()
    db.execute(
        """UPDATE readings SET extractor = 'ketwatch-0', fingerprint = 'of another release',
           parsed = json_set(parsed, '$.positions', json('[]'))"""
    )
    db.close()


def test_what_only_a_newer_extractor_sees_is_technical_and_alerts_nobody(watch: Watch) -> None:
    watch.night(policy_page())
    read_by_an_older_release(watch)
    assert watch.night(NOT_MODIFIED).outcome == "unchanged"
    assert kinds(watch) == ["first confirmed", "technical confirmed"]
    assert watch.column("SELECT count(*) FROM positions WHERE version = 2") == [1]
    assert watch.column("SELECT count(*) FROM comparisons") == [0]
    assert watch.night(NOT_MODIFIED).outcome == "unchanged"
    assert len(kinds(watch)) == 2


def test_a_change_on_the_night_of_a_new_extractor_is_compared_with_the_new_reading(watch: Watch) -> None:
    watch.night(policy_page(trials=3))
    read_by_an_older_release(watch)
    assert watch.night(policy_page(trials=2)).outcome == "changed"
    assert kinds(watch) == ["first confirmed", "technical confirmed", "change confirmed"]
    assert watch.column("SELECT key FROM changes") == ["failed_ad_count"]


def test_when_the_old_bytes_are_lost_a_new_extractor_compares_nothing(watch: Watch) -> None:
    watch.night(policy_page(trials=3))
    read_by_an_older_release(watch)
    for blob in (watch.data / "snapshots").rglob("*.gz"):
        blob.unlink()
    assert watch.night(policy_page(trials=2)).outcome == "unknown"
    assert watch.column("SELECT count(*) FROM comparisons") == [0]
    assert watch.night(policy_page(trials=2)).outcome == "unchanged"


def test_the_dates_of_a_change_stay_apart(watch: Watch) -> None:
    watch.night(policy_page(trials=3))
    watch.night(policy_page(trials=2, reviewed="March 1, 2026"))
    db = watch.open()
    row = db.execute(
        "SELECT v.effective_on, v.last_reviewed_on, v.published_on, c.detected_at, c.effective_on AS from_day "
        "FROM versions v JOIN comparisons c ON c.new_version = v.version"
    ).fetchone()
    db.close()
    assert tuple(row) == ("2026-02-01", "2026-03-01", None, "2026-03-02T02:00:00Z", "2026-02-01")


def test_every_version_names_its_snapshot(watch: Watch) -> None:
    watch.night(policy_page(trials=3))
    watch.night(policy_page(trials=2))
    db = watch.open()
    assert [version.snapshot for version in versions_of(db, SOURCE.source)] == [1, 2]
    db.close()


def test_a_source_that_breaks_the_code_is_unknown_and_stops_nobody(watch: Watch) -> None:
    watch.sources = (SOURCE, OTHER)
    watch.night(policy_page(trials=3), policy_page(trials=4))
    db = watch.open()
    db.execute(
        "UPDATE readings SET parsed = 'damaged' WHERE reading IN (SELECT reading FROM versions WHERE source = ?)",
        [SOURCE.source],
    )
    db.close()
    watch.night(policy_page(trials=2), policy_page(trials=1))
    outcomes = {found.source: found for found in watch.reports[-1].outcomes}
    assert outcomes[SOURCE.source].outcome == "unknown"
    assert "please report it" in outcomes[SOURCE.source].reason
    assert outcomes[OTHER.source].outcome == "changed"
    assert [quality for quality, _ in incidents(watch)] == ["unread"]


INDEX = replace(SOURCE, source="meadow-health/index", kind="index")


def test_a_page_that_only_leads_to_documents_is_kept_and_never_read_as_a_policy(watch: Watch) -> None:
    watch.sources = (INDEX,)
    first = watch.night(b"<html><body><a href='/a'>Sleep studies</a></body></html>")
    second = watch.night(policy_page())
    assert [(first.outcome, first.quality), (second.outcome, second.quality)] == [("unchanged", None)] * 2
    assert first.reason == LEAD
    assert watch.column("SELECT count(*) FROM readings") == [0]
    assert kinds(watch) == []
    assert watch.messages() == []
    assert incidents(watch) == []


def test_a_lead_that_does_not_answer_is_unknown(watch: Watch) -> None:
    watch.sources = (INDEX,)
    assert watch.night(Failure("refused", 403)).outcome == "unknown"
    assert incidents(watch) == [("blocked", "refused")]


def test_a_new_date_of_a_change_to_come_moves_it_and_is_no_change_of_its_own(watch: Watch) -> None:
    watch.night(policy_page(trials=3))
    watch.night(policy_page(trials=2, effective="06/01/2026"))
    watch.night(policy_page(trials=2, effective="07/01/2026"))
    assert watch.column("SELECT DISTINCT effective_on FROM change_log") == ["2026-07-01"]
    assert len(watch.messages()) == 1
