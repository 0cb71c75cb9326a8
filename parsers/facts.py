"""What a policy says of itself: number, title, the four dates, whether it is superseded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from parsers.dates import find_dates, short_date
from parsers.fact_labels import (
    CODE,
    CODE_OR_CONTRACT,
    DATE_LABEL,
    DOTTED_NUMBER,
    HISTORY,
    LABEL,
    LABELS,
    MASTHEAD,
    NO_DATE,
    NOTICE,
    NUMBER_ALONE,
    NUMBER_AT_EDGE,
    NUMBER_ENDS,
    NUMBER_IN_TITLE,
    NUMBER_LABEL,
    REVISION_IS_EFFECTIVE,
    STANDING,
    SUPERSEDED,
    TITLE_LABEL,
    FactKind,
)
from parsers.models import Block, PolicyFacts, Reading

_FIRST_BLOCKS, _NOTICE_BLOCKS = 14, 40
_DATELINE_PLACE, _RUNNING_LINES = 4, 4
_SHORT_FACT_LINE, _LONGEST_FACT_LINE = 50, 160


@dataclass(frozen=True, slots=True)
class _Stated:
    kind: FactKind
    on: date | None


def read_facts(reading: Reading) -> PolicyFacts:
    """The facts of a policy; None for what is not stated, left blank, or could be either of two."""
    lines = list(_lines(reading.blocks))
    stated: dict[FactKind, date | None] = {}
    for line in lines:
        for fact in _dates_of(line):
            if fact.kind not in stated or stated[fact.kind] is None:
                stated[fact.kind] = fact.on
    number = _number(reading, lines)
    return PolicyFacts(
        number=number,
        title=_title(reading, lines),
        effective_on=_effective(reading, stated),
        published_on=stated.get("published") or _dateline(reading),
        last_reviewed_on=stated.get("last_reviewed"),
        next_review_on=stated.get("next_review"),
        superseded=_is_superseded(reading.blocks),
    )


def _lines(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Texts that may label a fact: "label: value", whatever markup held the two together."""
    term = ""
    for block in blocks:
        if block.kind == "term" or _is_label(block):
            term = block.text.rstrip(": ")
        elif block.kind in ("definition", "paragraph") and term and len(block.text) < _SHORT_FACT_LINE:
            yield block.text if _opens_with_label(block.text) else f"{term}: {block.text}"
            term = ""
        elif block.kind == "row":
            yield from _row_lines(block)
        elif not _in_history(block) or _is_fact_line(block.text):
            yield block.text


def _opens_with_label(text: str) -> bool:
    found = LABEL.match(text) or NUMBER_LABEL.match(text)
    return found is not None and ":" in found["mark"]


def _is_label(block: Block) -> bool:
    """Whether a block is a label alone, whose value stands in the block below it."""
    bare = block.text.rstrip(": ")
    if block.kind not in ("heading", "paragraph") or len(bare) > _SHORT_FACT_LINE or any(map(str.isdigit, bare)):
        return False
    found = LABEL.match(f"{bare}: ") or NUMBER_LABEL.match(f"{bare}: 0-0")
    return found is not None and found.end() > len(bare)


def _row_lines(block: Block) -> Iterator[str]:
    """A row's cells under their titles, or side by side; in a history only what it says by "Effective | 7/1/2031"."""
    if _in_history(block):
        label, *values = [cell for cell in block.cells if cell] or [""]
        if len(values) == 1 and LABEL.fullmatch(f"{label.rstrip(': ')}: ") and LABEL.match(f"{label}: {values[0]}"):
            yield f"{label}: {values[0]}"
        return
    if any(CODE_OR_CONTRACT.search(title) for title in block.header):
        return
    if block.header:
        yield from (f"{label}: {cell}" for label, cell in zip(block.header, block.cells, strict=True) if label and cell)
    else:
        yield " | ".join(dict.fromkeys(cell for cell in block.cells if cell))


def _in_history(block: Block) -> bool:
    return bool(block.path) and any(HISTORY.search(title) for title in block.path[-2:])


def _is_fact_line(text: str) -> bool:
    """A line of labels and their values alone, as a side box "Policy history" or the foot of a page has them."""
    if NUMBER_LABEL.match(text) and _opens_with_label(text) and len(text) < _SHORT_FACT_LINE:
        return True
    if len(text) > _LONGEST_FACT_LINE or not LABEL.match(text):
        return False
    rest = LABEL.sub(" ", text)
    for _, start, end in reversed(list(find_dates(rest))):
        rest = rest[:start] + rest[end:]
    return len(text) < _SHORT_FACT_LINE or not any(sign.isalnum() for sign in rest)


def _dates_of(line: str) -> Iterator[_Stated]:
    for found in LABEL.finditer(line[:600]):
        if found.start() and len(line) > _LONGEST_FACT_LINE:
            return
        if (
            found.start()
            and not re.search(r"[|:;,.)\]\d·•/–—-]\s*$|\s{2,}$", line[: found.start()])
            and ":" not in found["mark"]
        ):
            continue
        rest = line[found.end() : found.end() + 60]
        marked = any(sign in found["mark"] for sign in ":|=")
        first = next(find_dates(rest), None) or short_date(rest)
        if first and first[1] <= 1 and (marked or _ends_fact(rest[first[2] :], opens=not found.start())):
            yield _Stated(_kind(found), first[0])
        elif marked and NO_DATE.match(rest):
            yield _Stated(_kind(found), None)


