"""The FDA label: where payers stand against it, and how late they follow it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import get_args

import click

from db.label import FindingRow
from db.label_queries import AgainstLabelFilter, AgainstLabelRow, LabelLagRow, list_against_label, list_label_lag
from db.sources import get_payer, get_source
from parsers.models import Indication, Product
from tracker.alerts.wording import key_words, side_words
from tracker.cli.errors import CannotReadError
from tracker.cli.output import Format, format_option, print_json, print_rows
from tracker.cli.settings import data_option, settings
from tracker.clock import utc_now
from tracker.label.against import LabelClass
from tracker.label.events import LABELS, LabelEvent, Watched
from tracker.label.lag import LagSummary, summaries

AGAINST_COLUMNS = ("source", "about", "against_label", "beyond", "below", "on_its_date")
EVENT_COLUMNS = ("event", "product", "approved_on", "announced_on", "headline")
WATCHED_COLUMNS = ("product", "what", "known", "as_of")
LAG_COLUMNS = ("source", "indication", "outcome", "followed_on", "weeks", "clause", "page")
EVENTS = tuple(event.event for event in LABELS.events)


@dataclass(frozen=True, slots=True)
class AgainstLine:
    """A position against the label as the table shows it."""

    source: str
    about: str
    against_label: str
    beyond: str
    below: str
    on_its_date: str


@dataclass(frozen=True, slots=True)
class LagLine:
    """How one source followed an event, as the table shows it."""

    source: str
    indication: str
    outcome: str
    followed_on: str | None
    weeks: str
    clause: str | None
    page: int | None


@click.command()
@click.argument("who", metavar="[PAYER|SOURCE]", required=False)
@click.option("--product", type=click.Choice(get_args(Product)))
@click.option("--indication", type=click.Choice(get_args(Indication)), metavar="trd|mdsi|…")
@click.option("--class", "label_class", type=click.Choice(get_args(LabelClass)))
@click.option("--off-label", is_flag=True, help="Uses that the label does not name as well.")
@click.option("--events", is_flag=True, help="The label's editions instead, and what is watched next.")
@format_option
@data_option
def label(
    who: str | None,
    product: str | None,
    indication: str | None,
    label_class: str | None,
    off_label: bool,
    events: bool,
    output_format: Format,
) -> None:
    """Who asks for more than the FDA label, by which clause.

    Judged by the label of today, and by the one in force on the policy's own date.

    Example: ketwatch label --class more_restrictive
    """
    if events:
        _print_events(output_format)
        return
    db = settings().open()
    if who and get_payer(db, who) is None and get_source(db, who) is None:
        raise CannotReadError(f"no payer and no source is called {who}: `ketwatch sources` lists them")
    wanted = AgainstLabelFilter(utc_now()[:10], who, product, indication, label_class, off_label)
    rows = list_against_label(db, wanted)
    if output_format == "table":
        print_rows([_in_words(row) for row in rows], AgainstLine, output_format, AGAINST_COLUMNS)
    else:
        print_rows(rows, AgainstLabelRow, output_format, ())


@click.command("label-lag")
@click.option("--event", type=click.Choice(EVENTS), default=EVENTS[-1], show_default=True, help="Which label event.")
@click.option("--payer", help="One payer, by its id.")
@format_option
@data_option
def label_lag(event: str, payer: str | None, output_format: Format) -> None:
    """How many weeks after a label event each payer followed it, and who has not yet.

    Example: ketwatch label-lag --event spravato-alone
    """
    rows = list_label_lag(settings().open(), today=utc_now()[:10], payer=payer, event=event)
    figures = summaries(rows)
    if output_format == "json":
        print_json({"events": [asdict(one) for one in figures], "payers": [asdict(row) for row in rows]})
        return
    if output_format == "csv":
        print_rows(rows, LabelLagRow, output_format, ())
    else:
        print_rows([_lag_line(row) for row in rows], LagLine, output_format, LAG_COLUMNS)
        click.echo("\n".join(_figures(one) for one in figures) or "no policy about it has been read yet")


def _print_events(output_format: Format) -> None:
    if output_format == "json":
        print_json(
            {
                "events": [_plain(event) for event in LABELS.events],
                "watched": [_plain(one) for one in LABELS.watched],
            }
        )
        return
    print_rows(LABELS.events, LabelEvent, output_format, EVENT_COLUMNS)
    if output_format == "table":
        click.echo("\nwatched next")
        print_rows(LABELS.watched, Watched, output_format, WATCHED_COLUMNS)


def _plain(thing: LabelEvent | Watched) -> dict[str, object]:
    return {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in asdict(thing).items()}


def _in_words(row: AgainstLabelRow) -> AgainstLine:
    then = "as today" if row.class_then == row.label_class else _words(row.class_then or "no label yet")
    return AgainstLine(
        source=row.source,
        about=f"{row.product} {row.indication} {row.phase}",
        against_label=_words(row.label_class) + (", by reference" if row.by_reference else ""),
        beyond=_clauses(one for one in row.findings if one.side == "stricter") or _why(row),
        below=_clauses(one for one in row.findings if one.side == "looser"),
        on_its_date=then,
    )


def _why(row: AgainstLabelRow) -> str:
    """The reason where no clause shows it."""
    return "" if row.label_class == "consistent" or row.findings else row.reason


def _words(label_class: str) -> str:
    return label_class.replace("_", " ")


def _clauses(findings: Iterable[FindingRow]) -> str:
    told = (
        f"{one.kind}{f' (grade {one.grade})' if one.grade else ''}: "
        f"{key_words(one.key).label}: {side_words(one.key, one.value)}"
        for one in findings
    )
    return "; ".join(told)


def _lag_line(row: LabelLagRow) -> LagLine:
    weeks = "" if row.weeks is None else f"{row.weeks:g}"
    if row.outcome == "not_yet":
        weeks += " so far"
    elif row.at_most:
        weeks = f"at most {weeks}"
    # The clause shows what still holds a payer back; where nothing does, none is needed.
    behind = row.outcome in ("not_yet", "not_covered", "unknown")
    clause, page = (row.text, row.page) if behind else (None, None)
    return LagLine(row.source, row.indication, _words(row.outcome), row.followed_on, weeks, clause, page)


def _figures(one: LagSummary) -> str:
    median = "not reached" if one.median_weeks is None else f"{one.median_weeks} weeks"
    return (
        f"{one.event} (approved {one.approved_on}): {one.followed} followed, {one.by_reference} by reference, "
        f"{one.already} already, {one.announced} announced, {one.not_yet} not yet; median {median}, published for "
        f"earlier changes of labels {one.published_median_weeks} weeks"
    )
