"""What a policy says of itself: number, title, the four dates, whether it is superseded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from parsers.dates import find_dates
from parsers.models import Block, PolicyFacts, Reading

_Kind = Literal["effective", "original_effective", "revised", "published", "last_reviewed", "next_review"]

# Labels in order of trust; the longer come first because they hold the shorter.
_LABELS: tuple[tuple[_Kind, str], ...] = (
    ("next_review", r"(?:next|upcoming|future)\s+(?:scheduled\s+|annual\s+|expected\s+)?(?:policy\s+)?(?:review|revision)(?:\s+(?:date|due))?|review\s+due"
                    r"(?:\s+date)?|next\s+reviewed"),
    ("last_reviewed", r"(?:last|latest|most\s+recent|annual|previous)\s+(?:policy\s+|annual\s+|committee\s+|p&t\s+)?review(?:ed)?(?:\s*/\s*revis\w+)?"
                      r"(?:\s+(?:date|on))?|(?:date\s+)?(?:of\s+)?(?:last\s+)?review(?:ed)?(?:\s+date|\s+on)|reviewed|date\s+reviewed|review\s+date"),
    ("original_effective", r"(?:original|initial|first|origination)\s+effective(?:\s+date)?|effective\s+date\s+\(original\)|origination(?:\s+date)?|"
                           r"original\s+(?:policy\s+)?date"),
    ("effective", r"(?:current\s+|policy\s+|new\s+|plan\s+|this\s+version\s+|version\s+|revis(?:ed|ion)\s+|guideline\s+|criteria\s+)?effective"
                  r"(?:\s+date)?(?:\s+of\s+(?:this\s+)?(?:policy|version|revision|guideline|document))?(?:\s+on|\s+as\s+of|\s+from)?|date\s+effective|"
                  r"in\s+effect\s+(?:from|since)|implementation\s+date"),
    ("revised", r"(?:last\s+|latest\s+|most\s+recent\s+)?revis(?:ion|ed)(?:\s+(?:date|on))?|date\s+(?:of\s+)?(?:last\s+)?revis(?:ion|ed)"),
    ("published", r"(?:date\s+)?(?:published|issued|posted|released)(?:\s+(?:date|on))?|(?:publish|publication|issue|posting|release|notice|bulletin)\s+date|"
                  r"date\s+of\s+(?:issue|publication|notice)|date\s+(?:published|posted|issued)"),
)  # fmt: skip
_LABEL = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(f"(?P<{kind}>{words})" for kind, words in _LABELS)
    + r")(?![\w-])(?P<mark>\s*(?:[:|#–=-]\s*)+|\s+)",
    re.I,
)
_NO_DATE = re.compile(r"(?:tbd|t\.b\.d\.|n/?a|not applicable|none|pending|to be determined|_+)\b", re.I)
_NUMBER_LABEL = re.compile(
    r"(?<![\w-])(?:(?:coverage|medical|clinical|pharmacy|drug|payment|reimbursement|benefit|source|utilization)\s+)*"
    r"(?:(?:policy|guideline|document|bulletin|article|cpb|criteria|reference|doc|lcd|lca|ncd|protocol|manual|identifier)\s*"
    r"(?P<word>number|no\.?|num\.?|nbr\.?|#|id\b|identifier|identification)|(?:(?<![^|.])|(?<=[|.\d] ))(?P<bare>number|document|policy|guideline|doc|bulletin))"
    r"\s*(?P<mark>(?:[:|#–-]\s*)+|\s+)(?P<value>[A-Za-z0-9][\w./:-]{1,30}(?:\s+\d{2,5}(?:[-.]\d+)*)?)",
    re.I,
)
_NUMBER_ALONE = re.compile(r"^\(?(?:[A-Z]{1,5}[.-]?\s?\d[\w.-]{1,18}|\d{1,2}\.\d{2}\.\d{2,4}|\d{4}[A-Z]\d{4}[A-Z])\)?$")
_NUMBER_IN_TITLE = re.compile(r"\(([A-Z]{1,3}\d{4,6})\)")
_TITLE_LABEL = re.compile(
    r"(?:^|\s|\|)(?:policy\s+|article\s+|guideline\s+|document\s+)?(?:title|subject|policy\s+name)\s*[:|]\s*(?P<value>[^|]{4,160})$",
    re.I,
)
_HISTORY = re.compile(
    r"\b(?:history|revisions?|references|sources|change log|summary of changes|versions|background|document note)\b",
    re.I,
)
_SUPERSEDED = re.compile(
    r"^\W*(?:superseded|archived|retired|inactive|historical|expired)\b|\bno longer (?:in effect|active|in force|current|valid|in use)\b|"
    r"\b(?:has been|was|is|were) (?:replaced by|superseded|retired|archived|withdrawn|discontinued)|\b(?:policy|document|version|article|guideline) "
    r"status\W+(?:superseded|archived|retired|inactive|historical)|^status\W+(?:superseded|archived|retired|inactive|historical)|"
    r"\bhistorical (?:version|policy)|\bnot the current version|\b(?:superseded|archived|retired) (?:policy|version|document|article)\b|"
    r"\bthis (?:policy|document|version|article|page) (?:has been |was |is )?(?:superseded|archived|retired)",
    re.I,
)
_REVISION_IS_EFFECTIVE = re.compile(
    r"revision date\b.{0,60}\b(?:becomes?|is|as|serves as|will be)\b.{0,30}\beffective date", re.I | re.S
)
_NOTICE = re.compile(
    r"\beffective(?:\s+(?:for|with))?(?:\s+dates?\s+of\s+service)?(?:\s+(?:on|from|beginning|starting)(?:\s+(?:or|and)\s+after)?)?,?\s*$|"
    r"\b(?:dates?\s+of\s+service\s+(?:on\s+or\s+after|from|beginning)|beginning(?:\s+on)?|starting(?:\s+on)?|as\s+of|on\s+or\s+after)\s*$",
    re.I,
)
_MASTHEAD = re.compile(r"\b(?:volume|vol\.|issue|number|no\.)\s*\d+", re.I)
_FIRST_BLOCKS, _NOTICE_BLOCKS = 14, 40


@dataclass(frozen=True, slots=True)
class _Stated:
    kind: _Kind
    on: date | None


def read_facts(reading: Reading) -> PolicyFacts:
    """The facts of a policy; None for what is not stated, left blank, or could be either of two."""
    lines = list(_lines(reading.blocks))
    stated: dict[_Kind, date | None] = {}
    for line in lines:
        for fact in _dates_of(line):
            if fact.kind not in stated or stated[fact.kind] is None:
                stated[fact.kind] = fact.on
    number = _number(reading, lines)
    return PolicyFacts(
        number=number,
        title=_title(reading, lines),
        effective_on=_effective(reading, stated),
        published_on=stated.get("published") or _dateline(reading.blocks),
        last_reviewed_on=stated.get("last_reviewed"),
        next_review_on=stated.get("next_review"),
        superseded=_is_superseded(reading.blocks),
    )


def _lines(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Texts that may label a fact: "label: value", whatever markup held the two together."""
    term = ""
    for block in blocks:
        if block.kind == "term":
            term = block.text.rstrip(": ")
        elif block.kind == "definition" and term:
            yield f"{term}: {block.text}"
            term = ""
        elif block.kind == "row":
            yield from _row_lines(block)
        elif not _in_history(block) or _is_fact_line(block.text):
            yield block.text


