"""What a sentence or a cell answers about the drug, as against what it says of plans, manners of use and patients."""

from __future__ import annotations

import re
from functools import lru_cache

from parsers.answering.authorization_wording import AUTHORIZATION_NEEDED, IN_PASSING, USE_WITHOUT_ONE
from parsers.answering.bare_statuses import BARE, bare_status, status_before, status_behind
from parsers.answering.defined_words import EXPLAINS_WORD
from parsers.answering.limiting_denials import (
    LABEL_LIMITS,
    OF_PATIENTS,
    REFUSES_PEOPLE,
    bars,
    is_of_a_manner,
    is_of_a_patient,
)
from parsers.answering.statuses import may_answer, prior_authorization, read_status
from parsers.drugs.names import named_products
from parsers.language.any_of import any_of, choice_of
from parsers.language.patterns import compiled
from parsers.models import Status
from parsers.uses.indications import excepted_indications, is_for_everything, is_residual, mentions
from parsers.uses.scopes import is_label

DENIED: frozenset[Status] = frozenset({"investigational", "not_medically_necessary", "excluded"})

_EXPLAINS = compiled(EXPLAINS_WORD, re.IGNORECASE)
_SHORT = 60
_SUBJECT = any_of(
    r"\b(?:it|they|this|these|the following|(?:this|the|such) (?:drug|medication|medicine|product|treatment|therapy|"
    r"agent|spray|service|indication)s?"
    r"|uses?|treatment|therapy|(?:new |first )?starts?|(?:re-?)?authori[sz]ations?|approvals?|approve|"
    r"requests?|benefits?|initial|"
    r"renewals?|continu\w+|infusions?"
    r"|anesthetics?|both|either|member|patient|individual)\b"
    r"|\b(?:oral|nasal|intranasal|sublingual|topical|compounded|intravenous)\b[^.;]{0,40}\b(?:products?|forms?|"
    r"preparations?|formulations?|compounds?|troches?|lozenges?|creams?|gels?)\b"
    r"|\b(?:consider|regard|deem|treat)(?:s|ed)? (?:it|them) "
    r"|\bcoverage (?:is|will|may|can)(?: not)?(?: be)? (?:provided|available|approved|granted|authorized|considered)\b"
    # "The fund does not pay for:", over a list.
    r"|\b(?:does|do|will|shall) not (?:cover|pay for|reimburse|approve|authorize)\s*:\s*$"
    r"|^\W*(?:coverage|status|determination|decision|position|recommendation)(?: \w+)?\s*:",
    flags=re.IGNORECASE,
)
# What refuses a further course says nothing of the first.
_LATER_COURSE = compiled(
    r"\b(?:repeat(?:ed)?|further|later|subsequent|second|additional|another) (?:courses?|series|cycles?|sessions?)\b"
    r"|^\W*re-?treatments?\b",
    re.IGNORECASE,
)
# "May be considered medically necessary for 6 months when …": the row or heading it stands under is its subject.
_OPENS_WITH_VERB = compiled(
    r"^\W*(?:(?:may|can|will) be (?:considered |deemed )?(?:medically necessary|covered|approved)"
    r"|(?:approved|authori[sz]ed|covered|granted) (?:for|if|when|once|after|only)"
    # What a title names is the subject: "Chronic pain" over "Is not medically necessary."
    r"|(?:is|are|considered|deemed) (?:(?:also|not|never|generally|considered|deemed|held to be) )*"
    r"(?:(?:a )?covered|medically necessary|"
    r"investigational|experimental|unproven|excluded|payable|a benefit)(?![^.]*\?)"
    # The answer may stand before the uses, as in "Experimental and investigational when given to outpatients for".
    r"|(?:experimental|investigational|unproven|not medically necessary)(?:(?:,| and| or|,? and/or)? (?:not "
    r"medically necessary|experimental|investigational|unproven))* (?:when|if|for|in|as))\b",
    re.IGNORECASE,
)
# What is said of a drug's other forms, or of services beside it, is not said of the drug.
_OTHERS = compiled(
    r"^\W*(?:all |any |most )?other (?!(?:forms?|uses?|indications?|purposes?|diagnos[ie]s) (?:of|for)\b)"
    r"(?:\w+ ){0,3}?(?:products?|drugs?|medications?|agents?|compounds?|services?"
    r"|preparations?|creams?|therap(?:y|ies)|treatments?|items?|procedures?)\b"
    r"|^\W*(?:any |all )?(?:services|treatments|therapies|drugs|procedures) "
    r"(?:other than|beyond|besides|apart from|except) (?:those|these|the ones)\b",
    re.IGNORECASE,
)
# Other treatments of the same disorders, as what a sentence is about.
_OTHER_TREATMENT = any_of(
    r"^\W*(?:the )?(?:use of |treatment with )?(?:\w+ ){0,3}?(?:(?:transcranial|deep brain|vagus nerve|magnetic|"
    r"spinal cord) stimulation|r?TMS|ECT|VNS|DBS|electroconvulsive therapy|psychotherapy|psilocybin|MDMA|brexanolone|"
    r"zuranolone|lidocaine|propofol|magnesium|dextromethorphan|\w*botulinumtoxin ?[AB])"
    r"\b[^.;]{0,60}?\b(?:is|are|remains?|was|were|will|may"
    r"|can)\b"
    # "The plan pays for several other treatments", "… covers a range of effective options".
    r"|\b(?:pays? for|covers?|offers?|provides?|has) (?:"
    r"(?:(?:several|many|some|various|numerous|a (?:number|range) of) )?other (?:covered )?(?:treatments?|"
    r"therap(?:y|ies)|drugs|medications|options|services)"
    r"|(?:(?:several|many|some|various|numerous|an?|wide|broad|full|number|range|variety|choice|of|effective|"
    r"established|proven|standard|generic|preferred|covered|oral) ){1,7}(?:treatments|therapies|drugs|medications|"
    r"options|alternatives|antidepressants))\b"
    r"|^\W*(?:\w+ )?(?:covered|formulary|preferred|other) (?:alternatives?|options|treatments|therapies)\b[^.;]{0,30}"
    r"\b(?:is|are|remains?) (?:available|open|at hand|offered)\b",
    flags=re.IGNORECASE,
)
# "Precertification applies to every use in the table that may be medically necessary": which those are, it tells.
_OF_THE_LISTED = compiled(
    r"\b(?:every|each|all|any) (?:\w+ )?(?:uses?|indications?|conditions?|diagnos[ie]s) "
    r"(?:(?:that (?:is|are) )?(?:listed|named|shown|given)|(?:in|on) (?:the|this) (?:table|list|chart|page|policy))\b",
    re.IGNORECASE,
)
# "… not listed under Recommended Authorization Criteria": the title of a section grants nothing.
_UNDER_A_TITLE = compiled(
    r"\b(?:listed|named|stated|described|found|given|shown|set out|included|addressed|mentioned|outlined) "
    r"(?:under|in|by|among) (?:the )?(?:[A-Z][\w-]+ (?:(?:for|of|and|or|the) )?)*"
    r"(?:Criteri(?:a|on)|Indications?|Uses|Requirements|Conditions|Coverage|Approval|Authorization)\b"
)
# A request that has become needless is for a drug that is covered.
_NO_LONGER_ASKED = compiled(
    r"\b(?:esketamine|spravato|ketamine|ketalar)\b[^.;]{0,40}\b(?:no longer (?:needs?|requires?)|(?:does|do) not "
    r"(?:need|require))\b[^.;]{0,20}\b(?:authori[sz]ation|approval|precertification|PA)\b"
    r"|\b(?:prior authori[sz]ation|precertification|PA)\b(?: requirement)?(?: (?:for|on|of) [^.;]{3,60}?)? "
    r"(?:(?:is|was|has been|will be|will|is being|are being) )?(?:removed|lifted|dropped|ended|eliminated|"
    r"no longer (?:be )?(?:required|needed))\b"
    r"|\b(?:esketamine|spravato|ketamine)\b[^.;]{0,40}\b(?:removed|taken|dropped|coming) (?:\w+ )?(?:from|off) "
    r"(?:the|our|"
    r"its) (?:\w+ )?(?:prior authori[sz]ation|precertification|PA) list\b"
    r"|\b(?:remov|lift|dropp|end|eliminat)(?:ing|es|s|ed) (?:the )?(?:prior authori[sz]ation|precertification|PA)\b"
    r"(?: requirement)? (?:for|on|of) [^.;]{0,40}\b(?:esketamine|spravato|ketamine)\b",
    re.IGNORECASE,
)
# "Its use for regional pain would require authorization", behind a denial: what would be, if it were used all the same.
_SUPPOSES = compiled(
    r"^\W*(?:its|their|any|such|this) (?:\w+ )?use\b[^.;]*\bwould (?:then |still |always )?(?:require|need|be "
    r"subject to)\b",
    re.IGNORECASE,
)
# "When infusions are not covered", with no more, titles what follows.
_TITLE = compiled(r"^\W*(?:when|what|where)\b[^,.;:]{0,80}\b(?:covered|paid for|approved)\W*$", re.IGNORECASE)

