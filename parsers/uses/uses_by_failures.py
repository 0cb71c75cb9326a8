"""Depression as such after two failed antidepressants is resistant depression, whatever a policy calls it.

The label means no other by it (domain.md 8: two antidepressants or more, of adequate dose and duration).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from parsers.criteria.trees import leaves_of
from parsers.models import Position
from parsers.uses.branch_uses import FEWEST_FAILURES


def with_resistance_named(positions: Iterable[Position]) -> tuple[Position, ...]:
    """`positions`, esketamine's cover for depression as one for resistant depression where none stands beside it."""
    told = tuple(positions)
    ours = [each for each in told if each.product == "esketamine" and each.status == "covered"]
    beside = any(each.product == "esketamine" and each.indication in ("trd", "any") for each in told)
    resistant = any(map(_asks_failures, ours)) and not beside
    return tuple(_named(each) if resistant and each in ours else each for each in told)


def _asks_failures(position: Position) -> bool:
    of_depression = position.indication == "mdd" and position.phase == "initial" and position.criteria is not None
    return of_depression and any(
        leaf.key == "failed_ad_count" and isinstance(leaf.value, int) and leaf.value >= FEWEST_FAILURES
        for leaf in leaves_of(position.criteria)
    )


def _named(position: Position) -> Position:
    return replace(position, indication="trd") if position.indication == "mdd" else position
