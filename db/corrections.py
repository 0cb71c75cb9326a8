"""What holds in place of a comparison. The comparison itself stays as it was found; this is laid over it.

The last correction holds: alerts read it by `as_corrected`, queries by the views held_comparisons and held_changes.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from typing import Any, Literal

from sqlite_utils import Database

from db.changes import Change, Comparison, SectionDiff, StoredComparison, WordRun, comparison_about, get_comparison
from db.outbox import alerts_of
from db.versions import Version, get_version

Origin = Literal["reading", "review"]


@dataclass(frozen=True, slots=True)
class Correction:
    """A correction of a comparison, by a later reading or by a reviewer, who may also only have made it sure.

    `corrected` is what holds, None when nothing had changed at all; `reason` says what was wrong, as a sentence
    without its full stop. Readers see it: it names nobody.
    """

    correction: int
    comparison: int
    origin: Origin
    reason: str
    corrected: Comparison | None
    made_at: str


def add_correction(
    db: Database, comparison: int, corrected: Comparison | None, *, origin: Origin, reason: str, at: str
) -> int:
    """Store a correction and return its number."""
    row = {
        "comparison": comparison,
        "origin": origin,
        "reason": reason,
        "corrected": json.dumps(asdict(corrected)) if corrected else None,
        "made_at": at,
    }
    return int(str(db.table("corrections").insert(row).last_pk))


def corrections_of(db: Database, comparison: int) -> list[Correction]:
    """The corrections of a comparison, oldest first."""
    rows = db["corrections"].rows_where("comparison = ?", [comparison], order_by="correction")
    return [Correction(**(row | {"corrected": _comparison(row["corrected"])})) for row in rows]


def as_corrected(db: Database, comparison: int, *, before: int | None = None) -> StoredComparison | None:
    """A comparison as it holds, or held before a correction by number; None when it was withdrawn."""
    stored = get_comparison(db, comparison)
    earlier = [one for one in corrections_of(db, comparison) if before is None or one.correction < before]
    if not earlier:
        return stored
    last = earlier[-1].corrected
    return replace(stored, content=last) if last else None


def told_against(db: Database, version: Version) -> Version | None:
    """The version that `version` was compared with when somebody was told of it; None when nobody was."""
    number = comparison_about(db, version.source, version.snapshot)
    if number is None or not alerts_of(db, number):
        return None
    return get_version(db, get_comparison(db, number).old_version)


def _comparison(text: object) -> Comparison | None:
    if text is None:
        return None
    values: dict[str, Any] = json.loads(str(text))
    values["changes"] = tuple(Change(**change) for change in values["changes"])
    values["sections"] = tuple(
        SectionDiff(section["heading"], tuple(WordRun(**run) for run in section["runs"]))
        for section in values["sections"]
    )
    return Comparison(**values)
