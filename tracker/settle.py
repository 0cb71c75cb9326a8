"""What a fetch means for its source: changed, unchanged or unknown, with everything that follows in one transaction.

The rules are those of the design: a failure is never "unchanged", the first sight is silent, a comparison is with the
version in force, what only a newer reader sees alerts nobody, and a loss waits until a second fetch shows it again.
"""

from __future__ import annotations

import logging
import sqlite3
from dataclasses import dataclass, replace
from datetime import timedelta

from sqlite_utils import Database

from db.candidates import notice_instead, split_from
from db.changes import Comparison
from db.connection import write
from db.corrections import told_against
from db.incidents import close_incident, open_incident
from db.readings import find_failure, find_reading, get_reading
from db.reviews import reviews_of
from db.revisions import record_revisions
from db.runs import SourceOutcome, record_outcome, was_read
from db.snapshots import Snapshot, content_of, get_snapshot
from db.sources import Source, get_source
from db.versions import (
    Kind,
    State,
    Version,
    add_version,
    confirm_version,
    last_confirmed,
    pending_version,
    reject_version,
    retell_version,
)
from parsers.jsonio import load_parsed
from parsers.models import ParsedPolicy, Quality
from parsers.release import EXTRACTOR
from tracker.clock import parse_instant
from tracker.night import Night
from tracker.outgoing import record_change
from tracker.rereading import correct_what_was_told
from tracker.review.apply import corrected_policy
from tracker.review.readings import reviewed_comparison
from tracker.second_look import take_second_look
from tracker.second_witness import own_history
from tracker.standing import Standing, others_of_split
from tracker.unknown import IncidentKind, UnknownError, unknown_fetch

log = logging.getLogger(__name__)

LEAD = "a lead: kept for discovery, not read as a policy"
FIRST_SIGHT = "first sight"


@dataclass(frozen=True, slots=True)
class Read:
    """A document as this release reads it; `reading` is the number of the stored reading."""

    reading: int
    policy: ParsedPolicy


def settle(db: Database, fetch: Snapshot, night: Night) -> SourceOutcome:
    """Judge one source's fetch and store the outcome with its version, comparison, alerts and incident: all or none.

    The documents must have been read before (tracker.extract).
    """
    with write(db):
        source = get_source(db, fetch.source)
        if source is None:
            raise LookupError(f"snapshot {fetch.snapshot} names the source {fetch.source!r}, which is not registered")
        outcome, incident = _judge(db, source, fetch, night)
        if night.past:
            return outcome
        if incident:
            open_incident(db, source.source, incident, outcome.reason, at=night.at)
        else:
            close_incident(db, source.source, at=night.at)
        record_outcome(db, night.run, outcome)
    return outcome


def settle_safely(db: Database, fetch: Snapshot, night: Night) -> SourceOutcome:
    """Settle a fetch; a source that breaks the code is unknown, with an incident, and never stops the others.

    Raises sqlite3.Error: a database in trouble is nobody's outcome.
    """
    try:
        return settle(db, fetch, night)
    except sqlite3.Error:
        raise
    except Exception as error:
        log.exception("%s cannot be settled", fetch.source)
        reason = f"ketwatch broke on it ({type(error).__name__}: {error}); please report it"
    outcome = SourceOutcome(fetch.source, "unknown", None, reason, fetch.snapshot)
    if not night.past:
        with write(db):
            open_incident(db, fetch.source, "unread", reason, at=night.at)
            record_outcome(db, night.run, outcome)
    return outcome


def _judge(db: Database, source: Source, fetch: Snapshot, night: Night) -> tuple[SourceOutcome, IncidentKind | None]:
    try:
        changed, reason = _follow(db, source, fetch, night)
    except UnknownError as unknown:
        outcome = SourceOutcome(source.source, "unknown", unknown.quality, unknown.reason, fetch.snapshot)
        return outcome, unknown.kind
    quality: Quality | None = None if source.is_lead else "ok"
    return SourceOutcome(source.source, "changed" if changed else "unchanged", quality, reason, fetch.snapshot), None


