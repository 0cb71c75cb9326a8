"""What the walk over a policy has noted so far: the drugs and whether any use was told of."""

from __future__ import annotations

from parsers.findings import Statements
from parsers.models import Product


def drugs_told(found: Statements, first: tuple[Product, ...]) -> tuple[Product, ...]:
    """The drugs `first` and those that were answered for or asked about so far."""
    answered = (one.product for one in found.answers)
    asked = (product for one in found.requirements for product in one.products)
    return tuple(dict.fromkeys((*first, *answered, *asked)))


def knows_uses(found: Statements) -> bool:
    """Whether a use was answered for or asked for so far."""
    return any(one.indications for one in found.answers) or any(one.indications for one in found.requirements)
