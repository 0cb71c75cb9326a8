"""What a correction makes different: answers on record, comparisons, and alerts that said otherwise."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from sqlite_utils import Database

from db.changes import Comparison, StoredComparison, comparisons_of
from db.corrections import add_correction, as_corrected
from db.outbox import alerts_of, withdraw
from db.reviews import Decision, Review, add_review, reviews_of
from db.versions import get_version, restate_positions, versions_of
from parsers.models import ParsedPolicy
from tracker.alerts.corrections import contradicts, record_correction
from tracker.clock import parse_instant
from tracker.compare.parts import compare_part_again
from tracker.compare.verdict import compare
from tracker.label.events import LABELS
from tracker.label.record import judge
from tracker.label.reference import reference_comparison
from tracker.outgoing import account_for, queue_alerts
from tracker.review.apply import corrected_directions, corrected_policy
from tracker.review.readings import policy_as_read, policy_of
from tracker.rules import Rule

# What was found longer ago is no news to anybody who has not been told of it, however late it is decided.
NEWS_FOR = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Hand:
    """Who decides, when and why, and the rules by which others hear of it."""

    reviewer: str
    at: str
    note: str = ""
    rules: tuple[Rule, ...] = ()


def reason_of(hand: Hand) -> str:
    """A decision in a few words for whoever hears of it, without a full stop. Who decided is on record, not told."""
    return "a person has read the passage" + (f": {hand.note.rstrip('.')}" if hand.note else "")


def about_comparison(stored: StoredComparison, decision: Decision, hand: Hand) -> Review:
    """The decision on a comparison as a whole."""
    return Review(
        stored.source, "comparison", decision, hand.reviewer, hand.at, hand.note, stored.comparison,
        read=stored.content.verdict,
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
            if version.state == "confirmed":
                judge(db, version.version)
    for stored in comparisons_of(db, source):
        # A part stands against the policy that it was split from, which its own reviews have corrected.
        is_part = stored.old_version not in after
        whole = policy_of(db, get_version(db, stored.old_version)) if is_part else None
        was = _compared(stored, before, reviews[:-1], whole)
        holds = _compared(stored, after, reviews, whole)
        if stored.comparison == decided:
            holds = replace(holds, confidence="high", reason=reason_of(hand))
        if was != holds:
            add_review(db, about_comparison(stored, "corrected", hand))
            account_for(db, stored, holds, after[stored.new_version])
            tell_corrected(db, stored, holds if holds.changes or holds.action_required else None, hand)


def _compared(
    stored: StoredComparison, policies: dict[int, ParsedPolicy], reviews: tuple[Review, ...], whole: ParsedPolicy | None
) -> Comparison:
    new = policies[stored.new_version]
    if whole is not None:
        return corrected_directions(compare_part_again(whole, new, stored.content), reviews)
    old = policies[stored.old_version]
    event = next((one for one in LABELS.events if one.event == stored.label_event), None)
    moved = reference_comparison(new.positions, event) if event else None
    return corrected_directions(moved or compare(old, new), reviews)


def tell_corrected(db: Database, stored: StoredComparison, holds: Comparison | None, hand: Hand) -> None:
    """Put on record what holds in place of a comparison (None: nothing had changed), and let nobody be told otherwise.

    Whoever was told what does not hold gets a correction; whoever was not, and whose rule admits what holds, is told
    it while it is news.
    """
    told = as_corrected(db, stored.comparison)
    if holds and told and not contradicts(told.content, holds):
        add_correction(db, stored.comparison, holds, origin="review", reason=reason_of(hand), at=hand.at)
    else:
        record_correction(db, stored.comparison, holds, reason=reason_of(hand), at=hand.at)
    if holds and parse_instant(hand.at) - parse_instant(stored.detected_at) <= NEWS_FOR:
        _take_back_untried(db, stored.comparison)
        queue_alerts(db, stored.comparison, holds, rules=hand.rules, at=hand.at)


def _take_back_untried(db: Database, comparison: int) -> None:
    """Whoever has not been told yet is told only if a rule asks for what holds now: it is put in the outbox anew."""
    for alert in alerts_of(db, comparison):
        if alert.state == "pending" and alert.message is None:
            withdraw(db, alert.alert)
