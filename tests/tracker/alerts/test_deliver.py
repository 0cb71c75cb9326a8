"""Delivery to a folder: grouping, the ledger, one bad channel, repeats."""

from __future__ import annotations

from collections.abc import Callable
from email import message_from_bytes
from pathlib import Path

from sqlite_utils import Database

from db.deliveries import attempts_at
from db.outbox import pending_alerts, replay
from tests.tracker.alerts.samples import CODE_SWAP, EXPANDED, MIXED, RESTRICTED
from tests.tracker.alerts.stored import NIGHT
from tracker.alerts.deliver import ATTEMPTS, deliver_due
from tracker.alerts.grouping import MOST_IN_A_DIGEST
from tracker.config import Config, Folder

Put = Callable[..., str]


def folder_config(path: Path) -> Config:
    return Config(folders=(Folder("out", path),))


def test_an_alert_for_now_is_one_message_with_mail_slack_and_text(db: Database, outbox: Put, tmp_path: Path) -> None:
    alert = outbox(EXPANDED)
    done = deliver_due(db, folder_config(tmp_path), now=NIGHT)
    assert (done.alerts, done.messages, done.failures) == (1, 1, ())
    assert sorted(path.name for path in tmp_path.glob("0*")) == [
        f"001-{alert}.eml", f"001-{alert}.slack.json", f"001-{alert}.txt", f"001-{alert}.webhook.json",
    ]  # fmt: skip


def test_nightly_alerts_of_a_channel_go_out_as_one_digest(db: Database, outbox: Put, tmp_path: Path) -> None:
    outbox(RESTRICTED, urgency="nightly", source="larkspur-pain")
    outbox(EXPANDED, urgency="nightly", source="larkspur-esketamine")
    outbox(CODE_SWAP, source="larkspur-codes")
    done = deliver_due(db, folder_config(tmp_path), now=NIGHT)
    assert (done.alerts, done.messages) == (3, 2)
    subjects = [message_from_bytes(path.read_bytes())["Subject"] for path in sorted(tmp_path.glob("*.eml"))]
    assert [subject for subject in subjects if subject.startswith("2 coverage changes")]


def test_what_was_sent_is_not_sent_again(db: Database, outbox: Put, tmp_path: Path) -> None:
    outbox(EXPANDED)
    deliver_due(db, folder_config(tmp_path), now=NIGHT)
    assert deliver_due(db, folder_config(tmp_path), now="2026-11-24T02:00:00Z").messages == 0
    assert pending_alerts(db) == []


def test_a_channel_that_is_not_configured_does_not_stop_the_others(db: Database, outbox: Put, tmp_path: Path) -> None:
    lost = outbox(EXPANDED, channel="folder:gone", source="a")
    outbox(MIXED, channel="folder:out", source="b")
    done = deliver_due(db, folder_config(tmp_path), now=NIGHT)
    assert done.messages == 1
    assert [(failure.message, failure.given_up) for failure in done.failures] == [(lost, False)]
    assert "no folder named gone" in done.failures[0].error


def test_a_failed_message_waits_twice_as_long_each_time(db: Database, outbox: Put, tmp_path: Path) -> None:
    outbox(EXPANDED, channel="folder:gone")
    deliver_due(db, folder_config(tmp_path), now=NIGHT)
    assert pending_alerts(db)[0].next_attempt_at == "2026-11-23T02:05:00Z"
    assert deliver_due(db, folder_config(tmp_path), now="2026-11-23T02:04:59Z").failures == ()
    deliver_due(db, folder_config(tmp_path), now="2026-11-23T02:05:00Z")
    assert pending_alerts(db)[0].next_attempt_at == "2026-11-23T02:15:00Z"


def test_a_message_is_given_up_loudly_and_can_be_replayed(db: Database, outbox: Put, tmp_path: Path) -> None:
    alert = outbox(EXPANDED, channel="folder:gone")
    for _ in range(ATTEMPTS):
        db.execute("UPDATE outbox SET next_attempt_at = ?", [NIGHT])
        done = deliver_due(db, folder_config(tmp_path), now=NIGHT)
    assert [failure.given_up for failure in done.failures] == [True]
    assert pending_alerts(db) == []
    assert [attempt.outcome for attempt in attempts_at(db, alert)] == ["failed"] * ATTEMPTS
    assert replay(db, since=NIGHT, at=NIGHT) == 1
    config = Config(folders=(Folder("gone", tmp_path),))
    assert deliver_due(db, config, now=NIGHT).alerts == 1
    assert attempts_at(db, alert)[-1].outcome == "delivered"


