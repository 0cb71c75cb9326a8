"""Payers, sources and the addresses a source has had."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from sqlite_utils import Database

from db.connection import write

PayerType = Literal[
    "commercial", "medicare", "medicare_advantage", "medicaid", "tricare", "va", "pbm", "workers_comp", "employer",
    "unknown",
]  # fmt: skip
SourceKind = Literal["policy", "drug_list", "notice", "index"]
DRUG_NAMES = ("esketamine", "spravato", "ketamine")


@dataclass(frozen=True, slots=True)
class Payer:
    """Who decides coverage. `states` are postal codes, ("US",) when nationwide.

    The type "unknown" and no states are of a payer whose documents were added by hand and of whom nobody has said more.
    """

    payer: str
    name: str
    payer_type: PayerType
    states: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """One document a payer publishes.

    `url` is the address in force. One of the words of `must_mention` must stand in the document, or what was fetched is
    not the document; empty asks for none.
    """

    source: str
    payer: str
    title: str
    url: str
    kind: SourceKind = "policy"
    line_of_business: str = ""
    must_mention: tuple[str, ...] = DRUG_NAMES


def register(db: Database, payer: Payer, sources: Iterable[Source], *, at: str) -> None:
    """Add or bring up to date a payer and its sources; a new address is kept beside the older ones."""
    with write(db):
        db.table("payers").upsert(
            {
                "payer": payer.payer,
                "name": payer.name,
                "payer_type": payer.payer_type,
                "states": json.dumps(payer.states),
            },
            pk="payer",
        )
        for source in sources:
            _register_source(db, source, at)


def _register_source(db: Database, source: Source, at: str) -> None:
    db.execute(
        """INSERT INTO sources (source, payer, title, kind, line_of_business, url, must_mention, added_at)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?)
           ON CONFLICT (source) DO UPDATE SET title = excluded.title, kind = excluded.kind, url = excluded.url,
               line_of_business = excluded.line_of_business, must_mention = excluded.must_mention""",
        [source.source, source.payer, source.title, source.kind, source.line_of_business, source.url,
         json.dumps(source.must_mention), at],
    )  # fmt: skip
    note_address(db, source.source, source.url, at)


def note_address(db: Database, source: str, url: str, at: str) -> None:
    """Record that a source was found at an address at an instant."""
    db.execute(
        """INSERT INTO addresses (source, url, first_seen_at, last_seen_at) VALUES (?, ?, ?, ?)
           ON CONFLICT (source, url) DO UPDATE SET last_seen_at = max(last_seen_at, excluded.last_seen_at)""",
        [source, url, at, at],
    )


def get_payer(db: Database, payer: str) -> Payer | None:
    rows = db["payers"].rows_where("payer = ?", [payer])
    return next((Payer(**(row | {"states": tuple(json.loads(str(row["states"])))})) for row in rows), None)


def all_sources(db: Database, *, payer: str | None = None) -> list[Source]:
    where, values = ("payer = ?", [payer]) if payer else ("1", [])
    return [_source(row) for row in db["sources"].rows_where(where, values, order_by="source")]


def get_source(db: Database, source: str) -> Source | None:
    rows = list(db["sources"].rows_where("source = ?", [source]))
    return _source(rows[0]) if rows else None


def _source(row: dict[str, object]) -> Source:
    fields = {name: row[name] for name in ("source", "payer", "title", "url", "kind", "line_of_business")}
    return Source(**fields, must_mention=tuple(json.loads(str(row["must_mention"]))))  # type: ignore[arg-type]
