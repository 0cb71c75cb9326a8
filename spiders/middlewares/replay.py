"""Answers from a WARC file in place of the network."""

from __future__ import annotations

from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.http import Headers, Response
from scrapy.responsetypes import responsetypes

from spiders.reasons import NotInReplay
from spiders.replay import ReplayFile


class Replay:
    """Sits where the network would be, so every other rule (robots.txt, redirects, size) holds in a replay too."""

    def __init__(self, file: ReplayFile, *, size_limit: int) -> None:
        self.file = file
        self.size_limit = size_limit

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        path = crawler.settings.get("KETWATCH_REPLAY")
        if not path:
            raise NotConfigured
        return cls(ReplayFile.open(Path(path)), size_limit=crawler.settings.getint("DOWNLOAD_MAXSIZE"))

    def process_request(self, request: Request) -> Response:
        answer = self.file.answer(request.url, size_limit=self.size_limit)
        if answer is None:
            return self._missing(request)
        if len(answer.body) > self.size_limit:
            raise NotInReplay("too large: the recorded answer exceeds the size limit")
        headers = Headers()
        for name, value in answer.headers:
            headers.appendlist(name, value)
        kind = responsetypes.from_args(headers=headers, url=request.url, body=answer.body)
        return kind(request.url, status=answer.status, headers=headers, body=answer.body, request=request)

    def _missing(self, request: Request) -> Response:
        # A site whose robots.txt nobody recorded is taken to have none.
        if urlsplit(request.url).path == "/robots.txt":
            return Response(request.url, status=404, request=request)
        raise NotInReplay(f"not in the replay file: {request.url}")
