"""Items that ask for none of the bars which another part of the policy lists ("no contraindication named below")."""

from __future__ import annotations

import re

from parsers.criteria.kept import only_names_bars
from parsers.criteria.trees import group
from parsers.language.patterns import compiled
from parsers.models import Group, Leaf, Tree

_BARS = r"(?:contraindications?|exclusions?|exclusion criteria|exclusionary conditions|bars|disqualifying conditions)"
# Bars of a label or of another paper are not those of the policy.
_POINTS = compiled(
    rf"^(?!.*\b(?:label\w*|prescribing information|insert|manufacturer|REMS)\b).*"
    rf"\b(?:no|none|not any|not one|free|without)(?: of)?(?: the| these| those| any)? {_BARS}\b[^.;]{{0,25}}"
    r"\b(?:below|above|further down|further on|later|that follow|(?:listed|named|set out|given|in) (?:in |under )?"
    r"(?:this|the (?:next|last|following)|section|part|item))\b",
    re.IGNORECASE,
)
_FEWEST = 2


def without_pointers(tree: Tree | None) -> Tree | None:
    """`tree` without the items that point to bars, where these stand in it: they are asked for once."""
    if not isinstance(tree, Group) or tree.op != "all" or not any(map(_bars, tree.children)):
        return tree
    listed = any(_bars(part) and len(part.children) >= _FEWEST for part in tree.children if isinstance(part, Group))
    return group("all", (part for part in tree.children if not _points(part, listed=listed)))


def _bars(part: Tree) -> bool:
    return isinstance(part, Group) and part.op == "none"


def _points(part: Tree, *, listed: bool) -> bool:
    """Whether a part points to bars: by their place, or to those which are `listed`, by what they are called."""
    if not isinstance(part, Leaf) or part.key != "unparsed":
        return False
    return bool(_POINTS.match(part.text) or (listed and only_names_bars(part.text)))
