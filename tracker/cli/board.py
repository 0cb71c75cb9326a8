"""The board in a browser: `ketwatch serve`, live; `ketwatch site`, as files."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import click

from db.connection import open_db, read_db
from tracker.board.board import Board
from tracker.cli.errors import CannotReadError
from tracker.cli.nights import show_progress
from tracker.cli.settings import data_option, settings
from tracker.clock import utc_now


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on; 0.0.0.0 for all.")
@click.option("--port", type=click.IntRange(1, 65535), default=8001, show_default=True)
@data_option
def serve(host: str, port: int) -> None:
    """The board in a browser, with Datasette on the data under /data/; reads only, safe to show to the public.

    Example: ketwatch serve --port 8001
    """
    # A server and Datasette take as long to import as all the rest: no other command waits for them.
    import uvicorn  # noqa: PLC0415

    from tracker.board.app import board_app  # noqa: PLC0415

    app = board_app(settings().data)
    click.echo(f"http://{host}:{port}/ (stop with Ctrl-C)")
    uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False)


@click.command()
@click.argument("out", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@data_option
def site(out: Path) -> None:
    """The board as files, for any web server or for the disk; brings an earlier site in DIR up to date.

    Example: ketwatch site /srv/www/ketwatch
    """
    from tracker.board.static_site import SiteError, write_site  # noqa: PLC0415 - as in serve

    data = settings().data
    open_db(data, create=False).close()
    with closing(read_db(data)) as db:
        try:
            written = write_site(Board(db, data, utc_now()), out, show_progress)
        except SiteError as error:
            raise CannotReadError(str(error)) from error
    click.echo(f"{out / 'index.html'}: {written.files} files, {written.new} written, {written.removed} removed")
