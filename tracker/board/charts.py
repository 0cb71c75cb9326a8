"""Charts as pictures in the page: drawn by pygal, with nothing in them that a strict page refuses.

pygal's own style sheet and scripts are taken out: board.css styles its classes. Every chart has its numbers in a table.
"""

from __future__ import annotations

import sys
from typing import Any

import pygal
from lxml import etree
from markupsafe import Markup
from pygal.style import Style

from tracker.board.trends import LagCurve, Trend
from tracker.board.words import WORDS

# pygal leaves a finder for plug-ins behind that Python's imports have outgrown: each later one would warn of it.
sys.meta_path[:] = [finder for finder in sys.meta_path if not isinstance(finder, pygal.PluginImportFixer)]

WIDTH, HEIGHT = 760, 280
# What is drawn as one layer, from the bottom: shades that stay apart without colour too.
LAYERS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Covered", ("covered",)),
    ("Case by case, or varies", ("case_by_case", "varies")),
    ("Unclear", ("unknown",)),
    ("Denied", ("not_medically_necessary", "investigational", "excluded")),
)
_PERCENT = (0, 25, 50, 75, 100)
_DROPPED = {"defs", "script", "style", "title", "desc"}
_EMPTY_LAYERS = ("tooltip-overlay", "text-overlay", "titles")
# pygal makes room for text of this size; board.css sets it smaller, or as large where the whole chart is small.
_STYLE = Style(label_font_size=20, major_label_font_size=20, title_font_size=20)
WEEKS_APART = 10


def share_chart(trend: Trend) -> Markup:
    """The shares of answers over time, stacked to a hundred percent."""
    chart = pygal.StackedBar(range=(0, 100), **_options())
    chart.x_labels = _labels([share.day for share in trend.shares])
    chart.x_labels_major = _major(chart.x_labels)
    chart.y_labels = [{"value": value, "label": f"{value}%"} for value in _PERCENT]
    for name, marks in LAYERS:
        chart.add(name, [share.percent(*marks) for share in trend.shares])
    return _inline(chart, f"Share of payers by answer, {trend.column.group} {trend.column.where}")


def lag_chart(curve: LagCurve) -> Markup:
    """The share of payers that have followed the label, by weeks, beside the published median."""
    chart = pygal.XY(range=(0, 100), show_dots=False, include_x_axis=True, **_options())
    chart.y_labels = [{"value": value, "label": f"{value}%"} for value in _PERCENT]
    chart.x_labels = list(range(0, int(max(curve.published_weeks, *_weeks(curve))) + WEEKS_APART, WEEKS_APART))
    chart.show_minor_x_labels = True
    chart.add("Followed", _steps(curve))
    chart.add("Published median", [(curve.published_weeks, 0), (curve.published_weeks, 100)])
    return _inline(chart, "Share of payers that followed the label of January 2025, by weeks since then")


def _options() -> dict[str, Any]:
    return {
        "no_prefix": True, "js": [], "width": WIDTH, "height": HEIGHT, "margin": 8, "show_legend": False,
        "print_values": False, "style": _STYLE, "show_minor_x_labels": False, "truncate_label": -1,
    }  # fmt: skip


def _labels(days: list[str]) -> list[str]:
    """A year where a year begins, else the month."""
    return [day[:4] if day[5:] == "01-01" else day[:7] for day in days]


def _major(labels: list[str]) -> list[str]:
    """The labels that are printed, few enough for a phone: the years, or some of the months before there are two."""
    years = [label for label in labels if len(label) == len("2026")]
    return years if len(years) > 1 else labels[:: -(-len(labels) // 4)]


def _weeks(curve: LagCurve) -> list[float]:
    return [0.0, *(point.weeks for point in curve.points)]


def _steps(curve: LagCurve) -> list[tuple[float, float]]:
    """The curve goes up where somebody follows and is level in between."""
    line: list[tuple[float, float]] = [(0, 0)]
    for point in curve.points:
        line += [(point.weeks, line[-1][1]), (point.weeks, point.percent)]
    return line


def _inline(chart: Any, title: str) -> Markup:
    """The chart's SVG as it may stand in a page: shapes and labels with classes, no style, script or comment."""
    root = chart.render_tree()
    etree.strip_tags(root, etree.Comment)
    for element in list(root.iter(etree.Element)):
        element.attrib.pop("style", None)
        if element.tag in _DROPPED or (element.get("class") or "").endswith(_EMPTY_LAYERS):
            element.getparent().remove(element)
    root.attrib.pop("id", None)
    root.set("role", "img")
    root.set("aria-label", title)
    etree.cleanup_namespaces(root)
    return Markup(etree.tostring(root, encoding="unicode"))  # noqa: S704 - drawn by pygal, its texts escaped by lxml


def marks_in_words(counts: tuple[tuple[str, int], ...]) -> str:
    """Answers with their numbers: "Covered 5, Investigational 2"."""
    return ", ".join(f"{WORDS.marks[mark]} {count}" for mark, count in counts)
