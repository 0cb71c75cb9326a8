"""Email: form, size, thread, and hostile text from payers' pages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from email.message import EmailMessage

from bs4 import BeautifulSoup
from sqlite_utils import Database

from db.outbox import pending_alerts
from db.sources import Payer
from tests.tracker.alerts.samples import CODE_SWAP, EXPANDED, HOSTILE, MIXED, RESTRICTED, UNCLEAR, put_hostile
from tests.tracker.alerts.stored import NIGHT
from tracker.alerts.compose import compose
from tracker.alerts.content import Message
from tracker.alerts.email import render_email
from tracker.alerts.plain import shorten

Put = Callable[..., str]


def message(db: Database) -> Message:
    contents = tuple(compose(db, alert, today=date(2026, 11, 23)) for alert in pending_alerts(db))
    return Message("m1", "email:a@clinic.example", contents, NIGHT)


def email(db: Database) -> EmailMessage:
    return render_email(message(db), sender="Ketwatch <alerts@clinic.example>", to="billing@clinic.example")


def body(mail: EmailMessage, kind: str) -> str:
    part = mail.get_body((kind,))
    assert part is not None
    return str(part.get_content())


def test_an_email_has_a_plain_and_an_html_form(db: Database, outbox: Put) -> None:
    outbox(EXPANDED)
    mail = email(db)
    assert mail.get_content_type() == "multipart/alternative"
    for kind in ("plain", "html"):
        assert "at least two antidepressants" in body(mail, kind)
        assert "not a guarantee" in body(mail, kind).lower()


def test_headers_mark_a_list_a_machine_and_a_stable_id(db: Database, outbox: Put) -> None:
    outbox(EXPANDED)
    mail = email(db)
    assert mail["Message-ID"] == "<m1@clinic.example>"
    assert mail["List-Id"] == "ketwatch alerts <ketwatch.clinic.example>"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["Date"] == "Mon, 23 Nov 2026 02:00:00 +0000"


def test_alerts_of_one_source_are_one_thread(db: Database, outbox: Put) -> None:
    outbox(EXPANDED, channel="email:one@clinic.example")
    outbox(EXPANDED, channel="email:two@clinic.example", source="another")
    same, other = (
        render_email(Message(one.alert, "email:x", (one,), NIGHT), sender="a@clinic.example", to="b@clinic.example")
        for one in message(db).contents
    )
    assert same["References"] == same["In-Reply-To"]
    assert same["References"] != other["References"]


def test_a_subject_has_no_arrow_and_a_bounded_length(db: Database, outbox: Put) -> None:
    outbox(MIXED)
    assert "3 to 2" in email(db)["Subject"]
    assert len(email(db)["Subject"]) <= 160


def test_a_line_break_in_a_scraped_title_adds_no_header(db: Database, outbox: Put) -> None:
    put_hostile(outbox)
    mail = email(db)
    assert mail["Bcc"] is None
    assert mail["X-Evil"] is None
    assert "Bcc: victim" in mail["Subject"]


def test_html_of_a_scraped_page_stays_text_in_the_email(db: Database, outbox: Put) -> None:
    put_hostile(outbox)
    soup = BeautifulSoup(body(email(db), "html"), "lxml")
    assert soup.find(["script", "img"]) is None
    assert HOSTILE + " now" in soup.get_text()
    assert all(str(link["href"]).startswith("https://p.example/") for link in soup.find_all("a"))


def test_the_email_loads_nothing_from_elsewhere(db: Database, outbox: Put) -> None:
    outbox(EXPANDED)
    soup = BeautifulSoup(body(email(db), "html"), "lxml")
    assert soup.find(["img", "script", "link", "iframe"]) is None
    assert "url(" not in str(soup)


def test_changed_words_are_marked_in_both_forms(db: Database, outbox: Put) -> None:
    outbox(EXPANDED)
    soup = BeautifulSoup(body(email(db), "html"), "lxml")
    assert ([one.text for one in soup.find_all("del")], [one.text for one in soup.find_all("ins")]) == (
        ["three"],
        ["two"],
    )
    assert "at least [-three-] [+two+] antidepressants" in body(email(db), "plain")


def test_a_digest_lists_expansions_first_and_action_last(db: Database, outbox: Put) -> None:
    for source, comparison in (("a", CODE_SWAP), ("b", RESTRICTED), ("c", UNCLEAR), ("d", MIXED), ("e", EXPANDED)):
        outbox(comparison, source=source)
    soup = BeautifulSoup(body(email(db), "html"), "lxml")
    headings = [heading.text for heading in soup.find_all("h2")][:5]
    assert headings == [
        "Coverage expanded", "Coverage changed both ways", "Coverage restricted", "Coverage change unclear",
        "Action required",
    ]  # fmt: skip


def test_a_long_digest_names_every_alert_within_what_mail_programs_show(db: Database, outbox: Put) -> None:
    payers = [Payer(f"p{n}", f"Payer number {n:02d}", "commercial", ("OH",)) for n in range(60)]
    for payer in payers:
        outbox(EXPANDED, source=payer.payer, payer=payer)
    mail = email(db)
    for kind in ("plain", "html"):
        assert all(payer.name in body(mail, kind) for payer in payers)
    assert len(body(mail, "html").encode()) < 100_000


def test_a_text_is_shortened_between_words() -> None:
    assert shorten("one two three four", 12) == "one two…"
    assert shorten("abcdefghij", 5) == "abcd…"
    assert shorten("short", 5) == "short"
