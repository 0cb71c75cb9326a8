"""Which uses a denial is of: without its reason, beside what it excepts or sets apart."""

from __future__ import annotations

import re
from collections.abc import Iterable

from parsers.answering.statuses import prior_authorization, read_status
from parsers.language.patterns import compiled
from parsers.uses.indications import (
    after_exception,
    excepted_indications,
    is_for_everything,
    is_residual,
    named_indications,
)
from parsers.uses.name_contexts import EXCEPT_SO_MANY

# What makes something depend on terms: what is said so is no bare denial, and no bare length.
ON_TERMS = compiled(r"\b(?:if|when|where|provided|as long as|so long as|once|while)\b", re.IGNORECASE)
# "Outside of anesthesia" sets a use apart from a denial without saying that it is covered.
_SET_APART = compiled(
    r"\b(?:outside(?: of)?|apart from|aside from|excepted|other (?:kinds?|types?|forms?|sorts?|causes?|origins?) than"
    r"|(?:any|all|every|each) (?:kinds?|types?|forms?|sorts?) (?:but|save))\b",
    re.IGNORECASE,
)
# "Neuropathic pain other than trigeminal neuralgia is not covered" says nothing of the latter.
_NARROWED = compiled(
    r"(?<!\buse)(?<!\buses)(?<!indication)(?<!indications)(?<!condition)(?<!conditions)(?<!diagnosis)(?<!diagnoses)"
    r"(?<!purpose)(?<!reason)(?<!anything),? (?:other than|except(?:ing)?|excluding|but not|with the exception of) "
    r"(?!(?:for|as|in|when|if)\b)",
    re.IGNORECASE,
)
# "All other uses except anesthesia" are those that the policy does not speak of; so is what is set apart from them.
_OF_THE_REST = compiled(
    r"\b(?:other|remaining|further|additional) (?:\w+ ){0,2}?(?:uses?|indications?|conditions?|diagnos[ie]s|"
    r"purposes?)\b[^.;]*\b(?:except|other than|excluding|besides|but not)\b",
    re.IGNORECASE,
)
# "Apart from depression, every use is unproven, among them pain": what is named beside what is excepted is not all.
EVERY_USE = compiled(
    r"\b(?:every|any|all|each)(?: of its| (?:single|such|known|further))? (?:uses?|indications?|conditions?|"
    r"diagnos[ie]s|purposes?|applications?)\b",
    re.IGNORECASE,
)
# "With two exceptions, infusions are experimental": what is told next is set apart from the rest.
WITH_EXCEPTIONS = compiled(r"\bwith (?:\w+ ){1,2}exceptions?\b", re.IGNORECASE)
# "Not covered for either diagnosis", "for the disorders in 1 and 2".
OF_THESE = compiled(
    r"\b(?:either|both|(?:in|of|under) (?:items? |sections? )?[\dA-Z]{1,2} (?:and|or|to))\b", re.IGNORECASE
)
_REASON = compiled(
    r",? (?:because|given that|(?:as|since) (?:there (?:is|are)|none|no|the|it(?! (?:does|is so|has done)\b)|FDA)\b|"
    r"owing to|due to (?:the )?lack of)\b",
    re.IGNORECASE,
)
_GOES_ON = compiled(
    r",? (?:and|nor|but|or) (?:(?:it|they|also) )*(?:is|are|does|do|remains?|will)\b(?! (?:the|an?|so|too)\b).*$",
    re.IGNORECASE | re.DOTALL,
)
_OPENING_REASON = compiled(
    r"^\W*(?:because|since|as|given that|although|while|though|owing to|due to)\b[^;.]{5,240}?, "
    r"(?=(?:\w+ ){0,3}?(?:spravato|(?:es)?ketamine|ketalar|infusions?|we|it|the plan)\b)",
    re.IGNORECASE,
)


_EXCEPT_SO_MANY = compiled(rf"\b{EXCEPT_SO_MANY}\b", re.IGNORECASE)


_WHEN = compiled(r"^\W*(?:when|reasons why|cases (?:in which|where|when)|circumstances in which)\b", re.IGNORECASE)


def leaves_some(heading: str, under: Iterable[str]) -> bool:
    """Whether a heading that denies leaves uses covered that are told `under` it ("… is unproven outside two uses")."""
    told = {use for text in under for use in named_indications(text)}
    so_many = _EXCEPT_SO_MANY.search(heading) and not is_residual(heading)
    return bool(so_many and told) or bool(told & set(excepted_indications(heading)))


def tells_when(heading: str, under: Iterable[str]) -> bool:
    """Whether a heading that tells when a drug is refused ("When it is not approved") stands over a use that needs
    authorization: nothing is said of that one but when.
    """
    return bool(_WHEN.match(heading)) and any(
        prior_authorization(text) and named_indications(text) and read_status(text) in (None, "covered")
        for text in under
    )


def only_sets_apart(denial: str) -> bool:
    """Whether a denial sets the use that it excepts aside without a word that it is covered."""
    narrows = _NARROWED.search(denial) and named_indications(denial) and not ON_TERMS.search(after_exception(denial))
    return bool(_SET_APART.search(denial) or _OF_THE_REST.search(denial) or narrows)


def without_opening_reason(text: str) -> str:
    """An answer without the reason before it ("Because sedation is common, esketamine is covered …")."""
    opening = _OPENING_REASON.match(text)
    return text[opening.end() :] if opening and named_indications(text[opening.end() :]) else text


def without_reason(passage: str) -> str:
    """A denial without its reason ("…, because trials in pain were small"), where it names a use beside that."""
    before, *reasons = _REASON.split(passage)
    # "…, because others cost less, and is not covered for anxiety": the denial goes on behind its reason.
    denial = " ".join((before, *(found[0] for reason in reasons if (found := _GOES_ON.search(reason)))))
    if opening := _OPENING_REASON.match(denial):
        denial = denial[opening.end() :]
    return denial if named_indications(denial) or is_for_everything(denial) else passage
