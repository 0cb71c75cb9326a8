"""Who is admitted by one tree and not by the other, decided over a bounded grid of patients.

Every way through either tree (a branch) gives the patient who just meets it and falls short of everything else; around
that patient each fact is moved to just below, on and just above every threshold of either version. Criteria only get
easier to meet as a fact improves, so a patient admitted by one tree alone is on this grid whenever there is one: the
patients who just meet the branches decide alone, their neighbours are for show.

Bounds: what both trees ask alike, about facts that nothing else asks about, is met by everybody on the grid; of the
rest 256 branches a tree and 1,500 patients. With more branches nothing is decided here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, islice, product
from typing import Literal

from parsers.criteria.trees import leaves_of
from parsers.models import Group, Leaf, Position, Tree
from tracker.compare.directions import BESIDE_THE_LOGIC
from tracker.compare.facts import Facts, around, fact_of, least, test_of, worst
from tracker.compare.shape import canon
from tracker.label.demands import set_by_label

MOST_BRANCHES = 256
MOST_PATIENTS = 1500

Admitted = Literal["more", "fewer", "same", "other"]
Branch = tuple[Leaf, ...]


@dataclass(frozen=True, slots=True)
class Admission:
    """What the new tree admits against the old, with the patients of the grid who gain and who lose.

    `doubt` says why they decide nothing, "" when they do: the grid was cut at its bound, or a tree admits nobody, so
    that it contradicts itself and was misread.
    """

    admitted: Admitted
    gain: tuple[Facts, ...]
    lose: tuple[Facts, ...]
    doubt: str = ""


def compare_admission(old: Group, new: Group, of: Position) -> Admission:
    """Compare two normal trees (see `shape.normal_root`) by the patients they admit."""
    before, after, alike = _apart(_deciding(old, of), _deciding(new, of))
    leaves = [*leaves_of(before), *leaves_of(after)]
    ways = [list(islice(_branches(tree), MOST_BRANCHES + 1)) for tree in (before, after)]
    patients = islice(_grid([*ways[0], *ways[1]], leaves), MOST_PATIENTS)
    admits_before, admits_after = _compiled(before), _compiled(after)
    verdicts = [(facts, admits_before(facts), admits_after(facts)) for facts in patients]
    met = _just_meets(next(_branches(alike), ()), list(leaves_of(alike)))
    gain = tuple({**met, **facts} for facts, was, now in verdicts if now and not was)
    lose = tuple({**met, **facts} for facts, was, now in verdicts if was and not now)
    return Admission(_admitted(gain, lose), gain, lose, _doubt(ways, verdicts))


def typical_patient(tree: Group, of: Position) -> Facts:
    """The patient who just meets the first way through a tree."""
    deciding = _deciding(tree, of)
    leaves = list(leaves_of(deciding))
    return _just_meets(next(_branches(deciding), ()), leaves)


def _apart(old: Group, new: Group) -> tuple[Group, Group, Group]:
    """Both trees without what they ask alike about facts that nothing else asks about, and that part of them."""
    alike = [child for child in old.children if canon(child) in {canon(other) for other in new.children}]
    kept = [child for child in (*old.children, *new.children) if canon(child) not in {canon(one) for one in alike}]
    facts = _facts(kept)
    while bound := [child for child in alike if not facts.isdisjoint(_facts([child]))]:
        alike = [child for child in alike if child not in bound]
        facts |= _facts(bound)
    free = {canon(child) for child in alike}
    before, after = (tuple(child for child in tree.children if canon(child) not in free) for tree in (old, new))
    return Group("all", before), Group("all", after), Group("all", tuple(alike))


def _facts(trees: Iterable[Tree]) -> set[str]:
    return {fact_of(leaf) for tree in trees for leaf in leaves_of(tree)}


def _doubt(ways: Iterable[list[Branch]], verdicts: list[tuple[Facts, bool, bool]]) -> str:
    if any(len(branches) > MOST_BRANCHES for branches in ways):
        return "the criteria have more branches than were compared"
    if not any(was for _, was, _ in verdicts) or not any(now for _, _, now in verdicts):
        return "the criteria as read contradict each other, so they were compared one by one"
    return ""


def _admitted(gain: tuple[Facts, ...], lose: tuple[Facts, ...]) -> Admitted:
    if gain:
        return "other" if lose else "more"
    return "fewer" if lose else "same"


def _deciding(tree: Group, of: Position) -> Group:
    """The tree without limits and paperwork, and without what the label demands of everybody anyway."""
    return Group("all", tuple(part for child in tree.children if (part := _undecided(child, of)) is not None))


def _undecided(tree: Tree, of: Position) -> Tree | None:
    """What of a tree tells patients apart, None when everybody meets it: a choice with such a part is open to all."""
    if isinstance(tree, Leaf):
        return None if tree.key in BESIDE_THE_LOGIC or set_by_label(tree, of.product, of.phase) else tree
    parts = [_undecided(child, of) for child in tree.children]
    left = tuple(part for part in parts if part is not None)
    met = len(parts) - len(left)
    if tree.op == "at_least" and tree.n is not None:
        return Group("at_least", left, tree.n - met) if tree.n > met else None
    return None if not left or (tree.op == "any" and met) else Group(tree.op, left)


def _branches(tree: Tree) -> Iterator[Branch]:
    """Every way through a tree: criteria that together are enough."""
    if isinstance(tree, Leaf):
        yield (tree,)
    elif tree.op == "any":
        for child in tree.children:
            yield from _branches(child)
    else:
        count = tree.n if tree.op == "at_least" and tree.n is not None else len(tree.children)
        for chosen in combinations(tree.children, count):
            for parts in product(*(list(islice(_branches(child), MOST_BRANCHES + 1)) for child in chosen)):
                yield tuple(leaf for part in parts for leaf in part)


def _grid(branches: Iterable[Branch], leaves: list[Leaf]) -> Iterator[Facts]:
    bases = [_just_meets(branch, leaves) for branch in dict.fromkeys(branches)]
    yield from bases
    moves = sorted({(fact_of(leaf), value) for leaf in leaves for value in around(leaf)}, key=repr)
    for base in bases:
        for fact, value in moves:
            if base[fact] != value:
                yield {**base, fact: value}


def _just_meets(branch: Branch, leaves: list[Leaf]) -> Facts:
    facts: Facts = {fact_of(leaf): worst(leaf) for leaf in leaves}
    for leaf in branch:
        fact = fact_of(leaf)
        # Of two criteria on one fact the stricter one stands: a value that already meets this one is kept.
        if not test_of(leaf)(facts) or facts[fact] == worst(leaf):
            facts[fact] = least(leaf)
    return facts


def _compiled(tree: Tree) -> Callable[[Facts], bool]:
    if isinstance(tree, Leaf):
        return test_of(tree)
    tests = [_compiled(child) for child in tree.children]
    if tree.op == "at_least":
        count = tree.n or 1
        return lambda facts: sum(test(facts) for test in tests) >= count
    return _until(tests, stop=tree.op == "any")


def _until(tests: list[Callable[[Facts], bool]], *, stop: bool) -> Callable[[Facts], bool]:
    """`any` stops at the first test that is met, `all` at the first that is not; a plain loop is twice as fast here."""

    def run(facts: Facts) -> bool:
        for test in tests:
            if test(facts) is stop:
                return stop
        return not stop

    return run
