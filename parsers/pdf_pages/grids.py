"""Tables without rules, found by a row of bold titles and the gaps that stay free under it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from parsers.language.patterns import compiled
from parsers.lists.markers import ordinal, read_marker
from parsers.pdf_pages.shapes import Word

Row = Sequence[Word]

BOLD_FONT = compiled(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
# "Drug", "PDL status", "PA criteria", "Length of approval": what the columns of a list of drugs are called.
_COLUMN_TITLE = compiled(
    r"(?:(?:drug|brand|generic|product|medication|agent)(?: ?/ ?generic)?(?: names?)?s?|(?:(?:drug|therapeutic) )?class"
    r"|(?:PDL |formulary |drug )?(?:status|tier)|PDL|(?:non-? ?)?preferred(?: (?:drugs|agents|products))?"
    r"|(?:(?:PA|clinical|approval|coverage|prior authori[sz]ation) )?(?:criteria|requirements)|restrictions|limits"
    r"|notes|comments|(?:min(?:imum|\.)? )?age(?: limits?)?|(?:quantity|qty)(?: limits?)?|QL|AL|PA"
    r"|(?:(?:approval|auth(?:ori[sz]ation|\.)?|PA|initial) )?(?:length|duration)"
    r"(?: of (?:approval|authori[sz]ation))?)",
    re.IGNORECASE,
)
# Of a table of contents.
LEADER = "...."
# Titles stand so many letter sizes apart, cells so many points.
_TITLE_GAP, _CELL_GAP = 0.9, 2.0
# A blank between words is no wider, in letter sizes.
_BETWEEN_WORDS = 0.5
_NEAR = 3.0
# A larger distance from line to line, in usual ones, ends the table; a smaller than the second keeps a cell together.
_APART, _TOGETHER = 2.4, 1.13
# In letter sizes.
_LARGEST_PITCH = 1.2


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows `start` to `end` (not included) of a page, those before `body` holding the titles; `gutters` part its
    columns.
    """

    start: int
    body: int
    end: int
    gutters: tuple[float, ...]


def find_grids(rows: Sequence[Row]) -> list[Grid]:
    """The tables among the rows of a page, top to bottom."""
    grids: list[Grid] = []
    number = 0
    while number < len(rows):
        grid = _grid_at(rows, number)
        grids += [grid] if grid else []
        number = grid.end if grid else number + 1
    return grids


def grid_cells(rows: Sequence[Row], grid: Grid) -> Iterator[tuple[list[Word], ...]]:
    """The words of each cell, titles first: lines that stand together are one cell, cells side by side one row.

    A line in bold across the columns says the same in each: it is the title of the rows after it.
    """
    yield _columns([word for row in rows[grid.start : grid.body] for word in row], grid.gutters)
    pitch = _usual_pitch(rows[grid.start : grid.end])
    for group in _groups(rows[grid.body : grid.end], grid.gutters, pitch):
        if _is_group_title(group[0]):
            yield (list(group[0]),) * (len(grid.gutters) + 1)
            continue
        columns = [_columns(row, grid.gutters) for row in group]
        yield tuple([word for row in columns for word in row[place]] for place in range(len(grid.gutters) + 1))


def _grid_at(rows: Sequence[Row], start: int) -> Grid | None:
    titles = rows[start]
    gaps = [(left.x1, right.x0) for left, right in _wide_gaps(titles)]
    if not gaps or not (_is_bold(titles) or _names_columns(titles)) or read_marker(f"{titles[0].text} x"):
        return None
    above = start - (start > 0 and _goes_on_with_titles(titles, rows[start - 1]))
    first = start + 1 + (start + 1 < len(rows) and _goes_on_with_titles(titles, rows[start + 1]))
    bands = [[gap] for gap in gaps]
    number = end = first
    pitch = _usual_pitch(rows[start:])
    while number < len(rows) and _goes_on(rows, number, titles, pitch):
        if not _is_group_title(rows[number]):
            narrower = [[part for band in between for part in _free(band, rows[number])] for between in bands]
            if not all(narrower):
                break
            bands, end = narrower, number + 1
        number += 1
    body = [row for row in rows[first:end] if not _is_group_title(row)]
    gutters = _gutters(titles, body, bands) if body else ()
    filled = [any(_columns(row, gutters)[place] for row in body) for place in range(len(gutters) + 1)]
    by_chance = any(_is_left_by_chance(gutter, body) for gutter in gutters)
    return Grid(above, first, end, gutters) if body and all(filled) and not by_chance else None