def test_a_repeat_in_a_folder_takes_the_place_of_the_first(db: Database, outbox: Put, tmp_path: Path) -> None:
    outbox(EXPANDED)
    deliver_due(db, folder_config(tmp_path), now=NIGHT)
    replay(db, since=NIGHT, at=NIGHT)
    deliver_due(db, folder_config(tmp_path), now=NIGHT)
    assert len(list(tmp_path.glob("*.eml"))) == 1


def test_a_replayed_part_of_a_digest_shows_the_whole_digest(db: Database, outbox: Put, tmp_path: Path) -> None:
    part = outbox(EXPANDED, urgency="nightly", source="a")
    outbox(RESTRICTED, urgency="nightly", source="b")
    deliver_due(db, folder_config(tmp_path), now=NIGHT)
    before = {path.name: path.read_bytes().count(b"coverage changes") for path in tmp_path.glob("0*")}
    db.execute("UPDATE outbox SET state = 'pending' WHERE alert = ?", [part])
    deliver_due(db, folder_config(tmp_path), now=NIGHT)
    assert {path.name: path.read_bytes().count(b"coverage changes") for path in tmp_path.glob("0*")} == before


def test_an_alert_that_breaks_the_code_is_put_off_and_stops_no_other(db: Database, outbox: Put, tmp_path: Path) -> None:
    broken = outbox(EXPANDED, source="a")
    outbox(RESTRICTED, source="b")
    db.execute("UPDATE comparisons SET witness = 'no JSON' WHERE source = 'a'")
    done = deliver_due(db, folder_config(tmp_path), now=NIGHT)
    assert done.messages == 1
    assert [(failure.message, failure.given_up) for failure in done.failures] == [(broken, False)]
    assert "please report it" in done.failures[0].error


def test_digests_of_the_night_and_of_the_week_are_two_messages(db: Database, outbox: Put, tmp_path: Path) -> None:
    for source, urgency in (("a", "nightly"), ("b", "weekly"), ("c", "weekly")):
        outbox(EXPANDED, source=source, urgency=urgency)
    assert deliver_due(db, folder_config(tmp_path), now=NIGHT).messages == 2


def test_a_weekly_digest_whose_day_passed_while_the_machine_was_off_goes_out_when_it_is_on(
    db: Database, outbox: Put, tmp_path: Path
) -> None:
    outbox(EXPANDED, source="a", urgency="weekly", due_at="2026-11-27T00:00:00Z")
    outbox(RESTRICTED, source="b", urgency="weekly", due_at="2026-12-04T00:00:00Z")
    assert deliver_due(db, folder_config(tmp_path), now="2026-11-26T23:59:59Z").messages == 0
    done = deliver_due(db, folder_config(tmp_path), now="2026-12-20T02:00:00Z")
    assert (done.alerts, done.messages) == (2, 1)


def test_a_digest_too_long_for_a_mail_goes_out_in_parts_expansions_first(
    db: Database, outbox: Put, tmp_path: Path
) -> None:
    for n in range(MOST_IN_A_DIGEST + 2):
        outbox(EXPANDED if n % 2 else RESTRICTED, source=f"s{n}", urgency="nightly")
    done = deliver_due(db, folder_config(tmp_path), now=NIGHT)
    assert (done.alerts, done.messages) == (MOST_IN_A_DIGEST + 2, 2)
    subjects = [message_from_bytes(path.read_bytes())["Subject"] for path in sorted(tmp_path.glob("*.eml"))]
    assert subjects == ["50 coverage changes, 26 expanded (2026-11-23)", "2 coverage changes (2026-11-23)"]


def test_a_message_is_dated_when_it_is_sent_however_long_a_pass_takes(
    db: Database, outbox: Put, tmp_path: Path
) -> None:
    outbox(EXPANDED)
    deliver_due(db, folder_config(tmp_path), now=NIGHT, clock=lambda: "2026-11-23T02:20:00Z")
    (path,) = tmp_path.glob("*.eml")
    assert message_from_bytes(path.read_bytes())["Date"] == "Mon, 23 Nov 2026 02:20:00 +0000"
