"""Names of uses that are a patient's condition wherever criteria name them: a substance use disorder."""

from __future__ import annotations

from parsers.answers import DENIED, stated_status
from parsers.indications import apart_from_conditions, named_indications
from parsers.models import Indication
from parsers.outline import Node, walk
from parsers.scopes import is_label, positive_indications


def titles_a_use(text: str) -> bool:
    """Whether a text only names a use, and no condition that a patient has beside it."""
    return is_label(text) and bool(apart_from_conditions(named_indications(text)))


def uses_over(title: Node, *, criteria: bool) -> tuple[Indication, ...]:
    """The uses that a heading is of; over `criteria` that deny nothing a condition is none of them."""
    named = positive_indications(title.block.text)
    denies = any(stated_status(part.block.text) in DENIED for part in walk((title,)))
    return named if denies or not criteria else apart_from_conditions(named)
