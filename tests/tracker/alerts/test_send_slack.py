"""Slack against a real HTTP server on loopback: success, rate limit, failure, silence, a hook that is gone."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from sqlite_utils import Database

from db.outbox import pending_alerts
from tests.tracker.alerts.peers import slack_peer
from tests.tracker.alerts.samples import EXPANDED
from tests.tracker.alerts.stored import NIGHT
from tracker.alerts.deliver import deliver_due
from tracker.alerts.errors import DeliveryError
from tracker.alerts.send_slack import send_slack
from tracker.config import Config, SlackHook

Put = Callable[..., str]
TEAM = "slack:team"
LATER = "2026-11-23T03:00:00Z"


def config(url: str) -> Config:
    return Config(slack=(SlackHook("team", url),))


def test_a_message_is_posted_as_json_with_a_fallback_text(db: Database, outbox: Put) -> None:
    outbox(EXPANDED, channel=TEAM)
    with slack_peer() as peer:
        assert deliver_due(db, config(peer.url), now=NIGHT).alerts == 1
    (body,) = peer.bodies
    assert json.loads(body)["text"].startswith("Coverage expanded: Larkspur Health Plan")


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_failure_is_tried_again_until_it_passes(db: Database, outbox: Put, status: int) -> None:
    outbox(EXPANDED, channel=TEAM)
    with slack_peer((status, {})) as peer:
        (failure,) = deliver_due(db, config(peer.url), now=NIGHT).failures
        assert (str(status) in failure.error, failure.given_up) == (True, False)
        assert deliver_due(db, config(peer.url), now=LATER).alerts == 1
    assert len(peer.bodies) == 2


def test_retry_after_is_honoured(db: Database, outbox: Put) -> None:
    outbox(EXPANDED, channel=TEAM)
    with slack_peer((429, {"Retry-After": "1800"})) as peer:
        deliver_due(db, config(peer.url), now=NIGHT)
    assert pending_alerts(db)[0].next_attempt_at == "2026-11-23T02:30:00Z"


def test_a_rate_limited_hook_is_left_alone_for_the_rest_of_the_pass(db: Database, outbox: Put) -> None:
    outbox(EXPANDED, channel=TEAM, source="a")
    outbox(EXPANDED, channel=TEAM, source="b")
    with slack_peer((429, {"Retry-After": "30"})) as peer:
        done = deliver_due(db, config(peer.url), now=NIGHT)
    assert (len(peer.bodies), len(done.failures), done.waiting) == (1, 1, 1)


@pytest.mark.parametrize("status", [404, 410])
def test_a_hook_that_is_gone_is_given_up_at_once(db: Database, outbox: Put, status: int) -> None:
    outbox(EXPANDED, channel=TEAM)
    with slack_peer((status, {})) as peer:
        (failure,) = deliver_due(db, config(peer.url), now=NIGHT).failures
    assert failure.given_up
    assert "set KETWATCH_SLACK_TEAM" in failure.error


def test_a_hook_that_never_answers_is_a_failure_that_does_not_tell_its_address() -> None:
    with slack_peer(None) as peer, pytest.raises(DeliveryError) as failure:
        send_slack({"text": "x"}, SlackHook("team", peer.url), timeout_s=0.2)
    assert failure.value.unreachable
    assert "services/T0" not in str(failure.value)


def test_a_hook_that_cannot_be_reached_is_a_failure(db: Database, outbox: Put) -> None:
    outbox(EXPANDED, channel=TEAM)
    with slack_peer() as peer:
        url = peer.url
    (failure,) = deliver_due(db, config(url), now=NIGHT).failures
    assert "cannot reach the Slack hook team" in failure.error
