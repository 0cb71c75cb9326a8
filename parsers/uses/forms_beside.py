"""The one form of depression that a policy is of, where its criteria ask for depression as such.

A list to tick may ask for "major depressive disorder", proved resistant by what failed, and leave the name of the use
to the list of what bars it, to the renewal, and to what is said of all other uses.
"""

from __future__ import annotations

from collections.abc import Iterator

from parsers.criteria.exclusions import bars_patients
from parsers.deciding.findings import Statements
from parsers.drugs.names import named_products
from parsers.models import Indication, Product
from parsers.outline import walk
from parsers.uses.indications import FORMS_OF_MDD, excepted_indications, named_indications

# Uses that an answer leaves unnamed.
_UNNAMED: frozenset[Indication] = frozenset({"other", "any"})


def form_beside(product: Product, said: Statements) -> tuple[Indication, ...]:
    """The one form that all else said of a drug is of; () where another use is answered for, or a renewal alone names
    the form.
    """
    apart = {*_barred(product, said), *_excepted(product, said)}
    if len(apart) != 1 or not apart <= FORMS_OF_MDD:
        return ()
    named = {*_answered(product, said), *_asked(product, said)} - _UNNAMED
    return tuple(apart) if named <= {"mdd", *apart} else ()


def _barred(product: Product, said: Statements) -> Iterator[Indication]:
    """The uses for which some patients are refused ("… should not receive esketamine for resistant depression")."""
    for one in said.requirements:
        bars = (part.block.text for part in walk((one.node,)) if one.implies == "nothing" and one.listed)
        for text in bars:
            if product in named_products(text) and bars_patients(text):
                yield from named_indications(text)


def _excepted(product: Product, said: Statements) -> Iterator[Indication]:
    """The uses apart from which all others are answered for ("any use other than resistant depression")."""
    rest = (one for one in said.answers if one.product == product and "other" in one.indications)
    return (use for one in rest for use in excepted_indications(one.passage))


def _answered(product: Product, said: Statements) -> Iterator[Indication]:
    return (use for one in said.answers if one.product == product for use in one.indications)


def _asked(product: Product, said: Statements) -> Iterator[Indication]:
    return (use for one in said.requirements if product in one.products for use in one.indications)
