"""What a policy says of itself: number, title, the four dates, whether it is superseded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from parsers.dates import find_dates, short_date
from parsers.fact_labels import (
    DATE_LABEL,
    IN_FORCE,
    LABEL,
    LABELS,
    MASTHEAD,
    NO_DATE,
    NOTICE,
    REVISION_IS_EFFECTIVE,
    STANDING,
    SUPERSEDED,
    TITLE_LABEL,
    FactKind,
)
from parsers.fact_lines import LONGEST_FACT_LINE, fact_lines, in_history
from parsers.models import Block, PolicyFacts, Reading
from parsers.patterns import Pattern, compiled
from parsers.policy_number import policy_number

_FIRST_BLOCKS, _NOTICE_BLOCKS = 14, 40
_DATELINE_PLACE = 4
_SENTENCE_END = compiled(r"(?<=[a-z\d]\.) (?=[A-Z])")
_BRACKETED = compiled(r"\s*\(([A-Za-z ]{6,30})\)")
# A line drawn with signs.
_RULE = compiled(r"[=_*~-]{4,}")
# A list of the reviews of many years is the longest value of a label.
_LONGEST_VALUE = 300
_FEWEST_PACKED = 3


@dataclass(frozen=True, slots=True)
class _Stated:
    kind: FactKind
    on: date | None


def read_facts(reading: Reading) -> PolicyFacts:
    """The facts of a policy; None for what is not stated, left blank, or could be either of two."""
    lines = list(fact_lines(reading.blocks))
    stated: dict[FactKind, date | None] = {}
    for line in lines:
        for fact in (*_dates_of(line), *_labelled_after(line[:LONGEST_FACT_LINE])):
            if fact.kind not in stated or stated[fact.kind] is None:
                stated[fact.kind] = fact.on
    number = policy_number(reading, lines)
    return PolicyFacts(
        number=number,
        title=_title(reading, lines),
        effective_on=_effective(reading, stated),
        published_on=stated.get("published") or _dateline(reading),
        last_reviewed_on=stated.get("last_reviewed"),
        next_review_on=stated.get("next_review"),
        superseded=_is_superseded(reading.blocks),
    )


def _dates_of(line: str) -> Iterator[_Stated]:
    is_prose = len(line) > LONGEST_FACT_LINE and not _holds_facts_alone(line)
    for found in LABEL.finditer(line[:600]):
        if found.start() and is_prose:
            return
        if (
            found.start()
            and not re.search(r"[|:;,.)\]\d·•/–—-]\s*$|\s{2,}$", line[: found.start()])
            and ":" not in found["mark"]
        ):
            continue
        rest = line[found.end() : found.end() + _LONGEST_VALUE]
        marked = any(sign in found["mark"] for sign in ":|=")
        first = _dated(rest, _kind(found))
        if first and first[1] <= 1 and (marked or _ends_fact(rest[first[2] :], opens=not found.start())):
            yield _Stated(_kind(found), first[0])
        elif marked and NO_DATE.match(rest):
            yield _Stated(_kind(found), None)


def _holds_facts_alone(line: str) -> bool:
    """Whether a long line is one cell of many facts, each with its sign: "Effective Date: … Last Review Date: …"."""
    marks = [found["mark"] for found in LABEL.finditer(line[:600])]
    return len(marks) >= _FEWEST_PACKED and all(":" in mark for mark in marks)


def _labelled_after(line: str) -> Iterator[_Stated]:
    """A date with its label behind it: "April 1, 2031 (effective date)"."""
    for on, _, end in find_dates(line):
        label = _BRACKETED.match(line, end)
        found = LABEL.fullmatch(f"{label[1]}: ") if label else None
        if found:
            yield _Stated(_kind(found), on)


def _dated(rest: str, kind: FactKind) -> tuple[date, int, int] | None:
    """The date after a label; of a list of all reviews ("3/2029, 4/2030, 3/2031") the last."""
    dates = list(find_dates(rest))
    if not dates:
        return short_date(rest)
    end = 0
    while (
        kind == "last_reviewed" and end + 1 < len(dates) and rest[dates[end][2] : dates[end + 1][1]].strip(" ,;") == ""
    ):
        end += 1
    return max(dates[: end + 1])[0], dates[0][1], dates[end][2]


def _kind(found: re.Match[str]) -> FactKind:
    return next(kind for kind in LABELS if found[kind])


def _ends_fact(rest: str, *, opens: bool) -> bool:
    """Whether a date without a sign before it stands alone; where its label opens the line, a sentence may follow."""
    return (
        (opens and bool(re.match(r"\s+[A-Z]", rest)))
        or bool(re.match(r"\s*(?:$|[|;(\[·•*]|\.(?:\s|$)|[–—-]\s)", rest))
        or bool(re.match(r"\s{1,8}[A-Z][\w /#()]{1,40}:|\s{1,8}(?:[A-Z][a-z]+\s){1,3}[A-Z]{0,3}\d", rest))
        or bool(LABEL.match(rest.strip()))
    )


def _effective(reading: Reading, stated: dict[FactKind, date | None]) -> date | None:
    """The date in force: where a revision's date becomes the effective one, that; else what a notice says in words."""
    revised = stated.get("revised")
    if revised and any(REVISION_IS_EFFECTIVE.search(block.text) for block in reading.blocks):
        return revised
    if stated.get("effective"):
        return stated["effective"]
    if stated.get("original_effective"):
        return stated["original_effective"]
    if "effective" in stated:
        return None
    standing = "last_reviewed" in stated or "next_review" in stated
    return _under_its_title(reading) or _noticed(reading, IN_FORCE if standing else NOTICE)


