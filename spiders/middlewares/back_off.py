"""Retries that wait longer each time."""

from __future__ import annotations

import asyncio
from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.retry import get_retry_request
from scrapy.http import Response
from scrapy.utils.misc import load_object
from scrapy.utils.response import response_status_message

LONGEST_WAIT_SECONDS = 120.0


class BackOffRetry:
    """Scrapy's retry, which asks again at once, with a pause: doubled at each attempt, or what Retry-After asks for.

    The built-in settings RETRY_TIMES, RETRY_HTTP_CODES and RETRY_EXCEPTIONS hold; RETRY_BACK_OFF_SECONDS is the first
    pause.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        settings = crawler.settings
        self.first_wait_seconds = settings.getfloat("RETRY_BACK_OFF_SECONDS")
        self.statuses = {int(status) for status in settings.getlist("RETRY_HTTP_CODES")}
        self.errors = tuple(load_object(error) for error in settings.getlist("RETRY_EXCEPTIONS"))

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    async def process_response(self, request: Request, response: Response) -> Request | Response:
        if response.status not in self.statuses or request.meta.get("dont_retry"):
            return response
        again = self._again(request, response_status_message(response.status))
        if again is None:
            return response
        await self._wait(again, response.headers.get("Retry-After"))
        return again

    async def process_exception(self, request: Request, exception: Exception) -> Request | None:
        if not isinstance(exception, self.errors) or request.meta.get("dont_retry"):
            return None
        again = self._again(request, exception)
        if again is not None:
            await self._wait(again, None)
        return again

    def _again(self, request: Request, reason: str | Exception) -> Request | None:
        if self.crawler.spider is None:
            return None
        # The spider records the failure with its reason; a second error line would say the same.
        return get_retry_request(request, reason=reason, spider=self.crawler.spider, give_up_log_level="DEBUG")

    async def _wait(self, again: Request, retry_after: bytes | None) -> None:
        seconds = self.first_wait_seconds * 2 ** (again.meta["retry_times"] - 1)
        if retry_after is not None and retry_after.isdigit():
            seconds = max(seconds, float(retry_after))
        await asyncio.sleep(min(seconds, LONGEST_WAIT_SECONDS))
