"""What payers' own tables of revisions say, dated by them: a second witness beside what was seen."""

from __future__ import annotations

from dataclasses import dataclass

from sqlite_utils import Database

from db.changes import Verdict
from parsers.models import RevisionKind


@dataclass(frozen=True, slots=True)
class OwnHistoryRow:
    """One entry of the newest version's own history. `dated_on` is the payer's date, None where it gives none;
    `entry_kind` says what that date is of, `claimed` what the entry says was done to access. The provenance is always
    "payer's own table": nobody but the payer has seen it.
    """

    payer: str
    source: str
    dated_on: str | None
    entry_kind: RevisionKind
    text: str
    page: int
    claimed: Verdict
    provenance: str
    url: str


_ROWS = f"""
    SELECT {", ".join(OwnHistoryRow.__slots__)} FROM own_histories
    WHERE (:payer IS NULL OR payer = :payer) AND (:since IS NULL OR dated_on >= :since)
    ORDER BY dated_on DESC, source, n"""


def list_own_histories(db: Database, *, payer: str | None = None, since: str | None = None) -> list[OwnHistoryRow]:
    """The entries of every document's own history, newest first; those without a date last, or left out by `since`."""
    return [OwnHistoryRow(**row) for row in db.query(_ROWS, {"payer": payer, "since": since and since[:10]})]
