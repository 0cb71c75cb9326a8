"""The policies in force, as they were read and people corrected them: what questions about payers are answered from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlite_utils import Database

from db.sources import Payer, Source, get_payer, get_source
from db.versions import get_version
from parsers.models import ParsedPolicy
from tracker.review.readings import policy_of

_IN_FORCE = """
    SELECT v.source, v.version, v.seen_at FROM versions_in_force v JOIN sources USING (source)
    WHERE v.in_force_from <= :now AND (v.in_force_until IS NULL OR v.in_force_until > :now)
      AND (:payer IS NULL OR sources.payer = :payer) AND (:source IS NULL OR v.source = :source)
    ORDER BY v.source"""


@dataclass(frozen=True, slots=True)
class InForce:
    """A source's policy in force, with whose it is and when that version was first seen."""

    payer: Payer
    source: Source
    version: int
    seen_at: str
    policy: ParsedPolicy

    @property
    def title(self) -> str:
        """The document's number and title, or what it is watched as."""
        facts = self.policy.policy
        return " ".join(filter(None, (facts.number, facts.title or self.source.title))) or self.source.source


def policies_in_force(
    db: Database, *, now: str, payer: str | None = None, source: str | None = None
) -> Iterator[InForce]:
    """The policies in force at an instant, of one payer or source when given, by source."""
    for row in list(db.query(_IN_FORCE, {"now": now, "payer": payer, "source": source})):
        found = get_source(db, row["source"])
        owner = get_payer(db, found.payer) if found else None
        if found and owner:  # foreign keys hold it
            policy = policy_of(db, get_version(db, row["version"]))
            yield InForce(owner, found, row["version"], row["seen_at"], policy)
