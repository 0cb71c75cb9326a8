"""How we ask: with a name and a contact, as robots.txt says, and only for what has changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from scrapy.exceptions import UsageError

from spiders.contact import user_agent
from tests.spiders import site as sites
from tests.spiders.crawling import crawl, let_a_night_pass
from tests.spiders.site import page, serve


@pytest.mark.parametrize("contact", ["", "  ", "me", "clinic at example", "ftp://clinic.example", "a b@c.example"])
def test_a_contact_must_be_an_address_that_can_be_written_to(contact: str) -> None:
    with pytest.raises(UsageError, match="set KETWATCH_CONTACT"):
        user_agent(contact)


@pytest.mark.parametrize("contact", ["watch@clinic.example", "https://clinic.example/watch", "mailto:a@clinic.example"])
def test_the_user_agent_names_the_contact(contact: str) -> None:
    assert user_agent(contact).endswith(f"(+{contact})")


def test_no_crawl_without_a_contact(data: Path) -> None:
    with serve({"/one": page(), "/two": page()}) as site:
        refused = crawl("sample_pages", data, site.url, contact="")
    assert refused.exit_code == 2
    assert "set KETWATCH_CONTACT to an e-mail address or a URL" in refused.log
    assert site.requests == []
    assert not data.exists()


def test_a_contact_may_come_as_a_setting_and_no_other_name_does(data: Path) -> None:
    settings = ("KETWATCH_CONTACT=https://clinic.example/watch", "USER_AGENT=Mozilla/5.0")
    with serve({"/one": page(), "/two": page()}) as site:
        crawl("sample_pages", data, site.url, *settings, contact="")
    agents = {headers["user-agent"] for _, headers, _ in site.requests}
    assert {agent.partition("/")[0] for agent in agents} == {"ketwatch"}
    assert all("(+https://clinic.example/watch)" in agent for agent in agents)


def test_the_crawl_delay_of_a_site_is_kept(data: Path) -> None:
    robots = page(b"User-agent: *\nCrawl-delay: 0.6\n", Content_Type="text/plain")
    with serve({"/robots.txt": robots, "/one": page(), "/two": page()}) as site:
        done = crawl("sample_pages", data, site.url)
    times = {path: at for path, _, at in site.requests}
    assert times["/two"] - times["/one"] >= 0.55
    assert "asks for 0.6 s between requests" in done.log


def test_requests_to_a_host_are_at_least_a_second_apart_by_default() -> None:
    from spiders import settings  # noqa: PLC0415

    assert settings.DOWNLOAD_DELAY * (1 - settings.DOWNLOAD_DELAY_JITTER) >= 1
    assert settings.CONCURRENT_REQUESTS_PER_DOMAIN == 1


def test_a_robots_txt_that_fails_forbids_everything(data: Path) -> None:
    with serve({"/robots.txt": page(b"", status=503), "/one": page(), "/two": page()}) as site:
        done = crawl("sample_pages", data, site.url, "RETRY_TIMES=0")
    assert done.row("one").reason == "robots.txt forbids this address"
    assert site.paths() == ["/robots.txt"]


def test_a_missing_robots_txt_forbids_nothing_whatever_its_page_says(data: Path) -> None:
    rules = page(b"User-agent: *\nDisallow: /\n", status=404)
    with serve({"/robots.txt": rules, "/one": page(), "/two": page()}) as site:
        done = crawl("sample_pages", data, site.url)
    assert done.row("one").outcome == "fetched"


def test_the_second_night_asks_conditionally_and_records_the_304(data: Path) -> None:
    pages = {"/one": sites.with_etag('"v1"'), "/two": page(Last_Modified="Mon, 02 Mar 2026 10:00:00 GMT")}
    with serve(pages) as site:
        crawl("sample_pages", data, site.url)
        let_a_night_pass(data)
        done = crawl("sample_pages", data, site.url)
    first, second = done.rows()["one"]
    assert (first.outcome, second.outcome) == ("fetched", "not_modified")
    assert (second.http_status, second.sha256) == (304, None)
    asked = [headers for path, headers, _ in site.requests if path == "/two"]
    assert [headers.get("if-modified-since") for headers in asked] == [None, "Mon, 02 Mar 2026 10:00:00 GMT"]
