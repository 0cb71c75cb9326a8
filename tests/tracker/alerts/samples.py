"""Comparisons as the engine makes them, about fictional policies."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from db.changes import Change, Comparison, SectionDiff, WordRun
from db.sources import Payer

FEWER_TRIALS = Change(
    "esketamine", "trd", "initial", "failed_ad_count", "eligibility", "expands", 3, 2,
    "The member has had no adequate response to at least three antidepressants.",
    "The member has had no adequate response to at least two antidepressants.", 3, 4,
)  # fmt: skip
LONGER_TRIALS = Change(
    "esketamine", "trd", "initial", "trial_weeks", "eligibility", "restricts", 6, 8,
    "Each trial lasted six weeks.", "Each trial lasted eight weeks.", 3, 4,
)  # fmt: skip
NOW_DENIED = Change(
    "ketamine", "crps", "initial", "status", "eligibility", "restricts", "covered", "investigational",
    "Infusions are covered for complex regional pain.", "Infusions are investigational.", 1, 1,
)  # fmt: skip
OLD_CODE = Change("esketamine", "any", "initial", "code_removed", "coding", "neutral", "S0013", None, "S0013", None, 7)
NEW_CODE = Change(
    "esketamine", "any", "initial", "code_added", "coding", "neutral", None, "J0013", None, "J0013", None, 7
)
WITNESS: dict[str, object] = {
    "patient": {"prescriber": "psychiatrist", "severity": {"PHQ-9": 16}, "age": 55, "failed_ad_count": 2},
    "before": "does_not_meet",
    "after": "meets",
}
SECTION = SectionDiff(
    "Criteria for the first approval",
    (
        WordRun("keep", "no adequate response to at least"),
        WordRun("delete", "three"),
        WordRun("insert", "two"),
        WordRun("keep", "antidepressants"),
    ),
)
EXPANDED = Comparison("expanded", False, (FEWER_TRIALS,), (SECTION,), WITNESS)
RESTRICTED = Comparison("restricted", False, (NOW_DENIED,))
MIXED = Comparison("mixed", False, (LONGER_TRIALS, FEWER_TRIALS))
CODE_SWAP = Comparison("neutral", True, (OLD_CODE, NEW_CODE))
UNCLEAR = Comparison("unknown", False, (FEWER_TRIALS,), confidence="low", reason="the list's logic was not understood")

HOSTILE = '<script>alert(1)</script><img src=x onerror=y> "&amp; <!channel> <https://evil.example|go> *b* `c` ~d~'


def put_hostile(outbox: Callable[..., str]) -> None:
    change = replace(FEWER_TRIALS, before_text=HOSTILE, after_text=HOSTILE + " now")
    section = SectionDiff(HOSTILE, (WordRun("insert", HOSTILE),))
    comparison = Comparison("expanded", False, (change,), (section,), None, "low", HOSTILE)
    payer = Payer("larkspur", "Larkspur\r\nBcc: victim@clinic.example <b>", "commercial", ("OH",))
    outbox(comparison, title=HOSTILE + "\r\nX-Evil: 1", payer=payer, url='https://p.example/"><script>', rule=HOSTILE)
