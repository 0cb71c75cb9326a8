"""Tables of what studies compare, which open many medical policies: they say nothing of what is covered."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.language.patterns import compiled

_WORDS = compiled(
    r"\b(?:comparators?|compar(?:ed|ison)|outcomes?|interventions?|stud(?:y|ies|ied))\b",
    re.IGNORECASE,
)


def titles_study(titles: Sequence[str]) -> bool:
    """Whether column titles are those of a study: interventions, comparators, outcomes."""
    return len(_WORDS.findall(" ".join(titles))) > 1
