"""Commands on policy documents in files: extract and compare. They need no database and no network."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import click

from db.changes import Change, Comparison
from parsers.errors import ParseError
from parsers.jsonio import to_json
from parsers.models import ParsedPolicy
from parsers.policy import parse_policy
from tracker.alerts.witness import witness_words
from tracker.alerts.wording import WORDING, change_words, subject_words
from tracker.cli.errors import CannotReadError
from tracker.cli.output import Format, csv_text, format_option, print_json, print_rows
from tracker.cli.settings import data_option, settings
from tracker.cli.tree import CriterionRow, criterion_rows, policy_lines, quoted
from tracker.clock import utc_now
from tracker.compare.verdict import compare as compare_policies

DOCUMENT = click.Path(path_type=Path, allow_dash=True)


def read_file(path: Path) -> bytes:
    """The bytes of a file, or of standard input for "-". Raises CannotReadError with the reason."""
    try:
        return sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
    except OSError as error:
        raise CannotReadError(f"cannot read {path}: {error.strerror or error}") from error


def read_policy(path: Path, url: str = "") -> ParsedPolicy:
    """A document in a file, as far as it can be understood. Raises CannotReadError when it cannot be read at all."""
    try:
        return parse_policy(read_file(path), url)
    except ParseError as error:
        raise CannotReadError(f"cannot read {path}: {error}") from error


@click.command()
@click.argument("file", type=DOCUMENT, required=False)
@click.option("--url", default="", help="The address the document came from.")
@click.option("--all", "everything", is_flag=True, help="Read every stored document that this release has not read.")
@click.option("--executor", metavar="dask://HOST:PORT", help="As --all, on a Dask cluster.")
@format_option
@data_option
def extract(file: Path | None, url: str, executor: str | None, output_format: Format, *, everything: bool) -> None:
    """Read one policy document: facts, positions, criteria, codes. With --all the whole archive.

    FILE is HTML, PDF, Word, .xlsx, .csv, Markdown or plain text, whatever its ending; - reads standard input.

    Example: ketwatch extract policy.pdf --format json
    """
    if everything or executor:
        _extract_all(executor, output_format)
        return
    if file is None:
        raise click.UsageError("name a FILE, or say --all for the stored documents")
    policy = read_policy(file, url)
    if output_format == "json":
        print_json(to_json(policy))
    elif output_format == "csv":
        click.echo(csv_text(list(criterion_rows(policy)), CriterionRow), nl=False)
    else:
        click.echo("\n".join(policy_lines(policy)))


def _extract_all(address: str | None, output_format: Format) -> None:
    # One document needs no database.
    from tracker.archive_reading import Reread, executor_at, read_archive  # noqa: PLC0415

    chosen = settings()
    chosen.open()
    with executor_at(address) as executor:
        done = read_archive(chosen.data, now=utc_now(), executor=executor)
    print_rows([done], Reread, output_format, Reread.__slots__)


@click.command()
@click.argument("old", type=DOCUMENT)
@click.argument("new", type=DOCUMENT)
@format_option
def compare(old: Path, new: Path, output_format: Format) -> None:
    """Say what changed between two documents of one policy, and in which direction.

    Example: ketwatch compare policy-2025.pdf policy-2026.pdf
    """
    before, after = read_policy(old), read_policy(new)
    found = compare_policies(before, after)
    if output_format == "json":
        print_json(asdict(found))
    elif output_format == "csv":
        click.echo(csv_text(found.changes, Change), nl=False)
    else:
        click.echo("\n".join(comparison_lines(found, has_pages=max(before.document.pages, after.document.pages) > 1)))


def comparison_lines(found: Comparison, *, has_pages: bool) -> Iterator[str]:
    """A comparison as a person reads it: the verdict, then each change with its clauses and, in a PDF, pages."""
    act = "; codes to change" if found.action_required else ""
    yield click.style(f"{WORDING.verdicts[found.verdict]} ({found.verdict}{act})", bold=True)
    if found.reason:
        yield f"confidence {found.confidence}: {found.reason}"
    for change in found.changes:
        yield ""
        yield f"{subject_words(change)}: {WORDING.directions[change.direction]}"
        yield f"  {change_words(change)}"
        for side, text, page in (
            ("before: ", change.before_text, change.before_page),
            ("after:  ", change.after_text, change.after_page),
        ):
            if text:
                yield from quoted("    ", text, page if has_pages else None, side)
    witness = witness_words(found.witness, found.changes)
    if witness:
        yield ""
        yield witness
