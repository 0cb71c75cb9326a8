"""Lists of nothing but conditions that nobody is treated for with the drug: they bar patients, however led in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from parsers.criteria.conditions import ALSO_USES, in_their_own_words, named
from parsers.criteria.listed_bars import under_exclusion
from parsers.criteria.vocabulary import PEOPLE
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.uses.indications import apart_from_conditions, named_indications

_FEWEST = 2
_MOST_WORDS = 14
_MOST_WORDS_OF_A_NAME = 4
# What is done for a condition, or told of it, asks for none to be absent.
_TOLD_OF_IT = compiled(
    r"\b(?:cautio\w+|monitor\w*|assess\w*|evaluat\w*|screen(?:ed|ing)?(?! out)|counsel\w*|warn\w*|adverse|"
    r"side effects?|document\w*|examples?|such as|evidence|stud(?:y|ies)|trials?|label\w*|discuss\w*|weigh\w*|"
    r"investigational|experimental|unproven|codes?|background|definitions?|off-label|treated (?:for|with)|"
    r"treatments? (?:of|for)|used (?:for|to treat)|must have|has to have|should have|consider\w*(?! medically)|"
    r"increase[sd]?|report(?:ed|s)?)\b",
)
# A sentence, or an item that is lifted or turned round: "no history of psychosis", "unless controlled".
_SAYS_MORE = compiled(
    r"\b(?:is|are|was|were|has|have|holds?|must|should|shall|may|will|can|treats?|requires?|occurs?|no|not|none|without|"
    r"never|unless|except|if|when|prescriber|outweighs?)\b"
)
_PEOPLE_WITH = compiled(rf"^\W*(?:any |all |adult )?{PEOPLE} (?:with|who (?:has|have)|having)\b")
# What somebody takes beside the drug, or does not bear of it, may name it.
_OF_A_DRUG = compiled(r"^\W*(?:(?:known|an?|any|history of|prior) )*(?:hypersensitiv|allerg)")


def are_bare_bars(lead: str, items: Sequence[str]) -> bool:
    """Whether each item names a condition and no more, one at least being no use of the drug, under a lead-in that
    tells nothing else of them.
    """
    if len(items) < _FEWEST or _TOLD_OF_IT.search(lead.lower()):
        return False
    told = under_exclusion(lead.lower())
    if not all(is_bare_bar(item) or (told and _may_be_one(item)) for item in items):
        return False
    known = any(is_bare_bar(item) and set(named(item.lower())) - ALSO_USES for item in items)
    # "Exclusions: severe kidney disease; liver failure": none is known by name, each is called as conditions are.
    return known or (told and all(any(in_their_own_words(item.lower(), listed=False)) for item in items))


def _may_be_one(item: str) -> bool:
    """Whether an item that names nothing known is short enough to name a condition: "Intellectual disability"."""
    words = item.lower()
    known = named_products(item) or named_indications(item)
    return not known and len(words.split()) <= _MOST_WORDS_OF_A_NAME and not _SAYS_MORE.search(words)


@lru_cache(maxsize=1024)
def is_bare_bar(item: str) -> bool:
    """Whether an item names a condition and no more."""
    words = item.lower()
    conditions = set(named(words))
    if len(words.split()) > _MOST_WORDS or not conditions or _SAYS_MORE.search(_PEOPLE_WITH.sub("", words)):
        return False
    if named_products(item) and not _OF_A_DRUG.search(words):
        return False
    return not apart_from_conditions(named_indications(item)) or (conditions <= ALSO_USES and "depress" not in words)


def as_topic(topic: str, lead: str, items: Sequence[str]) -> str:
    """`topic`, told to be of exclusions where `items` are nothing but conditions."""
    return f"{topic} | exclusions" if are_bare_bars(lead, items) else topic
