"""An index rules out only expressions none of whose words stand in a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.required_words import folded
from parsers.word_index import enter, piece_of, ruled_out

_TEXTS = st.text(alphabet="abI .-:\n\u00a0\u0130\u017f", max_size=12)
_NEEDS = st.lists(st.lists(_TEXTS.filter(bool).map(folded), max_size=3).map(tuple), max_size=4)


@given(_NEEDS, _TEXTS)
def test_no_expression_is_ruled_out_by_a_text_that_holds_a_word_of_it(needs: list[tuple[str, ...]], text: str) -> None:
    bits = enter(needs)
    held = [bit for bit, words in zip(bits, needs, strict=True) if any(word in folded(text) for word in words)]
    assert not any(ruled_out(text) & bit for bit in held)


def test_an_expression_is_ruled_out_by_a_text_without_its_words() -> None:
    denied, barred, listed, anything = enter([("denied", "denial"), ("not covered",), (" or ",), ()])
    text = "Covered for adults."
    assert ruled_out(text) & denied
    assert ruled_out(text) & listed
    assert ruled_out("Denials of it") & denied == 0
    assert ruled_out("is not covered") & barred == 0
    assert anything == 0


def test_a_text_is_told_anew_when_an_expression_is_entered() -> None:
    text = "Nothing of it."
    before = ruled_out(text)
    (later,) = enter([("denied",)])
    assert before & later == 0
    assert ruled_out(text) & later


@pytest.mark.parametrize(
    ("word", "piece"),
    [("denied", "denied"), (" or ", " or "), ("of the", " the"), ("prior authorization", " authorization"), (":", ":")],
)
def test_the_piece_of_a_word_that_one_token_shows(word: str, piece: str) -> None:
    assert piece_of(word) == piece
