"""Which new contents wait for a second fetch before anybody hears of them: a portal's bad night looks like a loss."""

from __future__ import annotations

from db.changes import Comparison
from parsers.models import ParsedPolicy, Position

_ADMITTING = frozenset({"covered", "case_by_case"})
_LEAST_POSITIONS = 4
_LEAST_WORDS = 60
_SHARE_LEFT = 0.4

Answer = tuple[str, str, str]


def reason_to_wait(old: ParsedPolicy, new: ParsedPolicy, comparison: Comparison, *, greatest_loss: float = 0.5) -> str:
    """What was lost, in a sentence that is the same for the same loss; "" when nothing was.

    A loss is a removal, a denial after coverage, or a collapse of what could be read: more than the share
    `greatest_loss` of the positions.
    """
    losses = [*_collapses(old, new, greatest_loss), *_lost_coverage(old, new), *_removed(comparison)]
    return "; ".join(dict.fromkeys(losses))


def _collapses(old: ParsedPolicy, new: ParsedPolicy, greatest_loss: float) -> list[str]:
    losses = []
    if loses_more_than(greatest_loss, old, new):
        losses.append(f"less than {1 - greatest_loss:.0%} of the positions can be read")
    if _words(old) >= _LEAST_WORDS and _words(new) < _words(old) * _SHARE_LEFT:
        losses.append("most of the text is gone")
    losses.extend(f"{product} is no longer named" for product in old.products if product not in new.products)
    return losses


def loses_more_than(share: float, old: ParsedPolicy, new: ParsedPolicy) -> bool:
    """Whether more than a share of the positions is gone; of a handful every one is a large share, so it says no."""
    return len(old.positions) >= _LEAST_POSITIONS and len(new.positions) < len(old.positions) * (1 - share)


def _lost_coverage(old: ParsedPolicy, new: ParsedPolicy) -> list[str]:
    after = _answers(new)
    return [
        f"{' '.join(answer)}: was {_word(before)}, now {_word(after.get(answer))}"
        for answer, before in sorted(_answers(old).items())
        if before & _ADMITTING and not after.get(answer, set()) & _ADMITTING
    ]


def _removed(comparison: Comparison) -> list[str]:
    return [
        f"{change.product} {change.indication} {change.phase}: gone"
        for change in comparison.changes
        if change.key == "position_removed" and change.direction not in {"expands", "neutral"}
    ]


def _answers(policy: ParsedPolicy) -> dict[Answer, set[str]]:
    found: dict[Answer, set[str]] = {}
    for position in policy.positions:
        found.setdefault(_answer(position), set()).add(position.status)
    return found


def _answer(position: Position) -> Answer:
    return (position.product, position.indication, position.phase)


def _words(policy: ParsedPolicy) -> int:
    return sum(len(block.text.split()) for block in policy.blocks)


def _word(statuses: set[str] | None) -> str:
    return " and ".join(sorted(statuses)).replace("_", " ") if statuses else "gone"
