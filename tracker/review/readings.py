"""Versions as they were read and as people corrected them."""

from __future__ import annotations

from collections.abc import Iterator

from sqlite_utils import Database

from db.readings import get_reading
from db.reviews import reviews_of
from db.versions import Version
from parsers.jsonio import load_parsed
from parsers.models import Leaf, ParsedPolicy, Tree
from tracker.review.apply import corrected_policy


def policy_as_read(db: Database, version: Version) -> ParsedPolicy:
    """The document of a version as its release read it."""
    return load_parsed(get_reading(db, version.reading).parsed)


def policy_of(db: Database, version: Version) -> ParsedPolicy:
    """The document of a version as it was read, with what people corrected."""
    return corrected_policy(policy_as_read(db, version), reviews_of(db, version.source))


def leaves(tree: Tree | None) -> Iterator[Leaf]:
    """The criteria of a tree in reading order."""
    if isinstance(tree, Leaf):
        yield tree
    elif tree is not None:
        for child in tree.children:
            yield from leaves(child)
