"""What a sentence says of coverage: the wording of each status, and which of several wins."""

from __future__ import annotations

import re
from functools import lru_cache

from parsers.answering import status_wording as wording
from parsers.answering.authorization_wording import AUTHORIZATION_NEEDED, NO_AUTHORIZATION, UNPAID_WITHOUT_ONE
from parsers.answering.cover_wording import COVERED
from parsers.answering.denial_wording import DENIED_FROM_AFAR, EVIDENCE_LACKS
from parsers.answering.past_answers import without_past
from parsers.answering.unanswering_wording import NO_ANSWER
from parsers.answering.unsaid_wording import MEANS_NOT
from parsers.drugs.regulator_wording import OF_REGULATORS, OF_THE_MARKET, UNAPPROVED
from parsers.drugs.supplies import OF_SUPPLY
from parsers.language.any_of import choice_of
from parsers.language.negations import AFFIRMING, affirmed
from parsers.language.patterns import compiled
from parsers.language.rewriting import Rewriting
from parsers.models import Status
from parsers.uses.indications import mentions
from parsers.uses.residual_wording import RESIDUAL

# "Moves from investigational to covered": what it was.
_MOVED = compiled(
    r"\bfrom (?:being )?(?:investigational|experimental|unproven|not covered|non-?covered|excluded|not medically "
    r"necessary)(?: status)? (?=to\b)",
    re.IGNORECASE,
)
# The drug itself, not a request or a patient, fails the payer's test.
_FAILS_TEST = compiled(
    r"^(?!\W*(?:if|when|where|unless)\b)(?!.*\b(?:requests?|patients?|members?|individuals?|who|services?)\b.*"
    r"\b(?:not (?:meet|satisfy|fulfill?)|short of|fails? to)\b)"
    # "Ketamine for depression that does not meet the criteria above is …": the use that misses them, not the drug.
    r"(?!.*(?<!,) (?:that|which) (?:do(?:es)? not|fails? to) (?:meet|satisfy|fulfill?) (?:all |any |every )?(?:of )?"
    r"(?:the|these|those|our|its) (?:\w+ )?(?:criteria|requirements|conditions)\b(?! (?:for|of)\b)[^.;,]{0,40}? "
    r"(?:is|are|will be|remains?)\b).*\b(?:esketamine|"
    r"spravato|ketamine|ketalar|infusions?)\b"
    r"[^.;]{0,240}\b(?:do(?:es)? not (?:meet|satisfy|fulfill?)|falls? short of|fails? to (?:meet|satisfy))\b"
    r"[^.;]{0,60}\b(?:criteria|medical necessity|definition)\b",
    re.IGNORECASE | re.DOTALL,
)
# "Any use not described above does not meet medical necessity": the rest of the uses, not a request or a patient.
_NECESSITY_MISSED = compiled(
    r"\b(?:uses?|indications?|conditions?|diagnos[ei]s|purposes?|above|below|here|policy|list|those)\b[^.;:]{0,30}?"
    r"(?<!that )(?<!which )(?<!who )\b(?:do(?:es)? not|not to|cannot|fails? to) (?:meet|satisfy|fulfill?) "
    r"(?:[\w'’]+ ){0,3}?(?:(?:definition|standards?|tests?|requirements?|criteri(?:on|a)) (?:of|for) "
    r"(?:being )?)?medical(?:ly)? necess(?:ity|ary)\b"
    # "Medical necessity is not met for any other use".
    r"|\bmedical necessity (?:is|has) not (?:been )?(?:met|satisfied|given|present) (?:for|in)\b",
    re.IGNORECASE,
)
# "Continuation for acute suicidality after four weeks does not meet …": a treatment that goes on, of no patients.
_GOES_ON_IN_VAIN = compiled(
    r"^(?!.*\b(?:patients?|members?|individuals?|who|whose|if|when|unless|without|requests?|no)\b)\W*"
    r"(?:(?:for|in) [^.;:]{3,90}, )?(?:the )?(?:continu(?:ation|ing)|continued (?:use|therapy|treatment)|"
    r"renew(?:als?|ing)|re-?authori[sz](?:ation|ing)|exten(?:sion|ding)|further (?:use|treatment|therapy)|use|"
    r"treatment|therapy) (?:of|for|in|past|beyond|after|with|treatment) [^.;:]{3,120}? (?:do(?:es)? not|fails? to) "
    r"(?:meet|satisfy|fulfill?) (?:the |our )?(?:definition of )?medical necessity\b",
    re.IGNORECASE,
)
_REASON = compiled(r"(?<=\w),? (?:because|since|as) (?:they|it|these|this|such)\b[^.;]*\bmeet[^.;]*", re.IGNORECASE)
# "Not necessary, as generic drugs are covered", "because lithium is covered, the plan does not …": of other drugs.
_OF_OTHERS = (
    r"(?:because|since|as|given that|seeing that|inasmuch as|in that|for) (?!(?:it|they|this|these|such)\b)"
    r"(?:(?!\b(?:(?:es)?ketamine|spravato)\b)[^.;,])*?\b(?:covers?|(?:is|are|remains?) (?:\w+ )?(?:covered|available|"
    r"payable))\b"
)
_WHERE_OTHERS_ARE = compiled(
    rf"^(?P<rest>[^.;]*\b(?:not|nor|never|neither|no)\b[^.;]*?),? {_OF_OTHERS}[^.;]*", re.IGNORECASE
)
_AS_OTHERS_ARE = compiled(rf"^\W*{_OF_OTHERS}[^.;,]*, (?=[^.;]*\b(?:not|nor|never|neither|no)\b)", re.IGNORECASE)
# "When the criteria are not met or for all other uses": what misses the criteria is no use, the rest may be.
_OF_UNMET = compiled(
    r"\b(?:when|if|where|whenever)\b[^,;:.]{0,80}?\b(?:(?:is|are|has|have) not(?: been)? (?:all )?(?:met|satisfied|"
    r"fulfilled)|do(?:es)? not (?:meet|satisfy|fulfill?)|unmet)\b[^,;:.]{0,40}?,? ?\b(?:and|or|as well as)(?: also)?"
    r" (?=(?:for|in) (?:all|any|every|each)\b)",
    re.IGNORECASE,
)
# "For all other indications, and whenever the conditions above are not met": the same, the rest told first.
_OR_UNMET = compiled(
    r"(?P<rest>\b(?:for|in) (?:all|any|every|each|the) (?:other|remaining|further|rest of the)\b[^,;:.]{2,80}?),?"
    r" (?:and|or|as well as)(?: also)? (?:when|if|where|whenever|in case|should)\b[^;:.]{0,80}?"
    r"\b(?:not (?:been )?(?:all )?(?:be )?(?:met|satisfied|fulfilled|meet|satisfy|fulfill?)|unmet"
    r"|fail to (?:be met|meet))\b[^;:.]{0,60}",
    re.IGNORECASE,
)
# The title of another section in quotes says nothing itself.
_QUOTED_TITLE = compiled(r"\b(?:under|in|section|heading|see)\s+[\"“][^\"”]{2,60}[\"”]", re.IGNORECASE)
# "Covered under the medical benefit and not under the pharmacy benefit": which of two pays is no denial.
_BENEFITS = compiled(
    r"^(?=.*\bmedical benefit\b).*\b(?:pharmacy|prescription|drug)\b[^.;]{0,12}\bbenefit\b", re.IGNORECASE
)
_OF_ONE_BENEFIT = compiled(
    r"(?:[;,]|\band\b|\bbut\b)(?=[^;,.]*\b(?:not|neither|nor|never)\b)[^;,.]*\bbenefit\b"
    r"|\b(?:is|are) excluded (?:from|under) (?:the |its )?(?:[\w-]+ ){0,2}?(?:pharmacy|prescription|retail|drug)\b"
    r"[^;,.]{0,20}?\bbenefits?\b"
    r"|\b(?:is|are) not (?:covered |payable |paid )?[^;,.]{0,30}?\bbenefit,? (?:but|and)\b",
    re.IGNORECASE,
)
# "NMN stands for not medically necessary": what letters mean.
_KEY = compiled(r"(?<![\w/])[A-Z][A-Z/&]{0,5} (?:stands for|is short for|means)\b[^.;]*")
# "…; otherwise it is not covered" is said of those who miss the conditions before it.
_OTHERWISE = compiled(r"(?:[;,]|^)\s*(?:and |but )?otherwise\b,?[^.;]*", re.IGNORECASE)
# "… is not medically necessary and will be denied": what comes of it, where the answer stands before.
_SO_DENIED = compiled(
    r",? and (?:(?:so|thus|therefore|hence|accordingly|as such|requests?|claims?|variances?|"
    r"applications?|they|it),? )*(?:(?:will|may|shall) be "
    r"|(?:is|are) )(?:therefore )?(?:denied|rejected|returned)\b[^,;.]*",
    re.IGNORECASE,
)
# "… is covered as a part of the anesthesia service and is not paid separately": paid for all the same.
_NOT_APART = compiled(
    r"(?P<rest>(?<!not )(?<!not be )(?<!never )\b(?:covered|paid|payable|reimbursed|included|bundled)(?: for)? "
    r"(?:only )?(?:as|in|into|with|within|under|through)\b[^.:]{2,80}?)(?:[,;]? (?:and|but|with|so)(?: it)?|[;,] it) "
    r"(?:is|are|will be|being) (?:therefore |thus )?(?:not|never) (?:separately (?:paid|payable|reimburs\w+|billable|"
    r"covered)|(?:paid|payable|reimburs\w+|billable|covered|billed)(?: for)? (?:separately|apart|on its own|by itself|"
    r"in addition|as well|again))\b",
    re.IGNORECASE,
)
# "Authorization for Spravato, procedure code S0013, is given for …": the code is said in passing.
_CODE_IN_PASSING = compiled(
    r",? (?:under |with )?(?:(?:procedure|HCPCS|billing|CPT|drug) )*codes?:? [A-Z]\d{4}(?:,? (?:and|or) [A-Z]\d{4})*, ",
    re.IGNORECASE,
)
# "Ketamine is, however, covered for …": a word to the reader between the verb and the answer.
_ASIDE = compiled(
    r"(?:(?<=\bis)|(?<=\bare)), (?:however|though|nevertheless|nonetheless|therefore|thus|accordingly|hence|for now|"
    r"for the time being|at present|currently|in contrast|by contrast|conversely|on the other hand|of course|as before|"
    r"likewise|also|too|instead|in turn|then|in general|generally|in our view|subject to [^,.;:]{3,60}),\s",
    re.IGNORECASE,
)
# "All labeled indications not otherwise excluded from Part D": what is not among them; "unless the plan excludes it",
# "as long as the benefit's design does not exclude it": what a member's contract may say of it.
_CONTRACT = r"(?:[\w'’]+ ){0,2}(?:plan|benefit|contract|polic(?:y|ies)|certificate|coverage|rider|group)s?\b"
_NOT_EXCLUDED = compiled(
    r"\b(?:(?:that|which) (?:is|are) )?(?:not|unless) (?:otherwise|already|specifically|expressly|explicitly) excluded"
    r"(?: (?:from|by|under|in) [\w. ]{2,40})?"
    rf"|,? ?\b(?:unless|except (?:where|when|if)) {_CONTRACT}[^,;.:]{{0,30}}? excludes? (?:it|them|the (?:drug|use))\b"
    rf"|,? ?\b(?:as long as|so long as|provided(?: that)?|if|when|where) {_CONTRACT}[^,;.:]{{0,30}}? "
    r"(?:do(?:es)? not|doesn['’]t|don['’]t) exclude (?:it|them|the (?:drug|use))\b",
    re.IGNORECASE,
)
# "For renewals a 50% improvement is no longer necessary": what need not be shown, which is neither drug nor use.
_DRUG_OR_USE = (
    r"(?:(?:es)?ketamine|spravato|ketalar|infusions?|injections?|it|they|these|this|that|those|uses?|treatments?|"
    r"therapy|"
    r"therapies|drugs?(?! (?:screen|test))|sprays?|medications?|products?|services?|procedures?|"
    r"maintenance|continuation|induction|administration|courses?|sessions?|indications?|conditions?|disorders?|"
    r"diagnos[ei]s|coverage|anesthe\w+|neither|none)"
)
_NEEDLESS = compiled(
    rf"(?:^\W*|[,;:]\s+|\b(?:and|but|that)\s+)(?:(?!{_DRUG_OR_USE}\b)[\w%'’/-]+ ){{1,7}}?"
    r"(?:(?:for|of|on|by|from|to|in|with|about|before|during|after|at) [^,;:.]{2,80}? )?"
    r"(?:(?:is|are) (?:not|no longer)|(?:will|would|shall) (?:not|no longer) be) (?:considered |deemed )?necessary\b",
    re.IGNORECASE,
)
# "A labeled use not covered by the preferred drugs": what other drugs are for, not what a payer pays.
_BY_OTHER_DRUGS = compiled(
    r"\b(?:not|n['’]t) (?:\w+ )?(?:covered|excluded|provided) by (?:(?!benefits?|plans?|polic|insur)[\w'’/-]+ ){0,4}?"
    r"(?:products?|agents?|drugs?|medications?|medicines?|antidepressants?|alternatives?|generics?|therap(?:y|ies)|"
    r"treatments?)\b(?! (?:benefit|coverage|plan|rider|program|list|formulary|polic))",
    re.IGNORECASE,
)
# "Not necessary when this criterion is not met", "absent this, it is not covered": of those who miss what is asked.
_WHEN_IT_IS_UNMET = compiled(
    r"\b(?:when|if|where|unless) (?:this|that|the(?: above)?) (?:criterion|requirement|"
    r"condition)(?: above)? (?:is|has) "
    r"not (?:been )?(?:met|satisfied|fulfilled)\b"
    r"|^\W*(?:absent|failing|lacking|without) (?:this|that|these|those|it|such (?:an? )?\w+)\b",
    re.IGNORECASE,
)
# "What the plan will and will not pay for": a title of both.
_BOTH_WAYS = compiled(r"\b(?P<does>will|does|do|is|are|can) (?:and|or) (?P=does) not\b", re.IGNORECASE)
_IN_PASSING = (
    _NEEDLESS,
    MEANS_NOT,
    _BY_OTHER_DRUGS,
    OF_THE_MARKET,
    _CODE_IN_PASSING,
    _MOVED,
    _QUOTED_TITLE,
    _KEY,
    _REASON,
    _OF_UNMET,
    _OTHERWISE,
    _SO_DENIED,
    _NOT_EXCLUDED,
    _ASIDE,
)
_SAID_OF_SOMETHING_ELSE = Rewriting(
    (
        (_WHERE_OTHERS_ARE, r"\g<rest>"),
        (_AS_OTHERS_ARE, ""),
        (_OR_UNMET, r"\g<rest>"),
        (_NOT_APART, r"\g<rest>"),
        *((form, " ") for form in _IN_PASSING),
    )
)
# All that a status is read from, and what is said in words that it is read from.
_ANSWERS = choice_of(
    _FAILS_TEST,
    _NECESSITY_MISSED,
    _GOES_ON_IN_VAIN,
    wording.INVESTIGATIONAL,
    wording.NOT_NECESSARY,
    wording.CASE_BY_CASE,
    wording.EXCLUDED,
    wording.NOT_PROVIDED,
    wording.OFF_LABEL_POLICY,
    wording.PROVIDED,
    EVIDENCE_LACKS,
    COVERED,
    *(form for form, _ in AFFIRMING.rules),
)


