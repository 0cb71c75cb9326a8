"""What a PDF says by type alone: titles in a face of their own, words struck through, numbers that end a line."""

from __future__ import annotations

from reportlab.pdfbase.pdfmetrics import stringWidth

from parsers.pdf import read_pdf
from tests.parsers.pdf_pages import Element, Stroke, Text, draw

SENTENCES = (
    "The plan pays for the nasal spray for adults in whom two medicines failed.",
    "A member who improved may go on with the spray for another year at most.",
    "A request is answered on the day after it was received, by letter or by fax.",
)


def _read(page: list[Element]) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in read_pdf(draw(page)).blocks]


def _sections(*titles: Text) -> list[Element]:
    page: list[Element] = []
    for number, (title, sentence) in enumerate(zip(titles, SENTENCES, strict=True)):
        page += [title, Text(60, title.y + 20, sentence, 12, serif=True)]
        page += [Text(60, title.y + 34, f"Said again in {number + 3} words.", 12, serif=True)]
    return page


def test_a_line_in_a_face_that_only_titles_are_set_in_is_a_heading_however_small() -> None:
    page = _sections(Text(66, 200, "First approval"), Text(66, 280, "Later approvals"), Text(66, 360, "How to ask"))
    headings = [text for kind, text in _read(page) if kind == "heading"]
    assert headings == ["First approval", "Later approvals", "How to ask"]


def test_a_face_that_sentences_are_set_in_titles_nothing() -> None:
    page = _sections(Text(66, 200, "First approval"), Text(66, 280, "Notes are sent."), Text(66, 360, "How to ask"))
    assert not [text for kind, text in _read(page) if kind == "heading"]


def test_titles_in_a_face_of_their_own_stand_over_larger_ones_that_come_after_them() -> None:
    page = [
        Text(60, 160, "Policy of the spray", 22, serif=True),
        *_sections(Text(66, 200, "Rationale"), Text(66, 280, "Grounds of denial"), Text(66, 400, "How to ask")),
        Text(60, 370, "Depression", 16, serif=True),
    ]
    depths = {block.text: block.depth for block in read_pdf(draw(page)).blocks if block.kind == "heading"}
    assert depths["Policy of the spray"] < depths["Rationale"] == depths["How to ask"] < depths["Depression"]


def test_words_that_a_line_strikes_through_are_gone_and_underlined_ones_stay() -> None:
    struck, kept = "Watched for two hours", "Adults of eighteen years"
    page: list[Element] = [
        Text(60, 200, struck, 12), Stroke(60, 197, stringWidth(struck, "Helvetica", 12)),
        Text(60, 240, kept, 12), Stroke(60, 242, stringWidth(kept, "Helvetica", 12)),
        Text(60, 280, SENTENCES[0], 12),
    ]  # fmt: skip
    assert [text for _, text in _read(page)] == [kept, SENTENCES[0]]


def test_a_rule_that_goes_on_past_the_words_strikes_none() -> None:
    page: list[Element] = [Text(60, 200, "Watched for two hours", 12), Stroke(60, 197, 400)]
    assert [text for _, text in _read(page)] == ["Watched for two hours"]


def test_a_number_that_the_line_above_asks_for_opens_no_item() -> None:
    page: list[Element] = [
        Text(60, 200, "7."), Text(74, 200, "Given twice a week for four weeks, then weekly for weeks 5 through"),
        Text(74, 212, "8. No session exceeds the dose of the label."),
        Text(60, 224, "8."), Text(74, 224, "Given in a clinic"),
    ]  # fmt: skip
    assert [(block.marker, block.text[:12]) for block in read_pdf(draw(page)).blocks] == [
        ("7.", "Given twice "), ("8.", "Given in a c"),
    ]  # fmt: skip


def test_a_number_that_closes_a_bracket_opens_no_item() -> None:
    page: list[Element] = [
        *(Text(60, 200 + 14 * place, sentence, 12) for place, sentence in enumerate(SENTENCES)),
        Text(60, 300, "The spray is given twice a week at first and then less often (weekly in weeks 5 to", 12),
        Text(60, 314, "8) and after that as the prescriber sees fit for the member.", 12),
    ]
    assert [block.kind for block in read_pdf(draw(page)).blocks if "twice" in block.text] == ["paragraph"]
    assert not any(block.marker for block in read_pdf(draw(page)).blocks)
