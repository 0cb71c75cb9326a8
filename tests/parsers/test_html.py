"""Pages to blocks: the policy's own content, its lists and tables."""

from __future__ import annotations

import pytest

from parsers.html import read_html
from parsers.models import Block
from parsers.text import fingerprint


def _blocks(inside: str) -> tuple[Block, ...]:
    return read_html(f"<html><body>{inside}</body></html>".encode()).blocks


def _texts(inside: str) -> list[str]:
    return [block.text for block in _blocks(inside)]


POLICY = "<h1>Nasal policy</h1><p>The drug is covered for adults with a score of 20 or more.</p>"


@pytest.mark.parametrize(
    "noise",
    [
        "<nav><ul><li>Members</li></ul></nav>",
        "<header>Plan of Nowhere</header>",
        "<footer><p>© 2031 Plan of Nowhere</p></footer>",
        "<script>var a = 'score 99';</script>",
        "<div id='onetrust-banner'>We use cookies.</div>",
        "<div role='dialog'>Accept all cookies?</div>",
        "<div class='alert covid-banner'>Clinics are closed on Friday.</div>",
        "<div role='status'>Long hold times this week.</div>",
        "<div style='display:none'>License for use</div>",
        "<span aria-hidden='true'>icon</span>",
        "<a class='skip' href='#main'>Skip to main content</a>",
        "<div class='breadcrumb'>Home / Providers / Policies</div>",
        "<div>Home &gt; Providers &gt; Policies</div>",
        "<ul class='menu'><li>Drugs</li><li>Forms</li></ul>",
        "<div><a href='/a'>Shop plans</a> <a href='/b'>Log in</a> <a href='/c'>Claims</a></div>",
        "<p><a href='#'>Printer Friendly Version</a></p>",
        "<aside><h2>More news</h2><p>Triptans have a new limit.</p></aside>",
    ],
)
def test_surroundings_are_no_content(noise: str) -> None:
    assert fingerprint(_blocks(noise + POLICY)) == fingerprint(_blocks(POLICY))


def test_main_is_taken_where_there_is_one() -> None:
    assert _texts(f"<div><p>Storm notice</p></div><main>{POLICY}</main>") == _texts(POLICY)


def test_dates_in_a_side_box_are_content() -> None:
    assert "Next Review: 05/25/2033" in _texts(POLICY + "<aside><b>History</b><br>Next Review: 05/25/2033</aside>")


def test_a_notice_that_the_page_is_superseded_is_content() -> None:
    banner = "<div class='alert'><p>This version has been replaced by a later one.</p></div>"
    assert "This version has been replaced by a later one." in _texts(f"{banner}<main>{POLICY}</main>")


def test_struck_text_is_no_longer_policy() -> None:
    assert _texts("<p>Approve <del>180 months</del><ins>180 days</ins>.</p><p><s>Gone.</s></p>") == [
        "Approve 180 days."
    ]


PANEL = "<p>Adults are covered when two other medicines have failed.</p>"


@pytest.mark.parametrize(
    "panel",
    [
        "<details><summary>Criteria</summary>{}</details>",
        "<h3><button aria-expanded='false' aria-controls='p1'>Criteria</button></h3><div id='p1' hidden>{}</div>",
        "<button aria-controls='p1'>Criteria</button><div id='p1' style='display: none; color: red'>{}</div>",
        (
            "<div role='tablist'><button role='tab' id='t1' aria-controls='p1'>Criteria</button></div>"
            "<div role='tabpanel' id='p1' aria-labelledby='t1' aria-hidden='true'>{}</div>"
        ),
        "<h4><a data-toggle='collapse' href='#p1'>Criteria</a></h4><div id='p1' class='collapse' hidden>{}</div>",
    ],
)
def test_closed_panels_are_content_under_their_title(panel: str) -> None:
    last = _blocks("<h1>Nasal policy</h1>" + panel.format(PANEL))[-1]
    assert (last.path, last.text) == (("Nasal policy", "Criteria"), PANEL[3:-4])


def test_br_ends_a_block() -> None:
    assert _texts("<p>ITS: home plan.<br>FEP: see the brochure.</p>") == ["ITS: home plan.", "FEP: see the brochure."]


def test_nested_lists_keep_markers_and_depth() -> None:
    blocks = _blocks("<ol type='A'><li>One of:<ol type='i'><li>first</li><li>second</li></ol></li><li>Adult</li></ol>")
    assert [(block.depth, block.marker, block.text) for block in blocks] == [
        (1, "A.", "One of:"),
        (2, "i.", "first"),
        (2, "ii.", "second"),
        (1, "B.", "Adult"),
    ]


def test_list_starts_where_the_page_says() -> None:
    assert [block.marker for block in _blocks("<ol start='4'><li>x</li><li value='9'>y</li></ol>")] == ["4.", "9."]


def test_paragraphs_with_markers_are_items() -> None:
    blocks = _blocks("<p>A. One of these:</p><p>1. Adult; or</p><p>2. Senior; and</p><p>B. Diagnosed</p>")
    assert [(block.kind, block.depth, block.marker) for block in blocks] == [
        ("item", 1, "A."), ("item", 2, "1."), ("item", 2, "2."), ("item", 1, "B."),
    ]  # fmt: skip


