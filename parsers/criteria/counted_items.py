"""Lead-ins that count the items under them ("ONE of these has been tried …"), and not the drugs that have failed."""

from __future__ import annotations

from collections.abc import Iterator

from parsers.criteria.trees import keys, without
from parsers.models import Leaf, Tree
from parsers.patterns import compiled

_COUNTS_ITEMS = compiled(
    r"\b(?P<n>\d+|any|either)(?: or more)? of (?:the )?(?:following|these|those|below)\b"
    r"(?! (?:\w+ )?(?:antidepress|drugs|medic|agents|classes))"
)


def without_counted_items(own: Tree | None, below: Tree | None, lead_in: str) -> Tree | None:
    """What a lead-in asks for itself, without the number of items that it asks for where they count failed drugs."""
    counted = _COUNTS_ITEMS.search(lead_in)
    if not (own and below and counted and "failed_ad_count" in keys(own) & keys(below)):
        return own
    number = int(counted["n"]) if counted["n"].isdigit() else 1
    return without(own, "failed_ad_count") if set(_counts(own)) == {number} else own


def _counts(tree: Tree) -> Iterator[object]:
    if not isinstance(tree, Leaf):
        yield from (count for child in tree.children for count in _counts(child))
    elif tree.key == "failed_ad_count":
        yield tree.value
