"""One block model for every dress: boxes and panels with titles, lists that the markup leaves flat, running lines."""

from __future__ import annotations

import pytest

from parsers.html import read_html
from parsers.models import Block


def read(inside: str) -> tuple[Block, ...]:
    return read_html(f"<html><body>{inside}</body></html>".encode()).blocks


@pytest.mark.parametrize(
    "card",
    [
        "<div class='card'><div class='card-header'>{}</div><div>{}</div></div>",
        "<fieldset><legend>{}</legend>{}</fieldset>",
        "<dl><dt>{}</dt><dd>{}</dd></dl>",
        "<table><tr><th>{}</th></tr><tr><td>{}</td></tr></table>",
        "<table><tr><td><b>{}</b></td></tr></table>{}",
        "<p class='sectionHeading'>{}</p>{}",
    ],
)
def test_a_box_is_headed_by_its_title(card: str) -> None:
    blocks = read(card.format("Renewal", "<p>The score improved.</p><p>The rating is repeated.</p>"))
    assert [(block.kind, block.path) for block in blocks] == [
        ("heading", ()), ("paragraph", ("Renewal",)), ("paragraph", ("Renewal",)),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "panel",
    [
        "<details><summary>{}</summary>{}</details>",
        "<div><h3><button aria-controls='p{}'>{}</button></h3><div id='p{}' hidden>{}</div></div>",
        "<div><div class='panel-title'>{}</div>{}</div>",
        "<table><tr><td><strong>{}</strong></td><td>{}</td></tr></table>",
    ],
)
def test_headings_in_a_panel_stand_below_its_title(panel: str) -> None:
    inside = "<h3>Adults</h3><p>The score improved, and the prescriber says by how much.</p>"
    places = panel.count("{}") == 4
    shown = [panel.format(*((n, title, n, inside) if places else (title, inside)))
             for n, title in enumerate(("First course", "Renewal"))]  # fmt: skip
    headings = {block.text: block.path for block in read("".join(shown)) if block.kind == "heading"}
    assert headings == {"First course": (), "Renewal": (), "Adults": ("Renewal",)}


@pytest.mark.parametrize(
    "dress",
    [
        (
            "<div role='list'><div role='listitem'>Two of:"
            "<div role='list'><div role='listitem'>A score</div></div></div></div>"
        ),
        "<ul><li>Two of:</li><li style='margin-left:30px'>A score</li></ul>",
        "<ul class='lst-kix_a-0'><li>Two of:</li></ul><ul class='lst-kix_a-1'><li>A score</li></ul>",
        "<ul><li>Two of:</li><li class='ql-indent-1'>A score</li></ul>",
        "<p>• Two of:</p><p>&nbsp;&nbsp;&nbsp;&nbsp;• A score</p>",
        "<div style='margin-left:40px'>Two of:</div><div style='margin-left:80px'>A score</div>",
    ],
)
def test_lists_that_are_flat_in_the_markup_nest(dress: str) -> None:
    items = [block for block in read(f"<p>The spray is covered for:</p>{dress}") if block.kind == "item"]
    assert [(item.text, item.depth) for item in items] == [("Two of:", 1), ("A score", 2)]


def test_running_lines_of_a_printed_page_part_no_list() -> None:
    line = "<p>Nasal policy | Page {} of 3</p>"
    blocks = read(
        f"<p>2. All of these:</p>{line.format(1)}<ul><li>A score</li></ul>{line.format(2)}<p>3. A setting</p>"
    )
    assert [(block.text, block.depth) for block in blocks] == [("All of these:", 1), ("A score", 2), ("A setting", 1)]


def test_numbering_goes_on_after_a_list_between() -> None:
    lines = ("I. First review", "Covered when:", "1. a score", "2. a site", "II. Renewal review", "III. Other uses")
    blocks = read("".join(f"<p>{line}</p>" for line in lines))
    assert [block.depth for block in blocks if block.marker in ("I.", "II.", "III.")] == [1, 1, 1]


def test_a_numbered_line_in_capitals_over_text_is_a_heading() -> None:
    blocks = read("<p>1. COVERED USES</p><p>Depression.</p><p>2. OTHER USES</p><p>Pain.</p>")
    assert [block.kind for block in blocks] == ["heading", "paragraph", "heading", "paragraph"]


def test_an_empty_column_is_none() -> None:
    (row,) = (block for block in read("<table><tr><td>Code</td><td></td><td>J0013</td></tr></table>"))
    assert row.cells == ("Code", "J0013")
