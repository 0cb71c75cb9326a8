"""The board as a server: its pages, and Datasette under /data/, on one port."""

from __future__ import annotations

import gc
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, closing
from functools import lru_cache
from pathlib import Path
from posixpath import splitext

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route

from db.connection import DATABASE_NAME, open_db, read_db
from tracker.board.asking import BASE_URL, asking_app
from tracker.board.board import Board
from tracker.board.headers import Headers
from tracker.board.pages import KINDS, Kind
from tracker.board.paths import INDEX, id_of
from tracker.clock import utc_now

MEDIA_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".xml": "application/atom+xml",
}
# Pages of each kind that are kept until the data change.
KEPT = 16
Names = tuple[tuple[str, str], ...]
Body = str | bytes | None
Stamp = tuple[str | tuple[int, int], ...]
MISSING = "There is no such page. The list of payers is on the front page."


def board_app(data: Path, clock: Callable[[], str] = utc_now) -> Starlette:
    """The ASGI app for a data folder. Raises FileNotFoundError when it holds no database."""
    # Brings tables and views up to date; from then on every connection only reads.
    open_db(data, create=False).close()
    bodies = {kind.pattern: _kept(kind, data, clock) for kind in KINDS}
    routes: list[BaseRoute] = [Mount(BASE_URL.rstrip("/"), app=asking_app(data))]
    routes += [Route(f"/{pattern}", _endpoint(pattern, body)) for pattern, body in bodies.items()]
    routes.append(Route("/", _endpoint(INDEX, bodies[INDEX])))
    # Datasette's pages name no icon, and browsers ask for it here.
    routes.append(Route("/favicon.ico", _endpoint("icon.svg", bodies["icon.svg"])))
    return Starlette(
        routes=routes,
        middleware=[Middleware(Headers), Middleware(GZipMiddleware, minimum_size=1_000, compresslevel=5)],
        exception_handlers={404: _missing},
        lifespan=_warm(bodies[INDEX]),
    )


def _kept(kind: Kind, data: Path, clock: Callable[[], str]) -> Callable[[Names], Body]:
    """A kind's pages by name, each made once until the data change."""

    @lru_cache(maxsize=KEPT)
    def render(names: Names, _: Stamp) -> Body:
        with closing(read_db(data)) as db:
            return kind.render(Board(db, data, clock(), live=True), dict(names))

    return lambda names: render(names, stamp(data, clock()))


def _endpoint(pattern: str, body_of: Callable[[Names], Body]) -> Callable[[Request], Response]:
    media_type = MEDIA_TYPES[splitext(pattern)[1]]

    def answer(request: Request) -> Response:
        body = body_of(tuple((name, id_of(value)) for name, value in request.path_params.items()))
        if body is None:
            return _missing(request, None)
        return Response(body, media_type=media_type, headers={"Cache-Control": "public, max-age=60"})

    return answer


def _warm(front: Callable[[Names], Body]) -> Callable[[Starlette], AbstractAsyncContextManager[None]]:
    """Makes the front page before the first visitor asks for it."""

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        front(())
        # What a server keeps for good need not be looked through at each collection: a quarter of a large page's time.
        gc.collect()
        gc.freeze()
        yield

    return lifespan


def stamp(data: Path, now: str) -> Stamp:
    """What changes when a page may: the files of the database, and the hour, because answers come into force.

    An empty log says nothing: SQLite lays it down for a mere reader.
    """
    files = (path.stat() for path in (data / DATABASE_NAME, data / f"{DATABASE_NAME}-wal") if path.exists())
    return (now[:13], *((found.st_mtime_ns, found.st_size) for found in files if found.st_size))


def _missing(_: Request, __: Exception | None) -> Response:
    return Response(MISSING, status_code=404, media_type="text/plain")
