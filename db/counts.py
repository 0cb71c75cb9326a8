"""How much there is, and how old it is."""

from __future__ import annotations

from dataclasses import dataclass

from sqlite_utils import Database

from db.sources import LEAD_KINDS


@dataclass(frozen=True, slots=True)
class Counts:
    """The size of the record. `first_at` and `last_at` are the first and the last fetch, None before any; `answered`
    are documents with a version read; `leads` are the pages that only lead to documents.
    """

    payers: int
    documents: int
    leads: int
    answered: int
    fetches: int
    versions: int
    changes: int
    first_at: str | None
    last_at: str | None


_COUNTS = f"""
    SELECT (SELECT count(*) FROM payers) AS payers,
           (SELECT count(*) FROM sources WHERE kind NOT IN {LEAD_KINDS}) AS documents,
           (SELECT count(*) FROM sources WHERE kind IN {LEAD_KINDS}) AS leads,
           (SELECT count(DISTINCT source) FROM versions WHERE state = 'confirmed') AS answered,
           (SELECT count(*) FROM snapshots) AS fetches,
           (SELECT count(*) FROM versions WHERE state = 'confirmed' AND kind <> 'technical') AS versions,
           (SELECT count(*) FROM change_log) AS changes,
           (SELECT min(fetched_at) FROM snapshots) AS first_at, (SELECT max(fetched_at) FROM snapshots) AS last_at"""


def count_all(db: Database) -> Counts:
    """The whole record in numbers."""
    return Counts(**next(iter(db.query(_COUNTS))))
