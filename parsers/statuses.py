"""What a sentence says of coverage. Wording and its rank are from the field's usual formulas, not from one payer's."""

from __future__ import annotations

import re

from parsers.models import Status
from parsers.negations import affirmed

# Sentences that use the words of a status without answering: procedure, definitions, claims.
_NO_ANSWER = re.compile(
    r"(?:criteria|requirements?|conditions)[^.]{0,60}\b(?:are|is|were|have|has) not(?: been)? (?:all )?(?:met|"
    r"satisfied|fulfilled)"
    r"|(?:do(?:es)?|did) not (?:meet|satisfy|fulfill?)\b"
    r"|\b(?:fails?|failing|failure) to (?:meet|satisfy)\b"
    r"|\bunmet\b|\bif not met\b|\bin the absence of (?:meeting|the (?:above )?criteria)\b"
    r"|\b(?:investigational|investigative|experimental|unproven|medically necessary|medical necessity|"
    r"not covered)\"? (?:means|is defined|refers|services? (?:are|is) defined)"
    r"|(?:^|\b(?:for|of) )(?:the )?(?:investigational|experimental|unproven)(?:,? (?:or|and|/)? ?\w+)? (?:treatments?|"
    r"services?|procedures?|items?|drugs?|devices?|therap(?:y|ies))\b[^.;]{0,20}\b(?:is|are|will)\b"
    r"|\b(?:delivery|delivering|administration services?|administering)\b[^.]{0,80}(?:medication|drug)"
    r"|\bservices? known to be\b|\bplan may (?:consider|deny)\b|\bself-administered drugs?\b"
    r"|\bcodes? (?:are|is|listed|may|below|not)\b|\bas (?:listed|shown) in the\b[^.]*\bcodes?\b|"
    r"\bcodes? (?:that )?(?:is|are) not covered\b"
    r"|\bwill be (?:denied|returned|rejected)\b(?! as )|\bmay be (?:denied|rejected)\b(?! as )|"
    r"\bnot meeting\b|\bbenefits? may be considered\b"
    r"|\bhas not been studied\b|\bnot (?:a |an )?(?:guarantee|promise)\b|\bpreviously (?:considered|not)\b"
    r"|\b(?:may|might) not be covered (?:by|under) (?:all|every|some)\b|\bnot every (?:benefit )?plan\b"
    r"|\b(?:in|by|under) (?:a |an |the |its |their )?(?:separate|different|another|other|own)\b[^.;]{0,30}"
    r"\b(?:polic(?:y|ies)|guidelines?|bulletins?|documents?)\b",
    re.IGNORECASE,
)
_NEGATED_NECESSITY = (
    r"\bnot (?:be )?(?:considered |deemed |regarded as |felt to be )?(?:reasonable and (?:medically )?|"
    r"a )?(?:medically )?necess(?:ary|ity)\b"
)
_INVESTIGATIONAL = re.compile(
    r"\b(?:investigational|investigative|experimental|unproven|E/I)\b|\bnot (?:yet )?(?:been )?(?:proven|"
    r"established as (?:safe|effective))\b"
    r"|\b(?:effectiveness|efficacy|clinical value|safety)\b[^.]{0,60}\bnot (?:been |yet been )?(?:established|"
    r"proven|demonstrated)\b",
    re.IGNORECASE,
)
_NOT_INVESTIGATIONAL = re.compile(
    r"\b(?:no longer|not|never) (?:considered |deemed )?(?:an? )?(?:investigational|experimental|unproven)\b",
    re.IGNORECASE,
)
_NOT_NECESSARY = re.compile(
    rf"{_NEGATED_NECESSITY}|\b(?:lacks?|no) medical necessity\b|\bmedically unnecessary\b|"
    rf"\bnot reasonable and necessary\b",
    re.IGNORECASE,
)
_EXCLUDED = re.compile(
    r"\b(?:is|are|remains?|will|does|do|shall|would|can)\s?n[o'’]t(?: be| currently| presently| a| an|"
    r" considered)* (?:covered|benefits?|payable|reimburs(?:ed|able)|eligible (?:for|as)|provided for|paid|"
    r"provide coverage|cover)\b"
    r"|\bnot (?:a |an )?(?:covered|plan) (?:benefit|service)s?\b|\bnon-?covered\b|\bNOT COVERED\b|"
    r"\bnot covered\b|\bexcluded (?:from|under|as|by)\b"
    r"|\b(?:is|are|remains?) (?:\w+ )?(?:excluded|non-?covered)\b|\b(?:contract|benefit|plan|"
    r"coverage) exclusions?\b|\bno coverage\b|\bwill not be (?:covered|approved|authorized|reimbursed|paid)\b"
    r"|\bcoverage (?:is|will) not (?:be )?(?:provided|available|approved)\b|"
    r"\bnot (?:be )?(?:recommended for )?approv(?:ed|al|able)\b|\bdoes not cover\b|\bnot recommended\b|"
    r"\bcosmetic\b",
    re.IGNORECASE,
)
_CASE_BY_CASE = re.compile(
    r"\bcase[- ]by[- ]case\b|\bindividual (?:consideration|review)\b|\bconsidered individually\b|"
    r"\bon an individual basis\b",
    re.IGNORECASE,
)
_COVERED = re.compile(
    r"\bmedically (?:necessary|appropriate)\b|\breasonable and necessary\b|\bmedical(?:ly)? necessity (?:is|"
    r"has been|when)\b"
    r"|\b(?:is|are|be|been|remains?) (?:a |an |already a |also )?(?:\w+ )?(?:covered|payable|reimbursable|"
    r"reimbursed)\b|\bcovers?\b|\bcoverage (?:of|for|may|will|is|can|shall)\b"
    r"|\b(?:is|are|remains?|as) (?:already |also |now )?(?:a|an)(?: \w+){0,3} (?:benefit|covered service)\b|"
    r"\bprov(?:en|ed)\b"
    r"|\b(?:will|may|can|shall|should|must|to) be (?:approved|authorized|covered|granted|allowed|renewed|reauthorized|continued|extended|"
    r"considered for (?:approval|coverage))\b|\b(?:is|are) (?:approved|approvable|authorized|eligible|"
    r"allowed) (?:for|when|if|under|with|through)\b"
    r"|(?<!FDA )(?<!FDA-)(?<!pre-)\b(?:approve|authorize|grant|allow)(?:d|s)? (?!indications?|"
    r"uses?)(?:\w+ ){0,4}(?:for|if|when|up to)\b|\bauthorization (?:of|for)? ?(?:[\w() ]+ )?(?:is|may be|"
    r"will be|can be) (?:granted|issued|given|approved|considered)\b"
    r"|\bcan (?:then |now |also )?(?:use|receive|be given)\b|"
    r"\bmeets? (?:the )?(?:definition of )?medical necessity\b|\bqualif(?:y|ies) for\b|\b(?:approval|"
    r"authorization|coverage) criteria\b"
    r"|\b(?:benefit|coverage) (?:now |also |then |will )?(?:takes? in|includes?|extends? to|is extended to|"
    r"expands? to|adds?)\b"
    r"|\b(?:may|will|can|shall|does) (?:\w+ )?(?:approve|authorize|cover|allow|pay for|reimburse)\b"
    r"|\b(?:may|can) (?:also |only |then )?be (?:used|given|prescribed|administered) (?:as|for|to treat|when|if|"
    r"during)\b"
    r"|\bconsidered (?:necessary|appropriate)\b|\b(?:is|are) (?:indicated|appropriate) (?:when|if)\b",
    re.IGNORECASE,
)
_AUTHORIZATION_NEEDED = re.compile(
    r"\b(?:prior[- ]?(?:authori[sz]ation|approval)|pre-?authori[sz]ation|pre-?certification|precert|PA|TAR|"
    r"PAR?\b)(?:\s*\((?:PA|TAR)\))?"
    r"[^.;]{0,50}?\b(?:is|are|be|being|remains?)?\s?(?:required|needed|necessary|mandatory)\b"
    r"|\b(?:requires?|required|needs?|subject to|with|must (?:have|obtain|request)|"
    r"obtain)\b[^.;]{0,30}\b(?:prior|pre-?)[- ]?(?:authori[sz]ation|approval|certification)\b"
    r"|\b(?:requires?|needs?|subject to|must have) (?:a )?(?:PA|TAR|precert)\b|"
    r"\bprior authori[sz]ation criteria\b|\bclinical PA\b",
    re.IGNORECASE,
)
_NO_AUTHORIZATION = re.compile(
    r"\b(?:no|not|without|nor)\b[^.;]{0,30}\b(?:prior[- ]?authori[sz]ation|prior[- ]?approval|"
    r"pre-?authori[sz]ation|pre-?certification|PA)\b(?! (?:form|criteria))"
    r"|\b(?:prior[- ]?authori[sz]ation|prior[- ]?approval|pre-?certification|"
    r"PA)\b[^.;]{0,20}\bnot (?:be )?(?:required|needed)\b",
    re.IGNORECASE,
)
# The drug itself, not a request or a patient, fails the payer's test.
_FAILS_TEST = re.compile(
    r"^(?!.*\b(?:requests?|patients?|members?|individuals?|who|services?)\b).*\b(?:esketamine|"
    r"spravato|ketamine|ketalar|infusions?)\b"
    r"[^.;]{0,60}\bdo(?:es)? not meet\b[^.;]{0,40}\bcriteria\b",
    re.IGNORECASE | re.DOTALL,
)
_REASON = re.compile(r"(?<=\w),? (?:because|since|as) (?:they|it|these|this|such)\b[^.;]*\bmeet[^.;]*", re.IGNORECASE)
_SUPERSEDED_CLAUSE = re.compile(r"\(?\b(?:until now|formerly|previously)\b[^,.;)]*[,)]?", re.IGNORECASE)


