"""A message to every channel, marked as a trial: what `ketwatch alerts test` sends."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

from db.changes import Comparison, StoredComparison
from tracker.alerts.channels import Channels
from tracker.alerts.content import AlertContent, Archived, ChangeLine, Clause, Codes, Dates, Message
from tracker.alerts.errors import DeliveryError
from tracker.config import Config


@dataclass(frozen=True, slots=True)
class ChannelTrial:
    """How a trial message fared; `error` is None when it was handed over."""

    channel: str
    error: str | None


def test_channels(config: Config, *, now: str) -> tuple[ChannelTrial, ...]:
    """Send a trial message to every channel that a rule names; the database is not asked and nothing is recorded."""
    channels = dict.fromkeys(channel for rule in config.rules for channel in rule.to)
    with Channels(config) as opened:
        return tuple(_try(channel, opened, now) for channel in channels)


def _try(channel: str, opened: Channels, now: str) -> ChannelTrial:
    trial = hashlib.sha256(f"trial\n{channel}\n{now}".encode()).hexdigest()[:32]
    try:
        opened.send(Message(trial, channel, (trial_content(trial, now),), now))
    except DeliveryError as error:
        return ChannelTrial(channel, str(error))
    return ChannelTrial(channel, None)


def trial_content(trial: str, now: str) -> AlertContent:
    """The invented alert that a trial message shows."""
    change = ChangeLine(
        what="failed antidepressants required: 3 → 2",
        subject="Spravato (esketamine), treatment-resistant depression",
        direction="expands",
        effect="widens access",
        old=Clause("An invented clause that asks for three failed antidepressants.", 3),
        new=Clause("An invented clause that asks for two failed antidepressants.", 3),
    )
    return AlertContent(
        alert=trial,
        kind="change",
        source="trial",
        rule="ketwatch alerts test",
        follows=None,
        notices=(),
        verdict="expanded",
        action_required=False,
        headline="Trial message",
        payer="No real payer",
        payer_id="none",
        payer_note="nothing has changed",
        weight="a trial",
        policy="An invented policy",
        subject=change.subject,
        lead=change.what,
        more=0,
        event=0,
        shared=None,
        witness=None,
        reach=(),
        changes=(change,),
        sections=(),
        dates=Dates(None, date.fromisoformat(now[:10]), now, 0),
        against_label=(),
        codes=Codes((), ()),
        advice=(),
        url=None,
        is_paged=False,
        old_copy=Archived(None, now),
        new_copy=Archived(None, now),
        stated=(),
        own_history=None,
        not_known=("This message only shows that the channel works.",),
        not_stated=(),
        trail=(),
        picture=None,
        found=StoredComparison(0, "trial", 0, 0, now[:10], now, Comparison("expanded", action_required=False)),
    )