def _is_left_by_chance(gutter: float, body: Sequence[Row]) -> bool:
    """Whether a gutter is but the blank between two words of every line that crosses it, as in text under a masthead:
    somewhere a column of cells ends short of it.
    """
    crossing = (_columns(row, (gutter,)) for row in body)
    gaps = [(right[0].x0 - left[-1].x1) / left[-1].size for left, right in crossing if left and right]
    return bool(gaps) and max(gaps) < _BETWEEN_WORDS


def _goes_on_with_titles(titles: Row, row: Row) -> bool:
    """Whether a row in bold, right over or under `titles`, has more of those beside the first: "Length of" and
    "approval".
    """
    if not _is_bold(row) or abs(row[0].bottom - titles[0].bottom) > _TOGETHER * _LARGEST_PITCH * row[0].size:
        return False
    beside = _pieces(titles)[1:]
    return all(any(_is_of_column(piece, title) for title in beside) for piece in _pieces(row))


def _is_of_column(piece: tuple[float, float], title: tuple[float, float]) -> bool:
    """Whether two stretches of a line begin below one another, or have one middle."""
    begins, middle = abs(piece[0] - title[0]), abs(sum(piece) - sum(title)) / 2
    return min(begins, middle) <= _NEAR


def _pieces(row: Row) -> list[tuple[float, float]]:
    """Where the stretches of a row begin and end that wide gaps part."""
    gaps = list(_wide_gaps(row))
    begins = [row[0].x0, *(right.x0 for _, right in gaps)]
    return list(zip(begins, [*(left.x1 for left, _ in gaps), row[-1].x1], strict=True))


def _wide_gaps(row: Row) -> Iterator[tuple[Word, Word]]:
    yield from ((left, right) for left, right in pairwise(row) if right.x0 - left.x1 > _TITLE_GAP * left.size)


def _is_bold(row: Row) -> bool:
    return all(BOLD_FONT.search(word.fontname) for word in row)


def _names_columns(row: Row) -> bool:
    """Whether a row, however it is set, has nothing but the usual titles of a list of drugs, side by side."""
    gaps = list(_wide_gaps(row))
    ends = [row.index(right) for _, right in gaps]
    pieces = (row[start:end] for start, end in pairwise([0, *ends, len(row)]))
    return bool(gaps) and all(_COLUMN_TITLE.fullmatch(" ".join(word.text for word in piece)) for piece in pieces)


def _is_group_title(row: Row) -> bool:
    return _is_bold(row) and not any(_wide_gaps(row))


def _goes_on(rows: Sequence[Row], number: int, titles: Row, pitch: float) -> bool:
    row, above = rows[number], rows[number - 1]
    if min(word.top for word in row) - min(word.top for word in above) > _APART * pitch:
        return False
    if any(LEADER in word.text for word in row):
        return False
    same_size = max(word.size for word in row) < 1.12 * titles[0].size
    return same_size and (not _is_bold(row) or _is_group_title(row))


def _free(band: tuple[float, float], row: Row) -> Iterator[tuple[float, float]]:
    """What the words of `row` leave of a band."""
    low, high = band
    for word in sorted(row, key=lambda word: word.x0):
        if word.x1 <= low or word.x0 >= high:
            continue
        if word.x0 - low >= _CELL_GAP:
            yield low, word.x0
        low = max(low, word.x1)
    if high - low >= _CELL_GAP:
        yield low, high


def _gutters(titles: Row, body: Sequence[Row], bands: Sequence[Sequence[tuple[float, float]]]) -> tuple[float, ...]:
    """The middle of one free band between each two titles.

    Where words happen to leave several, it is the one that ends where the right title begins, or that lies where a
    column with the left title in its middle ends, or the widest.
    """
    pieces = [titles[0].x0]
    for left, right in _wide_gaps(titles):
        pieces += [left.x1, right.x0]
    edge = min(word.x0 for row in body for word in row)
    gutters: list[float] = []
    for place, between in enumerate(bands):
        title_left, title_right, next_left = pieces[2 * place : 2 * place + 3]
        column_end = title_left + title_right - edge
        low, high = max(
            between,
            key=lambda band: (
                abs(band[1] - next_left) <= _NEAR,
                band[0] - _NEAR <= column_end <= band[1] + _NEAR,
                band[1] - band[0],
            ),
        )
        gutters.append((low + high) / 2)
        edge = high
    return tuple(gutters)


