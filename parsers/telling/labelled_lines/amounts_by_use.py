"""Amounts behind one label, by use and phase ("Limits: depression initial, 23 devices in 28 days. Suicidality, 24 …").

The names stand before their amounts with a comma, a dash or nothing between, and the phase on either side of a length.
Each is read with a colon behind its use and phase, under the label that such a line else has.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parsers.language.patterns import compiled
from parsers.language.spans import SPAN_COUNT, SPAN_UNIT
from parsers.models import Block
from parsers.uses.scopes import is_label

_APPROVAL = r"(?:approvals?|authori[sz]ations?|coverage|PAs?)"
_LABEL = compiled(
    rf"^\W*(?:(?P<length>(?:lengths?|durations?|terms?|periods?) of (?:the )?{_APPROVAL}|{_APPROVAL} (?:lengths?|"
    rf"durations?|terms?|periods?)|{_APPROVAL} (?:are|is|lasts?|runs?|will be)(?: (?:granted|given))?"
    r"(?: for| as follows)*)"
    r"|(?:quantity |supply |device )?limits?|(?:maximum )?quantit(?:y|ies))\s*:\s*(?P<told>\S.+)$",
    re.IGNORECASE,
)
_SPAN = rf"{SPAN_COUNT}[ -]{SPAN_UNIT}"
_SUPPLY = (
    r"(?:up to )?\d+ (?:devices?|kits?|units?|sprays?|cartons?|packs?) (?:in|per|every|each|a|for|/) ?"
    rf"(?:\d+ )?{SPAN_UNIT}"
)
_FIRST = r"(?:initial(?:ly)?|(?:at )?first|to (?:start|begin)(?: with)?|new)"
_LATER = (
    r"(?:subsequent(?:ly)?|renewals?|renewed|continu(?:ation|ed|ing)|later|further|after ?(?:wards?|that)|thereafter|"
    r"then)"
)
_NOUN = r"(?: (?:requests?|approvals?|authori[sz]ations?|therapy|treatment))?"
_MARKS = r"[\s,:(–—-]*"
_PHASE = rf"(?<!\w)(?:(?:for|on|at|upon) (?:the )?)?(?:(?P<first>{_FIRST})|(?P<later>{_LATER})){_NOUN}"
# "Depression initial, 23 devices in 28 days", "for depression at first 3 months".
_ONE = compiled(
    rf"^(?:for )?(?P<use>.{{3,120}}?){_MARKS}(?:{_PHASE})?[\s,:)–—-]*(?P<amount>{_SPAN}|{_SUPPLY})\W*$", re.IGNORECASE
)
# "Depression: 90 days initially, 180 days thereafter".
_BOTH = compiled(
    rf"^(?:for )?(?P<use>.{{3,120}}?){_MARKS}(?<!\w)(?:{_FIRST}{_MARKS})?(?P<amount>{_SPAN})"
    rf"(?:{_MARKS}(?:for )?{_FIRST}{_NOUN}\)?)?"
    rf"(?:[\s,;(]|\band\b|\bbut\b)*(?P<then>{_LATER}{_NOUN}{_MARKS})?(?:for )?(?P<again>{_SPAN})"
    rf"(?P<behind>{_MARKS}(?:for |on |at |upon )?(?:the )?{_LATER}{_NOUN}\)?)?\W*$",
    re.IGNORECASE,
)
_PARTS = compiled(r"[.;]\s+(?=\w)")
_FEWEST = 2


def with_amounts_by_use(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with each such line in plain words; and what is printed for it."""
    told = tuple(
        replace(block, text=_plainly(block.text)) if block.kind in ("paragraph", "item") else block for block in blocks
    )
    return told, {new.text: old.text for new, old in zip(told, blocks, strict=True) if new.text != old.text}


def _plainly(text: str) -> str:
    label = _LABEL.match(text)
    parts = _PARTS.split(label["told"]) if label else []
    read = [told for part in parts if (told := _read(part))]
    if label is None or len(read) < len(parts) or sum(amounts for _, amounts in read) < _FEWEST:
        return text
    said = ". ".join(text for text, _ in read)
    return f"{'Length of authorization' if label['length'] else 'Quantity limits'}: {said}."


def _read(part: str) -> tuple[str, int] | None:
    """The use, phase and amount of a part in plain words, and how many amounts it gives; None where it says anything
    else.
    """
    both = _BOTH.match(part)
    if both and is_label(both["use"]) and (both["then"] or both["behind"]):
        return f"{_use(both['use'])}: {both['amount']} to start, {both['again']} on renewal", 2
    one = _ONE.match(part)
    if one is None or not is_label(one["use"]):
        return None
    phase = " initial" if one["first"] else " renewal" if one["later"] else ""
    return f"{_use(one['use'])}{phase}: {one['amount']}", 1


def _use(text: str) -> str:
    return text.strip(" ,:;–—-")
