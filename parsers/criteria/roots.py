"""Limits and paperwork, which decide nothing, as leaves of the root."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parsers.criteria.alone_or_with import alone_or_with
from parsers.criteria.families import ROOT_KEYS
from parsers.criteria.lists import opens_other_way
from parsers.criteria.stand_ins import lets_others_consult, needs_nobody
from parsers.criteria.trees import group
from parsers.models import Group, Leaf, Tree


def limits_of(tree: Tree | None) -> Iterator[Leaf]:
    """The limits and papers that stand anywhere in a tree."""
    if isinstance(tree, Leaf):
        if tree.key in ROOT_KEYS:
            yield tree
    elif tree is not None:
        for child in tree.children:
            yield from limits_of(child)


def without_limits(tree: Tree | None) -> Tree | None:
    """A tree of what decides; None when nothing in it does."""
    if tree is None or isinstance(tree, Leaf):
        return None if tree is None or tree.key in ROOT_KEYS else tree
    kept = [child for child in map(without_limits, tree.children) if child is not None]
    return group(tree.op, kept, tree.n) if kept else None


def rooted(tree: Tree | None, limits: Sequence[Leaf]) -> Tree | None:
    """The deciding criteria and the limits under one `all`; nested `all` are opened, lists of exclusions joined."""
    chosen = alone_or_with(tree)
    deciding = list(_without_lifted(tuple(_opened(chosen)))) if chosen else []
    barred = [part for part in deciding if isinstance(part, Group) and part.op == "none"]
    if len(barred) > 1:
        place = deciding.index(barred[0])
        deciding[place] = Group("none", tuple(dict.fromkeys(child for part in barred for child in part.children)))
        deciding = [part for index, part in enumerate(deciding) if index == place or part not in barred]
    stated = {(leaf.key, leaf.value): leaf for leaf in reversed(limits)}
    return group("all", [*deciding, *reversed(stated.values())])


def _without_lifted(parts: Sequence[Tree]) -> Iterator[Tree]:
    """The parts but for a prescriber whom a sentence on "other prescribers" lets them consult instead."""
    asked = [part for part in parts if isinstance(part, Leaf) and part.key == "prescriber"]
    ways = {part.value for part in asked if opens_other_way(part.text) or lets_others_consult(part.text)}
    if any(needs_nobody(part.text) for part in asked):
        ways |= {part.value for part in asked}
    lifted = [part for part in asked if f"{part.value}_or_consult" in ways]
    yield from (part for part in parts if part not in lifted)


def _opened(tree: Tree) -> Iterator[Tree]:
    if isinstance(tree, Group) and tree.op == "all":
        for child in tree.children:
            yield from _opened(child)
    else:
        yield tree
