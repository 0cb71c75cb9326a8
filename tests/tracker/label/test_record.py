"""Nights around a label event: judgements stored for every version, changes by reference made once, payers' lag."""

from __future__ import annotations

import pytest

from db.label_queries import AgainstLabelFilter, LabelLagRow, list_against_label, list_label_lag
from db.queries import ChangeFilter, list_changes
from tests.tracker.nights import NOT_MODIFIED, SOURCE, Failure, Watch
from tracker.label.lag import summaries
from tracker.label.record import follow_label
from tracker.review.consequences import Hand
from tracker.review.decide import correct_direction, correct_leaf, correct_position
from tracker.review.ids import ComparisonId, ReadingId
from tracker.rules import Rule

TODAY = "2026-11-23"


def page(answer: str, *, effective: str = "") -> bytes:
    dated = f"<p>Effective Date: {effective}</p>" if effective else ""
    return f"""<html><head><title>Esketamine</title></head><body><main><h1>Esketamine nasal spray (Spravato)</h1>{dated}
        <h2>Policy</h2>{answer}<p>This policy is reviewed every year by the committee of the plan.</p>
        </main></body></html>""".encode()


REFERENCE = "<p>Spravato (esketamine) is covered for any indication approved by the FDA.</p>"


def listed(*criteria: str) -> str:
    items = "".join(f"<li>{one}</li>" for one in ("Age 18 years or older", *criteria))
    return (
        "<p>Esketamine (Spravato) is considered medically necessary for treatment-resistant depression when all of the "
        f"following criteria are met:</p><ul>{items}</ul>"
    )


WITH_AD = listed("Failure of at least two antidepressants", "Used together with an oral antidepressant")
ALONE = listed("Failure of at least two antidepressants")


@pytest.fixture
def january(watch: Watch) -> Watch:
    """Nights from 2025-01-16 on, the eve of the label event of 2025-01-17."""
    watch.month, watch.nights = "2025-01", 15
    return watch


def recorded(watch: Watch) -> list[str]:
    return watch.column("SELECT label_event || ' ' || verdict || ' ' || detected_at FROM comparisons")


def test_on_the_night_after_an_event_what_follows_by_reference_has_changed(january: Watch) -> None:
    for fetched in (page(REFERENCE), NOT_MODIFIED):
        january.night(fetched)
    assert recorded(january) == []
    assert january.night(NOT_MODIFIED).outcome == "unchanged"
    assert recorded(january) == ["spravato-alone expanded 2025-01-18T02:00:00Z"]
    assert january.column("SELECT old_version = new_version FROM comparisons") == [1]
    assert january.column("SELECT key || ' ' || indication || ' ' || direction FROM changes") == [
        "label_dynamic trd expands"
    ]
    assert january.column("SELECT effective_on FROM comparisons") == ["2025-01-17"]
    (message,) = january.messages()
    assert "FDA label" in message


def test_an_event_is_recorded_and_told_once(january: Watch) -> None:
    for fetched in (page(REFERENCE), NOT_MODIFIED, NOT_MODIFIED, NOT_MODIFIED, page(REFERENCE, effective="02/01/2025")):
        january.night(fetched)
    assert len(recorded(january)) == 2  # with the payer's own edit, which names no event
    assert len(january.messages()) == 1


def test_an_event_during_an_outage_is_caught_up_with(january: Watch) -> None:
    january.night(page(REFERENCE))
    january.nights = 27
    january.night(Failure())
    assert recorded(january) == ["spravato-alone expanded 2025-01-28T02:00:00Z"]


def test_a_fixed_list_is_not_moved_by_an_event(january: Watch) -> None:
    for fetched in (page(WITH_AD), NOT_MODIFIED, NOT_MODIFIED):
        january.night(fetched)
    assert recorded(january) == []


def test_a_policy_first_seen_after_an_event_tells_nothing(january: Watch) -> None:
    january.nights = 19
    january.night(page(REFERENCE))
    assert recorded(january) == []
    assert january.messages() == []


def test_a_reference_written_after_the_event_is_the_payers_own_change(january: Watch) -> None:
    january.night(page(WITH_AD))
    january.nights = 19
    january.night(page(REFERENCE))
    assert january.column("SELECT count(*) FROM comparisons WHERE label_event IS NOT NULL") == [0]


def test_a_capture_added_long_after_an_event_is_history_and_alerts_nobody(january: Watch) -> None:
    january.night(page(REFERENCE))
    january.night(NOT_MODIFIED)
    db = january.open()
    db.execute("UPDATE runs SET started_at = '2026-03-01T02:00:00Z'")
    follow_label(db, at="2026-03-01T02:00:00Z", rules=(Rule("all", ("folder:out",), "at_once"),))
    assert [row[0] for row in db.execute("SELECT label_event FROM comparisons")] == ["spravato-alone"]
    assert db.table("outbox").count == 0
    db.close()


def test_every_position_in_force_stands_somewhere_against_the_label(january: Watch) -> None:
    january.night(page(WITH_AD, effective="07/01/2024"))
    db = january.open()
    (row,) = list_against_label(db, AgainstLabelFilter(TODAY))
    assert (row.source, row.policy_on, row.label_event, row.event_then) == (
        SOURCE.source, "2024-07-01", "spravato-alone", "spravato-mdsi",
    )  # fmt: skip
    assert (row.label_class, row.class_then) == ("more_restrictive", "consistent")
    (finding,) = row.findings
    assert (finding.side, finding.kind, finding.key, finding.value) == (
        "stricter", "combination", "oral_ad", "required",
    )  # fmt: skip
    assert "oral antidepressant" in finding.text
    db.close()


