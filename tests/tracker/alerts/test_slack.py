"""Slack: Block Kit's limits, and hostile text from payers' pages."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from db.changes import Change, Comparison
from db.outbox import pending_alerts
from db.sources import Payer
from tests.tracker.alerts.block_kit import complaints
from tests.tracker.alerts.samples import EXPANDED, put_hostile
from tests.tracker.alerts.stored import NIGHT, POLICY_URL
from tracker.alerts.compose import compose
from tracker.alerts.content import DISCLAIMER, AlertContent, ChangeLine, Clause, Message
from tracker.alerts.grouping import MOST_IN_A_DIGEST
from tracker.alerts.plain import plain
from tracker.alerts.slack import render_slack
from tracker.alerts.slack_text import texts_of
from tracker.alerts.trial import trial_content

Put = Callable[..., str]


def message(db: Database) -> Message:
    contents = tuple(compose(db, alert, today=date(2026, 11, 23)) for alert in pending_alerts(db))
    return Message("m1", "slack:team", contents, NIGHT)


def test_scraped_text_cannot_mention_link_or_format_in_slack(db: Database, outbox: Put) -> None:
    put_hostile(outbox)
    payload = render_slack(message(db))
    shown = "\n".join(texts_of(payload))
    assert "<!channel>" not in shown
    assert "<https://evil" not in shown
    assert "<script" not in shown
    assert "&lt;!channel&gt;" in shown
    assert "*b*" not in shown


def test_a_link_address_cannot_end_its_link_in_slack(db: Database, outbox: Put) -> None:
    outbox(EXPANDED, url="https://p.example/a>b|c?x=1&y=2_3_4")
    assert "<https://p.example/a%3Eb%7Cc?x=1&amp;y=2_3_4|open>" in "\n".join(texts_of(render_slack(message(db))))


HUGE = Change(
    "esketamine", "trd", "initial", "unparsed", "eligibility", "unknown", None, None, "<&>*" * 2000, "y" * 9000, 1, 2
)  # fmt: skip
TEXTS = st.text(alphabet="<>&*_~`| ab\n→é🙂", max_size=4_000)


@pytest.mark.parametrize("alerts", [1, 2, 20, MOST_IN_A_DIGEST])
@pytest.mark.parametrize("url", [POLICY_URL, "https://p.example/" + "a" * 1_900])
def test_a_slack_message_keeps_block_kits_limits(db: Database, outbox: Put, alerts: int, url: str) -> None:
    comparison = Comparison("unknown", False, (HUGE,) * 70, confidence="low", reason="<" * 5000)
    for n in range(alerts):
        payer = Payer(f"p{n}", "Long & <Payer> " * 40, "commercial", ("OH",))
        outbox(comparison, source=f"s{n}", payer=payer, url=url, says=("self-funded " + "&" * 2_000,))
    assert complaints(render_slack(message(db))) == []


@pytest.fixture(scope="module")
def plain_alert() -> AlertContent:
    """The content of an ordinary alert, to which a test adds what it likes."""
    return trial_content("t", NIGHT)


@settings(max_examples=60)
@given(text=TEXTS, count=st.integers(0, 60), alerts=st.integers(1, MOST_IN_A_DIGEST))
def test_no_text_makes_a_message_that_slack_refuses(
    plain_alert: AlertContent, text: str, count: int, alerts: int
) -> None:
    line = plain(text)
    change = ChangeLine(line, line, "expands", "widens access", Clause(line, 1), None)
    content = replace(
        plain_alert, payer=line[:80], subject=line[:120], lead=line[:200], witness=line[:500] or None,
        changes=(change,) * count, not_known=(line[:400],) * 3, trail=(line[:300],) * 3, notices=(line[:300],) * 8,
    )  # fmt: skip
    payload = render_slack(Message("m1", "slack:team", (content,) * alerts, NIGHT))
    assert complaints(payload) == []
    assert DISCLAIMER in str(payload["blocks"])


def test_a_long_slack_digest_leaves_no_alert_out(db: Database, outbox: Put) -> None:
    payers = [Payer(f"p{n}", f"Payer number {n:02d}", "commercial", ("OH",)) for n in range(MOST_IN_A_DIGEST)]
    for payer in payers:
        outbox(EXPANDED, source=payer.payer, payer=payer)
    shown = json.dumps(render_slack(message(db))["blocks"])
    assert all(payer.name in shown for payer in payers)
