"""Cells that say nothing without the topic of their row, where each part of the cell needs it: "Monitoring | 2 hours;
if …", "Substance use | Active: not eligible. Past: 6 months of remission", "Antidepressant with Spravato | Required".

The last is no entry of the drug that it names: its topic is told without the name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from parsers.language.patterns import Pattern, compiled
from parsers.models import Block

_WITH_IT = compiled(
    r"\W*(?:(?:oral|concurrent|concomitant|an) )*antidepressant (?:use |taken |therapy )?(?:with|alongside|beside|"
    r"together with|during) (?:the )?(?:spravato|(?:es)?ketamine)(?: nasal spray)?\W*",
    re.IGNORECASE,
)
_OBSERVED = compiled(
    r"\W*(?:(?:post-?(?:dose|administration)|patient|clinical|minimum|required) )*(?:monitoring|observation)"
    r"(?: (?:time|period|after (?:each|every|a|the) dose|length|duration|required))?\W*",
    re.IGNORECASE,
)
_HOURS = compiled(
    r"\W*(?P<least>at least |minimum(?: of)? |no less than )?(?P<hours>(?:\d(?:\.5)?|one|two|three|four) hours?)"
    r"(?: (?:after|following) (?:each|every|a|the) (?:dose|session|administration|treatment))?(?=[;,.] )(?P<rest>.+)",
    re.IGNORECASE | re.DOTALL,
)
_AGAIN = compiled(
    r"(?P<open>[;,.] (?:or |and )?)(?=(?:at least )?(?:\d|one|two|three|four) hours? (?:if|when|where|for)\b)"
)
_SUBSTANCES = compiled(
    r"\W*(?:(?:substance|alcohol|drug|opioid|alcohol (?:and|or) (?:other )?drug)s? (?:use|abuse|misuse)"
    r"|(?:substance|alcohol|drug) use disorders?|addiction|SUD)(?: disorders?)?(?: history)?\W*",
    re.IGNORECASE,
)
_BARRED = (
    r"(?:(?:is |are )?(?:not (?:eligible|covered|approved|allowed|permitted|acceptable)|ineligible|excluded|exclusion|"
    r"den(?:y|ied)|barred|bars|disqualif\w+|refused?))"
)
_PARTED = compiled(
    rf"\W*(?:active|current|present|ongoing)(?: (?:disorder|use|abuse|addiction|SUD|one))?: {_BARRED}[.;,]+ ?(?:but )?"
    r"(?:past|former|prior|previous|history|in the past)(?: (?:disorder|use|abuse|addiction|SUD|of one|one))?: "
    r"(?P<length>(?:at least |minimum(?: of)? )?[\w-]+ (?:days?|weeks?|months?|years?))[’']? (?:of |in )?"
    r"(?:(?:full|sustained|documented) )?(?:remission|sobriety|abstinence)\W*",
    re.IGNORECASE,
)


def _alongside(value: str) -> str:
    return value


def _observed(value: str) -> str:
    found = _HOURS.fullmatch(value)
    if found is None:
        return value
    rest = _AGAIN.sub(r"\g<open>monitored for ", found["rest"])
    return f"Monitored for {found['least'] or ''}{found['hours']} after each dose{rest}"


def _substances(value: str) -> str:
    found = _PARTED.fullmatch(value)
    if found is None:
        return value
    return (
        f"No active substance use disorder; a past substance use disorder has been in remission for {found['length']}"
    )


_TOPICS: tuple[tuple[Pattern, str, Callable[[str], str]], ...] = (
    (_WITH_IT, "Oral antidepressant alongside", _alongside),
    (_OBSERVED, "", _observed),
    (_SUBSTANCES, "", _substances),
)


def with_topics_in_cells(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with such cells told with their topic; and what is printed there."""
    restated: dict[str, str] = {}
    return tuple(_told(block, restated) if block.kind == "row" else block for block in blocks), restated


def _told(row: Block, restated: dict[str, str]) -> Block:
    if len(row.cells) < len(("topic", "value")):
        return row
    topic, *values = row.cells
    for pattern, name, told in _TOPICS:
        if pattern.fullmatch(topic):
            new = (name or topic, *map(told, values))
            restated |= {said: old for said, old in zip(new[1:], values, strict=True) if said != old}
            return replace(row, text=" | ".join(new), cells=new) if new != row.cells else row
    return row
