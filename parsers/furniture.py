"""What repeats on every page of a PDF and is not the policy: running titles, page numbers, print stamps."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parsers.dates import find_dates
from parsers.fact_labels import MASTHEAD, NUMBER_ALONE, NUMBER_AT_EDGE
from parsers.patterns import compiled
from parsers.pdf_lines import Line, PageContent
from parsers.text import without_stamps

_MARGIN = 0.14
_PAGE_NUMBER = compiled(r"^\W*(?:page|pg\.?)?\s*\d{1,4}\s*(?:(?:of|/)\s*\d{1,4})?\W*$|^[ivxl]{1,5}$", re.IGNORECASE)
_CLOCK = compiled(r"^\d{1,2}/\d{1,2}/\d{2,4},?\s+\d{1,2}:\d\d\s*(?:[ap]m)?", re.IGNORECASE)
_CONTENTS_LINE = compiled(r"(?:\s*\.){4,}\s*\d{1,3}$")
_FACT = compiled(r"\b(?:effective|review|revis|policy (?:number|no|#))", re.IGNORECASE)
_ADDRESS = compiled(r"^(?:https?|file)://\S+(?:\s+\d+/\d+)?$", re.IGNORECASE)


def without_furniture(pages: Sequence[PageContent]) -> list[PageContent]:
    """`pages` without running lines. A line counts as running when it stands at the edge of most pages with only its
    digits changing; dates of the policy in a running line stay on the first page that shows them, and so does a title
    that the running line repeats.
    """
    edges = ["".join(_pattern(line) for row in page.rows for line in row if _at_edge(line, page)) for page in pages]
    patterns = {_pattern(line) for page in pages for row in page.rows for line in row if _at_edge(line, page)}
    often = max(2, 0.5 * len(pages))
    running = {pattern for pattern in patterns if sum(pattern in edge for edge in edges) >= often}
    seen: set[str] = set()
    repeated = {pattern for pattern in running if _is_repeated(pattern, edges)}
    return [
        replace(page, rows=_kept(page, running - repeated if page is pages[0] else running, seen)) for page in pages
    ]


def _is_repeated(pattern: str, edges: Sequence[str]) -> bool:
    """Whether the first page says a running line once more than the others do: as its title."""
    others = [edge.count(pattern) for edge in edges[1:] if pattern in edge]
    return any(map(str.isalpha, pattern)) and bool(others) and edges[0].count(pattern) > max(others)


def _kept(page: PageContent, running: set[str], seen: set[str]) -> tuple[tuple[Line, ...], ...]:
    facts: list[tuple[Line, ...]] = []
    rows: list[tuple[Line, ...]] = []
    for row in page.rows:
        kept = tuple(line for line in row if not _is_furniture(line, page, running))
        if kept:
            rows.append(kept)
        # They go first: at its foot they would part a list that runs over the page.
        for line in row:
            if line not in kept and _pattern(line) not in seen and _says_fact(line):
                seen.add(_pattern(line))
                facts.append((replace(line, top=0.0, bottom=line.size),))
    return (*facts, *rows)


def _is_furniture(line: Line, page: PageContent, running: set[str]) -> bool:
    if _CONTENTS_LINE.search(line.text) or not without_stamps(line.text):
        return True
    if not _at_edge(line, page):
        return False
    if _PAGE_NUMBER.match(line.text) or _CLOCK.match(line.text) or _ADDRESS.match(line.text):
        return True
    return _pattern(line) in running


def _says_fact(line: Line) -> bool:
    if NUMBER_ALONE.match(line.text) or NUMBER_AT_EDGE.search(line.text):
        return True
    labelled = _FACT.search(line.text) or MASTHEAD.search(line.text)
    return bool(labelled) and (any(True for _ in find_dates(line.text)) or bool(re.search(r"\d{3}", line.text)))


def _at_edge(line: Line, page: PageContent) -> bool:
    return line.top < _MARGIN * page.height or line.bottom > (1 - _MARGIN) * page.height


def _pattern(line: Line) -> str:
    return re.sub(r"\d+", "#", "".join(line.text.split())).casefold()
