"""`ketwatch demo`: three nights against a recorded sample web, told shortly."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import click

from db.connection import open_db
from db.queries import ChangeFilter, list_changes
from db.snapshots import Snapshot, fetches_of_run
from tracker.cli.errors import CannotReadError
from tracker.cli.nights import show_progress
from tracker.demo.nights import DemoError, DemoFolder, Written, messages_in, play, prepare
from tracker.nightly import NightReport
from tracker.summary import summary

TITLES = (
    "Night 1: every document is new, so it is read and kept, and nobody is told.",
    "Night 2: the payers have been at work.",
    "Night 3: nothing new, so a denial of last night is confirmed.",
)


@click.command()
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), help="Folder for the result; default a temporary one."
)
def demo(out: Path | None) -> None:
    """Three nights against a recorded sample web of fictional payers; needs no network.

    Emails and Slack messages are written to files. The folder can be asked with every other command afterwards.

    Example: ketwatch demo --out demo
    """
    try:
        folder = prepare(out or Path(tempfile.mkdtemp(prefix="ketwatch-demo-")))
    except DemoError as error:
        raise CannotReadError(str(error)) from error
    click.echo("The nightly job runs for real; its web is a recording of five fictional payers.")
    seen: set[Path] = set()
    found_at: set[str] = set()
    for title, report in zip(TITLES, play(folder, _progress), strict=True):
        written = [one for one in messages_in(folder) if one.path not in seen]
        seen |= {one.path for one in written}
        moved = [fetch for fetch in _moved(folder, report) if fetch.final_url not in found_at]
        found_at |= {fetch.final_url for fetch in moved}
        click.echo("\n".join(_night_lines(title, report, moved, written)))
    click.echo("\n".join(_next_lines(folder)))


def _progress(line: str) -> None:
    if sys.stderr.isatty():
        show_progress(line)


def _moved(folder: DemoFolder, report: NightReport) -> list[Snapshot]:
    with closing(open_db(folder.data, create=False)) as db:
        return [fetch for fetch in fetches_of_run(db, report.run.run) if fetch.final_url != fetch.url]


def _night_lines(title: str, report: NightReport, moved: list[Snapshot], written: list[Written]) -> Iterator[str]:
    yield ""
    yield click.style(title, bold=True)
    yield from summary(report)
    yield from (f"  moved: {one.source} was found at {one.final_url}" for one in moved)
    for one in written:
        yield f"  alert: {one.subject}"
        yield click.style(f"         {one.path} (.txt, .slack.json, .webhook.json)", dim=True)


def _next_lines(folder: DemoFolder) -> Iterator[str]:
    with closing(open_db(folder.data, create=False)) as db:
        expanded = list_changes(db, ChangeFilter(direction="expands"))
    source = expanded[0].source if expanded else "SOURCE"
    call = _own_command()
    data = f"--data {folder.data}"
    yield ""
    yield click.style("Try next", bold=True)
    for command in (
        f"coverage {data} --indication trd",
        f"changes {data} --direction expands",
        f"show {data} {source}",
        f"sources {data}",
        f"health {data}",
        f"site {data} {folder.out / 'site'}",
        f"export warc {data} {folder.out / 'all.warc.gz'}",
    ):
        yield f"  {call} {command}"


def _own_command() -> str:
    """How to call ketwatch from here: by name when it is on the path, else where this Python keeps its commands."""
    if shutil.which("ketwatch"):
        return "ketwatch"
    return os.path.relpath(Path(sys.executable).parent / "ketwatch")
