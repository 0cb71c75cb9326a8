"""Payers, sources and the addresses a source has had."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal, get_args

from sqlite_utils import Database

from db.connection import write

PayerType = Literal[
    "commercial", "medicare", "medicare_advantage", "medicaid", "medicaid_managed_care", "tricare", "va", "pbm",
    "workers_comp", "employer", "unknown",
]  # fmt: skip
DocumentKind = Literal["policy", "drug_list", "notice"]
# Pages that lead to documents, tell of new ones, or serve data: kept every night for discovery, never read as a policy.
LeadKind = Literal["index", "updates", "api"]
SourceKind = DocumentKind | LeadKind
LEAD_KINDS: tuple[LeadKind, ...] = get_args(LeadKind)
# Where a type of payer is not itself the name of its business.
_LINES_OF_BUSINESS: dict[PayerType, str] = {"medicaid_managed_care": "medicaid", "pbm": "commercial"}
DRUG_NAMES = ("esketamine", "spravato", "ketamine")
_WORDS = ("must_mention", "should_mention")


@dataclass(frozen=True, slots=True)
class Payer:
    """Who decides coverage. `states` are postal codes, ("US",) when nationwide.

    `parent` is the company it belongs to, "" when it stands alone or that is not known; `delegates` are those who
    review or administer drugs for it (eviCore, Carelon, Prime). `administrator` is, for an employer only, the id of the
    payer that runs the plan: the plan document governs, and whether it follows that payer's policy is unknown.

    The type "unknown" and no states are of a payer whose documents were added by hand and of whom nobody has said more.
    """

    payer: str
    name: str
    payer_type: PayerType
    states: tuple[str, ...]
    parent: str = ""
    delegates: tuple[str, ...] = ()
    administrator: str = ""

    def source(
        self, slug: str, kind: SourceKind, title: str, url: str, *, line_of_business: str = "",
        must_mention: tuple[str, ...] = DRUG_NAMES, shared_policy: str = "", seen: bool = True,
        needs_browser: bool = False, least_positions: int = 0, greatest_loss: float = 0.5,
        should_mention: tuple[str, ...] = (), usual_positions: int = 1, notable_loss: float = 0.25,
    ) -> Source:  # fmt: skip
        """A source of this payer. `slug` is its policy number or a short name; the line of business is the payer's own
        unless it is given.
        """
        line = line_of_business or _LINES_OF_BUSINESS.get(self.payer_type, self.payer_type)
        return Source(
            f"{self.payer}/{slug}", self.payer, title, url, kind, line, must_mention, shared_policy, seen,
            needs_browser, least_positions, greatest_loss, should_mention, usual_positions, notable_loss,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Source:
    """One document a payer publishes, or a page that leads to such documents.

    `url` is the address in force. `shared_policy` is the number of the policy
    that several payers make theirs of ("5.01.16" among the Blues), "" when there is none or it is not known. `seen` is
    false while nobody has seen the address answer: it is named elsewhere, and may be dead.

    Three expectations fail: one of the words of `must_mention` must stand in the document, or what was fetched is not
    the document (empty asks for none); a reading with fewer positions than `least_positions` is not believed; one that
    loses more than the share `greatest_loss` of them waits for a second fetch. Their milder forms warn and hold nothing
    back: `should_mention`, `usual_positions` (of which an answer could be read), `notable_loss`. Nothing is expected of
    a lead.

    `needs_browser`: the server sends a shell that only a browser fills. `adopted` is true of a document that was found
    and that no module declares; `adopted_from` is the declared address in whose place discovery found the present one,
    "" when that has not happened.
    """

    source: str
    payer: str
    title: str
    url: str
    kind: SourceKind = "policy"
    line_of_business: str = ""
    must_mention: tuple[str, ...] = DRUG_NAMES
    shared_policy: str = ""
    seen: bool = True
    needs_browser: bool = False
    least_positions: int = 0
    greatest_loss: float = 0.5
    should_mention: tuple[str, ...] = ()
    usual_positions: int = 1
    notable_loss: float = 0.25
    adopted: bool = False
    adopted_from: str = ""

    @property
    def is_lead(self) -> bool:
        """Whether it only leads to documents: it has no positions, no versions and no alerts of its own."""
        return self.kind in LEAD_KINDS


def register(db: Database, payer: Payer, sources: Iterable[Source], *, at: str) -> None:
    """Add or bring up to date a payer and its sources; a new address is kept beside the older ones."""
    with write(db):
        db.table("payers").upsert(
            {
                "payer": payer.payer,
                "name": payer.name,
                "payer_type": payer.payer_type,
                "states": json.dumps(payer.states),
                "parent": payer.parent,
                "delegates": json.dumps(payer.delegates),
                "administrator": payer.administrator,
            },
            pk="payer",
        )
        for source in sources:
            _register_source(db, source, at)


def _register_source(db: Database, source: Source, at: str) -> None:
    row = {name: getattr(source, name) for name in Source.__slots__}
    row |= {name: json.dumps(row[name]) for name in _WORDS}
    told = ", ".join(f"{name} = excluded.{name}" for name in row if name not in ("source", "payer"))
    db.execute(
        f"""INSERT INTO sources ({", ".join(row)}, added_at) VALUES ({", ".join("?" * len(row))}, ?)
            ON CONFLICT (source) DO UPDATE SET {told}""",
        [*row.values(), at],
    )
    note_address(db, source.source, source.url, at)


def adopt_address(db: Database, source: Source, url: str, *, at: str) -> Source:
    """Make an address that was found the source's own; the older ones stay in its history as left at that instant."""
    moved = replace(source, url=url, adopted_from="" if source.adopted else source.adopted_from or source.url)
    _move_to(db, moved, at)
    return moved


