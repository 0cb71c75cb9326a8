"""CMS's Coverage API, with its quirks: an article becomes a document that is read, a list is kept whole."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from db.connection import open_db
from db.snapshots import Snapshot, record_snapshot
from db.stores import blob_store
from parsers.masthead.revisions import read_revisions
from parsers.models import ParsedPolicy
from parsers.policy import parse_policy
from tests.spiders.coverage_api.description import ENDPOINTS, TOKEN
from tests.spiders.coverage_api.rows import ARTICLE, listed
from tests.spiders.coverage_api.server import Api, serve_api
from tests.spiders.crawling import Crawl, crawl
from tracker.export import export_warc

ARTICLES, NEWS = "reports/local-coverage-articles/", "reports/whats-new/local/"
TODAY = datetime.now(UTC)


def rows(today: datetime) -> dict[str, list[dict[str, Any]]]:
    recent = f"{today - timedelta(days=3):%Y%m%d}"
    return ARTICLE | {
        ARTICLES: [listed(number, f"Document {number}") for number in range(5)],
        NEWS: [listed(59250, "Billing and Coding: Esketamine", version=8, updated=recent)],
    }


@pytest.fixture(scope="module")
def api() -> Iterator[Api]:
    with serve_api(Api(rows(TODAY), pages_of=2)) as found:
        yield found


@pytest.fixture(scope="module")
def night(api: Api, tmp_path_factory: pytest.TempPathFactory) -> Crawl:
    return crawl("sample_coverage_api", tmp_path_factory.mktemp("coverage"), api.url)


@pytest.fixture
def article(night: Crawl) -> ParsedPolicy:
    return parse_policy(body(night, "a59250"), night.row("a59250").url)


def body(night: Crawl, slug: str) -> bytes:
    return blob_store(night.data).get(str(night.row(slug).sha256))


def kept(night: Crawl, slug: str, endpoint: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(body(night, slug))["coverage_api"][endpoint]
    return found


def test_an_article_is_read_with_its_criteria_from_markup_that_is_escaped_twice(article: ParsedPolicy) -> None:
    assert article.quality == "ok"
    assert article.document.title == "Billing & Coding: Esketamine"
    (position,) = article.positions
    assert (position.product, position.indication, position.status) == ("esketamine", "trd", "covered")
    assert position.criteria is not None


def test_an_articles_codes_have_their_roles_and_no_description(article: ParsedPolicy, night: Crawl) -> None:
    assert [code.code for code in article.codes] == ["G2082", "G2083", "F32.2", "F33.2"]
    assert b"licensed words" not in body(night, "a59250")


def test_an_articles_dates_are_stated_or_absent(article: ParsedPolicy) -> None:
    facts = article.policy
    assert facts.number == "A59250"
    assert [str(day) for day in (facts.effective_on, facts.published_on)] == ["2024-09-19", "2024-09-12"]
    assert (facts.last_reviewed_on, facts.next_review_on, facts.superseded) == (None, None, False)


def test_an_articles_revisions_are_its_own_history(article: ParsedPolicy) -> None:
    assert [(str(one.on), one.text) for one in read_revisions(article.blocks)] == [
        ("2024-09-19", "No change in coverage."),
        ("2023-01-01", "S0013 added."),
    ]


def test_an_article_that_the_api_does_not_know_is_an_error(night: Crawl) -> None:
    assert (night.row("a1").outcome, night.row("a1").reason) == ("error", "the API knows no such article")


def test_every_page_of_a_list_is_kept(night: Crawl, api: Api) -> None:
    assert [row["document_id"] for row in kept(night, "articles", ARTICLES)] == [0, 1, 2, 3, 4]
    assert len(api.questions(ARTICLES)) == 3


def test_the_parts_of_an_article_are_those_of_its_version(night: Crawl, api: Api) -> None:
    assert night.exit_code == 0
    assert api.questions("data/article/revision-history") == [{"articleid": "59250", "ver": "7"}]


@pytest.mark.parametrize("name", ["token", "Token"])
def test_the_token_may_be_written_either_way(name: str, data: Path) -> None:
    with serve_api(Api(rows(TODAY), token_field=name)) as api:
        done = crawl("sample_coverage_api", data, api.url)
    assert done.row("a59250").outcome == "fetched"
    assert len(api.questions(TOKEN)) == 1


def test_a_recorded_night_brings_what_was_gathered(night: Crawl, data: Path, tmp_path: Path) -> None:
    recording = tmp_path / "night.warc.gz"
    with closing(open_db(night.data)) as db:
        export_warc(db, blob_store(night.data), recording)
    site = night.row("a59250").url.partition("/v1/")[0]
    done = crawl("sample_coverage_api", data, site, f"KETWATCH_REPLAY={recording}")
    assert done.row("a59250").sha256 == night.row("a59250").sha256


def test_the_news_are_asked_week_by_week_since_the_last_time(data: Path, night: Crawl, api: Api) -> None:
    assert [row["document_version"] for row in kept(night, "news", NEWS)] == [8]
    crawl("sample_coverage_api", data, api.url)
    with closing(open_db(data)) as db:
        db.execute("DELETE FROM snapshots")
        then = TODAY - timedelta(days=30)
        address = f"{api.url}/v1/{NEWS}"
        at = f"{then:%Y-%m-%dT%H:%M:%SZ}"
        record_snapshot(db, Snapshot("sample-coverage-api/news", address, address, at, "fetched"))
    api.asked.clear()
    days = [datetime.now(UTC)]
    crawl("sample_coverage_api", data, api.url)
    # The crawl may go on over midnight.
    days.append(datetime.now(UTC))
    asked = api.questions(NEWS)
    assert len(asked) == 6
    assert all(earlier["end_date"] == later["start_date"] for earlier, later in pairwise(asked))
    assert asked[-1]["end_date"] in {f"{day + timedelta(days=1):%Y%m%d}" for day in days}


def test_our_description_of_the_api_is_its_own(shared: Path) -> None:
    described = json.loads((shared / "realdata/cms/coverage_api_openapi_v1.5.json").read_text())
    schemas = described["components"]["schemas"]
    for endpoint, ours in ENDPOINTS.items():
        theirs = described["paths"][f"/v1/{endpoint}"]["get"]
        answer = theirs["responses"]["200"]["content"]["application/json"]["schema"]["properties"]
        row = schemas[answer["data"]["items"]["$ref"].rpartition("/")[2]]["properties"]
        assert {name: field.get("type", "any") for name, field in row.items()} == ours["fields"], endpoint
        assert [one["$ref"].rpartition("/")[2] for one in theirs.get("parameters", [])] == ours["parameters"], endpoint
