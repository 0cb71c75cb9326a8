"""Edges that a page break leaves out: a row torn in two often ends without a rule, and goes on without one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

# How near, in points, the ends of rules stand to one another, and the least length of a rule between two columns.
_NEAR, _LEAST = 2.0, 8.0
# The share of a column's width that a rule must reach over to close its cell.
_CLOSES = 0.9
# Where so many columns end together without any rule, the break went through all cells of a row; rules across them
# on the page, so many at least, tell them from the two halves of a layout.
_FEWEST_COLUMNS, _FEWEST_ACROSS = 2, 2


@dataclass(frozen=True, slots=True)
class _Rule:
    """A rule of the page: where it begins and ends along its length, and where it stands across."""

    start: float
    end: float
    at: float


def missing_edges(page: Any) -> list[dict[str, Any]]:
    """The level rules that would close the highest and the lowest cells of a pdfplumber page, as it takes them."""
    upright = [_Rule(edge["top"], edge["bottom"], edge["x0"]) for edge in page.vertical_edges]
    upright = [rule for rule in upright if rule.end - rule.start >= _LEAST]
    level = [_Rule(edge["x0"], edge["x1"], edge["top"]) for edge in page.horizontal_edges]
    if not upright or not level:
        return []
    ends = (min(rule.start for rule in upright), max(rule.end for rule in upright))
    return [_line(*gap, page) for at in ends for gap in _gaps(at, upright, level)]


def _gaps(at: float, upright: Sequence[_Rule], level: Sequence[_Rule]) -> Iterator[tuple[float, float, float]]:
    """Between which two upright rules that end at one height no rule is drawn, beside one that is or in all columns."""
    edges = sorted({round(rule.at) for rule in upright if min(abs(rule.start - at), abs(rule.end - at)) <= _NEAR})
    columns = [(left, right) for left, right in pairwise(edges) if right - left >= _LEAST]
    near = [rule for rule in level if abs(rule.at - at) <= _NEAR]
    closed = [column for column in columns if _is_closed(column, near)]
    if closed or (len(columns) >= _FEWEST_COLUMNS and _rules_across(columns, level) >= _FEWEST_ACROSS):
        yield from ((left, right, at) for left, right in columns if (left, right) not in closed)


def _rules_across(columns: Sequence[tuple[float, float]], level: Sequence[_Rule]) -> int:
    """At how many heights of the page all these columns are closed."""
    heights = {round(rule.at) for rule in level}
    at_height = ([rule for rule in level if abs(rule.at - height) <= _NEAR] for height in sorted(heights))
    return sum(all(_is_closed(column, rules) for column in columns) for rules in at_height)


def _is_closed(column: tuple[float, float], level: Sequence[_Rule]) -> bool:
    left, right = column
    reach = max((min(rule.end, right) - max(rule.start, left) for rule in level), default=0.0)
    return reach >= _CLOSES * (right - left)


def _line(left: float, right: float, at: float, page: Any) -> dict[str, Any]:
    height = float(page.height)
    return {
        "object_type": "line", "x0": left - _NEAR, "x1": right + _NEAR, "top": at, "bottom": at,
        "y0": height - at, "y1": height - at, "width": right - left + 2 * _NEAR, "height": 0,
        "doctop": at, "page_number": page.page_number,
    }  # fmt: skip
