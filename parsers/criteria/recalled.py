"""How a sentence takes over rules by what they are about ("the prescriber and REMS rules above apply as well")."""

from __future__ import annotations

import re

from parsers.models import CriterionKey
from parsers.patterns import compiled

_PLACE = (
    r"(?:(?:of|in|from|under) (?:the )?(?:paragraph|section|use|part|list|criteria|entry) )?"
    r"(?:above|before|that precedes?|preceding)"
)
# In the text as printed.
RECALLS = compiled(
    rf"\b[Tt]he (?P<topics>[^.;:]{{3,90}}?) (?:rules?|requirements?|criteria|conditions) {_PLACE} "
    r"(?:also |again |likewise )?(?:apply|hold|must be met|are (?:asked|required))\b",
)
_TOPICS: dict[str, frozenset[CriterionKey]] = {
    "age": frozenset({"age_min", "age_max"}),
    "prescriber": frozenset({"prescriber"}),
    "history": frozenset({"exclusion", "sud_remission_months"}),
    "exclusion": frozenset({"exclusion", "sud_remission_months"}),
    "contraindication": frozenset({"exclusion"}),
    "rems": frozenset({"rems"}),
    "monitoring": frozenset({"monitoring_hours"}),
    "severity": frozenset({"severity_min", "severity_category"}),
    "site": frozenset({"site"}),
    "psychotherapy": frozenset({"psychotherapy"}),
    "screening": frozenset({"uds"}),
    r"oral antidepressant(?! (?:trial|failure))": frozenset({"oral_ad"}),
}
_BETWEEN = compiled(r",? and |, | as well as ")


def topics_of(named: str) -> tuple[frozenset[CriterionKey], ...]:
    """The keys of each topic that is named; () where one is none of ours."""
    found = [_topic(part) for part in _BETWEEN.split(named.lower()) if part.strip()]
    return tuple(topic for topic in found if topic) if all(found) else ()


def _topic(part: str) -> frozenset[CriterionKey]:
    return next((keys for word, keys in _TOPICS.items() if re.search(rf"\b{word}s?\b", part)), frozenset())
