"""Terms that only count what they title ("Reason 1", "Criterion 2"): what stands under them is a list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from parsers.language.patterns import compiled
from parsers.models import Block

_COUNTS = compiled(
    r"\W*(?:reason|criterion|condition|requirement|exclusion|ground|item|point|rule)\W*"
    r"(?P<number>\d{1,2}|[a-h]|[ivx]{1,4})\W*",
    re.IGNORECASE,
)
_FEWEST = 2


def with_numbered_terms(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with each definition list whose terms only count as a list of items."""
    said: list[Block] = []
    for is_pair, run in groupby(blocks, key=lambda block: block.kind in ("term", "definition")):
        pairs = tuple(run)
        said += _listed(pairs) if is_pair and _only_counts(pairs) else pairs
    return tuple(said)


def _only_counts(pairs: Sequence[Block]) -> bool:
    terms = [block.text for block in pairs if block.kind == "term"]
    return len(terms) >= _FEWEST and all(map(_COUNTS.fullmatch, terms))


def _listed(pairs: Sequence[Block]) -> Iterator[Block]:
    marker = ""
    for block in pairs:
        if block.kind == "term":
            marker = f"{found['number']}." if (found := _COUNTS.fullmatch(block.text)) else ""
        else:
            yield replace(block, kind="item", depth=1, marker=marker)
            marker = ""
