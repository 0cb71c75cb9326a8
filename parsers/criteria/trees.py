"""Criteria trees put together: operators without idle nesting, and trials that were not tolerated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from parsers.models import CriterionKey, Group, Leaf, Op, Tree

QUALITIES: frozenset[CriterionKey] = frozenset(
    ("trial_weeks", "trial_dose", "nonresponse_cutoff_pct", "trial_adherence_pct")
)
# Treatments that are tried beside antidepressants, or in the place of one.
OTHER_TREATMENTS: frozenset[CriterionKey] = frozenset(("augmentation_trials", "ect_tms", "psychotherapy"))
_COUNTS: frozenset[CriterionKey] = frozenset(("failed_ad_count", "failed_ad_classes", "augmentation_trials"))


def group(op: Op, children: Iterable[Tree], n: int | None = None) -> Tree | None:
    """The operator over its children; None without children, the child itself when it stands alone under all or any."""
    opened = [
        part
        for child in children
        for part in (
            child.children if op in ("all", "any") and isinstance(child, Group) and child.op == op else (child,)
        )
    ]
    # Telling trees apart takes in all their leaves.
    kept = tuple(dict.fromkeys(opened)) if len(opened) > 1 else tuple(opened)
    if op == "any":
        kept = tuple(part for part in kept if not _is_within(part, kept))
    if not kept:
        return None
    if len(kept) == 1 and op in ("all", "any"):
        return kept[0]
    return Group(op, kept, n)


def _is_within(part: Tree, others: Sequence[Tree]) -> bool:
    """Whether an alternative asks for a prescriber whom another of them asks only to be consulted."""
    if not isinstance(part, Leaf) or part.key != "prescriber":
        return False
    return any(isinstance(other, Leaf) and other.value == f"{part.value}_or_consult" for other in others)


def with_common_apart(tree: Tree | None) -> Tree | None:
    """Alternatives, with the criteria that each of them asks for beside them."""
    if not isinstance(tree, Group) or tree.op != "any":
        return tree
    asked = [list(asked_together(way)) for way in tree.children]
    common = [part for part in asked[0] if all(part in other for other in asked[1:])]
    rest = (group("all", [part for part in way if part not in common]) for way in asked)
    ways = list(present(rest))
    return group("all", [*common, *present((group("any", ways),))]) if len(ways) == len(asked) and common else tree


def asked_together(tree: Tree) -> tuple[Tree, ...]:
    """What a tree asks for all together, part by part: itself alone where it is no such list."""
    return tree.children if isinstance(tree, Group) and tree.op == "all" else (tree,)


def parts_of_topic(keys: frozenset[CriterionKey], tree: Tree) -> list[Tree]:
    """The parts of what a tree asks for that are of no other keys than these."""
    return [part for part in asked_together(tree) if {leaf.key for leaf in leaves_of(part)} <= keys]


def present(trees: Iterable[Tree | None]) -> Iterator[Tree]:
    """The trees that are there."""
    return (tree for tree in trees if tree is not None)


def keys(tree: Tree) -> set[CriterionKey]:
    """The keys of a tree's leaves."""
    return {tree.key} if isinstance(tree, Leaf) else {key for child in tree.children for key in keys(child)}


def leaves_of(tree: Tree | None) -> Iterator[Leaf]:
    """The criteria of a tree in reading order; none where there is no tree."""
    if isinstance(tree, Leaf):
        yield tree
    elif tree is not None:
        for child in tree.children:
            yield from leaves_of(child)


def without(tree: Tree, key: CriterionKey) -> Tree | None:
    """The tree without the leaves of a key; None when nothing else is in it."""
    if isinstance(tree, Leaf):
        return None if tree.key == key else tree
    return group(tree.op, present(without(child, key) for child in tree.children), tree.n)


def with_intolerance(parts: Sequence[Tree], *, steps: bool) -> list[Tree]:
    """The parts of one `all`, in which intolerance counts among the failures that stand beside it.

    A trial that was not tolerated counts whatever its length, dose or effect; a count without these is met by failures
    or by intolerance. `steps`: whether named agents are among those failures.
    """
    tolerated = [part for part in parts if isinstance(part, Leaf) and part.key == "intolerance_counts"]
    qualities = [part for part in parts if keys(part) <= QUALITIES]
    agents = [part for part in parts if steps and keys(part) == {"preferred_step"}]
    counts = [part for part in parts if keys(part) <= _COUNTS]
    if not tolerated or not (qualities or agents or counts):
        return list(parts)
    merged = [*_excused(agents, tolerated), *_counted(counts, qualities, tolerated)]
    bound = {id(part) for part in (*tolerated, *qualities, *agents, *counts)}
    place = next(index for index, part in enumerate(parts) if id(part) in bound)
    before = [part for part in parts[:place] if id(part) not in bound]
    return [*before, *merged, *(part for part in parts[place:] if id(part) not in bound)]


