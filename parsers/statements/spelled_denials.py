"""Bare denials that the next sentence gives again of one form of the drug ("Not covered. The cream is excluded …")."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.answering.answers import DENIED, names_use, stated_status
from parsers.answering.bare_statuses import bare_status
from parsers.drugs.names import named_products
from parsers.products import named_routes


def spelled_out(said: Sequence[str]) -> str:
    """The bare denial that opens a passage and is spelled out behind it, with the form and its uses; "" without one.

    "Not covered. Oral ketamine is excluded for pain" denies nothing of other forms.
    """
    opening, following = (*said, "", "")[:2]
    status = bare_status(opening) if opening else None
    if status not in DENIED or stated_status(following) != status or not names_use(following):
        return ""
    named = named_products(following)
    return opening if named and all(named_routes(product, following) for product in named) else ""
