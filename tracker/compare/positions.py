"""One question answered by two versions, or by one of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from parsers.models import Position
from tracker.compare.alignment import PositionPair
from tracker.compare.answers import compare_answers
from tracker.compare.finding import Finding
from tracker.compare.one_sided import one_sided_finding
from tracker.compare.silence import answer_without


def compare_pair(pair: PositionPair, old: Iterable[Position], new: Iterable[Position], *, gone: bool) -> Finding:
    """The changes of one question. `old` and `new` are all positions of each version; `gone`: one is superseded."""
    if pair.old is not None and pair.new is not None:
        return replace(compare_answers(pair.old, pair.new), old=pair.old, new=pair.new)
    other = answer_without(pair.position, old if pair.new else new)
    finding = one_sided_finding(pair.position, other, added=pair.new is not None)
    if not gone:
        return replace(finding, old=pair.old or other, new=pair.new or other)
    changes = tuple(replace(change, direction="unknown") for change in finding.changes)
    return Finding(
        changes, "low", "the policy is superseded: its successor has to be read before anything counts as lost"
    )
