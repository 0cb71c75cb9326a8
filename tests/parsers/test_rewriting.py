"""A text is rewritten as by every rule in turn, whichever rules are passed over."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from parsers.language.patterns import compiled
from parsers.language.rewriting import Rewriting

_RULES = ((r"\bonce\b", "1 time"), (r"\d times?", "often"), (r"\boften a week\b", "weekly"), ("kk+", "once"))
_REWRITING = Rewriting(tuple((compiled(pattern), new) for pattern, new in _RULES))


@given(st.lists(st.sampled_from(["once", "2 times", "a week", "often", "kk", "nonce"])).map(" ".join))
def test_a_text_reads_as_after_every_rule_in_turn(text: str) -> None:
    expected = text
    for pattern, new in _RULES:
        expected = re.sub(pattern, new, expected)
    assert _REWRITING.of(text) == expected


def test_a_rule_reads_what_one_before_it_wrote_and_not_what_one_after_it_writes() -> None:
    assert _REWRITING.of("once a week") == "weekly"
    assert _REWRITING.of("kk a week") == "once a week"
