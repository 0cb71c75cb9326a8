"""Lengths of both phases told in the order of their names: "first and renewed approvals last 3 and 12 months"."""

from __future__ import annotations

import re

from parsers.language.patterns import compiled
from parsers.language.spans import SPAN_COUNT, SPAN_UNIT

_COUNT = rf"\b{SPAN_COUNT}"
_BOTH = (
    r"\b(?:initial|first|new)(?: (?:requests?|approvals?|authori[sz]ations?))?,? (?:and|&) (?:for )?"
    r"(?:renew\w+|re-?auth\w+|re-?approv\w+|continu\w+|subsequent|later|further)"
)
_IN_ORDER = compiled(
    rf"{_BOTH}\b[^.;:]{{0,80}}?(?<!between )(?P<first>{_COUNT})(?: (?P<unit>{SPAN_UNIT}),?)? "
    rf"and (?P<second>{_COUNT}) (?P<of>days|weeks|months|years?)\b(?!,? each\b)",
    re.IGNORECASE,
)


def told_in_order(sentence: str) -> tuple[str, ...]:
    """A sentence that gives each phase its length in the order of their names, in two; () for any other."""
    told = _IN_ORDER.search(sentence)
    if told is None:
        return ()
    return f"initial approval: {told['first']} {told['unit'] or told['of']}", f"renewal: {told['second']} {told['of']}"
