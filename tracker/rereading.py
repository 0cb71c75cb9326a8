"""A newer release of the extractor reads again what readers were told; what it contradicts is corrected."""

from __future__ import annotations

import logging

from sqlite_utils import Database

from db.changes import Comparison, comparison_about, get_comparison
from db.corrections import as_corrected, corrections_of
from db.versions import Version, get_version
from parsers.models import ParsedPolicy
from tracker.alerts.corrections import contradicts, record_correction
from tracker.compare.parts import compare_part_again
from tracker.compare.verdict import compare
from tracker.outgoing import account_for

REASON = "we had misread the document; a newer release of ketwatch reads it better"
_NOTHING = Comparison("neutral", action_required=False)
log = logging.getLogger(__name__)


def correct_what_was_told(db: Database, version: Version, old: ParsedPolicy, new: ParsedPolicy, *, at: str) -> None:
    """Compare both sides as this release reads them, and correct the alert of `version` where it was wrong.

    A reading of low confidence corrects nothing, and nothing that a person has corrected is corrected by a reading.
    """
    number = comparison_about(db, version.source, version.snapshot)
    if number is None or any(one.origin == "review" for one in corrections_of(db, number)):
        return
    stored, told = get_comparison(db, number), as_corrected(db, number)
    is_part = get_version(db, stored.old_version).source != stored.source
    holds = compare_part_again(old, new, stored.content) if is_part else compare(old, new)
    if holds.confidence == "low" or not contradicts(told.content if told else _NOTHING, holds):
        return
    log.warning("%s: the alert of comparison %d was wrong and is corrected", version.source, number)
    changed = holds.changes or holds.action_required
    account_for(db, stored, holds, new)
    record_correction(db, number, holds if changed else None, reason=REASON, at=at, origin="reading")
