"""Sentences of a running text of criteria: titles among them, other ways, and what they tell one by one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.criteria.lists import Connective, opens_other_way, quantifier
from parsers.language.patterns import compiled

_SAYS_OR = compiled(r"^\W*Or\b,? (?!(?:for|if|when)\b)")
_SENTENCE = compiled(
    r"(?<![:;] [a-h1-9]\.)(?<!; or [a-h1-9]\.)(?<!; and [a-h1-9]\.)(?<!\bor [a-h]\.)"  # "; or b. Two"
    r"(?:(?<=[a-z0-9)%+\]”\"’][.!?])|(?<=\bREMS[.!?]))(?<!\be\.g\.)(?<!\bi\.e\.)(?<!\bvs\.)(?<!\bDr\.)(?<!\bno\.)(?<!\bapprox\.)(?!(?<=\bmin\.)\s+\d)(?!(?<=\bmax\.)\s+\d)\)?\s+(?=[\"“(\[]?[A-Z0-9])"
    # A label in bold opens a sentence of its own: "… hemorrhage Initial approval: 3 months".
    r"|(?<=[a-z)])\s+(?=(?:Initial|First|Renewal|Continuation|Reauthorization)"
    r" (?:[Aa]pproval|[Aa]uthorization|[Cc]overage)(?: (?:[Dd]uration|[Pp]eriod|[Ll]ength))?:)"
)
# "Send the form." bids somebody do something.
_BIDS = compiled(
    r"\W*(?:send|submit|fax|mail|call|sign|fill|complete|attach|ask|tell|upload) (?:us|it|in|the|this|your)\b"
    # "We open the door for six months.", "On those terms we approve three months."
    r"|\W*(?:we|they|it) (?:\S+ ){3,}|\W*(?!what|who|when|where|how|which)(?:\S+ ){1,6}we (?:approve|grant|give|"
    r"allow) \S",
    re.IGNORECASE,
)
# A sentence with its verb is no title, unless it opens as a question does: "Who is not treated."
_RUN_IN_TITLE = compiled(
    r"^\W*(?!(?!Who|What|When|Where|How|Why)[^.]*\b(?:is|are|was|were|has|have|goes|remains?|stays?|requires?|required"
    r"|did|does|do|must|took|takes?|needs?|failed(?=\.|,| (?:for|after|despite|in|each|both)\b))\b)"
    r"[A-Z][^.:;,!?\d]{2,50}\.$"
    # "Pain, acute.", as an index turns its terms.
    r"|^\W*[A-Z][a-z]+, [a-z]+(?: [a-z]+)?\.$",
)
# Statements counted out one by one, as in "One of two holds. First: a. Second: b."
_ORDINAL = compiled(
    r"^\W*(?:(?:or|and),? )?(?:(?:the )?(?:(?:first|second|third|fourth)(?:ly)?|other|another|one|next|last)"
    r"|(?:option|case|way|statement|number|alternative) (?:\d|[A-D]|one|two|three|four))"
    r"(?:\s*[:,–—-]\s*| (?:is|says|reads)(?: that|:) )",
    re.IGNORECASE,
)
_LONGEST_LEAD_IN = 80
_FEWEST_TOLD = 2


def between_sentences(said: Sequence[str]) -> list[Connective]:
    """What joins each sentence to the next: "Or, ECT has failed" is another way than what stands before it."""
    return ["or" if opens_other_way(next_) or _SAYS_OR.match(next_) else "" for next_ in said[1:]]


def sentences(text: str) -> list[str]:
    """The sentences of a text, each as printed."""
    return [sentence for sentence in _SENTENCE.split(text) if sentence.strip()]


def run_in_title(said: Sequence[str]) -> str:
    """The title that opens a text of several sentences ("Who should not be treated. Persons …"); "" without one."""
    titled = len(said) > 1 and _RUN_IN_TITLE.match(said[0]) and not _BIDS.match(said[0])
    return said[0] if titled else ""


def told_in_turn(said: Sequence[str]) -> tuple[str, ...]:
    """What the sentences after a lead-in give one by one ("One of two is true. First: … Second: …"); () otherwise."""
    lead_in, *items = said or ("",)
    leads = len(lead_in) <= _LONGEST_LEAD_IN and quantifier(lead_in) is not None
    if not leads or len(items) < _FEWEST_TOLD or not all(map(_ORDINAL.match, items)):
        return ()
    return tuple(_ORDINAL.sub("", item, count=1) for item in items)
