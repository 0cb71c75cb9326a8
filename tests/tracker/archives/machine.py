"""A small Wayback Machine on loopback: lists and shows captures as the real one does, with its bad moments."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from wayback import WaybackClient, WaybackSession

from tests.loopback import running
from tests.tracker.archives.collection import Archived
from tracker.web_archive import WAYBACK, PywbCollection, WebArchive

PAGE = 3
_SHOWN = re.compile(r"/web/(?P<timestamp>\d{14})id_/(?P<url>.+)")
_SCHEME = re.compile(r"https?://(?:www\.)?")


@dataclass(slots=True)
class Machine:
    """The captures it holds, what it was asked, and what is wrong with it: the status it answers for an address, or
    for everything under "".
    """

    captures: Sequence[Archived]
    broken: dict[str, int] = field(default_factory=dict)
    repeats_listed_bare: bool = True
    asked: list[str] = field(default_factory=list)

    def shown(self) -> list[str]:
        """The captures it was asked to show."""
        return [one for one in self.asked if _SHOWN.match(one)]

    def listing(self, url: str, since: str, start: int) -> str:
        key = _SCHEME.sub("", url)
        here = sorted((one for one in self.captures if _SCHEME.sub("", one.url) == key), key=lambda one: one.at)
        rows = [line for line, one in zip(self._rows(here), here, strict=True) if one.timestamp >= since]
        more = f"\n\n{start + PAGE}" if start + PAGE < len(rows) else ""
        return "\n".join(rows[start : start + PAGE]) + more

    def _rows(self, captures: Sequence[Archived]) -> Iterator[str]:
        seen: set[str] = set()
        for one in captures:
            digest = base64.b32encode(hashlib.sha1(one.body).digest()).decode()
            bare = self.repeats_listed_bare and digest in seen
            kind = "warc/revisit -" if bare else f"text/html {one.status}"
            seen.add(digest)
            yield f"key {one.timestamp} {one.url} {kind} {digest} {len(one.body)}"

    def find(self, timestamp: str, url: str) -> Archived | None:
        return next((one for one in self.captures if (one.timestamp, one.url) == (timestamp, url)), None)


@contextmanager
def serve_machine(machine: Machine) -> Iterator[WebArchive]:
    """The archive that asks it, without waiting between questions."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            machine.asked.append(self.path)
            trouble = machine.broken.get("") or machine.broken.get(self.path)
            shown = _SHOWN.fullmatch(self.path)
            if trouble:
                self._answer(trouble, (), b"trouble")
            elif shown:
                one = machine.find(shown["timestamp"], shown["url"])
                self._show(one) if one else self._answer(404, (), b"never archived")
            else:
                asked = {name: values[0] for name, values in parse_qs(urlsplit(self.path).query).items()}
                text = machine.listing(asked["url"], asked.get("from", ""), int(asked.get("resumeKey", 0)))
                self._answer(200, (("Content-Type", "text/plain"),), text.encode())

        def _show(self, one: Archived) -> None:
            original = tuple((f"X-Archive-Orig-{name}", value) for name, value in one.headers)
            link = f'<{one.url}>; rel="original"'
            self._answer(one.status, (("Memento-Datetime", "x"), ("Link", link), *original), one.body)

        def _answer(self, status: int, headers: tuple[tuple[str, str], ...], body: bytes) -> None:
            self.send_response(status)
            for name, value in (*headers, ("Content-Length", str(len(body)))):
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            del format, args

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    session = WaybackSession(retries=0, search_calls_per_second=0, memento_calls_per_second=0)
    session.mount(WAYBACK, _OnLoopback(f"http://127.0.0.1:{server.server_port}"))
    with running(server), session:
        yield WebArchive(WaybackClient(session))


class _OnLoopback(PywbCollection):
    """Asks the machine here instead, in the Wayback Machine's own way."""

    def address(self, asked: str) -> str:
        return asked.replace(WAYBACK, self.base, 1)
