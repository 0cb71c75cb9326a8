"""Titles of a table that stand in two rows: the use over several columns, the phase of each below it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise


def joined_titles(above: Sequence[str], below: Sequence[str]) -> tuple[str, ...]:
    """The titles of each column from both rows ("Resistant depression, Renewal"); one that spans both stands once."""
    pairs = ((over.strip(), under.strip()) for over, under in zip(above, below, strict=True))
    return tuple(", ".join(dict.fromkeys(filter(None, pair))) for pair in pairs)


def spans_columns(titles: Sequence[str]) -> bool:
    """Whether a title reaches over some of the columns, but not over all of them."""
    said = [title.strip() for title in titles]
    return len(set(said)) > 1 and any(one and one == other for one, other in pairwise(said))
