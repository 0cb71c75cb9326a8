"""Entries of a drug list over several rows: the name alone, what it is restricted to, then its forms and strengths.

"Esketamine *", "* Restricted to use in … Also restricted to a maximum of …", "Nasal spray | 56 mg | ea".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from parsers.drugs.names import is_drug_name
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block

_MARK = r"(?:\*{1,3}|[†‡§#+^]|\(\w\))"
_BEHIND = compiled(rf"\s*{_MARK}\W*$")
_BEFORE = compiled(rf"^\s*{_MARK}\s*")
# What the name above is the subject of.
_GOES_ON = compiled(
    r"^\W*(?P<also>(?:also|and|further|in addition,?) )?(?P<said>(?:restricted|limited|confined|reserved|covered|"
    r"payable|reimbursable|approved|authori[sz]ed)\b.*)$",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST_NAME = 60


def with_restricted_entries(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with the restriction under our drug's name as a paragraph that says it of the drug, and without the
    rows of the list's other drugs; and what is printed there.
    """
    if not any(_is_line(block) and _is_ours(block) for block in blocks):
        return blocks, {}
    pairs = enumerate(pairwise(blocks))
    told = {place + 1: _told(*pair) for place, pair in pairs if _is_entry(*pair) and _is_ours(pair[0])}
    others = {place for restriction in told for place in _of_others(blocks, restriction)}
    kept = ((place, block) for place, block in enumerate(blocks) if place not in others)
    read = tuple(_paragraph(block, told[place]) if place in told else block for place, block in kept)
    return (read if told else blocks), {text: blocks[place].text for place, text in told.items()}


def _of_others(blocks: Sequence[Block], restriction: int) -> Iterator[int]:
    """The places of the rows behind an entry, from the next name in its list on, but for entries of our drugs."""
    ours = True
    for place, row in enumerate(blocks[restriction + 1 :], restriction + 1):
        if row.kind != "row":
            return
        if _is_line(row) and not _BEFORE.match(row.text):
            ours = _is_ours(row)
        if not ours:
            yield place


def _is_entry(name: Block, restriction: Block) -> bool:
    """Whether a row names something and no more, and the row under it says to what that is restricted."""
    lines = _is_line(name) and _is_line(restriction) and len(name.text) <= _LONGEST_NAME
    return lines and bool(_GOES_ON.match(_BEFORE.sub("", restriction.text)))


def _is_ours(name: Block) -> bool:
    return len(name.text) <= _LONGEST_NAME and is_drug_name(_BEHIND.sub("", name.text))


def _told(name: Block, restriction: Block) -> str:
    """What a row says of the drug that the row above it names, in whole sentences."""
    drug = _BEHIND.sub("", name.text)
    return " ".join(_of_drug(drug, sentence) for sentence in sentences(_BEFORE.sub("", restriction.text)))


def _of_drug(drug: str, sentence: str) -> str:
    found = _GOES_ON.match(sentence)
    if found is None:
        return sentence
    said = found["said"]
    return f"{drug} is {'also ' if found['also'] else ''}{said[0].lower()}{said[1:]}"


def _is_line(block: Block) -> bool:
    """Whether a block is a row that has nothing beside it."""
    return block.kind == "row" and len(block.cells) <= 1


def _paragraph(row: Block, text: str) -> Block:
    return Block("paragraph", text, page=row.page, path=row.path)
