"""Finds that are taken: a watched document at its new address, or one more document to watch."""

from __future__ import annotations

import re
from dataclasses import replace

from sqlite_utils import Database

from db.candidates import Candidate, State, add_candidate, decide_candidate, get_candidate
from db.connection import write
from db.sources import Source, adopt_address, get_payer, get_source, register
from tracker.errors import DiscoveryError

_MOVES = frozenset({"moved", "next_edition", "renumbered", "replaced"})
_LONGEST_SLUG = 60


def record(db: Database, found: Candidate, *, sure: bool) -> Candidate | None:
    """Keep a find and take it when it is sure; None when it was found before."""
    with write(db):
        kept = add_candidate(db, found)
        if kept and sure:
            take(db, kept, "adopted", by="ketwatch", at=found.found_at)
        return get_candidate(db, kept.candidate) if kept else None


def take(
    db: Database, found: Candidate, state: State, *, by: str, at: str, source: str | None = None,
    is_new: bool = False, note: str = "",
) -> str | None:  # fmt: skip
    """Take a find as what it is; which source it has become, None for one that is only the end of another.

    `source` names the watched document whose new address it is, `is_new` makes it one of its own, where the find itself
    does not know or is wrong.
    Raises DiscoveryError when there is no such source, or nothing to ask for.
    """
    moves = source or (found.source if found.step in _MOVES and not is_new else None)
    with write(db):
        if found.step == "retired" and not (source or is_new):
            became = None
        else:
            _require_address(found)
            became = _move(db, found, moves, at) if moves else _watch(db, found, at)
        decide_candidate(db, found.candidate, state, by=by, at=at, became=became, note=note)
    return became


def _require_address(found: Candidate) -> None:
    if not found.url:
        raise DiscoveryError(f"{found.candidate} has no address yet: dismiss it, or wait until an index page names one")


def _move(db: Database, found: Candidate, source: str, at: str) -> str:
    known = get_source(db, source)
    if known is None:
        raise DiscoveryError(f"no source {source}: `ketwatch sources` lists them")
    adopt_address(db, known, found.url, at=at)
    return source


def _watch(db: Database, found: Candidate, at: str) -> str:
    payer = get_payer(db, found.payer)
    like = get_source(db, found.source or found.found_on)
    if payer is None or like is None:  # foreign keys hold it
        raise DiscoveryError(f"{found.candidate} is of a payer that is not watched any more")
    slug = _free_slug(db, found)
    kind = "policy" if like.is_lead else like.kind
    source = Source(slug, payer.payer, found.title or found.number, found.url, kind, like.line_of_business)
    register(db, payer, [replace(source, adopted=True)], at=at)
    return slug


def _free_slug(db: Database, found: Candidate) -> str:
    words = found.number or found.title or found.url.rstrip("/").rpartition("/")[2]
    plain = re.sub(r"[^a-z0-9]+", "-", words.lower())[:_LONGEST_SLUG].strip("-") or "document"
    slug = f"{found.payer}/{plain}"
    return slug if get_source(db, slug) is None else f"{slug}-{found.candidate}"