# "Who pays for the drug?" tells no more.
_ASKS_WHO = compiled(
    r"^\W*(?:who|where|how|why|(?:is|are|does|do|will|can)(?= (?:(?:the|my|your|this|our) )*(?:\w+ ){0,3}?(?:plan|it|"
    r"(?:es)?ketamine|spravato|infusions?|drug|spray)\b))\b[^?]{0,120}\?\W*$",
    re.IGNORECASE,
)

_EVERY = compiled(r"\b(?:any|all|every|each|whatever)\b", re.IGNORECASE)
_NAME = compiled(r"[A-Za-z]{3}")


# "The patient continues to meet the coverage criteria" asks for something, as does "Still meets the initial approval
# criteria; and" without its subject, and "The initial approval criteria are still met".
_CRITERIA = r"(?:criteri\w+|requirements?|conditions?)"
_ITEM_ENDS = r"\W*(?:(?:and|or)\W*)?$"
_MEETS_CRITERIA = compiled(
    r"^\W*(?:(?:(?:the|each|every) )?(?:patient|member|individual|recipient|client|beneficiary|enrollee|participant|"
    r"person|claimant)s? [^,.;]{0,30}?"
    r"|(?:(?:has|have|must|should|will) )?(?:continu(?:es?|ed) to|still|again|also) )"
    r"\b(?:meets?|met|satisf(?:y|ies|ied)|fulfil\w*)\b"
    rf"[^.;]{{0,40}}\b{_CRITERIA}\b[^.;]{{0,30}}{_ITEM_ENDS}"
    rf"|^\W*(?:all(?: of)? |the )*(?:initial|first|original) [^,.;:]{{0,40}}\b{_CRITERIA} (?:(?:are|is|were|have|has|"
    rf"been|continue|remain|to|be|still|all|again|must|should) )+(?:met|satisfied|fulfilled){_ITEM_ENDS}",
    re.IGNORECASE,
)
# What answers beside the words of a status.
_ANSWERS_TOO = choice_of(*BARE.patterns, _UNDER_A_TITLE, AUTHORIZATION_NEEDED, _NO_LONGER_ASKED, USE_WITHOUT_ONE)


