"""Double negation: "not covered unless …" says what is covered and on which condition."""

from __future__ import annotations

import re

# "Unless used for pain" excepts a use from a denial, which stands for all others; it lifts nothing.
_UNLESS = (
    r"\b(?:(?:unless|until|except (?:when|if|where))(?! (?:it is |they are )?(?:used|given|prescribed|administered) "
    r"(?:as|for|in|to)\b)|except (?:in (?:members|patients|individuals|adults|those)|as (?:set out|described|"
    r"follows)))\b"
)
_ANSWER = (
    r"(?=(?:(?!unless|until|except)[^.;:]){0,40}\b(?:cover|approv|authori[sz]|eligible|medically necessary|reimburs"
    r"|paid|payable|provided|granted|available|benefit))"
)
_NEGATED = re.compile(
    r"\b(?:no (?=coverage|benefits?|approvals?|payment)|(?P<can>can)not\b"
    r"|(?P<verb>is|are|will|shall|does|do|may|can|would)(?:n[o'’]t| not)\b)"
    rf"{_ANSWER}(?P<what>[^.;:]{{1,160}}?),? {_UNLESS}",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:not medically necessary|investigational|experimental(?: (?:and|or|/) investigational)?|unproven|not covered"
    rf"|non-?covered|excluded(?: from (?:coverage|the benefit))?)\b(?P<what>[^.;:]{{0,120}}?),? {_UNLESS}",
    re.IGNORECASE,
)


def affirmed(text: str) -> str:
    """`text` with a denial that a condition lifts ("not covered … unless …") said as cover on that condition."""
    plain = _NEGATED.sub(lambda found: f"{found['can'] or found['verb'] or ''}{found['what']} when", text)
    return _DENIED.sub(lambda found: f"covered{found['what']} when", plain)
