"""Email against a real SMTP server on loopback: TLS, login, refusals, outages, a killed process."""

from __future__ import annotations

import ssl
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlite_utils import Database

from db.deliveries import attempts_at
from db.outbox import pending_alerts, replay
from tests.tracker.alerts.peers import PASSWORD, REFUSED, USER, Mailbox, certificate, free_port, smtp_server
from tests.tracker.alerts.samples import EXPANDED, RESTRICTED
from tests.tracker.alerts.stored import NIGHT
from tracker.alerts.deliver import SILENT_AFTER, deliver_due
from tracker.config import Config, Email, Security

Put = Callable[..., str]
LATER = "2026-11-23T03:00:00Z"
BILLING = "email:billing@clinic.example"
# Dies when the ledger is to say how it ended: after the mail server has taken the message.
KILLED_BEFORE_RECORDING = """
import os, sys
from pathlib import Path
from db.connection import open_db
from tracker.alerts.deliver import deliver_due
from tracker.config import Config, Email
db = open_db(Path(sys.argv[1]))
db.conn.set_trace_callback(lambda sql: os._exit(9) if "UPDATE deliveries" in sql else None)
server = Email("127.0.0.1", int(sys.argv[2]), "starttls", sys.argv[3], sys.argv[4], "alerts@clinic.example", 10)
deliver_due(db, Config(email=server), now=sys.argv[5])
"""


@pytest.fixture
def pem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The server's certificate, trusted for the length of a test."""
    pem = certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(pem))
    return pem


