"""Five policies over eight years as an archive has them, and every change in them: what backfill must find again.

Beside the real changes stand those that are none: banners, repeats, pages of errors, redirects, a night's blink.
"""

from __future__ import annotations

from dataclasses import dataclass

from db.sources import Payer, Source
from tests.tracker.archives.collection import Archived
from tests.tracker.nights import policy_page

PAYER = Payer("valley-plan", "Valley Plan", "commercial", ("OR",))
BLOCK_PAGE = (
    b"<html><head><title>Access Denied</title></head><body><h1>Access Denied</h1><p>Reference #18</p></body></html>"
)


def source(name: str) -> Source:
    return Source(f"valley-plan/{name}", PAYER.payer, name.title(), f"https://valley.example/{name}",
                  line_of_business="commercial")  # fmt: skip


LOOSER, STRICTER, DENIED, BACK, QUIET = SOURCES = tuple(map(source, ("looser", "stricter", "denied", "back", "quiet")))


@dataclass(frozen=True, slots=True)
class Moved:
    """A change as it must be found: where, on the day of which capture, what, and which way."""

    source: str
    on: str
    key: str
    before: object
    after: object
    direction: str


def _page(one: Source, on: str, body: bytes, status: int = 200) -> Archived:
    return Archived(one.url, f"{on}T06:00:00Z", body, status)


def _pages(one: Source, *pages: tuple[str, bytes]) -> list[Archived]:
    return [_page(one, on, body) for on, body in pages]


CAPTURES = [
    # Four antidepressants in 2019, then fewer, year by year; repeats and banners between.
    *_pages(
        LOOSER,
        ("2019-04-01", policy_page(trials=4)), ("2019-09-01", policy_page(trials=4)),
        ("2020-02-01", policy_page(trials=4, banner="Call us")), ("2020-11-01", policy_page(trials=3)),
        ("2021-06-01", policy_page(trials=3)), ("2022-06-01", policy_page(trials=3, reviewed="June 1, 2022")),
        ("2023-03-01", policy_page(trials=2)), ("2024-01-01", policy_page(trials=2)),
        ("2025-02-01", policy_page(trials=1)), ("2026-01-01", policy_page(trials=1)),
    ),
    _page(LOOSER, "2023-08-01", b"<html><h1>Not found</h1></html>", 404),
    # One antidepressant, then more; once a wall stood before the page, once it led elsewhere.
    *_pages(
        STRICTER,
        ("2019-03-10", policy_page(trials=1)), ("2020-03-10", policy_page(trials=2)),
        ("2021-03-10", BLOCK_PAGE), ("2022-03-10", policy_page(trials=3)), ("2026-02-10", policy_page(trials=3)),
    ),
    Archived(STRICTER.url, "2024-03-10T06:00:00Z", b"", 302, (("Location", "https://valley.example/elsewhere"),)),
    # Denied from 2021 on: the capture of 2022 confirms it; covered again in 2025.
    *_pages(
        DENIED,
        ("2019-05-01", policy_page()), ("2020-05-01", policy_page()), ("2021-05-01", policy_page(covered=False)),
        ("2022-05-01", policy_page(covered=False)), ("2025-05-01", policy_page()), ("2026-03-01", policy_page()),
    ),
    # There and back: two changes. A denial that one capture alone shows is none.
    *_pages(
        BACK,
        ("2019-07-01", policy_page(trials=3)), ("2020-07-01", policy_page(trials=2)),
        ("2021-07-01", policy_page(trials=3)), ("2022-07-01", policy_page(covered=False)),
        ("2023-07-01", policy_page(trials=3)), ("2026-01-15", policy_page(trials=3)),
    ),
    # Eight years without a change of content.
    *_pages(QUIET, *((f"{year}-01-08", policy_page(banner=f"News of {year}")) for year in range(2019, 2027))),
]  # fmt: skip

MOVED = [
    Moved(LOOSER.source, "2020-11-01", "failed_ad_count", 4, 3, "expands"),
    Moved(LOOSER.source, "2023-03-01", "failed_ad_count", 3, 2, "expands"),
    Moved(LOOSER.source, "2025-02-01", "failed_ad_count", 2, 1, "expands"),
    Moved(STRICTER.source, "2020-03-10", "failed_ad_count", 1, 2, "restricts"),
    Moved(STRICTER.source, "2022-03-10", "failed_ad_count", 2, 3, "restricts"),
    Moved(DENIED.source, "2022-05-01", "status", "covered", "investigational", "restricts"),
    Moved(DENIED.source, "2025-05-01", "status", "investigational", "covered", "expands"),
    Moved(BACK.source, "2020-07-01", "failed_ad_count", 3, 2, "expands"),
    Moved(BACK.source, "2021-07-01", "failed_ad_count", 2, 3, "restricts"),
]