def test_headings_give_the_path() -> None:
    last = _blocks("<h1>Policy</h1><h2>Criteria</h2><p><b>Initial approval</b></p><p>Adults only.</p>")[-1]
    assert last.path == ("Policy", "Criteria", "Initial approval")


@pytest.mark.parametrize(
    "title",
    [
        "<div class='h2'>Criteria</div>",
        "<div class='head-2'><span>Criteria</span></div>",
        "<div class='section-title'>Criteria</div>",
        "<div role='heading' aria-level='2'>Criteria</div>",
        "<p><span style='font-weight: 700'>Criteria</span></p>",
        "<p style='font-weight:bold'>Criteria</p>",
    ],
)
def test_titles_by_their_class_or_style(title: str) -> None:
    assert _blocks(f"<h1>Policy</h1>{title}<p>Adults only.</p>")[-1].path == ("Policy", "Criteria")


def test_numbered_items_that_only_title_paragraphs_are_headings() -> None:
    item = "<li><p><b>Not covered</b></p><p>Bipolar depression.</p></li>"
    blocks = _blocks(f"<ol type='I'>{item}</ol><ol><li><b>Adult</b></li></ol>")
    assert [(block.kind, block.marker) for block in blocks] == [("heading", "I."), ("paragraph", ""), ("item", "1.")]


@pytest.mark.parametrize(
    "inside",
    [
        "<p>• One of:</p><p style='margin-left:40px'>• first</p><p style='margin-left:40px'>• second</p><p>• Adult</p>",
        (
            "<p class=MsoListParagraph style='margin-left:.5in;text-indent:-.25in;mso-list:l0 level1 lfo1'>"
            "<![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span><![endif]>One of:</p>"
            "<p style='mso-list:l0 level2 lfo1'><span>o<span>&nbsp;</span></span>first</p>"
            "<p style='mso-list:l0 level2 lfo1'><span>o<span>&nbsp;</span></span>second</p>"
            "<p style='mso-list:l0 level1 lfo1'><span>·<span>&nbsp;</span></span>Adult</p>"
        ),
    ],
)
def test_bulleted_paragraphs_nest_by_their_margin(inside: str) -> None:
    assert [(block.kind, block.depth, block.text) for block in _blocks(inside)] == [
        ("item", 1, "One of:"), ("item", 2, "first"), ("item", 2, "second"), ("item", 1, "Adult"),
    ]  # fmt: skip


def test_a_page_without_its_end_is_noted() -> None:
    whole = "<html><body><div><p>Adults only.</p></div></body></html>"
    assert not read_html(whole.encode()).notes
    assert not read_html(b"<html><body><p>Adults only.").notes
    assert "ends in the middle" in read_html(whole[:30].encode()).notes[0]


def test_a_bold_rule_is_no_heading() -> None:
    assert _blocks("<p><b>All of the following must be met.</b></p>")[0].kind == "paragraph"


def test_definition_lists() -> None:
    assert [block.kind for block in _blocks("<dl><dt>Effective</dt><dd>1/1/2031</dd></dl>")] == ["term", "definition"]


def test_table_rows_carry_their_header() -> None:
    row = _blocks("<table><tr><th>Drug</th><th>PA</th></tr><tr><td>esketamine</td><td>yes</td></tr></table>")[0]
    assert (row.text, row.cells, row.header) == ("esketamine | yes", ("esketamine", "yes"), ("Drug", "PA"))


@pytest.mark.parametrize(
    "first",
    [
        "<th>Policy:</th><th>MP-7</th>",
        "<th>Policy: MP-7</th><th>Effective: 1/1/2031</th>",
        "<th>J3490</th><th>drug</th>",
    ],
)
def test_a_first_row_that_holds_values_titles_nothing(first: str) -> None:
    rows = [block for block in _blocks(f"<table><tr>{first}</tr><tr><td>a</td><td>b</td></tr></table>") if block.cells]
    assert len(rows) == 2
    assert not any(row.header for row in rows)


def test_titles_without_rows_are_content() -> None:
    assert [block.text for block in _blocks("<table><tr><th>G2082</th><th>S0013</th></tr></table>")] == [
        "G2082 | S0013"
    ]
    assert [block.text for block in _blocks("<table><tr><th>Drug</th><th>PA</th></tr></table>")] == ["Drug | PA"]


def test_a_title_in_one_cell_groups_its_table() -> None:
    table = "<table><tr><th>Spravato</th><th></th></tr><tr><td>Ages</td><td>18 and up</td></tr></table>"
    assert [(block.text, block.path) for block in _blocks(table)] == [
        ("Spravato", ()), ("Ages | 18 and up", ("Spravato",)),
    ]  # fmt: skip


def test_merged_cells_are_filled() -> None:
    rows = _blocks(
        "<table><tr><th>Use</th><th>Phase</th></tr>"
        "<tr><td rowspan=2>TRD</td><td>first</td></tr><tr><td>later</td></tr></table>"
    )
    assert [row.cells for row in rows] == [("TRD", "first"), ("TRD", "later")]


