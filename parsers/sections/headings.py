"""Lines that look like headings: in bold or capitals, and short enough to title what follows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import zip_longest

from parsers.language.patterns import compiled
from parsers.lists.markers import ordinal, style_of
from parsers.models import Block

# Titles on bars, those in capitals and those in bold, where the size of their letters does not tell.
BAR_DEPTH = 4
CAPS_DEPTH = 5
BOLD_DEPTH = 6
# Titles that are made of text are deeper than any of the layout: a chapter, a section in it, what is under either.
MADE_CHAPTER_DEPTH, MADE_SECTION_DEPTH, MADE_DEPTH = 7, 8, 9

_CONNECTIVE = compiled(r"^\W*(?:and|or|and/or|either|both|note|yes|no|n/a)\W*$", re.IGNORECASE)
# "AND NO dual use with ketamine" goes on with the criteria before it, however boldly.
_GOES_ON = compiled(
    r"^\W*(?:(?:and|or) (?=\w)|(?:no|not) (?:dual|concurrent|concomitant|simultaneous|duplicate|used|given|taken) )",
    re.IGNORECASE,
)
_STATEMENT = compiled(
    # "PHQ-9 ≥ 20; OR" joins two items of a list, in capitals for want of other letters.
    r"\b(?:following|must|when|if|unless|will be|may be)\b|[.;,]$|[;,] (?:and|or)$|[≥≤<>]=? ?\d",
    re.IGNORECASE,
)
# "When we pay", "If you go on": what opens so is a title, unless a clause goes on behind it.
_WHEN = compiled(r"^\W*(?:when|if)\b(?=[^,;:.]+$)(?:.*\b(?:may|will) be\b)?", re.IGNORECASE)
# "Products that may be covered" names what it titles.
_RELATIVE = compiled(r"\b(?:that|which) (?:may|will|must)(?: not)? be\b", re.IGNORECASE)
# How a form or a document numbers a titled section: "Section A: …".
_SECTION = compiled(r"^\W*(?:section|part|module|step) (?:\d{1,2}|[A-Z]|[IVX]{1,4})\s*[:.–—-]\s+(?=\w)", re.IGNORECASE)
# "Inclusion criteria – every one must be met": how the criteria are asked for stands behind their name.
_AND_RULE = compiled(
    r"(?<=criteria|irements|nditions) (?:[–—-] |\()(?=[^.;]*\b(?:each|every|all|any|one|none|both)\b)[^.;]{5,90}$",
    re.IGNORECASE,
)
# "First course: treatment-resistant depression" is a title; "Initial approval: six months" is a limit.
_TOPIC = compiled(
    r"\b(?:initial|first|renewals?|re-?authori[sz]ation|continu\w+|criteria|course|requests?|indications?|option"
    r"|spravato|(?:es)?ketamine|use|path(?:way)?|population|scenario)\b",
    re.IGNORECASE,
)
# "Use 2 (new)": the number counts the topics.
_COUNTED = compiled(r"\b(?:use|option|indication|path(?:way)?|population|scenario|course)s? \d{1,2}\b", re.IGNORECASE)
# "Treatment-resistant depression: who qualifies", "Treatment-resistant depression: first approval".
_ASKED = compiled(
    r"(?:who|what|when|how|where)\b"
    r"|(?:the )?(?:initial|first|new|starting|renew\w*|re-?authori[sz]\w+|continu\w+|staying)"
    r"(?: (?:approvals?|requests?|authori[sz]ations?|therapy|treatment|criteria|courses?|on therapy|starts?))?$",
    re.IGNORECASE,
)
_OF_A_USE = compiled(r"\b(?:depress\w+|disorder|ideation|behaviou?r|suicid\w+|pain|syndrome|TRD|MDD)\b", re.IGNORECASE)
_AMOUNT = compiled(r"\d|\b(?:days?|weeks?|months?|years?|duration|length)\b", re.IGNORECASE)
# "REFERENCES | HISTORY", "Policy | Coding | Top": where to go on the page.
_PLACE = (
    r"(?:(?:policy|coverage|medical|clinical|related|evidence|review|criteria|statements?|coding|codes?|references?"
    r"|history|background|rationale|description|definitions?|appendix|information|policies|guidelines?|top|introduction"
    r"|overview|summary|documentation|requirements)[ /&]*)+"
)
_JUMPS = compiled(rf"\W*{_PLACE}(?:[|•·›>]\s*{_PLACE}){{1,9}}\W*", re.IGNORECASE)
_FEWEST_LETTERS = 6
# Words of so many letters open with a capital in a title that is set so; it has so many of them, and may be longer.
_LEAST_OF_A_NAME, _FEWEST_CAPITALS, _MOST_CAPITALISED, _LONGEST_CAPITALISED = 4, 4, 22, 160
_PARTED = compiled(r"[:|\n]|[.;,]$")
_LONGEST_HEADING = 120
_WORD = compiled(r"[^\W\d_]+")
_PLAIN_WORD, _HAS_DIGIT = compiled(r"[^\W\d_]{2}"), compiled(r"\d")


# Several steps ask it of the same line.
@lru_cache(maxsize=1024)
def is_connective(line: str) -> bool:
    """Whether the line joins list items ("-AND-", "or") and says nothing of its own."""
    return bool(_CONNECTIVE.match(line))


def looks_like_heading(line: str, *, bold: bool = False, most_words: int = 14) -> bool:
    """Whether a short line in bold or capitals titles what follows, not states a rule."""
    line = _SECTION.sub("", line)
    line = _AND_RULE.sub("", line) if bold else line
    if _GOES_ON.match(line):
        return False
    if bold and _is_capitalised(line):
        return True
    if len(line) > _LONGEST_HEADING or "\n" in line:
        return False
    words = _WORD.findall(line)
    if not words or len(words) > most_words or is_connective(line) or _JUMPS.fullmatch(line):
        return False
    if _STATEMENT.search(_RELATIVE.sub("", _WHEN.sub("", line))) or (": " in line and not _in_two_parts(line)):
        return False
    return bold or is_caps(line)


def _is_capitalised(line: str) -> bool:
    """Whether the line is set in words as a title is: "Conditions for Which Requests Will Be Considered"."""
    words = _WORD.findall(line) if len(line) <= _LONGEST_CAPITALISED and not _PARTED.search(line) else ()
    names = [word for word in words if len(word) >= _LEAST_OF_A_NAME]
    capitalised = all(word[0].isupper() and word[1:].islower() for word in names)
    return capitalised and len(words) <= _MOST_CAPITALISED and len(names) >= _FEWEST_CAPITALS


def _in_two_parts(line: str) -> bool:
    """Whether a line with a colon names a stage or a topic and its use, and states no length or number."""
    topic, _, use = line.partition(": ")
    titled = _TOPIC.search(topic) or (_OF_A_USE.search(topic) and _ASKED.match(use))
    return bool(titled) and ": " not in use and not _AMOUNT.search(_COUNTED.sub("", line))


def is_caps(line: str) -> bool:
    """Whether the line is set in capitals and long enough to be a title rather than an abbreviation or codes."""
    if not line.isupper() or sum(map(str.isalpha, line)) < _FEWEST_LETTERS:
        return False
    return any(not _HAS_DIGIT.search(word) and _PLAIN_WORD.search(word) for word in line.split())


def with_numbered_titles(blocks: Sequence[Block]) -> list[Block]:
    """`blocks`, with numbered lines in capitals over content of their own as headings ("II. RENEWAL CRITERIA")."""
    return [
        replace(block, kind="heading", depth=CAPS_DEPTH) if _is_numbered_title(block, after) else block
        for block, after in zip_longest(blocks, blocks[1:])
    ]


def _is_numbered_title(block: Block, after: Block | None) -> bool:
    if block.kind != "item" or not block.marker or block.depth > 1 or after is None or not is_caps(block.text):
        return False
    stands_under = after.kind != "item" or after.depth > 1 or not after.marker or _opens_in_other_signs(block, after)
    return stands_under and after.kind != "heading" and looks_like_heading(block.text)


def _opens_in_other_signs(block: Block, after: Block) -> bool:
    """Whether the item after another is the first of a list that counts in other signs ("A. …", "1. …")."""
    style = style_of(after.marker)
    return style != style_of(block.marker) and ordinal(after.marker, style) == 1
