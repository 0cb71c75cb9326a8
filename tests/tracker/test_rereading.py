"""A newer release reads both sides of an alert again: what it contradicts is corrected, the rest is left."""

from __future__ import annotations

from tests.tracker.nights import NOT_MODIFIED, Watch, policy_page


def read_by_an_older_release(watch: Watch, *, told: int = 2) -> None:
    """Let everything stored be the work of an older release, which told that `told` trials are asked for now."""
    db = watch.open()
    db.execute("UPDATE readings SET extractor = 'an older release'")
    db.execute("UPDATE changes SET after = ?", [str(told)])
    db.close()


def told_an_expansion(watch: Watch) -> None:
    watch.night(policy_page(trials=3))
    watch.night(policy_page(trials=2))


def test_a_misreading_that_was_told_is_corrected_in_a_message_of_its_own(watch: Watch) -> None:
    told_an_expansion(watch)
    read_by_an_older_release(watch, told=1)
    watch.night(NOT_MODIFIED)
    assert watch.column("SELECT kind || ' ' || state FROM outbox ORDER BY rowid") == ["change sent", "correction sent"]
    _, correction = watch.messages()
    assert correction.startswith("CORRECTION: COVERAGE EXPANDED")
    assert "failed antidepressants required: 3 → 1" in correction.partition("WHAT CHANGED")[0]
    assert "failed antidepressants required: 3 → 2" in correction.partition("WHAT CHANGED")[2]
    assert "a newer release of ketwatch reads it better" in correction


def test_a_change_that_never_was_is_taken_back(watch: Watch) -> None:
    watch.night(policy_page(trials=3))
    watch.night(policy_page(trials=2))
    db = watch.open()
    # What the older release took for the page before was the page of today.
    db.execute("UPDATE snapshots SET sha256 = (SELECT sha256 FROM snapshots ORDER BY snapshot DESC LIMIT 1)")
    db.close()
    read_by_an_older_release(watch)
    watch.night(NOT_MODIFIED)
    assert "CORRECTION: ALERT WITHDRAWN" in watch.messages()[1]


def test_what_the_newer_release_reads_alike_is_left_alone(watch: Watch) -> None:
    told_an_expansion(watch)
    read_by_an_older_release(watch)
    watch.night(NOT_MODIFIED)
    assert watch.column("SELECT kind FROM outbox") == ["change"]
    assert watch.column("SELECT count(*) FROM corrections") == [0]


def test_what_a_person_has_corrected_no_reading_corrects(watch: Watch) -> None:
    told_an_expansion(watch)
    read_by_an_older_release(watch, told=1)
    db = watch.open()
    db.execute(
        "INSERT INTO corrections (comparison, origin, reason, corrected, made_at) VALUES (1, 'review', 'so', NULL, '')"
    )
    db.close()
    watch.night(NOT_MODIFIED)
    assert watch.column("SELECT kind FROM outbox") == ["change"]


def test_what_nobody_was_told_is_not_read_again(watch: Watch) -> None:
    watch.rules = ()
    told_an_expansion(watch)
    read_by_an_older_release(watch, told=1)
    watch.night(NOT_MODIFIED)
    assert watch.column("SELECT count(*) FROM readings WHERE extractor <> 'an older release'") == [1]
