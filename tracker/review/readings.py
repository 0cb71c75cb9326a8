"""Versions as they were read and as people corrected them."""

from __future__ import annotations

from dataclasses import replace

from sqlite_utils import Database

from db.changes import Comparison
from db.readings import get_reading
from db.reviews import reviews_of
from db.versions import Version, get_version
from parsers.jsonio import load_parsed
from parsers.models import ParsedPolicy
from tracker.review.apply import corrected_directions, corrected_policy, resets


def policy_as_read(db: Database, version: Version) -> ParsedPolicy:
    """The document of a version as its release read it."""
    return load_parsed(get_reading(db, version.reading).parsed)


def policy_of(db: Database, version: Version) -> ParsedPolicy:
    """The document of a version as it was read, with what people corrected."""
    return corrected_policy(policy_as_read(db, version), reviews_of(db, version.source))


def reviewed_comparison(
    db: Database, source: str, comparison: Comparison, old_version: int, new_reading: int
) -> Comparison:
    """A comparison with what people decided: directions they gave, and doubt where a correction had to be reset."""
    reviews = reviews_of(db, source)
    if not reviews:
        return comparison
    directed = corrected_directions(comparison, reviews)
    old = policy_as_read(db, get_version(db, old_version))
    lost = resets(old, load_parsed(get_reading(db, new_reading).parsed), reviews)
    if not lost:
        return directed
    reasons = [f"a clause that a person had corrected reads otherwise: {text}" for text in lost]
    return replace(directed, confidence="low", reason="; ".join(reasons))
