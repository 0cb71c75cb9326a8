"""Items among demands that bar patients for a condition which is a use of the drug as well ("bipolar disorder")."""

from __future__ import annotations

import re

from parsers.criteria.conditions import named
from parsers.criteria.exclusions import bars_patients
from parsers.criteria.lists import quantifier
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.outline import Node
from parsers.uses.indications import is_residual, named_indications

# "Bipolar disorder and psychosis are excluded", said of no use and of no treatment.
_ARE_EXCLUDED = compiled(
    r"^\W*(?!.*\b(?:use|uses|treatment|therapy|indications?|coverage|for|of the)\b)(?:[^.;:]{3,80}; )?[^.;:]{3,90} "
    r"(?:is|are) "
    r"(?:an? )?(?:excluded|exclusions?|exclusionary|exclusion criteri(?:a|on))\W*$",
    re.IGNORECASE,
)


def bars_among_demands(lead: Node, item: Node) -> bool:
    """Whether an item of a list all of which is asked for bars patients, and denies no use of the drug.

    Bipolar disorder is the one condition that is both (contract, conventions): among demands it is the patient's.
    """
    text = item.block.text
    if quantifier(lead.block.text) is None or named_products(text) or is_residual(text):
        return False
    barred = set(named(text.lower())) and set(named_indications(text)) <= {"bipolar_depression"}
    return bool(barred) and (bool(_ARE_EXCLUDED.search(text)) or bars_patients(text))
