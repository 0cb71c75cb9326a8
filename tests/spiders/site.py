"""A real web server on loopback that answers as payers' sites do, faults included."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.loopback import running

Answer = Callable[["Handler"], None]

POLICY = b"<html><body><h1>Esketamine (Spravato)</h1><p>Covered after two trials.</p></body></html>"
HARMLESS = (BrokenPipeError, ConnectionResetError)


@dataclass
class Site:
    """The pages of a site by path, and every request it got: path, headers and when."""

    pages: dict[str, Answer]
    requests: list[tuple[str, dict[str, str], float]] = field(default_factory=list)
    url: str = ""

    def paths(self) -> list[str]:
        return [path for path, _, _ in self.requests]


class Handler(BaseHTTPRequestHandler):
    site: Site
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.site.requests.append((self.path, headers, time.monotonic()))
        try:
            self.site.pages.get(self.path, page(b"no such page", status=404))(self)
        except HARMLESS:
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Keep the test output quiet."""

    def answer(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in ({"Content-Type": "text/html", "Content-Length": str(len(body))} | headers).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


def page(body: bytes = POLICY, *, status: int = 200, **headers: str) -> Answer:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda handler: handler.answer(status, body, named)


def redirect(target: str) -> Answer:
    return page(b"", status=302, Location=target)


def gzip_bomb() -> Answer:
    return page(gzip.compress(bytes(20_000_000)), Content_Encoding="gzip")


def with_etag(etag: str) -> Answer:
    def answer(handler: Handler) -> None:
        if handler.headers.get("If-None-Match") == etag:
            handler.answer(304, b"", {"ETag": etag})
        else:
            handler.answer(200, POLICY, {"ETag": etag})

    return answer


def cut_off(handler: Handler) -> None:
    """Promises more bytes than it sends."""
    handler.answer(200, POLICY, {"Content-Length": "100000"})
    handler.close_connection = True


def endless(handler: Handler) -> None:
    """Sends until the other side hangs up."""
    _start_endless(handler)
    while True:
        handler.wfile.write(bytes(65_536))


def trickle(handler: Handler) -> None:
    """Sends a byte now and then, for as long as someone listens."""
    _start_endless(handler)
    hung_up = threading.Event()
    while not hung_up.wait(0.1):
        handler.wfile.write(b"x")


def _start_endless(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Connection", "close")
    handler.end_headers()
    handler.close_connection = True


@contextmanager
def serve(pages: dict[str, Answer]) -> Iterator[Site]:
    """A site on a free loopback port while the block lasts."""
    site = Site(pages)
    handler = type("SiteHandler", (Handler,), {"site": site})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    # Handlers of endless answers end by themselves when the crawl hangs up.
    server.block_on_close = False
    site.url = f"http://127.0.0.1:{server.server_port}"
    with running(server):
        yield site
