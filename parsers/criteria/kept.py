"""Which clauses that no family reads are criteria all the same, and stay with their text."""

from __future__ import annotations

import re

from parsers.criteria.vocabulary import PEOPLE
from parsers.indications import mentions

# Words that only restate whom the list is about, or tell how to ask; an item made of them adds no criterion.
_SAID_OF_A_DIAGNOSIS = re.compile(
    r"\b(?:with|without|and|or|of|in|for|the|an?|has|have|is|are|being|been|confirmed|documented|current|established"
    r"|patients?|members?|individuals?|recipients?|clients?|adults?|who|diagnos\w+|depressive|symptoms?|acute|active"
    r"|severe|moderate|recurrent|single|episode|behaviou?rs?|ideation|suicidal|treated|due|to|major|disorder|unipolar"
    r"|indications?|use|used|treatment|drug|spravato|esketamine|ketamine|approvable|primary)\b|\W+",
    re.IGNORECASE,
)
_RESTATES = re.compile(
    r"\bdiagnos|^\W*(?:the )?(?:patient|member|individual|client|beneficiary|enrollee|recipient)?s?\W*(?:has"
    r"|have|with|is being treated for)\b|\btreat(?:ment|ed|ing)? (?:of|for)\b|\b(?:used|requested|prescribed"
    r"|indicated|use) (?:for|in)\b|\bindication\b"
)
_ADMINISTRATIVE = re.compile(
    r"^\W*(?:policy|document|guideline|reference|criteria|form)\W+(?:id|no|num|number|#)\b"
    r"|^\W*(?:effective|issued|revised|reviewed|published|posted|original|last \w+|next \w+)\b.{0,25}\d{4}\W*$|"
    r"\b(?:submit(?:ted)?|fax(?:ed)?|call|contact|claim form|billed|billing|request form|web ?site|phone|portal"
    r"|appeal|effective date|revision date|dates? of service|customer service|service performed|member contract"
    r"|plan document)\b",
    re.IGNORECASE,
)
_OBLIGES = re.compile(
    rf"\b(?:{PEOPLE}|provider|prescriber|physician|psychiatrist|clinic|site|facility|pharmacy)s?\b[^.;]{{0,40}}"
    r"\b(?:must|shall|needs? to|ha(?:s|ve) to|agrees?|(?:is|are) (?:required|able) to)\b",
    re.IGNORECASE,
)
_POINTS_ELSEWHERE = re.compile(r"\b(?:above|below|criteri\w+|section|policy|requirements?)\b", re.IGNORECASE)
_MOST_WORDS_OF_A_DIAGNOSIS = 14


def is_criterion(text: str) -> bool:
    """Whether an unread list item asks for something, rather than names the use or tells how to ask."""
    words = text.split()
    if not re.search(r"[A-Za-z]{3}", text) or _ADMINISTRATIVE.search(text) or _only_names_the_use(text):
        return False
    if not mentions(text):
        return True
    brief = len(words) <= _MOST_WORDS_OF_A_DIAGNOSIS // 2
    return not brief and not (len(words) <= 2 * _MOST_WORDS_OF_A_DIAGNOSIS and _RESTATES.search(text.lower()))


def obliges(text: str) -> bool:
    """Whether a further sentence of an item asks something of somebody, rather than explains."""
    return bool(_OBLIGES.search(text)) and not _POINTS_ELSEWHERE.search(text) and is_criterion(text)


def _only_names_the_use(text: str) -> bool:
    """Whether a list item is a diagnosis and nothing more: it says whom the list is about."""
    rest, named = text, mentions(text)
    for mention in reversed(named):
        rest = rest[: mention.start] + " " + rest[mention.end :]
    return bool(named) and not _SAID_OF_A_DIAGNOSIS.sub("", rest)
