"""The shared parent that a policy names: the number under which an association of payers keeps the original."""

from __future__ import annotations

import re
from collections.abc import Iterable

from parsers.language.patterns import compiled
from parsers.models import Block, PolicyFacts

# Section, subsection and policy of a reference manual, as in 5.01.16; a payer's own additions have three digits.
_NUMBER = r"0?(?P<section>\d{1,2})\.(?P<part>\d{2})\.0?(?P<policy>\d{2})(?!\.?\d)"
_LABELLED = compiled(
    rf"\b(?:reference (?:policy|number|no\.?|manual)?|parent policy|source policy|association (?:medical )?policy|"
    rf"(?:based|adapted|derived) (?:on|from)(?: \w+){{0,4}})\W{{0,4}}(?:number|no\.?|#)?\W{{0,3}}{_NUMBER}"
    rf"|\[{_NUMBER.replace('?P<', '?P<b_')}\]",
    re.IGNORECASE,
)
_WHOLE = compiled(_NUMBER)


def parent_number(facts: PolicyFacts, blocks: Iterable[Block]) -> str | None:
    """The parent's number without padding ("5.01.16"), None where the policy names none.

    A number of that form may be a date, so it counts only behind a label, in square brackets, or as the policy's own.
    """
    own = _WHOLE.fullmatch(facts.number or "")
    if own:
        return _joined(own, "")
    for block in blocks:
        found = _LABELLED.search(block.text)
        if found:
            return _joined(found, "" if found["section"] else "b_")
    return None


def _joined(found: re.Match[str], prefix: str) -> str:
    return f"{int(found[f'{prefix}section'])}.{found[f'{prefix}part']}.{found[f'{prefix}policy']}"
