"""Which alerts go out together: one for each that is sent at once, digests for the rest."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from db.outbox import Alert, Urgency

# A digest of more would be cut off by mail programs.
MOST_IN_A_DIGEST = 50


@dataclass(frozen=True, slots=True)
class Batch:
    """A message to be, by its id, with those of its alerts that are due."""

    message: str
    channel: str
    urgency: Urgency
    alerts: tuple[Alert, ...]


def batches(due: Iterable[Alert]) -> Iterator[Batch]:
    """The messages that due alerts make. An alert that was tried before stays in its message."""
    tried: dict[str, list[Alert]] = {}
    digests: dict[tuple[str, Urgency], list[Alert]] = {}
    for alert in due:
        if alert.message or alert.urgency == "at_once":
            tried.setdefault(alert.message or alert.alert, []).append(alert)
        else:
            digests.setdefault((alert.channel, alert.urgency), []).append(alert)
    for message, alerts in tried.items():
        yield Batch(message, alerts[0].channel, alerts[0].urgency, tuple(alerts))
    for (channel, urgency), alerts in digests.items():
        for start in range(0, len(alerts), MOST_IN_A_DIGEST):
            part = tuple(alerts[start : start + MOST_IN_A_DIGEST])
            yield Batch(_digest_id(part), channel, urgency, part)


def _digest_id(alerts: Iterable[Alert]) -> str:
    return hashlib.sha256("\n".join(sorted(alert.alert for alert in alerts)).encode()).hexdigest()[:32]
