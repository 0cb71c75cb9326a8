"""What was tried for pain: drugs that are counted without a name are no antidepressants."""

from __future__ import annotations

import re
from dataclasses import replace

from parsers.models import CriterionKey, Group, Indication, Leaf, Tree
from parsers.patterns import compiled

PAIN: frozenset[Indication | None] = frozenset(
    ("chronic_pain", "neuropathic_pain", "crps", "headache", "fibromyalgia", "cancer_pain", "acute_pain")
)
_COUNTED: frozenset[CriterionKey] = frozenset(("failed_ad_count", "failed_ad_classes"))
_ANTIDEPRESSANT = compiled(r"\banti-?depress|\b(?:SSRI|SNRI|TCA|tricyclic|AD)s?\b", re.IGNORECASE)


def with_drugs_for_pain(tree: Tree | None, indication: Indication | None) -> Tree | None:
    """`tree`, with counts of drugs that are not said to be antidepressants as criteria without a key, in pain."""
    return _without_counts(tree) if tree is not None and indication in PAIN else tree


def _without_counts(tree: Tree) -> Tree:
    if isinstance(tree, Group):
        return Group(tree.op, tuple(map(_without_counts, tree.children)), tree.n)
    counts = tree.key in _COUNTED and not _ANTIDEPRESSANT.search(tree.text)
    return replace(tree, key="unparsed", value=None) if counts and isinstance(tree, Leaf) else tree
