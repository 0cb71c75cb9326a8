"""From the outbox to the channels: sending, the ledger, retries.

At least once: a message's id and the attempt are on record before it is made, so a process that dies between sending
and recording sends the same id again, which receivers drop or show as the copy it is.
"""

from __future__ import annotations

import logging
import sqlite3
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlite_utils import Database

from db.blobs import BlobStore
from db.deliveries import begin_attempt, end_attempt
from db.outbox import alerts_in, due_alerts
from tracker.alerts.channels import Channels, peer_of
from tracker.alerts.compose import compose
from tracker.alerts.content import Message
from tracker.alerts.errors import DeliveryError
from tracker.alerts.grouping import Batch, batches
from tracker.alerts.pictures import Pictures
from tracker.clock import parse_instant, stamp
from tracker.config import Config

FIRST_WAIT = timedelta(minutes=5)
LONGEST_WAIT = timedelta(hours=12)
# With these waits the last attempt is four days after the first, as mail servers do it.
ATTEMPTS = 16
# A server that did not answer so many messages in a row is left alone for the rest of a pass.
SILENT_AFTER = 3
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


def deliver_due(
    db: Database, config: Config, *, now: str, clock: Callable[[], str] | None = None, blobs: BlobStore | None = None
) -> Delivered:
    """Send every alert that is due. A channel that fails is put off and never stops the others.

    `clock` dates each message, because a pass may take long and a webhook's receiver turns old ones away; without it
    all are of `now`. `blobs` holds the documents whose pages are pictured in emails; without it there are no pictures.
    """
    with Channels(config) as channels:
        return _Pass(db, channels, Pictures(db, blobs), now, clock or (lambda: now)).run()


@dataclass(slots=True)
class _Pass:
    """One pass over the outbox: its tools, and which servers have not answered how often in a row."""

    db: Database
    channels: Channels
    pictures: Pictures
    now: str
    clock: Callable[[], str]
    silences: Counter[str] = field(default_factory=Counter)

    def run(self) -> Delivered:
        sent_alerts = sent = waiting = 0
        failures: list[Failure] = []
        for batch in batches(due_alerts(self.db, at=self.now)):
            if self.silences[peer_of(batch.channel)] >= SILENT_AFTER:
                waiting += 1
                continue
            failure = self._attempt(batch)
            if failure:
                failures.append(failure)
            else:
                sent, sent_alerts = sent + 1, sent_alerts + len(batch.alerts)
        return Delivered(sent_alerts, sent, tuple(failures), waiting)

    def _attempt(self, batch: Batch) -> Failure | None:
        begin_attempt(self.db, batch.message, [alert.alert for alert in batch.alerts], at=self.now)
        try:
            self._send(batch)
        except DeliveryError as error:
            return self._put_off(batch, error)
        end_attempt(self.db, batch.message, at=self.now, error=None, next_attempt_at=self.now)
        self.silences[peer_of(batch.channel)] = 0
        return None

    def _send(self, batch: Batch) -> None:
        try:
            message = self._compose(batch)
            self.channels.send(message)
        except (DeliveryError, sqlite3.Error):
            raise
        except Exception as error:
            # One alert that breaks the code must not keep the others from going out.
            log.exception("message %s cannot be made", batch.message)
            raise DeliveryError(f"ketwatch broke on it ({type(error).__name__}: {error}); please report it") from error

    def _compose(self, batch: Batch) -> Message:
        today = parse_instant(self.now).date()
        alerts = alerts_in(self.db, batch.message)
        pictures = self.pictures if len(alerts) == 1 else None
        contents = tuple(compose(self.db, alert, today=today, pictures=pictures) for alert in alerts)
        return Message(batch.message, batch.channel, contents, self.clock(), batch.urgency)

    def _put_off(self, batch: Batch, error: DeliveryError) -> Failure:
        peer = peer_of(batch.channel)
        if error.unreachable:
            self.silences[peer] += SILENT_AFTER if error.retry_after_s else 1
        attempts = max(alert.attempts for alert in batch.alerts)
        give_up = error.permanent or attempts + 1 >= ATTEMPTS
        next_at = _next_attempt(self.now, attempts, error.retry_after_s)
        end_attempt(self.db, batch.message, at=self.now, error=str(error), next_attempt_at=next_at, give_up=give_up)
        if give_up:
            log.error("gave up on message %s to %s after %d attempts: %s", batch.message, batch.channel, attempts + 1,
                      error)  # fmt: skip
        else:
            log.warning("message %s to %s failed, again at %s: %s", batch.message, batch.channel, next_at, error)
        return Failure(batch.message, batch.channel, str(error), give_up)


def _next_attempt(now: str, attempts: int, retry_after_s: int | None) -> str:
    """Twice as long after each failure, up to the cap; never sooner than the receiver asked."""
    wait = min(FIRST_WAIT * 2 ** min(attempts, 16), LONGEST_WAIT)
    asked = timedelta(seconds=min(retry_after_s or 0, LONGEST_WAIT.total_seconds()))
    at: datetime = parse_instant(now) + max(wait, asked)
    return stamp(at)
