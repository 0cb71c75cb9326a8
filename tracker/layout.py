"""Whether a document still looks as it did: a new layout is where a reader goes wrong without a word."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from sqlite_utils import Database

from db.incidents import close_warning, open_warning
from db.layouts import Layout, keep_layout, layout_of
from parsers.models import ParsedPolicy
from parsers.release import EXTRACTOR
from parsers.sections.skeleton import dump_skeleton, layout_drift, load_skeleton, skeleton_of

Drift = Literal["layout_drift"]
DRIFT: Drift = "layout_drift"


def follow_layout(db: Database, source: str, old: ParsedPolicy | None, new: ParsedPolicy, *, at: str) -> None:
    """Warn of a layout that changed strongly, until another capture in the new one reads as many positions.

    `old` is the version in force as this release reads it, None without one.
    """
    known, now = _known(db, source, old or new), dump_skeleton(skeleton_of(new))
    drift = _drift(known.known, now) or _same_words_read_worse(old, new)
    if drift and not _is_settled(known, now, new):
        keep_layout(db, source, replace(known, drifted=now))
        open_warning(
            db, source, DRIFT, f"{drift}; positions read: {len(new.positions)}, before {known.positions}", at=at
        )
    else:
        keep_layout(db, source, _layout(new))
        close_warning(db, source, DRIFT, at=at)


def _known(db: Database, source: str, instead: ParsedPolicy) -> Layout:
    """The layout on record; another release may make out another one in the same bytes, so its word does not count."""
    known = layout_of(db, source)
    return known if known and known.extractor == EXTRACTOR else _layout(instead)


def _layout(policy: ParsedPolicy) -> Layout:
    return Layout(EXTRACTOR, dump_skeleton(skeleton_of(policy)), len(policy.positions))


def _drift(old: str, new: str) -> str:
    return layout_drift(load_skeleton(old), load_skeleton(new))


def _same_words_read_worse(old: ParsedPolicy | None, new: ParsedPolicy) -> str:
    """Of the same words fewer answers can only be the layout's doing, however small the difference looks."""
    worse = old and old.fingerprint == new.fingerprint and len(new.positions) < len(old.positions)
    return "the same words in another layout" if worse else ""


def _is_settled(known: Layout, now: str, new: ParsedPolicy) -> bool:
    seen_before = known.drifted is not None and not _drift(known.drifted, now)
    return seen_before and len(new.positions) >= known.positions
