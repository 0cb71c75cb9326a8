"""An expression that looks at the first letter of a word finds what it finds without."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.first_letters import compile_expression

_EDGES = st.sampled_from(
    [r"\b", r"(?<!\w)", r"(?<![\w-])", "^", "", r"(?:\b|-)", r"(?:\bs )?\b", r"(?:\bi)+", r"(?:\bb )?"]
)
_FORMS = st.lists(
    st.sampled_from(
        ["ask", "(?:b|i) ", "(?:s )?", r"\d", r"\w+ ", "[^a]", "(?:a|)", "(?i:k)", "(?=a)", "(?!k)", "(?:^|-)"]
    ),
    min_size=1,
    max_size=3,
).map("".join)
_TEXTS = st.text(alphabet="abisk-éISK 12\u0663\u0130\u0131\u017f\u212a", max_size=12)


@given(_EDGES, st.lists(_FORMS, min_size=1, max_size=4), _TEXTS, st.sampled_from([0, re.IGNORECASE, re.ASCII]))
def test_it_finds_what_the_plain_expression_finds(edge: str, forms: list[str], text: str, flags: int) -> None:
    pattern = f"{edge}(?:{'|'.join(forms)})"
    plain, quick = re.compile(pattern, flags), compile_expression(pattern, flags)
    assert [found.span() for found in quick.finditer(text)] == [found.span() for found in plain.finditer(text)]
    assert [bool(quick.match(text, place)) for place in range(len(text))] == [
        bool(plain.match(text, place)) for place in range(len(text))
    ]


def test_groups_keep_their_names_and_numbers() -> None:
    found = compile_expression(r"\b(?:(?P<no>not )?covered|(paid) for)\b").search("It is not covered")
    assert found is not None
    assert (found["no"], found.groups()) == ("not ", ("not ", None))


def test_what_is_no_expression_is_an_error() -> None:
    with pytest.raises(re.error, match="unterminated"):
        compile_expression(r"\b(?:covered|paid")
