"""The board as people meet it: in a browser, by mouse and keyboard, on a desk and on a phone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from db.connection import read_db
from tests.e2e.conftest import Look, Scheme
from tests.tracker.board.small import EVIL, FIRST_LINE, HEIGHT, HOSTILE, LINE_STEP, MARGIN, WIDTH
from tests.tracker.board.small import look as look_at
from tracker.board.paths import payer_path, policy_path
from tracker.board.static_site import write_site

Opened = Callable[..., Look]
KINDS = (
    "index.html", "payers/meadow-health.html", "payers/blocked-benefit.html", "policies/meadow-health/esketamine.html",
    "policies/cascadia/ketamine.html", "policies/silent-mutual/policy.html", "policies/nation-pbm/spravato/page-1.html",
    "policies/cascadia/ketamine/page-1.html", "changes.html", "changes/1.html", "trends.html", "gaps.html", "ask.html",
    "method.html", quote(payer_path(HOSTILE.payer)), quote(policy_path(EVIL.source)),
)  # fmt: skip
LOOKS: tuple[tuple[int, Scheme], ...] = ((1280, "light"), (390, "dark"))


def open_all(page: Page) -> None:
    """What is folded counts too."""
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")


def test_from_the_front_page_to_the_marked_clause_in_three_clicks(look: Opened, address: str) -> None:
    seen = look()
    page = seen.page
    page.goto(address)
    page.get_by_role("row", name="Nation Pharmacy Manager").get_by_role("link", name="Covered").first.click()
    expect(page).to_have_url(f"{address}/policies/nation-pbm/spravato.html#position-1")
    page.get_by_role("link", name="two (2) antidepressants").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Clauses on page 1 of NP-7 Spravato criteria")
    picture = page.get_by_role("img", name="Page 1 of the document")
    expect(picture).to_be_visible()
    assert picture.evaluate("(image) => image.complete && image.naturalWidth > 500")
    expect(page.locator("g:target rect")).to_be_in_viewport()
    assert seen.complaints == []


def test_the_mark_lies_where_the_words_are(look: Opened, address: str) -> None:
    page = look().page
    page.goto(f"{address}/policies/nation-pbm/spravato.html")
    page.get_by_role("link", name="two (2) antidepressants").click()
    # A picture that has not come yet has no height to take a share of.
    expect(page.get_by_role("img", name="Page 1 of the document")).to_be_visible()
    # Both at one instant, as shares of the page: the middle of the mark from above, its beginning from the left.
    top, left = page.locator("g:target rect").evaluate(
        """(rect) => {
          const mark = rect.getBoundingClientRect();
          const sheet = rect.closest(".sheet").querySelector("img").getBoundingClientRect();
          return [(mark.y + mark.height / 2 - sheet.y) / sheet.height, (mark.x - sheet.x) / sheet.width];
        }"""
    )
    assert top == pytest.approx((FIRST_LINE + 6 * LINE_STEP - 4) / HEIGHT, abs=0.01)
    assert left == pytest.approx((MARGIN + 12) / WIDTH, abs=0.02)


def test_a_clause_of_a_page_without_pages_is_marked_in_its_passage(look: Opened, address: str) -> None:
    page = look().page
    page.goto(f"{address}/policies/cascadia/ketamine.html")
    page.get_by_role("link", name="Ketamine by vein").click()
    expect(page.locator(".passage:has(.anchor:target) mark").first).to_be_in_viewport()


def test_filters_leave_what_matches_and_stay_in_the_address(look: Opened, address: str) -> None:
    seen = look()
    page = seen.page
    rows = page.locator("#matrix tbody tr:visible")
    page.goto(address)
    expect(rows).to_have_count(6)
    page.get_by_label("Type").select_option("medicaid")
    expect(rows).to_have_count(1)
    expect(page.get_by_role("status")).to_have_text("1 of 6 payers")
    assert page.url == f"{address}/?type=medicaid"
    page.reload()
    expect(rows).to_have_count(1)
    page.get_by_role("button", name="Show all").click()
    expect(rows).to_have_count(6)
    assert page.url == f"{address}/"
    assert seen.complaints == []


def test_a_state_brings_in_payers_that_are_nationwide(look: Opened, address: str) -> None:
    page = look().page
    page.goto(f"{address}/?state=MI")
    expect(page.locator("#matrix tbody tr:visible th a")).to_have_text(["Meadow Health", "Nation Pharmacy Manager"])
    page.get_by_label("Payer", exact=True).fill("nobody")
    expect(page.get_by_text("No payer matches")).to_be_visible()
    expect(page.locator("#matrix")).to_be_hidden()


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
@pytest.mark.parametrize("path", KINDS)
def test_every_kind_of_page_can_be_used_by_everybody(
    look: Opened, address: str, path: str, width: int, scheme: Scheme
) -> None:
    seen = look(width, scheme)
    seen.page.goto(f"{address}/{path}")
    open_all(seen.page)
    found = Axe().run(seen.page).response["violations"]
    serious = [
        f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found if one["impact"] in ("serious", "critical")
    ]
    assert serious == []
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= width
    assert seen.complaints == []


def test_the_keyboard_reaches_the_content_first_and_shows_where_it_is(look: Opened, address: str) -> None:
    page = look().page
    page.goto(address)
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


@pytest.mark.parametrize("path", KINDS[-2:])
def test_hostile_text_runs_nothing(look: Opened, address: str, path: str) -> None:
    seen = look()
    seen.page.goto(f"{address}/{path}")
    assert seen.page.evaluate("window.pwned") is None
    assert seen.page.locator("img[src='x'], a[href^='javascript']").count() == 0
    assert seen.complaints == []


def test_the_head_of_the_table_stays_in_sight(look: Opened, address: str) -> None:
    page = look().page
    page.set_viewport_size({"width": 1280, "height": 420})
    page.goto(address)
    page.mouse.wheel(0, 4_000)
    page.wait_for_function("window.scrollY > 100")
    expect(page.get_by_role("columnheader", name="TRD")).to_be_in_viewport()


def test_datasette_is_a_link_away(look: Opened, address: str) -> None:
    seen = look()
    seen.page.goto(f"{address}/ask.html")
    seen.page.get_by_role("link", name="coverage now").click()
    expect(seen.page.get_by_role("heading", level=1)).to_contain_text("coverage_now")
    assert seen.complaints == []


@pytest.fixture(scope="module")
def files(served_data: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the site on the disk."""
    out = tmp_path_factory.mktemp("files") / "www"
    db = read_db(served_data)
    write_site(look_at(db, served_data), out)
    db.close()
    return out.as_uri()