def return_to_address(db: Database, source: Source, url: str, *, at: str) -> Source:
    """Put a source back to an address that it had before; the one it leaves stays in its history."""
    back = replace(source, url=url, adopted_from="" if url == source.adopted_from else source.adopted_from)
    _move_to(db, back, at)
    return back


def _move_to(db: Database, moved: Source, at: str) -> None:
    with write(db):
        db.execute("UPDATE addresses SET left_at = ? WHERE source = ? AND left_at IS NULL", [at, moved.source])
        _register_source(db, moved, at)
        db.execute("UPDATE addresses SET left_at = NULL WHERE source = ? AND url = ?", [moved.source, moved.url])


def address_left(db: Database, source: str, *, at: str) -> str | None:
    """The address that a source left for another at an instant; None when it left none then."""
    rows = db["addresses"].rows_where(
        "source = ? AND left_at = ?", [source, at], order_by="last_seen_at DESC, rowid DESC"
    )
    return next((str(row["url"]) for row in rows), None)


def addresses_of(db: Database, source: str) -> tuple[str, ...]:
    """Every address a source has been asked at, the newest first."""
    rows = db["addresses"].rows_where("source = ?", [source], order_by="last_seen_at DESC, rowid DESC")
    return tuple(str(row["url"]) for row in rows)


def has_left(db: Database, source: str, url: str) -> bool:
    """Whether a source is known to be at an address no more."""
    return bool(db["addresses"].count_where("source = ? AND url = ? AND left_at IS NOT NULL", [source, url]))


def note_address(db: Database, source: str, url: str, at: str) -> None:
    """Record that a source was found at an address at an instant."""
    db.execute(
        """INSERT INTO addresses (source, url, first_seen_at, last_seen_at) VALUES (?, ?, ?, ?)
           ON CONFLICT (source, url) DO UPDATE SET first_seen_at = min(first_seen_at, excluded.first_seen_at),
               last_seen_at = max(last_seen_at, excluded.last_seen_at)""",
        [source, url, at, at],
    )


def get_payer(db: Database, payer: str) -> Payer | None:
    rows = db["payers"].rows_where("payer = ?", [payer])
    return next(map(payer_of, rows), None)


def payer_of(row: dict[str, object]) -> Payer:
    """A payer out of its row."""
    lists = {name: tuple(json.loads(str(row[name]))) for name in ("states", "delegates")}
    return Payer(**row | lists)  # type: ignore[arg-type]


def all_sources(db: Database, *, payer: str | None = None) -> list[Source]:
    where, values = ("payer = ?", [payer]) if payer else ("1", [])
    return [_source(row) for row in db["sources"].rows_where(where, values, order_by="source")]


def get_source(db: Database, source: str) -> Source | None:
    rows = list(db["sources"].rows_where("source = ?", [source]))
    return _source(rows[0]) if rows else None


def _source(row: dict[str, object]) -> Source:
    told = {name: row[name] for name in Source.__slots__}
    for flag in ("seen", "needs_browser", "adopted"):
        told[flag] = bool(row[flag])
    words = {name: tuple(json.loads(str(row[name]))) for name in _WORDS}
    return Source(**told | words)  # type: ignore[arg-type]
