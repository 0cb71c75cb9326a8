"""Entries of a formulary in one line each: a drug's name and its tier or marks, or that it is not covered.

They stand behind a colon or dash, behind dots, in brackets or as the definition of the name ("Spravato: Tier 5 | PA |
QL", "SPRAVATO (T5, PA)", "Spravato .... NC").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.drugs.marked_entries import entry_positions
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.models import Block, Position

_TIER = (
    r"(?:(?:(?:[Ss]pecialty|[Bb]rand|[Gg]eneric) )?[Tt]ier ?\d\w?|T\d|[Ss]pecialty tier|(?:[Nn]on-?)?[Pp]referred"
    r"(?: (?:brand|generic|specialty))?(?: tier)?)"
)
_PAPER = r"(?:PA|[Pp]rior [Aa]uthori[sz]ation|[Pp]re-?authori[sz]ation)(?: (?:is )?(?:required|needed))?"
_LIMIT = (
    r"(?:QL|ST|SP|AL|AE|MB|LD|[Qq]uantity [Ll]imits?(?: appl(?:y|ies))?|[Ss]tep [Tt]herapy|[Aa]ge [Ll]imits?|"
    r"[Ll]imited [Dd]istribution|[Ss]pecialty)"
)
_NEXT = r"(?:\s*[,/;|&+]\s*|\s+(?:and )?)"
_LISTED = rf"(?:{_TIER}|\d(?={_NEXT}[A-Z])|{_PAPER}|MB|SP)(?:{_NEXT}(?:{_TIER}|{_PAPER}|{_LIMIT}))*"
_REFUSED = r"(?:NC|[Nn]ot [Cc]overed|[Nn]on-?covered|[Ee]xcluded|[Pp]lan exclusion)"
_ENTRY = compiled(
    r"\W*(?P<name>[^:;.|–—(]{3,60}?(?: \((?!PA\b|T\d|NC\b)[^()]{3,30}\))?)[#^*†‡]*"
    rf"(?:\s*[:–—|(\[]|\s-|\s*\.{{2,}})\s*(?:(?P<listed>{_LISTED})|(?P<refused>{_REFUSED}))\W*"
)
_NEEDED = compiled(_PAPER)
# One such line may be of a sentence; a list has several.
_FEWEST = 2
_LONGEST = 120
# Names in capitals may pass for titles.
_KINDS = ("paragraph", "item", "heading")


def tiered_entries(blocks: Sequence[Block]) -> Iterator[Position]:
    """A position for each of our drugs that a list of such entries names."""
    lines = list(_lines(blocks))
    if not any(named_products(line.text) for line in lines):
        return
    entries = [(line, found) for line in lines if (found := _ENTRY.fullmatch(line.text))]
    if len(entries) < _FEWEST:
        return
    for line, found in entries:
        needed = bool(_NEEDED.search(found["listed"] or "")) or None
        yield from entry_positions(line, found["name"], "excluded" if found["refused"] else "covered", needed=needed)


def _lines(blocks: Sequence[Block]) -> Iterator[Block]:
    """The short lines of a document, a name and its definition as one."""
    term = ""
    for block in blocks:
        if block.kind == "definition" and term:
            yield replace(block, text=f"{term}: {block.text}")
        elif block.kind in _KINDS and len(block.text) <= _LONGEST:
            yield block
        term = block.text if block.kind == "term" and len(block.text) <= _LONGEST else ""