@pytest.fixture
def tls(pem: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    return context


def config(port: int, security: Security = "starttls", password: str = PASSWORD) -> Config:
    return Config(email=Email("127.0.0.1", port, security, USER, password, "alerts@clinic.example", 10))


# aiosmtpd does not count TLS from the start as encryption, and warns.
@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")
@pytest.mark.parametrize(("security", "implicit"), [("starttls", False), ("tls", True)])
def test_mail_goes_out_encrypted_and_after_a_login(
    db: Database, outbox: Put, tls: ssl.SSLContext, security: Security, implicit: bool
) -> None:
    alert, mailbox, port = outbox(EXPANDED, channel=BILLING), Mailbox(), free_port()
    with smtp_server(mailbox, tls, port=port, implicit=implicit):
        assert deliver_due(db, config(port, security), now=NIGHT).alerts == 1
    (mail,) = mailbox.mails
    assert mail["To"] == "billing@clinic.example"
    assert mail["Message-ID"] == f"<{alert}@clinic.example>"
    if not implicit:
        assert mailbox.encrypted == [True]


def test_a_wrong_password_is_named_and_tried_again_later(db: Database, outbox: Put, tls: ssl.SSLContext) -> None:
    outbox(EXPANDED, channel=BILLING)
    port = free_port()
    with smtp_server(Mailbox(), tls, port=port):
        done = deliver_due(db, config(port, password="wrong"), now=NIGHT)
    assert "check user and KETWATCH_SMTP_PASSWORD" in done.failures[0].error
    assert "wrong" not in done.failures[0].error
    assert len(pending_alerts(db)) == 1


def test_a_server_whose_certificate_is_not_trusted_gets_nothing(
    db: Database, outbox: Put, tls: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    outbox(EXPANDED, channel=BILLING)
    mailbox, port = Mailbox(), free_port()
    with smtp_server(mailbox, tls, port=port):
        done = deliver_due(db, config(port), now=NIGHT)
    assert "certificate verify failed" in done.failures[0].error
    assert mailbox.mails == []


def test_mail_waits_while_the_server_is_down_and_goes_out_when_it_is_up(
    db: Database, outbox: Put, tls: ssl.SSLContext
) -> None:
    alert, mailbox, port = outbox(EXPANDED, channel=BILLING), Mailbox(), free_port()
    assert "cannot reach 127.0.0.1" in deliver_due(db, config(port), now=NIGHT).failures[0].error
    with smtp_server(mailbox, tls, port=port):
        assert deliver_due(db, config(port), now=LATER).alerts == 1
    assert [attempt.outcome for attempt in attempts_at(db, alert)] == ["failed", "delivered"]
    assert len(mailbox.mails) == 1


def test_a_server_that_does_not_answer_is_left_alone_for_the_rest_of_the_pass(db: Database, outbox: Put) -> None:
    for n in range(5):
        outbox(EXPANDED, channel=f"email:reader-{n}@clinic.example", source=f"s{n}")
    done = deliver_due(db, config(free_port()), now=NIGHT)
    assert (len(done.failures), done.waiting) == (SILENT_AFTER, 2)


def test_mails_of_a_pass_share_a_connection(db: Database, outbox: Put, tls: ssl.SSLContext) -> None:
    for n in range(3):
        outbox(EXPANDED, channel=f"email:reader-{n}@clinic.example", source=f"s{n}")
    mailbox, port = Mailbox(), free_port()
    with smtp_server(mailbox, tls, port=port):
        assert deliver_due(db, config(port), now=NIGHT).messages == 3
    assert len({id(session) for session in mailbox.sessions}) == 1


def test_after_a_refusal_the_next_mail_gets_a_connection_of_its_own(
    db: Database, outbox: Put, tls: ssl.SSLContext
) -> None:
    outbox(EXPANDED, channel=BILLING, source="a")
    outbox(EXPANDED, channel=f"email:{REFUSED}", source="b")
    outbox(EXPANDED, channel="email:other@clinic.example", source="c")
    mailbox, port = Mailbox(), free_port()
    with smtp_server(mailbox, tls, port=port):
        assert deliver_due(db, config(port), now=NIGHT).messages == 2
    assert {mail["To"] for mail in mailbox.mails} == {"billing@clinic.example", "other@clinic.example"}


def test_a_recipient_refused_for_good_is_given_up_and_the_others_get_theirs(
    db: Database, outbox: Put, tls: ssl.SSLContext
) -> None:
    refused = outbox(EXPANDED, channel=f"email:{REFUSED}", source="a")
    outbox(RESTRICTED, channel=BILLING, source="b")
    mailbox, port = Mailbox(), free_port()
    with smtp_server(mailbox, tls, port=port):
        done = deliver_due(db, config(port), now=NIGHT)
    assert [(failure.message, failure.given_up) for failure in done.failures] == [(refused, True)]
    assert "550" in done.failures[0].error
    assert [mail["To"] for mail in mailbox.mails] == ["billing@clinic.example"]


def test_a_process_killed_between_sending_and_recording_sends_the_same_id_again(
    db: Database, data: Path, outbox: Put, tls: ssl.SSLContext
) -> None:
    alert = outbox(EXPANDED, channel=BILLING)
    mailbox, port = Mailbox(), free_port()
    with smtp_server(mailbox, tls, port=port):
        arguments = [str(data), str(port), USER, PASSWORD, NIGHT]
        killed = subprocess.run([sys.executable, "-c", KILLED_BEFORE_RECORDING, *arguments], check=False)
        assert killed.returncode == 9
        assert len(pending_alerts(db)) == 1
        assert deliver_due(db, config(port), now=LATER).alerts == 1
    first, again = mailbox.mails
    assert first["Message-ID"] == again["Message-ID"]
    assert [attempt.outcome for attempt in attempts_at(db, alert)] == ["begun", "delivered"]
    assert pending_alerts(db) == []


def test_a_digest_that_failed_goes_out_unchanged_though_more_has_come(
    db: Database, outbox: Put, tls: ssl.SSLContext
) -> None:
    outbox(EXPANDED, channel=BILLING, urgency="nightly", source="a")
    outbox(RESTRICTED, channel=BILLING, urgency="nightly", source="b")
    mailbox, port = Mailbox(), free_port()
    deliver_due(db, config(port), now=NIGHT)
    outbox(RESTRICTED, channel=BILLING, urgency="nightly", source="c")
    with smtp_server(mailbox, tls, port=port):
        assert deliver_due(db, config(port), now=LATER).messages == 2
    assert sorted(str(mail["Subject"])[:18] for mail in mailbox.mails) == ["2 coverage changes", "Coverage restricte"]


def test_a_replay_sends_again_under_the_same_id(db: Database, outbox: Put, tls: ssl.SSLContext) -> None:
    alert, mailbox, port = outbox(EXPANDED, channel=BILLING), Mailbox(), free_port()
    with smtp_server(mailbox, tls, port=port):
        deliver_due(db, config(port), now=NIGHT)
        assert replay(db, since=NIGHT, at=LATER) == 1
        deliver_due(db, config(port), now=LATER)
    assert {mail["Message-ID"] for mail in mailbox.mails} == {f"<{alert}@clinic.example>"}
    assert len(mailbox.mails) == 2
