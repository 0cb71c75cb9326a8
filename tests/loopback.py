"""A server on loopback for as long as a block lasts."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from socketserver import BaseServer

# What `shutdown` waits for at most.
_POLL_INTERVAL_S = 0.02


@contextmanager
def running(server: BaseServer) -> Iterator[None]:
    """Answer in a thread of its own; closed at the end, when nobody is being answered any more."""
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": _POLL_INTERVAL_S})
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
