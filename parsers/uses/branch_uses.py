"""Branches of a choice that name the labeled uses by what they ask: depression after failed antidepressants in one,
depression with acute suicidality in the next. The first is resistant depression (domain.md 2: two failures or more).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.criteria.families import findings_in
from parsers.language.glosses import gloss
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.outline import Node, walk
from parsers.uses.indications import mentions
from parsers.uses.scopes import required_indications

_ANTIDEPRESSANTS = compiled(r"\bantidepress\w+|\bSSRIs?\b|\bSNRIs?\b")
_SUICIDAL = compiled(r"\bsuicid", re.IGNORECASE)
FEWEST_FAILURES = 2


def with_branch_uses(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """`nodes`, with the name of the use behind the diagnosis in a branch that describes resistant depression."""
    return tuple(_with_uses(node) for node in nodes)


def _with_uses(node: Node) -> Node:
    if not node.children:
        return node
    branches = [child for child in node.children if child.children and child.block.kind == "item"]
    crisis = len(branches) > 1 and any(_SUICIDAL.search(part.block.text) for part in walk(branches))
    acute = crisis and any("mdsi" in _asked(branch) for branch in branches)
    kept = [_named(child) if acute and _is_resistant(child) else _with_uses(child) for child in node.children]
    return node.over(kept)


def _asked(branch: Node) -> set[str]:
    return {use for part in walk((branch,)) for use in required_indications(part.block.text)}


def _is_resistant(branch: Node) -> bool:
    """Whether a branch asks for depression as such and for two failed antidepressants or more."""
    is_branch = branch.block.kind == "item" and bool(branch.children)
    return is_branch and _asked(branch) == {"mdd"} and any(_counts_failures(branch))


def _counts_failures(branch: Node) -> Iterator[bool]:
    for part in walk(branch.children):
        said = part.block
        if _ANTIDEPRESSANTS.search(said.text):
            found = findings_in(said.text)
            counts = (each.value for each in found if each.key == "failed_ad_count")
            yield any(isinstance(count, int) and count >= FEWEST_FAILURES for count in counts)


def _named(branch: Node) -> Node:
    """The branch, the first line that names the diagnosis followed by the name of the use."""
    if mentions(branch.block.text):
        return replace(branch, block=_glossed(branch.block))
    place = next((place for place, child in enumerate(branch.children) if mentions(child.block.text)), None)
    if place is None:
        return branch
    told = branch.children[place]
    named = replace(told, block=_glossed(told.block))
    return branch.over((*branch.children[:place], named, *branch.children[place + 1 :]))


def _glossed(block: Block) -> Block:
    return replace(block, text=f"{block.text.rstrip()}{gloss('treatment-resistant depression')}")
