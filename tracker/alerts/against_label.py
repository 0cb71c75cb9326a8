"""Where a change moved a payer against the FDA label: its class before and now, and the clauses that make the class."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from db.changes import Change, StoredComparison
from parsers.models import Position, Product, value_to_json
from tracker.alerts.plain import plain
from tracker.alerts.wording import WORDING, key_words, side_words, use_words
from tracker.label.against import LabelFinding, Standing, stand
from tracker.label.events import LABELS, LabelEvent, label_before, label_on
from tracker.label.rules import Side

CLAUSES_SHOWN = 6
_LINE = 400
_SIDES: Mapping[Side, str] = {"stricter": "Beyond the label", "looser": "Below the label"}


@dataclass(frozen=True, slots=True)
class Sides:
    """What the document said before and says now; None where that cannot be read."""

    old: Sequence[Position] | None
    new: Sequence[Position] | None
    is_paged: bool


def against_label_lines(stored: StoredComparison, sides: Sides) -> tuple[str, ...]:
    """Each labeled use that the changes touch: its class before and now with the clauses that make it so today, judged
    by the label in force when the change takes effect, or when it was found. Empty where no labeled use is touched.
    """
    if sides.old is None or sides.new is None:
        return ()
    day = date.fromisoformat(stored.effective_on or stored.detected_at[:10])
    lines = [
        line for position in sides.new for line in _about(position, stored, sides.old, sides.new, day, sides.is_paged)
    ]
    return tuple(plain(line, _LINE) for line in dict.fromkeys(lines))


def _about(
    position: Position, stored: StoredComparison, old: Sequence[Position], new: Sequence[Position], day: date,
    is_paged: bool,
) -> Iterator[str]:  # fmt: skip
    if not any(_touches(change, position) for change in stored.content.changes):
        return
    before_label, label = _labels(stored, position.product, day)
    now = stand(position, new, label)
    if label is None or now.use is None:
        return
    before = next((stand(one, old, before_label) for one in old if _question(one) == _question(position)), None)
    yield f"{use_words(*_question(position))}: {_moved(before, now)} (label of {label.approved_on})."
    gone = _gone(before, now) if before else ""
    if gone:
        yield f"No longer beyond the label: {gone}."
    clauses = [line for side in _SIDES for line in _clauses(now.of(side), _SIDES[side], is_paged=is_paged)]
    yield from clauses[:CLAUSES_SHOWN]
    if len(clauses) > CLAUSES_SHOWN:
        yield f"And {len(clauses) - CLAUSES_SHOWN} more: `ketwatch label {stored.source}`"


def _touches(change: Change, position: Position) -> bool:
    """Whether a change may have moved an answer; codes say nothing of who is treated."""
    if change.product != position.product or change.axis == "coding":
        return False
    return (
        (change.indication, change.phase) == (position.indication, position.phase)
        or change.indication == "any"
        # What follows the label by reference moves under the name of its own clause.
        or change.key == "label_dynamic"
    )


def _labels(stored: StoredComparison, product: Product, day: date) -> tuple[LabelEvent | None, LabelEvent | None]:
    """The editions to judge by before and now: one and the same, unless it was the label that changed."""
    event = next((one for one in LABELS.events if one.event == stored.label_event), None)
    if event and event.product == product:
        return label_before(event), event
    found = label_on(product, day)
    return found, found


def _question(position: Position) -> tuple[Product, str, str]:
    return (position.product, position.indication, position.phase)


def _moved(before: Standing | None, now: Standing) -> str:
    words = WORDING.label_classes[now.label_class]
    if before is None:
        return f"not addressed before, now {words}"
    if before.label_class == now.label_class:
        return f"{words}, as before"
    return f"{WORDING.label_classes[before.label_class]} before, now {words}"


def _gone(before: Standing, now: Standing) -> str:
    """What was asked beyond the label before and is not any more."""
    left = [_said(one) for one in now.of("stricter")]
    return "; ".join(said for one in before.of("stricter") if (said := _said(one)) not in left)


def _clauses(findings: Iterable[LabelFinding], side: str, *, is_paged: bool) -> Iterator[str]:
    """A line for each clause, with all that it asks for."""
    by_clause: dict[tuple[str, int], list[str]] = {}
    for finding in findings:
        by_clause.setdefault((finding.leaf.text, finding.leaf.page), []).append(_said(finding))
    for (text, page), said in by_clause.items():
        where = f" (p. {page})" if is_paged else ""
        yield f"{side}: {'; '.join(said)}{where}: “{text}”"


def _said(finding: LabelFinding) -> str:
    leaf = finding.leaf
    return f"{key_words(leaf.key).label}: {side_words(leaf.key, value_to_json(leaf.value))}"
