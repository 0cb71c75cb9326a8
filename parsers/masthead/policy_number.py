"""The number by which a payer calls a policy: labelled, alone under the title, or at an edge of it."""

from __future__ import annotations

import re
from itertools import islice

from parsers.dates import find_dates
from parsers.files.page_menus import is_foot
from parsers.language.patterns import compiled
from parsers.masthead.fact_labels import (
    CITATION,
    CODE,
    DOTTED_NUMBER,
    FORM_NUMBER,
    LABEL,
    NUMBER_ALONE,
    NUMBER_AT_EDGE,
    NUMBER_BEFORE_FACTS,
    NUMBER_ENDS,
    NUMBER_IN_MASTHEAD,
    NUMBER_IN_TITLE,
    NUMBER_LABEL,
    NUMBER_OF_PAPER,
)
from parsers.masthead.fact_lines import LONGEST_FACT_LINE, in_history
from parsers.models import Reading

_FIRST_BLOCKS, _RUNNING_LINES = 14, 4
_LONGEST_LINE = 300
_IN_TWO_PARTS = compiled(
    r"(?i:(?:\d{4} P|CPB|MP|RX|CG)[ -]?[\w.-]+)|(?!CPT|ICD|NDC)[A-Z]{2,4}(?:-[A-Z]{2,4})? "
    r"(?:\d{3,6}(?:\.\d+)?|\d{1,2}\.\d{1,3})"
    # The series and the number with its version: "PHARMACY 123.4".
    r"|[A-Z]{5,12} \d{2,4}\.\d{1,3}"
)

# What a sentence sends its reader to is another document, as is what a plan's policy was taken from.
_OF_ANOTHER = compiled(
    r"\b(?:see|refer to|referenced? in|consult|adapted from|based (?:up)?on|taken from|sources?|association(?:'s)?"
    r"|BCBSA|(?:is|are|found|described|explained|set out|published|available) in)\b(?:ref\.|assoc\.|[^.;:|])*$",
    re.IGNORECASE,
)
# What stands elsewhere and has no bearing on our drug: "Rule 4.2 (on generic drugs) stands elsewhere in this manual".
_IS_ANOTHER = compiled(
    r"^[^.;|]{0,80}\b(?:stands? elsewhere|(?:has|have) (?:no bearing|nothing to do)|(?:do|does) not (?:bear on|touch|"
    r"concern))\b",
    re.IGNORECASE,
)
# "Revision Date: Document: AB12:00": a label without a date before the next one.
_BEHIND_BLANK = compiled(
    r"(?<=:)(?P<said>(?:\s(?i:tbd|n/?a|none|pending|not applicable|_+))?)\s+"
    r"(?=[A-Z#][A-Za-z&/.()#]{2,}(?:\s[A-Za-z&/.()#]{1,12}){0,3}\s?:)"
)
# The path to a page: "Policies > Drugs > RX.1.23".
_PARTS = compiled(r" \| | > ")
# "(CG77, Ver. 3)", behind the title or under it.
_WITH_VERSION = compiled(
    r"\(([A-Z]{1,4}[.-]?\d{2,5}),? (?i:v|ver|version|rev)\b\.? ?\d{1,2}\)\W*$|"
    r"^([A-Z]{1,5}[.-]\d{2,5}),? (?i:v|ver|version)\.? ?\d{1,2}(?:\.\d{1,2})*$"
)
# A year, a place in a list, or a drug's target ("C5 complement inhibitors").
_DOTTED_BEHIND_LETTERS = compiled(r"[A-Z]{1,3} \d{1,2}\.\d{2}\.\d{2,3}")
_NO_NUMBER = compiled(r"(?:19|20)\d\d|\d{1,2}|[A-Z]\d")
# "Policy: GLP-1 agonists": what its drugs act on.
_OF_A_TARGET = compiled(
    r"(?:/[\w-]{2,8})? (?:receptors?|(?:receptor )?(?:(?:ant)?agonists?|inhibitors?|blockers?|modulators?)"
    r"|analog(?:ue)?s?|antibod(?:y|ies)|vaccines?|mutations?)\b",
    re.IGNORECASE,
)
# A payer's name with a number in it ("Plan32Health").
_OF_A_NAME = compiled(r"[A-Z][a-z]{2,}\d+[A-Z][a-z]{2,}")
# "Guideline AB-CD-0123 Esketamine": no word is spelled so.
_LETTERED = compiled(r"[A-Z]{2,4}(?:-[A-Z]{2,4})*-\d{3,5}")
_THREE_PARTS = compiled(r"\d{2}-\d{2}-\d{2,3}")


def policy_number(reading: Reading, lines: list[str]) -> str | None:
    """The number that `lines` or the file's own title label, else one that stands alone or at an edge of the title."""
    candidates = [
        (line, found)
        for line in (*map(_parted_at_blanks, lines), reading.title or "")
        for found in NUMBER_LABEL.finditer(line[:_LONGEST_LINE])
        if not (_OF_ANOTHER.search(line[: found.start()]) or _IS_ANOTHER.match(line[found.end() :]))
        and not (not found["word"] and _OF_A_TARGET.match(line[found.end("value") :]))
    ]
    for is_number in (_is_named, _is_labelled, _ends_number):
        for line, found in candidates:
            value = found["value"].strip(" .:-/")
            if is_number(line, found) and (_is_number(value) or _is_in_three_parts(found, value)):
                return value
    return _number_alone(reading) or _number_of_form(lines) or _number_of_paper(reading)


