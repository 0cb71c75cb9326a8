"""Paragraphs that open what is asked for a use by its label ("Acute suicidality: the patient is 18 or older")."""

from __future__ import annotations

from parsers.criteria.families import findings_in
from parsers.phases.phases import read_phase
from parsers.uses.scopes import is_label

# Asked when the drug is first asked for.
_OF_THE_START = frozenset({"age_min", "failed_ad_count"})


def has_label_of_use(text: str) -> bool:
    """Whether a block opens with a use and no phase for its label ("Acute suicidality: one approval of 30 days")."""
    label, colon, _ = text.partition(":")
    return bool(colon) and is_label(label) and read_phase(label) is None


def opens_use_anew(text: str) -> bool:
    """Whether a block opens with a use for its label and asks what is asked at the start."""
    return has_label_of_use(text) and any(found.key in _OF_THE_START for found in findings_in(text))
