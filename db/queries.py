"""The named read queries of `ketwatch coverage`, `changes`, `sources` and `show`. Field names are the contract's."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Literal

from sqlite_utils import Database

from db.changes import Axis, Direction, Verdict
from db.sources import LEAD_KINDS, PayerType, SourceKind
from parsers.models import Indication, Phase, Product, Quality, Route, Status

_END_OF_TIME = "9999-12-31"

LastOutcome = Literal["changed", "unchanged", "unknown", "never_read"]


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A watched source. `outcome` and `quality` are the last run's; `versions` counts confirmed ones; `incident` says
    why it cannot be read, None when it can; `last_good_at` is the last fetch that showed the policy, or of a lead the
    last that was answered. `seen` is false while nobody has seen its address answer, we included.
    """

    payer: str
    source: str
    kind: SourceKind
    seen: bool
    url: str
    outcome: LastOutcome
    quality: Quality | None
    versions: int
    incident: str | None
    last_checked_at: str | None
    last_good_at: str | None

    @property
    def is_lead(self) -> bool:
        """Whether it only leads to documents."""
        return self.kind in LEAD_KINDS


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """One position in force. `as_of` is the last good fetch that showed it; `effective_on` is the payer's own date.

    `effective_on` is None when the document does not state one: it is then in force since it was seen.
    """

    payer: str
    payer_name: str
    payer_type: PayerType
    states: tuple[str, ...]
    line_of_business: str
    source: str
    url: str
    product: Product
    route: Route
    indication: Indication
    phase: Phase
    status: Status
    prior_authorization: bool | None
    effective_on: str | None
    page: int | None
    text: str | None
    as_of: str


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One change found, with the comparison it belongs to and the event, which may be of many payers. `before` and
    `after` are the contract's JSON values; `provenance` says who saw it: we ("seen"), a person or a web archive.
    """

    payer: str
    source: str
    product: str
    indication: str
    phase: str
    key: str
    axis: Axis
    direction: Direction
    before: object
    after: object
    before_text: str | None
    after_text: str | None
    verdict: Verdict
    action_required: bool
    effective_on: str | None
    detected_at: str
    url: str
    comparison: int
    event: int
    provenance: Literal["seen", "added by hand", "web archive"] = "seen"


@dataclass(frozen=True, slots=True)
class Address:
    """An address at which a source was found, with the first and the last instant."""

    url: str
    first_seen_at: str
    last_seen_at: str


@dataclass(frozen=True, slots=True)
class CoverageFilter:
    """Which positions to list; None: any. `as_of` is the end of the time looked at: a date or an instant, UTC; a future
    date shows what will be in force by then as far as it is known.
    """

    payer: str | None = None
    state: str | None = None
    product: str | None = None
    indication: str | None = None
    status: str | None = None
    source: str | None = None
    as_of: str | None = None


@dataclass(frozen=True, slots=True)
class ChangeFilter:
    """Which changes to list; None: any. `since` is a date or an instant, UTC. `effective_after` and `effective_before`
    are dates, neither of them included; a change without an effective date is in no calendar.
    """

    payer: str | None = None
    source: str | None = None
    direction: str | None = None
    axis: str | None = None
    since: str | None = None
    effective_after: str | None = None
    effective_before: str | None = None


# A fetch shows the policy when its bytes were read as good, or when the server said that nothing had moved and the
# night's outcome agreed. A lead has nothing to show but its answer.
GOOD_FETCHES = f"""
    SELECT s.source, s.fetched_at, s.url, s.final_url FROM snapshots s
    JOIN sources USING (source)
    LEFT JOIN readings r ON r.sha256 = s.sha256 AND r.must_mention = sources.must_mention
    LEFT JOIN outcomes o ON o.run = s.run AND o.source = s.source
    WHERE (s.outcome = 'fetched' AND r.quality = 'ok' AND coalesce(o.outcome, '') <> 'unknown')
       OR (s.outcome = 'not_modified' AND o.outcome IN ('changed', 'unchanged'))
       OR (s.outcome <> 'error' AND sources.kind IN {LEAD_KINDS})"""

SOURCES = f"""
    WITH good AS ({GOOD_FETCHES}),
         last AS (SELECT source, outcome, quality, max(run)
                  FROM outcomes JOIN runs USING (run) WHERE runs.kind <> 'dry' GROUP BY source)
    SELECT sources.payer, sources.source, sources.kind,
           sources.seen OR EXISTS (SELECT 1 FROM snapshots s WHERE s.source = sources.source AND s.outcome <> 'error')
               AS seen,
           sources.url,
           coalesce(last.outcome, 'never_read') AS outcome, last.quality,
           (SELECT count(*) FROM versions v WHERE v.source = sources.source AND v.state = 'confirmed'
                                              AND v.kind <> 'technical') AS versions,
           incidents.reason AS incident,
           (SELECT max(fetched_at) FROM snapshots s
            WHERE s.source = sources.source AND s.provenance <> 'archive') AS last_checked_at,
           (SELECT max(fetched_at) FROM good WHERE good.source = sources.source) AS last_good_at
    FROM sources LEFT JOIN last USING (source)
    LEFT JOIN incidents ON incidents.source = sources.source AND incidents.closed_at IS NULL
                       AND incidents.level = 'fail'
    WHERE (:payer IS NULL OR sources.payer = :payer) ORDER BY sources.source"""

# A version was shown until another took its place on the payer's page, be it one of the future.
COVERAGE = f"""
    WITH good AS ({GOOD_FETCHES})
    SELECT h.payer, h.payer_name, h.payer_type, h.states, h.line_of_business, h.source, h.url, h.product, h.route,
           h.indication, h.phase, h.status, h.prior_authorization, h.effective_on, h.page, h.text,
           coalesce((SELECT max(fetched_at) FROM good WHERE good.source = h.source AND fetched_at <= :at
                     AND (h.shown_until IS NULL OR fetched_at < h.shown_until)), h.seen_at) AS as_of
    FROM coverage_history h
    WHERE h.in_force_from <= :at AND (h.in_force_until IS NULL OR h.in_force_until > :at)
      AND (:payer IS NULL OR h.payer = :payer)
      AND (:source IS NULL OR h.source = :source)
      AND (:product IS NULL OR h.product = :product)
      AND (:indication IS NULL OR h.indication = :indication)
      AND (:status IS NULL OR h.status = :status)
      AND (:state IS NULL OR EXISTS (SELECT 1 FROM json_each(h.states) WHERE value IN (:state, 'US')))
    ORDER BY h.source, h.n"""

CHANGES = """
    SELECT payer, source, product, indication, phase, key, axis, direction, before, after, before_text, after_text,
           verdict, action_required, effective_on, detected_at, url, comparison, event,
           provenance
    FROM change_log
    WHERE (:payer IS NULL OR payer = :payer)
      AND (:source IS NULL OR source = :source)
      AND (:direction IS NULL OR direction = :direction)
      AND (:axis IS NULL OR axis = :axis)
      AND (:since IS NULL OR detected_at >= :since)
      AND (:effective_after IS NULL OR effective_on > :effective_after)
      AND (:effective_before IS NULL OR effective_on < :effective_before)
    ORDER BY iif(:effective_after IS NULL, NULL, effective_on), detected_at DESC, comparison DESC, n"""

# What was told and taken back stays among the last ones: whoever read of it has to read that.
RECENT = """
    SELECT k.comparison FROM comparisons k
    JOIN versions v ON v.version = k.new_version JOIN sources ON sources.source = k.source
    WHERE v.state = 'confirmed' AND (:payer IS NULL OR sources.payer = :payer)
      AND (k.action_required OR EXISTS (SELECT 1 FROM changes c WHERE c.comparison = k.comparison)
           OR EXISTS (SELECT 1 FROM held_changes c WHERE c.comparison = k.comparison))
    ORDER BY k.detected_at DESC, k.comparison DESC LIMIT :limit"""

ADDRESSES = f"""
    WITH good AS ({GOOD_FETCHES}),
         seen AS (SELECT url, first_seen_at, last_seen_at FROM addresses WHERE source = :source
                  UNION ALL SELECT final_url, fetched_at, fetched_at FROM good
                  WHERE source = :source AND final_url <> url)
    SELECT url, min(first_seen_at) AS first_seen_at, max(last_seen_at) AS last_seen_at
    FROM seen GROUP BY url ORDER BY 2, 1"""


def list_sources(db: Database, *, payer: str | None = None) -> list[SourceRow]:
    """Every watched source, or one payer's."""
    return [SourceRow(**row | {"seen": bool(row["seen"])}) for row in db.query(SOURCES, {"payer": payer})]


