"""One question answered by two versions, or by one of them."""

from __future__ import annotations

from dataclasses import replace

from parsers.models import ParsedPolicy
from tracker.compare.alignment import PositionPair
from tracker.compare.answers import compare_answers
from tracker.compare.finding import Finding
from tracker.compare.misread import suspected_misreading
from tracker.compare.one_sided import one_sided_finding
from tracker.compare.silence import answer_without
from tracker.compare.still_named import unread_beside


def compare_pair(pair: PositionPair, old: ParsedPolicy, new: ParsedPolicy, *, gone: bool) -> Finding:
    """The changes of one question between two versions; `gone`: one of them is superseded."""
    if pair.old is not None and pair.new is not None:
        found = replace(compare_answers(pair.old, pair.new), old=pair.old, new=pair.new)
        return _unless_misread(found, pair, old, new)
    silent = old if pair.new else new
    other = answer_without(pair.position, silent.positions)
    finding = one_sided_finding(pair.position, other, added=pair.new is not None)
    if gone:
        changes = tuple(replace(change, direction="unknown") for change in finding.changes)
        reason = "the policy is superseded: its successor has to be read before anything counts as lost"
        return Finding(changes, "low", reason)
    unread = unread_beside(pair.position, of=old if pair.old else new, silent=silent) if finding.moves_access else ""
    if unread:
        changes = tuple(replace(change, direction="unknown") for change in finding.changes)
        return Finding(changes, "low", f"{unread} is named in both versions, but its answer could be read in one only")
    return _unless_misread(replace(finding, old=pair.old or other, new=pair.new or other), pair, old, new)


def _unless_misread(finding: Finding, pair: PositionPair, old: ParsedPolicy, new: ParsedPolicy) -> Finding:
    """The finding, or that nothing is known where criteria that seem to be gone still stand unread."""
    suspected = suspected_misreading(pair, old, new) if finding.moves_access else ""
    if not suspected:
        return finding
    changes = tuple(replace(change, direction="unknown") for change in finding.changes)
    return Finding(changes, "low", suspected, misread=True)
