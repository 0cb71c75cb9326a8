"""A payer's answers against the FDA label in force on a day: who asks for more than the label, by which clause.

Each answer is judged by the label's use that it decides. An answer for a broader class decides the uses that the payer
does not name apart, an answer "for all other uses" too; where it decides several, it is judged by the first of the
label's own order, so that nothing counts as beyond the label that is not beyond it there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from parsers.criteria.trees import leaves_of
from parsers.models import Group, Leaf, Position, Tree
from tracker.compare.directions import LIMITS
from tracker.compare.silence import answer_to
from tracker.compare.status import DENIED
from tracker.label.demands import reaches_ceiling
from tracker.label.events import LABELS, LabelEvent, LabelUse, label_on, labeled_uses
from tracker.label.rules import Baseline, Grade, Kind, Side, grade_of, kind_of, side_of

LabelClass = Literal["consistent", "more_restrictive", "looser", "mixed", "not_covered", "unknown"]


@dataclass(frozen=True, slots=True)
class LabelFinding:
    """One clause that asks for more or less than the label, or that is reported apart from both."""

    side: Side
    kind: Kind
    leaf: Leaf
    grade: Grade | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one answer stands. `event` is the label in force, None before the drug's first; `use` is what of it the
    answer decides, None for an off-label use: denying that is consistent with the label, covering it is looser.
    `by_reference`: the answer admits whatever the label admits. `reason` says in words why it has its class.
    """

    position: Position
    event: LabelEvent | None
    use: LabelUse | None
    label_class: LabelClass
    findings: tuple[LabelFinding, ...]
    by_reference: bool
    reason: str

    def of(self, side: Side) -> tuple[LabelFinding, ...]:
        return tuple(finding for finding in self.findings if finding.side == side)


def against_label(positions: Sequence[Position], day: date) -> tuple[Standing, ...]:
    """Every position of a policy against the label in force on a day, in the policy's order."""
    return tuple(stand(position, positions, label_on(position.product, day)) for position in positions)


def stand(position: Position, positions: Sequence[Position], event: LabelEvent | None) -> Standing:
    """One position of a policy against one edition of the label; None: before the first."""
    use = next(iter(_decided(position, positions, event)), None)
    findings: tuple[LabelFinding, ...] = ()
    if event is not None and use is not None and position.status not in (*DENIED, "unknown"):
        findings = _findings(position, Baseline(event, LABELS.labels[position.product], use, position.phase))
    label_class, reason = _class(position, use, findings)
    by_reference = follows_by_reference(position, positions)
    return Standing(position, event, use, label_class, findings, by_reference, reason)


def follows_by_reference(position: Position, positions: Iterable[Position]) -> bool:
    """Whether an answer admits whatever the label admits, so that it changes when the label does: it says so, or it
    names a labeled use without any criteria of its own in a policy that covers whatever the label names.
    """
    if position.status in (*DENIED, "unknown"):
        return False
    keys = {leaf.key for leaf in leaves_of(position.criteria)}
    if position.indication == "fda_labeled" or "label_dynamic" in keys:
        return True
    named = position.indication in labeled_uses(position.product) and keys <= LIMITS
    return named and any(_covers_the_label(other) for other in positions if _same_question(other, position))


def _covers_the_label(position: Position) -> bool:
    return position.indication == "fda_labeled" and position.status not in (*DENIED, "unknown")


def _same_question(one: Position, other: Position) -> bool:
    return (one.product, one.phase) == (other.product, other.phase)


def _decided(position: Position, positions: Sequence[Position], event: LabelEvent | None) -> Iterator[LabelUse]:
    """The uses of the label that a position decides, its own or those that no nearer answer is given for."""
    for use in event.uses if event else ():
        answer = answer_to(position.product, use.indication, position.phase, positions)
        if answer is not None and answer.indication == position.indication:
            yield use


def _class(position: Position, use: LabelUse | None, findings: Iterable[LabelFinding]) -> tuple[LabelClass, str]:
    if position.status == "unknown":
        return "unknown", "the status could not be read"
    denied = position.status in DENIED
    if use is None and position.indication in ("any", "fda_labeled"):
        return "consistent", "the labeled uses are answered by name"
    if use is None:
        return ("consistent", "off label, and denied") if denied else ("looser", "off label, and covered")
    if denied:
        return "not_covered", f"a labeled use is denied: {use.statement}"
    sides = {finding.side for finding in findings}
    if position.status == "case_by_case":
        return "more_restrictive", "a labeled use is decided case by case"
    if {"stricter", "looser"} <= sides:
        return "mixed", "stricter than the label in some points, looser in others"
    if "stricter" in sides:
        return "more_restrictive", "asks for more than the label"
    return ("looser", "asks for less than the label") if "looser" in sides else ("consistent", "as the label")


def _findings(position: Position, baseline: Baseline) -> tuple[LabelFinding, ...]:
    leaves = list(dict.fromkeys(leaves_of(position.criteria)))
    binding = _binding(position.criteria, baseline)
    return tuple(
        LabelFinding(side, kind_of(leaf), leaf, grade_of(leaf))
        for leaf in leaves
        if (side := side_of(leaf, baseline))
        and (side != "stricter" or (leaf in binding and not _scheduled(leaf, leaves, baseline)))
    )


def _binding(tree: Tree | None, baseline: Baseline) -> list[Leaf]:
    """The criteria beyond the label that no patient can avoid; none where another way in asks for no more than it."""
    if tree is None:
        return []
    if isinstance(tree, Leaf):
        return [tree] if side_of(tree, baseline) == "stricter" else []
    ways = [_binding(child, baseline) for child in tree.children]
    open_ways = sum(not way for way in ways)
    return [] if open_ways and open_ways >= _needed(tree) else [leaf for way in ways for leaf in way]


def _needed(group: Group) -> int:
    """How many children a patient has to meet."""
    return {"any": 1, "at_least": group.n or 1}.get(group.op, len(group.children))


def _scheduled(leaf: Leaf, leaves: Iterable[Leaf], baseline: Baseline) -> bool:
    """Whether a limit on amounts is one step of a schedule whose highest step reaches the label's ceiling."""
    ceiling = baseline.label.ceiling(baseline.phase)
    return any(other.key == leaf.key and reaches_ceiling(other, ceiling) for other in leaves)
