"""What a policy answers to a question it does not name: the nearest broader answer, or silence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from parsers.models import Indication, Phase, Position, Product
from tracker.label.events import labeled_uses

# The broader uses a named use falls under, nearest first. `other` is the payer's own "all other uses".
_DEPRESSION: tuple[Indication, ...] = ("mdd", "psychiatric", "any", "other")
_PSYCHIATRIC: tuple[Indication, ...] = ("psychiatric", "any", "other")
_PAIN: tuple[Indication, ...] = ("chronic_pain", "any", "other")
_BROADER: Mapping[Indication, tuple[Indication, ...]] = {
    "trd": _DEPRESSION,
    "mdsi": _DEPRESSION,
    "mdd": _PSYCHIATRIC,
    "bipolar_depression": _PSYCHIATRIC,
    "ptsd": _PSYCHIATRIC,
    "anxiety": _PSYCHIATRIC,
    "ocd": _PSYCHIATRIC,
    "substance_use": _PSYCHIATRIC,
    "neuropathic_pain": _PAIN,
    "crps": _PAIN,
    "headache": _PAIN,
    "fibromyalgia": _PAIN,
    "cancer_pain": _PAIN,
    "any": ("other",),
    "other": ("any",),
}


def answer_without(position: Position, others: Iterable[Position]) -> Position | None:
    """How a version with `others` answers the question of `position`, which it does not name; None: it is silent.

    A renewal that is not stated rests on the first approval and asks for nothing of its own.
    """
    same_product = [other for other in others if other.product == position.product]
    if position.phase == "renewal":
        approved = next((other for other in same_product if _asks(other, position.indication, "initial")), None)
        if approved is not None:
            return replace(approved, phase="renewal", criteria=None)
    for indication in _broader(position.product, position.indication):
        for phase in (position.phase, "initial"):
            found = next((other for other in same_product if _asks(other, indication, phase)), None)
            if found is not None:
                return found
    return None


def answer_to(product: Product, indication: Indication, phase: Phase, positions: Iterable[Position]) -> Position | None:
    """The position that answers a question in its own phase, named or broader; None: the policy is silent."""
    asked = [one for one in positions if (one.product, one.phase) == (product, phase)]
    wider = (indication, *_broader(product, indication))
    return next((one for name in wider for one in asked if one.indication == name), None)


def _broader(product: Product, indication: Indication) -> tuple[Indication, ...]:
    """An answer for whatever the label names comes before any broader class, for a use that the label names."""
    labeled: tuple[Indication, ...] = ("fda_labeled",) if indication in labeled_uses(product) else ()
    return (*labeled, *_BROADER.get(indication, ("any", "other")))


def _asks(position: Position, indication: str, phase: str) -> bool:
    return (position.indication, position.phase) == (indication, phase)


def broader_uses(indication: str) -> tuple[Indication, ...]:
    """The classes that a use falls under, nearest first: what is said of them is said of it."""
    return next((broader for use, broader in _BROADER.items() if use == indication), ("any", "other"))
