"""An index rules out only expressions none of whose words stand in a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.language.required_words import EDGE, MOST_NEEDS, folded
from parsers.language.word_index import enter, piece_of, ruled_out

_TEXTS = st.text(alphabet="abI .-:\n\u00a0\u0130\u017f", max_size=12)
_WORDS = st.lists(_TEXTS.filter(str.strip).map(folded), min_size=1, max_size=3).map(tuple)
_NEEDS = st.lists(st.lists(_WORDS, max_size=MOST_NEEDS).map(tuple), max_size=4)


@given(_NEEDS, _TEXTS)
def test_no_expression_is_ruled_out_by_a_text_that_holds_a_word_of_each_set(
    needs: list[tuple[tuple[str, ...], ...]], text: str
) -> None:
    bits = enter(needs)
    small = folded(text)
    held = [
        bit
        for bit, sets in zip(bits, needs, strict=True)
        if all(any(word in small for word in words) for words in sets)
    ]
    assert not any(ruled_out(text) & bit for bit in held)


def test_an_expression_is_ruled_out_by_a_text_without_its_words() -> None:
    denied, barred, listed, anything = enter([(("denied", "denial"),), (("not covered",),), ((" or ",),), ()])
    text = "Covered for adults."
    assert ruled_out(text) & denied
    assert ruled_out(text) & listed
    assert ruled_out("Denials of it") & denied == 0
    assert ruled_out("is not covered") & barred == 0
    assert anything == 0


def test_an_expression_is_ruled_out_by_a_text_without_a_word_of_one_of_its_sets() -> None:
    (bit,) = enter([(("initial", "first"), ("approval", "authorization"))])
    assert ruled_out("The first dose") & bit
    assert ruled_out("An approval") & bit
    assert not ruled_out("Approval of the first dose") & bit


def test_an_edge_is_where_letters_end() -> None:
    whole, front, behind_a_dash = enter([((f"{EDGE}no{EDGE}",),), ((f"{EDGE}no",),), ((f"non-{EDGE}cover",),)])
    assert ruled_out("A notice") & whole
    assert not ruled_out("(No)") & whole
    assert not ruled_out("A notice") & front
    assert ruled_out("diagnosis") & front
    assert not ruled_out("Non-covered") & behind_a_dash


def test_a_text_is_told_anew_when_an_expression_is_entered() -> None:
    text = "Nothing of it."
    before = ruled_out(text)
    (later,) = enter([(("denied",),)])
    assert before & later == 0
    assert ruled_out(text) & later


@pytest.mark.parametrize(
    ("word", "piece"),
    [
        ("denied", "denied"),
        (" or ", f" {EDGE}or{EDGE} "),
        ("of the", f" {EDGE}the"),
        ("prior authorization", f" {EDGE}authorization"),
        ("go on with", f"go{EDGE} "),
        (f"re-auth{EDGE}", f"re{EDGE}-{EDGE}auth{EDGE}"),
        (":", ":"),
    ],
)
def test_the_piece_of_a_word_that_one_token_shows(word: str, piece: str) -> None:
    assert piece_of(word) == piece
