"""What repeats on every page of a PDF and is not the policy: running titles, page numbers, print stamps."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from parsers.dates import find_dates
from parsers.language.patterns import compiled
from parsers.masthead.fact_labels import NUMBER_ALONE, NUMBER_AT_EDGE
from parsers.masthead.notice_wording import MASTHEAD
from parsers.pdf_pages.content import Cell, Line, PageContent, PageTable
from parsers.sections.headings import is_connective
from parsers.text import CONTENTS_LINE, without_stamps

_MARGIN = 0.14
# How far above a page the facts stand that are kept of its running lines: they are no part of its first line.
_APART = 100.0
# Heights that differ by less are one, in points.
_STEP = 6.0
_PAGE_NUMBER = compiled(r"^\W*(?:page|pg\.?)?\s*\d{1,4}\s*(?:(?:of|/)\s*\d{1,4})?\W*$|^[ivxl]{1,5}$", re.IGNORECASE)
_CLOCK = compiled(r"^\d{1,2}/\d{1,2}/\d{2,4},?\s+\d{1,2}:\d\d\s*(?:[ap]m)?", re.IGNORECASE)
_FACT = compiled(r"\b(?:effective|review|revis|policy (?:number|no|#))", re.IGNORECASE)
# Two pages of a form may end in the same criterion: a box to tick, or the point of a list, opens no running line.
_OPENS_ITEM = compiled(r"^\s*[☐□☑☒❑❒\uf06f\uf0a8•‣▪◦]\s*\w")
_ADDRESS = compiled(r"^(?:https?|file)://\S+(?:\s+\d+/\d+)?$", re.IGNORECASE)

Run = tuple[str, int]


def without_furniture(pages: Sequence[PageContent]) -> list[PageContent]:
    """`pages` without running lines. A line counts as running when it stands at the edge of most pages at one height
    with only its digits changing; dates of the policy in a running line stay on the first page that shows them, and so
    does a title that the running line repeats.
    """
    edges = ["".join(_pattern(line) for row in page.rows for line in row if _at_edge(line, page)) for page in pages]
    running = _running(pages)
    seen = _above(pages[0]) if pages else set()
    repeated = {run for run in running if _is_repeated(run[0], edges)}
    return [
        replace(
            page,
            rows=_kept(page, running - repeated if page is pages[0] else running, seen),
            tables=_bare_tables(page, running),
        )
        for page in pages
    ]


def _above(page: PageContent) -> set[str]:
    """The patterns of the running lines that were taken out of the text of the first page and put above it."""
    return {_pattern(line) for row in page.rows for line in row if line.bottom < 0}


def _running(pages: Sequence[PageContent]) -> set[Run]:
    """The patterns that most pages show at one height; how a row is cut into lines may differ."""
    heights = [_by_height(page) for page in pages]
    runs = {_run(line, page) for page in pages for row in page.rows for line in row if _at_edge(line, page)}
    often = max(2, 0.5 * len(pages))
    return {(text, height) for text, height in runs if sum(text in at.get(height, "") for at in heights) >= often}


def _by_height(page: PageContent) -> dict[int, str]:
    """What the edges of a page show at each height and right beside it."""
    shown: defaultdict[int, str] = defaultdict(str)
    for row in page.rows:
        edge = [line for line in row if _at_edge(line, page)]
        for near in (-1, 0, 1) if edge else ():
            shown[_run(edge[0], page)[1] + near] += "".join(map(_pattern, edge))
    for line in _printed_in_tables(page):
        for near in (-1, 0, 1):
            shown[_run(line[0], page)[1] + near] += _joined(line)
    return shown


def _printed_in_tables(page: PageContent) -> list[list[Line]]:
    """The lines at the edge of a page that its tables hold, those of one size at one height together: a table that
    goes on to the next page takes the running line with it, a part in each of its columns.
    """
    printed: defaultdict[tuple[float, int], list[Line]] = defaultdict(list)
    for table in page.tables:
        for line in (line for row in table.rows for cell in row for line in cell if _at_edge(line, page)):
            printed[round(line.size, 1), round(line.bottom)].append(line)
    return [sorted(lines, key=lambda line: line.x0) for lines in printed.values()]


def _joined(lines: Sequence[Line]) -> str:
    return "".join(map(_pattern, lines))


def _bare_tables(page: PageContent, running: set[Run]) -> tuple[PageTable, ...]:
    """The tables of a page without the running lines in them, each of which is all that stands at its height."""
    dropped = [
        line
        for lines in _printed_in_tables(page)
        if any((_joined(lines), _run(lines[0], page)[1] + near) in running for near in (-1, 0, 1))
        for line in lines
    ]
    if not dropped:
        return page.tables
    return tuple(replace(table, rows=tuple(_bare(row, dropped) for row in table.rows)) for table in page.tables)


def _bare(row: Sequence[Cell], dropped: Sequence[Line]) -> tuple[Cell, ...]:
    return tuple(tuple(line for line in cell if line not in dropped) for cell in row)


def _run(line: Line, page: PageContent) -> Run:
    """The pattern of a line and its height, counted from the nearer edge of the page, in steps."""
    from_edge = line.top if line.top < page.height / 2 else line.bottom - page.height
    return _pattern(line), round(from_edge / _STEP)


def _is_repeated(pattern: str, edges: Sequence[str]) -> bool:
    """Whether the first page says a running line once more than the others do: as its title."""
    others = [edge.count(pattern) for edge in edges[1:] if pattern in edge]
    return any(map(str.isalpha, pattern)) and bool(others) and edges[0].count(pattern) > max(others)


def _kept(page: PageContent, running: set[Run], seen: set[str]) -> tuple[tuple[Line, ...], ...]:
    facts: list[tuple[Line, ...]] = []
    rows: list[tuple[Line, ...]] = []
    for row in page.rows:
        kept = tuple(line for line in row if not _is_furniture(line, page, running))
        kept = row if _leads_in(row) or _is_labelled(row, kept) else kept
        if kept:
            rows.append(kept)
        # They go first: at its foot they would part a list that runs over the page.
        for line in row:
            if line not in kept and not any(_pattern(line) in told for told in seen) and _says_fact(line):
                seen.add(_pattern(line))
                facts.append((replace(line, top=-_APART, bottom=line.size - _APART),))
    return (*facts, *rows)


def _leads_in(row: Sequence[Line]) -> bool:
    """Whether a row is a title in bold that leads into what stands below it ("Goal(s):"), on however many pages."""
    return len(row) == 1 and row[0].bold and row[0].text.endswith(":")


def _is_labelled(row: Sequence[Line], kept: Sequence[Line]) -> bool:
    """Whether a number is what a label says that stands before it in its row ("Policy #:", then "2004018")."""
    is_pair = len(row) == len(("label", "value")) and len(kept) == 1 and row[0] is kept[0]
    return is_pair and row[0].text.endswith(":") and row[1].text.strip().isdigit()


def _is_furniture(line: Line, page: PageContent, running: set[Run]) -> bool:
    if CONTENTS_LINE.search(line.text) or not without_stamps(line.text):
        return True
    # "AND" between two items stands at the foot of a page as well.
    if not _at_edge(line, page) or is_connective(line.text) or _OPENS_ITEM.match(line.text):
        return False
    if _PAGE_NUMBER.match(line.text) or _CLOCK.match(line.text) or _ADDRESS.match(line.text):
        return True
    return _run(line, page) in running


def _says_fact(line: Line) -> bool:
    if NUMBER_ALONE.match(line.text) or NUMBER_AT_EDGE.search(line.text):
        return True
    labelled = _FACT.search(line.text) or MASTHEAD.search(line.text)
    return bool(labelled) and (any(True for _ in find_dates(line.text)) or bool(re.search(r"\d{3}", line.text)))


def _at_edge(line: Line, page: PageContent) -> bool:
    return line.top < _MARGIN * page.height or line.bottom > (1 - _MARGIN) * page.height


def _pattern(line: Line) -> str:
    return re.sub(r"\d+", "#", "".join(line.text.split())).casefold()
