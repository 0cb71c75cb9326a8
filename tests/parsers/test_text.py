"""One spelling of the same words, and a fingerprint that follows content only."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.models import Block
from parsers.text import fingerprint, normalise, superscript, without_leaders, without_stamps

SENTENCE = "Failure of 2 antidepressants, each for 6 weeks at PHQ-9 ≥ 15 (code F33.2), since 03/05/2019."


def _print(text: str) -> str:
    return fingerprint([Block("paragraph", text)])


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ("a\u00a0b\u2009 c", "a b c"),
        ("de\u00adpres\u200bsion", "depression"),
        ("eﬃcacy of the ﬁrst", "efficacy of the first"),
        ("the member’s “own” plan", 'the member\'s "own" plan'),
        ("FDA\u2011approved", "FDA-approved"),
        ("Spravato® nasal spray™", "Spravato nasal spray"),
        ("score ≥ 15, ≤ 3, < 5, > 7", "score ≥ 15, ≤ 3, < 5, > 7"),
        ("two weeks ; and", "two weeks; and"),
    ],
)
def test_normalise(raw: str, plain: str) -> None:
    assert normalise(raw) == plain


def test_a_superscript_never_becomes_a_number() -> None:
    assert re.findall(r"\d+", normalise("15²")) == ["15"]


def test_the_mark_of_a_drug_list_stands_apart_from_the_name() -> None:
    assert (superscript("PA"), superscript("QL, ST"), superscript("TM")) == (" PA", " QL, ST", "")


@given(st.text())
def test_normalise_is_stable(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@pytest.mark.parametrize(
    "stamp",
    [
        "Printed on 4/26/2021 10:14:52 AM",
        "Page 3 of 9",
        "Request ID: k2-Hq9=",
        "Session ID: 88fe21",
        "Downloaded: May 3, 2024",
    ],
)
def test_stamps_of_the_visit_do_not_count(stamp: str) -> None:
    assert without_stamps(stamp) == ""
    assert fingerprint([Block("paragraph", SENTENCE), Block("paragraph", stamp)]) == _print(SENTENCE)


def test_leaders_become_a_colon() -> None:
    assert without_leaders("Effective Date ........ 2/15/2031") == "Effective Date: 2/15/2031"


@given(st.integers(0, len(re.findall(r"\d", SENTENCE)) - 1), st.integers(1, 9))
def test_any_changed_digit_changes_the_fingerprint(place: int, step: int) -> None:
    spot = [found.start() for found in re.finditer(r"\d", SENTENCE)][place]
    changed = SENTENCE[:spot] + str((int(SENTENCE[spot]) + step) % 10) + SENTENCE[spot + 1 :]
    assert _print(changed) != _print(SENTENCE)


@given(st.integers(0, len(SENTENCE.split()) - 1))
def test_any_missing_word_changes_the_fingerprint(place: int) -> None:
    words = SENTENCE.split()
    assert _print(" ".join(words[:place] + words[place + 1 :])) != _print(SENTENCE)


@given(st.lists(st.sampled_from([" ", "  ", "\t", "\u00a0"]), min_size=15, max_size=15), st.integers(1, 9))
def test_spaces_pages_and_markers_do_not_change_it(spaces: list[str], page: int) -> None:
    respaced = "".join(word + space for word, space in zip(SENTENCE.split(), spaces * 2, strict=False))
    block = Block("item", respaced, page=page, depth=2, marker="b)")
    assert fingerprint([block]) == _print(SENTENCE)


def test_where_blocks_are_cut_does_not_change_it() -> None:
    head, tail = SENTENCE.split(", each ")
    assert fingerprint([Block("paragraph", head), Block("item", f"each {tail}")]) == _print(SENTENCE)


def test_signs_of_comparison_count() -> None:
    assert _print("score ≥ 15") != _print("score ≤ 15") != _print("score 15")


def test_nothing_has_no_fingerprint() -> None:
    assert fingerprint([]) == ""


def test_the_titles_of_a_table_s_columns_are_words_of_the_document() -> None:
    rows = [
        Block("row", "Spravato | Yes", cells=("Spravato", "Yes"), header=("Drug", title)) for title in ("PA", "Covered")
    ]

    assert fingerprint(rows[:1]) != fingerprint(rows[1:])
    assert fingerprint(rows[:1]) == fingerprint([Block("paragraph", "Drug PA"), Block("paragraph", "Spravato Yes")])