# Several readers ask it of the same sentence.
@lru_cache(maxsize=2048)
def read_status(text: str) -> Status | None:
    """The status that a sentence gives a drug; None when it gives none.

    "Not medically necessary" for those who miss the criteria is no status, nor is the meaning of a word. Where
    several words of denial meet, investigational tells most and not covered least.
    """
    if not may_answer(text):
        return None
    plain = _SAID_OF_SOMETHING_ELSE.of(without_past(text))
    if _BENEFITS.search(plain):
        plain = _OF_ONE_BENEFIT.sub(" ", plain)
    plain = affirmed(plain)
    if _FAILS_TEST.search(plain):
        if wording.INVESTIGATIONAL.search(plain):
            return "investigational"
        return "not_medically_necessary" if re.search("necess", plain, re.IGNORECASE) else "excluded"
    if _GOES_ON_IN_VAIN.search(plain) or (_NECESSITY_MISSED.search(plain) and RESIDUAL.stands_in(plain)):
        return "not_medically_necessary"
    status = _worded(plain)
    # Asked last: most sentences have the wording of no status.
    return None if status and _answers_nothing(plain) else status


def _answers_nothing(plain: str) -> bool:
    return bool(
        NO_ANSWER.stands_in(plain)
        or OF_SUPPLY.search(plain)
        or any(form.search(plain) for form in (_BOTH_WAYS, _WHEN_IT_IS_UNMET))
    )


