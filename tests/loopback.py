"""A server on loopback for as long as a block lasts."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from socketserver import BaseServer

import uvicorn
from starlette.applications import Starlette

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


@contextmanager
def serving(app: Starlette) -> Iterator[str]:
    """The address of an ASGI app, while it is served as `ketwatch serve` does it."""
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="warning", server_header=False))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive()
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()
