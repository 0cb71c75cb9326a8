"""The documents that are watched, as far as discovery needs to know them again."""

from __future__ import annotations

from dataclasses import dataclass

from sqlite_utils import Database

from db.candidates import numbers_found
from db.snapshots import fetches_of_run
from db.sources import Source, addresses_of, all_sources
from parsers.discovery.addresses import same_address
from parsers.discovery.numbers import find_numbers, number_in_address, same_number

_GONE = frozenset({404, 410})


@dataclass(frozen=True, slots=True)
class Known:
    """A watched document: the numbers and addresses it has had, and whether its address is gone: a server in
    trouble for a night has moved nothing.
    """

    source: Source
    numbers: tuple[str, ...]
    addresses: tuple[str, ...]
    is_gone: bool

    def has_number(self, number: str) -> bool:
        return any(same_number(number, own) for own in self.numbers)

    def was_at(self, url: str) -> bool:
        return any(same_address(url, address) for address in self.addresses)


def known_documents(db: Database, payer: str, run: int) -> list[Known]:
    """The watched documents of a payer, leads left out."""
    gone = {fetch.source for fetch in fetches_of_run(db, run) if fetch.http_status in _GONE}
    return [
        known_document(db, source, is_gone=source.source in gone)
        for source in all_sources(db, payer=payer)
        if not source.is_lead
    ]


def known_document(db: Database, source: Source, *, is_gone: bool = False) -> Known:
    """What is known of one watched document."""
    return Known(source, _numbers(db, source), (source.url, *addresses_of(db, source.source)), is_gone)


def _numbers(db: Database, source: Source) -> tuple[str, ...]:
    """The numbers of a document, those that its own versions print first."""
    rows = db.query(
        "SELECT DISTINCT number FROM versions WHERE source = ? AND number IS NOT NULL AND state = 'confirmed'",
        [source.source],
    )
    printed = [str(row["number"]).upper() for row in rows]
    slug = source.source.partition("/")[2]
    found = (*numbers_found(db, source.source), *find_numbers(source.title), *number_in_address(source.url))
    return tuple(dict.fromkeys((*printed, *found, *find_numbers(slug))))
