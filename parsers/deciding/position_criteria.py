"""The criteria of one position: its lists, what loose sentences add, and amounts that hold for each phase."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from parsers.criteria.ages_of_some import without_ages_of_some
from parsers.criteria.kept import obliges
from parsers.criteria.logic import read_criteria
from parsers.criteria.pain import counts_drugs
from parsers.criteria.recalled import all_of_first
from parsers.criteria.roots import limits_of
from parsers.criteria.trees import QUALITIES, intolerance_counted, keys, without
from parsers.criteria.unread_parts import asks, runs_on_as_list
from parsers.deciding.findings import Requirement
from parsers.deciding.outranked import Key
from parsers.deciding.projection import project
from parsers.language.patterns import compiled
from parsers.lists.items_alone import without_shared_list
from parsers.lists.items_of_phase import without_items_of_first
from parsers.lists.pointed_bars import without_pointers
from parsers.models import CriterionKey, Evidence, Group, Leaf, Phase, Product, Tree
from parsers.outline import Node
from parsers.uses.indications import covers, named_indications
from parsers.uses.uses_beside_title import has_list_of_its_own, is_beside_title

_ONLY_INITIAL = frozenset({"initial_auth_days"})
_ONLY_RENEWAL = frozenset({"renewal_auth_days", "renewal_response"})
# What a drug that was not borne may stand for; what is not read may ask for a trial, too.
_EXCUSED: frozenset[CriterionKey] = frozenset(
    {
        *QUALITIES, "failed_ad_count", "failed_ad_classes", "preferred_step", "augmentation_trials", "psychotherapy",
        "ect_tms", "unparsed",
    }
)  # fmt: skip
_AMOUNTS: frozenset[CriterionKey] = frozenset(
    {"dose_max_mg", "frequency_max_per_week", "quantity_limit", "documentation"}
)
# "Send the psychiatrist's notes with a request": of depression, whichever position was told last.
_OF_THE_MIND = compiled(
    r"\b(?:psychiatr\w+|mental[- ]health|behaviou?ral[- ]health|antidepress\w+|depress\w+|PHQ|MADRS)\b", re.IGNORECASE
)


def criteria_of(key: Key, requirements: Iterable[Requirement]) -> Tree | None:
    """The criteria of one position: its lists, and what loose sentences add to them."""
    listed: list[Node] = []
    loose: list[Node] = []
    shared: list[Node] = []
    requirements = without_shared_list(tuple(requirements), key.indication)
    treated = has_list_of_its_own(key.indication, requirements)
    for requirement in requirements:
        if not _concerns(requirement, key, treated=treated) or _is_of_another_field(requirement, key):
            continue
        node = project(requirement.node, key.indication, requirement.indications, key.product)
        if node is not None:
            node = without_items_of_first(node, key.phase)
            as_list = requirement.listed or _runs_on(node)
            (shared if requirement.amounts else listed if as_list else loose).append(node)
    asked = (_read(listed, key), _known(_read(loose, key), key.phase))
    own = [tree for tree in _with_trials_beside(*asked) if tree is not None]
    joined = intolerance_counted(_joined([*own, *_amounts(_read(shared, key), own)]))
    told = without_ages_of_some(_without_own_step(without_pointers(joined), key.product))
    return _in_phase(told, key.phase)


def _runs_on(node: Node) -> bool:
    return not node.children and runs_on_as_list(node.block.text)


def _with_trials_beside(listed: Tree | None, loose: Tree | None) -> tuple[Tree | None, Tree | None]:
    """Both, a loose sentence that intolerance counts as failure only beside a trial or step that it can excuse."""
    if listed is None or loose is None or (keys(listed) | keys(loose)) & _EXCUSED:
        return listed, loose
    return listed, without(loose, "intolerance_counts")


def with_label_reference(tree: Tree | None, key: Key, shown: Evidence) -> Tree | None:
    """The criteria of a cover of whatever the label admits: it follows the label (contract: label_dynamic), though
    only the answer, `shown`, may say so.
    """
    if key.indication != "fda_labeled" or key.phase != "initial" or (tree and "label_dynamic" in keys(tree)):
        return tree
    leaf = Leaf("label_dynamic", True, shown.text, shown.page)
    return _joined([tree, leaf] if tree else [leaf])


def _amounts(shared: Tree | None, own: Sequence[Tree]) -> Iterator[Leaf]:
    """The amounts and papers that hold for each phase, of those kinds of which the phase states none of its own; the
    claims that it is seen by are no paper that is sent in place of others.
    """
    stated = {leaf.key for tree in own for leaf in limits_of(tree) if leaf.value != "claims"}
    return (leaf for leaf in limits_of(shared) if leaf.key in _AMOUNTS - stated)


def _read(nodes: Sequence[Node], key: Key) -> Tree | None:
    return read_criteria(nodes, phase=key.phase, product=key.product, indication=key.indication)


def _known(tree: Tree | None, phase: Phase) -> Tree | None:
    """A tree without its unparsed leaves: a loose sentence need not be a criterion at all. Alternatives stay whole,
    and so does a clause that is read in part, or that counts what failed for pain.
    """
    if tree is None or isinstance(tree, Leaf):
        return None if tree is None or (tree.key == "unparsed" and not _is_kept(tree.text)) else tree
    if tree.op == "any" and any(_known(child, phase) for child in tree.children):
        return tree
    within = (child if _asks(child, phase) else _known(child, phase) for child in tree.children)
    kept = tuple(child for child in within if child is not None)
    return Group(tree.op, kept, tree.n) if kept else None


def _is_kept(text: str) -> bool:
    return obliges(text) or counts_drugs(text)


def _asks(tree: Tree, phase: Phase) -> bool:
    """Whether an unparsed leaf is a clause beside others that are read, or obliges somebody."""
    if not isinstance(tree, Leaf) or tree.key != "unparsed":
        return False
    return asks(tree.text) or obliges(tree.text) or (phase == "renewal" and all_of_first(tree.text))


def _joined(trees: Sequence[Tree]) -> Tree | None:
    """One tree that asks for all of `trees`, each clause once."""
    parts: dict[tuple[str, object] | Group, Tree] = {}
    for tree in trees:
        for part in tree.children if isinstance(tree, Group) and tree.op == "all" else (tree,):
            same = (part.key, part.value if part.value is not None else part.text) if isinstance(part, Leaf) else part
            parts.setdefault(same, part)
    children = tuple(parts.values())
    return children[0] if len(children) == 1 else Group("all", children) if children else None


def _without_own_step(tree: Tree | None, product: Product) -> Tree | None:
    """A tree in which the drug itself is no step before the drug: what a clause on it asks for is not known."""
    if isinstance(tree, Group):
        return replace(tree, children=tuple(filter(None, (_without_own_step(one, product) for one in tree.children))))
    own = tree is not None and tree.key == "preferred_step" and tree.value == product
    return replace(tree, key="unparsed", value=None) if tree is not None and own else tree


def _in_phase(tree: Tree | None, phase: Phase) -> Tree | None:
    """A tree without the leaves that only the other phase can have."""
    foreign = _ONLY_RENEWAL if phase == "initial" else _ONLY_INITIAL
    if tree is None or isinstance(tree, Leaf):
        return None if tree is None or tree.key in foreign else tree
    kept = tuple(child for child in (_in_phase(child, phase) for child in tree.children) if child is not None)
    return Group(tree.op, kept, tree.n) if kept else None


def _concerns(requirement: Requirement, key: Key, *, treated: bool) -> bool:
    own = covers(requirement.indications, key.indication) or key.indication == "any"
    said = requirement.node.block
    of_all = not requirement.indications and (treated or not is_beside_title(key.indication, said.path, said.text))
    return key.product in requirement.products and (requirement.phase or "initial") == key.phase and (own or of_all)


def _is_of_another_field(requirement: Requirement, key: Key) -> bool:
    """Whether a loose sentence on psychiatric care was told behind the cover of anesthesia, which it does not name."""
    if key.indication != "anesthesia" or requirement.listed:
        return False
    text = requirement.node.block.text
    return bool(_OF_THE_MIND.search(text)) and key.indication not in named_indications(text)
