"""From the outbox to the channels: grouping, sending, the ledger, retries.

At least once: a message's id is fixed in the database before the first attempt, so a process that dies between sending
and recording sends the same id again, which receivers drop or show as the copy it is.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlite_utils import Database

from db.outbox import Alert, alerts_in, assign_message, due_alerts, record_attempt
from tracker.alerts.channels import peer_of, send
from tracker.alerts.compose import compose
from tracker.alerts.content import Message
from tracker.alerts.errors import DeliveryError
from tracker.config import Config

FIRST_WAIT = timedelta(minutes=5)
LONGEST_WAIT = timedelta(hours=12)
# With these waits the last attempt is four days after the first, as mail servers do it.
ATTEMPTS = 16
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Failure:
    """A message that did not go out; `given_up` when it will not be tried again (`ketwatch alerts replay` does)."""

    message: str
    channel: str
    error: str
    given_up: bool


@dataclass(frozen=True, slots=True)
class Delivered:
    """What one pass over the outbox did: alerts and messages sent, messages that failed, messages left for later
    because their server did not answer.
    """

    alerts: int = 0
    messages: int = 0
    failures: tuple[Failure, ...] = ()
    waiting: int = 0


def deliver_due(db: Database, config: Config, *, now: str) -> Delivered:
    """Send every alert that is due. A channel that fails is put off and never stops the others."""
    sent_alerts = sent = waiting = 0
    failures: list[Failure] = []
    silent: set[str] = set()
    for message, alerts in _messages(db, now):
        channel = alerts[0].channel
        if peer_of(channel) in silent:
            waiting += 1
            continue
        try:
            send(_compose(db, message, channel, now), config)
        except DeliveryError as error:
            failures.append(_put_off(db, message, alerts[0], error, now))
            silent |= {peer_of(channel)} if error.unreachable else set()
        else:
            record_attempt(db, message, at=now, error=None, next_attempt_at=now)
            sent, sent_alerts = sent + 1, sent_alerts + len(alerts)
    return Delivered(sent_alerts, sent, tuple(failures), waiting)


def _messages(db: Database, now: str) -> Iterator[tuple[str, list[Alert]]]:
    """The due messages with their due alerts, each id fixed on record before it is given out."""
    groups: dict[str, list[Alert]] = {}
    digests: dict[str, list[Alert]] = {}
    for alert in due_alerts(db, at=now):
        if alert.message:
            groups.setdefault(alert.message, []).append(alert)
        elif alert.urgency == "at_once":
            groups[alert.alert] = [alert]
        else:
            digests.setdefault(alert.channel, []).append(alert)
    groups |= {_digest_id(alerts): alerts for alerts in digests.values()}
    for message, alerts in groups.items():
        assign_message(db, [alert.alert for alert in alerts], message)
        yield message, alerts


def _digest_id(alerts: list[Alert]) -> str:
    return hashlib.sha256("\n".join(sorted(alert.alert for alert in alerts)).encode()).hexdigest()[:32]


def _compose(db: Database, message: str, channel: str, now: str) -> Message:
    today = datetime.fromisoformat(now).date()
    contents = tuple(compose(db, alert, today=today) for alert in alerts_in(db, message))
    return Message(message, channel, contents, now)


def _put_off(db: Database, message: str, alert: Alert, error: DeliveryError, now: str) -> Failure:
    give_up = error.permanent or alert.attempts + 1 >= ATTEMPTS
    next_at = _next_attempt(now, alert.attempts, error.retry_after_s)
    record_attempt(db, message, at=now, error=str(error), next_attempt_at=next_at, give_up=give_up)
    if give_up:
        log.error(
            "gave up on message %s to %s after %d attempts: %s", message, alert.channel, alert.attempts + 1, error
        )
    else:
        log.warning("message %s to %s failed, again at %s: %s", message, alert.channel, next_at, error)
    return Failure(message, alert.channel, str(error), give_up)


def _next_attempt(now: str, attempts: int, retry_after_s: int | None) -> str:
    """Twice as long after each failure, up to the cap; never sooner than the receiver asked."""
    wait = min(FIRST_WAIT * 2 ** min(attempts, 16), LONGEST_WAIT)
    asked = timedelta(seconds=min(retry_after_s or 0, LONGEST_WAIT.total_seconds()))
    at: datetime = datetime.fromisoformat(now) + max(wait, asked)
    return at.isoformat(timespec="seconds").replace("+00:00", "Z")
