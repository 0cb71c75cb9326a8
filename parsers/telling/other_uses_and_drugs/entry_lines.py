"""Entries of a bulletin in one line each: a drug's name, then what is asked for it, clause by clause.

Sentences behind the clauses ("Approved for 3 months.") stand behind the list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from parsers.answering.answers import stated_status
from parsers.drugs.names import is_drug_name
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block
from parsers.uses.scopes import required_indications

# A name, a colon or a dash, then clauses with semicolons between them.
_ENTRY = compiled(r"(?P<name>[^:;.–—]{3,60}?)(?:\s*:|\s+[–—-])\s+(?P<said>[^;]+;.+)", re.DOTALL)
_ALL_OF = compiled(r"^\W*all(?: of)?(?: the| these)?(?: following)?\W*:\s*", re.IGNORECASE)
_SPAN = compiled(r"\W*(?:for )?[\w-]+(?: \(\d+\))? (?:days?|weeks?|months?|years?)\W*", re.IGNORECASE)
_KINDS = ("paragraph", "item")


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry's drug, its clauses, and the sentences behind them."""

    name: str
    clauses: tuple[str, ...]
    after: tuple[str, ...]


def with_entries_in_lists(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """`blocks`, with such an entry of our drug as its name over a list; a span of time at its end is its approval's."""
    if not any(block.kind in _KINDS and ";" in block.text and _said(block) for block in blocks):
        return blocks
    return tuple(part for block in blocks for part in _parts(block))


def _said(block: Block) -> _Entry | None:
    """The parts of an entry that names a use first and gives no answer in its clauses."""
    found = _ENTRY.fullmatch(block.text) if block.kind in _KINDS else None
    if found is None or not is_drug_name(found["name"]):
        return None
    listed, *after = sentences(_ALL_OF.sub("", found["said"]))
    if stated_status(listed) or ";" not in listed or any(";" in said for said in after):
        return None
    clauses = tuple(clause.strip() for clause in listed.split(";") if clause.strip())
    return _Entry(found["name"], clauses, tuple(after)) if required_indications(clauses[0]) else None


def _parts(block: Block) -> Iterator[Block]:
    said = _said(block)
    if said is None:
        yield block
        return
    clauses = said.clauses
    spans = clauses[-1:] if _SPAN.fullmatch(clauses[-1]) else ()
    yield replace(block, text=said.name)
    for clause in clauses[: len(clauses) - len(spans)]:
        yield replace(block, kind="item", text=clause, depth=block.depth + 1, marker="")
    for span in spans:
        yield replace(block, kind="item", text="Approval:", depth=block.depth + 1, marker="")
        yield replace(block, kind="item", text=span, depth=block.depth + 2, marker="")
    for sentence in said.after:
        yield replace(block, kind="paragraph", text=sentence)
