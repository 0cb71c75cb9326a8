"""Uses told as records in a line ("Use: chronic pain. Status: not covered.") as what they answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from parsers.answering.answers import names_use, stated_status
from parsers.criteria.of_payers import keys_of_a_payer
from parsers.language.patterns import compiled
from parsers.language.spans import SPAN_COUNT, SPAN_UNIT
from parsers.models import Block

_END = r"\s*(?:[.;,|–—-]|\s)\s*"
_USE = compiled(
    r"^\W*(?:(?:drug|product|medication):?\s*(?P<drug>[\w ()-]{3,40}?)[.;,|]\s+)?"
    r"(?:(?:requested |intended )?(?:use|indication|diagnosis|condition)|dx)\s*:\s*(?P<use>[^:]{3,120}?)"
    rf"{_END}(?:(?:coverage )?status|decision|determination|coverage|position|answer|policy|plan position|"
    rf"outcome)\s*:\s*"
    r"(?P<status>[^:]{3,80}?)\s*$",
    re.IGNORECASE,
)
_PAIR = ("label", "value")
_LABEL = compiled(
    r"\W*(?:(?:primary )?(?:diagnos[ei]s|indications?|uses?|conditions?)(?: treated)?|(?P<given>(?:covered|paid|"
    r"approved|authori[sz]ed|allowed|available|given|payable) (?:for|in)|what (?:it is |is it )?for))\W*",
    re.IGNORECASE,
)
# A table of answers says itself what is covered.
_ANSWERS = compiled(r"\b(?:status|decision|determination|coverage|covered|approved)\b", re.IGNORECASE)
_TERM = compiled(
    rf"\W*(?:(?:within|for|up to|in|after|standard:?|about) )*{SPAN_COUNT}[ -](?:{SPAN_UNIT}|hours?)\b", re.IGNORECASE
)
_LONGEST_USE = 120
# What no plan of the kind may pay for; it sets none of the labeled uses apart.
_OF_PART_D = compiled(
    r",?\s*(?:(?:that|which) are )?not otherwise excluded (?:from|by|under) (?:medicare )?part D\b", re.IGNORECASE
)


def with_uses_answered(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks` with each such line as the use with its answer; and what is printed in place of each."""
    said = tuple(_told(block) for block in with_uses_covered(blocks))
    changed = zip(said, blocks, strict=True)
    return said, {new.text: old.text for new, old in changed if new is not old}


def with_uses_covered(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with the row that names the use of a table of criteria ("Diagnosis | TRD") as the use covered by it."""
    said: list[Block] = []
    for is_row, run in groupby(blocks, key=lambda block: block.kind == "row" and len(block.cells) == len(_PAIR)):
        rows = tuple(run)
        said += [_covered(row) for row in rows] if is_row and _is_of_one_use(rows) else rows
    return tuple(said)


def _is_of_one_use(rows: Sequence[Block]) -> bool:
    """Whether rows of a label and its value ask for what a payer asks of a use that one of them names."""
    labels = [row.cells[0] for row in rows]
    named = any(map(_LABEL.fullmatch, labels)) and not any(map(_answers, rows))
    return named and any(map(_asks_of_a_payer, rows))


def _answers(row: Block) -> bool:
    """Whether a row says what is covered, rather than how soon or for how long ("Organization determination | 72
    hours").
    """
    label, value = row.cells
    return bool(_ANSWERS.search(label)) and not _TERM.match(value) and not _LABEL.fullmatch(label)


def _asks_of_a_payer(row: Block) -> bool:
    return bool(keys_of_a_payer(f"{row.cells[0]}: {row.cells[1]}"))


def _covered(row: Block) -> Block:
    label, value = row.cells
    named = _LABEL.fullmatch(label)
    if not named or not names_use(value) or stated_status(value) or len(value) > _LONGEST_USE:
        return row
    cells = ("Covered condition" if named["given"] else f"Covered {label[:1].lower()}{label[1:]}", value)
    return replace(row, cells=cells, text=" | ".join(cells))


def _told(block: Block) -> Block:
    if block.kind == "row":
        return block
    if found := _USE.match(block.text):
        text = f"{found['use']}: {found['status']}"
        drug = f"{found['drug'].strip()} for " if found["drug"] else ""
        return replace(block, text=f"{drug}{text}", cells=()) if names_use(found["use"]) else block
    text = _OF_PART_D.sub("", block.text) if "otherwise" in block.text else block.text
    return block if text == block.text else replace(block, text=text)
