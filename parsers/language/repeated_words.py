"""Words that a sentence leaves out the second time: the unit of a length, what two drugs are each granted.

"… is good for six months and can be extended for twelve" means months, "the approval is 28 days for ketamine and six
months for esketamine" an approval of each.
"""

from __future__ import annotations

import re

from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.language.spans import SPAN_COUNT, SPAN_UNIT
from parsers.models import Product

_SPAN = compiled(rf"\b{SPAN_COUNT}[ -](?P<unit>{SPAN_UNIT})", re.IGNORECASE)
_UNITLESS = compiled(
    r"\b(?P<said>(?:approv|authori[sz]|extend|renew|continu|prolong|grant|cover)\w* (?:it |them |again )?"
    r"(?:(?:for|by) (?:another |a further |an additional )?|another )(?:up to )?"
    r"(?:two|three|four|six|eight|nine|ten|twelve|eighteen|[1-9]\d?)(?P<more> more)?)"
    r"(?=\W*$|[,;]| (?:if|when|where|once|as long as|so long as|provided|upon|after)\b)",
    re.IGNORECASE,
)
_DRUG = (
    r"(?:(?:intravenous|IV|intranasal|racemic) )?(?:esketamine|spravato|ketamine|ketalar)(?: infusions?| nasal spray)?"
)
_OF_BOTH = compiled(
    r"\b(?:neither|both|either|the two|(?<=use of )these|(?<=uses of )these)(?: of (?:the|these|those))?(?: two)? "
    r"(?:drug|agent|product|medicine|medication|treatment)s?\b",
    re.IGNORECASE,
)
# "Beyond what is said for both drugs: …", "that the requirements for both drugs are again in place": of one drug.
_BESIDES = compiled(
    r"\b(?:beyond|besides|in addition to|on top of|apart from|along with|plus|together with) (?:what|the|that which|"
    r"all|everything)\b[^.;:]{0,60}\b(?:both|either|the two) \w+"
    r"|\b(?:requirements?|criteria|conditions|rules|points|items|"
    r"what (?:is|was) (?:said|asked|required)) (?:for|of|common to|under) (?:both|either|the two) \w+",
    re.IGNORECASE,
)
# "Provisions common to parts 1 and 2", "common requirements", beside sections of other drugs than the title's.
_IN_COMMON = compiled(
    r"\b(?:common|shared|joint) (?:provisions|requirements|criteria|conditions|rules|terms)\b"
    r"|\b(?:provisions|requirements|criteria|conditions|rules|terms) (?:in )?common\b|\bin common\b",
    re.IGNORECASE,
)
_A_SPAN = r"(?:for |up to )*[\w()-]+(?: \(\d+\))? (?:days?|weeks?|months?|years?)"
_EACH = compiled(
    rf"^(?P<head>.{{5,120}}?\b)(?P<one>{_A_SPAN} (?:for|with) {_DRUG}),? (?:and|but|while) "
    rf"(?P<other>{_A_SPAN} (?:for|with) {_DRUG})\W*$",
    re.IGNORECASE,
)


def with_units(sentence: str) -> str:
    """`sentence` with the unit of its length behind a later length that has none."""
    if not _UNITLESS.search(sentence):
        return sentence

    def named(found: re.Match[str]) -> str:
        units = [span["unit"] for span in _SPAN.finditer(sentence[: found.start()])]
        return f"{found['said']} {units[-1].rstrip('s')}s" if units else found[0]

    return _UNITLESS.sub(named, sentence)


def each_with_its_length(sentence: str) -> tuple[str, ...]:
    """What two drugs are granted, each with its length, in two sentences; the whole where it grants no two."""
    found = _EACH.match(sentence) if len(named_products(sentence)) > 1 else None
    if found is None or named_products(found["one"]) == named_products(found["other"]):
        return (sentence,)
    return tuple(f"{found['head']}{found[side]}." for side in ("one", "other"))


def drugs_meant(sentence: str, known: tuple[Product, ...]) -> tuple[Product, ...]:
    """The drugs that a sentence names, or all that are `known` where it speaks of both ("Neither drug is covered")."""
    return named_products(sentence) or (known if speaks_of_both(_BESIDES.sub("", sentence)) else ())


def speaks_of_both(text: str) -> bool:
    """Whether a text speaks of both drugs without their names."""
    return bool(_OF_BOTH.search(text))


def is_in_common(text: str) -> bool:
    """Whether a title says that what it is over is common to the sections beside it."""
    return bool(_IN_COMMON.search(text))
