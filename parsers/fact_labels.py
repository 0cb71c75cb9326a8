"""How payers label what a policy says of itself: its number, its dates, and that it is superseded. Words only."""

from __future__ import annotations

import re
from typing import Literal

FactKind = Literal["effective", "original_effective", "revised", "published", "last_reviewed", "next_review"]

# Labels in order of trust; the longer come first because they hold the shorter.
LABELS: dict[FactKind, tuple[str, ...]] = {
    "next_review": (
        (
            r"(?:date\s+of\s+)?(?:next|upcoming|future|scheduled)\s+(?:scheduled\s+|annual\s+|expected\s+|committee\s+|"
            r"p&t\s+)?(?:policy\s+)?(?:review|revision)(?:\s+(?:date|due))?"
        ),
        r"review\s+(?:due(?:\s+date)?|by)",
        r"(?:next|to\s+be)\s+reviewed(?:\s+(?:by|on|in))?",
    ),
    "last_reviewed": (
        (
            r"(?:last|latest|most\s+recent|annual|previous)\s+(?:policy\s+|annual\s+|committee\s+|p&t\s+)?review(?:ed)?"
            r"(?:\s*/\s*revis\w+)?(?:\s+(?:date|on))?"
        ),
        r"(?:date\s+)?(?:of\s+)?(?:last\s+)?review(?:ed)?(?:\s+date|\s+on)",
        r"(?:date\s+)?reviewed",
    ),
    "original_effective": (
        r"(?:original|initial|first|origination)\s+effective(?:\s+date)?",
        r"effective\s+date\s+\(original\)",
        r"origination(?:\s+date)?",
        r"original\s+(?:policy\s+)?date",
    ),
    "effective": (
        (
            r"(?:current\s+|policy\s+|new\s+|plan\s+|this\s+version\s+|version\s+|revis(?:ed|ion)\s+|guideline\s+|"
            r"criteria\s+)?"
            r"effective(?:\s+date)?(?:\s+of\s+(?:this\s+)?(?:policy|version|revision|guideline|document))?(?:\s+on|"
            r"\s+as\s+of|\s+from)?"
        ),
        r"date\s+effective",
        r"in\s+(?:effect|force)\s+(?:from|since|on|as\s+of)",
        r"(?:implementation|(?:policy\s+)?start)\s+date",
        r"(?:valid|applies|applicable)\s+(?:from|as\s+of)",
    ),
    "revised": (
        r"(?:last\s+|latest\s+|most\s+recent\s+)?revis(?:ion|ed)(?:\s+(?:date|on))?",
        r"date\s+(?:of\s+)?(?:last\s+)?revis(?:ion|ed)",
    ),
    "published": (
        r"(?:date\s+)?(?:published|issued|posted|released)(?:\s+(?:date|on))?",
        r"(?:publish|publication|issue|posting|release|notice|bulletin)\s+date",
        r"date\s+of\s+(?:issue|publication|notice)",
    ),
}
LABEL = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(f"(?P<{kind}>{'|'.join(words)})" for kind, words in LABELS.items())
    + r")(?![\w-])(?P<mark>\s*(?:[:|#–=-]\s*)+|\s+)",
    re.IGNORECASE,
)
NO_DATE = re.compile(r"(?:tbd|t\.b\.d\.|n/?a|not applicable|none|pending|to be determined|_+)\b", re.IGNORECASE)
_NUMBERED = r"(?:(?:coverage|medical|clinical|pharmacy|drug|payment|reimbursement|benefit|source|utilization)\s+)*"
NUMBER_LABEL = re.compile(
    r"(?<![\w-])(?:"
    rf"{_NUMBERED}(?:policy|guideline|document|bulletin|article|cpb|criteria|reference|doc|lcd|lca|ncd|protocol|"
    r"manual|program|identifier)\s*"
    r"(?P<word>number|no\.?|num\.?|nbr\.?|#|id\b|identifier|identification)|"
    rf"(?:(?<![^|.])|(?<=[|./·•\d] )){_NUMBERED}(?P<bare>number|document|policy|guideline|doc|bulletin))"
    r"\s*(?P<mark>(?:[:|#–-]\s*)+|\s+)(?P<value>[A-Za-z0-9][\w./:-]{1,30}(?:\s+\d{2,5}(?:[-.]\d+)*)?)",
    re.IGNORECASE,
)
NUMBER_ALONE = re.compile(
    r"^\(?(?:[A-Z]{1,5}[.-]?\s?\d[\w.-]{1,18}|\d{1,2}\.\d{2}\.\d{2,4}|"
    r"\d{4}[A-Z]\d{4}[A-Z])\)?$"
)
# After a label without a colon only what ends here is a number ("Guideline DS-402 | Effective ...").
NUMBER_ENDS = re.compile(r"\s*(?:$|[|·•,;(–-])")
DOTTED_NUMBER = re.compile(r"\d{1,2}\.\d{2}\.\d{2,3}")
NUMBER_IN_TITLE = re.compile(r"\(([A-Z]{1,3}\d{4,6})\)")
TITLE_LABEL = re.compile(
    r"(?:^|\s|\|)(?:policy\s+|article\s+|guideline\s+|document\s+)?(?:title|subject|policy\s+name)\s*[:|]\s*(?P<value>[^|]{4,160})$",
    re.IGNORECASE,
)
HISTORY = re.compile(
    r"\b(?:history|revisions?|references|sources|change log|summary of changes|versions|background|document note)\b",
    re.IGNORECASE,
)
SUPERSEDED = re.compile(
    r"^\W*(?:superseded|archived|retired|inactive|historical|expired)\b|\bno longer (?:in effect|active|"
    r"in force|current|valid|in use)\b|"
    r"\b(?:has been|was|is|were) (?:replaced (?:by|on|with|as of)|superseded|retired|archived|withdrawn|"
    r"discontinued)|\b(?:policy|document|version|article|guideline) "
    r"status\W+(?:superseded|archived|retired|inactive|historical)|^status\W+(?:superseded|archived|retired|"
    r"inactive|historical)|"
    r"\bhistorical (?:version|policy)|\bnot the current version|\b(?:superseded|archived|retired) (?:policy|"
    r"version|document|article)\b|"
    r"\bthis (?:policy|document|version|article|page) (?:has been |was |is )?(?:superseded|archived|retired)",
    re.IGNORECASE,
)
REVISION_IS_EFFECTIVE = re.compile(
    r"revision date\b.{0,60}\b(?:becomes?|is|as|serves as|will be)\b.{0,30}\beffective date", re.IGNORECASE | re.DOTALL
)
NOTICE = re.compile(
    r"\beffective(?:\s+(?:for|with))?(?:\s+dates?\s+of\s+service)?(?:\s+(?:on|from|beginning|"
    r"starting)(?:\s+(?:or|and)\s+after)?)?,?\s*$|"
    r"\b(?:dates?\s+of\s+service\s+(?:on\s+or\s+after|from|beginning)|beginning(?:\s+on)?|starting(?:\s+on)?|"
    r"as\s+of|on\s+or\s+after)\s*$|"
    r"\b(?:takes?|taking|goes|go|going|comes?)\s+(?:in)?(?:to\s+)?(?:effect|force)(?:\s+(?:on|from|as\s+of))?,?\s*$",
    re.IGNORECASE,
)
MASTHEAD = re.compile(r"\b(?:volume|vol\.|issue)\s*\d+", re.IGNORECASE)
