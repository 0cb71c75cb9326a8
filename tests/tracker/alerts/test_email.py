"""Email: form, size, thread, and hostile text from payers' pages."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from email.message import EmailMessage

import pytest
from bs4 import BeautifulSoup
from reportlab.pdfgen.canvas import Canvas
from sqlite_utils import Database

from db.blobs import BlobStore
from db.changes import Comparison, SectionDiff, WordRun
from db.outbox import pending_alerts
from db.sources import Payer
from tests.tracker.alerts.samples import (
    CODE_SWAP,
    EXPANDED,
    FEWER_TRIALS,
    HOSTILE,
    MIXED,
    NEW_CODE,
    OLD_CODE,
    RESTRICTED,
    SECTION,
    UNCLEAR,
    WITNESS,
    put_hostile,
)
from tests.tracker.alerts.stored import NIGHT, POLICY_URL
from tracker.alerts.compose import compose
from tracker.alerts.content import Message
from tracker.alerts.email import render_email
from tracker.alerts.pictures import Pictures
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


def test_a_digest_of_a_week_is_headed_by_it_and_names_its_rules(db: Database, outbox: Put) -> None:
    outbox(EXPANDED, source="a", urgency="weekly", rule="our states")
    outbox(RESTRICTED, source="b", urgency="weekly", rule="losses")
    contents = message(db).contents
    mail = render_email(
        Message("m1", "email:a@clinic.example", contents, NIGHT, "weekly"), sender="a@clinic.example", to="b@x.example"
    )
    assert mail["Subject"] == "2 coverage changes, 1 expanded (the week to 2026-11-23)"
    for kind in ("plain", "html"):
        assert "our states" in body(mail, kind)
        assert "losses" in body(mail, kind)
    assert mail["References"] is None


def test_the_order_is_that_of_the_reader_s_questions(db: Database, outbox: Put) -> None:
    outbox(Comparison("expanded", True, (FEWER_TRIALS, OLD_CODE, NEW_CODE), (SECTION,), WITNESS, "medium", "prose"))
    soup = BeautifulSoup(body(email(db), "html"), "lxml")
    assert [heading.text for heading in soup.find_all("h2")] == [
        "Why it matters", "What changed", "Dates", "Codes to change", "What to do before 2026-12-01 (in 8 days)",
        "The document", "The words that differ", "Not known",
    ]  # fmt: skip


def test_old_and_new_clause_stand_side_by_side_and_a_pdf_opens_at_its_page(db: Database, outbox: Put) -> None:
    outbox(EXPANDED, paged=True)
    soup = BeautifulSoup(body(email(db), "html"), "lxml")
    before, now = soup.select_one(".before"), soup.select_one(".now")
    assert before is not None
    assert now is not None
    assert before.parent is now.parent
    (link,) = now.find_all("a")
    assert link["href"] == POLICY_URL + "#page=4"
    assert before.find("a") is None


def test_a_document_without_pages_is_quoted_without_them(db: Database, outbox: Put) -> None:
    outbox(EXPANDED)
    assert "p. 4" not in body(email(db), "html")


def test_dark_mode_has_colours_of_its_own_and_needs_no_script(db: Database, outbox: Put) -> None:
    outbox(EXPANDED)
    html = body(email(db), "html")
    assert 'name="color-scheme" content="light dark"' in html
    assert "prefers-color-scheme:dark" in html


def test_the_position_against_the_label_is_shown_where_it_is_known(db: Database, outbox: Put) -> None:
    outbox(EXPANDED)
    (content,) = message(db).contents
    assert "AGAINST THE FDA LABEL" not in body(email(db), "plain")
    known = replace(content, against_label=("step: 2 failed antidepressants, as the label",))
    mail = render_email(Message("m1", "email:a", (known,), NIGHT), sender="a@clinic.example", to="b@x.example")
    assert "AGAINST THE FDA LABEL\n  * step: 2 failed antidepressants" in body(mail, "plain")
    assert "Against the FDA label" in body(mail, "html")


def test_what_the_document_says_of_open_approvals_is_quoted_else_asked_for(db: Database, outbox: Put) -> None:
    outbox(EXPANDED, says=("Existing authorizations will be honored until they expire.",), paged=True)
    text = body(email(db), "plain")
    assert 'Open approvals (p. 2): "Existing authorizations will be honored until they expire."' in text
    assert "Open approvals: the document does not say" not in text
    assert "Self-funded employer plans: the document does not say" in text


def test_an_alert_of_any_length_is_shown_whole_by_mail_programs(db: Database, outbox: Put) -> None:
    long = replace(FEWER_TRIALS, before_text="<&> " * 900, after_text="word " * 900)
    sections = tuple(SectionDiff("x" * 400, (WordRun("insert", "<&> " * 900),) * 40) for _ in range(30))
    outbox(Comparison("expanded", False, (long,) * 90, sections, WITNESS))
    mail = email(db)
    assert len(body(mail, "html").encode()) < 100_000
    assert re.search(r"And \d+ more", body(mail, "html"))


@pytest.fixture
def pictured(db: Database, outbox: Put, blobs: BlobStore) -> EmailMessage:
    """The email of a change in a PDF that is in the store."""
    out = io.BytesIO()
    page = Canvas(out, invariant=1)
    page.drawString(72, 700, "Criteria for the first approval")
    page.drawString(72, 680, "The member has failed two antidepressants.")
    page.save()
    change = replace(FEWER_TRIALS, after_text="The member has failed two antidepressants.", after_page=1)
    outbox(Comparison("expanded", False, (change,)), sha256=blobs.put(out.getvalue()), paged=True)
    (alert,) = pending_alerts(db)
    content = compose(db, alert, today=date(2026, 11, 23), pictures=Pictures(db, blobs))
    return render_email(Message("m1", "email:a", (content,), NIGHT), sender="a@clinic.example", to="b@x.example")


def test_the_clause_on_its_page_comes_with_the_email(pictured: EmailMessage) -> None:
    image = BeautifulSoup(body(pictured, "html"), "lxml").find("img")
    assert image is not None
    assert image["alt"] == (
        "Page 1 of the document as it is now, the clause marked: The member has failed two antidepressants."
    )
    (part,) = (part for part in pictured.walk() if part.get_content_type() == "image/png")
    assert image["src"] == f"cid:{str(part['Content-ID']).strip('<>')}"
    assert part.get_content_disposition() == "inline"
    assert len(pictured.as_bytes()) < 150_000


def test_without_its_picture_the_email_says_the_same(pictured: EmailMessage) -> None:
    assert "failed two antidepressants" in body(pictured, "plain")
    assert pictured.get_content_type() == "multipart/alternative"


def test_a_page_that_does_not_show_the_clause_gives_no_picture(db: Database, outbox: Put, blobs: BlobStore) -> None:
    outbox(EXPANDED, sha256=blobs.put(b"%PDF-1.7 cut off"), paged=True)
    (alert,) = pending_alerts(db)
    assert compose(db, alert, today=date(2026, 11, 23), pictures=Pictures(db, blobs)).picture is None
