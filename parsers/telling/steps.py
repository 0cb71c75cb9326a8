"""What a stage is made of: steps, each a function of all blocks of a document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from parsers.models import Block

Blocks = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Retelling:
    """A step that puts passages in other words, and gives for each of these what is printed there."""

    step: Callable[[Blocks], tuple[Blocks, dict[str, str]]]


# A step alone moves, parts, titles or drops blocks. The order of the steps matters: each finds what those before left.
Stage = tuple[Callable[[Blocks], Blocks] | Retelling, ...]