def test_a_spanning_row_groups_the_rows_after_it() -> None:
    rows = _blocks(
        "<table><tr><td colspan=2><b>Not covered:</b></td></tr><tr><td>G2082</td><td>visit</td></tr></table>"
    )
    assert rows[1].path == ("Not covered:",)


def test_repeated_headers_are_dropped() -> None:
    header = "<tr><th>Drug</th><th>PA</th></tr>"
    assert (
        len(_blocks(f"<table>{header}<tr><td>a</td><td>b</td></tr>{header}<tr><td>c</td><td>d</td></tr></table>")) == 2
    )


def test_a_list_in_a_cell_stays_a_list() -> None:
    blocks = _blocks("<table><tr><td>Nasal</td><td><ul><li>Adult</li><li>Diagnosed</li></ul></td></tr></table>")
    assert [(block.kind, block.text) for block in blocks] == [
        ("heading", "Nasal"),
        ("item", "Adult"),
        ("item", "Diagnosed"),
    ]


def test_a_list_in_a_cell_keeps_its_nesting_and_its_columns_title() -> None:
    blocks = _blocks(
        "<table><tr><th>Drug</th><th>Necessity</th><th>Length</th></tr><tr><td>Nasal</td><td><p>Covered when:</p><ul>"
        "<li>one of:<ul><li>first</li><li>second</li></ul></li></ul><p>One dose.</p></td><td>6 months</td></tr></table>"
    )
    assert [(block.kind, block.depth, block.text) for block in blocks] == [
        ("heading", 6, "Nasal | Necessity"),
        ("paragraph", 0, "Covered when:"),
        ("item", 1, "one of:"),
        ("item", 2, "first"),
        ("item", 2, "second"),
        ("paragraph", 0, "One dose."),
        ("paragraph", 0, "Length: 6 months"),
    ]


def test_footnote_digits_do_not_join_numbers() -> None:
    assert _texts("<p>for 6<sup>1</sup> weeks with Spravato<sup>&reg;</sup></p>") == ["for 6¹ weeks with Spravato"]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_encodings(encoding: str) -> None:
    body = "<html><body><p>The plan’s rule – score 20</p></body></html>".encode(encoding)
    assert read_html(body).blocks[0].text == "The plan's rule – score 20"


def test_a_wrong_charset_is_survived() -> None:
    body = "<meta charset='utf-8'><p>Plan’s rule</p>".encode("cp1252")
    assert read_html(body).blocks[0].text == "Plan's rule"


def test_markup_nested_without_end_is_read() -> None:
    assert read_html(b"<div>" * 3000 + b"Adults only") is not None


def test_a_list_aligned_by_a_table_is_a_list() -> None:
    rows = (
        "<tr><td colspan=3>WHAT IS COVERED</td></tr><tr><td>1</td><td colspan=2>Spray, if every line holds:</td></tr>"
        "<tr><td></td><td>a.</td><td>Age 18 or more</td></tr><tr><td></td><td>b.</td><td>Two drugs failed</td></tr>"
        "<tr><td></td><td></td><td>Approved for 28 days</td></tr><tr><td>2</td><td colspan=2>Infusion: never</td></tr>"
    )
    assert [(block.kind, block.depth, block.marker, block.text) for block in _blocks(f"<table>{rows}</table>")] == [
        ("heading", 6, "", "WHAT IS COVERED"), ("item", 1, "1.", "Spray, if every line holds:"),
        ("item", 2, "a.", "Age 18 or more"), ("item", 2, "b.", "Two drugs failed"),
        ("paragraph", 0, "", "Approved for 28 days"), ("item", 1, "2.", "Infusion: never"),
    ]  # fmt: skip


def test_numbered_rows_that_say_more_stay_rows() -> None:
    rows = "".join(f"<tr><td>{number}.</td><td>Is it?</td><td>Yes or no</td></tr>" for number in (1, 2, 3))
    assert {block.kind for block in _blocks(f"<table>{rows}</table>")} == {"row"}


def test_a_list_stands_under_the_typed_item_that_leads_it_in() -> None:
    inside = (
        "<p>1. Adults only.</p><p>2. Covered if:</p><ol type=A><li>diagnosed</li><li>seen</li></ol><p>3. Renewal:</p>"
    )
    assert [(block.marker, block.depth) for block in _blocks(f"{inside}<ul><li>better</li></ul>")] == [
        ("1.", 1), ("2.", 1), ("A.", 2), ("B.", 2), ("3.", 1), ("", 2),
    ]  # fmt: skip


def test_terms_over_lists_are_headings() -> None:
    inside = (
        "<dl><dt>First course:</dt><dd>If:</dd><dd>1º Adult.</dd><dd>2º Seen.</dd><dt>Else</dt><dd>Never.</dd></dl>"
    )
    assert [(block.kind, block.marker, block.text) for block in _blocks(inside)] == [
        ("heading", "", "First course"), ("paragraph", "", "If:"), ("item", "1º", "Adult."), ("item", "2º", "Seen."),
        ("heading", "", "Else"), ("paragraph", "", "Never."),
    ]  # fmt: skip