def test_a_new_release_of_the_rules_judges_every_version_again(january: Watch) -> None:
    january.night(page(WITH_AD))
    db = january.open()
    db.execute("UPDATE label_judged SET release = 'older'")
    db.execute("UPDATE label_standings SET label_class = 'looser'")
    follow_label(db, at=january.now(), rules=())
    assert {row[0] for row in db.execute("SELECT label_class FROM label_standings WHERE event = 'spravato-alone'")} == {
        "more_restrictive"
    }
    db.close()


def test_a_corrected_version_is_judged_by_what_it_says_then(january: Watch) -> None:
    january.night(page(WITH_AD))
    db = january.open()
    correct_leaf(db, ReadingId(1, 0, 2), None, "null", Hand("ann", january.now()))
    (row,) = list_against_label(db, AgainstLabelFilter(TODAY))
    assert row.label_class == "consistent"
    assert [row.outcome for row in list_label_lag(db, today=TODAY, event="spravato-alone")] == ["already"]
    db.close()


def test_a_position_that_is_none_leaves_nothing_behind(january: Watch) -> None:
    january.night(page(WITH_AD))
    db = january.open()
    correct_position(db, ReadingId(1, 0), None, Hand("ann", january.now()))
    assert list_against_label(db, AgainstLabelFilter(TODAY)) == []
    assert db.table("criteria").count == 0
    db.close()


def test_a_change_that_an_event_made_can_be_corrected(january: Watch) -> None:
    for fetched in (page(REFERENCE), NOT_MODIFIED, NOT_MODIFIED):
        january.night(fetched)
    db = january.open()
    correct_direction(db, ComparisonId(1), "neutral", Hand("ann", january.now()))
    assert [row.direction for row in list_changes(db, ChangeFilter())] == ["neutral"]
    db.close()


def lag(watch: Watch, event: str = "spravato-alone") -> list[LabelLagRow]:
    db = watch.open()
    rows = list_label_lag(db, today=TODAY, event=event)
    db.close()
    return rows


def test_who_has_not_followed_shows_the_clause_that_lags(january: Watch) -> None:
    january.night(page(WITH_AD))
    (row,) = lag(january)
    assert (row.outcome, row.followed_on, row.weeks) == ("not_yet", None, 96.4)
    assert row.text is not None
    assert "oral antidepressant" in row.text
    (figures,) = summaries([row])
    assert (figures.not_yet, figures.median_weeks, figures.published_median_weeks) == (1, None, 29.7)


def test_who_follows_on_a_day_to_come_has_announced_it_and_not_followed(january: Watch) -> None:
    january.night(page(WITH_AD, effective="07/01/2024"))
    january.night(page(ALONE, effective="03/01/2027"))
    (row,) = lag(january)
    assert (row.outcome, row.followed_on, row.weeks) == ("announced", "2027-03-01", 110.4)
    (figures,) = summaries([row])
    assert (figures.followed, figures.announced, figures.median_weeks) == (0, 1, None)


def test_the_lag_is_counted_to_the_day_the_payer_gives(january: Watch) -> None:
    january.night(page(WITH_AD, effective="07/01/2024"))
    january.night(page(ALONE, effective="05/01/2025"))
    (row,) = lag(january)
    assert (row.outcome, row.followed_on, row.weeks, row.at_most) == ("followed", "2025-05-01", 14.9, False)
    assert summaries([row])[0].median_weeks == 14.9


def test_without_a_new_date_the_lag_is_counted_to_the_day_it_was_seen(january: Watch) -> None:
    january.night(page(WITH_AD, effective="02/01/2025"))
    january.nights = 30
    january.night(page(ALONE, effective="02/01/2025"))
    assert [(row.outcome, row.followed_on) for row in lag(january)] == [("followed", "2025-01-31")]


def test_who_follows_by_reference_was_there_at_once(january: Watch) -> None:
    january.night(page(REFERENCE))
    assert [(row.outcome, row.weeks) for row in lag(january)] == [("by_reference", 0.0)]


def test_who_asked_for_no_more_before_the_event_was_there_already(january: Watch) -> None:
    january.night(page(ALONE))
    assert [(row.outcome, row.weeks) for row in lag(january)] == [("already", None)]


def test_who_is_first_seen_after_the_event_followed_at_most_that_late(january: Watch) -> None:
    january.nights = 30
    january.night(page(ALONE))
    (row,) = lag(january)
    assert (row.outcome, row.at_most) == ("followed", True)
    assert summaries([row])[0].median_weeks is None


def test_a_use_that_is_not_stated_is_no_lag(january: Watch) -> None:
    january.night(page(WITH_AD))
    assert [row.outcome for row in lag(january, "spravato-mdsi")] == ["not_stated"]


def test_a_damaged_reading_is_left_out_and_stops_nothing(january: Watch, caplog: pytest.LogCaptureFixture) -> None:
    january.night(page(WITH_AD))
    db = january.open()
    db.execute("UPDATE readings SET parsed = 'damaged'")
    db.execute("DELETE FROM label_judged")
    follow_label(db, at=january.now(), rules=())
    assert "its reading is damaged" in caplog.text
    db.close()
