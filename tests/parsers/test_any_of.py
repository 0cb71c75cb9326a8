"""Many forms of saying one thing are found where the whole expression would be."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.language.any_of import any_of, split_alternatives

_FORMS = st.lists(
    st.sampled_from(
        [r"\bdeni(?:ed|al)\b", "not (?:be |)paid", r"[|)(]", r"a\|b", r"^\W*no$", "(?<!not )covered|pays?"]
    ),
    min_size=1,
)
_TEXTS = st.lists(
    st.sampled_from(["denied", "Denial", "not paid", "not be", "paid", "|", "a|b", "no", "covered", "not covered"])
).map(" ".join)


@pytest.mark.parametrize(
    ("expression", "parts"),
    [
        (r"denied|not (?:paid|covered)|", ["denied", "not (?:paid|covered)", ""]),
        (r"a\|b|[|()]|[]|]|[^]|]", [r"a\|b", "[|()]", "[]|]", "[^]|]"]),
        (r"\(|\[|x", [r"\(", r"\[", "x"]),
    ],
)
def test_an_expression_is_cut_at_the_bars_that_stand_in_no_brackets(expression: str, parts: list[str]) -> None:
    assert list(split_alternatives(expression)) == parts


@given(_FORMS, _TEXTS)
def test_forms_stand_in_a_text_where_the_whole_expression_is_found(forms: list[str], text: str) -> None:
    whole, apart = re.compile("|".join(forms), re.IGNORECASE), any_of(*forms, flags=re.IGNORECASE)
    assert apart.stands_in(text) == bool(whole.search(text))
    assert apart.stands_in(text, 3) == bool(whole.search(text, 3))
    assert [found.span() for found in apart.finditer(text)] == [found.span() for found in whole.finditer(text)]
    assert apart.sub("#", text) == whole.sub("#", text)
