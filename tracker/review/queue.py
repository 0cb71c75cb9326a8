"""What waits for a person: verdicts that are not sure, and answers whose status could not be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlite_utils import Database

from db.changes import Change
from db.corrections import as_corrected
from db.reviews import reviews_of
from db.sources import all_sources
from db.versions import last_confirmed
from tracker.alerts.wording import WORDING, change_words
from tracker.review.apply import review_of_position
from tracker.review.ids import ComparisonId, ReadingId
from tracker.review.readings import policy_as_read

# Low confidence covers clauses that could not be read on one side, regrouped criteria with more branches than were
# compared, and an answer that is denied now where the policy was silent. What an archive tells of the past is not put
# before people: their time is for what holds today.
UNDECIDED = """
    SELECT k.comparison FROM held_comparisons k JOIN sources USING (source)
    JOIN versions v ON v.version = k.new_version
    JOIN snapshots s ON s.snapshot = v.snapshot
    WHERE v.state = 'confirmed' AND s.provenance <> 'archive' AND (:payer IS NULL OR sources.payer = :payer)
      AND k.comparison NOT IN (SELECT comparison FROM reviews WHERE about = 'comparison')
      AND (k.verdict = 'unknown' OR k.confidence = 'low'
           OR EXISTS (SELECT 1 FROM held_changes c WHERE c.comparison = k.comparison AND c.direction = 'unknown'))
    ORDER BY k.detected_at DESC, k.comparison DESC"""


@dataclass(frozen=True, slots=True)
class QueueItem:
    """Something undecided. `why` says what keeps ketwatch from deciding; `since` is when it was found."""

    id: str
    source: str
    what: str
    verdict: str | None
    confidence: str | None
    why: str
    since: str


def review_queue(db: Database, *, payer: str | None = None) -> list[QueueItem]:
    """Everything undecided, of one payer when given: comparisons first, newest first."""
    return [*_comparisons(db, payer), *_positions(db, payer)]


def _comparisons(db: Database, payer: str | None) -> Iterator[QueueItem]:
    for row in db.query(UNDECIDED, {"payer": payer}):
        stored = as_corrected(db, int(str(row["comparison"])))
        if stored is None:  # the view lists none that was taken back
            continue
        content = stored.content
        what = "; ".join(_change_line(change) for change in content.changes) or "wording only"
        yield QueueItem(
            str(ComparisonId(stored.comparison)), stored.source, what, content.verdict, content.confidence,
            content.reason, stored.detected_at,
        )  # fmt: skip


def _change_line(change: Change) -> str:
    return f"{change.product} {change.indication} {change.phase}: {change_words(change)} ({change.direction})"


def _positions(db: Database, payer: str | None) -> Iterator[QueueItem]:
    for source in all_sources(db, payer=payer):
        version = last_confirmed(db, source.source)
        if version is None or not _has_unknown(db, version.version):
            continue
        newest_first = tuple(reversed(reviews_of(db, source.source)))
        for n, position in enumerate(policy_as_read(db, version).positions):
            if position.status == "unknown" and review_of_position(position, newest_first) is None:
                what = f"{position.product} {position.indication} {position.phase}: {WORDING.statuses['unknown']}"
                why = "it is named, but no status can be read"
                item = str(ReadingId(version.version, n))
                yield QueueItem(item, source.source, what, None, None, why, version.seen_at)


def _has_unknown(db: Database, version: int) -> bool:
    return bool(db["positions"].count_where("version = ? AND status = 'unknown'", [version]))
