"""First approvals told after the renewal that the document is about ("The first approval goes to …"): of its use."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from parsers.deciding.findings import Requirement, Statements
from parsers.models import Indication, Product
from parsers.uses.indications import is_residual


def with_uses_of_renewals(said: Statements) -> tuple[Requirement, ...]:
    """The requirements; those of a first approval without a use, where only renewals are told of one, for that use."""
    named = {product: _renewed(product, said) for one in said.requirements for product in one.products}
    return tuple(_for_use(requirement, named) for requirement in said.requirements)


def _for_use(requirement: Requirement, named: dict[Product, tuple[Indication, ...]]) -> Requirement:
    first = requirement.phase == "initial" and requirement.implies != "nothing"
    if not first or requirement.indications or len(requirement.products) != 1:
        return requirement
    if is_residual(requirement.node.block.text):
        return requirement
    return replace(requirement, indications=named.get(requirement.products[0], ()))


def _renewed(product: Product, said: Statements) -> tuple[Indication, ...]:
    """The one use that all answers and requirements for a drug are of, each for renewals; () where there is no such."""
    told = [(one.indications, one.phase) for one in said.answers if one.product == product]
    asked = [(one.indications, one.phase) for one in said.requirements if product in one.products]
    named = [(uses, phase) for uses, phase in (*told, *asked) if uses]
    uses = set(_each(uses for uses, _ in named))
    alone = len(uses) == 1 and all(phase == "renewal" for _, phase in named)
    return tuple(uses) if alone else ()


def _each(uses: Iterable[tuple[Indication, ...]]) -> Iterable[Indication]:
    return (use for several in uses for use in several)
