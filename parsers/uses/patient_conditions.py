"""Names of uses that are a patient's condition wherever criteria name them: a substance use disorder."""

from __future__ import annotations

import re

from parsers.answering.answers import DENIED, names_use, stated_status
from parsers.answering.statuses import read_status
from parsers.criteria.conditions import ALSO_USES, named
from parsers.criteria.exclusions import bars_patients
from parsers.criteria.vocabulary import PERSON
from parsers.language.patterns import compiled
from parsers.models import Indication, Status
from parsers.outline import Node, walk
from parsers.uses.indications import apart_from_conditions, is_residual, named_indications
from parsers.uses.scopes import is_label, positive_indications

_PATIENT_HAS = compiled(rf"^\W*(?:the |an? |any )?{PERSON}s? (?:who )?(?:has|have|had|is|are)\b", re.IGNORECASE)
_HAS_OR_HAD = compiled(rf"^\W*(?:the |an? |any )?{PERSON}s? (?:who )?(?:currently )?(?:has|have|had)\b", re.IGNORECASE)
# "…, whether the member is an inpatient or an outpatient": whoever it is.
_WHETHER = compiled(r"\b(?:and )?(?:whether|no matter if)\b[^,;.]*\bor\b[^,;.]*", re.IGNORECASE)


def titles_a_use(text: str) -> bool:
    """Whether a text only names a use, and no condition that a patient has beside it."""
    return is_label(text) and bool(apart_from_conditions(named_indications(text)))


def uses_over(title: Node, *, criteria: bool) -> tuple[Indication, ...]:
    """The uses that a heading is of; over `criteria` that deny nothing a condition is none of them."""
    named = positive_indications(title.block.text)
    apart = apart_from_conditions(named)
    # What stands under it is looked at last, as it takes longest.
    if not criteria or apart == named or any(stated_status(part.block.text) in DENIED for part in walk((title,))):
        return named
    return apart


def denial_of_patients(lead: Node) -> Status | None:
    """The denial that a lead-in gives the uses under it as those that patients have ("… for patients with:"); None
    where one of them is no use but a condition, so that the list bars patients.
    """
    if not lead.children or not bars_patients(lead.block.text) or not all(map(_is_of_a_use, lead.children)):
        return None
    status = read_status(lead.block.text)
    return status if status in DENIED else None


def _is_of_a_use(item: Node) -> bool:
    return bool(apart_from_conditions(named_indications(item.block.text))) and set(named(item.block.text.lower())) <= {
        "bipolar"
    }


def tells_of_a_patient(text: str) -> bool:
    """Whether an item under a denial is a condition that somebody has, and names no use that is denied; beside a
    condition that is no use ("a psychotic disorder, bipolar disorder or OCD") what is named is one too.
    """
    if not _PATIENT_HAS.search(_WHETHER.sub(" ", text)):
        return False
    return not names_use(text) or (has_a_condition(text) and bool(set(named(text.lower())) - ALSO_USES))


def has_a_condition(text: str) -> bool:
    """Whether an item tells that somebody has or had what may be a condition beside the one that is treated."""
    return bool(_HAS_OR_HAD.search(text)) and any(named(text.lower())) and not is_residual(text)
