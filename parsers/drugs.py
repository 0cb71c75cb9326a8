"""The two drugs by name. "ketamine" inside "esketamine" is not the racemic drug."""

from __future__ import annotations

import re
from functools import lru_cache

from parsers.models import Product

DRUG_NAMES: tuple[str, ...] = ("ketamine", "esketamine", "spravato", "ketalar")

_ESKETAMINE = re.compile(
    r"\b(?:esketamine|spravato|s[- ]?\(?\+?\)?[- ]ketamine|J0013|S0013|G2082|G2083)\b", re.IGNORECASE
)
_KETAMINE = re.compile(r"(?<![\w])(?<!s-)(?<!s\(\+\)-)(?:ketamine|ketalar|ketamin)\b", re.IGNORECASE)
# Sentences that explain or contraindicate esketamine name ketamine without speaking of it.
_IN_PASSING = re.compile(
    r"(?:isomers?|enantiomers?|mirror[- ]image forms?|forms?|component|half)\s+of\s+(?:racemic\s+)?ketamine|"
    r"hypersensitivity to[^.]{0,60}\bketamine|esketamine,\s*(?:or\s+)?ketamine,?\s*or|ketamine is not addressed",
    re.IGNORECASE,
)


@lru_cache(maxsize=64)
def whole_word(name: str) -> re.Pattern[str]:
    """A pattern for `name` standing alone, in any case."""
    return re.compile(rf"(?<![^\W_]){re.escape(name)}(?![^\W_])", re.IGNORECASE)


def mentions(text: str, name: str) -> bool:
    """Whether `name` stands in `text` as a word of its own."""
    return bool(whole_word(name).search(text))


def named_products(text: str) -> tuple[Product, ...]:
    """The drugs that `text` speaks of; ketamine named only to explain esketamine does not count."""
    products: list[Product] = []
    if _ESKETAMINE.search(text):
        products.append("esketamine")
    if _KETAMINE.search(_IN_PASSING.sub(" ", text)):
        products.append("ketamine")
    return tuple(products)
