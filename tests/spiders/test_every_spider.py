"""What holds for every payer's spider."""

from __future__ import annotations

import asyncio
import inspect
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from scrapy import Request
from scrapy.http import Response
from scrapy.settings import Settings
from scrapy.spiderloader import SpiderLoader
from scrapy.spidermiddlewares.httperror import HttpError
from scrapy.utils.test import get_crawler
from twisted.python.failure import Failure

from parsers.policy import parse_policy
from spiders.base import PayerSpider
from spiders.items import FetchedDocument
from tests.spiders.recorded import recorded_cases

LOADER = SpiderLoader.from_settings(Settings({"SPIDER_MODULES": ["spiders.payers"]}))
NAMES = sorted(LOADER.list())
FILES = sorted(path for path in Path("spiders/payers").resolve().glob("[a-z]*.py"))
DOCUMENTS = [source for name in NAMES for source in LOADER.load(name).sources if not source.is_lead]  # type: ignore[attr-defined]
CASES = recorded_cases()
MANNERS = {"DOWNLOAD_DELAY", "DOWNLOAD_DELAY_JITTER", "CONCURRENT_REQUESTS_PER_DOMAIN", "ROBOTSTXT_OBEY", "USER_AGENT"}


@pytest.fixture(scope="module")
def shared_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One database for all: spiders only register themselves in it."""
    return tmp_path_factory.mktemp("every-spider")


@pytest.fixture(params=NAMES)
def spider(request: pytest.FixtureRequest, shared_data: Path) -> Iterator[PayerSpider]:
    settings = {"KETWATCH_DATA": str(shared_data), "KETWATCH_CONTACT": "watch@clinic.example"}
    crawler = get_crawler(LOADER.load(request.param), settings)
    spider = crawler.spidercls.from_crawler(crawler)
    assert isinstance(spider, PayerSpider)
    yield spider
    spider.archive.close()


def _start(spider: PayerSpider) -> list[Request]:
    async def collect() -> list[Request]:
        return [found async for found in spider.start() if isinstance(found, Request)]

    return asyncio.run(collect())


def _answer_with_error(request: Request) -> Iterator[FetchedDocument]:
    """What a spider makes of status 555, to the last request it still wants to send."""
    response = Response(request.url, status=555, request=request)
    failure = Failure(HttpError(response))  # type: ignore[no-untyped-call]
    failure.request = request  # type: ignore[attr-defined]
    assert request.errback is not None
    for found in request.errback(failure):
        if isinstance(found, Request):
            yield from _answer_with_error(found)
        else:
            yield found


def test_every_file_is_a_spider_of_its_name() -> None:
    assert [path.stem for path in FILES] == NAMES


def test_the_field_is_covered() -> None:
    sources = [source for name in NAMES for source in LOADER.load(name).sources]  # type: ignore[attr-defined]
    assert len(NAMES) >= 180
    assert len(sources) >= 320


def test_no_two_documents_are_at_one_address() -> None:
    addresses = Counter(source.url for source in DOCUMENTS)
    assert [url for url, count in addresses.items() if count > 1] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_payer_is_at_most_40_lines(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= 40


def test_start_yields_requests_to_web_addresses(spider: PayerSpider) -> None:
    requests = _start(spider)
    assert requests
    assert all(request.url.startswith(("https://", "http://")) for request in requests)


def test_an_error_status_gives_one_error_row_a_source_and_nothing_else(spider: PayerSpider) -> None:
    documents = [document for request in _start(spider) for document in _answer_with_error(request)]
    assert {document.outcome for document in documents} == {"error"}
    assert Counter(document.source for document in documents) == Counter(source.source for source in spider.sources)


@pytest.mark.parametrize("payer", sorted({source.payer for source in DOCUMENTS}))
def test_a_payer_with_a_document_to_read_has_a_recorded_case(payer: str) -> None:
    assert any(source.payer == payer for source in DOCUMENTS if source.source in CASES)


@pytest.mark.parametrize("name", sorted(CASES))
def test_a_recorded_case_is_of_a_document_that_is_watched_and_is_read_as_it(name: str) -> None:
    source = next(source for source in DOCUMENTS if source.source == name)
    policies = [parse_policy(path.read_bytes(), source.url, must_mention=source.must_mention) for path in CASES[name]]
    assert {policy.quality for policy in policies} == {"ok"}


def test_nobody_changes_the_manners(spider: PayerSpider) -> None:
    assert not MANNERS & set(spider.custom_settings or {})
    assert not hasattr(spider, "download_delay")


def test_a_payer_is_a_declaration_without_methods(spider: PayerSpider) -> None:
    assert not [name for name, value in vars(type(spider)).items() if inspect.isroutine(value) and name != "__init__"]
