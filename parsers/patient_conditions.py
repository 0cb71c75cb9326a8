"""Names of uses that are a patient's condition wherever criteria name them: a substance use disorder."""

from __future__ import annotations

from parsers.answers import DENIED, stated_status
from parsers.criteria.conditions import named
from parsers.criteria.exclusions import bars_patients
from parsers.indications import apart_from_conditions, named_indications
from parsers.models import Indication, Status
from parsers.outline import Node, walk
from parsers.scopes import is_label, positive_indications
from parsers.statuses import read_status


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
