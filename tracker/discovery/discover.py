"""The pass over what the night fetched: leads for mentions, documents for notices of their own end; each page once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlite_utils import Database

from db.blobs import BlobStore
from db.candidates import Candidate, note_looked_through, was_looked_through
from db.connection import write
from db.snapshots import Snapshot, fetches_of_run
from db.sources import Source, get_source
from parsers.discovery.mentions import find_mentions
from parsers.discovery.models import Notice
from parsers.discovery.notices import find_notice
from parsers.discovery.numbers import number_in_address, same_number
from tracker.discovery.adopt import record
from tracker.discovery.judge import Finding, judge_mention, judge_notice
from tracker.discovery.known import known_documents


@dataclass(frozen=True, slots=True)
class Discovered:
    """What a night found: taken by itself, and left to a person."""

    adopted: tuple[Candidate, ...] = ()
    proposed: tuple[Candidate, ...] = ()

    def __add__(self, other: Discovered) -> Discovered:
        return Discovered(self.adopted + other.adopted, self.proposed + other.proposed)

    @property
    def payers(self) -> frozenset[str]:
        """The payers with something new to ask for."""
        return frozenset(found.payer for found in self.adopted if found.became)


NOTHING_FOUND = Discovered()


def discover(db: Database, blobs: BlobStore, run: int, *, at: str) -> Discovered:
    """Look through what a run fetched and has not been looked through before; keep, adopt and propose."""
    found = NOTHING_FOUND
    # A document's own word comes before what others say of it.
    for fetch in sorted(fetches_of_run(db, run), key=lambda one: _is_lead(db, one)):
        source = get_source(db, fetch.source)
        if source and fetch.sha256 and not was_looked_through(db, source.source, fetch.sha256):
            found += _look_through(db, blobs, source, fetch, run, at)
    return found


def _look_through(
    db: Database, blobs: BlobStore, source: Source, fetch: Snapshot, run: int, at: str
) -> Discovered:  # fmt: skip
    assert fetch.sha256 is not None  # noqa: S101
    body = blobs.get(fetch.sha256)
    notice = None if source.is_lead or fetch.outcome == "error" else find_notice(body, fetch.final_url)
    with write(db):
        kept = [
            kept for finding in _findings(db, source, fetch, body, notice, run)
            if (kept := record(db, _candidate(finding, source, at), sure=_is_obvious(finding, source)))
        ]  # fmt: skip
        instead = notice if notice and notice.is_all else None
        said = "" if instead is None else "moved" if instead.successors else "retired"
        note_looked_through(db, source.source, fetch.sha256, notice=instead.text if instead else None, said=said)
    return Discovered(
        tuple(one for one in kept if one.state == "adopted"), tuple(one for one in kept if one.state == "proposed")
    )


def _findings(
    db: Database, source: Source, fetch: Snapshot, body: bytes, notice: Notice | None, run: int
) -> Iterator[Finding]:  # fmt: skip
    if source.is_lead and fetch.outcome == "fetched":
        for mention in find_mentions(body, fetch.final_url):
            # What one row led to is known to the next.
            finding = judge_mention(mention, known_documents(db, source.payer, run))
            if finding:
                yield finding
    elif notice:
        known = known_documents(db, source.payer, run)
        of = next(one for one in known if one.source.source == source.source)
        yield from judge_notice(notice, of, known)


def _candidate(finding: Finding, page: Source, at: str) -> Candidate:
    return Candidate(
        payer=page.payer,
        step=finding.step,
        url=finding.url,
        number=finding.number,
        title=finding.title,
        source=finding.of.source.source if finding.of else None,
        found_on=page.source,
        reason=finding.reason,
        found_at=at,
    )


def _is_obvious(finding: Finding, page: Source) -> bool:
    """Whether a find needs no person. The link in a bulletin may lead to the news and not to the document."""
    if page.kind == "updates" and finding.step in ("moved", "renumbered"):
        return finding.sure and any(same_number(finding.number, one) for one in number_in_address(finding.url))
    return finding.sure


def _is_lead(db: Database, fetch: Snapshot) -> bool:
    source = get_source(db, fetch.source)
    return source is not None and source.is_lead
