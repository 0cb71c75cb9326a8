"""A Coverage API on loopback: answers as the real one does, each checked against its description before it is sent."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jsonschema

from tests.loopback import running
from tests.spiders.coverage_api.description import ENDPOINTS, TOKEN, check

SECRET = "one-hour"
Row = dict[str, Any]


@dataclass(slots=True)
class Api:
    """The rows of each endpoint; `asked` is every question by endpoint with its parameters. `pages_of` splits lists."""

    rows: dict[str, list[Row]]
    token_field: str = "Token"
    pages_of: int = 100
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    url: str = ""

    def questions(self, endpoint: str) -> list[dict[str, str]]:
        return [parameters for name, parameters in self.asked if name == endpoint]

    def answer(self, path: str, authorization: str) -> tuple[int, dict[str, Any]]:
        parts = urlsplit(path)
        endpoint = parts.path.removeprefix("/v1/")
        given = {name: values[0] for name, values in parse_qs(parts.query).items()}
        self.asked.append((endpoint, given))
        if endpoint not in ENDPOINTS or set(given) - {*ENDPOINTS[endpoint]["parameters"], "next_token"}:
            return 400, _error("no such question")
        if endpoint == TOKEN:
            return 200, _envelope([{self.token_field: SECRET}])
        if authorization != f"Bearer {SECRET}":
            return 401, _error("no token")
        if "start_date" in given and _days(given) > timedelta(days=7):
            return 400, _error("more than a week")
        return 200, self._page(self._found(endpoint, given), int(given.get("next_token", 0)))

    def _found(self, endpoint: str, given: dict[str, str]) -> list[Row]:
        rows = self.rows.get(endpoint, [])
        if "articleid" in given:
            return [row for row in rows if str(row.get("article_id", row.get("lcd_id"))) == given["articleid"]]
        if "start_date" in given:
            start, end = given["start_date"], given["end_date"]
            return [row for row in rows if start <= row["updated_on_sort"][:8] < end]
        return rows

    def _page(self, rows: list[Row], start: int) -> dict[str, Any]:
        page = rows[start : start + self.pages_of]
        further = {"next_token": str(start + self.pages_of)} if start + self.pages_of < len(rows) else {}
        return _envelope(page, **further)


@contextmanager
def serve_api(api: Api) -> Iterator[Api]:
    """Serve it; at the end, whatever was not as described is an error of the test."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path == "/robots.txt":
                self._send(404, b"")
                return
            status, answer = api.answer(self.path, self.headers.get("Authorization", ""))
            if status == 200:
                try:
                    check(urlsplit(self.path).path.removeprefix("/v1/"), answer)
                except jsonschema.ValidationError as error:
                    api.problems.append(error.message)
            self._send(status, json.dumps(answer).encode())

        def _send(self, status: int, body: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            del format, args

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    api.url = f"http://127.0.0.1:{server.server_port}"
    with running(server):
        yield api
    assert api.problems == []


def _envelope(rows: list[Row], **meta: str) -> dict[str, Any]:
    told = {
        "status": {"id": 200, "message": "OK"},
        "notes": "",
        "fields": sorted(rows[0]) if rows else [],
        "children": [],
    }
    return {"meta": told | meta, "data": rows}


def _error(message: str) -> dict[str, Any]:
    return {"meta": {"status": {"id": 400, "message": message}}}


def _days(given: dict[str, str]) -> timedelta:
    return datetime.strptime(given["end_date"], "%Y%m%d") - datetime.strptime(given["start_date"], "%Y%m%d")  # noqa: DTZ007
