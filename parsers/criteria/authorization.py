"""How long an approval lasts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.criteria.numbers import Duration, durations
from parsers.criteria.vocabulary import one_of
from parsers.criteria.wording import Clause, Finding

_GRANTS = re.compile(
    one_of(
        r"\bapprov(?:e|ed|al|als|able)\b",
        r"\bauthori[sz]\w*", r"\bre-?authori",
        r"\b(?:re)?certif(?:y|ied|ication)\b(?! (?:in|by|site|setting))",
        r"\b(?:coverage|approval|authorization|therapy) (?:period|duration|length)", r"\bcoverage duration",
        r"\b(?:duration|length|period) of (?:approval|authorization|benefit|coverage)",
        r"^\W*(?:duration|length|period)\b\W",
        r"\bvalid for\b", r"\bgood for\b", r"\bgranted\b",
        r"\bcovered for (?:up to |<= )?(?:an? )?(?:initial |another |further |period of )?\d",
        r"\brenew(?:ed|al|als)\b", r"\beach continuation\b", r"\bexten(?:sions?|ded for)\b",
        r"\bdays?'? supply\b", r"\bmedically necessary for (?:<= )?(?:an? )?(?:\w+ )?\d",
        r"\b(?:for|hold) (?:an? |1 )?(?:another|further|additional) \d",
        r"\b(?:extended|continued) (?:for|in)\b",
    )
)  # fmt: skip
_RENEWS = re.compile(
    one_of(
        r"\brenew", r"\bre-?authori", r"\bre-?cert", r"\bre-?approv", r"\bcontinu\w+", r"\bsubsequent", r"\blater\b",
        r"\bexten[ds]",
        r"\bmaintenance", r"\bthereafter\b", r"\bongoing (?:approval|therapy)", r"\badditional (?=\d|period|$)",
        r"\b(?:further|another|more) (?=\d|period|$)",
    )
)  # fmt: skip
_BEGINS = re.compile(r"\binitial|\bfirst\b|\bstart|\bnew (?:start|request)|\bfirst-time")
_RENEWS_AFTER = re.compile(r"\)?[ ,]*(?:for |upon |per |at )*(?:more|renewal|reauthor|continu|additional|further)")
_OTHER_TIME = re.compile(
    r"\b"
    + one_of(
        "past", "last", "previous", "prior", "preceding", "every", "within", "after", "before", "failed", r"trial\w*",
        "remission", "lasted", "lasting", r"antidepress\w*", r"monitor\w*", r"observ\w*", "per", r"first \d+ weeks of",
        r"per \d+", "in", "devices?", "episode", "of age", "seen", "tested", "at least", "baseline", "abstinent",
        "sober",
    )
    + r"\s*(?:the |a |an |[<>]=? )*$"
)  # fmt: skip
_OTHER_TIME_AFTER = re.compile(
    r"\)? (?:of age|old|or older|apart|prior|before|earlier|ago|of (?:treatment|therapy) (?:at|with))"
)
_STEPS_OF_RENEWAL = re.compile(r"[ -](?:increments?|intervals?|periods?|steps)\b")
_RENEWED_EVERY = re.compile(r"\b(?:renew\w*|reauthori\w*|re-?approv\w*) every $")
# e.g. "Approvals last 90 days" looks like "the last 90 days"; the verb takes another word of equal length.
_LASTS = re.compile(
    r"\b(?:approvals?|authori[sz]ations?|renewals?|continuations?|coverage|certifications?)(?: will)? lasts?\b"
)
_WORDS_OF_A_CELL = 6
_LEAST_DAYS = 7


def _is_grant(words: str, length: Duration) -> bool:
    before = _LASTS.sub(lambda lasts: lasts.group().replace("last", "span"), words)[: length.start]
    after = words[length.end :]
    if length.unit == "hour" or length.days < _LEAST_DAYS or _OTHER_TIME_AFTER.match(after):
        return False
    return not _OTHER_TIME.search(before) or bool(_STEPS_OF_RENEWAL.match(after) or _RENEWED_EVERY.search(before))


def _is_for_renewal(clause: Clause, length: Duration) -> bool:
    """Whether a length is a renewal's: the nearest word before it decides, then what follows, then the section."""
    before, after = clause.words[: length.start], clause.words[length.end :]
    renews = max((match.start() for match in _RENEWS.finditer(before)), default=-1)
    begins = max((match.start() for match in _BEGINS.finditer(before)), default=-1)
    if renews != begins:
        return renews > begins
    return clause.phase == "renewal" or bool(_RENEWS_AFTER.match(after))


def read(clause: Clause) -> Iterator[Finding]:
    """Length of the approval for the clause's phase, and no other: initial lengths are no limit of a renewal."""
    # A table's cell says a length ("6 months"), its column title what the length is of.
    cell = len(clause.words.split()) <= _WORDS_OF_A_CELL
    if not _GRANTS.search(f"{clause.topic} {clause.words}" if cell else clause.words):
        return
    renewal = clause.phase == "renewal"
    for length in durations(clause.words):
        if _is_grant(clause.words, length) and _is_for_renewal(clause, length) == renewal:
            yield Finding("renewal_auth_days" if renewal else "initial_auth_days", length.days)
            return
