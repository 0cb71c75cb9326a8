"""Paragraphs that name themselves as rules ("Rule A. …", "Condition 2: …") as the items of a list that others refer to.

"Six months under Rule A" is of the use that Rule A opens with.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from parsers.language.glosses import gloss
from parsers.language.patterns import compiled
from parsers.lists.markers import ordinal
from parsers.models import Block
from parsers.uses.indications import mentions
from parsers.uses.scopes import is_label

_NOUN = r"(?P<noun>rule|criterion|condition|requirement|clause|item|point|standard|test)"
_OPENS = compiled(rf"^\W*{_NOUN} (?P<mark>[A-H]|\d{{1,2}})\s*[.:)–—-]+\s+(?P<said>\S.*)$", re.IGNORECASE)
_REFERS = compiled(rf"\b(?:under|by|in) {_NOUN} (?P<mark>[A-H]|\d{{1,2}})\b", re.IGNORECASE)
_FEWEST = 3


def with_rules_listed(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with such paragraphs, where they count from the first, as the items of one list."""
    rules = {place: found for place, block in enumerate(blocks) if (found := _opening(block))}
    if len(rules) < _FEWEST or not _count_on([*rules.values()]):
        return tuple(blocks)
    uses = {found["mark"].upper(): use for found in rules.values() if (use := _use(found["said"]))}
    return tuple(_listed(block, rules.get(place), uses) for place, block in enumerate(blocks))


def _opening(block: Block) -> re.Match[str] | None:
    return _OPENS.match(block.text) if block.kind in ("paragraph", "item") and not block.cells else None


def _count_on(rules: Sequence[re.Match[str]]) -> bool:
    """Whether rules of one name have the marks of a list, from the first on."""
    marks = [rule["mark"].upper() for rule in rules]
    counts = [ordinal(mark, "decimal" if mark.isdigit() else "upper") for mark in marks]
    return len({rule["noun"].lower() for rule in rules}) == 1 and counts == list(range(1, len(marks) + 1))


def _use(said: str) -> str:
    """The use that a rule opens with ("Resistant depression: …"); "" where it names none."""
    label, colon, _ = said.partition(":")
    return label.strip() if colon and mentions(label) and is_label(label) else ""


def _listed(block: Block, rule: re.Match[str] | None, uses: Mapping[str, str]) -> Block:
    text = rule["said"] if rule else block.text
    text = _REFERS.sub(lambda found: found[0] + _glossed_use(found["mark"], uses), text) if uses else text
    if rule is None:
        return block if text == block.text else replace(block, text=text)
    return replace(block, kind="item", depth=1, marker=f"{rule['mark']}.", text=text)


def _glossed_use(mark: str, uses: Mapping[str, str]) -> str:
    return gloss(uses[mark.upper()]) if mark.upper() in uses else ""
