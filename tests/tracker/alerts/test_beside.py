"""What stands beside a change in its alert: the FDA label, the payer's own history, other payers with the same edit."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from sqlite_utils import Database

from db.events import join_event
from db.outbox import pending_alerts
from db.sources import Payer
from tests.tracker.alerts.samples import EXPANDED
from tests.tracker.nights import Watch, policy_page
from tracker.alerts.compose import compose
from tracker.alerts.content import AlertContent, Message, by_event, for_digest
from tracker.alerts.email import render_email
from tracker.alerts.slack import render_slack

Put = Callable[..., str]
HILL = Payer("hill", "Hill Health", "unknown", ())
HISTORY = (
    "<h2>Revision history</h2><table><tr><th>Date</th><th>Action</th></tr><tr><td>03/2026</td><td>{}</td></tr></table>"
)


def told(watch: Watch, *pages: bytes) -> str:
    """The message of the last of some nights."""
    for page in pages:
        watch.night(page)
    return watch.messages()[-1]


def label_lines(message: str) -> str:
    return message.partition("AGAINST THE FDA LABEL")[2].partition("WHAT TO DO")[0]


def test_an_alert_says_where_the_payer_stands_against_the_label_and_by_which_clause(watch: Watch) -> None:
    lines = label_lines(told(watch, policy_page(trials=3), policy_page(trials=2)))
    assert "stricter than the label, as before (label of 2025-01-17)" in lines
    assert "No longer beyond the label: failed antidepressants required: 3." in lines
    assert "Beyond the label: who may prescribe: psychiatrist, or in consultation with one: “Prescribed by" in lines


def test_the_class_before_and_now_are_told_apart(watch: Watch) -> None:
    lines = label_lines(told(watch, policy_page(covered=False), policy_page()))
    assert "a use that the label names is denied before, now stricter than the label" in lines


def test_codes_say_nothing_of_the_label(watch: Watch) -> None:
    message = told(watch, policy_page(), policy_page().replace(b"J0013", b"S0013"))
    assert message.startswith("ACTION REQUIRED")
    assert "AGAINST THE FDA LABEL" not in message


def test_the_payers_own_history_is_quoted_where_it_agrees(watch: Watch) -> None:
    entry = HISTORY.format("Failed antidepressants reduced from three to two.")
    message = told(watch, policy_page(trials=3), policy_page(trials=2, history=entry))
    assert "Its own list of revisions agrees: 2026-03-01 “Failed antidepressants reduced from three to two.”" in message


def test_a_history_that_says_otherwise_is_listed_among_what_is_not_known(watch: Watch) -> None:
    entry = HISTORY.format("Annual review, no changes.")
    message = told(watch, policy_page(trials=3), policy_page(trials=2, history=entry))
    assert "The payer's own list of revisions says otherwise: it says that nothing changed" in message
    assert "says otherwise" in message.partition("NOT KNOWN")[2]


def shared(db: Database, outbox: Put) -> tuple[AlertContent, ...]:
    """The alerts of two payers who made one edit, in the order of a digest."""
    outbox(EXPANDED, channel="folder:out", urgency="nightly")
    outbox(EXPANDED, channel="folder:out", urgency="nightly", source="hill-esketamine", payer=HILL)
    for comparison in (1, 2):
        join_event(db, comparison, 1, "5.01.34")
    return for_digest(tuple(compose(db, alert, today=date(2026, 11, 23)) for alert in pending_alerts(db)))


def test_an_alert_names_the_other_payers_who_made_the_same_edit(db: Database, outbox: Put) -> None:
    hill, larkspur = shared(db, outbox)
    assert hill.shared == ("One edit, 2 payers: also Larkspur Health Plan (2026-11-23); shared parent policy 5.01.34.")
    assert larkspur.shared is not None
    assert "also Hill Health (2026-11-23)" in larkspur.shared


def test_a_digest_names_one_edit_of_many_payers_once(db: Database, outbox: Put) -> None:
    contents = shared(db, outbox)
    assert [[place for place, _ in edit] for edit in by_event(contents)] == [[1, 2]]
    message = Message("m", "folder:out", contents, "2026-11-23T02:00:00Z", "nightly")
    mail = render_email(message, sender="watch@clinic.example", to="x@clinic.example")
    plain, html = mail.get_body(("plain",)), mail.get_body(("html",))
    assert plain is not None
    assert html is not None
    top = plain.get_content().partition("-----")[0]
    assert top.count("failed antidepressants required: 3 → 2") == 1
    assert "One edit, 2 documents" in top
    assert "One edit, 2 documents" in html.get_content()
    assert "One edit, 2 payers" in str(render_slack(message)["blocks"])


def test_an_edit_of_one_payer_names_nobody_else(db: Database, outbox: Put) -> None:
    outbox(EXPANDED)
    (alert,) = pending_alerts(db)
    assert compose(db, alert, today=date(2026, 11, 23)).shared is None


def test_what_nobody_has_said_of_a_payer_is_said_in_plain_words(db: Database, outbox: Put) -> None:
    outbox(EXPANDED, payer=HILL)
    (alert,) = pending_alerts(db)
    assert compose(db, alert, today=date(2026, 11, 23)).payer_note == "kind of payer not known · states not known"
