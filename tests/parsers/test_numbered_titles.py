"""Numbered lines flush with the bullets under them, as pages print them that show no rank."""

from __future__ import annotations

from parsers.models import Block
from parsers.positions import read_positions
from parsers.sections.heading_runs import with_numbered_titles


def _item(text: str, marker: str = "", depth: int = 1) -> Block:
    return Block("item", text, depth=depth, marker=marker)


def test_a_numbered_use_titles_the_bullets_flush_under_it() -> None:
    page = (
        Block("heading", "Spravato (esketamine)", depth=1),
        Block("heading", "Criteria", depth=6),
        _item("The patient is 18 or older; AND"),
        _item("The site is certified in the REMS"),
        _item("Treatment-Resistant Depression †", "1.", depth=2),
        _item("Two antidepressants have failed"),
        _item("Major depressive disorder with acute suicidal ideation †", "2."),
        _item("An oral antidepressant is taken"),
        _item("Renewal criteria (TRD only)", "II."),
        _item("Symptoms have improved"),
    )

    read = {(position.indication, position.phase): str(position.criteria) for position in read_positions(page)}

    assert set(read) == {("trd", "initial"), ("mdsi", "initial"), ("trd", "renewal")}
    assert "failed_ad_count" in read["trd", "initial"]
    assert "failed_ad_count" not in read["mdsi", "initial"]
    assert "oral_ad" in read["mdsi", "initial"]
    assert "oral_ad" not in read["trd", "initial"]
    assert all("age_min" in read[use, "initial"] and "rems" in read[use, "initial"] for use in ("trd", "mdsi"))


def test_a_numbered_criterion_is_no_title() -> None:
    page = (
        _item("The patient is 18 or older", "1."),
        _item("Two antidepressants have failed"),
        _item("Diagnosis of treatment-resistant depression", "2."),
        _item("AND"),
    )

    assert with_numbered_titles(page) == page


def test_bullets_deeper_than_a_numbered_use_need_no_title() -> None:
    page = (_item("Treatment-resistant depression", "1."), _item("Two antidepressants have failed", depth=2))

    assert with_numbered_titles(page) == page
