"""One form for trees that mean the same, so that nesting, order and wording of a list never look like a change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from parsers.models import CriterionKey, Group, Leaf, Op, Tree

# Of these keys a tree may hold several leaves side by side; only equal values are the same criterion.
_LISTED: frozenset[CriterionKey] = frozenset({"exclusion", "preferred_step", "site"})

Canon = tuple[object, ...]


def slot(leaf: Leaf) -> Canon:
    """What makes two leaves the same criterion, perhaps with another value: the key, with its scale or list item."""
    if leaf.key in _LISTED:
        return (leaf.key, leaf.value)
    return (leaf.key, getattr(leaf.value, "scale", None))


def canon(tree: Tree) -> Canon:
    """A tree's meaning without wording, pages and order."""
    if isinstance(tree, Leaf):
        return (tree.key, repr(tree.value))
    return (tree.op, tree.n or 0, tuple(sorted((canon(child) for child in tree.children), key=repr)))


def leaves_of(tree: Tree | None) -> Iterator[Leaf]:
    if isinstance(tree, Leaf):
        yield tree
    elif tree is not None:
        for child in tree.children:
            yield from leaves_of(child)


def normal_root(tree: Tree | None) -> Group:
    """A tree in normal form under one `all`, without the clauses that could not be read."""
    found = _normal(tree) if tree is not None else None
    if found is None:
        return Group("all", ())
    return found if isinstance(found, Group) and found.op == "all" else Group("all", (found,))


def _normal(tree: Tree) -> Tree | None:
    if isinstance(tree, Leaf):
        return None if tree.key == "unparsed" else tree
    op, n = _plain_op(tree)
    children = [child for child in map(_normal, tree.children) if child is not None]
    if op == "none":
        return _normal_none(children)
    children = _unique(_flat(op, children))
    if op == "all":
        children = _sites_as_choice(children)
    if not children:
        return None
    if len(children) == 1 and op != "at_least":
        return children[0]
    return Group(op, tuple(children), n)


def _plain_op(group: Group) -> tuple[Op, int | None]:
    if group.op != "at_least" or group.n is None:
        return group.op, None
    if group.n <= 1:
        return "any", None
    return ("all", None) if group.n >= len(group.children) else ("at_least", group.n)


def _normal_none(children: list[Tree]) -> Tree | None:
    """An exclusion denies by itself: under `none` it is the same criterion as on its own."""
    exclusions = [child for child in children if isinstance(child, Leaf) and child.key == "exclusion"]
    rest = tuple(child for child in children if child not in exclusions)
    kept: list[Tree] = [*exclusions, *([Group("none", rest)] if rest else [])]
    if not kept:
        return None
    return kept[0] if len(kept) == 1 else Group("all", tuple(kept))


def _flat(op: Op, children: Iterable[Tree]) -> list[Tree]:
    flat: list[Tree] = []
    for child in children:
        flat += child.children if isinstance(child, Group) and child.op == op and op != "at_least" else (child,)
    return flat


def _unique(children: Iterable[Tree]) -> list[Tree]:
    return list({canon(child): child for child in reversed(list(children))}.values())[::-1]


def _sites_as_choice(children: list[Tree]) -> list[Tree]:
    """Kinds of place listed side by side are places to choose from: nobody is treated in two at once."""
    sites = [child for child in children if isinstance(child, Leaf) and child.key == "site"]
    if len(sites) < 2:
        return children
    rest = [child for child in children if child not in sites]
    return [*rest, Group("any", tuple(sites))]


def without(tree: Group, keys: frozenset[CriterionKey]) -> Group:
    """A normal tree less the leaves of some keys."""
    children = [_without(child, keys) for child in tree.children]
    return replace(tree, children=tuple(child for child in children if child is not None))


def _without(tree: Tree, keys: frozenset[CriterionKey]) -> Tree | None:
    if isinstance(tree, Leaf):
        return None if tree.key in keys else tree
    kept = without(tree, keys)
    return kept if kept.children else None
