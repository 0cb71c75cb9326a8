"""What an id names: a comparison with its changes, or a position and a criterion as they were read."""

from __future__ import annotations

from typing import Literal

from sqlite_utils import Database
from sqlite_utils.db import NotFoundError

from db.changes import Change, StoredComparison, get_comparison
from db.corrections import as_corrected
from db.reviews import reviews_of
from db.versions import get_version
from parsers.criteria.trees import leaves_of
from parsers.models import Leaf, Position
from tracker.review.apply import review_of_leaf
from tracker.review.ids import ComparisonId, ItemId, ReadingId
from tracker.review.readings import policy_as_read

# Changes of an answer as a whole; their clause is the position's first passage.
_OF_THE_POSITION = ("status", "prior_authorization")


class ReviewError(Exception):
    """A decision that cannot be made; the message says what can."""


def find_comparison(db: Database, item: ItemId) -> StoredComparison:
    """The comparison of an id as it holds; one that was taken back as it was found. Raises ReviewError."""
    if not isinstance(item, ComparisonId):
        raise ReviewError(f"{item} is a reading: give it --value, --key, --status, --indication or --phase")
    try:
        return as_corrected(db, item.comparison) or get_comparison(db, item.comparison)
    except NotFoundError as error:
        raise ReviewError(f"there is no comparison {item}: `ketwatch review` lists what is undecided") from error


def find_change(stored: StoredComparison, item: ComparisonId) -> Change:
    """The change of an id; a comparison with one change needs no number. Raises ReviewError."""
    changes = stored.content.changes
    if item.change is None and len(changes) == 1:
        return changes[0]
    if item.change is None or not 0 <= item.change < len(changes):
        ids = ", ".join(str(ComparisonId(item.comparison, n)) for n in range(len(changes)))
        raise ReviewError(f"say which change of c{item.comparison}: {ids or 'it has none'}")
    return changes[item.change]


def find_position(db: Database, item: ReadingId) -> tuple[str, Position]:
    """The source of a reading and the position as it was read. Raises ReviewError."""
    try:
        version = get_version(db, item.version)
    except NotFoundError as error:
        raise ReviewError(f"there is no version {item.version}: `ketwatch show SOURCE` lists them") from error
    positions = policy_as_read(db, version).positions
    if not 0 <= item.position < len(positions):
        raise ReviewError(f"version {item.version} has {len(positions)} positions, no {item}")
    return version.source, positions[item.position]


def find_leaf(db: Database, item: ReadingId) -> tuple[str, Position, Leaf]:
    """The source of a reading, the position and the criterion as they were read. Raises ReviewError."""
    source, position = find_position(db, item)
    found = list(leaves_of(position.criteria))
    if item.leaf is None or not 0 <= item.leaf < len(found):
        here = f"p{item.version}.{item.position + 1}"
        raise ReviewError(f"say which of the {len(found)} criteria of {here}: `ketwatch review show {here}` lists them")
    return source, position, found[item.leaf]


def find_side(db: Database, stored: StoredComparison, change: Change, side: Literal["before", "after"]) -> ReadingId:
    """Where one side of a change was read. Raises ReviewError when that side says nothing."""
    version = get_version(db, stored.old_version if side == "before" else stored.new_version)
    text = change.before_text if side == "before" else change.after_text
    newest_first = tuple(reversed(reviews_of(db, stored.source)))
    for n, position in enumerate(policy_as_read(db, version).positions):
        if (position.product, position.indication, position.phase) != (change.product, change.indication, change.phase):
            continue
        if change.key in _OF_THE_POSITION:
            return ReadingId(version.version, n)
        for m, leaf in enumerate(leaves_of(position.criteria)):
            review = review_of_leaf(leaf, position, newest_first)
            corrected = review.corrected if review else None
            keys = {leaf.key, corrected["key"]} if isinstance(corrected, dict) else {leaf.key}
            if leaf.text == text and change.key in keys:
                return ReadingId(version.version, n, m)
    raise ReviewError(f"nothing was read of {change.key} {side} the change: --direction says what it does to access")
