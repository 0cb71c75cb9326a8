"""A step is shown every block in which its wording is found, and no others are touched."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.language.any_of import any_phrase, choice_of
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block
from parsers.telling.words_of_steps import Wording, parted_where, places_of, told_where

_DENIED = compiled(r"\bdenied (?:for|in)\b", re.IGNORECASE)
_WORDINGS: tuple[Wording, ...] = (
    _DENIED,
    compiled(r"\W+$"),
    any_phrase(r"\bdenied\b", "not (?:paid|covered)"),
    choice_of(_DENIED, compiled("paid")),
    choice_of(_DENIED, compiled("^.")),
)
_TEXTS = st.lists(
    st.lists(st.sampled_from(["It is", "Denied for", "not", "paid.", "(covered.)", "Pain", "denied", ""])).map(
        " ".join
    ),
    max_size=6,
)


def _blocks(texts: list[str]) -> tuple[Block, ...]:
    return tuple(Block("paragraph", text, 1) for text in texts)


def _is_found(wording: Wording, text: str) -> bool:
    forms = [wording] if not hasattr(wording, "patterns") else wording.patterns
    return any(re.search(form.pattern, text, re.IGNORECASE) for form in forms)


@pytest.mark.parametrize("wording", _WORDINGS)
@given(texts=_TEXTS)
def test_no_block_is_left_out_in_which_the_wording_is_found(wording: Wording, texts: list[str]) -> None:
    found = [
        place for place, text in enumerate(texts) if any(_is_found(wording, said) for said in (text, *sentences(text)))
    ]
    assert set(found) <= set(places_of(wording, _blocks(texts)))


def test_blocks_without_the_words_are_not_shown() -> None:
    blocks = _blocks(["It is denied for pain.", "It is paid.", "Denied in part."])
    assert places_of(_DENIED, blocks) == [0, 2]
    told = told_where(_DENIED, blocks, lambda block: replace(block, text=block.text.upper()))
    assert [block.text for block in told] == ["IT IS DENIED FOR PAIN.", "It is paid.", "DENIED IN PART."]
    assert told[1] is blocks[1]


def test_a_block_may_be_parted_or_left_out() -> None:
    blocks = _blocks(["It is paid.", "Denied for pain.", "It is new.", "Denied in part.", "It is old."])
    parts = {blocks[1]: (), blocks[3]: (blocks[3], blocks[3])}
    told = parted_where(_DENIED, blocks, lambda block: parts[block])
    assert told == (blocks[0], blocks[2], blocks[3], blocks[3], blocks[4])
    assert parted_where(_DENIED, (), lambda block: parts[block]) == ()
