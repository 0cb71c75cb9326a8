"""What turns out to be wrong is said to those who were told it, and to nobody else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest
from sqlite_utils import Database

from db.changes import Comparison
from db.corrections import as_corrected
from db.deliveries import begin_attempt
from db.outbox import alerts_of, pending_alerts, replay
from tests.tracker.alerts.samples import EXPANDED, FEWER_TRIALS, LONGER_TRIALS, MIXED, NOW_DENIED
from tests.tracker.alerts.stored import NIGHT
from tracker.alerts.compose import compose
from tracker.alerts.content import title
from tracker.alerts.corrections import contradicts, record_correction
from tracker.alerts.deliver import deliver_due
from tracker.config import Config, Folder

Put = Callable[..., str]
NEXT_NIGHT = "2026-11-24T02:00:00Z"
REASON = "the second list was read as a part of the first"
TO_FOUR = replace(FEWER_TRIALS, direction="restricts", before=3, after=4)
RESTRICTED = Comparison("restricted", False, (TO_FOUR,))


@pytest.fixture
def config(tmp_path: Path) -> Config:
    return Config(folders=(Folder("out", tmp_path / "out"),))


def mails(config: Config) -> list[EmailMessage]:
    found = sorted(config.folders[0].path.glob("*.eml"))
    return [message_from_bytes(path.read_bytes(), policy=policy.default) for path in found]


def text_of(mail: EmailMessage) -> str:
    part = mail.get_body(("plain",))
    assert part is not None
    return str(part.get_content())


def test_a_correction_names_what_was_wrong_and_says_what_holds(db: Database, outbox: Put, config: Config) -> None:
    outbox(EXPANDED)
    deliver_due(db, config, now=NIGHT)
    record_correction(db, 1, RESTRICTED, reason=REASON, at=NEXT_NIGHT)
    deliver_due(db, config, now=NEXT_NIGHT)
    _, correction = mails(config)
    assert correction["Subject"].startswith("Correction: Coverage restricted: Larkspur Health Plan")
    text = text_of(correction)
    assert "On 2026-11-23 we wrote: “Coverage expanded: Spravato (esketamine)" in text
    assert f"That was wrong: {REASON}." in text
    assert (
        "Not so: Spravato (esketamine), treatment-resistant depression: failed antidepressants required: 3 → 2" in text
    )
    assert "failed antidepressants required: 3 → 4 (narrows access)" in text


def test_an_alert_of_nothing_is_taken_back(db: Database, outbox: Put, config: Config) -> None:
    outbox(EXPANDED)
    deliver_due(db, config, now=NIGHT)
    record_correction(db, 1, None, reason=REASON, at=NEXT_NIGHT)
    deliver_due(db, config, now=NEXT_NIGHT)
    _, correction = mails(config)
    assert correction["Subject"].startswith("Correction: Alert withdrawn: Larkspur Health Plan")
    assert "Coverage has not changed: please disregard that alert." in text_of(correction)
    assert as_corrected(db, 1) is None


def test_a_correction_stands_in_the_thread_and_answers_the_alert(db: Database, outbox: Put, config: Config) -> None:
    outbox(EXPANDED)
    deliver_due(db, config, now=NIGHT)
    record_correction(db, 1, None, reason=REASON, at=NEXT_NIGHT)
    deliver_due(db, config, now=NEXT_NIGHT)
    alert, correction = mails(config)
    assert correction["In-Reply-To"] == alert["Message-ID"]
    assert correction["References"] == f"{alert['References']} {alert['Message-ID']}"


def test_who_has_not_been_told_yet_is_told_what_holds(db: Database, outbox: Put, config: Config) -> None:
    outbox(EXPANDED)
    record_correction(db, 1, RESTRICTED, reason=REASON, at=NIGHT)
    deliver_due(db, config, now=NIGHT)
    (alert,) = mails(config)
    assert alert["Subject"].startswith("Coverage restricted")
    assert f"2026-11-23: {REASON}." in text_of(alert)


def test_what_has_not_been_told_and_never_was_so_is_told_to_nobody(db: Database, outbox: Put) -> None:
    outbox(EXPANDED)
    record_correction(db, 1, None, reason=REASON, at=NIGHT)
    assert pending_alerts(db) == []
    assert alerts_of(db, 1, "correction") == []


def test_an_alert_that_may_have_arrived_is_not_tried_again_after_its_correction(db: Database, outbox: Put) -> None:
    alert = outbox(EXPANDED)
    begin_attempt(db, alert, [alert], at=NIGHT)
    record_correction(db, 1, RESTRICTED, reason=REASON, at=NEXT_NIGHT)
    assert [one.kind for one in pending_alerts(db)] == ["correction"]


def test_a_second_correction_takes_the_place_of_one_that_waits(db: Database, outbox: Put, config: Config) -> None:
    outbox(EXPANDED)
    deliver_due(db, config, now=NIGHT)
    record_correction(db, 1, RESTRICTED, reason=REASON, at=NEXT_NIGHT)
    record_correction(db, 1, None, reason="it was a draft", at=NEXT_NIGHT)
    (waiting,) = pending_alerts(db)
    assert title(compose(db, waiting, today=date(2026, 11, 24))).startswith("Correction: Alert withdrawn")


def test_what_was_taken_back_is_not_replayed(db: Database, outbox: Put, config: Config) -> None:
    outbox(EXPANDED)
    deliver_due(db, config, now=NIGHT)
    record_correction(db, 1, None, reason=REASON, at=NEXT_NIGHT)
    deliver_due(db, config, now=NEXT_NIGHT)
    assert replay(db, since=NIGHT, at=NEXT_NIGHT) == 1
    assert [alert.kind for alert in pending_alerts(db)] == ["correction"]


@pytest.mark.parametrize(
    ("told", "holds", "wrong"),
    [
        (EXPANDED, EXPANDED, False),
        (EXPANDED, RESTRICTED, True),
        (EXPANDED, replace(EXPANDED, action_required=True), True),
        (EXPANDED, replace(EXPANDED, changes=(replace(FEWER_TRIALS, before=4),)), True),
        # More of the same kind is read: what was told still holds.
        (MIXED, replace(MIXED, changes=(FEWER_TRIALS, LONGER_TRIALS, NOW_DENIED)), False),
        # The same change, its clause read differently.
        (EXPANDED, replace(EXPANDED, changes=(replace(FEWER_TRIALS, after_text="…", after_page=9),)), False),
    ],
)  # fmt: skip
def test_only_what_was_told_and_does_not_hold_is_wrong(told: Comparison, holds: Comparison, wrong: bool) -> None:
    assert contradicts(told, holds) is wrong
