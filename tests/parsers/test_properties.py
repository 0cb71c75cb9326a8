"""What must not change the reading of a policy, and what must: numbers, list dress, order, removal of a clause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from parsers.models import CriterionKey, Group, Leaf, Tree, Value
from parsers.policy import parse_policy

_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_MARKERS = ("{n}.", "{n})", "({n})", "{letter}.", "{letter})", "({letter})", "•", "-")


@dataclass(frozen=True)
class Criterion:
    """A clause with a number in it, and the leaf that it states."""

    form: str
    key: CriterionKey
    low: int
    high: int


CRITERIA = (
    Criterion("At least {} antidepressants have failed", "failed_ad_count", 2, 8),
    Criterion("Each antidepressant trial lasted at least {} weeks", "trial_weeks", 2, 12),
    Criterion("At least {} trials of augmentation have failed", "augmentation_trials", 2, 4),
    Criterion("Any substance use disorder has been in remission for at least {} months", "sud_remission_months", 2, 12),
    Criterion("The patient is observed for at least {} hours after each session", "monitoring_hours", 2, 6),
    Criterion("The patient is {} years of age or older", "age_min", 5, 12),
)


def number(value: int, form: str) -> str:
    """A number as payers write it."""
    word = _WORDS[value]
    return {
        "digit": str(value),
        "word": word,
        "capitals": word.upper(),
        "both": f"{word} ({value})",
        "reversed": f"{value} ({word})",
    }[form]


def page(items: Sequence[str], *, dress: str = "ul", joined: str = "", banner: str = "") -> bytes:
    """A policy of a fictional payer whose criteria are `items`."""
    texts = [f"{item}{joined if place < len(items) - 1 else '.'}" for place, item in enumerate(items)]
    if dress in ("ul", "ol", 'ol type="a"', 'ol type="i"'):
        listed = f"<{dress}>{''.join(f'<li>{text}</li>' for text in texts)}</{dress.split(maxsplit=1)[0]}>"
    else:
        markers = (dress.format(n=place + 1, letter="abcdefgh"[place]) for place in range(len(texts)))
        listed = "".join(f"<p>{marker} {text}</p>" for marker, text in zip(markers, texts, strict=True))
    covers = "Spravato (esketamine) is considered medically necessary for treatment-resistant depression"
    lead = f"<p>{covers} when ALL of the following are met:</p>"
    title = f"<html><body>{banner}<h1>Spravato (esketamine)</h1><h2>Criteria</h2>"
    return f"{title}{lead}{listed}<h2>References</h2><p>1. Label. 2025.</p></body></html>".encode()


def reading(body: bytes) -> object:
    """The criteria of the one covered position, without the words that state them."""
    (position,) = (position for position in parse_policy(body).positions if position.status == "covered")
    return _bare(position.criteria)


def _bare(tree: Tree | None) -> object:
    if tree is None or isinstance(tree, Leaf):
        return tree and (tree.key, tree.value)
    return (tree.op, tree.n, frozenset(map(_bare, tree.children)))


def leaves(tree: Tree | None) -> set[tuple[CriterionKey, Value]]:
    """Key and value of every leaf."""
    if isinstance(tree, Group):
        return set().union(*map(leaves, tree.children))
    return {(tree.key, tree.value)} if tree else set()


def stated(body: bytes) -> set[tuple[CriterionKey, Value]]:
    """Key and value of every leaf of the one covered position."""
    (position,) = (position for position in parse_policy(body).positions if position.status == "covered")
    return leaves(position.criteria)


_CHOSEN = st.lists(st.sampled_from(CRITERIA), min_size=2, max_size=len(CRITERIA), unique=True).flatmap(
    lambda chosen: st.tuples(st.just(chosen), st.tuples(*(st.integers(one.low, one.high) for one in chosen)))
)
_FORMS = st.sampled_from(["digit", "word", "capitals", "both", "reversed"])
_DRESS = st.sampled_from(["ul", "ol", 'ol type="a"', 'ol type="i"', *_MARKERS])
_JOINED = st.sampled_from(["", ";", "; and", "; AND", ", and"])
_Chosen = tuple[list[Criterion], tuple[int, ...]]


def texts(chosen: _Chosen, form: str = "digit") -> list[str]:
    return [criterion.form.format(number(value, form)) for criterion, value in zip(*chosen, strict=True)]


@given(_CHOSEN)
@settings(max_examples=40)
def test_every_clause_states_its_leaf(chosen: _Chosen) -> None:
    assert stated(page(texts(chosen))) == {(criterion.key, value) for criterion, value in zip(*chosen, strict=True)}


@given(_CHOSEN, _FORMS)
@settings(max_examples=40)
def test_the_form_of_a_number_changes_nothing(chosen: _Chosen, form: str) -> None:
    assert reading(page(texts(chosen, form))) == reading(page(texts(chosen)))


@given(_CHOSEN, _DRESS, _JOINED)
@settings(max_examples=60)
def test_the_dress_of_a_list_changes_nothing(chosen: _Chosen, dress: str, joined: str) -> None:
    assert reading(page(texts(chosen), dress=dress, joined=joined)) == reading(page(texts(chosen)))


@given(
    _CHOSEN,
    st.sampled_from(
        ["<p>Our offices are closed on Monday.</p>", "<div class='banner'>We use cookies. Accept all</div>"]
    ),
)
@settings(max_examples=20)
def test_a_banner_changes_nothing(chosen: _Chosen, banner: str) -> None:
    assert reading(page(texts(chosen), banner=banner)) == reading(page(texts(chosen)))


@given(_CHOSEN, st.data())
@settings(max_examples=40)
def test_changing_a_number_changes_its_leaf_alone(chosen: _Chosen, data: st.DataObject) -> None:
    criteria, values = chosen
    place = data.draw(st.integers(0, len(criteria) - 1))
    other = data.draw(st.integers(criteria[place].low, criteria[place].high))
    assume(other != values[place])
    changed = (criteria, (*values[:place], other, *values[place + 1 :]))
    key = criteria[place].key
    assert stated(page(texts(chosen))) ^ stated(page(texts(changed))) == {(key, values[place]), (key, other)}


@given(_CHOSEN, st.data())
@settings(max_examples=40)
def test_removing_a_clause_removes_its_leaf_and_nothing_else(chosen: _Chosen, data: st.DataObject) -> None:
    criteria, values = chosen
    place = data.draw(st.integers(0, len(criteria) - 1))
    left = texts(chosen)
    del left[place]
    assert stated(page(texts(chosen))) - stated(page(left)) == {(criteria[place].key, values[place])}


@given(_CHOSEN)
@settings(max_examples=20)
def test_every_leaf_quotes_words_of_the_document(chosen: _Chosen) -> None:
    (position,) = (position for position in parse_policy(page(texts(chosen))).positions if position.status == "covered")
    quoted = {leaf.text for leaf in _all(position.criteria)}
    assert all(any(quote in f"{text}." for text in texts(chosen)) for quote in quoted)


def _all(tree: Tree | None) -> list[Leaf]:
    if isinstance(tree, Group):
        return [leaf for child in tree.children for leaf in _all(child)]
    return [tree] if tree else []