def _follow(db: Database, source: Source, fetch: Snapshot, night: Night) -> tuple[bool, str]:
    """Whether the source changed, and what to say of it. Raises UnknownError."""
    content = _content(db, fetch)
    if source.is_lead:
        return False, LEAD
    instead = notice_instead(db, source.source, content.sha256 or "")
    if instead:
        # Where a document was is no policy: what held before is neither dropped nor confirmed by it.
        raise UnknownError("moved" if instead[0] == "moved" else "retired", f"{instead[0]}: {instead[1]}")
    new = _read_well(db, content, source)
    own = _in_force(db, source, night)
    _require_expected(source, own.policy if own else None, new.policy)
    if not night.past:
        take_second_look(db, source, own.policy if own else None, new.policy, at=night.at)
    force = own or _whole_of(db, source, night)
    if force is None:
        _add(db, content, new, "first", "confirmed", night.at)
        return False, FIRST_SIGHT
    if force.policy is None:
        # Two readings by different releases must not be compared; the next night compares with this one.
        _add(db, content, new, "technical", "confirmed", night.at)
        raise UnknownError(
            "unread", "the version in force cannot be read again, so changes up to tonight are not known"
        )
    if new.policy.fingerprint == force.policy.fingerprint and not force.is_whole:
        drop_pending(db, source, until=night.until)
        return False, ""
    return _change(db, source, fetch, content, new, force, force.policy, night)


def _require_expected(source: Source, old: ParsedPolicy | None, new: ParsedPolicy) -> None:
    found = len(new.positions)
    if found < source.least_positions:
        raise UnknownError("too_little", f"{found} positions read, at least {source.least_positions} expected", "ok")
    if old and old.products and not new.products:
        raise UnknownError("not_policy", "nothing about the drug, where there was before", "not_policy")


def _change(
    db: Database, source: Source, fetch: Snapshot, content: Snapshot, new: Read, force: Standing, old: ParsedPolicy,
    night: Night,
) -> tuple[bool, str]:  # fmt: skip
    found = force.compared(old, new.policy)
    comparison = reviewed_comparison(db, source.source, found, force.version, new.reading)
    loss = force.loss(old, new.policy, comparison, source.greatest_loss)
    pending = pending_version(db, source.source, until=night.until)
    if loss:
        shown = pending is not None and _shows(db, source, pending, force, old, loss)
        if not shown and (pending is None or pending.snapshot != content.snapshot):
            drop_pending(db, source, until=night.until)
            pending = _add(db, content, new, "change", "pending", night.at)
        if not (shown and pending and _is_apart(pending, fetch, night.apart)):
            raise UnknownError("waiting", f"waits for a second fetch: {loss}", "ok")
    version = _confirm(db, source, content, new, pending, night)
    if force.is_whole and not comparison.changes:
        retell_version(db, version.version, "first")
        return False, FIRST_SIGHT
    # Since when it has been so, nobody knows who had only an archive's copy before: a first sight seeds silently.
    rules = night.rules if was_read(db, force.source) else ()
    record_change(db, comparison, new.policy, old=force.version, new=version, rules=rules, at=night.at)
    return True, _summary(comparison)


def _shows(db: Database, source: Source, pending: Version, force: Standing, old: ParsedPolicy, loss: str) -> bool:
    """Whether the version that waits shows the same loss, if not the same text: a page may change daily beside it."""
    earlier = read_of(db, get_snapshot(db, pending.snapshot), source)
    if isinstance(earlier, str):
        return False
    shown = force.compared(old, earlier.policy)
    return force.loss(old, earlier.policy, shown, source.greatest_loss) == loss


def _is_apart(pending: Version, fetch: Snapshot, least: timedelta) -> bool:
    """Whether a fetch is another one than the first that showed a loss, and far enough from it."""
    distance = parse_instant(fetch.fetched_at) - parse_instant(pending.seen_at)
    return fetch.snapshot != pending.snapshot and distance > timedelta(0) and distance >= least


