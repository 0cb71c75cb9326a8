"""What deserves somebody's eyes although it was read: warnings, which hold nothing back and close by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from sqlite_utils import Database

from db.incidents import close_warning, open_warning
from db.sources import Source
from parsers.drugs.names import mentions
from parsers.models import ParsedPolicy
from tracker.caution import loses_more_than
from tracker.layout import follow_layout

# What a reading is measured by, each with a warning of its own.
Expectation = Literal["words_missing", "few_positions", "lost_positions"]
EXPECTATIONS: tuple[Expectation, ...] = ("words_missing", "few_positions", "lost_positions")


def take_second_look(
    db: Database, source: Source, old: ParsedPolicy | None, new: ParsedPolicy, *, at: str
) -> None:  # fmt: skip
    """Open, bring up to date and close the warnings of a document that was read well.

    `old` is the version in force, None when there is none to compare with.
    """
    found = dict(_below_expectation(source, old, new))
    for kind in EXPECTATIONS:
        if kind in found:
            open_warning(db, source.source, kind, found[kind], at=at)
        else:
            close_warning(db, source.source, kind, at=at)
    follow_layout(db, source.source, old, new, at=at)


def _below_expectation(
    source: Source, old: ParsedPolicy | None, new: ParsedPolicy
) -> Iterator[tuple[Expectation, str]]:  # fmt: skip
    if source.should_mention and not any(_mentions(new, word) for word in source.should_mention):
        yield "words_missing", f"none of the words {', '.join(source.should_mention)} stands in it"
    answered = sum(position.status != "unknown" for position in new.positions)
    if answered < source.usual_positions:
        yield "few_positions", f"answers read: {answered}, usually at least {source.usual_positions}"
    if old and loses_more_than(source.notable_loss, old, new):
        yield "lost_positions", f"{len(new.positions)} positions read, {len(old.positions)} before"


def _mentions(policy: ParsedPolicy, word: str) -> bool:
    return any(mentions(block.text, word) for block in policy.blocks)
