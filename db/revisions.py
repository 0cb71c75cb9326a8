"""The history that a policy keeps of itself, by version, and whether it agrees with what was seen."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from typing import Literal

from sqlite_utils import Database

from db.changes import Verdict
from parsers.models import Claim, Revision

Agreement = Literal["agrees", "silent", "says_otherwise"]


@dataclass(frozen=True, slots=True)
class Corroboration:
    """What the payer's own history says of a comparison; `note` quotes it or says what is missing. It moves no verdict:
    payers leave changes out and write down what nobody can see.
    """

    agreement: Agreement
    note: str


def record_revisions(db: Database, version: int, revisions: Iterable[tuple[Revision, Verdict]]) -> None:
    """Store a version's own history, each entry with what it claims for access; said again, nothing is added."""
    rows = ({"version": version, "n": n, **_row(entry, claimed)} for n, (entry, claimed) in enumerate(revisions))
    db.table("revisions").insert_all(rows, ignore=True)


def revisions_of(db: Database, version: int) -> tuple[Revision, ...]:
    """The entries of a version's own history, in the document's order."""
    return tuple(_revision(row) for row in db["revisions"].rows_where("version = ?", [version], order_by="n"))


def record_corroboration(db: Database, comparison: int, found: Corroboration) -> None:
    """Store what the payer's history says of a comparison, in place of what was stored before."""
    db.table("corroborations").upsert({"comparison": comparison, **asdict(found)}, pk="comparison")


def corroboration_of(db: Database, comparison: int) -> Corroboration | None:
    """What the payer's history says of a comparison; None for one from before histories were read."""
    rows = db["corroborations"].rows_where("comparison = ?", [comparison], select="agreement, note")
    return next((Corroboration(**row) for row in rows), None)


def _row(revision: Revision, claimed: Verdict) -> dict[str, object]:
    return {
        "dated_on": revision.on.isoformat() if revision.on else None,
        "kind": revision.kind,
        "text": revision.text,
        "page": revision.page,
        "direction": claimed,
        "claims": json.dumps([asdict(claim) for claim in revision.claims]),
    }


def _revision(row: dict[str, object]) -> Revision:
    on = date.fromisoformat(str(row["dated_on"])) if row["dated_on"] else None
    claims = tuple(Claim(**claim) for claim in json.loads(str(row["claims"])))
    return Revision(on, row["kind"], str(row["text"]), int(str(row["page"])), claims)  # type: ignore[arg-type]
