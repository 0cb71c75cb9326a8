"""What several alternatives of a clause ask for together, split off from each of them."""

from __future__ import annotations

from collections import Counter

from parsers.criteria.trees import QUALITIES
from parsers.criteria.wording import Finding
from parsers.language.patterns import compiled
from parsers.models import CriterionKey

Branch = tuple[Finding, ...]

# Asked of everybody, so never instead of something else.
OF_EVERYBODY: frozenset[CriterionKey] = frozenset(
    ("age_min", "age_max", "rems", "monitoring_hours", "diagnosis_standard")
)
_SAID_ONCE: frozenset[CriterionKey] = OF_EVERYBODY | {"prescriber"}
_SETS_APART = compiled(r"[,;] or\b|\beither\b|\bor, (?:failing|short of)\b")


def asked_of_everybody(branches: list[Branch]) -> tuple[Branch, list[Branch]]:
    """Split off an age or prescriber beside one alternative alone: "18 or older, with either …, if … prescribes it"."""
    counts = Counter(key for branch in branches for key in {finding.key for finding in branch})
    shared = tuple(
        finding
        for branch in branches
        for finding in branch
        if finding.key in _SAID_ONCE and counts[finding.key] == 1 and not {f.key for f in branch} <= _SAID_ONCE
    )
    return shared, [tuple(finding for finding in branch if finding not in shared) for branch in branches]


def asked_besides(words: str, branches: list[Branch]) -> tuple[Branch, list[Branch]]:
    """Split off what stands behind several responses: "is in remission or has improved and takes an antidepressant".

    "Has improved, or is in remission and takes one" asks it of the second alone.
    """
    if _SETS_APART.search(words):
        return (), branches
    *before, last = branches
    responses = tuple(finding for finding in last if finding.key == "renewal_response")
    besides = tuple(finding for finding in last if finding not in responses)
    if not responses or any(finding.key != "renewal_response" for branch in before for finding in branch):
        return (), branches
    return besides, [*before, responses]


def said_of_each(branches: list[Branch], tail: Branch) -> tuple[Branch, list[Branch]]:
    """Split off what a `tail` behind the last alternative says of the trials of all, each of which counts drugs."""
    *before, last = branches
    counts = all(any(finding.key == "failed_ad_count" for finding in branch) for branch in branches)
    told = {finding.key for branch in before for finding in branch}
    shared = tuple(f for f in last if f in tail and f.key in QUALITIES and f.key not in told)
    if not counts or not shared:
        return (), branches
    return shared, [*before, tuple(finding for finding in last if finding not in shared)]


def hoisted(branches: list[Branch], counted: Branch) -> tuple[Branch, list[Branch]]:
    """Split off what the first alternative says for all: "three drugs, after 4 weeks at … or 8 weeks at …".

    Where each counts drugs, what is said of those that the first one counts is its own: "two of two classes or three".
    """
    first, *rest = branches
    keys = [{finding.key for finding in branch} for branch in rest]
    common = set.intersection({finding.key for finding in first}, *keys)
    if all(other <= QUALITIES for other in keys):
        # "Two drugs for 8 weeks, or for 4 weeks at the maximum dose": the drugs are those of both.
        own = tuple(finding for finding in first if finding.key in QUALITIES)
        return tuple(finding for finding in first if finding not in own), [own, *rest]
    if not common or any(other - {f.key for f in first} for other in keys):
        return (), branches
    shared = tuple(finding for finding in first if not any(finding.key in other for other in keys))
    if "failed_ad_count" in common:
        shared = tuple(finding for finding in shared if finding not in counted)
    return shared, [tuple(finding for finding in first if finding not in shared), *rest]
