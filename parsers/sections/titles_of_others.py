"""Titles that name another drug than ours, or all drugs but ours."""

from __future__ import annotations

import re

from parsers.drugs.names import named_products
from parsers.drugs.other_drugs import is_other_drug
from parsers.language.patterns import compiled
from parsers.models import Indication
from parsers.uses.indications import mentions

# "Non-preferred criteria (all drugs but Spravato)".
_ALL_BUT_OURS = compiled(
    r"\b(?:all|other|any)(?: other)? (?:drugs?|agents?|medications?|products?) (?:but|except(?: for)?|other than|"
    r"excluding) (?:spravato|(?:es)?ketamine)\b",
    re.IGNORECASE,
)
_AGENTS = compiled(r"\b(?:agents|inhibitors|antagonists|agonists|vaccines)(?:, (?:[\w-]+ ?){1,3})?\W*$", re.IGNORECASE)
_TREATED_BY_OTHERS: frozenset[Indication] = frozenset(
    {"headache", "fibromyalgia", "neuropathic_pain", "substance_use", "anxiety"}
)


def titles_others(heading: str) -> bool:
    """Whether a heading names another drug than ours, or all drugs but ours."""
    uses = {mention.indication for mention in mentions(heading)}
    # "Migraine agents" are the drugs of another disorder.
    of_disorder = uses <= _TREATED_BY_OTHERS and _AGENTS.search(heading)
    alone = not named_products(heading) and is_other_drug(heading) and bool(not uses or of_disorder)
    return alone or bool(_ALL_BUT_OURS.search(heading))
