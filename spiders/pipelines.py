"""Recording: every fetched document becomes a snapshot before anything reads it."""

from __future__ import annotations

from typing import Self

from scrapy.crawler import Crawler

from spiders.base import PayerSpider
from spiders.items import FetchedDocument


class RecordSnapshot:
    """Writes each item to the archive of the crawl."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def process_item(self, item: FetchedDocument) -> FetchedDocument:
        spider = self.crawler.spider
        if isinstance(spider, PayerSpider):
            spider.archive.record(item)
            self.crawler.stats.inc_value(f"snapshots/{item.outcome}")
        return item
