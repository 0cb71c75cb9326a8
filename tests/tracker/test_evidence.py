"""Pictures of the pages that prove a position: every clause marked, whatever the page did to its lines."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from parsers.models import DocumentFacts, Evidence, Leaf, ParsedPolicy, Position
from parsers.policy import parse_policy
from tests.tracker.nights import Watch, policy_page
from tracker.cli import main
from tracker.evidence import RESOLUTION, EvidenceError, ShownClause, clauses_of, show_evidence
from tracker.passages import Word, find_passage

SIZE = 11
Placed = tuple[float, float, str]


def drawn(*pages: Iterable[Placed]) -> bytes:
    """A PDF of texts at places, in points from the left and from the top."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter, invariant=1)
    for page in pages:
        canvas.setFont("Helvetica", SIZE)
        for left, top, text in page:
            canvas.drawString(left, letter[1] - top, text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def policy_of(*clauses: Evidence) -> ParsedPolicy:
    """A policy with one position that these clauses prove."""
    position = Position("esketamine", "intranasal", "trd", "initial", "covered", evidence=clauses)
    return ParsedPolicy("ok", "Readable.", DocumentFacts("0" * 64, "application/pdf", 1, None), positions=(position,))


def shown(tmp_path: Path, body: bytes, *clauses: Evidence) -> list[ShownClause]:
    return show_evidence(body, policy_of(*clauses), tmp_path, "policy")


def marked(picture: Path, left: float, top: float, right: float, bottom: float) -> float:
    """Share of the pixels of a box, in points, that are yellow paper."""
    scale = RESOLUTION / 72
    with Image.open(picture) as image:
        box = image.convert("RGB").crop(tuple(round(length * scale) for length in (left, top, right, bottom)))  # type: ignore[arg-type]
    pixels = [box.getpixel((x, y)) for x in range(box.width) for y in range(box.height)]
    return sum(1 for pixel in pixels if _is_yellow(pixel)) / len(pixels)


def _is_yellow(pixel: object) -> bool:
    return isinstance(pixel, tuple) and pixel[0] - pixel[2] > 40


def is_marked(picture: Path, line: Placed) -> bool:
    """Whether the paper of a line, from its first letters on, is yellow."""
    left, baseline, text = line
    # Even narrow letters take a third of their size.
    share = marked(picture, left + 1, baseline - SIZE * 0.7, left + len(text) * SIZE * 0.3, baseline)
    assert share < 0.02 or share > 0.95
    return share > 0.95


def test_the_words_of_a_clause_are_marked_and_no_others(tmp_path: Path) -> None:
    above = (72, 100, "Esketamine is covered for adults when")
    clause = (72, 120, "two antidepressants have failed at a full dose")
    below = (72, 140, "and a psychiatrist prescribes the spray.")
    (row,) = shown(tmp_path, drawn([above, clause, below]), Evidence(1, clause[2]))
    assert row == ShownClause(1, str(tmp_path / "policy-page-1.png"), True, clause[2], row.boxes)
    picture = tmp_path / "policy-page-1.png"
    assert [is_marked(picture, line) for line in (above, clause, below)] == [False, True, False]


def test_the_place_of_a_mark_is_told_as_shares_of_the_page(tmp_path: Path) -> None:
    clause = (72, 120, "two antidepressants have failed at a full dose")
    ((left, top, right, bottom),) = shown(tmp_path, drawn([clause]), Evidence(1, clause[2]))[0].boxes
    assert left == pytest.approx(72 / letter[0], abs=0.001)
    assert top < 120 / letter[1] < bottom + 0.01
    assert left < right < 1


def test_a_clause_is_marked_on_each_line_it_was_broken_into(tmp_path: Path) -> None:
    bullet, first = (60, 100, "1."), (72, 100, "The member has treatment-resistant depres-")
    second = (84, 114, "sion, and two trials of six weeks brought")
    third = (84, 128, "no improvement.")
    clause = "The member has treatment-resistant depression, and two trials of six weeks brought no improvement."
    (row,) = shown(tmp_path, drawn([bullet, first, second, third]), Evidence(1, clause))
    assert row.marked
    picture = tmp_path / "policy-page-1.png"
    assert is_marked(picture, second)
    assert is_marked(picture, third)
    assert marked(picture, 60, 90, 70, 102) == 0, "the marker is no part of the clause"


def test_a_clause_that_runs_over_the_page_is_marked_on_both(tmp_path: Path) -> None:
    foot = (72, 740, "The dose of a session is at most")
    top = (72, 60, "84 mg of esketamine, given twice a week.")
    clause = Evidence(1, f"{foot[2]} {top[2]}")
    rows = shown(tmp_path, drawn([foot], [top]), clause)
    assert [(row.page, row.marked) for row in rows] == [(1, True), (2, True)]
    assert is_marked(tmp_path / "policy-page-1.png", foot)
    assert is_marked(tmp_path / "policy-page-2.png", top)


def test_the_cells_of_a_row_are_marked_though_their_lines_interleave(tmp_path: Path) -> None:
    left = [(72, 100, "Esketamine nasal"), (72, 114, "spray kit")]
    right = [(250, 100, "Prior authorization"), (250, 114, "and step therapy")]
    other = (72, 150, "Ketamine injection")
    clause = "Esketamine nasal spray kit | Prior authorization and step therapy"
    (row,) = shown(tmp_path, drawn([*left, *right, other]), Evidence(1, clause))
    assert row.marked
    picture = tmp_path / "policy-page-1.png"
    assert [is_marked(picture, cell) for cell in (*left, *right)] == [True] * 4
    assert not is_marked(picture, other)


def test_a_clause_goes_on_in_the_next_column(tmp_path: Path) -> None:
    foot, top = (72, 700, "The spray is given under the"), (330, 100, "eyes of trained staff.")
    (row,) = shown(
        tmp_path, drawn([(72, 100, "Background of the plan"), foot, top]), Evidence(1, f"{foot[2]} {top[2]}")
    )
    assert row.marked
    assert is_marked(tmp_path / "policy-page-1.png", top)


def test_words_that_are_not_on_the_page_leave_the_picture_unmarked(tmp_path: Path) -> None:
    line = (72, 100, "Esketamine is covered.")
    (row,) = shown(tmp_path, drawn([line]), Evidence(1, "Esketamine is never covered."))
    assert row.file
    assert not row.marked
    assert marked(Path(row.file), 0, 0, *letter) == 0


def test_a_page_is_drawn_once_for_all_its_clauses(tmp_path: Path) -> None:
    lines = [(72, 100, "Age is 18 or older."), (72, 120, "A psychiatrist prescribes it.")]
    rows = shown(tmp_path, drawn(lines, [(72, 100, "References")]), *(Evidence(1, line[2]) for line in lines))
    assert {row.file for row in rows} == {str(tmp_path / "policy-page-1.png")}
    assert [path.name for path in tmp_path.iterdir()] == ["policy-page-1.png"]


def test_the_clauses_are_those_of_positions_and_criteria_once_each() -> None:
    proof = Evidence(2, "Covered.")
    leaf = Leaf("age_min", 18, "Adults.", page=1)
    twice = Position("esketamine", "intranasal", "trd", "initial", "covered", criteria=leaf, evidence=(proof,))
    policy = ParsedPolicy("ok", "", DocumentFacts("", "application/pdf", 2, None), positions=(twice, twice))
    assert clauses_of(policy) == [Evidence(1, "Adults."), proof]


def test_every_clause_that_is_read_out_of_a_pdf_is_found_on_its_page(tmp_path: Path) -> None:
    body = drawn(
        [
            (72, 80, "Esketamine (Spravato) policy"),
            (72, 110, "Esketamine is considered medically necessary for treatment-resistant depression when"),
            (72, 124, "all of the following criteria are met:"),
            (90, 144, "1. Age 18 years or older; and"),
            (90, 160, "2. Failure of at least three antidepressants from different classes, each taken for"),
            (104, 174, "eight weeks; and"),
            (90, 190, "3. Prescribed by or in consultation with a psychiatrist."),
        ]
    )
    rows = show_evidence(body, parse_policy(body), tmp_path, "policy")
    assert len(rows) >= 4
    assert [row.text for row in rows if not row.marked] == []


def test_a_damaged_file_is_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(EvidenceError, match="fetch it again"):
        shown(tmp_path, b"%PDF-1.7\nnothing", Evidence(1, "Esketamine is covered."))


def test_the_shorter_way_wins_where_words_repeat() -> None:
    words = [Word(text, x0, top, x0 + 30, top + 10) for text, x0, top in (
        ("weeks", 0, 0), ("six", 100, 0), ("six", 0, 40), ("weeks", 35, 40), ("weeks", 0, 80))]  # fmt: skip
    passage = find_passage(words, "six weeks")
    assert passage
    assert passage.words == (2, 3)


@pytest.fixture
def watch(tmp_path: Path) -> Watch:
    return Watch(tmp_path / "data", tmp_path / "out")


def evidence(watch: Watch, tmp_path: Path, *options: str) -> str:
    words = ["--data", str(watch.data), "show", "meadow-health/esketamine", "--evidence", *options]
    result = CliRunner().invoke(main, [*words, "--out", str(tmp_path / "proof")])
    assert result.exit_code == 0, result.output
    return " ".join(result.output.split())


def test_the_command_writes_the_pictures_and_lists_them(watch: Watch, tmp_path: Path) -> None:
    line = (72, 120, "Esketamine is considered investigational for treatment-resistant depression.")
    rest = [(72, 150 + 14 * n, f"The committee of Meadow Health heard expert {n} on this spray.") for n in range(8)]
    watch.night(drawn([(72, 80, "Esketamine nasal spray"), line, *rest]))
    printed = evidence(watch, tmp_path)
    (picture,) = (tmp_path / "proof").glob("*.png")
    assert is_marked(picture, line)
    assert str(picture) in printed
    assert "considered investigational" in printed


def test_a_web_page_gives_its_clauses_and_no_picture(watch: Watch, tmp_path: Path) -> None:
    watch.night(policy_page())
    printed = evidence(watch, tmp_path)
    assert "there is no picture: text/html has no pages" in printed
    assert "Failure of at least 3 antidepressants in the current episode" in printed
    assert not (tmp_path / "proof").exists()


def test_the_list_is_there_for_programs(watch: Watch, tmp_path: Path) -> None:
    watch.night(policy_page())
    assert '"file": null' in evidence(watch, tmp_path, "--format", "json")
