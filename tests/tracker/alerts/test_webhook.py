"""Webhooks: the signature of the Standard Webhooks specification, the body, refusals."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Callable
from dataclasses import asdict

import pytest
from sqlite_utils import Database

from db.deliveries import attempts_at
from db.outbox import replay
from db.queries import ChangeFilter, list_changes
from tests.tracker.alerts.peers import slack_peer
from tests.tracker.alerts.samples import EXPANDED, RESTRICTED
from tests.tracker.alerts.stored import NIGHT
from tracker.alerts.deliver import deliver_due
from tracker.alerts.send_webhook import signed_headers
from tracker.config import Config, Webhook

Put = Callable[..., str]
LATER = "2026-11-23T03:00:00Z"
EHR = "webhook:ehr"


def config(url: str, secret: str = "correct horse") -> Config:
    return Config(webhooks=(Webhook("ehr", url, secret),))


def test_the_signature_is_that_of_the_specifications_example() -> None:
    headers = signed_headers(
        b'{"test": 2432232314}', "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", message="msg_p5jXN8AQM9LWM0D4loKWxJek",
        at=1614265330,
    )  # fmt: skip
    assert headers["webhook-signature"] == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_a_receiver_can_verify_a_message_with_the_secret_alone(db: Database, outbox: Put) -> None:
    alert = outbox(EXPANDED, channel=EHR)
    with slack_peer() as peer:
        assert deliver_due(db, config(peer.url), now=NIGHT).alerts == 1
    (body,), (headers,) = peer.bodies, peer.headers
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    mac = base64.b64encode(hmac.digest(b"correct horse", signed, hashlib.sha256)).decode()
    assert headers["webhook-signature"] == f"v1,{mac}"
    assert headers["webhook-id"] == alert == json.loads(body)["id"]


def test_a_change_has_the_fields_that_the_changes_command_prints(db: Database, outbox: Put) -> None:
    outbox(EXPANDED, channel=EHR)
    with slack_peer() as peer:
        deliver_due(db, config(peer.url), now=NIGHT)
    (alert,) = json.loads(peer.bodies[0])["alerts"]
    assert alert["changes"] == [asdict(row) for row in list_changes(db, ChangeFilter())]
    assert (alert["kind"], alert["verdict"], alert["confidence"]) == ("change", "expanded", "high")
    assert alert["witness"] == EXPANDED.witness


def test_a_repeat_has_the_same_id_and_the_same_bytes(db: Database, outbox: Put) -> None:
    outbox(EXPANDED, channel=EHR)
    with slack_peer() as peer:
        deliver_due(db, config(peer.url), now=NIGHT)
        replay(db, since=NIGHT, at=LATER)
        deliver_due(db, config(peer.url), now=LATER)
    assert peer.bodies[0] == peer.bodies[1]
    assert peer.headers[0]["webhook-id"] == peer.headers[1]["webhook-id"]
    assert peer.headers[0]["webhook-timestamp"] != peer.headers[1]["webhook-timestamp"]


def test_a_digest_is_one_message_with_every_alert(db: Database, outbox: Put) -> None:
    for source, comparison in (("a", RESTRICTED), ("b", EXPANDED)):
        outbox(comparison, channel=EHR, urgency="weekly", source=source)
    with slack_peer() as peer:
        deliver_due(db, config(peer.url), now=NIGHT)
    (body,) = map(json.loads, peer.bodies)
    assert (body["urgency"], [alert["verdict"] for alert in body["alerts"]]) == ("weekly", ["expanded", "restricted"])


@pytest.mark.parametrize("status", [301, 302, 400, 500, 503])
def test_any_answer_but_success_is_tried_again(db: Database, outbox: Put, status: int) -> None:
    alert = outbox(EXPANDED, channel=EHR)
    with slack_peer((status, {"Location": "/elsewhere"})) as peer:
        assert len(deliver_due(db, config(peer.url), now=NIGHT).failures) == 1
        assert deliver_due(db, config(peer.url), now=LATER).alerts == 1
    assert [attempt.outcome for attempt in attempts_at(db, alert)] == ["failed", "delivered"]


def test_a_receiver_that_wants_no_more_is_given_up(db: Database, outbox: Put) -> None:
    outbox(EXPANDED, channel=EHR)
    with slack_peer((410, {})) as peer:
        (failure,) = deliver_due(db, config(peer.url), now=NIGHT).failures
    assert failure.given_up
    assert "take the [[webhook]] out" in failure.error
