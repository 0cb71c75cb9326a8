"""What a document itself says on what every reader asks next: open approvals, self-funded plans, benefit, appeals.

The sentence is quoted, not interpreted: whether an approval stands is for the reader and the payer to settle.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from parsers.models import ParsedPolicy
from tracker.alerts.content import Clause, Statement, Topic
from tracker.alerts.plain import plain

QUOTED = 400
_APPROVAL = r"(?:authori[sz]ation|approval|pre-?certification)s?"
_STANDS = r"(?:honou?red|remains?|stays?|valid|in effect|in force|affected|expires?)"
_GOVERNS = r"(?:governs?|controls?|prevails?|supersedes?|takes? precedence)"
LABELS: Mapping[Topic, str] = {
    "open_approvals": "Open approvals",
    "self_funded": "Self-funded plans",
    "benefit": "Benefit",
    "appeals": "Appeals",
}
_SAYS: Mapping[Topic, re.Pattern[str]] = {
    "open_approvals": re.compile(
        rf"\bgrandfather"
        rf"|\b(?:existing|current|open|active|outstanding|previously (?:issued|granted)|already (?:issued|granted))\s+"
        rf"(?:\w+\s+){{0,3}}{_APPROVAL}\b.{{0,80}}\b{_STANDS}"
        rf"|\b{_APPROVAL}\b.{{0,40}}\b(?:issued|granted|given|approved|obtained|on file)\s+(?:before|prior to|as of)\b"
        rf".{{0,120}}\b{_STANDS}",
        re.IGNORECASE,
    ),
    "self_funded": re.compile(
        r"(?i:\bself[- ](?:funded|insured)\b|\badministrative services only\b)|\bASO\b"
        rf"|(?i:\b(?:plan|benefit) documents?\b.{{0,80}}\b{_GOVERNS}\b)"
    ),
    "benefit": re.compile(
        r"\b(?:under|through|via|as)\s+(?:(?:a|the|their|your|its)\s+)?(?:member's\s+)?"
        r"(?:medical|pharmacy|prescription drug)(?:\s+(?:and|or)(?:\s+the)?\s+(?:medical|pharmacy))?\s+benefits?\b"
        r"|\b(?:medical|pharmacy) benefit (?:drug|only)",
        re.IGNORECASE,
    ),
    "appeals": re.compile(r"\bappeals?\b|\bpeer[- ]to[- ]peer\b|\breconsideration\b", re.IGNORECASE),
}
_SENTENCES = re.compile(r"(?<=[.;!?])\s+(?=[A-Z“(])")


def statements_in(policy: ParsedPolicy) -> tuple[Statement, ...]:
    """The first sentence of a document on each topic that it speaks of."""
    return tuple(found for topic in _SAYS for found in _first(topic, policy))


def _first(topic: Topic, policy: ParsedPolicy) -> Iterator[Statement]:
    paged = policy.document.media_type == "application/pdf"
    for block in policy.blocks:
        for sentence in _SENTENCES.split(block.text):
            if _SAYS[topic].search(sentence):
                yield Statement(topic, LABELS[topic], Clause(plain(sentence, QUOTED), block.page if paged else None))
                return
