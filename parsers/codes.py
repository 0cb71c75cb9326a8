"""Billing and diagnosis codes of a policy."""

from __future__ import annotations

from parsers.models import Block, Code


def read_codes(blocks: tuple[Block, ...]) -> tuple[Code, ...]:
    """The codes that the document names."""
    del blocks
    return ()