def read_status(text: str) -> Status | None:
    """The status that a sentence gives a drug; None when it gives none.

    "Not medically necessary" for those who miss the criteria is no status, nor is the meaning of a word. Where
    several words of denial meet, investigational tells most and not covered least.
    """
    plain = affirmed(_REASON.sub(" ", _SUPERSEDED_CLAUSE.sub(" ", text)))
    if _FAILS_TEST.search(plain):
        return "not_medically_necessary" if re.search("necess", plain, re.IGNORECASE) else "excluded"
    if _NO_ANSWER.search(plain):
        return None
    if _INVESTIGATIONAL.search(_NOT_INVESTIGATIONAL.sub(" ", plain)):
        return "investigational"
    if _NOT_NECESSARY.search(plain):
        return "not_medically_necessary"
    if _CASE_BY_CASE.search(plain):
        return "case_by_case"
    if _EXCLUDED.search(plain):
        return "excluded"
    return "covered" if _COVERED.search(_NO_AUTHORIZATION.sub(" ", plain)) else None


def is_procedure(text: str) -> bool:
    """Whether the sentence tells what happens to a request or defines a word, so that it answers nothing."""
    return bool(_NO_ANSWER.search(text))


def prior_authorization(text: str) -> bool | None:
    """Whether the text asks for prior authorization; None when it does not say."""
    if _NO_AUTHORIZATION.search(text):
        return False
    return True if _AUTHORIZATION_NEEDED.search(text) else None
