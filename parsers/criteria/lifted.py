"""Items that lift the trials a list asks for ("For acute suicidal ideation no trial is needed"): they ask nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.criteria.lists import Connective, Quantifier
from parsers.criteria.trees import keys, without
from parsers.criteria.vocabulary import PERSON
from parsers.language.patterns import compiled
from parsers.models import CriterionKey, Indication, Tree
from parsers.outline import Node
from parsers.uses.indications import named_indications

_NEEDED = r"(?:required|needed|necessary|asked(?: for)?|demanded|expected)"
_TRIALS = (
    r"(?:(?:prior|previous|earlier|further|other|such|antidepressant|medication|drug) )*"
    r"(?:trials?|failures?|step therapy|(?<=prior )antidepressants?|(?<=previous )antidepressants?)"
)
_LIFTS = compiled(
    rf"\bno {_TRIALS}\b[^.;:]{{0,60}}?\b(?:is|are|(?:has|have|needs?) to be|need be|must be) "
    rf"(?:{_NEEDED}|tried|failed|shown)"
    rf"|(?<!no )\b{_TRIALS}\b[^.;:]{{0,60}}?\b(?:(?:is|are) not {_NEEDED}|need not (?:be|have)|do(?:es)? not apply"
    r"|(?:is|are) waived|(?:does|do) not (?:need|have) to (?:be|have))\b",
    re.IGNORECASE,
)
# Of a patient, not of a use, it is another way to meet the list.
_OF_A_PATIENT = compiled(
    r"\b(?:if|unless|who(?:se)? (?:has|have|had|cannot|did)|intoleran\w+|contra-?indicat\w+)\b", re.IGNORECASE
)
_ASKS_BESIDE = compiled(
    r", but (?:an?|the|one) [^.;]*\b(?:must|has to|mandatory|(?:is|are) (?:required|needed|necessary))\b", re.IGNORECASE
)
_OF_TRIALS: tuple[CriterionKey, ...] = (
    "failed_ad_count", "failed_ad_classes", "trial_weeks", "trial_dose", "trial_adherence_pct",
    "nonresponse_cutoff_pct", "episode_scope", "lookback_months", "intolerance_counts", "augmentation_trials",
)  # fmt: skip


def lifts_trials(text: str) -> bool:
    """Whether a passage says that no trial is needed, for some uses or at all."""
    return bool(_LIFTS.search(text)) and not _OF_A_PATIENT.search(text)


def only_lifts_trials(text: str) -> bool:
    """Whether a passage says so and asks for nothing else behind it ("…, but an antidepressant is required")."""
    return lifts_trials(text) and not _ASKS_BESIDE.search(text)


# "The patient is experiencing acute suicidal ideation or behavior": the use itself, and no degree of it.
_IS_SUICIDAL = compiled(
    rf"^\W*(?:(?:the |an? )?{PERSON} )?(?:(?:is|has|have|with|an?|now|currently|current|active|acute|experiencing|"
    r"presents|presenting|reports|reporting) )*suicidal (?:ideation|thoughts|thinking|behaviou?rs?)"
    r"(?: (?:(?:and/)?or|and) (?:suicidal )?(?:ideation|thoughts|behaviou?rs?))?(?:[;,.]? ?or)?\W*$",
    re.IGNORECASE,
)


def without_lifted(
    tree: Tree | None,
    items: Sequence[Node],
    indication: Indication | None,
    joined_by: tuple[Sequence[Connective], Quantifier | None] = ((), None),
) -> Tree | None:
    """What a list asks for a use, without the trials where one of its items lifts them for that use by its name, and
    without how acute suicidality must be where suicidality itself is one of its choices.
    """
    if indication == "mdsi" and tree and keys(tree) == {"mdsi_acuity"} and _offers_use(items, *joined_by):
        return None
    if indication is None or not any(_lifts_for(item, indication) for item in items):
        return tree
    for key in _OF_TRIALS:
        tree = without(tree, key) if tree else None
    return tree


def _offers_use(items: Sequence[Node], joins: Sequence[Connective], asked: Quantifier | None) -> bool:
    """Whether one of the items, any of which is enough, is met by all who are treated for suicidality."""
    choice = asked == Quantifier("any") or set(joins[: len(items) - 1]) == {"or"}
    return choice and any(not item.children and _IS_SUICIDAL.match(item.block.text) for item in items)


def _lifts_for(item: Node, indication: Indication) -> bool:
    text = item.block.text
    return not item.children and lifts_trials(text) and indication in named_indications(text)
