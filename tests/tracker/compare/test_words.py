from __future__ import annotations

from db.changes import WordRun
from parsers.models import Block
from tracker.compare.words import diff_sections, diff_words


def paragraph(text: str, heading: str = "Criteria") -> Block:
    return Block("paragraph", text, path=("Policy", heading))


def test_a_number_is_replaced_whole() -> None:
    runs = diff_words(["Aged 18 or older."], ["Aged 12 or older."])
    assert runs == (
        WordRun("keep", "Aged"),
        WordRun("delete", "18"),
        WordRun("insert", "12"),
        WordRun("keep", "or older."),
    )


def test_equal_sections_are_left_out_and_the_others_keep_their_heading() -> None:
    old = (paragraph("Stays."), paragraph("Three trials.", "Trials"))
    new = (paragraph("Stays."), paragraph("Two trials.", "Trials"))
    (section,) = diff_sections(old, new)
    assert section.heading == "Trials"


def test_a_section_that_is_gone_is_shown_deleted() -> None:
    (section,) = diff_sections((paragraph("All of it."),), ())
    assert [run.op for run in section.runs] == ["delete"]


def test_long_kept_passages_are_cut_to_the_words_next_to_the_difference() -> None:
    kept = " ".join(f"word{n}" for n in range(500))
    runs = diff_words([f"{kept} three"], [f"{kept} two"])
    assert runs[0].text.startswith("…")
    assert runs[0].text.endswith("word499")
    assert len(runs[0].text.split()) < 20


def test_text_of_both_sides_can_be_told_from_the_runs() -> None:
    old, new = ["One two three.", "Four five."], ["One three.", "Four five six."]
    runs = diff_words(old, new)
    assert " ".join(run.text for run in runs if run.op != "insert") == " ".join(old)
    assert " ".join(run.text for run in runs if run.op != "delete") == " ".join(new)


def test_a_row_among_thousands_is_shown_alone() -> None:
    old = [f"Drug {n} needs prior authorization." for n in range(5000)]
    new = [*old[:2500], "Drug 2500 needs step therapy.", *old[2501:]]
    changed = [run for run in diff_words(old, new) if run.op != "keep"]
    assert changed == [WordRun("delete", "prior authorization."), WordRun("insert", "step therapy.")]


def test_a_passage_that_repeats_itself_without_end_is_replaced_whole() -> None:
    old, new = ["a " * 900 + "b"], ["c " + "a " * 901]
    assert [run.op for run in diff_words(old, new)] == ["delete", "insert"]
