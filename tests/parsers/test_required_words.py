"""An expression is tried only where one of its words stands, and finds all that it would find anywhere."""

from __future__ import annotations

import gc
import re
import subprocess
import sys
from pathlib import Path
from string import ascii_lowercase, digits

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.known_words import KNOWN_WORDS, fingerprint_of, known_words, words_of
from parsers.language.patterns import Pattern, compiled
from parsers.language.required_words import EDGE, folded, required_words
from parsers.policy import parse_policy
from tests.parsers import write_known_words

CASES = Path(__file__).parents[1] / "cases"
_LETTERS = st.sampled_from(
    ["a", "b", "i", "s", "k", "-", "é", "≥", "ab", "a b", "[ab]", "[a1-3]", "[^a]", r"\w", r"\d", ".", r"\b", "^"]
)
_EXPRESSIONS = st.recursive(
    _LETTERS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=4).map("".join),
        st.lists(inner, min_size=1, max_size=3).map(lambda forms: f"(?:{'|'.join(forms)})"),
        st.tuples(inner, st.sampled_from(["?", "*", "+", "{2}", "{0,2}", "{1,2}?"])).map(
            lambda of: f"(?:{of[0]}){of[1]}"
        ),
        st.tuples(st.sampled_from(["(?=", "(?!", "(?i:", "(", "(?>"]), inner).map(lambda of: f"{of[0]}{of[1]})"),
    ),
    max_leaves=12,
)
_TEXTS = st.text(alphabet="abisk-éE≥ABISK 12\u0663\u0130\u0131\u017f\u212a\u0307", max_size=12)


@given(_EXPRESSIONS, _TEXTS, st.sampled_from([0, re.IGNORECASE, re.IGNORECASE | re.DOTALL]))
def test_any_expression_finds_what_it_finds_without_the_shortcut(expression: str, text: str, flags: int) -> None:
    plain, quick = re.compile(expression, flags), compiled(expression, flags)
    assert [found.span() for found in quick.finditer(text)] == [found.span() for found in plain.finditer(text)]
    assert (quick.search(text) is None) == (plain.search(text) is None)
    assert quick.sub("#", text) == plain.sub("#", text)
    assert quick.split(text) == plain.split(text)


def test_no_expression_of_the_readers_misses_a_clause_of_a_case() -> None:
    gc.unfreeze()  # A board started by an earlier test of this process hides what it found in memory.
    expressions = [each for each in gc.get_objects() if isinstance(each, Pattern)]
    assert len(expressions) > 500
    bodies = [path.read_bytes() for path in sorted(CASES.rglob("*.html"))[::12]]
    clauses = {block.text for body in bodies for block in parse_policy(body).blocks}
    missed = [
        (each.pattern, clause)
        for each in expressions
        for clause in clauses
        if not each.may_match(clause) and each.expression.search(clause)
    ]
    assert not missed


def test_every_sign_taken_for_a_letter_when_case_is_ignored_folds_to_it() -> None:
    signs = re.findall("[a-z]", "".join(map(chr, range(sys.maxunicode + 1))), re.IGNORECASE)
    assert {"s", "S", "\u017f", "K", "\u212a", "\u0130"} <= set(signs)
    assert all(re.fullmatch(folded(sign), sign, re.IGNORECASE) and folded(sign) in ascii_lowercase for sign in signs)


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        (r"\bdeni(?:ed|al)\b", [{"|denial|", "|denied|"}]),
        (r"(?:prior )?authori[sz]ation", [{"authorization", "authorisation"}]),
        (
            r"\b(?:is|are) (?:considered )?experimental\b",
            [{f"|{be} {how}experimental|" for be in ("is", "are") for how in ("", "considered ")}],
        ),
        (r"(?<!not )covered|benefits?", [{"benefit", "covered"}]),
        (r"(?:days?|weeks?)[^.]*\b[1-3]", [{"day", "week"}, {"|1", "|2", "|3"}]),
        (r"\d", [{*digits}]),
        (r"first \w+ of use|new use", [{"first ", "new use"}, {" of use", "new use"}]),
        (r"(?:covered)?", []),
        (r"\w+|covered", []),
        ("été", []),
    ],
)
def test_the_words_of_an_expression(expression: str, words: list[set[str]]) -> None:
    marked = [{word.replace(EDGE, "|") for word in each} for each in required_words(expression, re.IGNORECASE)]
    assert marked == words


def test_the_file_holds_the_words_of_every_expression() -> None:
    words = subprocess.run(
        [sys.executable, "-m", write_known_words.__name__], capture_output=True, text=True, check=True
    )
    assert KNOWN_WORDS.read_text(encoding="utf-8") == words.stdout, "an expression changed: run `make words`"


def test_an_expression_that_the_file_does_not_hold_is_read() -> None:
    assert fingerprint_of("de(?:nied|ferred)", 0) not in known_words()
    assert words_of("de(?:nied|ferred)", 0) == required_words("de(?:nied|ferred)", 0)


def test_a_text_without_the_words_is_left_as_it_is() -> None:
    pattern = compiled(r"\bdenied\b", re.IGNORECASE)
    assert not pattern.may_match("Covered for adults.")
    assert pattern.sub("refused", "Covered for adults.") == "Covered for adults."
    assert pattern.sub("refused", "Denied for adults.") == "refused for adults."


def test_an_expression_is_prepared_when_it_is_first_needed() -> None:
    broken = compiled("(")
    with pytest.raises(re.error, match="unterminated"):
        broken.search("Covered for adults.")


def test_every_expression_of_the_readers_is_one() -> None:
    gc.unfreeze()  # A board started by an earlier test of this process hides what it found in memory.
    gc.collect()
    expressions = [each for each in gc.get_objects() if isinstance(each, Pattern)]
    assert len(expressions) > 500
    assert all(each.expression.pattern == each.pattern for each in expressions)
