"""Paragraphs that open what is asked for a use by its label ("Acute suicidality: the patient is 18 or older")."""

from __future__ import annotations

import re

from parsers.criteria.families import findings_in
from parsers.language.patterns import compiled
from parsers.phases.phases import read_phase
from parsers.uses.scopes import is_label

# Asked when the drug is first asked for.
_OF_THE_START = frozenset({"age_min", "failed_ad_count"})
# "Acute suicidality, all of these must be met:", "Acute suicidality (each must be met)".
_HOW_MANY = compiled(
    r"[,\s–—-]*(?P<open>\()?(?:all|each|every(?:thing|\s?one)?|both|any|one|these|the)\b[^():]{0,40}"
    r"\b(?:met|appl(?:y|ies)|true|required|satisfied|fulfilled|following|these|below|needed|shown)\W*$",
    re.IGNORECASE,
)


def has_label_of_use(text: str) -> bool:
    """Whether a block opens with a use and no phase for its label ("Acute suicidality: one approval of 30 days")."""
    label, colon, _ = text.partition(":")
    if how_many := _HOW_MANY.search(label):
        label, colon = label[: how_many.start()], colon or how_many["open"]
    return bool(colon) and is_label(label) and read_phase(label) is None


def opens_use_anew(text: str) -> bool:
    """Whether a block opens with a use for its label and asks what is asked at the start."""
    return has_label_of_use(text) and any(found.key in _OF_THE_START for found in findings_in(text))
