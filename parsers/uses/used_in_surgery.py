"""Ketamine that is covered as an anesthetic alone, beside esketamine: what is asked of neither by name is not of it.

A page on both drugs asks for a REMS site and a psychiatrist under headings of no drug, and covers the anesthetic in a
sentence of its own.
"""

from __future__ import annotations

from dataclasses import replace

from parsers.deciding.findings import Requirement, Statements
from parsers.drugs.names import named_products
from parsers.lists.node_words import words_of
from parsers.models import Indication, Product
from parsers.uses.indications import named_indications

_BOTH: frozenset[Product] = frozenset(("esketamine", "ketamine"))
_COVERS = frozenset(("covered", "case_by_case"))
_ANESTHESIA: frozenset[Indication | None] = frozenset(("anesthesia",))


def without_anesthetic(said: Statements) -> list[Requirement]:
    """The requirements, those of both drugs as esketamine's where ketamine is covered for anesthesia alone."""
    covered = [one for one in said.answers if one.status in _COVERS]
    uses = {use for one in covered if one.product == "ketamine" for use in one.indications}
    if uses != _ANESTHESIA or not any(one.product == "esketamine" for one in covered):
        return list(said.requirements)
    return [replace(one, products=("esketamine",)) if _names_neither(one) else one for one in said.requirements]


def _names_neither(requirement: Requirement) -> bool:
    """Whether something is asked of both drugs, and nothing in it nor right over it says so of ketamine."""
    if frozenset(requirement.products) != _BOTH:
        return False
    told = " ".join((*requirement.node.block.path[1:], words_of(requirement.node)))
    return "ketamine" not in named_products(told) and "anesthesia" not in named_indications(told)
