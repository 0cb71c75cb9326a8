"""The review queue: what ketwatch cannot decide alone, and what people decide about it."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from typing import get_args

import click
from sqlite_utils import Database

from db.changes import Direction
from parsers.models import Indication, Phase, Status
from tracker.cli.errors import CannotReadError
from tracker.cli.output import Format, format_option, print_rows
from tracker.cli.review_item import ItemLine, item_lines
from tracker.cli.settings import config_option, data_option, settings
from tracker.clock import utc_now
from tracker.review.consequences import Hand
from tracker.review.decide import Side, accept, correct_direction, correct_leaf, correct_position, correct_side, dismiss
from tracker.review.find import ReviewError
from tracker.review.ids import ComparisonId, ItemId, ReadingId, parse_id
from tracker.review.queue import QueueItem, review_queue
from tracker.review.values import ValueTypedError, read_field

QUEUE_COLUMNS = ("id", "source", "what", "confidence", "why", "since")
ITEM_COLUMNS = ("id", "what", "read", "holds", "text", "page")


def item_id(_: click.Context, __: click.Parameter, value: str) -> ItemId:
    """The item that an id names; anything else is refused with the forms there are."""
    try:
        return parse_id(value)
    except ValueError as error:
        raise click.BadParameter(str(error)) from error


def decision_options(function: Callable[..., None]) -> Callable[..., None]:
    """The item, who decides and why."""
    for option in (
        config_option,
        data_option,
        click.option("--note", default="", help="Why; whoever hears of the decision reads it."),
        click.option("--by", "reviewer", envvar="KETWATCH_REVIEWER", default=getpass.getuser, metavar="NAME",
                     help="Who decides (KETWATCH_REVIEWER; default your login); kept, and told to nobody."),
        click.argument("item", callback=item_id, metavar="ID"),
    ):  # fmt: skip
        function = option(function)
    return function


@click.group(invoke_without_command=True)
@click.option("--payer", help="One payer, by its id.")
@format_option
@data_option
@click.pass_context
def review(context: click.Context, payer: str | None, output_format: Format) -> None:
    """What waits for a person: verdicts that are not sure, answers that could not be read.

    A comparison is called c12 and its second change c12.2; a position p7.2 and its fourth criterion p7.2.4.

    Example: ketwatch review --payer priority-health
    """
    if context.invoked_subcommand is None:
        items = review_queue(settings().open(), payer=payer)
        if not items and output_format == "table":
            click.echo("nothing waits for a person")
        print_rows(items, QueueItem, output_format, QUEUE_COLUMNS)


@review.command("show")
@click.argument("item", callback=item_id, metavar="ID")
@format_option
@data_option
def show_item(item: ItemId, output_format: Format) -> None:
    """One item with everything that can be corrected in it, and the clauses.

    Example: ketwatch review show c12
    """
    try:
        lines = item_lines(settings().open(), item)
    except ReviewError as error:
        raise CannotReadError(str(error)) from error
    print_rows(lines, ItemLine, output_format, ITEM_COLUMNS)


@review.command("accept")
@decision_options
def accept_item(item: ItemId, reviewer: str, note: str) -> None:
    """Take an item as it stands; an undecided change goes to those whose rules ask for sure ones.

    Example: ketwatch review accept c12 --note "read the passage"
    """
    _decide(item, lambda db: accept(db, item, _hand(reviewer, note)), "accepted")


@review.command("dismiss")
@decision_options
def dismiss_item(item: ItemId, reviewer: str, note: str) -> None:
    """Say that an item is nothing: no change, or an answer that cannot be read. Nobody hears of it.

    Example: ketwatch review dismiss c12 --note "the same rule in other words"
    """
    _decide(item, lambda db: dismiss(db, item, _hand(reviewer, note)), "dismissed")


@review.command("correct")
@click.option("--direction", type=click.Choice(get_args(Direction)), help="Of a change: what it does to access.")
@click.option("--before", metavar="VALUE", help="Of a change: what the older clause says; null for nothing.")
@click.option("--after", metavar="VALUE", help="Of a change: what the newer clause says; null for nothing.")
@click.option("--value", metavar="VALUE", help="Of a criterion or a position: what it says; null where it is none.")
@click.option("--key", metavar="KEY", help="Of a criterion: which one it is, as in failed_ad_count.")
@click.option("--status", type=click.Choice(get_args(Status)), help="Of a position.")
@click.option("--indication", type=click.Choice(get_args(Indication)), metavar="trd|mdsi|…", help="Of a position.")
@click.option("--phase", type=click.Choice(get_args(Phase)), help="Of a position.")
@click.option("--prior-authorization", type=click.Choice(["true", "false", "null"]), help="Of a position.")
@decision_options
def correct_item(item: ItemId, reviewer: str, note: str, **typed: str | None) -> None:
    """Say what is right. It holds for every version that says or reads the same, and for what is compared later.

    Example: ketwatch review correct c12.2 --after 2 --note "three is the number of classes"
    """
    given = {name: value for name, value in typed.items() if value is not None}
    hand = _hand(reviewer, note)
    if isinstance(item, ComparisonId):
        _decide(item, lambda db: _correct_change(db, item, given, hand), "corrected")
    else:
        _decide(item, lambda db: _correct_reading(db, item, given, hand), "corrected")


def _correct_change(db: Database, item: ComparisonId, given: dict[str, str], hand: Hand) -> None:
    if not given or set(given) - {"direction", "before", "after"}:
        raise click.UsageError(f"{item} is a change: give it --before, --after or --direction")
    sides: tuple[Side, ...] = ("before", "after")
    for side in sides:
        if side in given:
            correct_side(db, item, side, given[side], hand)
    direction: tuple[Direction, ...] = get_args(Direction)
    if "direction" in given:
        correct_direction(db, item, next(one for one in direction if one == given["direction"]), hand)


def _correct_reading(db: Database, item: ReadingId, given: dict[str, str], hand: Hand) -> None:
    if item.leaf is not None:
        if not given or set(given) - {"key", "value"}:
            raise click.UsageError(f"{item} is a criterion: give it --value or --key")
        correct_leaf(db, item, given.get("key"), given.get("value"), hand)
    elif given == {"value": "null"}:
        correct_position(db, item, None, hand)
    else:
        fields = {"status", "indication", "phase", "prior_authorization"}
        if not given or set(given) - fields:
            raise click.UsageError(f"{item} is a position: give it --status, --indication, --phase or --value null")
        correct_position(db, item, {name: read_field(name, value) for name, value in given.items()}, hand)


def _hand(reviewer: str, note: str) -> Hand:
    return Hand(reviewer, utc_now(), note, settings().read_config().rules)


def _decide(item: ItemId, decision: Callable[[Database], None], done: str) -> None:
    try:
        decision(settings().open())
    except (ReviewError, ValueTypedError) as error:
        raise CannotReadError(str(error)) from error
    click.echo(f"{item} {done}")
