"""What only a payer asks for, as against what stands in every label of the drug as well."""

from __future__ import annotations

from parsers.criteria.families import findings_in
from parsers.models import CriterionKey

# Certified places and hours of watching stand in every label.
_OF_A_PAYER: frozenset[CriterionKey] = frozenset(
    (
        "age_min", "diagnosis_standard", "severity_min", "severity_category", "failed_ad_count", "failed_ad_classes",
        "augmentation_trials", "psychotherapy", "ect_tms", "prescriber", "preferred_step", "uds", "pdmp_check",
        "sud_remission_months",
    )
)  # fmt: skip
# One of these alone may tell of a study, a definition or the label.
FEWEST_KEYS = 2


def keys_of_a_payer(text: str) -> set[CriterionKey]:
    """The kinds of criteria that a text states of which only a payer asks."""
    return {finding.key for finding in findings_in(text)} & _OF_A_PAYER


def lists_demands(text: str) -> bool:
    """Whether a text states several of them, whatever its verbs; adults with failed drugs alone may be a definition."""
    keys = keys_of_a_payer(text) - {"failed_ad_classes"}
    return len(keys) >= FEWEST_KEYS and ("prescriber" in keys or len(keys) > FEWEST_KEYS)
