"""What helps where a policy's answer is no, told once for all denials that the same steps are for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tracker.alerts.wording import WORDING
from tracker.board.board import Board
from tracker.board.paths import policy_path, position_anchor
from tracker.board.positions import heading
from tracker.board.words import WORDS
from tracker.in_force import InForce
from tracker.paperwork.denials import Covered, Denial, denials
from tracker.paperwork.next_steps import Step, next_steps


@dataclass(frozen=True, slots=True)
class DeniedUse:
    """One denial: what the same payer covers instead, as words and path, and peers that cover what it denies."""

    anchor: str
    heading: str
    status: str
    instead: tuple[tuple[str, str], ...]
    peers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AfterNo:
    """Denials with the steps that are for them."""

    uses: tuple[DeniedUse, ...]
    steps: tuple[Step, ...]


def after_no(board: Board, policy: InForce) -> tuple[AfterNo, ...]:
    """The denials of a policy in force, those with the same steps together."""
    found: dict[tuple[Step, ...], list[DeniedUse]] = {}
    for denial in denials(board.covering, policy):
        position = denial.position
        steps = tuple(next_steps(position.status, position.product, policy.payer.payer_type))
        found.setdefault(steps, []).append(_use(denial))
    return tuple(AfterNo(tuple(uses), steps) for steps, uses in found.items())


def _use(denial: Denial) -> DeniedUse:
    position = denial.position
    n = denial.policy.policy.positions.index(position)
    return DeniedUse(
        position_anchor(n), heading(position), WORDING.statuses[position.status], _paths(denial.instead), denial.peers
    )


def _paths(instead: Iterable[Covered]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (f"{WORDING.products[one.product]}, {WORDS.routes[one.route]}", policy_path(one.source)) for one in instead
    )
