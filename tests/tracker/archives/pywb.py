"""A real pywb over a WARC collection, where one is installed: `make pywb`, or KETWATCH_PYWB names its bin folder."""

from __future__ import annotations

import os
import socket
import subprocess
import urllib.request
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.tracker.archives.collection import Archived, write_warc

# Apart from our own environment: its pins of old libraries would hold back ours.
BIN = Path(os.environ.get("KETWATCH_PYWB", Path(__file__).parents[3] / ".pywb" / "bin"))
MISSING = not (BIN / "wayback").exists()
_ATTEMPTS = 150


@contextmanager
def serve_pywb(folder: Path, captures: Iterable[Archived]) -> Iterator[str]:
    """The address of a collection that holds the captures."""
    warc = folder / "captures.warc.gz"
    write_warc(warc, captures)
    for command in (["init", "web"], ["add", "web", str(warc)]):
        subprocess.run([str(BIN / "wb-manager"), *command], cwd=folder, check=True, capture_output=True)
    port = _free_port()
    log = (folder / "pywb.log").open("wb")
    command = [str(BIN / "wayback"), "-b", "127.0.0.1", "-p", str(port)]
    with log, subprocess.Popen(command, cwd=folder, stdout=log, stderr=log) as server:
        try:
            _wait(f"http://127.0.0.1:{port}/web/cdx?url=any.example&output=text", server)
            yield f"http://127.0.0.1:{port}/web"
        finally:
            server.terminate()


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _wait(url: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(_ATTEMPTS):
        try:
            with urllib.request.urlopen(url):
                return
        except OSError:
            try:
                code = server.wait(0.2)
            except subprocess.TimeoutExpired:
                continue
            raise RuntimeError(f"pywb ended with {code}") from None
    raise RuntimeError("pywb does not answer")