def _row_lines(block: Block) -> Iterator[str]:
    if _in_history(block):
        return
    if block.header:
        yield from (f"{label}: {cell}" for label, cell in zip(block.header, block.cells, strict=True) if label and cell)
    else:
        yield " | ".join(dict.fromkeys(cell for cell in block.cells if cell))


def _in_history(block: Block) -> bool:
    return bool(block.path) and any(_HISTORY.search(title) for title in block.path[-2:])


def _is_fact_line(text: str) -> bool:
    """A short line of a label and a date, as a side box "Policy history" holds them."""
    return len(text) < 50 and bool(_LABEL.match(text))


def _dates_of(line: str) -> Iterator[_Stated]:
    for found in _LABEL.finditer(line[:600]):
        kind: _Kind = found.lastgroup if found.lastgroup != "mark" else _kind(found)  # type: ignore[assignment]
        if (
            found.start()
            and not re.search(r"[|:;,.)\]\d]\s*$|\s{2,}$|(?:19|20)\d\d\s*$", line[: found.start()])
            and ":" not in found["mark"]
        ):
            continue
        rest = line[found.end() : found.end() + 60]
        marked = any(sign in found["mark"] for sign in ":|=")
        first = next(find_dates(rest), None)
        if first and first[1] <= 1 and (marked or _ends_fact(rest[first[2] :])):
            yield _Stated(kind, first[0])
        elif marked and _NO_DATE.match(rest):
            yield _Stated(kind, None)


