"""What is watched, and what was found that nobody declared: a person decides what it is."""

from __future__ import annotations

import getpass

import click
from sqlite_utils import Database

from db.candidates import Candidate, decide_candidate, get_candidate, list_candidates
from db.queries import SourceRow, list_sources
from tracker.cli.errors import CannotReadError
from tracker.cli.output import Format, format_option, print_rows
from tracker.cli.settings import data_option, settings
from tracker.clock import utc_now
from tracker.discovery.adopt import take
from tracker.discovery.undo import undo_adoption
from tracker.errors import DiscoveryError

SOURCE_COLUMNS = ("source", "kind", "seen", "outcome", "quality", "versions", "last_good_at", "incident")
CANDIDATE_COLUMNS = ("candidate", "step", "payer", "source", "number", "title", "url", "reason")
by_option = click.option(
    "--by", envvar="KETWATCH_REVIEWER", default=getpass.getuser, metavar="NAME",
    help="Who decides (KETWATCH_REVIEWER; default your login).",
)  # fmt: skip
note_option = click.option("--note", default="", help="Why; kept with the decision.")


@click.group(invoke_without_command=True)
@click.option("--payer", help="One payer, by its id.")
@format_option
@data_option
@click.pass_context
def sources(context: click.Context, payer: str | None, output_format: Format) -> None:
    """What is watched, and what the last night found of it.

    Example: ketwatch sources --payer priority-health
    """
    if context.invoked_subcommand is None:
        print_rows(list_sources(settings().open(), payer=payer), SourceRow, output_format, SOURCE_COLUMNS)


@sources.group(invoke_without_command=True)
@click.option("--payer", help="One payer, by its id.")
@click.option("--all", "everything", is_flag=True, help="Also what was decided, by whom.")
@format_option
@data_option
@click.pass_context
def review(context: click.Context, payer: str | None, output_format: Format, *, everything: bool) -> None:
    """Documents that pages name and that may be new, moved, renumbered or retired. Each is asked once.

    Example: ketwatch sources review
    """
    if context.invoked_subcommand is None:
        found = list_candidates(settings().open(), payer=payer, state=None if everything else "proposed")
        if not found and output_format == "table":
            click.echo("nothing waits for a person")
        columns = (*CANDIDATE_COLUMNS, "state", "became", "decided_by") if everything else CANDIDATE_COLUMNS
        print_rows(found, Candidate, output_format, columns)


@review.command("accept")
@click.argument("candidate", type=int, metavar="ID")
@click.option("--of", "source", metavar="SOURCE", help="It is this source at a new address, whatever was proposed.")
@click.option("--new", "is_new", is_flag=True, help="It is a document of its own, whatever was proposed.")
@by_option
@note_option
@data_option
def accept(candidate: int, source: str | None, by: str, note: str, *, is_new: bool) -> None:
    """Take it as proposed, as SOURCE at a new address, or as a new document. It is crawled the next night.

    Example: ketwatch sources review accept 7 --of priority-health/medical-drug-list
    """
    if source and is_new:
        raise click.UsageError("give --of SOURCE or --new, not both")
    db = settings().open()
    found = _waiting(db, candidate)
    try:
        became = take(db, found, "accepted", by=by, at=utc_now(), source=source, is_new=is_new, note=note)
    except DiscoveryError as error:
        raise CannotReadError(str(error)) from error
    click.echo(f"{candidate} accepted{f': {became} is asked for the next night' if became else ''}")


@review.command("dismiss")
@click.argument("candidate", type=int, metavar="ID")
@by_option
@note_option
@data_option
def dismiss(candidate: int, by: str, note: str) -> None:
    """Say that it is nothing to watch; it is never proposed again.

    Example: ketwatch sources review dismiss 7 --note "a form"
    """
    db = settings().open()
    decide_candidate(db, _waiting(db, candidate).candidate, "dismissed", by=by, at=utc_now(), note=note)
    click.echo(f"{candidate} dismissed")


@review.command("undo")
@click.argument("candidate", type=int, metavar="ID")
@by_option
@note_option
@data_option
def undo(candidate: int, by: str, note: str) -> None:
    """Take back an address that was adopted or accepted: the one before is in force again, and it is not adopted again.

    What was read there in between no longer counts; whoever was told of it gets a correction.

    Example: ketwatch sources review undo 7 --note "another plan's policy"
    """
    db = settings().open()
    try:
        undone = undo_adoption(db, _known(db, candidate), by=by, at=utc_now(), note=note)
    except DiscoveryError as error:
        raise CannotReadError(str(error)) from error
    click.echo(f"{candidate} taken back: {undone.source} is asked for at {undone.url} again the next night")
    if undone.versions:
        click.echo(
            f"{len(undone.versions)} version{'' if len(undone.versions) == 1 else 's'} read there no longer count"
        )


def _known(db: Database, candidate: int) -> Candidate:
    found = get_candidate(db, candidate)
    if found is None:
        raise CannotReadError(f"no candidate {candidate}: `ketwatch sources review --all` lists them")
    return found


def _waiting(db: Database, candidate: int) -> Candidate:
    found = _known(db, candidate)
    if found.state != "proposed":
        raise CannotReadError(f"{candidate} was {found.state} by {found.decided_by} at {found.decided_at}")
    return found
