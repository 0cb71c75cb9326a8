"""The history of one source as it is shown: the versions we saw, and what the payer says it did."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

from sqlite_utils import Database

from db.changes import comparison_of
from db.provenance import Origin, Witness, origin_of
from db.reviews import reviews_of
from db.revisions import Corroboration, corroboration_of, revisions_of
from db.versions import Version, facts_of, last_confirmed
from parsers.models import Revision
from tracker.cli.tree import wrapped
from tracker.clock import utc_now

_WITNESS_WORDS: dict[Witness, str] = {
    "seen": "seen by us", "added by hand": "added by hand, fetched", "web archive": "kept by a web archive",
}  # fmt: skip


def entry_json(entry: Revision) -> dict[str, object]:
    """An entry of the payer's history for a program."""
    return {**asdict(entry), "on": entry.on.isoformat() if entry.on else None}


def version_json(db: Database, version: Version) -> dict[str, object]:
    """A version for a program, with where it comes from; `corroboration` is null where nothing was compared with it."""
    found = _corroboration(db, version)
    effective_on = facts_of(db, version.version).effective_on
    return {
        **asdict(version),
        "effective_on": effective_on.isoformat() if effective_on else None,
        "corroboration": asdict(found) if found else None,
        "origin": asdict(origin_of(db, version)),
    }


def version_lines(db: Database, version: Version) -> Iterator[str]:
    """A version for a person, with what the payer's own history says of it unless it is silent."""
    effective_on = facts_of(db, version.version).effective_on
    ahead = effective_on is not None and effective_on.isoformat() > utc_now()[:10]
    future = f", takes effect on {effective_on}" if ahead else ""
    origin = origin_of(db, version)
    seen = f"{_WITNESS_WORDS[origin.provenance]} {version.seen_at}"
    yield f"version {version.version}: {seen}, {version.kind}, {version.state}{future}"
    yield f"  quality {origin.quality}, sha256 {origin.sha256[:12]}, at {_address(origin)}"
    found = _corroboration(db, version)
    if found and found.agreement != "silent":
        yield from wrapped(f"the payer's own history {found.agreement.replace('_', ' ')}: {found.note}", "  ", "    ")


def origin_lines(db: Database, version: Version) -> Iterator[str]:
    """Where the version that is shown comes from: file, instant, witness, and who read it. Addresses are not broken."""
    origin = origin_of(db, version)
    yield f"version {origin.version}, {_WITNESS_WORDS[origin.provenance]} {origin.fetched_at}"
    yield f"  at {_address(origin)}"
    yield f"  quality {origin.quality}, read by {origin.extractor}"


def _address(origin: Origin) -> str:
    led = f", which led to {origin.answered_by}" if origin.answered_by != origin.url else ""
    return f"{origin.url}{led}"


def _corroboration(db: Database, version: Version) -> Corroboration | None:
    comparison = comparison_of(db, version.version)
    return corroboration_of(db, comparison) if comparison else None


def correction_lines(db: Database, source: str) -> Iterator[str]:
    """What people corrected in the readings of a source: a value above may differ from its clause because of it."""
    for review in reviews_of(db, source):
        if review.decision == "corrected" and review.about in ("position", "criterion"):
            note = f" ({review.note})" if review.note else ""
            what = review.key or "position"
            told = f"{review.reviewer} on {review.reviewed_at[:10]}{note}: {what} of “{review.text}”"
            yield from wrapped(f"corrected by {told}", "", "  ")


def own_history(db: Database, source: str) -> tuple[Revision, ...]:
    """The history that the version in force keeps of itself."""
    version = last_confirmed(db, source)
    return revisions_of(db, version.version) if version else ()


def own_history_lines(entries: tuple[Revision, ...]) -> Iterator[str]:
    """What the payer says it did, as printed: a second witness beside our versions."""
    if entries:
        yield "the payer's own history"
    for entry in entries:
        yield from wrapped(f"{entry.on or 'no date'}: {entry.text}", "  ", "    ")
    if entries:
        yield ""
