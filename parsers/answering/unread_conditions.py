"""Conditions that a cover names and the document does not hold: "when the criteria of the attached form are met".

Whether a patient meets them nobody can tell from the document: a cover without a readable criterion would say "meets"
of everyone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from parsers.criteria.families import findings_in
from parsers.criteria.kept import is_criterion
from parsers.criteria.remnants import states_no_criterion
from parsers.criteria.roots import limits_of, without_limits
from parsers.criteria.trees import group
from parsers.criteria.unread_parts import asks
from parsers.drugs.names import named_products
from parsers.language.any_of import any_phrase
from parsers.language.patterns import compiled
from parsers.models import Block, Indication, Leaf, Position
from parsers.uses.indications import mentions
from parsers.uses.scopes import required_indications

_CONDITIONS = r"(?:criteri(?:a|on)|requirements?|conditions?|questions?|rows?|rules|guidelines?)"
_DEPENDS = any_phrase(
    rf"\b(?:when|if|once|where|provided|only|as long as)\b[^.;]*\b{_CONDITIONS}\b[^.;]*"
    r"\b(?:met|satisfied|fulfilled|answered|followed)\b",
    rf"\b{_CONDITIONS}\b[^.;]*\b(?:must|has to|have to|needs? to)\b[^.;]*\b(?:met|satisfied|fulfilled|answered)\b",
    rf"\b(?:meet|meets|meeting|satisf(?:y|ies)|fulfil\w*) (?:[\w’'-]+ ){{0,5}}{_CONDITIONS}\b",
    rf"\b(?:subject to|under|according to|in accordance with|see|refer to) (?:[\w’'-]+ ){{0,5}}{_CONDITIONS}\b",
    r"\bcriteria appl(?:y|ies)\b",
    # "When nothing above stands in the way", "if none of these reasons applies".
    r"\b(?:when|if|where|provided|as long as)\b[^.;,]{0,12}\b(?:nothing|none|neither)\b[^.;,]{0,30}"
    r"\b(?:above|below|listed|reasons?|these|those)\b[^.;,]{0,30}?\b(?:appl(?:y|ies)|stands?|holds?|is true|are true|"
    r"(?:is|are) present)\b",
    # "Every other line above applies", "the remaining points hold here too".
    r"\b(?:other|remaining) (?:lines?|criteri(?:a|on)|points?|items?|requirements?|conditions?|rules?)"
    r"(?: (?:above|below|listed|there))* (?:(?:still|also|again) )*(?:appl(?:y|ies)|holds?|stands?)\b",
)

# "Renewal is authorized on condition that the clinic files a report": a condition of its own, in no words of ours.
_AS_EVER = r"(?:medically (?:necessary|appropriate)|needed|necessary|requested|applicable|appropriate|indicated)"
_RENEWED_ON_TERMS = any_phrase(
    r"\b(?:renew\w*|re-?auth\w*|re-?approv\w*|continuations?|extensions?)\b[^.;]*?\b(?:if|when|where|provided(?: that)?"
    r"|(?:as|so) long as|on condition(?: that)?|once|contingent (?:up)?on|depends (?:up)?on|requires?|calls? for)\b "
    rf"(?!(?:(?:it|this|treatment|therapy|continued \w+) (?:is|are|remains) )?{_AS_EVER}\b)"
    r"(?!(?:an? |the )?(?:new |further |prior |another )*(?:prior )?(?:authori[sz]ation|approval|review|request|PA)\b)"
    r"(?:[\w'’-]+ ){2}"
)
# "Covered for regional pain when a pain specialist gives it": a condition of the first cover, in no words of ours.
_ON_TERM = compiled(
    r"\b(?:cover(?:ed|s)|approv\w+|medically necessary|authori[sz]ed|payable|pays? for|benefit)\b[^.;]*?"
    r"\b(?:if|when|provided(?: that)?|as long as|on condition that) (?P<term>(?:the|an?|each|his or her) [^.;:,]+)",
    re.IGNORECASE,
)
# What goes without saying, or is between the payer and whoever bills.
_OF_THE_REQUEST = compiled(
    r"\b(?:authori[sz]\w*|approv\w+|preauth\w*|precert\w*|requests?|claims?|bill\w*|codes?|deductible|co-?pay\w*|"
    r"eligible|enrolled|benefits?|coverage|plan|payer|necess\w+|appropriate|contract|indicated|label\w*|criteri\w+|"
    r"policy|doctor|physician|provider)\b",
    re.IGNORECASE,
)


def _names_terms(position: Position, text: str) -> bool:
    if position.phase == "renewal" and _RENEWED_ON_TERMS.search(text):
        return True
    return bool(_DEPENDS.search(text)) or _has_a_term(text)


def _has_a_term(text: str) -> bool:
    """Whether cover has a condition of its own behind it, that is neither its use nor how it is asked for."""
    found = _ON_TERM.search(text)
    term = found["term"] if found else ""
    read = mentions(term) or named_products(term) or _OF_THE_REQUEST.search(term) or any(findings_in(term))
    return bool(term) and not read and asks(f"if {term}") and is_criterion(term)


def with_unread_conditions(position: Position, blocks: Sequence[Block]) -> Position:
    """`position`, with the sentence of its cover as an unparsed leaf where that names conditions and none was read."""
    if position.status != "covered" or without_limits(position.criteria):
        return position
    named = next((shown for shown in position.evidence if _names_terms(position, shown.text)), None)
    if named is None or _leads_in_use(position.indication, named.text, blocks):
        return position
    leaf = Leaf("unparsed", None, named.text, named.page)
    return replace(position, criteria=group("all", [leaf, *limits_of(position.criteria)]))


def _leads_in_use(use: Indication, text: str, blocks: Sequence[Block]) -> bool:
    """Whether a lead-in ("if any of the following criteria is met:") stands over covered uses, each an item, and the
    item of `use` asks for nothing else.
    """
    place = next((place for place, block in enumerate(blocks) if block.text == text), None)
    if place is None or not text.rstrip().endswith(":"):
        return False
    items = [block.text for block in takewhile(lambda block: block.kind == "item", blocks[place + 1 :])]
    own = [item for item in items if use in required_indications(item)]
    return bool(own) and all(map(required_indications, items)) and all(map(states_no_criterion, own))
