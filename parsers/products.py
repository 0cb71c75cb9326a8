"""Which drug and which route a sentence speaks of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.drugs.names import named_products
from parsers.language.any_of import Choice
from parsers.language.patterns import Pattern, compiled
from parsers.models import Product, Route

__all__ = ["named_products", "read_route"]

_ROUTES: tuple[tuple[Route, Pattern], ...] = (
    (
        "intranasal",
        compiled(
            r"\b(?:intra-?nasal(?:ly)?|nasal(?:ly)?|nasal spray"
            r"|(?:by|through|into) (?:[^.;()]{0,40}\b)?(?:the )?nose)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "iv",
        compiled(
            r"\b(?:(?i:intravenous(?:ly)?|infus(?:ions?|ed|ing)|drips?"
            r"|(?:by|into|through) (?:[^.;()]{0,40}\b)?veins?)|IV|I\.V)\b"
        ),
    ),
    ("im", compiled(r"\b(?:(?i:intramuscular(?:ly)?|into (?:a|the) muscles?)|IM)\b")),
    ("sc", compiled(r"\b(?:(?i:subcutaneous(?:ly)?|sub-?Q|under the skin)|SC|SQ)\b")),
    (
        "sublingual",
        compiled(r"\b(?:sublingual(?:ly)?|troches?|lozenges?|buccal|(?:under|beneath) the tongue)\b", re.IGNORECASE),
    ),
    (
        "topical",
        compiled(r"\b(?:topical(?:ly)?|creams?|gels?|ointments?|transdermal|(?:on|to) the skin)\b", re.IGNORECASE),
    ),
    (
        "oral",
        compiled(
            r"\b(?:oral(?:ly)?(?! antidepress| agent| medic)|by mouth|swallow(?:ed|s)?|tablets?|capsules?)\b",
            re.IGNORECASE,
        ),
    ),
)
_ROUTE_WORDS = Choice(tuple(pattern for _, pattern in _ROUTES))
_EVERY_ROUTE = compiled(
    r"\b(?:any|every|all|each|whatever|regardless of)(?: of)?(?: the| other)? (?:route|form|formulation)s?\b"
    # Of what is treated, not of the drug.
    r"(?! of (?:\w+ ){0,2}?(?:depressi|pain|mental|mood|anxiety|headache|disorder|illness|disease|condition|migraine)"
    r"|\s*: ?(?:[\w-]+,? ){0,4}?(?:intravenous|intramuscular|oral|sublingual|infus))"
    r"|\b(?:whatever|whichever|no matter what|irrespective of)(?: the| its)? (?:route|form|formulation)s?\b"
    r"(?=\W|$)(?! (?:of|the) )"
    # e.g. "whether it is infused, injected or compounded"
    r"|\bwhether (?:(?:it|they|ketamine) )?(?:(?:is|are|comes?|given) )*(?:by |as an? |as )?(?:infus|inject|compound"
    r"|mixed|IV\b|IM\b|intra|oral|nasal|spray|swallow|subling|lozenge|topical)\w*[^.;]{0,60},? or\b",
    re.IGNORECASE,
)
# How esketamine is given says nothing of ketamine beside it.
_SPRAY = compiled(
    r"\b(?:(?:intra)?nasal |nasally given )?(?:esketamine|spravato)(?:[ (®]+(?:esketamine|spravato)\b)?[)®]*"
    r"(?:,? (?:intra)?nasal(?: spray)?)?",
    re.IGNORECASE,
)


def named_routes(product: Product, text: str) -> tuple[Route, ...]:
    """Each route named for `product`; () when none is, ("any",) by "any route". Esketamine has only its spray."""
    if product == "esketamine":
        return ("intranasal",)
    if _EVERY_ROUTE.search(text):
        return ("any",)
    text = _SPRAY.sub(" ", text)
    return tuple(_ROUTES[place][0] for place in _ROUTE_WORDS.found_in(text))


def read_route(product: Product, text: str) -> Route:
    """The one route named for `product`; "any" when none or several are."""
    named = named_routes(product, text)
    return named[0] if len(named) == 1 else "any"


def route_above(product: Product, headings: Sequence[str]) -> Route:
    """The route that the nearest of `headings` names which names one at all; "any" where none does."""
    named = (routes for heading in reversed(headings) if len(routes := named_routes(product, heading)) == 1)
    return next(named, ("any",))[0]
