"""Charts as SVG that a strict page admits."""

from __future__ import annotations

import pytest
from lxml import etree

from tracker.board.charts import LAYERS, lag_chart, share_chart
from tracker.board.columns import COLUMNS
from tracker.board.label import LagRow
from tracker.board.trends import Share, Trend, lag_curve
from tracker.board.words import WORDS

SHARES = (
    Share("2026-01-01", (("covered", 1), ("excluded", 3))),
    Share("2026-02-01", (("covered", 2), ("excluded", 2))),
)


def drawn(name: str) -> str:
    if name == "share":
        return share_chart(Trend(COLUMNS[0], SHARES))
    curve = lag_curve([LagRow("a", 10.0), LagRow("b", 30.0), LagRow("c", None)])
    assert curve is not None
    return lag_chart(curve)


@pytest.mark.parametrize("name", ["share", "lag"])
def test_nothing_in_a_chart_runs_styles_or_loads(name: str) -> None:
    root = etree.fromstring(drawn(name))
    elements = list(root.iter(etree.Element))
    assert {etree.QName(one).localname for one in elements} <= {"svg", "g", "rect", "path", "text", "circle"}
    attributes = {key for one in elements for key in one.attrib}
    assert not {key for key in attributes if key == "style" or key.startswith("on") or "href" in key}


@pytest.mark.parametrize("name", ["share", "lag"])
def test_a_chart_says_in_words_what_it_shows(name: str) -> None:
    root = etree.fromstring(drawn(name))
    assert root.get("role") == "img"
    assert "share of payers" in str(root.get("aria-label")).lower()


def test_the_same_numbers_give_the_same_bytes() -> None:
    assert drawn("share") == drawn("share")


def test_each_answer_is_drawn_in_one_layer() -> None:
    drawn_marks = [mark for _, marks in LAYERS for mark in marks]
    assert sorted(drawn_marks) == sorted(set(WORDS.marks) - {"not_stated", "unreadable", "never_read"})
