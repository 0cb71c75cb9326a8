"""Documents that pages name and no module declares: each proposed once, and decided; every decision stays on record."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Literal

from sqlite_utils import Database

from db.connection import write

# What a find is: a document nobody watches, or what became of one that is watched.
Step = Literal["new", "moved", "next_edition", "renumbered", "replaced", "split", "retired"]
State = Literal["proposed", "adopted", "accepted", "dismissed", "undone"]

# Which document became which, and which of the former is read again since.
_SPLITS = """
    WITH splits AS (
        SELECT source, became, decided_at FROM candidates
        WHERE step = 'split' AND state IN ('adopted', 'accepted') AND became IS NOT NULL ORDER BY candidate),
    read_again AS (
        SELECT v.source FROM versions v JOIN splits p USING (source)
        WHERE v.state = 'confirmed' AND v.kind <> 'technical' AND v.confirmed_at > p.decided_at)"""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A find. `url` or `number` is "" where the page does not give it; `source` is the watched document that it is of,
    None for "new"; `found_on` is the source whose page said so; `became` is the source it has become, None while none.

    "adopted" was decided by ketwatch alone, "accepted" and "dismissed" by a person at `decided_at`; "undone" was
    adopted or accepted, and taken back by a person.
    """

    payer: str
    step: Step
    url: str
    number: str
    title: str
    source: str | None
    found_on: str
    reason: str
    found_at: str
    state: State = "proposed"
    became: str | None = None
    decided_by: str = ""
    decided_at: str | None = None
    note: str = ""
    candidate: int = 0


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision on a find; `url` and `source` are the find's, the source None where it is of none."""

    url: str
    source: str | None
    state: State
    decided_by: str
    decided_at: str
    note: str


def add_candidate(db: Database, found: Candidate) -> Candidate | None:
    """Keep a find; None when it was found before, whatever was decided of it."""
    row = asdict(found)
    del row["candidate"]
    with write(db):
        done = db.execute(
            f"INSERT INTO candidates ({', '.join(row)}) VALUES ({', '.join('?' * len(row))}) ON CONFLICT DO NOTHING "
            "RETURNING candidate",
            list(row.values()),
        ).fetchone()
    return get_candidate(db, int(done["candidate"])) if done else None


def get_candidate(db: Database, candidate: int) -> Candidate | None:
    rows = db["candidates"].rows_where("candidate = ?", [candidate])
    return next((Candidate(**row) for row in rows), None)


def list_candidates(db: Database, *, payer: str | None = None, state: State | None = "proposed") -> list[Candidate]:
    """The finds in a state (None: in any), of one payer when given, oldest first."""
    rows = db["candidates"].rows_where(
        "(:payer IS NULL OR payer = :payer) AND (:state IS NULL OR state = :state)",
        {"payer": payer, "state": state}, order_by="candidate",
    )  # fmt: skip
    return [Candidate(**row) for row in rows]


def decide_candidate(
    db: Database, candidate: int, state: State, *, by: str, at: str, became: str | None = None, note: str = ""
) -> None:
    """Store what was decided of a find, and by whom; what was decided before stays in its history."""
    decided = {"state": state, "decided_by": by, "decided_at": at, "note": note}
    with write(db):
        db.table("candidates").update(candidate, decided | {"became": became})
        db.table("candidate_decisions").insert({"candidate": candidate, **decided})


def decisions_about(db: Database, source: str) -> list[Decision]:
    """What was decided of the finds that are of a source or became it, oldest first."""
    rows = db.query(
        """SELECT c.url, c.source, d.state, d.decided_by, d.decided_at, d.note
           FROM candidate_decisions d JOIN candidates c USING (candidate)
           WHERE c.source = ?1 OR c.became = ?1 OR EXISTS (
               SELECT 1 FROM addresses a WHERE a.source = ?1 AND a.url = c.url AND c.url <> '')
           ORDER BY d.decision""",
        [source],
    )
    return [Decision(**row) for row in rows]


def numbers_found(db: Database, source: str) -> tuple[str, ...]:
    """The policy numbers under which a source was found since it was declared."""
    rows = db["candidates"].rows_where("became = ? AND number <> ''", [source], order_by="candidate DESC")
    return tuple(str(row["number"]) for row in rows)


def note_looked_through(db: Database, source: str, sha256: str, *, notice: str | None, said: str = "") -> None:
    """Keep that a page was looked through, and the notice that it is instead of a document (None: it is none)."""
    row = {"source": source, "sha256": sha256, "notice": notice, "said": said}
    db.table("looked_through").upsert(row, pk=("source", "sha256"))


def was_looked_through(db: Database, source: str, sha256: str) -> bool:
    return bool(db["looked_through"].count_where("source = ? AND sha256 = ?", [source, sha256]))


def notice_instead(db: Database, source: str, sha256: str) -> tuple[str, str] | None:
    """What happened ("moved", "retired") and the words, where a page only points elsewhere; None for a document."""
    rows = db["looked_through"].rows_where(
        "source = ? AND sha256 = ? AND notice IS NOT NULL", [source, sha256], select="said, notice"
    )
    return next(((str(row["said"]), str(row["notice"])) for row in rows), None)


def split_from(db: Database, source: str) -> str | None:
    """The source of the policy that this one was split from; None when it was not."""
    rows = db.query(f"{_SPLITS} SELECT source FROM splits WHERE became = ?", [source])
    return next((str(row["source"]) for row in rows), None)


def parts_of(db: Database, source: str) -> tuple[str, ...]:
    """The sources that a policy was split into."""
    return tuple(
        str(row["became"]) for row in db.query(f"{_SPLITS} SELECT became FROM splits WHERE source = ?", [source])
    )


def end_what_was_split(db: Database, *, at: str) -> None:
    """End the sources whose parts are all read, as soon as all are in force: the parts are the answer then.

    A source that is read again goes on.
    """
    db.execute(
        f"""{_SPLITS}
            UPDATE sources SET ended_at = max(?1, (
                SELECT coalesce(max(v.effective_on || 'T00:00:00Z'), '') FROM splits p
                JOIN versions v ON v.source = p.became AND v.state = 'confirmed' WHERE p.source = sources.source))
            WHERE ended_at IS NULL AND source IN (
                SELECT p.source FROM splits p GROUP BY p.source
                HAVING min(EXISTS (SELECT 1 FROM versions v WHERE v.source = p.became AND v.state = 'confirmed')))
            AND source NOT IN (SELECT source FROM read_again)""",
        [at],
    )
    db.execute(
        f"""{_SPLITS}
            UPDATE sources SET ended_at = NULL
            WHERE ended_at IS NOT NULL AND source IN (SELECT source FROM read_again)"""
    )