def _confirm(
    db: Database, source: Source, content: Snapshot, new: Read, pending: Version | None, night: Night
) -> Version:
    """The new version in force: the one that waited when it says the same, else a new one."""
    if pending and get_reading(db, pending.reading).fingerprint == new.policy.fingerprint:
        confirm_version(db, pending.version, at=night.at)
        return pending
    drop_pending(db, source, until=night.until)
    return _add(db, content, new, "change", "confirmed", night.at)


def _content(db: Database, fetch: Snapshot) -> Snapshot:
    if fetch.outcome == "error":
        raise unknown_fetch(fetch)
    content = content_of(db, fetch)
    if content is None or content.sha256 is None:
        raise UnknownError("unread", "the server says it has not changed, but no full copy is stored")
    return content


def _read_well(db: Database, content: Snapshot, source: Source) -> Read:
    found = read_of(db, content, source)
    if isinstance(found, str):
        raise UnknownError("unread", found)
    if found.policy.quality != "ok":
        raise UnknownError(found.policy.quality, found.policy.reason, found.policy.quality)
    return found


def read_of(db: Database, content: Snapshot, source: Source) -> Read | str:
    """A document as this release read it, or why there is no reading."""
    sha256 = content.sha256 or ""
    found = find_reading(db, sha256, source.must_mention, EXTRACTOR)
    if found:
        return Read(found.reading, _as_corrected(db, source, found.parsed))
    failure = find_failure(db, sha256, source.must_mention, EXTRACTOR)
    return failure.reason if failure else "its document has not been read"


def _as_corrected(db: Database, source: Source, parsed: str) -> ParsedPolicy:
    """A stored reading with what people corrected in it."""
    return corrected_policy(load_parsed(parsed), reviews_of(db, source.source))


def _whole_of(db: Database, source: Source, night: Night) -> Standing | None:
    """The policy that a source, seen for the first time, was split from; None where none can be compared with it."""
    name = None if night.past else split_from(db, source.source)
    whole = get_source(db, name) if name else None
    found = _in_force(db, whole, night) if whole else None
    if whole is None or found is None or found.policy is None:
        return None
    return replace(found, is_whole=True, others=others_of_split(db, whole, source))


def _in_force(db: Database, source: Source, night: Night) -> Standing | None:
    """The version in force as this release reads it; what it reads better is kept as a technical version."""
    version = last_confirmed(db, source.source, until=night.until)
    if version is None:
        return None
    stored = get_reading(db, version.reading)
    if stored.extractor == EXTRACTOR and stored.must_mention == source.must_mention:
        return Standing(source.source, version.version, _as_corrected(db, source, stored.parsed))
    content = get_snapshot(db, version.snapshot)
    again = read_of(db, content, source)
    if isinstance(again, str) or again.policy.quality != "ok":
        return Standing(source.source, version.version, None)
    technical = _add(db, content, again, "technical", "confirmed", night.at)
    older = told_against(db, version)
    before = read_of(db, get_snapshot(db, older.snapshot), source) if older else None
    if isinstance(before, Read):
        correct_what_was_told(db, version, before.policy, again.policy, at=night.at)
    return Standing(source.source, technical.version, again.policy)


def _add(db: Database, content: Snapshot, read: Read, kind: Kind, state: State, at: str) -> Version:
    confirmed_at = at if state == "confirmed" else None
    version = Version(content.source, content.snapshot, read.reading, kind, state, content.fetched_at, confirmed_at)
    number = add_version(db, version, read.policy)
    record_revisions(db, number, own_history(read.policy))
    return replace(version, version=number)


def drop_pending(db: Database, source: Source, *, until: str) -> None:
    """Reject the version that waits at an instant: what it showed was not shown again."""
    pending = pending_version(db, source.source, until=until)
    if pending:
        reject_version(db, pending.version)


def _summary(comparison: Comparison) -> str:
    count = len(comparison.changes)
    return f"{comparison.verdict}, {count} change{'' if count == 1 else 's'}" if count else "wording only"