def test_the_site_works_from_the_disk(look: Opened, files: str) -> None:
    seen = look()
    page = seen.page
    page.goto(f"{files}/index.html")
    page.get_by_label("Type").select_option("pbm")
    page.get_by_role("link", name="Covered").first.click()
    page.get_by_role("link", name="two (2) antidepressants").click()
    assert page.locator(".sheet img").evaluate("(image) => image.naturalWidth > 500")
    assert seen.complaints == []


def test_without_scripts_everything_can_be_read(look: Opened, files: str) -> None:
    page = look(scripts=False).page
    page.goto(f"{files}/index.html")
    expect(page.locator("#matrix tbody tr:visible")).to_have_count(6)
    expect(page.locator("#filter")).to_be_hidden()
    page.get_by_text("What the marks mean").click()
    expect(page.get_by_text("Silence is no denial")).to_be_visible()


def test_on_paper_the_matrix_keeps_its_marks_and_drops_the_controls(look: Opened, address: str) -> None:
    page = look().page
    page.goto(address)
    page.emulate_media(media="print")
    expect(page.locator("#filter")).to_be_hidden()
    expect(page.get_by_role("navigation")).to_be_hidden()
    assert (
        page.locator("#matrix td.covered a").first.evaluate("(one) => getComputedStyle(one).printColorAdjust")
        == "exact"
    )
