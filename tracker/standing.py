"""What a new document of a source is compared with: the version in force, or the policy that it is a part of."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sqlite_utils import Database

from db.candidates import parts_of
from db.changes import Comparison
from db.sources import Source, all_sources
from db.versions import Version, last_confirmed
from parsers.models import ParsedPolicy
from tracker.caution import reason_to_wait
from tracker.compare.parts import compare_part, left_out_of, share_of
from tracker.compare.verdict import compare
from tracker.review.readings import policy_of


@dataclass(frozen=True, slots=True)
class Standing:
    """A version in force; `policy` is None when this release cannot read its document any more.

    `is_whole`: it is of the policy that was split, and the new document is one of the parts. `others` then holds what
    the payer's other documents say, once each of the other parts has been read; None before.
    """

    source: str
    version: int
    policy: ParsedPolicy | None
    is_whole: bool = False
    others: tuple[ParsedPolicy, ...] | None = None

    def compared(self, old: ParsedPolicy, new: ParsedPolicy) -> Comparison:
        """What changed from `old`, which is its policy, to the new document."""
        if not self.is_whole:
            return compare(old, new)
        return compare_part(old, new, left_out_of(old, (*self.others, new)) if self.others is not None else ())

    def loss(self, old: ParsedPolicy, new: ParsedPolicy, comparison: Comparison, greatest_loss: float) -> str:
        """What was lost and has to be shown a second time; of a part, its length proves nothing."""
        before = replace(share_of(old, new), blocks=()) if self.is_whole else old
        return reason_to_wait(before, new, comparison, greatest_loss=greatest_loss)


def others_of_split(db: Database, whole: Source, part: Source) -> tuple[ParsedPolicy, ...] | None:
    """What the payer's other documents say, when all other parts of a split have been read; else None.

    A document that was watched before the split may be one of the parts.
    """
    if any(last_confirmed(db, one) is None for one in parts_of(db, whole.source) if one != part.source):
        return None
    names = [one.source for one in all_sources(db, payer=whole.payer) if one.source not in {whole.source, part.source}]
    versions: list[Version] = [found for name in names if (found := last_confirmed(db, name))]
    return tuple(policy_of(db, version) for version in versions)
