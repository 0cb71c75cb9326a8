"""What two dresses of one policy must agree in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from parsers.models import Group, ParsedPolicy, Tree


@dataclass(frozen=True)
class Said:
    """All that a policy says, without the words that say it."""

    quality: str
    positions: frozenset[tuple[object, ...]]
    leaves: frozenset[tuple[object, ...]]
    codes: frozenset[str]
    facts: tuple[object, ...]

    def differences(self, other: Said) -> Iterator[str]:
        """What is missing in `other` ("-") and what it has beside ("+")."""
        if self.quality != other.quality:
            yield f"quality {self.quality} > {other.quality}"
        for name in ("positions", "leaves", "codes"):
            mine, its = getattr(self, name), getattr(other, name)
            yield from (f"- {_shown(one)}" for one in sorted(map(repr, mine - its)))
            yield from (f"+ {_shown(one)}" for one in sorted(map(repr, its - mine)))
        if self.facts != other.facts:
            yield f"facts {self.facts} > {other.facts}"


def _shown(one: str) -> str:
    return one.replace("'", "")


def said(policy: ParsedPolicy) -> Said:
    """What `policy` says of positions, criteria with how often each stands there, codes, number and dates."""
    facts = policy.policy
    dates = (facts.number, facts.effective_on, facts.published_on, facts.last_reviewed_on, facts.next_review_on)
    return Said(
        policy.quality,
        frozenset((one.product, one.indication, one.phase, one.status) for one in policy.positions),
        frozenset(
            (one.product, one.indication, one.phase, *leaf)
            for one in policy.positions
            for leaf in Counter(_leaves(one.criteria))
        ),
        frozenset(code.code for code in policy.codes),
        (*map(str, dates), facts.superseded),
    )


def _leaves(tree: Tree | None) -> Iterator[tuple[str, str]]:
    if isinstance(tree, Group):
        for child in tree.children:
            yield from _leaves(child)
    elif tree is not None and tree.key != "unparsed":
        yield tree.key, str(tree.value)
