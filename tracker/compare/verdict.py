"""Two readings of one policy to what changed: the verdict, every change, a patient who shows it, and how sure it is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from db.changes import Change, Comparison, Confidence, Verdict
from parsers.models import ParsedPolicy
from tracker.compare.alignment import pair_positions
from tracker.compare.channels import lost_channels
from tracker.compare.codes import code_changes, needs_action
from tracker.compare.finding import Finding
from tracker.compare.positions import compare_pair
from tracker.compare.unread import unread_differences
from tracker.compare.witness import Kind, find_witness
from tracker.compare.words import diff_sections

_SURE = {name: rank for rank, name in enumerate(get_args(Confidence))}


def compare(old: ParsedPolicy, new: ParsedPolicy) -> Comparison:
    """What changed from `old` to `new`, by meaning. Wording, layout, references and review dates are no change; they
    still show in `sections`. A capture whose quality is not "ok" on either side gives "unknown" and nothing else; where
    criteria went whose words still stand unread, the verdict is "unknown" too (tracker.compare.misread).
    """
    for side, policy in (("older", old), ("newer", new)):
        if policy.quality != "ok":
            reason = f"the {side} capture cannot be compared: {policy.reason or policy.quality}"
            return Comparison("unknown", action_required=False, confidence="low", reason=reason)
    pairs = pair_positions(old.positions, new.positions)
    gone = old.policy.superseded != new.policy.superseded
    findings = [compare_pair(pair, old, new, gone=gone) for pair in pairs]
    coding = code_changes(old, new)
    changes = (*(change for finding in findings for change in finding.changes), *coding, *_superseded(old, new))
    verdict = "unknown" if any(finding.misread for finding in findings) else verdict_of(changes)
    unread = unread_differences(old, new)
    lost = lost_channels(old, new)
    channel = [f"no longer paid through the {name} benefit" for name in lost]
    reasons = (*(finding.reason for finding in findings if finding.changes and finding.reason), *unread, *channel)
    sure = [finding.confidence for finding in findings if finding.changes]
    return Comparison(
        verdict=verdict,
        action_required=needs_action(coding) or bool(lost),
        changes=changes,
        sections=diff_sections(old.blocks, new.blocks),
        witness=_witness(verdict, findings),
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
    answered = [position.product for position in (*new.positions, *old.positions)]
    product = next(iter((*answered, *new.products, *old.products)), "ketamine")
    return (Change(product, "any", "initial", "superseded", "scope", "neutral", before, after),)


def _witness(verdict: Verdict, findings: Iterable[Finding]) -> dict[str, object] | None:
    """The first patient treated differently; a gain is shown first unless nobody gains."""
    if verdict == "neutral":
        return None
    kinds: tuple[Kind, Kind] = ("loss", "gain") if verdict == "restricted" else ("gain", "loss")
    moving = [finding for finding in findings if finding.moves_access]
    shown = (find_witness(one.old, one.new, one.admission, kind) for kind in kinds for one in moving)
    return next((witness for witness in shown if witness is not None), None)
