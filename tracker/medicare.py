"""What CMS's lists say of either drug, and what is new between two of them. The lists are leads: no policy is read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from sqlite_utils import Database

from db.blobs import BlobStore
from db.snapshots import Snapshot, snapshots_of
from db.sources import DRUG_NAMES, all_sources
from parsers.files.coverage_api import stated

Move = Literal["listed", "new", "new_version", "retired", "gone"]
_REPORTS = "/v1/reports/"
_KIND_AND_NUMBER = re.compile(r"(?P<kind>lcd|article|ncd)id=(?P<number>\d+)", re.IGNORECASE)
_NAMES = re.compile("|".join(DRUG_NAMES), re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Listed:
    """A version of a document as a list has it. `key` is what it is called across lists, kind and number, since the
    kinds number apart; `updated_on` and `retires_on` are None where the list does not state them.
    """

    key: str
    version: int
    title: str
    url: str
    contractor: str = ""
    effective_on: date | None = None
    updated_on: date | None = None
    retires_on: date | None = None

    @property
    def names_a_drug(self) -> bool:
        return _NAMES.search(self.title) is not None


@dataclass(frozen=True, slots=True)
class Listing:
    """A list as it was on a day."""

    taken_on: date
    documents: tuple[Listed, ...]

    def newest(self) -> dict[str, Listed]:
        """Each document's newest version: a list has the one in force and the future one."""
        return {one.key: one for one in sorted(self.documents, key=lambda one: one.version)}


@dataclass(frozen=True, slots=True)
class News:
    """What became of a document between two lists, or that it is "listed"."""

    move: Move
    document: Listed


def whats_new(old: Listing, new: Listing) -> list[News]:
    """What a newer list says that an older one did not.

    A document that only the newer one has is new when it was last updated since the older one was taken: else that one
    had been cut off before it. A version or a retirement that the older list does not state is no news.
    """
    before, after = old.newest(), new.newest()
    news = [_news(before.get(key), document, old.taken_on) for key, document in after.items()]
    gone = [News("gone", document) for key, document in before.items() if key not in after]
    return sorted(filter(None, [*news, *gone]), key=lambda one: one.document.key)


def _news(before: Listed | None, after: Listed, since: date) -> News | None:
    if before is None:
        return News("new", after) if after.updated_on is None or after.updated_on >= since else None
    if after.version > before.version:
        return News("new_version", after)
    retired = after.retires_on is not None and before.updated_on is not None and before.retires_on != after.retires_on
    return News("retired", after) if retired else None


def listed(row: Mapping[str, Any]) -> Listed:
    """A row of one of the API's lists."""
    url = str(row.get("url") or "")
    found = _KIND_AND_NUMBER.search(url)
    key = (
        f"{found['kind'].lower()} {found['number']}"
        if found
        else f"{row['document_type']} {row['document_id']}".lower()
    )
    brand = stated(row.get("drug_brand_name"))
    return Listed(
        key=key,
        version=int(row["document_version"]),
        title=f"{row['title']}: {brand} ({stated(row.get('code_id'))})" if brand else str(row["title"]),
        url=url,
        contractor=" ".join(str(row.get("contractor_name_type") or "CMS").split()),
        effective_on=_day(row.get("effective_date")),
        updated_on=_day(row.get("updated_on") or row.get("last_updated")),
        retires_on=_day(row.get("retirement_date")),
    )


def medicare_news(db: Database, blobs: BlobStore) -> list[News]:
    """The documents that the newest lists have on either drug, and what became of those since the lists before.

    Raises BlobError when a stored list is missing or damaged.
    """
    found: dict[tuple[str, str, int, str], News] = {}
    for source in all_sources(db):
        if _REPORTS in source.url:
            lists = [_listing(blobs, one) for one in _last_two(snapshots_of(db, source.source))]
            for one in _of_lists(lists):
                found.setdefault((one.document.key, one.document.title, one.document.version, one.move), one)
    return sorted(found.values(), key=lambda one: (one.move == "listed", one.document.key, one.document.title))


def _of_lists(lists: Sequence[Listing]) -> Iterator[News]:
    if lists:
        yield from (News("listed", one) for one in lists[-1].documents if one.names_a_drug)
    if len(lists) > 1:
        yield from (one for one in whats_new(*lists) if one.document.names_a_drug)


def _last_two(fetches: Iterable[Snapshot]) -> list[Snapshot]:
    """The last two lists that differ."""
    full = [one for one in fetches if one.outcome == "fetched" and one.sha256]
    return list({one.sha256: one for one in full}.values())[-2:]


def _listing(blobs: BlobStore, fetch: Snapshot) -> Listing:
    answers: Mapping[str, Sequence[Mapping[str, Any]]] = json.loads(blobs.get(str(fetch.sha256)))["coverage_api"]
    rows = [row for of_endpoint in answers.values() for row in of_endpoint]
    return Listing(date.fromisoformat(fetch.fetched_at[:10]), tuple(map(listed, rows)))


def _day(value: object) -> date | None:
    """A date as the API writes it, None for "N/A"."""
    text = stated(value)
    return datetime.strptime(text, "%m/%d/%Y").date() if text else None  # noqa: DTZ007 - a day has no zone
