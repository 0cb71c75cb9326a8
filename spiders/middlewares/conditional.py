"""Conditional requests of our own: Scrapy's cache policies call a page fresh for days and an outage unchanged."""

from __future__ import annotations

from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler

from spiders.base import SOURCE, PayerSpider


class ConditionalGet:
    """Sends back the server's own ETag and Last-Modified of the last full fetch; the answer 304 reaches the spider.

    Not for a page that a browser fills: what the server calls unchanged is the shell.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        spider, source = self.crawler.spider, request.meta.get(SOURCE)
        if request.meta.get("playwright"):
            return
        # A redirect target inherits the headers: the validators are those of the final answer.
        if source is None or not isinstance(spider, PayerSpider) or request.meta.get("redirect_times"):
            return
        found = spider.archive.validators(source, request.url)
        if found is not None and found.etag:
            request.headers["If-None-Match"] = found.etag
        if found is not None and found.last_modified:
            request.headers["If-Modified-Since"] = found.last_modified
