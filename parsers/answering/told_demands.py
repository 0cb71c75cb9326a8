"""Demands told in sentences, from which cover of the title's use follows where nothing answers for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from parsers.criteria.of_payers import FEWEST_KEYS, keys_of_a_payer, lists_demands
from parsers.deciding.findings import Answer, Requirement
from parsers.language.patterns import compiled
from parsers.lists.node_words import words_of
from parsers.models import CriterionKey, Evidence, Product
from parsers.outline import walk
from parsers.phases.phases import read_phase
from parsers.uses.indications import apart_from_conditions
from parsers.uses.scopes import required_indications

_DEMANDS = compiled(
    r"\b(?:must|shall|ha(?:s|ve) to|needs? to|needs|(?:is|are) (?:required|asked) to|requires?|required|asks for|"
    r"insists? (?:on|that)"
    # What a reviewer is told to look at, and what a payer says that it looks for.
    r"|(?:we|(?:our|the) (?:reviewers?|pharmacists?|nurses?|plan|fund)) (?:look|ask|wait)s? for|we (?:want|need|"
    r"expect))\b"
    r"|^\W*(?:(?:then|next|also|first),? )?(?:verify|check|count|confirm|look for|make sure|query|ascertain|"
    r"establish)\b",
    re.IGNORECASE,
)
# "The diagnosis must be resistant depression", "members need to have …", "a diagnosis of … is required".
_DEMANDS_USE = compiled(
    r"\b(?:diagnos[ie]s|indications?|condition) (?:must|shall|ha(?:s|ve) to|needs? to) be\b"
    r"|\bmust be the (?:\w+ )?(?:diagnosis|indication)\b"
    r"|\b(?:must|shall|ha(?:s|ve) to|needs? to) (?:have|carry|suffer from|be (?:\w+ ){0,3}?(?:diagnosed with|with))\b"
    r"|\b(?:diagnosis|confirmation|documentation) of [^.;:]{3,80} (?:is|are) (?:required|needed|necessary)\b"
    r"|\brequires? (?:an? )?(?:\w+ )?(?:diagnosis|confirmation) of\b",
    re.IGNORECASE,
)

_TITLES_DEMANDS = compiled(r"\bcriteria\b|\b(?:prior|pre)[- ]?authori[sz]ation\b|\brequest form\b", re.IGNORECASE)


def told_demands(requirements: Iterable[Requirement], product: Product) -> tuple[Requirement, ...]:
    """The requirements of sentences that demand what a payer asks for; () where they ask for fewer than two things."""
    demands = [(one, _asked_by(one)) for one in requirements if product in one.products and not one.indications]
    asked: set[CriterionKey] = set().union(*(keys for _, keys in demands))
    return tuple(one for one, keys in demands if keys) if len(asked) >= FEWEST_KEYS else ()


def asked_as_such(requirements: Iterable[Requirement], products: Iterable[Product]) -> Iterator[Answer]:
    """Cover of the drug as such, which follows from what a form or list that names no use asks for it."""
    listed = [one for one in requirements if one.listed and not one.indications and one.phase != "renewal"]
    for product in products:
        asked = [one for one in listed if product in one.products]
        told = "\n".join(words_of(one.node) for one in asked)
        if lists_demands(told) or (keys_of_a_payer(told) and any(map(_is_titled, asked))):
            block = next(part.block for part in walk((asked[0].node,)) if part.block.text)
            seen = Evidence(block.page, " | ".join(block.cells) or block.text)
            yield Answer(product, ("any",), "initial", "covered", None, block.text, seen, True, place=block.path)


def _is_titled(one: Requirement) -> bool:
    """Whether what stands over a list says that a request is judged by it."""
    return any(map(_TITLES_DEMANDS.search, (*one.node.block.path, one.node.block.text)))


def _asked_by(one: Requirement) -> set[CriterionKey]:
    if one.phase == "renewal":
        return set()
    texts = [part.block.text for part in walk((one.node,)) if _DEMANDS.search(part.block.text)]
    return {key for text in texts for key in keys_of_a_payer(text)}


def demands_use(sentence: str) -> bool:
    """Whether a sentence demands that the patient have what the drug is used for, and of a first request."""
    demanded = _DEMANDS_USE.search(sentence) and read_phase(sentence) != "renewal"
    return bool(demanded and apart_from_conditions(required_indications(sentence)))
