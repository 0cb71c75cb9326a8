"""Which position of the old version stands against which of the new, and which criterion of a tree against which."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from parsers.criteria.trees import leaves_of
from parsers.models import Group, Leaf, Op, Position, Tree
from tracker.compare.directions import BESIDE_THE_LOGIC
from tracker.compare.shape import Canon, canon, slot

_Thing = TypeVar("_Thing")


@dataclass(frozen=True, slots=True)
class PositionPair:
    """One question answered by both versions, or by one of them."""

    old: Position | None
    new: Position | None

    @property
    def position(self) -> Position:
        """The answer as it stands now, or as it stood. Raises ValueError when neither side has one."""
        position = self.new or self.old
        if position is None:
            raise ValueError("a pair of positions needs at least one side")
        return position


@dataclass(frozen=True, slots=True)
class LeafPair:
    """A criterion in both trees, or in one of them. `under` is the operator it was added to or taken from; `repeated`
    when another criterion of its kind must hold beside it, as the weeks of one trial beside those of another.
    """

    before: Leaf | None
    after: Leaf | None
    under: Op = "all"
    repeated: bool = False

    @property
    def leaf(self) -> Leaf:
        """The criterion as it stands now, or as it stood. Raises ValueError when neither side has one."""
        leaf = self.after or self.before
        if leaf is None:
            raise ValueError("a pair of criteria needs at least one side")
        return leaf


@dataclass(frozen=True, slots=True)
class Alignment:
    """Criteria that differ between two trees. `same_shape` is False when branches or operators differ too."""

    pairs: tuple[LeafPair, ...]
    same_shape: bool


def pair_positions(old: Iterable[Position], new: Iterable[Position]) -> tuple[PositionPair, ...]:
    """Positions by product, indication and phase, then by route; `any` route and esketamine meet every route."""
    before, after = _by_question(old), _by_question(new)
    pairs: list[PositionPair] = []
    for question in [*after, *(question for question in before if question not in after)]:
        pairs += _pair_routes(before.get(question, []), after.get(question, []))
    return tuple(pairs)


def _by_question(positions: Iterable[Position]) -> dict[tuple[str, str, str], list[Position]]:
    questions: dict[tuple[str, str, str], list[Position]] = defaultdict(list)
    for position in positions:
        questions[position.product, position.indication, position.phase].append(position)
    return questions


def _pair_routes(old: list[Position], new: list[Position]) -> list[PositionPair]:
    left, right = list(old), list(new)
    pairs: list[PositionPair] = []
    for test in (_same_route, _compatible_route):
        for before in list(left):
            match = next((after for after in right if test(before, after)), None)
            if match is not None:
                pairs.append(PositionPair(before, match))
                left.remove(before)
                right.remove(match)
    pairs += [PositionPair(one, _of_every_route(one, new)) for one in left]
    return [*pairs, *(PositionPair(_of_every_route(one, old), one) for one in right)]


def _of_every_route(one: Position, others: list[Position]) -> Position | None:
    """What the other version says of any route, where that is the same status: it speaks of this route too."""
    return next((other for other in others if other.route == "any" and other.status == one.status), None)


def _same_route(old: Position, new: Position) -> bool:
    return old.route == new.route


def _compatible_route(old: Position, new: Position) -> bool:
    return old.product == "esketamine" or "any" in (old.route, new.route)


def align_trees(old: Group, new: Group) -> Alignment:
    """The criteria that differ between two normal trees (see `shape.normal_root`)."""
    pairs, same_shape = _align(old, new)
    kept = _without_moved(pairs)
    return Alignment(tuple(kept), same_shape and len(kept) == len(pairs))


def _without_moved(pairs: list[LeafPair]) -> list[LeafPair]:
    """Pairs less the criteria that only moved inside the tree; what the move means is for admission to say."""
    gone = Counter(canon(pair.before) for pair in pairs if pair.before and not pair.after)
    come = Counter(canon(pair.after) for pair in pairs if pair.after and not pair.before)
    moved_out, moved_in = gone & come, gone & come
    kept: list[LeafPair] = []
    for pair in pairs:
        moved = moved_out if pair.after is None else moved_in if pair.before is None else None
        if moved is not None and moved[canon(pair.leaf)]:
            moved[canon(pair.leaf)] -= 1
        else:
            kept.append(pair)
    return kept


def _align(old: Group, new: Group) -> tuple[list[LeafPair], bool]:
    if old.op != new.op:
        return _align_other_operator(old, new)
    left, right = _take_equal(old.children, new.children)
    pairs: list[LeafPair] = []
    # Two criteria of one kind side by side overlap: which of them still matters is for admission to say.
    repeated = _repeated(old) | _repeated(new)
    same_shape = old.n == new.n and not repeated
    for before, after in _match(left, right, _leaf_likeness):
        if isinstance(before, Leaf) and isinstance(after, Leaf):
            pairs.append(LeafPair(before, after, old.op, old.op == "all" and slot(after) in repeated))
    for before, after in _match(left, right, _likeness):
        found, same = _align(_as_group(before, after), _as_group(after, before))
        pairs += found
        same_shape = same_shape and same and isinstance(before, Group) and isinstance(after, Group)
    pairs += [LeafPair(leaf, None, old.op) for child in left for leaf in leaves_of(child)]
    pairs += [LeafPair(None, leaf, old.op) for child in right for leaf in leaves_of(child)]
    plain = old.op == "all" and all(isinstance(child, Leaf) for child in (*left, *right))
    return pairs, same_shape and (plain or not (left or right))


def _align_other_operator(old: Group, new: Group) -> tuple[list[LeafPair], bool]:
    """One side wraps the other ("A" to "A or B", which is one alternative more), or the operator itself changed."""
    direct = _overlap(old.children, new.children)
    for outer_is_new, outer, inner in ((True, new, old), (False, old, new)):
        likeness = max((_likeness(inner, child) for child in outer.children), default=0.0)
        if likeness > 0 and likeness >= direct:
            wrapped = Group(outer.op, (inner,), outer.n)
            sides = (wrapped, outer) if outer_is_new else (outer, wrapped)
            return _align(*sides)[0], False
    as_new = Group(new.op, old.children, new.n)
    return _align(as_new, new)[0], False


def _take_equal(old: Sequence[Tree], new: Sequence[Tree]) -> tuple[list[Tree], list[Tree]]:
    left, right = list(old), list(new)
    for before in old:
        match = next((after for after in right if canon(after) == canon(before)), None)
        if match is not None:
            left.remove(before)
            right.remove(match)
    return left, right


def _match(
    left: list[_Thing], right: list[_Thing], likeness: Callable[[_Thing, _Thing], float]
) -> list[tuple[_Thing, _Thing]]:
    """Pairs the likest of both lists first, takes them out of the lists, and stops where nothing is alike."""
    scored = [(likeness(a, b), i, j) for i, a in enumerate(left) for j, b in enumerate(right)]
    pairs: list[tuple[int, int]] = []
    for score, i, j in sorted(scored, key=lambda one: (-one[0], one[1] + one[2], one[1])):
        if score > 0 and all(i != taken[0] and j != taken[1] for taken in pairs):
            pairs.append((i, j))
    found = [(left[i], right[j]) for i, j in sorted(pairs)]
    left[:] = [one for i, one in enumerate(left) if all(i != pair[0] for pair in pairs)]
    right[:] = [one for j, one in enumerate(right) if all(j != pair[1] for pair in pairs)]
    return found


def _leaf_likeness(a: Tree, b: Tree) -> float:
    return float(isinstance(a, Leaf) and isinstance(b, Leaf) and slot(a) == slot(b))


def _likeness(a: Tree, b: Tree) -> float:
    """How much of two subtrees is the same criteria, 0 to 1; 0 for two leaves, which are matched before."""
    if isinstance(a, Leaf) and isinstance(b, Leaf):
        return 0.0
    if isinstance(a, Leaf) and isinstance(b, Group):
        return _leaf_in_group(a, b)
    if isinstance(a, Group) and isinstance(b, Leaf):
        return _leaf_in_group(b, a)
    return _overlap((a,), (b,))


def _leaf_in_group(leaf: Leaf, group: Group) -> float:
    slots = [slot(child) for child in group.children if isinstance(child, Leaf)]
    return 1 / (1 + len(group.children)) if slot(leaf) in slots else 0.0


def _overlap(a: Sequence[Tree], b: Sequence[Tree]) -> float:
    """Share of slots in common, equal values counting double."""
    old = Counter(slot(leaf) for tree in a for leaf in leaves_of(tree))
    new = Counter(slot(leaf) for tree in b for leaf in leaves_of(tree))
    equal_old = Counter(canon(leaf) for tree in a for leaf in leaves_of(tree))
    equal_new = Counter(canon(leaf) for tree in b for leaf in leaves_of(tree))
    common = (old & new).total() + (equal_old & equal_new).total()
    return common / max(1, 2 * (old | new).total())


def _repeated(group: Group) -> set[Canon]:
    """The kinds of criteria that stand more than once in a group."""
    slots = [slot(child) for child in group.children if isinstance(child, Leaf) and child.key not in BESIDE_THE_LOGIC]
    return {kind for kind, count in Counter(slots).items() if count > 1}


def _as_group(tree: Tree, other: Tree) -> Group:
    """A leaf that meets a group is a group of one under the same operator."""
    return tree if isinstance(tree, Group) else Group(other.op if isinstance(other, Group) else "all", (tree,))
