"""Receivers that fail at random and a courier that is killed at random, until every alert has arrived."""

from __future__ import annotations

import random
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller

from db.connection import open_db
from tests.loopback import running
from tests.tracker.alerts.peers import free_port
from tests.tracker.alerts.samples import CODE_SWAP, EXPANDED, MIXED, RESTRICTED
from tests.tracker.alerts.stored import put_alert

ROOT = Path(__file__).resolve().parents[3]
FAILING = 0.3
WORST_S = 600
# As long as some messages take, so that a kill may come at any point of one.
JITTER_S = 0.1
LOOK_S = 0.02
_MESSAGE_ID = re.compile(rb"^Message-ID: (\S+)", re.MULTILINE)


@dataclass
class Landed:
    """What the receivers took, by message id, and how often they refused."""

    seed: int
    taken: Counter[str] = field(default_factory=Counter)
    refused: int = 0
    signatures: list[tuple[dict[str, str], bytes]] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        self._random = random.Random(self.seed)

    def failing(self) -> str | None:
        """How this attempt fails: "refuse", "drop", or None when it is taken."""
        with self.lock:
            if self._random.random() >= FAILING:
                return None
            self.refused += 1
            return self._random.choice(("refuse", "drop"))

    def take(self, message: str) -> None:
        with self.lock:
            self.taken[message] += 1

    def wait_for(self, more: int, courier: subprocess.Popen[bytes]) -> bool:
        """Wait until so many more have arrived; False when the courier has ended before.

        It looks now and then: woken at an arrival it would be in the way of the answer, and kill too often just there.
        """
        until = self.taken.total() + more
        while self.taken.total() < until:
            if courier.poll() is not None:
                return False
            time.sleep(LOOK_S)
        return True


class _Mail:
    """An SMTP handler that fails at random, before it has taken anything."""

    def __init__(self, landed: Landed) -> None:
        self._landed = landed

    async def handle_DATA(self, server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        match self._landed.failing():
            case "refuse":
                return "451 try again later"
            case "drop":
                server.transport.abort()
                return "421 gone"
        # What this takes is time in which a kill makes a duplicate.
        (message,) = _MESSAGE_ID.findall(envelope.content)
        self._landed.take(message.decode())
        return "250 OK"


class _Hook(ThreadingHTTPServer):
    daemon_threads = True
    # Many connections are made and broken at once.
    request_queue_size = 64

    def __init__(self, landed: Landed) -> None:
        super().__init__(("127.0.0.1", 0), _HookHandler)
        self.landed = landed


class _HookHandler(BaseHTTPRequestHandler):
    server: _Hook

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        failing = self.server.landed.failing()
        if failing == "drop":
            self.connection.shutdown(socket.SHUT_RDWR)
            return
        if failing is None:
            self.server.landed.signatures.append(({name.lower(): value for name, value in self.headers.items()}, body))
            self.server.landed.take(str(self.headers["webhook-id"]))
        self.send_response(503 if failing else 204)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_args: object) -> None:
        """Say nothing on stderr."""


@dataclass(frozen=True)
class Outcome:
    """What a storm left behind: the ids of all alerts, what arrived how often, and the kills there were."""

    alerts: tuple[str, ...]
    landed: Landed
    kills: int
    seconds: float

    def arrivals(self, alert: str) -> int:
        """How often an alert arrived, by mail or by webhook: each goes out in a message of its own."""
        return self.landed.taken[f"<{alert}@clinic.example>"] + self.landed.taken[alert]

    @property
    def duplicates(self) -> int:
        return sum(self.arrivals(alert) - 1 for alert in self.alerts)


def run_storm(data: Path, *, alerts: int, kills: int, seed: int) -> Outcome:
    """Deliver `alerts` by mail and webhook to receivers that fail, killing the courier `kills` times on its way."""
    ids = _fill(data, alerts)
    landed = Landed(seed)
    chance = random.Random(seed)
    begun, done = time.monotonic(), 0
    with _receivers(landed) as (port, url):
        command = [sys.executable, "-m", "tests.tracker.alerts.courier", str(data), str(port), url]
        while time.monotonic() - begun < WORST_S:
            with subprocess.Popen(command, cwd=ROOT) as courier:
                share = max(1, (alerts - landed.taken.total()) // max(kills - done, 1))
                if done < kills and landed.wait_for(chance.randint(1, max(1, share)), courier):
                    time.sleep(chance.uniform(0, JITTER_S))
                    courier.send_signal(signal.SIGKILL)
                    done += 1
                elif courier.wait(WORST_S) == 0:
                    break
    return Outcome(ids, landed, done, time.monotonic() - begun)


def _fill(data: Path, alerts: int) -> tuple[str, ...]:
    db = open_db(data)
    comparisons = (EXPANDED, RESTRICTED, MIXED, CODE_SWAP)
    ids = []
    for n in range(alerts):
        channel = "webhook:storm" if n % 2 else f"email:reader-{n}@clinic.example"
        ids.append(put_alert(db, comparisons[n % 4], source=f"larkspur-{n}", channel=channel))
    db.close()
    return tuple(ids)


@contextmanager
def _receivers(landed: Landed) -> Iterator[tuple[int, str]]:
    port = free_port()
    mail = Controller(_Mail(landed), hostname="127.0.0.1", port=port)
    mail.start()
    hook = _Hook(landed)
    try:
        with running(hook):
            yield port, f"http://127.0.0.1:{hook.server_port}/ketwatch"
    finally:
        mail.stop()
