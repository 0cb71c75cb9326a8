"""Double negation: "not covered unless …" says what is covered and on which condition."""

from __future__ import annotations

import re

from parsers.patterns import compiled

# "Unless used for pain" excepts a use from a denial, which stands for all others; it lifts nothing.
_UNLESS = (
    r"\b(?:(?:unless|until|except (?:when|if|where))(?! (?:it is |they are )?(?:used|given|prescribed|administered) "
    r"(?:as|for|in|to)\b)|except (?:in (?:members|patients|individuals|adults|those)|as (?:set out|described|"
    r"follows))"
    # "Not approved without proof of …"
    r"|without(?= (?:an? |prior |documented |first )?(?:fail|trial|document|evidence|proof|diagnosis|approv|"
    r"authori)))\b"
)
_ANSWER = (
    r"(?=(?:(?!unless|until|except|without)[^.;:]){0,40}\b(?:cover|approv|authori[sz]|eligible|medically necessary"
    r"|reimburs|paid|payable|provided|granted|available|benefit))"
)
_NEGATED = compiled(
    r"\b(?:no (?=coverage|benefits?|approvals?|payment)|(?P<can>can)not\b"
    r"|(?P<verb>is|are|will|shall|does|do|may|can|would)(?:n[o'’]t| not)\b)"
    rf"{_ANSWER}(?P<what>[^.;:]{{1,160}}?),? {_UNLESS}",
    re.IGNORECASE,
)
_DENIED = compiled(
    r"\b(?:not medically necessary|investigational|experimental(?: (?:and|or|/) investigational)?|unproven|not covered"
    rf"|non-?covered|excluded(?: from (?:coverage|the benefit))?)\b(?P<what>[^.;:]{{0,120}}?),? {_UNLESS}",
    re.IGNORECASE,
)
# "Covered …, except when the member has psychosis": what the cover is not for.
_TRIED = r"fail|trial|tried|inadequate|respon|contraindic|intoler"
_EXCEPTED = compiled(
    r"\b(?P<cover>(?:covered|approved|authorized|medically necessary|allowed|available)\b"
    rf"(?:(?!{_TRIED})[^.;:]){{0,120}}?),? (?:unless|except|but not)"
    r" (?:(?:(?:when|if|where) )?(?:the |an? )?(?:member|patient|individual|person|enrollee|beneficiary|client|adult)"
    r" (?:has|have|had)|(?:in|for) (?:members|patients|individuals|persons|people|adults|those) (?:with|who have))\b"
    rf"(?![^.;]{{0,40}}(?:{_TRIED}))",
    re.IGNORECASE,
)
_REASONS = compiled(
    r"(?P<refused>[^.;:]{0,80}\b(?:denied|refused|rejected|not covered|not approved|not authorized) (?:if|when))"
    r" (?P<first>[^.;]+?),? or (?:if|when) (?P<second>[^.;]+)",
    re.IGNORECASE,
)


# "Answered Yes, unless the line says No": an answer on a form denies nothing.
_ANSWERED = compiled(
    r"\b(?:says?|answer(?:s|ed)?(?: (?:is|was|with|must be))?|mark(?:s|ed)?|tick(?:s|ed)?) [\"“']?no\b", re.IGNORECASE
)


def affirmed(text: str) -> str:
    """`text` with a denial that a condition lifts ("not covered … unless …") said as cover on that condition."""
    text = _ANSWERED.sub("says so", text)
    plain = _NEGATED.sub(lambda found: f"{found['can'] or found['verb'] or ''}{found['what']} when", text)
    return _DENIED.sub(lambda found: f"covered{found['what']} when", plain)


def without_exceptions(text: str) -> str:
    """`text` with the patients that cover excepts ("except in those with …") said as a condition of it."""
    return _EXCEPTED.sub(lambda found: f"{found['cover']}. The member does not have", text)


def each_reason(text: str) -> str:
    """`text` with every reason for a refusal ("denied if … or if …") in a sentence of its own."""
    return _REASONS.sub(r"\g<refused> \g<first>. \g<refused> \g<second>", text)
