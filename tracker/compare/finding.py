"""What a comparison of one question finds: its changes, how sure they are, and the answers they are about."""

from __future__ import annotations

from dataclasses import dataclass, replace

from db.changes import Change, Confidence, Direction
from parsers.models import Position
from tracker.compare.admission import Admission


@dataclass(frozen=True, slots=True)
class Finding:
    """The changes of one question, with how sure they are and why; `admission` is None where no trees were compared.

    `old` and `new` are the answers that were compared: the broader one where a version names no such position, None
    where it is silent. `misread`: one version seems to have been read badly, so that no verdict can rest on it.
    """

    changes: tuple[Change, ...]
    confidence: Confidence = "high"
    reason: str = ""
    admission: Admission | None = None
    old: Position | None = None
    new: Position | None = None
    misread: bool = False

    @property
    def moves_access(self) -> bool:
        return any(change.direction in ("expands", "restricts") for change in self.changes)


def question_change(position: Position, key: str, direction: Direction) -> Change:
    """A change of the answer as a whole, on the axis that the question lies on."""
    return Change(
        product=position.product,
        indication=position.indication,
        phase=position.phase,
        key=key,
        axis="continuity" if position.phase == "renewal" else "eligibility",
        direction=direction,
        before=None,
        after=None,
    )


def quoted(change: Change, old: Position | None, new: Position | None) -> Change:
    """The change with the first passage of each side that states the answer."""
    before, after = (side.evidence[0] if side and side.evidence else None for side in (old, new))
    return replace(
        change,
        before_text=before.text if before else None,
        after_text=after.text if after else None,
        before_page=before.page if before else None,
        after_page=after.page if after else None,
    )
