"""What became of documents over time: a document's versions, and the comparisons found, newest first."""

from __future__ import annotations

import json
from dataclasses import dataclass

from sqlite_utils import Database

from db.changes import Change, Confidence, SectionDiff, Verdict, get_comparison
from db.versions import Kind, State


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version with the time it is in force (None: never, or nothing replaces it) and the comparison that found it.

    `comparison` and `verdict` are None for a first sight.
    """

    version: int
    kind: Kind
    state: State
    seen_at: str
    effective_on: str | None
    in_force_from: str | None
    in_force_until: str | None
    comparison: int | None
    verdict: Verdict | None


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A comparison of two confirmed versions with its changes and whose document it is about.

    `witness` is the contract's JSON, None without a patient who is treated differently. `published_on` is the new
    version's own date.
    """

    comparison: int
    payer: str
    payer_name: str
    source: str
    title: str
    verdict: Verdict
    confidence: Confidence
    reason: str
    action_required: bool
    witness: dict[str, object] | None
    effective_on: str | None
    published_on: str | None
    detected_at: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class FoundFilter:
    """Which comparisons to list; None: any. `year` is that of the day they were found, as "2026"."""

    payer: str | None = None
    source: str | None = None
    comparison: int | None = None
    year: str | None = None
    limit: int | None = None


_VERSIONS = """
    SELECT v.version, v.kind, v.state, s.fetched_at AS seen_at, v.effective_on, f.in_force_from, f.in_force_until,
           k.comparison, k.verdict
    FROM versions v JOIN snapshots s USING (snapshot)
    LEFT JOIN held_comparisons k ON k.new_version = v.version AND k.label_event IS NULL
    LEFT JOIN (SELECT * FROM versions_in_force WHERE source = :source) f ON f.version = v.version
    WHERE v.source = :source ORDER BY v.seen_at DESC, v.version DESC"""
_FOUND = """
    SELECT k.comparison, payers.payer, payers.name AS payer_name, k.source, coalesce(v.title, sources.title) AS title,
           k.verdict, k.confidence, k.reason, k.action_required,
           coalesce(k.corrected -> '$.witness', c.witness) AS witness, k.effective_on, v.published_on, k.detected_at
    FROM held_comparisons k JOIN comparisons c USING (comparison) JOIN versions v ON v.version = k.new_version
    JOIN sources ON sources.source = k.source JOIN payers USING (payer)
    WHERE v.state = 'confirmed'
      AND (:payer IS NULL OR payers.payer = :payer)
      AND (:source IS NULL OR k.source = :source)
      AND (:comparison IS NULL OR k.comparison = :comparison)
      AND (:year IS NULL OR k.detected_at LIKE :year || '-%')
    ORDER BY k.detected_at DESC, k.comparison DESC LIMIT coalesce(:limit, -1)"""
_YEARS = """
    SELECT DISTINCT substr(k.detected_at, 1, 4) AS year FROM held_comparisons k
    JOIN versions v ON v.version = k.new_version
    WHERE v.state = 'confirmed' ORDER BY 1 DESC"""
_OF_CHANGE = ", ".join(Change.__slots__)


def version_history(db: Database, source: str) -> list[VersionRow]:
    """The versions of a document, newest first."""
    return [VersionRow(**row) for row in db.query(_VERSIONS, {"source": source})]


def comparisons_found(db: Database, wanted: FoundFilter) -> list[FoundRow]:
    """The comparisons that hold, of confirmed versions, newest first."""
    values = {name: getattr(wanted, name) for name in FoundFilter.__slots__}
    rows = list(db.query(_FOUND, values))
    changes = _changes(db, [row["comparison"] for row in rows])
    return [_found(row, changes.get(row["comparison"], ())) for row in rows]


def sections_of(db: Database, comparison: int) -> tuple[SectionDiff, ...]:
    """The words that differ between the two versions of a comparison, by heading."""
    return get_comparison(db, comparison).content.sections


def years_of_change(db: Database) -> list[str]:
    """The years in which something was found, newest first."""
    return [row["year"] for row in db.query(_YEARS)]


def _changes(db: Database, comparisons: list[int]) -> dict[int, tuple[Change, ...]]:
    sql = f"""SELECT comparison, {_OF_CHANGE} FROM held_changes
              WHERE comparison IN (SELECT value FROM json_each(?)) ORDER BY comparison, n"""
    found: dict[int, tuple[Change, ...]] = {}
    for row in db.query(sql, [json.dumps(comparisons)]):
        number = row.pop("comparison")
        sides = {side: None if row[side] is None else json.loads(row[side]) for side in ("before", "after")}
        found[number] = (*found.get(number, ()), Change(**row | sides))
    return found


def _found(row: dict[str, object], changes: tuple[Change, ...]) -> FoundRow:
    witness = json.loads(str(row["witness"])) if row["witness"] else None
    told = {"witness": witness, "action_required": bool(row["action_required"]), "changes": changes}
    return FoundRow(**row | told)  # type: ignore[arg-type]