def _kind(found: re.Match[str]) -> _Kind:
    return next(kind for kind, _ in _LABELS if found[kind])


def _ends_fact(rest: str) -> bool:
    return (
        bool(re.match(r"\s*(?:$|[|;(\[]|\.?$)", rest))
        or bool(re.match(r"\s{1,8}[A-Z][\w /#()]{1,40}:", rest))
        or bool(_LABEL.match(rest.strip()))
    )


def _effective(reading: Reading, stated: dict[_Kind, date | None]) -> date | None:
    """The date in force: where a revision's date becomes the effective one, that; else what a notice says in words."""
    revised = stated.get("revised")
    if revised and any(_REVISION_IS_EFFECTIVE.search(block.text) for block in reading.blocks):
        return revised
    if "effective" in stated and stated["effective"]:
        return stated["effective"]
    if stated.get("original_effective"):
        return stated["original_effective"]
    if "effective" in stated or "last_reviewed" in stated or "next_review" in stated:
        return None
    return _noticed(reading)


def _noticed(reading: Reading) -> date | None:
    """The day on which a notice's rule begins ("Effective August 1, 2030, prior authorization is required")."""
    titles = [reading.title or "", *(block.text for block in reading.blocks[:_FIRST_BLOCKS] if block.kind == "heading")]
    prose = [block.text for block in reading.blocks[:_NOTICE_BLOCKS] if not _in_history(block) and block.kind != "row"]
    for text in (*titles, *prose):
        for on, start, _ in find_dates(text):
            if _NOTICE.search(text[max(0, start - 60) : start]):
                return on
    return None


def _dateline(blocks: tuple[Block, ...]) -> date | None:
    """The date of a notice or newsletter: a line of its own under the title, or the masthead."""
    for block in blocks[:_FIRST_BLOCKS]:
        if block.kind not in ("heading", "paragraph"):
            continue
        for on, start, end in find_dates(block.text):
            around = f"{block.text[:start]}{block.text[end:]}".strip(" .,|-–")
            if not around or (len(block.text) < 140 and _MASTHEAD.search(around) and not _LABEL.search(block.text)):
                return on
    return None


def _number(reading: Reading, lines: list[str]) -> str | None:
    for line in lines:
        if len(line) > 300:
            continue
        for found in _NUMBER_LABEL.finditer(line):
            value = found["value"].strip(" .:-/")
            labelled = bool(found["word"]) or ":" in found["mark"] or "|" in found["mark"]
            if labelled and _is_number(value):
                return value
    for block in reading.blocks[:_FIRST_BLOCKS]:
        if _NUMBER_ALONE.match(block.text) and not _in_history(block) and block.kind != "row":
            return block.text.strip("()")
    in_title = _NUMBER_IN_TITLE.search(reading.title or "")
    return in_title[1] if in_title else None


def _is_number(value: str) -> bool:
    if not re.search(r"\d", value) or next(find_dates(value), None) or re.fullmatch(r"(?:19|20)\d\d|\d{1,2}", value):
        return False
    return " " not in value or bool(re.fullmatch(r"(?:\d{4} P|CPB|MP|RX|CG)[ -]?[\w.-]+", value, re.I))


def _title(reading: Reading, lines: list[str]) -> str | None:
    for block in reading.blocks[:_FIRST_BLOCKS]:
        if block.kind == "heading" and block.depth == 1:
            return block.text
    for line in lines[:_FIRST_BLOCKS]:
        found = _TITLE_LABEL.search(line)
        if found:
            return found["value"].strip()
    return reading.title


def _is_superseded(blocks: tuple[Block, ...]) -> bool:
    """Whether the document says, before its first sections, that another has taken its place."""
    return any(
        len(block.text) < 400 and _SUPERSEDED.search(block.text)
        for block in blocks[:_FIRST_BLOCKS]
        if block.kind in ("heading", "paragraph", "definition", "row") and not _in_history(block)
    )
