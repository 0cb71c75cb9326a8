"""Laws every comparison keeps, on trees drawn at random."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from db.changes import Verdict
from parsers.check import check
from parsers.models import Group, Leaf, Op, Position, Status, Tree
from parsers.patient import read_patient
from tests.tracker.compare.policies import every, leaf, policy, position
from tests.tracker.compare.trees import (
    CLIMBERS,
    FLAGS,
    LADDERS,
    changed,
    groups_of,
    ladder_leaves,
    logic,
    logic_roots,
    roots,
    trees,
)
from tracker.compare.directions import BESIDE_THE_LOGIC
from tracker.compare.facts import around, fact_of
from tracker.compare.facts import test_of as grid_test
from tracker.compare.verdict import compare
from tracker.compare.witness import as_patient

MIRROR: dict[Verdict, Verdict] = {
    "expanded": "restricted",
    "restricted": "expanded",
    "mixed": "mixed",
    "neutral": "neutral",
    "unknown": "unknown",
}
STATUSES: tuple[Status, ...] = ("covered", "case_by_case", "investigational", "excluded")
answers = st.builds(
    lambda tree, status, authorization: position(tree, status=status, authorization=authorization),
    roots,
    st.sampled_from(STATUSES),
    st.sampled_from([True, False, None]),
)


NEVER_EXPANDS, NEVER_RESTRICTS = {"restricted", "neutral"}, {"expanded", "neutral"}


def assert_verdict(old: Tree, new: Tree, allowed: set[str]) -> None:
    """One of the allowed verdicts; a tree with more branches than are compared may be unknown, and says so."""
    found = compare(policy(position(old)), policy(position(new)))
    undecided = found.verdict == "unknown" and "more branches than were compared" in found.reason
    assert found.verdict in allowed or undecided, found.verdict


@given(answers)
def test_a_policy_against_itself_is_neutral(answer: Position) -> None:
    found = compare(policy(answer), policy(answer))
    assert (found.verdict, found.changes, found.witness) == ("neutral", (), None)


@given(roots, st.randoms(use_true_random=False))
def test_the_order_of_a_list_says_nothing(tree: Group, random: Any) -> None:
    def shuffled(part: Tree) -> Tree:
        if isinstance(part, Leaf):
            return part
        children = [shuffled(child) for child in part.children]
        random.shuffle(children)
        return Group(part.op, tuple(children), part.n)

    assert compare(policy(position(tree)), policy(position(shuffled(tree)))).changes == ()


@given(answers, answers)
def test_turned_round_the_verdict_is_its_mirror(old: Position, new: Position) -> None:
    # A version that falls silent on prior authorization drops nothing; one that names it first may add it.
    assume((old.prior_authorization is None) == (new.prior_authorization is None))
    there, back = compare(policy(old), policy(new)), compare(policy(new), policy(old))
    assert back.verdict == MIRROR[there.verdict]
    assert back.confidence == there.confidence


@given(roots, trees)
def test_one_more_thing_to_meet_never_expands(tree: Group, more: Tree) -> None:
    assert_verdict(tree, every(*tree.children, more), NEVER_EXPANDS)


@given(logic_roots, logic, st.data())
def test_one_more_child_of_any_all_never_expands(tree: Group, more: Tree, data: st.DataObject) -> None:
    lists = [group for group in groups_of(tree) if group.op == "all"]
    target = data.draw(st.sampled_from(lists))
    longer = changed(tree, target, lambda group: Group("all", (*_children(group), more)))
    assert_verdict(tree, longer, NEVER_EXPANDS)


@given(logic_roots, st.lists(logic, min_size=1, max_size=3), logic, st.data())
def test_one_more_alternative_never_restricts(tree: Group, choice: list[Tree], more: Tree, data: st.DataObject) -> None:
    op: Op = data.draw(st.sampled_from(["any", "at_least"]))
    n = data.draw(st.integers(1, len(choice))) if op == "at_least" else None
    fewer, longer = (every(*tree.children, Group(op, tuple(members), n)) for members in (choice, [*choice, more]))
    assert_verdict(fewer, longer, NEVER_RESTRICTS)


@given(logic_roots, st.lists(logic, min_size=2, max_size=4), st.data())
def test_more_of_a_list_to_meet_never_expands(tree: Group, members: list[Tree], data: st.DataObject) -> None:
    n = data.draw(st.integers(1, len(members) - 1))
    some, more = (every(*tree.children, Group("at_least", tuple(members), count)) for count in (n, n + 1))
    assert_verdict(some, more, NEVER_EXPANDS)


@given(roots, st.data())
def test_loosening_one_criterion_is_never_a_restriction(tree: Group, data: st.DataObject) -> None:
    key = data.draw(st.sampled_from(CLIMBERS))
    place = data.draw(st.integers(1, len(LADDERS[key]) - 1))
    strict, loose = LADDERS[key][place], LADDERS[key][place - 1]
    old, new = (every(*tree.children, leaf(key, value)) for value in (strict, loose))
    assert_verdict(old, new, NEVER_RESTRICTS)


@given(logic_roots, st.lists(ladder_leaves, min_size=1, max_size=3), st.data())
def test_loosening_one_criterion_in_a_choice_is_never_a_restriction(
    tree: Group, beside: list[Tree], data: st.DataObject
) -> None:
    key = data.draw(st.sampled_from(CLIMBERS))
    place = data.draw(st.integers(1, len(LADDERS[key]) - 1))
    op: Op = data.draw(st.sampled_from(["any", "all"]))
    old, new = (
        every(*tree.children, Group(op, (*beside, leaf(key, value))))
        for value in (LADDERS[key][place], LADDERS[key][place - 1])
    )
    assert_verdict(old, new, NEVER_RESTRICTS)


@given(roots, roots)
def test_every_witness_is_admitted_by_one_side_only(old: Group, new: Group) -> None:
    before, after = position(old), position(new)
    witness = compare(policy(before), policy(after)).witness
    if witness is not None:
        told = [answer(side, witness["patient"]) for side in (before, after)]
        assert told == [witness["before"], witness["after"]] or "could not be read" in str(witness["summary"])
        assert sorted([str(witness["before"]), str(witness["after"])]) == ["does_not_meet", "meets"]


@given(logic_roots, logic_roots)
def test_a_sure_verdict_of_logic_alone_has_its_witness(old: Group, new: Group) -> None:
    found = compare(policy(position(old)), policy(position(new)))
    if found.witness is not None:
        gained = found.witness["after"] == "meets"
        assert found.verdict in (("expanded", "mixed") if gained else ("restricted", "mixed"))


DECIDING = [leaf(key, value) for key, values in LADDERS.items() if key not in BESIDE_THE_LOGIC for value in values] + [
    one for one in FLAGS if one.key not in BESIDE_THE_LOGIC
]


@pytest.mark.parametrize("one", DECIDING, ids=lambda one: one.text)
def test_the_grid_and_check_agree_on_who_meets_a_criterion(one: Leaf) -> None:
    for value in around(one):
        facts = {fact_of(one): value}
        told = check(one, "covered", read_patient(as_patient(facts))).result
        if told != "undetermined":
            assert grid_test(one)(facts) is (told == "meets"), value


def answer(side: Position, patient: Any) -> str:
    return check(side.criteria, side.status, read_patient(patient)).result


def _children(tree: Tree) -> tuple[Tree, ...]:
    return tree.children if isinstance(tree, Group) else ()