# Several readers ask it of the same block or sentence.
@lru_cache(maxsize=2048)
def stated_status(text: str) -> Status | None:
    """The status that a sentence gives the drug; asking for authorization says that it is covered with it."""
    if not may_state(text) or _EXPLAINS.search(text):
        return None
    text = IN_PASSING.sub("", _UNDER_A_TITLE.sub("listed above", text))
    bare = bare_status(text) if len(text) < _SHORT else None
    bare = bare or status_behind(text) or status_before(text)
    if bare is not None:
        return bare
    of_another = _OTHERS.search(text) or _OTHER_TREATMENT.search(text)
    if (of_another and not named_products(text)) or titles_answers(text) or _ASKS_WHO.match(text):
        return None
    status = None if _MEETS_CRITERIA.match(text) else read_status(text)
    further = status not in DENIED and _LATER_COURSE.search(text)
    if status is not None and not further and not _is_about_the_drug(text):
        status = None
    if status in DENIED and _denies_no_use(text):
        return None
    unasked = _NO_LONGER_ASKED.search(text) or (USE_WITHOUT_ONE.match(text) and names_use(text))
    if status is None and not _SUPPOSES.match(text) and (prior_authorization(text) or unasked):
        return None if tells_of_the_listed(text) else "covered"
    return status


def _denies_no_use(text: str) -> bool:
    """Whether what reads as a denial refuses patients, amounts or a manner of use, and no use as such."""
    if bars(text) or LABEL_LIMITS.search(text) or is_of_a_patient(text):
        return True
    if excepted_indications(text):
        return False
    refuses_somebody = REFUSES_PEOPLE.search(text) or is_of_a_manner(text)
    return bool(OF_PATIENTS.search(text) or (refuses_somebody and not names_use(text)))


def may_state(text: str) -> bool:
    """Whether a text, or a part of it, holds the words of any answer."""
    return may_answer(text) or _ANSWERS_TOO.may_stand_in(text)


def _is_about_the_drug(text: str) -> bool:
    """Whether a sentence names the drug or a use, or has a subject that stands for one."""
    named = named_products(text) or names_use(text)
    return bool(named or _SUBJECT.stands_in(text) or _OPENS_WITH_VERB.search(text))


def titles_answers(text: str) -> bool:
    """Whether the text titles answers ("When infusions are not covered") and gives none."""
    return bool(_TITLE.match(text))


def names_use(text: str) -> bool:
    """Whether the text names an indication or speaks of all others."""
    return bool(mentions(text)) or is_residual(text)


def is_name_of_use_or_drug(item: str) -> bool:
    """Whether an item is the name of a use or drug, which a word of cover below it answers for; no criterion is one."""
    return "?" not in item and bool(named_products(item) or is_label(item))


def tells_of_the_listed(text: str) -> bool:
    """Whether a text speaks of what a table names, and of no drug itself ("applies to every use in the table")."""
    return bool(_OF_THE_LISTED.search(text)) and not named_products(text)


def is_unknown_use(name: str) -> bool:
    """Whether what stands where uses stand names none of ours ("Tinnitus"), nor a drug, nor every use."""
    known = names_use(name) or is_for_everything(name) or named_products(name) or _EVERY.search(name)
    return not known and bool(_NAME.search(name))


def denies_rest(sentence: str) -> bool:
    """Whether a sentence denies all uses but those that the policy names."""
    return is_residual(sentence) and stated_status(sentence) in DENIED
