"""What a lead-in over trials asks for itself: not the number of its items, but the episode or years that they lie in.

"ONE of these has been tried …" counts the items under it, and no drugs that have failed; "true for the present episode"
is said of the trials under it.
"""

from __future__ import annotations

from collections.abc import Iterator

from parsers.criteria.logic_wording import HOW_EACH
from parsers.criteria.trees import OTHER_TREATMENTS, group, keys, present, without
from parsers.criteria.trial_lengths import times
from parsers.criteria.trials import lies_in_episode
from parsers.criteria.wording import Finding
from parsers.language.patterns import compiled
from parsers.models import Block, Leaf, Tree

# What the text is about that says how drugs were tried, where its own words do not name them.
FAILED = "failed antidepressants"
_COUNTS_ITEMS = compiled(
    r"\b(?P<n>\d+|any|either)(?: or more)? of (?:the )?(?:following|these|those|below)\b"
    r"(?! (?:\w+ )?(?:antidepress|drugs|medic|agents|classes))"
)


def asked_by_lead(own: Tree | None, below: Tree | None, lead_in: str, block: Block) -> Tree | None:
    """What a lead-in asks for itself, where `own` was read in it and `below` in its list."""
    own = without_number_of(_without_counted_items(own, below, lead_in), below, lead_in)
    own = _without_answered(own, below)
    if below is None or "failed_ad_count" not in keys(below):
        return own
    known = keys(below) | (keys(own) if own else frozenset())
    when = (Leaf(each.key, each.value, block.text, block.page) for each in _when(lead_in) if each.key not in known)
    return group("all", present((own, *when)))


def _when(lead_in: str) -> Iterator[Finding]:
    """When the drugs below must have failed: in the present episode, or so many months back."""
    if lies_in_episode(lead_in):
        yield Finding("episode_scope", "current")
    yield from (each for each in times(lead_in) if each.key == "lookback_months")


def _without_answered(own: Tree | None, below: Tree | None) -> Tree | None:
    """What a lead-in asks for itself, without the partner drug of which it is told below whether one is needed
    ("Companion antidepressant" over "Not required").
    """
    return without(own, "oral_ad") if own and below and keys(below) == {"oral_ad"} else own


def tells_how_tried(lead_in: str, below: Tree | None) -> bool:
    """Whether a lead-in over failed drugs says how each was tried ("…, each for 8 weeks"), and not that they failed."""
    return below is not None and "failed_ad_count" in keys(below) and bool(HOW_EACH.search(lead_in))


def _without_counted_items(own: Tree | None, below: Tree | None, lead_in: str) -> Tree | None:
    """What a lead-in asks for itself, without the number of items that it asks for where they count failed drugs."""
    return _without_number(own, lead_in) if own and below and "failed_ad_count" in keys(own) & keys(below) else own


def without_number_of(own: Tree | None, below: Tree | None, lead_in: str) -> Tree | None:
    """What a lead-in asks for itself, where its number is that of treatments below it that are no antidepressants."""
    others = below is not None and keys(below) & OTHER_TREATMENTS
    return _without_number(own, lead_in) if own and others else own


def _without_number(own: Tree, lead_in: str) -> Tree | None:
    counted = _COUNTS_ITEMS.search(lead_in)
    number = int(counted["n"]) if counted and counted["n"].isdigit() else 1
    return without(own, "failed_ad_count") if counted and set(_counts(own)) == {number} else own


def _counts(tree: Tree) -> Iterator[object]:
    if not isinstance(tree, Leaf):
        yield from (count for child in tree.children for count in _counts(child))
    elif tree.key == "failed_ad_count":
        yield tree.value
