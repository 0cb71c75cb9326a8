"""List markers in every dress, and the depth that they mean."""

from __future__ import annotations

import pytest

from parsers.lists.markers import ordinal, read_marker, says_number_again, style_of
from parsers.lists.nesting import Nesting


@pytest.mark.parametrize(
    ("line", "marker", "rest"),
    [
        ("1. Adults", "1.", "Adults"),
        ("a) Adults", "a)", "Adults"),
        ("(iv) Adults", "(iv)", "Adults"),
        ("2.1.3 Adults", "2.1.3", "Adults"),
        ("(a)Adults", "(a)", "Adults"),
        ("1.Adults", "1.", "Adults"),
        ("1. 18 years of age", "1.", "18 years of age"),
        ("a) Weeks 1 to 4", "a)", "Weeks 1 to 4"),
        ("(A)ONE of these", "(A)", "ONE of these"),
        ("1 - Adults", "1 -", "Adults"),
        ("1.2 – Adults", "1.2 –", "Adults"),
        ("• Adults", "", "Adults"),
        ("o Adults", "", "Adults"),
        ("- Adults", "", "Adults"),
        ("☐ Adults", "", "Adults"),
        ("[ ] Adults", "", "Adults"),
    ],
)
def test_markers(line: str, marker: str, rest: str) -> None:
    marked = read_marker(line)
    assert marked is not None
    assert (marked.marker, marked.rest) == (marker, rest)


@pytest.mark.parametrize(
    "line",
    [
        "Adults",
        "2. mg daily",
        "2. weeks apart",
        "1. 5 mg daily",
        "18 years",
        "4 - 6 weeks",
        "18 -year",
        "I have",
        "3.9 points were lost",
        "-and-",
        "A course",
    ],
)
def test_plain_lines(line: str) -> None:
    assert read_marker(line) is None


@pytest.mark.parametrize(("marker", "place"), [("3.", 3), ("c)", 3), ("(iii)", 3), ("iv.", 4), ("IX.", 9), ("2.4", 4)])
def test_ordinal(marker: str, place: int) -> None:
    assert ordinal(marker, style_of(marker)) == place


def _depths(*lines: str, indents: tuple[float, ...] = ()) -> list[int]:
    nesting = Nesting()
    marked = [read_marker(line) for line in lines]
    places = indents or (None,) * len(lines)
    return [nesting.place(one, indent) for one, indent in zip(marked, places, strict=True) if one]


def test_a_new_style_goes_deeper_and_an_open_one_goes_back() -> None:
    assert _depths("A. x", "1. x", "a. x", "b. x", "2. x", "B. x") == [1, 2, 3, 3, 2, 1]


def test_h_then_i_is_the_alphabet() -> None:
    assert _depths("1. x", *(f"{letter}. x" for letter in "abcdefghij"))[-2:] == [2, 2]


def test_i_after_a_letter_list_opens_romans() -> None:
    assert _depths("a. x", "i. x", "ii. x", "b. x") == [1, 2, 2, 1]


def test_another_bullet_goes_deeper_and_an_open_one_goes_back() -> None:
    assert _depths("• x", "o x", "o x", "§ x", "o x", "• x") == [1, 2, 2, 3, 2, 1]


def test_ticked_and_empty_boxes_are_one_list() -> None:
    assert _depths("☐ x", "☒ x", "□ x", "[x] x") == [1, 1, 1, 1]


def test_indentation_decides_among_bullets() -> None:
    assert _depths("• x", "• x", "• x", "• x", indents=(65, 85, 85, 65)) == [1, 2, 2, 1]


def test_right_aligned_romans_are_one_list() -> None:
    assert _depths("i. x", "ii. x", "iii. x", indents=(115, 112, 109)) == [1, 1, 1]


@pytest.mark.parametrize(
    ("lines", "depths"),
    [
        (("I. x:", "a) y:", "(1) z", "(2) z", "b) y", "II. x"), (1, 2, 3, 3, 2, 1)),
        (("1. x:", "A) y", "B) y:", "1) z", "2) z", "C) y", "2. x"), (1, 2, 2, 3, 3, 2, 1)),
        (("1. x:", "a. y:", "1. z", "2. z", "b. y", "2. x"), (1, 2, 3, 3, 2, 1)),
        (("1.1 X:", "1.1.1 Y", "1.1.2 Y", "1.2 X"), (1, 2, 2, 1)),
        (("• x:", "o y:", "▪ z", "▪ z", "o y", "• x"), (1, 2, 3, 3, 2, 1)),
        # Without a word that announces it, another glyph is that of a careless hand; so is another dress in a count.
        (("• x", "o x", "• x"), (1, 1, 1)),
        (("1. x", "2) x", "3. x"), (1, 1, 1)),
    ],
)
def test_levels_that_stand_in_one_column(lines: tuple[str, ...], depths: tuple[int, ...]) -> None:
    assert tuple(_depths(*lines, indents=(72,) * len(lines))) == depths


def test_a_first_marker_after_a_paragraph_opens_a_new_list() -> None:
    nesting = Nesting()
    first, second = read_marker("1. x"), read_marker("• y")
    assert first is not None
    assert second is not None
    nesting.place(first)
    nesting.interrupt()
    assert nesting.place(second) == 1


def test_sections_numbered_with_a_nought_hold_those_numbered_after_them() -> None:
    assert _depths("1.0 X", "1.1 X", "1.2 X", "2.0 X", "2.1 X", indents=(50, 50, 50, 50, 50)) == [1, 2, 2, 1, 2]


def test_an_empty_bracket_is_a_box() -> None:
    found = read_marker("() Age 18 or older")

    assert found is not None
    assert found.rest == "Age 18 or older"


@pytest.mark.parametrize(
    ("above", "line", "again"),
    [
        ("which belong to two", "(2) classes or more", True),
        ("which belong to two", "(3) a psychiatrist prescribes", False),
        ("all of the following:", "(2) two antidepressants have failed", False),
    ],
)
def test_figures_that_repeat_the_word_before_are_no_marker(above: str, line: str, *, again: bool) -> None:
    assert says_number_again(line, above) is again


def test_a_list_under_a_wide_marker_may_begin_its_text_a_little_before_it() -> None:
    nesting = Nesting()
    places = (("(A) One of the following:", 75, 113), ("(i) x", 95, 109), ("(ii) y", 95, 109), ("(B) z", 75, 109))
    marked = [(read_marker(line), indent, text) for line, indent, text in places]
    assert [nesting.place(line, indent, text) for line, indent, text in marked if line] == [1, 2, 2, 1]
