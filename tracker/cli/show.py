"""One source in full: what its policy says, its versions, its addresses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from difflib import get_close_matches
from itertools import groupby
from pathlib import Path

import click
from sqlite_utils import Database

from db.candidates import Decision, decisions_about
from db.incidents import warnings_of
from db.provenance import origin_of
from db.queries import Address, SourceRow, addresses_of, end_of, list_sources
from db.readings import get_reading
from db.sources import Source, all_sources, get_source
from db.stores import blob_store
from db.versions import Version, facts_of, get_version, last_confirmed, versions_of
from parsers.jsonio import to_json
from parsers.models import ParsedPolicy
from tracker.cli.ask import day_or_instant
from tracker.cli.errors import CannotReadError, WorkFailedError
from tracker.cli.history import (
    correction_lines,
    entry_json,
    origin_lines,
    own_history,
    own_history_lines,
    version_json,
    version_lines,
)
from tracker.cli.output import Format, csv_text, format_option, print_json, print_rows
from tracker.cli.settings import data_option, settings
from tracker.cli.tree import CriterionRow, criterion_rows, policy_lines, quoted
from tracker.clock import utc_now
from tracker.evidence import EvidenceError, ShownClause, show_evidence
from tracker.in_force import policies_in_force
from tracker.review.readings import policy_of


@click.command()
@click.argument("source")
@click.option("--evidence", is_flag=True, help="Write pictures of the PDF's pages with the clauses marked.")
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), default=Path("evidence"), show_default=True,
    help="Folder for the pictures.",
)  # fmt: skip
@click.option(
    "--as-of", callback=day_or_instant, metavar="DATE", help="What is in force at the end of a day; default today."
)
@format_option
@data_option
def show(source: str, evidence: bool, out: Path, as_of: str | None, output_format: Format) -> None:
    """One policy: where it comes from, facts, positions, criteria with quotes and pages, codes, versions, addresses.

    SOURCE is an id from `ketwatch sources`. With --evidence, pictures of the pages in force, to check every clause.

    Example: ketwatch show bcbs-north-dakota/esketamine
    """
    db = settings().open()
    found = _source(db, source)
    version = _version(db, source, as_of or utc_now())
    policy = policy_of(db, version) if version else None
    if evidence:
        _print_evidence(db, version, policy, out, output_format)
        return
    status = next(row for row in list_sources(db, payer=found.payer) if row.source == source)
    if output_format == "csv":
        click.echo(csv_text(list(criterion_rows(policy)) if policy else [], CriterionRow), nl=False)
    elif output_format == "json":
        print_json(_to_json(db, status, version, policy))
    else:
        click.echo("\n".join(_lines(db, found, status, version, policy)))


def _version(db: Database, source: str, at: str) -> Version | None:
    """The version in force; where none is yet, the one that will be; None when nothing has been read."""
    in_force = next(policies_in_force(db, now=end_of(at), source=source), None)
    return get_version(db, in_force.version) if in_force else last_confirmed(db, source)


def _print_evidence(
    db: Database, version: Version | None, policy: ParsedPolicy | None, out: Path, output_format: Format
) -> None:
    if version is None or policy is None:
        raise CannotReadError("no version has been read yet; `ketwatch nightly` reads it")
    body = blob_store(settings().data).get(get_reading(db, version.reading).sha256)
    try:
        shown = show_evidence(body, policy, out, version.source.replace("/", "-"))
    except (EvidenceError, OSError) as error:
        raise WorkFailedError(str(error)) from error
    if output_format == "table":
        click.echo("\n".join(_evidence_lines(shown, policy)))
    else:
        print_rows(shown, ShownClause, output_format, ())


def _evidence_lines(shown: list[ShownClause], policy: ParsedPolicy) -> Iterator[str]:
    if policy.document.media_type != "application/pdf":
        yield f"there is no picture: {policy.document.media_type} has no pages; the clauses are"
    for file, clauses in groupby(sorted(shown, key=lambda one: one.page), key=lambda one: one.file):
        if file:
            yield click.style(file, bold=True)
        for clause in clauses:
            yield from quoted("  ", clause.text, None)
            if file and not clause.marked:
                yield "    not marked: its words were not found on the page"


def _source(db: Database, source: str) -> Source:
    found = get_source(db, source)
    if found:
        return found
    near = get_close_matches(source, [one.source for one in all_sources(db)], n=3, cutoff=0.4)
    hint = f"did you mean {' or '.join(near)}?" if near else "`ketwatch sources` lists them"
    raise CannotReadError(f"no source {source}: {hint}")


def _to_json(
    db: Database, status: SourceRow, version: Version | None, policy: ParsedPolicy | None
) -> dict[str, object]:  # fmt: skip
    return {
        **asdict(status),
        "warnings": [asdict(warning) for warning in warnings_of(db, status.source)],
        "origin": asdict(origin_of(db, version)) if version else None,
        "document": to_json(policy) if policy else None,
        "history": [version_json(db, version) for version in versions_of(db, status.source)],
        "own_history": [entry_json(entry) for entry in own_history(db, status.source)],
        "addresses": [asdict(address) for address in addresses_of(db, status.source)],
        "decisions": [asdict(decision) for decision in decisions_about(db, status.source)],
    }


def _lines(
    db: Database, source: Source, status: SourceRow, version: Version | None, policy: ParsedPolicy | None
) -> Iterator[str]:
    yield f"{source.source}: {status.outcome.replace('_', ' ')}, last read well {status.last_good_at or 'never'}"
    if status.incident:
        yield click.style(f"cannot be read now: {status.incident}", fg="red")
    for warning in warnings_of(db, source.source):
        yield click.style(f"worth a look since {warning.opened_at[:10]}: {warning.reason}", fg="yellow")
    yield from _other_version(db, source.source, version)
    yield from origin_lines(db, version) if version else ()
    yield ""
    yield from policy_lines(policy) if policy else ["no version has been read yet"]
    yield ""
    yield from correction_lines(db, source.source)
    yield from own_history_lines(own_history(db, source.source))
    for version in versions_of(db, source.source):
        yield from version_lines(db, version)
    yield from (_address_line(address) for address in addresses_of(db, source.source))
    yield from map(_decision_line, decisions_about(db, source.source))


def _other_version(db: Database, source: str, shown: Version | None) -> Iterator[str]:
    """A word on the newest version where it is not the one shown."""
    newest = last_confirmed(db, source)
    if newest and shown and newest.version != shown.version:
        effective_on = facts_of(db, newest.version).effective_on
        when = (
            f"takes effect on {effective_on}: --as-of {effective_on} shows it" if effective_on else "has replaced this"
        )
        yield click.style(f"version {newest.version} {when}", fg="yellow")


def _address_line(address: Address) -> str:
    return f"address {address.url} ({address.first_seen_at[:10]} to {address.last_seen_at[:10]})"


def _decision_line(decision: Decision) -> str:
    done = "taken back" if decision.state == "undone" else decision.state
    note = f" ({decision.note})" if decision.note else ""
    return f"{decision.url or 'its end'} {done} by {decision.decided_by} on {decision.decided_at[:10]}{note}"
