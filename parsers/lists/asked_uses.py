"""Uses that a list asks for, in its lead-in or in its items."""

from __future__ import annotations

import re

from parsers.criteria.lists import connective, quantifier
from parsers.language.patterns import compiled
from parsers.models import Indication
from parsers.outline import Node
from parsers.uses.indications import FORMS_OF_MDD, apart_from_conditions
from parsers.uses.scopes import refined, required_indications

# What a list may ask about beside the form of depression that it is for.
_BESIDE_DEPRESSION: frozenset[Indication] = frozenset({"mdd", "substance_use", "bipolar_depression", "psychiatric"})
# "The patient does not have any of the following:", "absence of:".
_MUST_LACK = compiled(
    r"\b(?:(?:does|do|must|should|shall|may|can|will) not (?:\w+ ){0,2}(?:have|suffer|be diagnosed|carry)"
    r"|(?:has|have|had|having|with) (?:no|none|neither|never)|no (?:\w+ )?(?:history|evidence|diagnos[ie]s|signs?)"
    r"|without(?! [^.:]*(?:authori|certif|approval|\bPA\b))|free (?:of|from)|absence of)\b[^.:]{0,60}:?\W*$",
    re.IGNORECASE,
)
# An item under "MDD, and all of these:" that makes it the second of the labeled uses.
_SUICIDAL = compiled(
    r"^(?!.*\b(?:no|not|without|never|absence)\b)\W*(?:(?:there|the|a|an|patient|member|individual|client|is|has|"
    r"have|had|"
    r"are|presents?|with|active|acute|current|experiencing|of)\W+)*suicid(?:al|ality)",
    re.IGNORECASE,
)


def asked_indications(node: Node) -> tuple[Indication, ...]:
    """The indications that a list demands, in its own words or in those of its items, each form of depression there."""
    own = apart_from_conditions(required_indications(node.block.text))
    below = tuple(dict.fromkeys(asked for child in _demanded(node) for asked in asked_indications(child)))
    if own == ("mdd",) and set(below) >= FORMS_OF_MDD:
        return refined(below)
    if own == ("mdd",) and any(_SUICIDAL.search(child.block.text) for child in _demanded(node)):
        return ("mdsi",)
    if not below or (own and own != ("fda_labeled",)):
        return own
    return below if offers_a_choice(node) else refined(below, _BESIDE_DEPRESSION)


def _demanded(node: Node) -> tuple[Node, ...]:
    """The items of a list that asks for them; what a patient must not have is no use."""
    return () if _MUST_LACK.search(node.block.text) else tuple(node.children)


def offers_a_choice(node: Node) -> bool:
    """Whether a list asks for one or some of its items, as its lead-in says or the words that join them."""
    asked = quantifier(node.block.text)
    joins = {connective(child.block.text) for child in node.children}
    return asked.op != "all" if asked else "or" in joins and "and" not in joins
