"""Whether a policy has followed a label event: by its own text, by reference, or not yet, and by which clause not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from db.label import Response
from parsers.models import Indication, Position
from tracker.compare.silence import answer_to
from tracker.compare.status import DENIED
from tracker.label.against import stand
from tracker.label.events import LabelEvent
from tracker.label.reference import Move, moves_of


@dataclass(frozen=True, slots=True)
class LabelResponse:
    """What a policy says to one use that an event widened or added. `text` and `page` are the clause that lags or
    denies, else the one that answers; None where the policy is silent.
    """

    indication: Indication
    response: Response
    text: str | None = None
    page: int | None = None


def responses(positions: Sequence[Position], event: LabelEvent) -> tuple[LabelResponse, ...]:
    """A policy's answer to each use that an event moved; none when the policy is not about the event's drug."""
    if not any(position.product == event.product for position in positions):
        return ()
    return tuple(_response(positions, event, move) for move in moves_of(event) if move.direction == "expands")


def _response(positions: Sequence[Position], event: LabelEvent, move: Move) -> LabelResponse:
    indication = move.after.indication
    answer = answer_to(event.product, indication, "initial", positions)
    if answer is None:
        return LabelResponse(indication, "not_stated")
    proof = answer.evidence[0] if answer.evidence else None
    stated = (proof.text, proof.page) if proof else (None, None)
    if answer.status in DENIED:
        return LabelResponse(indication, "denied", *stated)
    if answer.status == "unknown":
        return LabelResponse(indication, "unknown", *stated)
    standing = stand(answer, positions, event)
    lagging = next((one.leaf for one in standing.of("stricter") if one.leaf.key in move.keys), None)
    if lagging is not None:
        return LabelResponse(indication, "lags", lagging.text, lagging.page)
    return LabelResponse(indication, "by_reference" if standing.by_reference else "follows", *stated)
