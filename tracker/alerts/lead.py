"""What of a comparison is said first: its headline, what it is about, and the change to name in one line."""

from __future__ import annotations

from dataclasses import dataclass

from db.changes import Change, Comparison
from tracker.alerts.advice import DECISIVE
from tracker.alerts.content import Codes
from tracker.alerts.plain import plain
from tracker.alerts.wording import WORDING, change_words, subject_words, value_words

_AXES = ("eligibility", "scope", "amount", "continuity", "setting", "friction", "coding")


@dataclass(frozen=True, slots=True)
class Lead:
    """The first lines of an alert. `more` counts the changes that `line` leaves out; `main` is the first, if any."""

    headline: str
    subject: str
    line: str
    more: int
    main: Change | None


def lead_of(comparison: Comparison) -> Lead:
    """The first lines for a comparison, whose changes may stand in any order."""
    changes = in_order(comparison)
    swap = codes_in(changes)
    if comparison.action_required and changes and changes[0].axis == "coding" and swap.gone and swap.new:
        line = f"codes: {', '.join(swap.gone)} → {', '.join(swap.new)}"
        shown = sum(change.axis == "coding" for change in changes)
    else:
        named = _named(comparison, changes)
        line = "; but ".join(change_words(change) for change in named) or comparison.reason or "see the document"
        shown = len(named)
    return Lead(
        headline=_headline(comparison),
        # Both drugs when an action comes without a change.
        subject=plain(subject_words(changes[0]) if changes else "ketamine and esketamine", 120),
        line=plain(line, 200),
        more=len(changes) - shown,
        main=changes[0] if changes else None,
    )


def in_order(comparison: Comparison) -> tuple[Change, ...]:
    """The changes that carry the verdict first, then by weight of their axis."""
    carries = "restricts" if comparison.verdict == "restricted" else "expands"

    def weight(change: Change) -> tuple[bool, bool, int]:
        return change.direction != carries, change.key not in DECISIVE, _AXES.index(change.axis)

    return tuple(sorted(comparison.changes, key=weight))


def codes_in(changes: tuple[Change, ...]) -> Codes:
    """The codes that come and go."""
    new = tuple(plain(value_words(one.after), 40) for one in changes if one.key == "code_added")
    gone = tuple(plain(value_words(one.before), 40) for one in changes if one.key == "code_removed")
    return Codes(new, gone)


def weight_of(comparison: Comparison) -> str:
    """What the changes concern, and how sure the reading is: "concerns who is eligible · confidence high"."""
    axes = sorted({change.axis for change in comparison.changes}, key=_AXES.index)
    named = ", ".join(WORDING.axes[axis] for axis in axes)
    concerns = f"concerns {named} · " if named else ""
    return f"{concerns}confidence {comparison.confidence}"


def _headline(comparison: Comparison) -> str:
    words = WORDING.verdicts[comparison.verdict]
    return "Action required" if comparison.action_required and comparison.verdict == "neutral" else words


def _named(comparison: Comparison, changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """The change to name in one line; of a mixed verdict one each way."""
    if comparison.verdict != "mixed":
        return changes[:1]
    found = (next((one for one in changes if one.direction == way), None) for way in ("expands", "restricts"))
    return tuple(change for change in found if change) or changes[:1]
