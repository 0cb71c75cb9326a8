"""Entries of a list in one line each: a drug's name and the mark that it needs authorization ("Spravato MB – PA")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from parsers.drugs.names import is_drug_name, named_products
from parsers.language.patterns import compiled
from parsers.models import Block, Evidence, Position, Status
from parsers.products import read_route

_MARK = r"(?:PA|QL|ST|SP|AL|MB|LD|[Pp]rior [Aa]uthori[sz]ation|[Pp]reauthori[sz]ation)"
# A name, signs that a key explains, a dash or colon, and marks, that of authorization among them.
_ENTRY = compiled(
    r"\W*(?P<name>[^:;.|–—]{3,60}?)(?:\s+(?:[A-Z]{2}|[#^*†‡]+))*\s*(?:[:–—]|\s-)\s*"
    rf"(?=[^;.]*\b(?:PA|[Pp]rior|"
    rf"[Pp]reauth))(?P<marks>{_MARK}(?:\s*[,/;&+]?\s*{_MARK})*)(?: (?:is )?(?:required|needed))?\W*"
)
# One such line may be of a sentence; a list has several.
_FEWEST = 2
_LONGEST = 100
_KINDS = ("paragraph", "item", "definition")


def marked_entries(blocks: Sequence[Block]) -> Iterator[Position]:
    """A position for each of our drugs that a list of such entries names: paid for, once it is authorized."""
    if not any(block.kind in _KINDS and len(block.text) <= _LONGEST and named_products(block.text) for block in blocks):
        return
    entries = [(block, found) for block in blocks if (found := _entry(block))]
    if len(entries) < _FEWEST:
        return
    for block, found in entries:
        yield from entry_positions(block, found["name"], "covered", needed=True)


def entry_positions(line: Block, name: str, status: Status, *, needed: bool | None) -> Iterator[Position]:
    """A position for each of our drugs that the name of an entry is; none where it says more."""
    if is_drug_name(name):
        evidence = (Evidence(line.page, line.text),)
        for product in named_products(name):
            yield Position(product, read_route(product, line.text), "any", "initial", status, needed, None, evidence)


def _entry(block: Block) -> re.Match[str] | None:
    return _ENTRY.fullmatch(block.text) if block.kind in _KINDS and len(block.text) <= _LONGEST else None