def list_coverage(db: Database, wanted: CoverageFilter, *, today: str) -> list[CoverageRow]:
    """The positions of each source's version in force on `wanted.as_of`, or else `today`.

    A state also brings in the payers that are nationwide.
    """
    values = {
        "payer": wanted.payer,
        "source": wanted.source,
        "state": wanted.state,
        "product": wanted.product,
        "indication": wanted.indication,
        "status": wanted.status,
        "at": end_of(wanted.as_of or today),
    }
    return [_coverage(row) for row in db.query(COVERAGE, values)]


def list_upcoming(db: Database, wanted: CoverageFilter, *, today: str) -> list[CoverageRow]:
    """The positions of versions that have been published and are not in force yet."""
    newest = list_coverage(db, replace(wanted, as_of=None), today=_END_OF_TIME)
    return [row for row in newest if row.effective_on and row.effective_on > today]


def list_changes(db: Database, wanted: ChangeFilter) -> list[ChangeRow]:
    """Changes of confirmed versions, newest first; those that take effect after a date, soonest first."""
    values = {name: getattr(wanted, name) for name in ChangeFilter.__slots__}
    return [_change(row) for row in db.query(CHANGES, values)]


def addresses_of(db: Database, source: str) -> list[Address]:
    """Where a source has been found, oldest first: where it was asked for, and where a redirect led to it."""
    return [Address(**row) for row in db.query(ADDRESSES, {"source": source})]


def end_of(day_or_instant: str) -> str:
    """The last instant of a date; an instant is kept. Instants of one day sort before it as text."""
    return f"{day_or_instant}T23:59:59Z" if len(day_or_instant) == len("2026-11-23") else day_or_instant


def _coverage(row: dict[str, object]) -> CoverageRow:
    prior = row["prior_authorization"]
    values = row | {
        "states": tuple(json.loads(str(row["states"]))),
        "prior_authorization": None if prior is None else bool(prior),
    }
    return CoverageRow(**values)  # type: ignore[arg-type]


def _change(row: dict[str, object]) -> ChangeRow:
    values = row | {side: None if row[side] is None else json.loads(str(row[side])) for side in ("before", "after")}
    return ChangeRow(**values | {"action_required": bool(row["action_required"])})  # type: ignore[arg-type]


def recent_comparisons(db: Database, *, limit: int, payer: str | None = None) -> list[int]:
    """The numbers of the last comparisons that found a change or something to do, newest first."""
    return [int(row["comparison"]) for row in db.query(RECENT, {"limit": limit, "payer": payer})]
