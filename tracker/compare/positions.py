"""One question answered by two versions, as changes: the status first, then the criteria."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from db.changes import Change, Confidence, Direction
from parsers.models import Group, Leaf, Position
from tracker.compare.admission import Admission, Admitted, compare_admission
from tracker.compare.alignment import LeafPair, PositionPair, align_trees
from tracker.compare.directions import BESIDE_THE_LOGIC
from tracker.compare.leaves import leaf_change
from tracker.compare.shape import formula, normal_root
from tracker.compare.silence import answer_without
from tracker.compare.status import DENIED, status_direction
from tracker.compare.unread import reworded_unread

# What the patients say of every criterion; where some gain and some lose, each criterion speaks for itself.
_DECIDED: Mapping[Admitted, Direction] = {
    "more": "expands",
    "fewer": "restricts",
    "same": "neutral",
    "other": "unknown",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """The changes of one question, with how sure they are and why; `admission` is None where no trees were compared."""

    changes: tuple[Change, ...]
    confidence: Confidence = "high"
    reason: str = ""
    admission: Admission | None = None


def compare_pair(pair: PositionPair, old: Iterable[Position], new: Iterable[Position], *, gone: bool) -> Finding:
    """The changes of one question. `old` and `new` are all positions of each version; `gone`: one is superseded."""
    if pair.old is not None and pair.new is not None:
        if pair.old.status != pair.new.status:
            return _status_finding(pair.old, pair.new)
        return _criteria_finding(pair.old, pair.new)
    other = answer_without(pair.position, old if pair.new else new)
    finding = _one_sided(pair.position, other, added=pair.new is not None)
    if not gone:
        return finding
    changes = tuple(replace(change, direction="unknown") for change in finding.changes)
    return Finding(
        changes, "low", "the policy is superseded: its successor has to be read before anything counts as lost"
    )


def _status_finding(old: Position, new: Position) -> Finding:
    direction = status_direction(old.status, new.status)
    change = replace(_quoted(_change(new, "status", direction), old, new), before=old.status, after=new.status)
    if direction == "unknown":
        return Finding((change,), "low", f"the status of {new.indication} could not be read in one version")
    if old.status in DENIED and new.status in DENIED:
        return Finding((change,), reason="the reason of the denial changed, and with it the way to appeal")
    return Finding((change,))


def _criteria_finding(old: Position, new: Position) -> Finding:
    before, after = normal_root(old.criteria), normal_root(new.criteria)
    alignment = align_trees(before, after)
    standing = [leaf for leaf in before.children if isinstance(leaf, Leaf) and leaf in after.children]
    changes = [leaf_change(leaf_pair, new, standing) for leaf_pair in alignment.pairs]
    finding = Finding(tuple(changes))
    if changes or not alignment.same_shape:
        admission = compare_admission(before, after, new)
        finding = Finding(tuple(changes), admission=admission)
        if not alignment.same_shape and admission.doubt:
            finding = replace(finding, confidence="low", reason=admission.doubt)
        elif not alignment.same_shape:
            finding = _by_admission(alignment.pairs, changes, admission, new, before, after)
    return _with_authorization(_with_unread(finding, alignment.pairs, old, new), old, new)


def _with_unread(finding: Finding, pairs: Sequence[LeafPair], old: Position, new: Position) -> Finding:
    """A criterion is neither gone nor new where the other version says something like it that could not be read."""
    changes, clauses = list(finding.changes), []
    for n, pair in enumerate(pairs):
        if pair.before is None or pair.after is None:
            own, other = (old, new) if pair.before else (new, old)
            clause = reworded_unread(pair.leaf, own.criteria, other.criteria)
            if clause is not None:
                changes[n] = replace(changes[n], direction="unknown")
                clauses.append(f"{pair.leaf.key} may stand in a clause that could not be read: {clause}")
    if not clauses:
        return finding
    return replace(finding, changes=tuple(changes), confidence="low", reason="; ".join(clauses))


def _by_admission(
    pairs: Sequence[LeafPair], changes: list[Change], admission: Admission, position: Position, old: Group, new: Group
) -> Finding:
    """Where trees differ in shape, the patients decide: no criterion counts against what they show."""
    decided = _DECIDED[admission.admitted]
    if decided != "unknown":
        changes = [
            change if pair.repeated else _settled(change, decided) for pair, change in zip(pairs, changes, strict=True)
        ]
    told = any(change.direction != "neutral" and change.key not in BESIDE_THE_LOGIC for change in changes)
    if admission.admitted != "same" and not told:
        regrouped = _change(position, "logic", decided)
        changes.append(replace(regrouped, before=formula(old), after=formula(new)))
    return Finding(tuple(changes), "medium", "the criteria were regrouped; compared by who is admitted", admission)


def _settled(change: Change, decided: Direction) -> Change:
    if change.key in BESIDE_THE_LOGIC or change.direction == "neutral":
        return change
    return replace(change, direction=decided)


def _with_authorization(finding: Finding, old: Position, new: Position) -> Finding:
    """Prior authorization demanded or dropped; against a side that does not mention it, with low confidence."""
    before, after = old.prior_authorization, new.prior_authorization
    if before == after or True not in (before, after):
        return finding
    change = _quoted(_change(new, "prior_authorization", "restricts" if after else "expands"), old, new)
    changes = (*finding.changes, replace(change, axis="friction", before=before, after=after))
    if None not in (before, after):
        return replace(finding, changes=changes)
    side = "older" if before is None else "newer"
    return replace(
        finding, changes=changes, confidence="low", reason=f"the {side} version is silent on prior authorization"
    )


def _one_sided(position: Position, other: Position | None, *, added: bool) -> Finding:
    key = "position_added" if added else "position_removed"
    direction, confidence, reason = _one_sided_direction(position, other, added=added)
    sides = (None, position) if added else (position, None)
    change = _quoted(_change(position, key, direction), *sides)
    before, after = (side.indication if side else None for side in sides)
    return Finding((replace(change, before=before, after=after),), confidence, reason)


def _one_sided_direction(
    position: Position, other: Position | None, *, added: bool
) -> tuple[Direction, Confidence, str]:
    if other is not None:
        old, new = (other, position) if added else (position, other)
        return (
            _answers_direction(old, new),
            "medium",
            f"{position.indication} is judged against the broader answer for {other.indication}",
        )
    if position.status in DENIED:
        if added:
            return (
                "restricts",
                "low",
                f"{position.indication} was not mentioned and is now denied: silence was no coverage",
            )
        return "unknown", "low", f"{position.indication} was denied and is no longer mentioned: silence is no answer"
    if position.status == "unknown":
        return "unknown", "low", f"the status of {position.indication} could not be read"
    if added:
        return "expands", "high", ""
    return "restricts", "medium", f"{position.indication} is no longer mentioned: silence is not yet a denial"


def _answers_direction(old: Position, new: Position) -> Direction:
    """What replacing one answer by another does to access, in one word; "unknown" where it does both."""
    if old.status != new.status:
        return status_direction(old.status, new.status)
    found = {change.direction for change in _criteria_finding(old, new).changes} - {"neutral"}
    if not found:
        return "neutral"
    return found.pop() if len(found) == 1 else "unknown"


def _change(position: Position, key: str, direction: Direction) -> Change:
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


def _quoted(change: Change, old: Position | None, new: Position | None) -> Change:
    """The change with the first passage of each side that states the answer."""
    before, after = (side.evidence[0] if side and side.evidence else None for side in (old, new))
    return replace(
        change,
        before_text=before.text if before else None,
        after_text=after.text if after else None,
        before_page=before.page if before else None,
        after_page=after.page if after else None,
    )
