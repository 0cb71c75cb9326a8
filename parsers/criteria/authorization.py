"""How long an approval lasts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.criteria.numbers import Duration, durations
from parsers.criteria.wording import Clause, Finding

_GRANTS = re.compile(
    r"\bapprov(?:e|ed|al|als|able)\b|\bauthori[sz]\w*|\b(?:re)?certif(?:y|ied|ication)\b(?! (?:in|by|site"
    r"|setting))|\b(?:coverage|approval|authorization|therapy) (?:period|duration|length)"
    r"|\bduration of (?:approval|authorization|coverage)|\blength of (?:approval|authorization|benefit"
    r"|coverage)"
    r"|\bvalid for\b|\bgranted\b|\bcovered for (?:up to |<= )?(?:an? )?(?:initial |period of )?\d|\brenew(?:ed"
    r"|al|als)\b|\bdays?'? supply\b|\bcoverage duration|\bmay be (?:extended|continued) (?:for|in)\b"
    r"|\bre-?authori"
)
_RENEWS = re.compile(
    r"\brenew|\bre-?authori|\bre-?cert|\bre-?approv|\bcontinu\w+|\bsubsequent|\bextend|\bmaintenance"
    r"|\bthereafter\b|\bongoing (?:approval|therapy)|\badditional (?=\d|period)"
)
_BEGINS = re.compile(r"\binitial|\bfirst\b|\bstart|\bnew (?:start|request)|\bfirst-time")
_OTHER_TIME = re.compile(
    r"\b(?:past|last|previous|prior|preceding|every|within|after|before|failed|trial\w*|remission|lasted"
    r"|lasting|antidepress\w*|monitor\w*|observ\w*|per|first \d+ weeks of|per \d+|in|devices?|episode|of age"
    r"|seen|tested|at least|baseline)\s*(?:the |a |an |[<>]=? )*$"
)


# "Approvals last 90 days" looks like "the last 90 days"; the verb takes another word of equal length.
_LASTS = re.compile(r"\b(?:approvals?|authori[sz]ations?|renewals?|coverage|certifications?)(?: will)? lasts?\b")
_WORDS_OF_A_CELL = 6


def _purpose(words: str, length: Duration, clause: Clause) -> str:
    before = words[: length.start]
    cues = [(match.start(), "renewal") for match in _RENEWS.finditer(before)] + [
        (match.start(), "initial") for match in _BEGINS.finditer(before)
    ]
    if cues:
        return max(cues)[1]
    after = words[length.end :]
    return (
        "renewal"
        if clause.phase == "renewal" or re.match(r"\)?[ ,]*(?:for |upon |per |at )*(?:renewal|reauthor|continu)", after)
        else "initial"
    )


def _is_grant(words: str, length: Duration) -> bool:
    words = _LASTS.sub(lambda lasts: lasts.group().replace("last", "span"), words)
    if length.unit == "hour" or length.days < 7 or _OTHER_TIME.search(words[: length.start]):
        return False
    return not re.match(
        r"\)? (?:of age|old|or older|apart|prior|before|earlier|ago|of (?:treatment|therapy) (?:at|with))",
        words[length.end :],
    )


def read(clause: Clause) -> Iterator[Finding]:
    """Length of the approval for the clause's phase, and no other: initial lengths are no limit of a renewal."""
    # A table's cell says a length ("6 months"), its column title what the length is of.
    words = f"{clause.topic} {clause.words}" if len(clause.words.split()) <= _WORDS_OF_A_CELL else clause.words
    if not _GRANTS.search(words):
        return
    for length in durations(clause.words):
        if _is_grant(clause.words, length) and _purpose(clause.words, length, clause) == clause.phase:
            key = "renewal_auth_days" if clause.phase == "renewal" else "initial_auth_days"
            yield Finding(key, length.days)  # type: ignore[arg-type]
            return