def _kind(found: re.Match[str]) -> FactKind:
    return next(kind for kind in LABELS if found[kind])


def _ends_fact(rest: str, *, opens: bool) -> bool:
    """Whether a date without a sign before it stands alone; where its label opens the line, a sentence may follow."""
    return (
        (opens and bool(re.match(r"\s+[A-Z]", rest)))
        or bool(re.match(r"\s*(?:$|[|;(\[·•*]|\.(?:\s|$)|[–—-]\s)", rest))
        or bool(re.match(r"\s{1,8}[A-Z][\w /#()]{1,40}:", rest))
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
    if "effective" in stated or "last_reviewed" in stated or "next_review" in stated:
        return None
    return _noticed(reading)


def _noticed(reading: Reading) -> date | None:
    """The day on which a notice's rule begins ("Effective August 1, 2030, prior authorization is required")."""
    titles = [reading.title or "", *(block.text for block in reading.blocks[:_FIRST_BLOCKS] if block.kind == "heading")]
    prose = [block.text for block in reading.blocks[:_NOTICE_BLOCKS] if not _in_history(block) and block.kind != "row"]
    for text in (*titles, *prose):
        for on, start, _ in find_dates(text):
            if NOTICE.search(text[max(0, start - 60) : start]):
                return on
    return None


def _dateline(reading: Reading) -> date | None:
    """The date of a notice or newsletter: a line of its own about the title, or the masthead."""
    if STANDING.search(reading.title or ""):
        return None
    blocks = reading.blocks[:_FIRST_BLOCKS]
    for place, block in enumerate(blocks):
        if block.kind not in ("heading", "paragraph"):
            continue
        for on, start, end in find_dates(block.text):
            around = f"{block.text[:start]}{block.text[end:]}".strip(" .,|-–")
            if DATE_LABEL.match(around) or (not around and _beside_title(blocks, place)):
                return on
            if len(block.text) < 140 and MASTHEAD.search(around) and not LABEL.search(block.text):
                return on
    return None


def _beside_title(blocks: tuple[Block, ...], place: int) -> bool:
    above_title = any(block.kind == "heading" and block.depth == 1 for block in blocks[place + 1 : place + 2])
    return place <= _DATELINE_PLACE and (bool(blocks[place].path) or above_title)


def _number(reading: Reading, lines: list[str]) -> str | None:
    candidates = [(line, found) for line in lines if len(line) <= 300 for found in NUMBER_LABEL.finditer(line)]
    for is_number in (_is_labelled, _ends_number):
        for line, found in candidates:
            value = found["value"].strip(" .:-/")
            if is_number(line, found) and _is_number(value):
                return value
    return _number_alone(reading)


def _number_alone(reading: Reading) -> str | None:
    for block in reading.blocks[:_FIRST_BLOCKS]:
        if _in_history(block) or block.header:
            continue
        for part in block.text.split(" | "):
            if NUMBER_ALONE.match(part) and not CODE.fullmatch(part):
                return part.strip("()")
    in_title = NUMBER_IN_TITLE.search(reading.title or "")
    return in_title[1] if in_title else _number_at_edge(reading)


def _number_at_edge(reading: Reading) -> str | None:
    """The number that opens or ends a title or a running title."""
    # A number in parts at the start of a line may have been taken for the marker of an item.
    first = [block for block in reading.blocks[:_RUNNING_LINES] if block.kind != "row"]
    lines = [f"{block.marker} {block.text}".strip() for block in first]
    for line in (reading.title or "", *lines):
        found = NUMBER_AT_EDGE.search(line) if len(line) < _LONGEST_FACT_LINE else None
        value = found and (found["first"] or found["last"])
        if value and _is_number(value):
            return value
    return None


def _is_labelled(_: str, found: re.Match[str]) -> bool:
    return bool(found["word"]) or any(sign in found["mark"] for sign in ":|")


def _ends_number(line: str, found: re.Match[str]) -> bool:
    rest = line[found.end("value") :]
    return found["value"].endswith(":") or bool(NUMBER_ENDS.match(rest) or LABEL.match(rest.strip()))


def _is_number(value: str) -> bool:
    if CODE.fullmatch(value):
        return False
    if DOTTED_NUMBER.fullmatch(value):
        return True
    if not re.search(r"\d", value) or next(find_dates(value), None) or re.fullmatch(r"(?:19|20)\d\d|\d{1,2}", value):
        return False
    return " " not in value or bool(re.fullmatch(r"(?:\d{4} P|CPB|MP|RX|CG)[ -]?[\w.-]+", value, re.IGNORECASE))


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
        len(block.text) < 200 and SUPERSEDED.search(block.text)
        for block in blocks[:_FIRST_BLOCKS]
        if block.kind in ("heading", "paragraph", "definition", "row") and not block.header and not _in_history(block)
    )
