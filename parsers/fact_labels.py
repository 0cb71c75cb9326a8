"""How payers label what a policy says of itself: its number, its dates, and that it is superseded. Words only."""

from __future__ import annotations

import re
from typing import Literal

from parsers.patterns import compiled

FactKind = Literal["effective", "original_effective", "revised", "published", "last_reviewed", "next_review", "origin"]

# Labels in order of trust; the longer come first because they hold the shorter.
LABELS: dict[FactKind, tuple[str, ...]] = {
    # When the document was first written or looked at: none of the four dates, but it ends the fact before it.
    "origin": (
        r"origination(?:\s+date)?",
        r"original\s+(?:policy\s+)?date",
        r"date\s+of\s+origin(?:ation)?",
        r"(?:date\s+)?created(?:\s+(?:date|on))?",
        r"(?:initial|first|original)\s+(?:policy\s+)?review(?:ed)?(?:\s+(?:date|on))?",
    ),
    "next_review": (
        (
            r"(?:date\s+of\s+)?(?:next|upcoming|future|scheduled)\s+(?:scheduled\s+|annual\s+|expected\s+|committee\s+|"
            r"p&t\s+|[a-z]{3,5}\s+)?(?:policy\s+)?(?:review|revision)(?:\s+(?:date|due(?:\s+(?:by|date))?|by))?"
        ),
        r"review\s+(?:due(?:\s+date)?|by)",
        r"(?:next|to\s+be)\s+reviewed(?:\s+(?:by|on|in))?",
    ),
    "last_reviewed": (
        (
            r"(?:last|latest|most\s+recent|annual|previous)\s+(?:policy\s+|annual\s+|committee\s+|p&t\s+|[a-z]{3,5}\s+)?"
            r"review(?:ed)?"
            r"(?:\s*/\s*revis\w+)?(?:\s+(?:date|on|by\s+(?:the\s+)?(?:[a-z&]+\s+){0,3}(?:board|committee|panel)(?=\s*:)))?"
        ),
        r"(?<!initial\s)(?<!first\s)(?<!original\s)(?:date\s+)?(?:of\s+)?(?:last\s+)?review(?:ed)?(?:\s+date|\s+on)",
        r"(?:date\s+)?reviewed",
    ),
    "original_effective": (
        r"(?:original|initial|first|origination)\s+effective(?:\s+date)?",
        r"effective\s+date\s+\(original\)",
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
        (
            r"this\s+(?:topic|page|policy|article|bulletin|document|notice|update)\s+(?:was|is)\s+(?:first\s+)?"
            r"(?:published|issued|posted|released)(?:\s+(?:on|as\s+of))?"
        ),
        r"(?:date\s+)?(?:published|issued|posted|released)(?:\s+(?:to\s+(?:the\s+)?web|online))?(?:\s+(?:date|on|as\s+of))?",
        r"(?:publish|publication|issue|posting|release|notice|notification|bulletin)\s+date",
        r"date\s+of\s+(?:issue|publication|notice|notification)",
    ),
}
LABEL = compiled(
    r"(?<![\w-])(?:"
    + "|".join(f"(?P<{kind}>{'|'.join(words)})" for kind, words in LABELS.items())
    + r")(?![\w-])(?P<mark>\s*(?:[:|#–=-]\s*)+|\s+)",
    re.IGNORECASE,
)
NO_DATE = compiled(r"(?:tbd|t\.b\.d\.|n/?a|not applicable|none|pending|to be determined|_+)\b", re.IGNORECASE)
_NUMBERED = r"(?:(?:coverage|medical|clinical|pharmacy|drug|payment|reimbursement|benefit|source|utilization)\s+)*"
NUMBER_LABEL = compiled(
    r"(?<![\w-])(?:"
    rf"{_NUMBERED}(?:policy|guideline|document|bulletin|article|cpb|criteria|reference|doc|lcd|lca|ncd|protocol|"
    r"manual|program|identifier)\s*"
    r"(?P<word>numbers?(?:\(s\))?|no\.?|num\.?|nbr\.?|#|id\b|identifier|identification)|"
    rf"(?:(?<![^|.])|(?<=[|./·•\d] )){_NUMBERED}(?P<bare>number|document|policy|guideline|doc|bulletin))"
    r"\s*(?P<mark>(?:[:|#–-]\s*)+|\s+)(?P<value>[A-Za-z0-9][\w./:-]{1,30}(?:\s+P(?=\s))?(?:\s+\d{2,5}(?:[-.]\d+)*)?)",
    re.IGNORECASE,
)
NUMBER_ALONE = compiled(
    r"^\(?(?:[A-Z]{1,5}[.-]?\s?\d[\w.-]{1,18}|\d{1,2}\.\d{2}\.\d{2,4}|"
    r"\d{2}-[A-Z]?\d{4,5}-\d{2}|\d{4}[A-Z]\d{4}[A-Z])\)?$"
)
# One of the facts under a title, the issuer's name first: "Lakeside Clinical Guideline CG77, Ver. 3".
NUMBER_IN_MASTHEAD = compiled(
    r"^(?:[A-Z][\w&'.-]*\s+){1,4}(?:Policy|Guideline|Bulletin|POLICY|GUIDELINE|BULLETIN)\s+"
    r"([A-Z]{1,4}[.-]?\d[\w.-]*)(?:,?\s+(?i:v|ver|version|rev)\b.{0,12})?$"
)
# At either end of a running title: "5.70.72 Employee Program", "Ketamine Infusion MP9590".
NUMBER_AT_EDGE = compiled(
    r"^(?P<first>[A-Z]{2,5}-?\d{3,6}|[A-Z]{1,3}-\d{2,4}-\d{2,4}|(?:[A-Z]{2,3} )?\d{1,2}\.\d{2}\.\d{2,3})(?=,|\s+[A-Z])|"
    r"\s(?P<last>(?<=\bPolicy\s)[A-Z][\w.-]*\d[\w.-]*|[A-Z]{2,5}-?\d{3,6}|[A-Z]\.\d{1,2}\.\d{2}\.\d{2,3}|"
    r"(?<=[–—-] )(?:[A-Z]{2,4} \d{3,6}|\d{1,2}\.\d{2}\.\d{2,3}))$"
)
# A code stands where a number might; none is the number of a policy.
CODE = compiled(r"[A-Z]\d{4}|[A-TV-Z]\d[\dAB](?:\.[\dA-Z]{1,4}|[\dA-Z]{1,2})?")
# After a label without a colon only what ends here is a number ("Guideline DS-402 | Effective ...").
NUMBER_ENDS = compiled(r"\s*(?:$|[|·•,;(–—-]|\.(?:\s|$))|\s+of\s+[A-Z]")
DOTTED_NUMBER = compiled(r"\d{1,2}\.\d{2}\.\d{2,3}[a-z]?")
NUMBER_IN_TITLE = compiled(r"\(([A-Z]{1,3}\d{4,6})\)")
TITLE_LABEL = compiled(
    r"(?:^|\s|\|)(?:policy\s+|article\s+|guideline\s+|document\s+)?(?:title|subject|policy\s+name)\s*[:|]\s*(?P<value>[^|]{4,160})$",
    re.IGNORECASE,
)
HISTORY = compiled(
    r"\b(?:history|revisions?|references|sources|change log|summary of changes|versions|background|document note)\b",
    re.IGNORECASE,
)
REFERENCES = compiled(r"\b(?:references|sources)\b", re.IGNORECASE)
SUPERSEDED = compiled(
    r"^\W*(?:superseded|archived|retired|inactive|historical|expired)\b(?!\s+\w+(?:s|ia)\b)|"
    r"\bno longer (?:in effect|active|in force|current|valid|in use)\b|"
    r"\b(?:policy|document|version|article|guideline|page) (?:has been|was|is) replaced\b|"
    r"\b(?:has been|was|is|were) (?:replaced (?:by|on|with|as of)|superseded|retired|archived|withdrawn|"
    r"discontinued)|\b(?:policy|document|version|article|guideline) "
    r"status\W+(?:superseded|archived|retired|inactive|historical)|^status\W+(?:superseded|archived|retired|"
    r"inactive|historical)|"
    r"\bhistorical (?:version|policy)|\bnot the current version|\b(?:superseded|archived|retired) (?:policy|"
    r"version|document|article)\b|"
    r"\bthis (?:policy|document|version|article|page) (?:has been |was |is )?(?:superseded|archived|retired)",
    re.IGNORECASE,
)
REVISION_IS_EFFECTIVE = compiled(
    r"revision date\b.{0,60}\b(?:becomes?|is|as|serves as|will be)\b.{0,30}\beffective date", re.IGNORECASE | re.DOTALL
)
NOTICE = compiled(
    r"\beffective(?:\s+(?:for|with))?(?:\s+dates?\s+of\s+service)?(?:\s+(?:on|from|beginning|"
    r"starting)(?:\s+(?:or|and)\s+after)?)?,?\s*$|"
    r"\b(?:dates?\s+of\s+service\s+(?:on\s+or\s+after|from|beginning)|from\s+dates?\s+of\s+service|"
    r"as\s+of|on\s+(?:or|and)\s+after)\s*$|"
    r"(?:^|[.;:]\s+)(?:from|since)\s*$|"
    r"\b(?:begin|start|commenc|chang|appl)(?:s|es?|y|ies|ing|ning|ed)?(?:\s+(?:on|from|as\s+of))?\s*$|"
    r"\b(?:tak(?:es?|ing|en)|took|go(?:es|ing|ne)?|went|com(?:es?|ing)|came)\s+(?:in)?(?:to\s+)?(?:effect|force)"
    r"(?:\s+(?:on|from|as\s+of))?,?\s*$",
    re.IGNORECASE,
)
MASTHEAD = compiled(r"\b(?:volume|vol\.|issue)\s*\d+", re.IGNORECASE)
DATE_LABEL = compiled(r"^\W*date\W*$", re.IGNORECASE)
# A standing document; the bare date under its title may be that of its printing or that of its rules. A notice of
# changes to it ("Drug list changes for August") is none.
STANDING = compiled(
    r"^(?!.*\b(?:notices?|notifications?|bulletins?|newsletters?|announcements?|changes|updates?)\b)"
    r".*(?:\b(?:drug lists?|formular(?:y|ies)|PDL)\b|\bcriteria\W*$)",
    re.IGNORECASE,
)
CODE_OR_CONTRACT = compiled(r"\bcod(?:es?|ing)\b|\bcontract", re.IGNORECASE)
# What a standing document says of itself in a sentence: "These changes take effect on …".
IN_FORCE = compiled(
    r"\b(?:changes?|revisions?|updates?|policy|guideline|criteria|version|section)\b (?:are|is|will be|becomes?|takes?|"
    r"will (?:become|take)) effect(?:ive)?(?: on| from| as of)?\s*$",
    re.IGNORECASE,
)
