"""What a few words of a table or a legend answer: "Never", "Pay", "Not a benefit", "on the list, approval first".

A cell is shorter than a sentence and a legend looser: neither has a subject, and a negation may be of the review
that is not needed ("Covered; no review") and not of the payment.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from parsers.answering.answers import DENIED
from parsers.answering.bare_statuses import bare_status
from parsers.answering.status_wording import CASE_BY_CASE, INVESTIGATIONAL, NOT_INVESTIGATIONAL, NOT_NECESSARY
from parsers.answering.statuses import prior_authorization
from parsers.language.patterns import compiled
from parsers.models import Status


@dataclass(frozen=True, slots=True)
class ShortAnswer:
    """A status, and whether what is covered needs authorization; None: the words do not say."""

    status: Status
    authorization: bool | None = None

    @property
    def words(self) -> str:
        """The answer as the end of a sentence on the drug."""
        asked = {True: " with prior authorization", False: " without prior authorization", None: ""}
        return f"{_WORDS[self.status]}{asked[self.authorization] if self.status == 'covered' else ''}"


_WORDS: dict[Status, str] = {
    "covered": "covered", "investigational": "investigational", "excluded": "not covered",
    "not_medically_necessary": "not medically necessary", "case_by_case": "decided case by case",
}  # fmt: skip
_PAPER = (
    r"(?:(?:prior|advance|pre-?|service|further|medical) ?)?(?:authori[sz]ations?|approvals?|certifications?|"
    r"precert\w*|preauth\w*|reviews?|PA)"
)
# A negation of the paper that is not asked for, of a limit, or of a bill apart from another.
_NEEDS_NONE = compiled(
    rf"\b(?:no|without(?: any)?|needs? no|not? (?:requir\w+|need\w*)|never) {_PAPER}\b(?: (?:is )?(?:needed|required|"
    rf"necessary))?|\b{_PAPER} (?:is |are )?not (?:needed|required|necessary)\b|\bopen access\b",
    re.IGNORECASE,
)
_NO_LIMITS = compiled(
    r"\bno (?:\w+ )?(?:limits?|restrictions?|edits?|conditions?|copay\w*|charge|cost|exceptions?)\b"
    r"|\bno standing policy\b|\bnot (?:barred|excluded|denied|refused)\b"
    r"|\bnot (?:paid |payable )?(?:separately|apart)\b",
    re.IGNORECASE,
)
_NEEDS_ONE = compiled(
    rf"\b(?:with|after|once|upon|when|needs?|requir\w+|subject to|restricted to|only by|by|submit|send|"
    rf"asks? for|against) (?:an? |the |your )?{_PAPER}\b(?! by (?:the )?member)"
    rf"|\b{_PAPER} (?:first|in advance|needed|required|(?:is|are) (?:needed|required))\b"
    r"|\b(?:once|when|if|after being|unless) (?:\w+ )?(?:pre-?)?(?:authori[sz]ed|certified|approved)\b"
    r"|\b(?:criteria|clinical|prior|medical|utilization|a form|form) (?:\w+ )?review(?:ed)?\b|\bafter review\b"
    rf"|^\W*(?:prior|pre-?) ?(?:authori[sz]ation|approval|certification)\W*$|\bPA\b",
    re.IGNORECASE,
)
_PAID = (
    r"(?:cover(?:s|ed|ing|able)?|pa(?:ys?|id|ying|yable)|reimburs(?:es?|ed|able)|allow(?:s|ed|able)?|accept(?:s|ed)|"
    r"approv(?:es?|ed|able|al)|authori[sz](?:es?|ed)|fund(?:s|ed)|compensable|cost-shar(?:es?|ed)|eligible|"
    r"permitted|honou?red|granted|recogni[sz]ed|provided|medically necessary|reasonable and necessary)"
)
_REFUSES = compiled(
    rf"\b(?:not|never|n['’]t|cannot|nor|neither) (?:(?:be|been|currently|a|an|the|presently|yet|now|ever|in|on|by|"
    rf"for|to|plan|our|this|any|of) )*(?:{_PAID}|benefits?|part of|payment|coverage)\b"
    rf"|\b(?:no|without) (?:[\w-]+ )?(?:payment|coverage|benefits?|reimbursement|allowance|cover)\b"
    r"|\b(?:pays?|covers?|reimburses?) (?:for )?(?:nothing|none|neither)\b"
    r"|\b(?:non-?(?:covered|payable|reimbursable|compensable|benefit|allowed|formulary and))\b"
    r"|\b(?:den(?:y|ied|ial|ies)|disallow(?:s|ed)?|refuse[sd]?|reject(?:s|ed)?|exclu(?:de[ds]?|sion)|declined?|"
    r"barred|carved out|ineligible|uncovered)\b"
    r"|\b(?:falls?|lies?|outside)(?: outside)?(?: of)? (?:the |this |our |any |its )?(?:\w+ )?(?:benefits?|"
    r"riders?|plan|contract|coverage)\b|^\W*leave off\b|^\W*not (?:by|under|from) (?:this|the|our|any|your) (?:\w+ )?"
    r"(?:plan|fund|program|contract|policy|benefit)\W*$|^\W*(?:stop|none|never|no)(?=\W*$|[,;:.(]| [–—-])",
    re.IGNORECASE,
)
# What is on no list may still be had with authorization.
_OFF_LIST = compiled(
    r"\b(?:outside|off|left off|not (?:\w+ )?(?:on|in)|drop(?:ped)?(?: from)?|remov\w+ from)(?: of)? "
    r"(?:the |this |our |any |its )?(?:[\w-]+ ){0,2}(?:list|formulary|schedule|PDL)\b|\bnot (?:listed|on formulary)\b",
    re.IGNORECASE,
)
_PAYS = compiled(
    rf"\b{_PAID}\b|^\W*(?:yes|also yes|keep|kept|retain(?:ed)?)\b|^\W*(?:go(?=\W*$|,)|add(?:ed)? (?:with|to|at)\b)"
    r"|\bon (?:the |our |its )?(?:\w+ )?(?:list|formulary|PDL|schedule)\b|\bopen access\b|\b(?:proven|a benefit)\b"
    r"|^\W*(?:tier \d|PA)\b",
    re.IGNORECASE,
)
# Boxes to tick, who pays beside the plan, what is asked of the reader, and what is told of a time gone by.
_NO_ANSWER = compiled(
    # "Covered when section A is met" has terms of its own, and it is no payer that "FDA-approved" speaks of.
    r"[?☐□_]|\[\s*\]|\byes\b.{1,12}\bno\b|\b(?:FDA|label(?:l?ed)?|sections?"
    r"|when(?! (?:\w+ ){0,2}(?:pre-?)?(?:authori|approv|certif))|"
    r"criteria(?! review)|if|unless|until|was|were|formerly|previously|"
    r"appeals?|copay|discretion|see|refer|not addressed|no position|not applicable|other than|except\w*)\b",
    re.IGNORECASE,
)
# "Covered with prior authorization under section 3": where its terms stand.
_UNDER_SECTION = compiled(
    r"(?<=authorization)(?:,? (?:as )?(?:under|per|described in|set out in)) (?:section|part) [\dA-Z][\w.]{0,4}\W*$",
    re.IGNORECASE,
)
# "Covered as well, for as long as the FDA lists them on the label", of uses that the label admits: no terms of its own.
_WHILE_LABELED = compiled(
    r",? (?:for )?(?:(?:as|so) long as|while) [^.;,]{2,40}\b(?:FDA|label\w*|approved)\b[^.;,]{0,40}(?=[.;]|$)",
    re.IGNORECASE,
)
# "Anesthesia for an approved operation", "after a covered injury": what the use goes with, and no answer for it.
_OF_CARE = compiled(
    r"\b(?:for|during|in|with|after|before|of|at) (?:(?:an?|the|any|each|every) )*(?:\w+ly )?(?:pre-?)?"
    r"(?:approved|authori[sz]ed|covered|accepted|allowed|payable|compensable|eligible|permitted) (?:\w+ )?"
    r"(?:operations?|surger(?:y|ies)|procedures?|injur(?:y|ies)|claims?|admissions?|stays?|body parts?)\b",
    re.IGNORECASE,
)
_MOST_WORDS = 18


@lru_cache(maxsize=1024)
def short_answer(text: str) -> ShortAnswer | None:
    """The answer that a few words give; None where they give none, or one on terms of their own."""
    text = _WHILE_LABELED.sub("", text)
    if not text.strip() or len(text.split()) > _MOST_WORDS:
        return None
    status = _status(text)
    return ShortAnswer(status, _authorization(text) if status == "covered" else None) if status else None


def _status(text: str) -> Status | None:
    bare = bare_status(text)
    if bare is not None and bare != "covered":
        return bare
    plain = _OF_CARE.sub(" ", _NO_LIMITS.sub(" ", _NEEDS_NONE.sub(" PA ", _UNDER_SECTION.sub("", text))))
    if _NO_ANSWER.search(plain):
        return None
    if INVESTIGATIONAL.search(NOT_INVESTIGATIONAL.sub(" ", plain)):
        return "investigational"
    if NOT_NECESSARY.search(plain):
        return "not_medically_necessary"
    if CASE_BY_CASE.search(plain):
        return "case_by_case"
    if _REFUSES.search(plain) or (_OFF_LIST.search(plain) and not _NEEDS_ONE.search(plain)):
        return "excluded"
    return "covered" if bare or _PAYS.search(plain) or _NEEDS_ONE.search(plain) else None


def _authorization(text: str) -> bool | None:
    if _NEEDS_NONE.search(text):
        return False
    return True if _NEEDS_ONE.search(text) or prior_authorization(text) else prior_authorization(text)


def denies(answer: ShortAnswer | None) -> bool:
    """Whether an answer is one that refuses the drug."""
    return answer is not None and answer.status in DENIED
