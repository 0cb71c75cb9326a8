"""What several alternatives of a clause ask for together, split off from each of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from parsers.criteria.wording import Finding
from parsers.language.patterns import compiled
from parsers.models import CriterionKey

Branch = tuple[Finding, ...]

# Asked of everybody, so never instead of something else.
OF_EVERYBODY: frozenset[CriterionKey] = frozenset(
    ("age_min", "age_max", "rems", "monitoring_hours", "diagnosis_standard")
)
_SAID_ONCE: frozenset[CriterionKey] = OF_EVERYBODY | {"prescriber"}
_SETS_APART = compiled(r"[,;] or\b|\beither\b")


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


def _count_differently(branches: Sequence[Branch]) -> bool:
    """Whether each alternative counts drugs, and not as many: what one says of its own is said of no other."""
    counts = [{f.value for f in branch if f.key == "failed_ad_count"} for branch in branches]
    return all(counts) and counts[0] not in counts[1:]


def hoisted(branches: list[Branch]) -> tuple[Branch, list[Branch]]:
    """Split off what the first alternative says for all: "three drugs, after 4 weeks at … or 8 weeks at …"."""
    first, *rest = branches
    keys = [{finding.key for finding in branch} for branch in rest]
    common = set.intersection({finding.key for finding in first}, *keys)
    if not common or any(other - {f.key for f in first} for other in keys) or _count_differently(branches):
        return (), branches
    shared = tuple(finding for finding in first if not any(finding.key in other for other in keys))
    return shared, [tuple(finding for finding in first if finding not in shared), *rest]
