"""Leads over failed trials that excuse whoever bears no such drug ("Both of these, unless not tolerated:").

What the lead excepts holds for each trial under it, and is read there as where a trial says it itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parsers.criteria.families import findings_in
from parsers.criteria.vocabulary import INTOLERANCE
from parsers.language.patterns import compiled
from parsers.lists.led_items import items_under
from parsers.models import Block, CriterionKey

_OPENS = (
    r"(?:unless|except|barring|absent|or (?:has|have|had|with|is|are|an?|there (?:is|was|are))\b|or (?=intoleran|"
    r"contraind))"
)
# The exception at the end of a lead, in brackets or not.
_EXCEPTION = compiled(
    rf"[,\s]*\(?(?P<said>\b{_OPENS}[^:()]{{4,140}}?|(?<=\()or [^:()]{{4,60}})\)?\s*:\s*$", re.IGNORECASE
)
_FAILED: frozenset[CriterionKey] = frozenset(
    ("failed_ad_count", "failed_ad_classes", "trial_weeks", "trial_dose", "augmentation_trials", "preferred_step")
)
_ENDS = " ;,."


def with_excusing_leads(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with what such a lead excepts at the end of each trial under it; and what is printed for each."""
    told = list(blocks)
    printed: dict[str, str] = {}
    for place, block in enumerate(blocks):
        if (exception := _exception(block)) is None:
            continue
        trials = [item for item in items_under(blocks, place) if _is_unexcused_trial(blocks[item].text)]
        for item in trials:
            said = f"{blocks[item].text.rstrip(_ENDS)}, {exception['said'].rstrip(_ENDS)}"
            told[item] = replace(blocks[item], text=said)
            printed[said] = blocks[item].text
        if trials:
            told[place] = replace(block, text=f"{block.text[: exception.start()]}:")
            printed[told[place].text] = block.text
    return tuple(told), printed


def _exception(block: Block) -> re.Match[str] | None:
    """What a lead excepts; None where it tells of the failures itself, whose exception it then is."""
    if block.kind not in ("item", "paragraph") or not block.text.rstrip().endswith(":"):
        return None
    found = _EXCEPTION.search(block.text)
    if found is None or not INTOLERANCE.search(found["said"].lower()):
        return None
    return None if any(one.key == "intolerance_counts" for one in findings_in(block.text)) else found


def _is_unexcused_trial(text: str) -> bool:
    asked = {one.key for one in findings_in(text)}
    return bool(asked & _FAILED) and "intolerance_counts" not in asked and not text.rstrip().endswith(":")
