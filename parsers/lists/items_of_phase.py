"""Items of a list of both phases that say of themselves that they are for first requests alone."""

from __future__ import annotations

from parsers.language.patterns import compiled
from parsers.models import Phase
from parsers.outline import Node
from parsers.uses.note_wording import FIRST_ONLY, limit_told

_ASIDE = compiled(r"[(\[](?P<said>[^()\[\]]{5,80})[)\]][\s.;,:]*(?:and)?\W*$")
_IN_FRONT = compiled(r"^\W*(?P<said>[^:;,.()]{5,60})[:,] ")
_BEHIND = compiled(r"(?:[;,.]|\s[–—-])\s+(?P<said>[^:;,.()]{5,60})\W*$")


def without_items_of_first(node: Node, phase: Phase) -> Node:
    """`node`, for renewals without the items that are for first requests alone."""
    if phase != "renewal" or not node.children:
        return node
    kept = (child for child in node.children if not _is_of_first(child.block.text))
    return node.over(tuple(without_items_of_first(child, phase) for child in kept))


def _is_of_first(text: str) -> bool:
    found = (form.search(text) for form in (_ASIDE, _IN_FRONT, _BEHIND))
    return any(limit_told(each["said"].strip("\u2060")) == FIRST_ONLY for each in found if each)
