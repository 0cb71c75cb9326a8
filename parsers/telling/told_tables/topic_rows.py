"""Tables of topics with a column for each drug: the row on what the payer covers, told of each drug by its uses.

"Plan position | Covered for resistant depression | Experimental for chronic pain": its cells are predicates of the
drugs in the titles, and the rows beside it (who approved them, how they are billed) tell of them and answer nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from parsers.answering.answers import names_use
from parsers.answering.short_answers import short_answer
from parsers.criteria.families import findings_in
from parsers.drugs.names import is_drug_name
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.telling.told_tables.entries import as_sentence

_OF_COVER = compiled(
    r"\W*(?:(?:our|the|this|plan|payer|program|medical|current|benefit|health plan) )*(?:positions?|polic(?:y|ies)|"
    r"coverage|status|decisions?|determinations?|answers?|covered uses?|benefits?)"
    r"(?: (?:position|policy|status|decision|determination|statement|rule)s?)?\W*",
    re.IGNORECASE,
)
_BEFORE_USES = compiled(r"^(?P<answer>[^.;:]{2,60}?)(?: (?:for|in)|\s*:) (?P<uses>\S[^.]*?)\W*$", re.IGNORECASE)
_BEHIND_USES = compiled(r"^(?P<uses>[^.:]{3,160}?)\s*(?:: | [–—-] )(?P<answer>[^.;:]{2,60}?)\W*$", re.IGNORECASE)


def with_topics_told(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with a paragraph for each drug in place of such a row; and what is printed of each."""
    read: list[Block] = []
    restated: dict[str, str] = {}
    for block in blocks:
        said = tuple(_told(block)) if block.kind == "row" and _OF_COVER.fullmatch(block.cells[0]) else ()
        restated |= dict.fromkeys(said, block.text)
        read += [as_sentence(block, one) for one in said] or [block]
    return tuple(read), restated


def _told(row: Block) -> Iterator[str]:
    """A sentence for each drug of ours that a row answers for by use; none where a cell says anything else."""
    if len(row.header) != len(row.cells):
        return
    told = [(title, _answered(cell)) for title, cell in zip(row.header, row.cells, strict=True) if is_drug_name(title)]
    if all(answer for _, answer in told):
        yield from (f"{title.strip()} is {answer}." for title, answer in told)


def _answered(cell: str) -> str:
    """The answer in a cell, for the uses beside it; "" where it says anything else."""
    found = _BEFORE_USES.match(cell) or _BEHIND_USES.match(cell)
    answer = short_answer(found["answer"]) if found else None
    plain = found and names_use(found["uses"]) and not any(findings_in(cell))
    return f"{answer.words} for {found['uses']}" if found and answer and plain else ""
