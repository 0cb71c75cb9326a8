"""Tables with level rules alone: a rule under each cell, which end where the columns do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Any

from parsers.pdf_pages.rules import Frame, Row
from parsers.pdf_pages.shapes import Box, Word

# How far, in points, two ends of rules stand apart at most that meet, and the least length of one.
_NEAR, _LEAST = 1.5, 6.0
# A table has so many rows with rules under several cells.
_FEWEST_ROWS = 2
# Lines of one cell stand so much of a letter apart at most; the first row, over which no rule is, has so many.
_TOGETHER, _MOST_LINES = 0.75, 6
# A row with one cell over all columns is so many letters high at most; a title outside has more room.
_HIGHEST_TITLE = 2.5

# Where the rule under each cell of a row begins, and where the last ends; and its height.
Rule = tuple[float, tuple[float, ...]]


def frames_of_level_rules(page: Any, words: Sequence[Word], others: Sequence[Frame]) -> list[Frame]:
    """Such tables of a pdfplumber page, outside `others`."""
    rules = [rule for rule in _rules(page) if not any(_crosses(rule, frame.box) for frame in others)]
    free = [word for word in words if not any(word.is_in(frame.box) for frame in others)]
    tables = (table for run in _runs(rules) for table in _tables(run, free, others))
    return [_frame(table, free) for table in tables]


def _rules(page: Any) -> list[Rule]:
    """The rules under rows, from the top: those at one height that meet are one."""
    level = _levels(round(edge["top"], 0) for edge in page.horizontal_edges)
    ends = sorted({(level[round(edge["top"], 0)], edge["x0"], edge["x1"]) for edge in page.horizontal_edges})
    found: list[tuple[float, list[float]]] = []
    for top, left, right in ends:
        if right - left < _LEAST:
            continue
        if found and found[-1][0] == top and abs(found[-1][1][-1] - left) <= _NEAR:
            found[-1][1].append(right)
        elif not (found and found[-1][0] == top and left < found[-1][1][-1]):
            found.append((top, [left, right]))
    return [(top, tuple(at)) for top, at in found]


def _levels(tops: Iterable[float]) -> dict[float, float]:
    """The height of the rule that each edge belongs to: one drawn as a thin box has an upper and a lower edge."""
    levels: dict[float, float] = {}
    begun = -_LEAST
    for top in sorted(set(tops)):
        begun = begun if top - begun <= _NEAR else top
        levels[top] = begun
    return levels


def _crosses(rule: Rule, box: Box) -> bool:
    top, at = rule
    return box[1] - _NEAR <= top <= box[3] + _NEAR and at[0] < box[2] and at[-1] > box[0]


def _runs(rules: Sequence[Rule]) -> Iterator[list[Rule]]:
    """The rules of each table: one under the other, from one side to the other."""
    left = list(rules)
    while left:
        first = left[0]
        run = [rule for rule in left if _same_ends(rule, first)]
        left = [rule for rule in left if rule not in run]
        yield run


def _same_ends(rule: Rule, other: Rule) -> bool:
    return abs(rule[1][0] - other[1][0]) <= _NEAR and abs(rule[1][-1] - other[1][-1]) <= _NEAR


def _tables(rules: Sequence[Rule], words: Sequence[Word], others: Sequence[Frame]) -> Iterator[list[Rule]]:
    """The rules of each table of a run: text or another table between two of them, or a title with a rule of its own,
    parts them.
    """
    table: list[Rule] = []
    for rule in rules:
        if table and (_lies_between(table[-1], rule, others) or not _is_row(table[-1][0], rule, words)):
            yield from _whole(table)
            table = []
        table.append(rule)
    yield from _whole(table)


def _lies_between(above: Rule, below: Rule, others: Sequence[Frame]) -> bool:
    return any(above[0] <= frame.box[1] and frame.box[3] <= below[0] for frame in others)


def _whole(rules: Sequence[Rule]) -> Iterator[list[Rule]]:
    """From the first rule under several cells to the last of them, where there are enough."""
    of_cells = [number for number, (_, at) in enumerate(rules) if len(at) > 2]
    if len(of_cells) >= _FEWEST_ROWS:
        yield list(rules[of_cells[0] : of_cells[-1] + 1])


def _is_row(above: float, rule: Rule, words: Sequence[Word]) -> bool:
    """Whether the words between two rules stand in cells; one cell over all columns is as high as its line."""
    top, at = rule
    there = [word for word in words if above < word.mid_y < top and word.x1 > at[0] and word.x0 < at[-1]]
    if len(at) == 2 and there and top - above > _HIGHEST_TITLE * min(word.size for word in there):
        return False
    return bool(there) and _stands_in(_cells(rule, above), words)


def _cells(rule: Rule, above: float) -> list[Box]:
    top, at = rule
    return [(left, above, right, top) for left, right in pairwise(at)]


def _stands_in(cells: Sequence[Box], words: Sequence[Word]) -> bool:
    """Whether no word at the height of these cells crosses an edge, nor a line of text runs on beyond the last."""
    _, above, _, below = cells[0]
    level = [word for word in words if above < word.mid_y < below]
    cut = any(word.crosses(left, _NEAR) for left, *_ in cells for word in level)
    return not cut and not _runs_past(level, cells[-1][2])


def _runs_past(words: Sequence[Word], right: float) -> bool:
    beyond = [word for word in words if word.x1 > right + _NEAR]
    return any(
        abs(word.bottom - inner.bottom) <= _NEAR and word.x0 - inner.x1 < inner.size
        for word in beyond
        for inner in words
        if inner.x0 < right and inner.x1 <= word.x1
    )


def _frame(rules: Sequence[Rule], words: Sequence[Word]) -> Frame:
    """The rows that stand over these rules."""
    at = rules[0][1]
    first = _top_of_first(rules[0], words)
    heights = [first, *(rule[0] for rule in rules)]
    edges = sorted({round(edge): edge for _, ends in rules for edge in ends[:-1]}.values())
    rows: list[Row] = []
    for (above, below), (_, ends) in zip(pairwise(heights), rules, strict=True):
        rows.append(_row(ends, above, below, edges))
    return Frame((at[0], first, at[-1], heights[-1]), tuple(rows))


def _row(ends: Sequence[float], above: float, below: float, edges: Sequence[float]) -> Row:
    boxes = {round(left): (left, above, right, below) for left, right in pairwise(ends)}
    return [boxes.get(round(edge)) for edge in edges]


def _top_of_first(rule: Rule, words: Sequence[Word]) -> float:
    """Where the row over the first rule begins: its lines stand close together, each in its cell."""
    under, at = rule
    above = [word for word in words if word.bottom <= under + _NEAR and word.x1 > at[0] and word.x0 < at[-1]]
    lines = sorted({round(word.bottom): word for word in above}.values(), key=lambda word: -word.bottom)
    size = median(word.size for word in lines) if lines else 0.0
    top = under
    for number, line in enumerate(lines[:_MOST_LINES]):
        begins = min(word.top for word in above if abs(word.bottom - line.bottom) <= _NEAR)
        apart = number and top - line.bottom > _TOGETHER * size
        if apart or not _stands_in(_cells((line.bottom, at), begins), words):
            break
        top = min(top, begins)
    return top - 1