def _parted_at_blanks(line: str) -> str:
    """A line of facts with a bar behind each label that is blank, so that the next one opens a part."""
    return _BEHIND_BLANK.sub(r"\g<said> | ", line) if line.count(":") > 1 else line


def _number_of_paper(reading: Reading) -> str | None:
    """The number behind the kind of paper, in its titles or in one of the first short lines."""
    first = [block.text for block in reading.blocks[:_RUNNING_LINES] if block.kind in ("heading", "paragraph")]
    for line in (*first, reading.title or ""):
        found = NUMBER_OF_PAPER.search(line) if len(line) < LONGEST_FACT_LINE else None
        if found and not (CODE.fullmatch(found["number"]) or _is_date_at(line, found.start("number"))):
            return found["number"]
    return None


def _is_date_at(line: str, place: int) -> bool:
    return any(start <= place < end for _, start, end in find_dates(line))


def _number_of_form(lines: list[str]) -> str | None:
    """The number in the head or the foot of a form."""
    found = next(filter(None, (FORM_NUMBER.match(part) for line in lines for part in line.split(" | "))), None)
    return found and found["number"]


def _number_alone(reading: Reading) -> str | None:
    for block in reading.blocks[:_FIRST_BLOCKS]:
        if in_history(block) or block.header or is_foot(block.text):
            continue
        for part in _PARTS.split(block.text):
            if versioned := _WITH_VERSION.search(part):
                return versioned[1] or versioned[2]
            if NUMBER_ALONE.match(part) and not (CODE.fullmatch(part) or _OF_A_NAME.search(part)):
                return part.strip("()")
            if headed := NUMBER_IN_MASTHEAD.match(part) or NUMBER_BEFORE_FACTS.match(part):
                return headed[1] or headed[headed.lastindex or 1]
    return _number_in_title(reading) or _number_at_edge(reading)


def _number_in_title(reading: Reading) -> str | None:
    """The number in brackets in a title, or that is the whole title of the file."""
    if NUMBER_ALONE.match(reading.title or "") and not CODE.fullmatch(reading.title or ""):
        return reading.title
    return next(
        (found[1] for found in map(NUMBER_IN_TITLE.search, (reading.title or "", *_titles(reading))) if found), None
    )


def _titles(reading: Reading) -> list[str]:
    return [block.text for block in reading.blocks[:_FIRST_BLOCKS] if block.kind == "heading" and block.depth == 1]


def _number_at_edge(reading: Reading) -> str | None:
    """The number that opens or ends a title or a running title."""
    # A number in parts at the start of a line may have been taken for the marker of an item.
    told = (block for block in reading.blocks[:_FIRST_BLOCKS] if block.kind != "item" or block.marker)
    first = [block for block in islice(told, _RUNNING_LINES) if not block.header]
    lines = [f"{block.marker} {text}".strip() for block in first for text in block.cells or (block.text,)]
    titles = _titles(reading)
    if cited := next(filter(None, map(CITATION.match, (*titles, reading.title or ""))), None):
        return cited[0]
    for line in map(_without_its_date, (reading.title or "", *lines, *titles)):
        found = NUMBER_AT_EDGE.search(line) if len(line) < LONGEST_FACT_LINE else None
        value = found and (found["first"] or found["last"])
        if value and _is_number(value):
            return value.replace("–", "-")
    return None


def _without_its_date(line: str) -> str:
    """A line up to the date at its end: "PROGRAMS BT203101 DECEMBER 4, 2031", the masthead of a bulletin."""
    *_, last = (None, *find_dates(line))
    return line[: last[1]].rstrip(" ,|") if last and last[1] and not line[last[2] :].strip(" .") else line


def _is_named(_: str, found: re.Match[str]) -> bool:
    """Whether the label says that it is a number: "Policy ID: …", which "Medical Policy | …" above it does not."""
    return bool(found["word"]) and any(sign in found["mark"] for sign in ":|")


def _is_labelled(_: str, found: re.Match[str]) -> bool:
    return bool(found["word"]) or any(sign in found["mark"] for sign in ":|")


def _ends_number(line: str, found: re.Match[str]) -> bool:
    if not found.start() and (DOTTED_NUMBER.fullmatch(found["value"]) or _LETTERED.fullmatch(found["value"])):
        return True
    rest = line[found.end("value") :]
    return found["value"].endswith((":", ".")) or bool(NUMBER_ENDS.match(rest) or LABEL.match(rest.strip()))


def _is_in_three_parts(found: re.Match[str], value: str) -> bool:
    """Whether what looks like a date stands under a label that names a number: "Number: 01-26-44"."""
    named = found["word"] or (found["bare"] or "").casefold() == "number"
    return bool(named and re.search("[:|#]", found["mark"] + (found["word"] or "")) and _THREE_PARTS.fullmatch(value))


def _is_number(value: str) -> bool:
    if CODE.fullmatch(value):
        return False
    if DOTTED_NUMBER.fullmatch(value) or _DOTTED_BEHIND_LETTERS.fullmatch(value):
        return True
    if _NO_NUMBER.fullmatch(value) or not re.search(r"\d", value) or next(find_dates(value), None):
        return False
    return " " not in value or bool(_IN_TWO_PARTS.fullmatch(value))
