"""What was tried for pain: drugs that are counted without a name are no antidepressants."""

from __future__ import annotations

import re
from dataclasses import replace

from parsers.criteria.families import findings_in
from parsers.criteria.trees import leaves_of, present
from parsers.language.patterns import compiled
from parsers.models import CriterionKey, Group, Indication, Tree

PAIN: frozenset[Indication | None] = frozenset(
    ("chronic_pain", "neuropathic_pain", "crps", "headache", "fibromyalgia", "cancer_pain", "acute_pain")
)
_COUNTED: frozenset[CriterionKey] = frozenset(("failed_ad_count", "failed_ad_classes"))
_ANTIDEPRESSANT = compiled(r"\banti-?depress|\b(?:SSRI|SNRI|TCA|tricyclic|AD)s?\b", re.IGNORECASE)

# Those that stand behind the colon.
_OF_THESE = compiled(r"\b(?:one|two|three|four|\d) of (?:these|the following)\b[^:]*: ", re.IGNORECASE)


def with_drugs_for_pain(tree: Tree | None, indication: Indication | None) -> Tree | None:
    """`tree`, with counts of drugs that are not said to be antidepressants as criteria without a key, in pain.

    A count of drugs that are then named ("two of these have failed: gabapentin, pregabalin") is asked for by name.
    """
    if tree is None or indication not in PAIN:
        return tree
    return _without_counts(tree, frozenset(leaf.text for leaf in leaves_of(tree) if leaf.key == "preferred_step"))


def counts_drugs(text: str) -> bool:
    """Whether a clause counts drugs that failed and names no antidepressant: "if two oral agents have failed"."""
    return not _ANTIDEPRESSANT.search(text) and any(found.key in _COUNTED for found in findings_in(text))


def _without_counts(tree: Tree, named: frozenset[str]) -> Tree | None:
    if isinstance(tree, Group):
        kept = present(_without_counts(child, named) for child in tree.children)
        return Group(tree.op, tuple(kept), tree.n) if kept else None
    if tree.key not in _COUNTED or _ANTIDEPRESSANT.search(tree.text):
        return tree
    is_named = tree.text in named and _OF_THESE.search(tree.text)
    return None if is_named else replace(tree, key="unparsed", value=None)
