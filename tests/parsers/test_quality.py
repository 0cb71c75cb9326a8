"""Whether a document can be believed, by what it says."""

from __future__ import annotations

import pytest

from parsers.models import Block, Reading
from parsers.policy import parse_policy
from parsers.quality import judge
from tests.parsers.pdf_pages import Text, draw, paragraph

POLICY = "<h1>Nasal spray</h1><p>Esketamine is covered for adults when two other medicines have failed.</p>"
MINUTES = "<p>The committee met and heard four speakers on drugs for diabetes and asthma.</p>" * 6


def _page(inside: str, title: str = "Plan") -> bytes:
    return f"<!DOCTYPE html><html><head><title>{title}</title></head><body>{inside}</body></html>".encode()


@pytest.mark.parametrize(
    ("body", "quality"),
    [
        (_page(POLICY), "ok"),
        (b"", "empty"),
        (b" \n\n ", "empty"),
        (_page(""), "empty"),
        (_page("<h1>We can't find that page</h1><p>It may have moved.</p>", "Not here"), "error_page"),
        (_page("<h1>404</h1><p>Page not found</p>"), "error_page"),
        (_page("<h1>Oops</h1><p>The policy you were looking for (esketamine) has been removed.</p>"), "error_page"),
        (_page("<h1>Sorry</h1><p>The file x.pdf, which you asked for, isn't at this address.</p>"), "error_page"),
        (_page("<p>There is nothing here. See our ketamine policy list.</p>"), "error_page"),
        (_page("<h1>503 Service Unavailable</h1>"), "error_page"),
        (_page("<p>Our site is down for scheduled maintenance. We'll be back soon.</p>"), "error_page"),
        (b"The document could not be opened: unable to retrieve the file.", "error_page"),
        (_page("<h1>Access denied</h1><p>You don't have permission to access this page.</p>"), "blocked"),
        (_page("<p>Please complete the captcha to continue.</p>", "Just a moment..."), "blocked"),
        (_page("The requested URL was rejected.<br>Your support ID is: 123456"), "blocked"),
        (_page("<noscript>This application needs JavaScript.</noscript><div id='root'></div>"), "shell"),
        (_page("<p>Your session has expired. Please sign in again.</p>"), "login"),
        (_page("<h1>Provider portal</h1><p>User name</p><p>Password</p><p>Forgot your password?</p>"), "login"),
        (_page("<noscript>Please enable JavaScript to run this app.</noscript><app-root></app-root>"), "shell"),
        (
            _page(
                "<h1>Policy search</h1><form><label>Keyword<input type='search'></label></form><p>Find a policy.</p>"
            ),
            "shell",
        ),
        (_page(f"<form><input type='search'></form><h1>Committee</h1>{MINUTES}"), "not_policy"),
        (_page(f"<noscript>Please enable JavaScript.</noscript><h1>Committee</h1>{MINUTES}"), "not_policy"),
        (
            _page(
                "<h1>Hip joints</h1><p>Replacement of the hip is covered under this policy when walking is limited.</p>"
            ),
            "not_policy",
        ),
        (
            draw(
                paragraph(["Esketamine is covered for adults when two other", "medicines have failed in this episode."])
            ),
            "ok",
        ),
        (draw([Text(60, 80, "")]), "empty"),
        (b"%PDF-1.7 " + "\ufffd \ufffd\ufffd stream x\ufffd endobj ".encode() * 200, "truncated"),
        (bytes(range(256)) * 40, "truncated"),
    ],
)
def test_quality(body: bytes, quality: str) -> None:
    assert parse_policy(body).quality == quality


def test_must_mention_empty_requires_no_word() -> None:
    hips = _page("<h1>Hip joints</h1><p>Replacement of the hip is covered under this policy.</p>")
    assert parse_policy(hips, must_mention=()).quality == "ok"


def test_ketamine_inside_esketamine_is_not_mentioned() -> None:
    assert parse_policy(_page(POLICY), must_mention=("ketamine",)).quality == "not_policy"


def test_a_short_notice_of_coverage_that_names_a_login_is_a_policy() -> None:
    notice = (
        "<h1>Esketamine</h1><p>Prior authorization is required for coverage of esketamine from May 1. The criteria are "
        "in the policy manual; benefits of the plan decide what is covered. Log in to your account to send a request, "
        "or call the center if you cannot send it on line. Coverage starts on the day the request is approved.</p>"
    )
    assert parse_policy(_page(notice)).quality == "ok"


def test_a_long_policy_may_speak_of_walls_and_errors() -> None:
    text = "Esketamine is covered. Claims end with error 404 when the page is not found. " * 60
    assert judge(Reading("text/html", 1, None, (Block("paragraph", text),)), ("esketamine",))[0] == "ok"


def test_the_reason_says_why() -> None:
    assert "Page not found" in parse_policy(_page("<h1>Page not found</h1>")).reason
