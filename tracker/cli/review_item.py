"""One item of the review queue in full: what was read, what holds, and the id by which each part can be corrected."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlite_utils import Database

from db.changes import StoredComparison
from db.reviews import Review, reviews_of
from parsers.criteria.trees import leaves_of
from parsers.models import Leaf, Position, value_to_json
from tracker.alerts.wording import change_words
from tracker.review.apply import evidence_of, review_of_leaf, review_of_position
from tracker.review.find import find_comparison, find_position
from tracker.review.ids import ComparisonId, ItemId, ReadingId


@dataclass(frozen=True, slots=True)
class ItemLine:
    """A part of an item. `read` is what ketwatch read and `holds` what a person put in its place, None: nobody did;
    `text` and `page` are the clause, of a change the newer one or else the older.
    """

    id: str
    what: str
    read: object
    holds: object
    text: str | None
    page: int | None


def item_lines(db: Database, item: ItemId) -> list[ItemLine]:
    """The parts of an item that can be corrected. Raises ReviewError."""
    if isinstance(item, ComparisonId):
        stored = find_comparison(db, item)
        return list(_change_lines(stored, reviews_of(db, stored.source)))
    source, position = find_position(db, item)
    return list(_reading_lines(item, position, tuple(reversed(reviews_of(db, source)))))


def _change_lines(stored: StoredComparison, reviews: tuple[Review, ...]) -> Iterator[ItemLine]:
    decided = [review for review in reviews if review.comparison == stored.comparison]
    content = stored.content
    yield ItemLine(
        str(ComparisonId(stored.comparison)), f"{content.verdict}, confidence {content.confidence}: {content.reason}",
        content.verdict, decided[-1].decision if decided else None, None, None,
    )  # fmt: skip
    for n, change in enumerate(content.changes):
        about = f"{change.product} {change.indication} {change.phase}"
        newer = change.after_text is not None
        yield ItemLine(
            str(ComparisonId(stored.comparison, n)), f"{about}: {change_words(change)}", change.direction, None,
            change.after_text if newer else change.before_text, change.after_page if newer else change.before_page,
        )  # fmt: skip


def _reading_lines(item: ReadingId, position: Position, newest_first: tuple[Review, ...]) -> Iterator[ItemLine]:
    about = f"{position.product} {position.route} {position.indication} {position.phase}"
    page = position.evidence[0].page if position.evidence else None
    whole = ReadingId(item.version, item.position)
    yield _line(whole, about, position.status, review_of_position(position, newest_first), evidence_of(position), page)
    for n, leaf in enumerate(leaves_of(position.criteria)):
        yield _leaf_line(ReadingId(item.version, item.position, n), leaf, review_of_leaf(leaf, position, newest_first))


def _leaf_line(item: ReadingId, leaf: Leaf, review: Review | None) -> ItemLine:
    return _line(item, leaf.key, value_to_json(leaf.value), review, leaf.text, leaf.page)


def _line(item: ReadingId, what: str, read: object, review: Review | None, text: str, page: int | None) -> ItemLine:
    holds = None if review is None else review.corrected if review.decision == "corrected" else review.decision
    return ItemLine(str(item), what, read, holds, text, page)
