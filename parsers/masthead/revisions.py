"""The history that a policy keeps of itself: a table, a list, lines that begin with a date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from parsers.dates import find_dates
from parsers.language.patterns import compiled
from parsers.masthead.fact_labels import LABEL
from parsers.masthead.revision_claims import read_claims
from parsers.masthead.revision_wording import DATE_TITLE, HEADING, KINDS, LOG_TITLE, MENTIONED
from parsers.models import Block, Revision, RevisionKind
from parsers.sections.roles import heading_role

_LONGEST_LABEL = 60
_LONGEST_ENTRY = 2_000
_MOST_ENTRIES = 200
_EDGE = " \t:;,.|()[]–-"
_SENTENCE_START = compiled(r"(?:^|(?<=[.;\n]))\s*")
_NUMBER_OF_REVISION = compiled(r"(?:[RV]|version )?\d{1,3}(?:\.\d+)*|original", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Entry:
    on: date | None
    kind: RevisionKind
    text: str
    page: int


def read_revisions(blocks: Iterable[Block]) -> tuple[Revision, ...]:
    """The entries of a policy's own history in the order it has them; () where it keeps none."""
    entries: list[_Entry] = []
    for block in _history_blocks(blocks):
        for entry in _entries(block):
            if entry.on is not None or block.header:
                entries.append(entry)
            elif entries and _goes_on(block):
                last = entries[-1]
                entries[-1] = replace(last, text=f"{last.text}; {entry.text}".strip("; ")[:_LONGEST_ENTRY])
    return tuple(_revision(entry) for entry in entries[:_MOST_ENTRIES] if entry.text)


def _goes_on(block: Block) -> bool:
    """Whether a block without a date belongs to the entry above: a list does, and whatever stands under a date."""
    return block.kind == "item" or (bool(block.path) and _is_date(block.path[-1]))


def _revision(entry: _Entry) -> Revision:
    return Revision(entry.on, entry.kind, entry.text, entry.page, read_claims(entry.text))


def _history_blocks(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks of the history, with each definition behind its term."""
    term: Block | None = None
    for block in blocks:
        if not (_in_history(block) or _is_log(block)):
            term = None
        elif block.kind == "term":
            term = block
        elif block.kind == "definition" and term:
            yield replace(block, text=f"{term.text}: {block.text}")
            term = None
        else:
            yield block


def _in_history(block: Block) -> bool:
    for title in reversed(block.path):
        role = "history" if HEADING.search(title) else heading_role(title)
        if role is not None and not _is_date(title):
            return role == "history"
    return False


def _is_log(block: Block) -> bool:
    """Whether a row belongs to a log by the titles of its table, under whatever heading."""
    titles = [title for title in block.header if title]
    dated = any(DATE_TITLE.search(title) for title in titles)
    return dated and any(LOG_TITLE.search(title) and not DATE_TITLE.fullmatch(title) for title in titles)


def _entries(block: Block) -> Iterator[_Entry]:
    if block.kind == "row":
        yield from _row_entry(block)
    elif block.kind == "heading":
        dated = _own_date(block.text)
        if dated and _is_date(block.text):
            yield _Entry(dated[0], _kind(block.text), "", block.page)
    else:
        yield from _line_entries(block.text, block.page)


def _row_entry(block: Block) -> Iterator[_Entry]:
    header = block.header or ("",) * len(block.cells)
    place = next((n for n, cell in enumerate(block.cells) if _is_date(cell)), None)
    if place is None and not block.header:
        yield from _line_entries(block.text, block.page)
        return
    told = [cell for cell in dict.fromkeys(block.cells) if cell and not _is_date(cell)]
    text = ": ".join(cell for cell in told if not _NUMBER_OF_REVISION.fullmatch(cell))
    on = next((found for found, _, _ in _dates(block.cells[place])), None) if place is not None else None
    title = header[place] if place is not None and place < len(header) else ""
    yield _Entry(on, _kind(title), text[:_LONGEST_ENTRY], block.page)


def _line_entries(text: str, page: int) -> Iterator[_Entry]:
    """The entries of a line: one for each date that a sentence begins with."""
    starts = [(begin, on, start, end) for begin, (on, start, end) in _dated_starts(text)]
    if not starts:
        lone = list(_dates(text))
        only = lone[0] if len(lone) == 1 and not MENTIONED.search(text[: lone[0][1]]) else None
        rest = f"{text[: only[1]]} {text[only[2] :]}" if only else text
        yield _Entry(only[0] if only else None, "unknown", _tidy(rest), page)
        return
    lead = _tidy(text[: starts[0][0]])
    for n, (begin, on, start, end) in enumerate(starts):
        stop = starts[n + 1][0] if n + 1 < len(starts) else len(text)
        label, rest = text[begin:start].strip(_EDGE), text[end:stop].strip(_EDGE)
        if rest or lead or not LABEL.match(f"{label}: "):
            kind = _kind(label)
            told = rest if kind != "unknown" else f"{label}: {rest}"
            yield _Entry(on, kind, _tidy(f"{lead}. {told}" if lead else told), page)
            lead = ""


def _dated_starts(text: str) -> Iterator[tuple[int, tuple[date, int, int]]]:
    """Where a sentence begins with a date, or with a short label and a date."""
    begins = [found.end() for found in _SENTENCE_START.finditer(text)]
    taken = -1
    for found in _dates(text):
        begin = max((place for place in begins if place <= found[1]), default=0)
        label = text[begin : found[1]]
        if begin > taken and len(label) <= _LONGEST_LABEL and not MENTIONED.search(label):
            taken = begin
            yield begin, found


def _own_date(text: str) -> tuple[date, int, int] | None:
    return next(_dates(text), None)


def _is_date(text: str) -> bool:
    """Whether a cell or a heading is a date and nothing else but what kind it is."""
    found = _own_date(text)
    if found is None:
        return False
    rest = f"{text[: found[1]]} {text[found[2] :]}".strip(_EDGE)
    return len(rest) <= 20 and len(rest.split()) <= 2


def _dates(text: str) -> Iterator[tuple[date, int, int]]:
    """The dates in a text; "V2.1.2025" is none."""
    return (found for found in find_dates(text) if not text[: found[1]][-1:].isalpha())


def _kind(label: str) -> RevisionKind:
    return next((kind for kind, words in KINDS if words.search(label)), "unknown")


def _tidy(text: str) -> str:
    return " ".join(text.strip(_EDGE).split())[:_LONGEST_ENTRY]
