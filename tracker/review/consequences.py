"""What a correction makes different: answers on record, comparisons, and alerts that said otherwise."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace

from sqlite_utils import Database

from db.changes import Comparison, StoredComparison, comparisons_of
from db.reviews import Decision, Review, add_review, reviews_of, silence
from db.versions import restate_positions, versions_of
from parsers.models import ParsedPolicy
from tracker.compare.verdict import compare
from tracker.outgoing import account_for, queue_alerts
from tracker.review.apply import corrected_directions, corrected_policy
from tracker.review.readings import policy_as_read
from tracker.rules import Rule


@dataclass(frozen=True, slots=True)
class Hand:
    """Who decides, when and why, and the rules by which others hear of it."""

    reviewer: str
    at: str
    note: str = ""
    rules: tuple[Rule, ...] = ()


def reason_of(hand: Hand) -> str:
    """A decision in a few words, without a full stop."""
    return f"reviewed by {hand.reviewer}" + (f": {hand.note.rstrip('.')}" if hand.note else "")


def about_comparison(
    stored: StoredComparison, decision: Decision, hand: Hand, holds: Comparison | None = None
) -> Review:
    """The decision on a comparison as a whole; `holds` is what a correction puts in its place."""
    return Review(
        stored.source, "comparison", decision, hand.reviewer, hand.at, hand.note, stored.comparison,
        read=stored.content.verdict, corrected=asdict(holds) if holds else None,
    )  # fmt: skip


def restate(db: Database, source: str, hand: Hand, *, decided: int | None = None) -> None:
    """Lay the last review of a source over its versions and comparisons; nothing else is concluded anew.

    `decided` is the comparison that the person looked at: it is sure now, even where nothing in it moved.
    """
    reviews = reviews_of(db, source)
    before: dict[int, ParsedPolicy] = {}
    after: dict[int, ParsedPolicy] = {}
    for version in versions_of(db, source):
        read = policy_as_read(db, version)
        before[version.version] = corrected_policy(read, reviews[:-1])
        after[version.version] = corrected_policy(read, reviews)
        if before[version.version] != after[version.version]:
            restate_positions(db, version.version, after[version.version].positions)
    for stored in comparisons_of(db, source):
        was = _compared(stored, before, reviews[:-1])
        holds = _compared(stored, after, reviews)
        if stored.comparison == decided:
            holds = replace(holds, confidence="high", reason=reason_of(hand))
        if was != holds:
            add_review(db, about_comparison(stored, "corrected", hand, holds))
            account_for(db, stored, holds, after[stored.new_version])
            tell_corrected(db, stored, holds if holds.changes else None, hand)


def _compared(stored: StoredComparison, policies: dict[int, ParsedPolicy], reviews: tuple[Review, ...]) -> Comparison:
    return corrected_directions(compare(policies[stored.old_version], policies[stored.new_version]), reviews)


def tell_corrected(db: Database, stored: StoredComparison, holds: Comparison | None, hand: Hand) -> None:
    """Let nobody be told what does not hold; `holds` None: nothing had changed.

    What was told and holds goes to whoever has not got it. Where it does not hold, this is the place for
    `record_correction(db, stored.comparison, holds, reason=reason_of(hand), at=hand.at)`, which also follows up
    what has been sent.
    """
    told = stored.content
    if holds and (holds.verdict, holds.changes) == (told.verdict, told.changes):
        queue_alerts(db, stored.comparison, holds, rules=hand.rules, at=hand.at)
    else:
        silence(db, stored.comparison)
