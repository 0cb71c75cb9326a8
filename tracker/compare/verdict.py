"""Two readings of one policy to what changed: the verdict, every change, a patient who shows it, and how sure it is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from db.changes import Change, Comparison, Confidence, Verdict
from parsers.models import ParsedPolicy, Position
from tracker.compare.admission import typical_patient
from tracker.compare.alignment import PositionPair, pair_positions
from tracker.compare.codes import code_changes, document_product, needs_action
from tracker.compare.positions import Finding, compare_pair
from tracker.compare.shape import normal_root
from tracker.compare.status import DENIED
from tracker.compare.unread import unread_differences
from tracker.compare.witness import witness_of
from tracker.compare.words import diff_sections

_SURE = {name: rank for rank, name in enumerate(get_args(Confidence))}


def compare(old: ParsedPolicy, new: ParsedPolicy) -> Comparison:
    """What changed from `old` to `new`, by meaning. Wording, layout, references and review dates are no change; they
    still show in `sections`. A capture whose quality is not "ok" on either side gives "unknown" and nothing else.
    """
    for side, policy in (("older", old), ("newer", new)):
        if policy.quality != "ok":
            reason = f"the {side} capture cannot be compared: {policy.reason or policy.quality}"
            return Comparison("unknown", action_required=False, confidence="low", reason=reason)
    pairs = pair_positions(old.positions, new.positions)
    gone = old.policy.superseded != new.policy.superseded
    findings = [compare_pair(pair, old.positions, new.positions, gone=gone) for pair in pairs]
    coding = code_changes(old, new)
    changes = (*(change for finding in findings for change in finding.changes), *coding, *_superseded(old, new))
    verdict = verdict_of(changes)
    unread = unread_differences(old, new)
    reasons = (*(finding.reason for finding in findings if finding.changes and finding.reason), *unread)
    sure = [finding.confidence for finding in findings if finding.changes]
    return Comparison(
        verdict=verdict,
        action_required=needs_action(coding),
        changes=changes,
        sections=diff_sections(old.blocks, new.blocks),
        witness=_witness(verdict, pairs, findings),
        confidence="low" if unread else max(sure, key=_SURE.__getitem__, default="high"),
        reason="; ".join(dict.fromkeys(reasons)) or "every criterion was read in both versions",
    )


def verdict_of(changes: Iterable[Change]) -> Verdict:
    """Directions are never netted: an expansion beside a restriction is mixed, on whatever axes they lie."""
    found = {change.direction for change in changes}
    if {"expands", "restricts"} <= found:
        return "mixed"
    if "expands" in found:
        return "expanded"
    if "restricts" in found:
        return "restricted"
    return "unknown" if "unknown" in found else "neutral"


def _superseded(old: ParsedPolicy, new: ParsedPolicy) -> tuple[Change, ...]:
    before, after = old.policy.superseded, new.policy.superseded
    if before == after:
        return ()
    product = document_product(new) or document_product(old) or "ketamine"
    return (Change(product, "any", "initial", "superseded", "scope", "neutral", before, after),)


def _witness(verdict: Verdict, pairs: Iterable[PositionPair], findings: Iterable[Finding]) -> dict[str, object] | None:
    """The first patient treated differently; a gain is shown first unless nobody gains."""
    wanted = ("gain", "loss") if verdict in ("expanded", "mixed") else ("loss", "gain")
    found = {kind: one for pair, finding in zip(pairs, findings, strict=True) for kind, one in _shown(pair, finding)}
    return next((found[kind] for kind in wanted if kind in found), None) if verdict != "neutral" else None


def _shown(pair: PositionPair, finding: Finding) -> list[tuple[str, dict[str, object]]]:
    old, new = pair.old, pair.new
    if old is None or new is None:
        return []
    question = (new.product, new.indication, new.phase)
    if old.status in DENIED and new.status == "covered":
        facts = typical_patient(normal_root(new.criteria), new.product)
        return [("gain", witness_of(facts, "not_covered", "meets", question))]
    if new.status in DENIED and old.status == "covered":
        facts = typical_patient(normal_root(old.criteria), old.product)
        return [("loss", witness_of(facts, "meets", "not_covered", question))]
    return _admission_witnesses(finding, question, new)


def _admission_witnesses(
    finding: Finding, question: tuple[str, str, str], new: Position
) -> list[tuple[str, dict[str, object]]]:
    admission = finding.admission
    if admission is None or new.status != "covered":
        return []
    shown = []
    if admission.gains is not None:
        shown.append(("gain", witness_of(admission.gains, "does_not_meet", "meets", question)))
    if admission.loses is not None:
        shown.append(("loss", witness_of(admission.loses, "meets", "does_not_meet", question)))
    return shown
