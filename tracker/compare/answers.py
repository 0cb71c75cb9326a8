"""Two answers to one question, as changes: the status first, then the criteria."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from db.changes import Change, Direction
from parsers.models import Group, Leaf, Position
from tracker.compare.admission import Admission, Admitted, compare_admission
from tracker.compare.alignment import LeafPair, align_trees
from tracker.compare.directions import BESIDE_THE_LOGIC
from tracker.compare.finding import Finding, question_change, quoted
from tracker.compare.leaves import leaf_change
from tracker.compare.shape import formula, normal_root
from tracker.compare.status import DENIED, status_direction
from tracker.compare.unread import reworded_unread

# What the patients say of every criterion; where some gain and some lose, each criterion speaks for itself.
_DECIDED: Mapping[Admitted, Direction] = {
    "more": "expands",
    "fewer": "restricts",
    "same": "neutral",
    "other": "unknown",
}


def compare_answers(old: Position, new: Position) -> Finding:
    """What moved from one answer to the other; a status that moved decides alone."""
    return _criteria_finding(old, new) if old.status == new.status else _status_finding(old, new)


def _status_finding(old: Position, new: Position) -> Finding:
    direction = status_direction(old.status, new.status)
    change = replace(quoted(question_change(new, "status", direction), old, new), before=old.status, after=new.status)
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
            finding = _one_by_one(alignment.pairs, changes, admission, new, before, after)
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
        changes.append(_regrouped(position, decided, old, new))
    return Finding(tuple(changes), "medium", "the criteria were regrouped; compared by who is admitted", admission)


def _one_by_one(
    pairs: Sequence[LeafPair], changes: list[Change], admission: Admission, position: Position, old: Group, new: Group
) -> Finding:
    """Where the patients decide nothing: what everybody has to meet speaks for itself, a choice for nothing."""
    changes = [
        change if pair.under == "all" else _settled(change, "unknown")
        for pair, change in zip(pairs, changes, strict=True)
    ]
    if not any(change.direction != "neutral" for change in changes):
        changes.append(_regrouped(position, "unknown", old, new))
    return Finding(tuple(changes), "low", admission.doubt, admission)


def _regrouped(position: Position, direction: Direction, old: Group, new: Group) -> Change:
    return replace(question_change(position, "logic", direction), before=formula(old), after=formula(new))


def _settled(change: Change, decided: Direction) -> Change:
    if change.key in BESIDE_THE_LOGIC or change.direction == "neutral":
        return change
    return replace(change, direction=decided)


def _with_authorization(finding: Finding, old: Position, new: Position) -> Finding:
    """Prior authorization demanded or dropped; against an older side that does not mention it, with low confidence.

    A version that falls silent drops nothing: what was asked for is lifted in so many words.
    """
    before, after = old.prior_authorization, new.prior_authorization
    if before == after or after is None or True not in (before, after):
        return finding
    change = quoted(question_change(new, "prior_authorization", "restricts" if after else "expands"), old, new)
    changes = (*finding.changes, replace(change, axis="friction", before=before, after=after))
    if before is not None:
        return replace(finding, changes=changes)
    return replace(
        finding, changes=changes, confidence="low", reason="the older version is silent on prior authorization"
    )