def _under_its_title(reading: Reading) -> date | None:
    """The day that a sentence under "Effective date" names: "requests received on or after June 1, 2031"."""
    for block in reading.blocks:
        label = LABEL.fullmatch(f"{block.path[-1].rstrip(': ')}: ") if block.path else None
        if block.kind != "paragraph" or label is None or _kind(label) != "effective":
            continue
        for on, start, _ in find_dates(block.text):
            if NOTICE.search(block.text[max(0, start - 60) : start]):
                return on
    return None


def _noticed(reading: Reading, form: Pattern) -> date | None:
    """The day on which a notice's rule begins ("Effective August 1, 2030, prior authorization is required")."""
    titles = [reading.title or "", *(block.text for block in reading.blocks[:_FIRST_BLOCKS] if block.kind == "heading")]
    prose = [block.text for block in reading.blocks[:_NOTICE_BLOCKS] if not in_history(block) and block.kind != "row"]
    for text in (*titles, *prose):
        for on, start, _ in find_dates(text):
            if form.search(text[max(0, start - 60) : start]):
                return on
    return None


def _dateline(reading: Reading) -> date | None:
    """The date of a notice or newsletter: a line of its own about the title, or the masthead."""
    if STANDING.search(reading.title or ""):
        return None
    blocks = reading.blocks[:_FIRST_BLOCKS]
    for place, block in enumerate(blocks):
        if block.kind not in ("heading", "paragraph") and (block.kind != "row" or len(block.cells) != 2):
            continue
        text = _RULE.sub(" ", block.text)
        for on, start, end in find_dates(text):
            around = f"{text[:start]}{text[end:]}".strip(" .,|-–")
            if DATE_LABEL.match(around) or (not around and _beside_title(blocks, place)):
                return on
            if len(text) < 140 and MASTHEAD.search(around) and not LABEL.search(text):
                return on
    return None


def _beside_title(blocks: tuple[Block, ...], place: int) -> bool:
    above_title = any(block.kind == "heading" and block.depth == 1 for block in blocks[place + 1 : place + 2])
    return place <= _DATELINE_PLACE and (bool(blocks[place].path) or above_title)


def _title(reading: Reading, lines: list[str]) -> str | None:
    for block in reading.blocks[:_FIRST_BLOCKS]:
        if block.kind == "heading" and block.depth == 1:
            return block.text
    for line in lines[:_FIRST_BLOCKS]:
        found = TITLE_LABEL.search(line)
        if found:
            return found["value"].strip()
    return reading.title


def _is_superseded(blocks: tuple[Block, ...]) -> bool:
    """Whether the document says, before its first sections, that another has taken its place."""
    return any(
        len(sentence) < 200 and SUPERSEDED.search(sentence)
        for block in blocks[:_FIRST_BLOCKS]
        if block.kind in ("heading", "paragraph", "definition", "row") and not block.header and not in_history(block)
        for sentence in (block.text, *_SENTENCE_END.split(block.text))
    )