def _columns(row: Row, gutters: Sequence[float]) -> tuple[list[Word], ...]:
    edges = [float("-inf"), *gutters, float("inf")]
    return tuple([word for word in row if low < word.x0 <= high] for low, high in pairwise(edges))


def _usual_pitch(rows: Sequence[Row]) -> float:
    """Distance from line to line inside paragraphs: the smallest that is common."""
    distances: Counter[int] = Counter()
    for number, row in enumerate(rows):
        below = next((other for other in rows[number + 1 : number + 4] if _share_width(row, other)), None)
        if below:
            distances[round(below[0].bottom - row[0].bottom)] += 1
    common = [pitch for pitch, count in distances.items() if count >= 0.15 * max(distances.values())]
    size = rows[0][0].size
    return min((*common, _LARGEST_PITCH * size))


def _share_width(row: Row, other: Row) -> bool:
    left, right = other[0].x0, other[-1].x1
    return row[0].x0 < right and left < row[-1].x1


def _groups(rows: Sequence[Row], gutters: Sequence[float], pitch: float) -> list[list[Row]]:
    """The lines of each row of the table; a group without its first cell belongs to the nearer of its neighbours."""
    groups: list[list[Row]] = []
    for row in rows:
        if groups and not _is_group_title(row) and _is_one_cell(groups[-1], row, gutters, pitch):
            groups[-1].append(row)
        else:
            groups.append([row])
    while (orphan := _orphan(groups, gutters)) is not None:
        before = _distance(groups, orphan) if orphan else float("inf")
        after = _distance(groups, orphan + 1) if orphan + 1 < len(groups) else float("inf")
        first = orphan - 1 if before <= after else orphan
        groups[first : first + 2] = [[*groups[first], *groups[first + 1]]]
    return groups


def _is_one_cell(group: Sequence[Row], row: Row, gutters: Sequence[float], pitch: float) -> bool:
    """Whether `row` goes on with a cell of the rows above, or overlaps one beside it."""
    if _is_group_title(group[0]):
        return False
    columns = _columns(row, gutters)
    above = [_columns(earlier, gutters) for earlier in group]
    if all(all(earlier) for earlier in above) and all(columns) and not _wraps(columns[0]):
        return False
    for place, words in enumerate(columns):
        last = next((earlier[place] for earlier in reversed(above) if earlier[place]), None)
        if words and last and words[0].bottom - last[0].bottom <= _TOGETHER * pitch:
            return True
    lowest = max(word.bottom for earlier in group for word in earlier)
    return min(word.top for word in row) < lowest - 1


def _wraps(words: Sequence[Word]) -> bool:
    return bool(words) and words[0].text[:1].islower()


def _orphan(groups: Sequence[Sequence[Row]], gutters: Sequence[float]) -> int | None:
    if len(groups) < 2:
        return None
    lacking = (
        number
        for number, group in enumerate(groups)
        if not _is_group_title(group[0])
        and not any(_columns(row, gutters)[0] for row in group)
        and (number or not _is_torn(groups, gutters))
    )
    return next(lacking, None)


def _is_torn(groups: Sequence[Sequence[Row]], gutters: Sequence[float]) -> bool:
    """Whether the first group under the titles is what the page before left of a row: it goes on with a sentence or a
    count, or all others have their first cell at their head.
    """
    first, *others = (_columns(group[0], gutters) for group in groups)
    words = next((words for words in first if words), [])
    marked = read_marker(" ".join(word.text for word in words))
    counts_on = bool(marked and ordinal(marked.marker, marked.style) > 1)
    return _wraps(words) or counts_on or (len(others) > 1 and all(columns[0] for columns in others))


def _distance(groups: Sequence[Sequence[Row]], below: int) -> float:
    above = max(word.bottom for row in groups[below - 1] for word in row)
    return min(word.top for row in groups[below] for word in row) - above
