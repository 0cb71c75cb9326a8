"""What must not change the reading of a policy: reflow, the dress of its lists, pages, what surrounds it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from parsers.models import Group, Leaf, Tree
from parsers.policy import parse_policy
from tests.parsers.policy_documents import (
    Clause,
    Paper,
    Policy,
    marked_page,
    pdf,
    plain_text,
    split_page,
    web_page,
)

_LEAVES = (
    Clause("The member is at least 18 years of age"),
    Clause("The PHQ-9 score at baseline is at least 15"),
    Clause("Each antidepressant trial lasted at least 6 weeks and was taken in the current depressive episode"),
    Clause("The prescriber is a psychiatrist or has consulted with a psychiatrist"),
    Clause("The member does not have dementia"),
    Clause("The member is observed for at least 2 hours after each session"),
)
_ALTERNATIVES = Clause(
    "ONE of the following:",
    ("Failure of at least three antidepressants", "Failure of two antidepressants and of one augmentation trial"),
)
POLICIES = st.builds(
    lambda leaves, place: Policy((*leaves[:place], _ALTERNATIVES, *leaves[place:])),
    st.lists(st.sampled_from(_LEAVES), min_size=2, max_size=4, unique=True),
    st.integers(0, 4),
)
STRUCTURAL = st.sampled_from(["ul", "ol", 'ol type="a"', 'ol type="A"', 'ol type="i"', 'ol type="I"'])
OUTER = st.sampled_from(["{n}.", "{n})", "{LETTER}.", "({LETTER})", "{ROMAN}.", "•"])
INNER = st.sampled_from(["{letter}.", "({letter})", "{roman}.", "({roman})", "-", "o"])
# The documents are small as they are: nothing is gained by shrinking them.
FEW = settings(max_examples=8, phases=(Phase.explicit, Phase.reuse, Phase.generate))


def reading(body: bytes) -> object:
    """Positions with their criteria, without pages and without the words that state them."""
    policy = parse_policy(body)
    assert policy.quality == "ok"
    return frozenset((one.product, one.indication, one.phase, one.status, _bare(one.criteria))
                     for one in policy.positions)  # fmt: skip


def _bare(tree: Tree | None) -> object:
    if tree is None or isinstance(tree, Leaf):
        return tree and (tree.key, tree.value)
    return (tree.op, tree.n, frozenset(map(_bare, tree.children)))


def leaves(body: bytes) -> list[tuple[object, object]]:
    """Key and value of every leaf of the covered position, as often as it stands there."""
    (covered,) = (one for one in parse_policy(body).positions if one.status == "covered")
    return sorted(_leaves(covered.criteria), key=repr)


def _leaves(tree: Tree | None) -> list[tuple[object, object]]:
    if isinstance(tree, Group):
        return [leaf for child in tree.children for leaf in _leaves(child)]
    return [(tree.key, tree.value)] if tree else []


@given(POLICIES, st.integers(38, 110))
@FEW
def test_reflowing_a_text(policy: Policy, width: int) -> None:
    assert reading(plain_text(policy, width)) == reading(web_page(policy))


@given(POLICIES, st.integers(45, 95))
@FEW
def test_reflowing_a_pdf(policy: Policy, width: int) -> None:
    assert reading(pdf(policy, Paper(width=width))) == reading(web_page(policy))


@given(POLICIES, STRUCTURAL, STRUCTURAL)
@FEW
def test_restyling_a_web_pages_lists(policy: Policy, outer: str, inner: str) -> None:
    assert reading(web_page(policy, outer, inner)) == reading(web_page(policy))


@given(POLICIES, OUTER, INNER, st.sampled_from(["p", "br"]))
@FEW
def test_typing_the_markers_of_a_web_page(policy: Policy, outer: str, inner: str, tag: str) -> None:
    assert reading(marked_page(policy, outer, inner, tag)) == reading(web_page(policy))


@given(POLICIES)
@FEW
def test_a_list_of_its_own_for_every_item(policy: Policy) -> None:
    assert reading(split_page(policy)) == reading(web_page(policy))


@given(POLICIES, OUTER, INNER)
@FEW
def test_renumbering_a_text(policy: Policy, outer: str, inner: str) -> None:
    assert reading(plain_text(policy, outer=outer, inner=inner)) == reading(web_page(policy))


@given(POLICIES, OUTER | st.just("dot"), INNER | st.just("dot"))
@FEW
def test_renumbering_a_pdf(policy: Policy, outer: str, inner: str) -> None:
    assert reading(pdf(policy, Paper(outer=outer, inner=inner))) == reading(web_page(policy))


@given(POLICIES, st.integers(6, 20))
@FEW
def test_page_breaks(policy: Policy, lines: int) -> None:
    assert reading(pdf(policy, Paper(lines=lines))) == reading(web_page(policy))


@given(POLICIES, st.sampled_from(["Plan of Nowhere | Nasal policy", "Confidential"]), st.integers(8, 20))
@FEW
def test_running_lines(policy: Policy, line: str, lines: int) -> None:
    paper = Paper(lines=lines, head=line, foot="Printed 03/14/2031")
    assert reading(pdf(policy, paper)) == reading(web_page(policy))


@pytest.mark.parametrize(
    "furniture",
    [
        "<nav><a href='/'>Home</a><a href='/p'>Providers</a></nav>",
        "<div class='banner'>Our offices are closed on Monday, 2 hours early.</div>",
        "<div role='dialog'>We use cookies. <button>Accept all</button></div>",
        "<p>Storm notice: 3 clinics are closed.</p>",
        "<footer><p>Call 1-800-555-0142 within 30 days.</p></footer>",
        "<ul class='breadcrumb'><li>Home</li><li>Policies</li></ul>",
    ],
)
def test_banners_and_menus(furniture: str) -> None:
    policy = Policy((*_LEAVES, _ALTERNATIVES))
    for body in (web_page(policy, before=furniture), web_page(policy, after=furniture)):
        assert reading(body) == reading(web_page(policy))
        assert parse_policy(body).fingerprint == parse_policy(web_page(policy)).fingerprint


_NUMBERS = (
    ("18 years", "21 years"),
    ("at least 15", "at least 16"),
    ("at least 6 weeks", "at least 8 weeks"),
    ("at least 2 hours", "at least 3 hours"),
    ("at least three", "at least four"),
    ("of two antidepressants", "of three antidepressants"),
    ("one augmentation trial", "two augmentation trials"),
    ("84 mg", "56 mg"),
    ("180 days", "90 days"),
)
_EVERY = Policy((*_LEAVES, _ALTERNATIVES, Clause("The dose is no more than 84 mg a session")))


def _changed(policy: Policy, before: str, after: str) -> Policy:
    return Policy(
        tuple(Clause(clause.text.replace(before, after), tuple(below.replace(before, after) for below in clause.below))
              for clause in policy.clauses),
        policy.approval.replace(before, after),
    )  # fmt: skip


@pytest.mark.parametrize("render", [web_page, pdf, plain_text])
@pytest.mark.parametrize(("before", "after"), _NUMBERS)
def test_changing_a_number(render: object, before: str, after: str) -> None:
    assert callable(render)
    changed = _changed(_EVERY, before, after)
    old, new = render(_EVERY), render(changed)
    assert reading(old) != reading(new)
    assert parse_policy(old).fingerprint != parse_policy(new).fingerprint


_SPELLINGS = (("two antidepressants", "2 antidepressants"), ("two antidepressants", "two (2) antidepressants"),
              ("at least three", "at least THREE (3)"), ("6 weeks", "six weeks"), ("6 weeks", "six (6) weeks"),
              ("one augmentation", "1 augmentation"), ("180 days", "one hundred eighty (180) days"))  # fmt: skip


@pytest.mark.parametrize("render", [web_page, pdf, plain_text])
@pytest.mark.parametrize(("before", "after"), _SPELLINGS)
def test_spelling_a_number(render: object, before: str, after: str) -> None:
    assert callable(render)
    assert reading(render(_changed(_EVERY, before, after))) == reading(render(_EVERY))


@pytest.mark.parametrize("render", [web_page, pdf, plain_text])
@pytest.mark.parametrize("text", [*(leaf.text for leaf in _LEAVES)])
def test_removing_a_clause_removes_its_leaves_alone(render: object, text: str) -> None:
    assert callable(render)
    whole, left = leaves(render(_EVERY)), leaves(render(_EVERY.without(text)))
    alone = leaves(render(replace(_EVERY, clauses=(Clause(text),))))
    gone = [leaf for leaf in alone if leaf[0] != "initial_auth_days"]
    assert sorted([*left, *gone], key=repr) == whole