def may_answer(text: str) -> bool:
    """Whether a text holds the words of any status: most do not, and what is taken out of a text does not add any."""
    return _ANSWERS.may_stand_in(text)


def _worded(plain: str) -> Status | None:
    """The status that the words of a sentence are those of."""
    if wording.INVESTIGATIONAL.search(wording.NOT_INVESTIGATIONAL.sub(" ", plain)):
        return "investigational"
    if wording.NOT_NECESSARY.search(plain):
        return "not_medically_necessary"
    if wording.CASE_BY_CASE.search(plain):
        return "case_by_case"
    if wording.EXCLUDED.stands_in(plain) or (wording.NOT_PROVIDED.search(plain) and mentions(plain)):
        return "excluded"
    if EVIDENCE_LACKS.search(plain):
        return "investigational"
    if wording.OFF_LABEL_POLICY.search(plain):
        return "case_by_case"
    granted = OF_REGULATORS.sub(" ", UNAPPROVED.sub(" ", NO_AUTHORIZATION.sub(" ", plain)))
    if COVERED.stands_in(granted):
        return _denied_from_afar(granted) or "covered"
    return "covered" if _provides(plain) else None


def _denied_from_afar(granted: str) -> Status | None:
    """The status of what seems to be cover where a word before denies it; None where other cover stands beside."""
    for status, denial in DENIED_FROM_AFAR:
        if denial.search(granted):
            return None if COVERED.stands_in(denial.sub(" ", granted)) else status
    return None


def _provides(plain: str) -> bool:
    """Whether a payer that hands the drug out itself says that it does so for a use; how it is sold is no answer."""
    provided = wording.PROVIDED.search(plain)
    return bool(provided and mentions(plain)) and not wording.GIVEN_ELSEWHERE.search(plain)


@lru_cache(maxsize=2048)
def prior_authorization(text: str) -> bool | None:
    """Whether the text asks for prior authorization; None when it does not say."""
    # A claim that is refused for want of one is of a drug that needs one.
    if NO_AUTHORIZATION.search(UNPAID_WITHOUT_ONE.sub(" ", text)):
        return False
    return True if AUTHORIZATION_NEEDED.search(text) else None
