"""One form for trees that mean the same, so that nesting, order and wording of a list never look like a change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from parsers.criteria.trees import leaves_of
from parsers.models import CriterionKey, Group, Leaf, Op, Tree, value_to_json
from tracker.compare.directions import BESIDE_THE_LOGIC

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


def normal_root(tree: Tree | None) -> Group:
    """A tree in normal form under one `all`: clauses that could not be read left out, limits and what intolerance
    counts for beside the logic, operators flattened, what repeats or adds nothing left out. `none` is `all`: its leaves
    say what is asked of the patient (to be free of a condition), as `ketwatch check` reads them.
    """
    found = _normal(tree) if tree is not None else None
    logic = (found,) if isinstance(found, Leaf) or (found and found.op != "all") else found.children if found else ()
    beside = [leaf for leaf in leaves_of(tree) if leaf.key in BESIDE_THE_LOGIC]
    return Group("all", (*logic, *_unique(beside)))


def _normal(tree: Tree) -> Tree | None:
    if isinstance(tree, Leaf):
        return None if tree.key == "unparsed" or tree.key in BESIDE_THE_LOGIC else tree
    op, n = _plain_op(tree)
    children = [child for child in map(_normal, tree.children) if child is not None]
    if op != "at_least":
        children = _without_absorbed(op, _unique(_flat(op, children)))
    if op == "all":
        children = _sites_as_choice(children)
    if not children:
        return None
    if len(children) == 1:
        return children[0]
    # Of a list whose rest could not be read no more than what is left can be asked.
    return Group(op, tuple(children), n if n is None else min(n, len(children)))


def _plain_op(group: Group) -> tuple[Op, int | None]:
    if group.op == "none":
        return "all", None
    if group.op != "at_least" or group.n is None:
        return group.op, None
    if group.n <= 1:
        return "any", None
    return ("all", None) if group.n >= len(group.children) else ("at_least", group.n)


def _flat(op: Op, children: Iterable[Tree]) -> list[Tree]:
    flat: list[Tree] = []
    for child in children:
        flat += child.children if isinstance(child, Group) and child.op == op else (child,)
    return flat


def _unique(children: Iterable[Tree]) -> list[Tree]:
    return list({canon(child): child for child in reversed(list(children))}.values())[::-1]


def _without_absorbed(op: Op, children: list[Tree]) -> list[Tree]:
    """The children of an `all` or `any` that tell something beside the others.

    "A and (A or B)" is A, as "2 of A, B, C" is met where "2 of A, B" is; "A or (A and B)" is A, too.
    """
    adds_nothing = _is_met if op == "all" else _needs_more
    return [
        child
        for child in children
        if isinstance(child, Leaf) or not adds_nothing(child, [other for other in children if other is not child])
    ]


def _is_met(choice: Group, others: list[Tree]) -> bool:
    """Whether those who meet the others meet a choice: enough of it stands among them, or in a narrower choice."""
    if choice.op == "all":
        return False
    said = {canon(other) for other in others}
    given = Counter(map(canon, choice.children))
    if sum(canon(child) in said for child in choice.children) >= (choice.n or 1):
        return True
    choices = [other for other in others if isinstance(other, Group) and other.op != "all"]
    return any((one.n or 1) >= (choice.n or 1) and Counter(map(canon, one.children)) <= given for one in choices)


def _needs_more(alternative: Group, others: list[Tree]) -> bool:
    """Whether an alternative demands one of the others and more."""
    said = {canon(other) for other in others}
    return alternative.op == "all" and not said.isdisjoint(map(canon, alternative.children))


def _sites_as_choice(children: list[Tree]) -> list[Tree]:
    """Kinds of place listed side by side are places to choose from: nobody is treated in two at once."""
    sites = [child for child in children if isinstance(child, Leaf) and child.key == "site"]
    if len(sites) < 2:
        return children
    rest = [child for child in children if child not in sites]
    return [*rest, Group("any", tuple(sites))]


def formula(tree: Tree) -> str:
    """A normal tree as one line of words: what must hold, and of what there is a choice."""
    if isinstance(tree, Leaf):
        return f"{tree.key} {value_to_json(tree.value)}"
    joint = {"any": " or ", "at_least": ", "}.get(tree.op, " and ")
    inner = joint.join(formula(child) if isinstance(child, Leaf) else f"({formula(child)})" for child in tree.children)
    return f"{tree.n} of ({inner})" if tree.op == "at_least" else inner
