"""Choices of treatments in one clause ("One of these has failed: psychotherapy, ECT, TMS"): each alone is enough."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parsers.language.patterns import compiled
from parsers.models import Block

_ONE = (
    r"(?:(?:at least |any )?one|any|either)(?: \(1\))?(?: of)?(?: (?:these|them|the following|the two))?"
    r"(?: (?:treatments?|therap(?:y|ies)|interventions?|options?))?"
)
_FAILED = (
    r"(?:(?:has|have|had|was|were|must|been|be) ){0,3}(?:failed|ineffective|unsuccessful|inadequate"
    r"|tried (?:without (?:success|benefit|response)|and (?:has |have )?failed)|not (?:helped|worked|been effective))"
)
_TREATMENTS = r"(?P<treatments>[^:.;]{6,200})"
_CHOICES = (
    compiled(rf"^\W*{_ONE} {_FAILED}:\s*{_TREATMENTS}\.?$", re.IGNORECASE),
    compiled(
        rf"^\W*(?:failure of|has failed|failed|inadequate response to|no response to) {_ONE}:?\s+{_TREATMENTS}\.?$",
        re.IGNORECASE,
    ),
    compiled(rf"^\W*(?:at least )?one of {_TREATMENTS} {_FAILED}\.?$", re.IGNORECASE),
    compiled(rf"^\W*{_TREATMENTS} \((?:at least |any )?one of (?:them|these)\) {_FAILED}\.?$", re.IGNORECASE),
)
_JOINED = compiled(r",? (?:and/or|or|and) |,\s+", re.IGNORECASE)
_NOT_A_DRUG = compiled(
    r"\b(?:psychotherapy|cognitive|behaviou?ral therapy|CBT|ECT|electroconvulsive|TMS|r?TMS|magnetic|augment\w+|"
    r"counsell?ing)\b",
    re.IGNORECASE,
)
_FEWEST, _LONGEST_NAME = 2, 5


def with_treatments_to_choose(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with each such clause as a run of treatments of which one has failed; and what is printed for it."""
    told = tuple(map(_told, blocks))
    return told, {one.text: block.text for one, block in zip(told, blocks, strict=True) if one is not block}


def _told(block: Block) -> Block:
    if block.kind not in ("item", "paragraph"):
        return block
    found = next(filter(None, (form.match(block.text) for form in _CHOICES)), None)
    names = [name.strip() for name in _JOINED.split(found["treatments"])] if found else []
    if len(names) < _FEWEST or not all(_is_treatment(name) for name in names):
        return block
    return replace(block, text=f"Has failed one of: {'; '.join(names)}")


def _is_treatment(name: str) -> bool:
    return bool(_NOT_A_DRUG.search(name)) and len(name.split()) <= _LONGEST_NAME