def excused_altogether(parts: Sequence[Tree]) -> list[Tree]:
    """The parts of one `all`, with the failures among them for whoever is not excused from all such drugs."""
    tolerated = [part for part in parts if isinstance(part, Leaf) and part.key == "intolerance_counts"]
    trials = [part for part in parts if keys(part) <= QUALITIES | _COUNTS]
    if not (tolerated and trials):
        return list(parts)
    excused = list(_excused(trials, tolerated))
    place = next(index for index, part in enumerate(parts) if part in trials)
    bound = {id(part) for part in (*tolerated, *trials)}
    return [
        *(part for part in parts[:place] if id(part) not in bound),
        *excused,
        *(part for part in parts[place:] if id(part) not in bound),
    ]


def _excused(asked: Sequence[Tree], tolerated: Sequence[Tree]) -> Iterator[Tree]:
    if asked:
        yield from present((group("any", [*present((group("all", asked),)), *tolerated]),))


def _counted(counts: Sequence[Tree], qualities: Sequence[Tree], tolerated: Sequence[Tree]) -> Iterator[Tree]:
    if qualities:
        yield from counts
        yield from _excused(qualities, tolerated)
    elif counts:
        yield from _excused(counts, tolerated)


def intolerance_counted(tree: Tree | None) -> Tree | None:
    """A tree in which a clause of its own ("intolerance counts as failure") loosens the trials beside it."""
    if tree is None or isinstance(tree, Leaf):
        return tree
    told = _shared_out(tree.children) if tree.op == "all" else tree.children
    children = [
        child if tree.op == "any" and _is_lesser(child, tree.children) else counted
        for child in told
        if (counted := intolerance_counted(child)) is not None
    ]
    if tree.op == "all":
        children = with_intolerance(list(_reopened(children)), steps="failed_ad_count" not in keys(tree))
    return group(tree.op, children, tree.n)


def _is_lesser(way: Tree, ways: Sequence[Tree]) -> bool:
    """Whether a way asks for fewer failures than another, and for intolerance beside them ("two, or one if …")."""
    if isinstance(way, Leaf) or way.op != "all" or keys(way) != {"failed_ad_count", "intolerance_counts"}:
        return False
    counts = [each.value for each in leaves_of(way) if each.key == "failed_ad_count" and isinstance(each.value, int)]
    others = (
        each.value for other in ways if other is not way for each in leaves_of(other) if each.key == "failed_ad_count"
    )
    flat = all(isinstance(child, Leaf) for child in way.children)
    return flat and any(isinstance(other, int) and other > max(counts) for other in others)


def _shared_out(parts: Sequence[Tree]) -> Sequence[Tree]:
    """The parts, intolerance that is told once of several ways to have failed in each of these.

    "One of: three drugs for four weeks; two drugs and two augmentations. A drug not tolerated counts as failed."
    """
    tolerated = [part for part in parts if isinstance(part, Leaf) and part.key == "intolerance_counts"]
    ways = [part for part in parts if isinstance(part, Group) and _are_ways_to_fail(part)]
    beside = any(keys(part) <= QUALITIES | _COUNTS for part in parts if part not in ways)
    if not tolerated or len(ways) != 1 or beside:
        return parts
    each = group("any", present(group("all", (way, *tolerated)) for way in ways[0].children))
    return [*present(each if part is ways[0] else part for part in parts if part not in tolerated)]


def _are_ways_to_fail(part: Group) -> bool:
    """Whether each of several alternatives counts drugs that failed, one tells of what kind their trials were, and none
    speaks of intolerance itself.
    """
    counted = all("failed_ad_count" in keys(way) for way in part.children)
    return part.op == "any" and counted and bool(keys(part) & QUALITIES) and "intolerance_counts" not in keys(part)


def _reopened(parts: Sequence[Tree]) -> Iterator[Tree]:
    """The parts, a count met by failures or by intolerance as these where what each trial had to be is told behind it.

    "Failure of or intolerance to two antidepressants. Each trial: at least six weeks."
    """
    for part, behind in zip_longest(parts, parts[1:]):
        told_behind = behind is not None and keys(behind) <= QUALITIES
        yield from _open(part) if told_behind else (part,)


def _open(part: Tree) -> tuple[Tree, ...]:
    """A count of failures or else intolerance, as the two; any other part as it is."""
    if isinstance(part, Leaf) or part.op != "any":
        return (part,)
    counts = [child for child in part.children if keys(child) <= _COUNTS]
    is_count = len(counts) == 1 and keys(part) - _COUNTS == {"intolerance_counts"}
    # "Two, or one if another is not borne": intolerance inside a way is no way of its own.
    flat = all(isinstance(child, Leaf) or "intolerance_counts" not in keys(child) for child in part.children)
    return part.children if is_count and flat and "failed_ad_count" in keys(part) else (part,)


def quoting(tree: Tree | None, text: str) -> Tree | None:
    """The tree with `text` as the evidence of each leaf, where it was read from a part that is not printed so."""
    if tree is None or isinstance(tree, Leaf):
        return tree and replace(tree, text=text)
    return replace(tree, children=tuple(child for child in (quoting(c, text) for c in tree.children) if child))


def asks_more_than_bars(tree: Tree | None) -> bool:
    """Whether a tree asks for anything but that conditions be absent, which may be asked of every use alike."""
    if tree is None or isinstance(tree, Leaf):
        return tree is not None
    return tree.op != "none" and (tree.op != "all" or any(map(asks_more_than_bars, tree.children)))
