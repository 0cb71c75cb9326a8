"""Documents fetched by hand and dated captures: `ketwatch add`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import get_args

import click
from sqlite_utils import Database

from db.sources import DRUG_NAMES, PayerType, get_payer
from tracker.add import Added, Capture, PayerFacts, add_documents, read_manifest
from tracker.cli.ask import day_or_instant
from tracker.cli.nights import READABLE
from tracker.cli.output import Format, format_option, print_rows
from tracker.cli.settings import config_option, data_option, settings
from tracker.clock import utc_now

ADDED_COLUMNS = ("source", "fetched_at", "outcome", "quality", "reason")
_STATES = re.compile(r"[A-Z]{2}(?:,[A-Z]{2})*")


def states_of(_: click.Context, __: click.Parameter, value: str | None) -> tuple[str, ...]:
    """Postal codes with commas between; anything else is refused with an example."""
    text = (value or "").replace(" ", "").upper()
    if text and not _STATES.fullmatch(text):
        raise click.BadParameter(f"{value!r}: write postal codes like MI,OH, or US for a payer that is nationwide")
    return tuple(text.split(",")) if text else ()


@click.command()
@click.argument("files", nargs=-1, type=READABLE, metavar="FILE...")
@click.option("--payer", help="Whose documents they are, by the payer's id.")
@click.option(
    "--payer-type",
    type=click.Choice([one for one in get_args(PayerType) if one != "unknown"]),
    metavar="commercial|medicaid|…",
    help="What kind of payer it is; default what is known of it.",
)
@click.option("--states", callback=states_of, metavar="MI,OH", help="Where it decides, US when nationwide.")
@click.option("--policy", help="Which policy of the payer; default the one at --url, or the file's name.")
@click.option("--url", help="The address the document came from (one FILE only).")
@click.option("--fetched-at", callback=day_or_instant, metavar="DATE", help="When it was captured; default now.")
@click.option("--manifest", type=READABLE, help="TSV with the columns payer, policy, fetched_at, url, file.")
@click.option("--must-mention", multiple=True, metavar="WORD", help='One must stand in the document; "" asks for none.')
@format_option
@data_option
@config_option
def add(
    files: tuple[Path, ...],
    payer: str | None,
    payer_type: PayerType | None,
    states: tuple[str, ...],
    policy: str | None,
    url: str | None,
    fetched_at: str | None,
    manifest: Path | None,
    must_mention: tuple[str, ...],
    output_format: Format,
) -> None:  # fmt: skip
    """Take in documents fetched by hand, or dated captures, through the same gate as a night.

    Changes among dated captures are kept with their dates; nobody is alerted of the past. Of a payer that ketwatch does
    not know, say its type and states; what nobody says stays unknown.

    Example: ketwatch add policy.pdf --payer hilltop-plan --payer-type medicaid --states MI
    """
    captures = read_manifest(manifest) if manifest else []
    if files:
        captures += _captures(files, payer, policy, url, fetched_at)
    if not captures:
        raise click.UsageError("name a FILE with --payer, or give --manifest")
    words = tuple(word for word in must_mention if word) if must_mention else DRUG_NAMES
    chosen = settings()
    added = add_documents(
        chosen.data, captures, now=utc_now(), must_mention=words, payer=PayerFacts(payer_type, states),
        rules=chosen.read_config().rules,
    )  # fmt: skip
    print_rows(added, Added, output_format, ADDED_COLUMNS)
    for line in _unknown_lines(chosen.open(), captures):
        click.echo(line, err=True)


def _captures(
    files: tuple[Path, ...], payer: str | None, policy: str | None, url: str | None, fetched_at: str | None
) -> list[Capture]:
    if payer is None:
        raise click.UsageError("say whose document it is: --payer ID")
    if len(files) > 1 and (url or policy):
        raise click.UsageError("--url and --policy belong to one FILE; use --manifest for several")
    return [
        Capture(payer, url or file.resolve().as_uri(), file, policy or (None if url else file.stem), fetched_at)
        for file in files
    ]


def _unknown_lines(db: Database, captures: Sequence[Capture]) -> Iterator[str]:
    """What is not known of the payers, and what it costs."""
    for payer in dict.fromkeys(capture.payer for capture in captures):
        known = get_payer(db, payer)
        if known and known.payer_type == "unknown":
            yield f"{payer}: its type is unknown; say --payer-type"
        if known and not known.states:
            yield f"{payer}: its states are unknown, so `coverage --state` leaves it out; say --states"
