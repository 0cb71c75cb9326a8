"""A night over every payer there is, on a web that was recorded: its documents are the recorded cases."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from time import monotonic
from urllib.parse import urljoin

import pytest

from spiders.base import PayerSpider
from spiders.catalog import payer_spiders
from spiders.platforms.coverage_api import CoverageApi
from spiders.platforms.index_page import IndexPage
from spiders.platforms.print_variant import PrintVariant
from tests.spiders.recorded import recorded_cases
from tests.tracker.nights import Watch
from tests.tracker.test_nightly import lines, recorded_web
from tracker.nightly import NightPlan, NightReport, run_night

# CMS answers by an API with pages of its own: tests/spiders/ has its server.
BY_API = {source.source for spider in payer_spiders() if issubclass(spider, CoverageApi) for source in spider.sources}
CASES = {source: files for source, files in recorded_cases().items() if source not in BY_API}
LEAD = b"<html><body><h1>Policies</h1><p>Choose a letter.</p>%s</body></html>"
ROOT = Path(__file__).resolve().parents[2]
MOST_SECONDS = 600


@pytest.fixture(scope="module")
def nights(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[NightReport], float]:
    """The reports of two nights on the same web, and how many seconds the first one took."""
    folder = tmp_path_factory.mktemp("all")
    watch = Watch(folder / "data", folder / "out")
    web = recorded_web(folder / "web.warc.gz", dict(page for spider in payer_spiders() for page in _pages(spider)))
    plan, begun = NightPlan(watch.data, watch.config, replay=web), monotonic()
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        first = run_night(plan)
        took = monotonic() - begun
        return [first, run_night(plan)], took


def _pages(spider: type[PayerSpider]) -> Iterator[tuple[str, bytes]]:
    """What a payer's site answers: leads, and the documents of which there is a case."""
    links = b""
    for source in spider.sources:
        url = source.url
        if issubclass(spider, PrintVariant):
            url = spider.print_address(source)
        elif issubclass(spider, IndexPage) and not source.is_lead and url == spider.index_url:
            url = urljoin(url, "/document.pdf")
        if source.source in CASES:
            links += f'<a href="{url}">{source.title}</a>'.encode()
            yield url, CASES[source.source][0].read_bytes()
    yield from ((source.url, LEAD % links) for source in spider.sources if source.is_lead)


def test_every_source_has_its_line_and_every_case_is_read(nights: tuple[list[NightReport], float]) -> None:
    (first, _), took = nights
    declared = {source.source for spider in payer_spiders() for source in spider.sources}
    said = lines(first)
    assert {found.source for found in first.outcomes} == declared
    assert [source for source in declared if f" {source}" not in said] == []
    assert {found.source: found.outcome for found in first.outcomes if found.source in CASES} == dict.fromkeys(
        CASES, "unchanged"
    )
    assert took < MOST_SECONDS


def test_the_second_night_parses_nothing_and_finds_nothing(nights: tuple[list[NightReport], float]) -> None:
    (first, second), _ = nights
    assert [found.outcome for found in second.outcomes] == [found.outcome for found in first.outcomes]
    assert second.of("changed") == ()
