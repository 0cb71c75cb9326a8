"""Denials whose word stands far before what it denies: "no other use …", "does not regard … as medically necessary"."""

from __future__ import annotations

import re

from parsers.language.patterns import Pattern, compiled
from parsers.models import Status

# "No other use", "none of the following conditions", "nothing else": the subject of an answer that it denies.
_KIND_OF_USE = r"(?:uses?|indications?|conditions?|diagnos[ie]s|disorders?|purposes?|forms?|routes?)"
# "Bipolar disorder: not eligible": a denial right behind the name of what is denied.
REFUSED_BY_NAME = compiled(
    r"^[^:;.]{2,60}(?::| [–—-]) *(?:(?:is|are|will be) )?(?:not (?:an? )?(?:eligible|allowed|covered|approved|"
    r"accepted|permitted|candidates?|treated)|ineligible|excluded|barred|disqualif\w+|no\W*$|never|denied|refused|"
    r"may not|cannot)\b",
    re.IGNORECASE,
)
# "It is not something we cover", "beyond what the plan covers", "under no circumstances approved".
UNDER_NO_COVER = (
    r"\b(?:is|are|remains?|lies?|falls?) (?:not (?:something|among|on the list of|included (?:in|among))|beyond what"
    r"|no) (?:(?:that|we|the|our|plan|program) ){0,3}cover(?:s|ed)?\b(?! (?:by|uses?|indications?)\b)"
    r"|\bfails? to qualify for (?:coverage|payment)\b|\b(?:is|are|remains?|left) uncovered\b"
    r"|\b(?:lacks|receives? no|gets? no|is without|are without) (?:coverage|payment)\b"
    r"|\b(?:under no circumstances?|in no (?:case|event)|by no means|at no time) (?:be |is |are )?(?:covered|approved|"
    r"paid|authori[sz]ed)\b"
)
# "There are no criteria under which it would be covered for …", "criteria that would allow it do not exist".
_WAY = r"(?:criteri(?:a|on)|conditions?|circumstances?|situations?|pathways?|terms|basis|scenarios?|instances?|cases?)"
_PAYS = (
    r"(?:cover(?:s|ed|age|able)?|approv(?:es?|ed|al)|authori[sz](?:es?|ed|ation)|pa(?:ys?|id|yable|yment)|reimburs\w+)"
)
UNDER_NO_CRITERIA = (
    rf"\b(?:no|not (?:[\w-]+ )?(?:any )?|never [\w-]+ )\s*(?:[\w-]+ ){{0,2}}?{_WAY}\b[^.;:,]{{0,40}}? "
    rf"(?:(?:under|in|by|on|through|for|upon) which|where|that (?:would|could|might|will|can) (?:allow|permit|"
    rf"support))\b"
    rf"[^.;:]{{0,80}}?\b{_PAYS}\b(?![^.;:]*\b(?:without|unless|until|before|except|other than)\b)"
    rf"|\b{_WAY} (?:under|in|by|on|through|for|upon) which\b[^.;:]{{0,60}}\b{_PAYS}\b[^.;:]{{0,100}} "
    r"(?:do(?:es)? not exist|have not been (?:set|adopted|developed|written|established|defined))\b"
    rf"|\bno (?:set of )?{_WAY} (?:makes?|renders?) [^.;:]{{3,60}} {_PAYS}\b"
)
# "Nor does the contract recognize it for …", "we do not accept it as a treatment for …".
UNRECOGNIZED = (
    r"\b(?:nor (?:do|does|is|are|will)|(?:do|does|will|has|have|is|are) not(?: yet)?|no longer)\b"
    r"(?: (?:the|our|we|this|plan|contract|program|policy|carrier|one|it|be|been)){0,3} (?:recogni[sz]e[sd]?|"
    r"accept(?:s|ed)?)"
    r"(?: (?:it|them|(?:es)?ketamine|spravato|the (?:drug|spray)))?(?: infusions?| therapy)?"
    r" (?:for|in|as an? (?:\w+ ){0,2}?(?:benefit|treatment|therapy|service|use|care)(?: (?:for|of|in))?)\b"
)
NO_OTHER = (
    rf"\b(?:no (?:other|further|additional|remaining) (?:\w+ ){{0,2}}?{_KIND_OF_USE}|nothing else"
    rf"|none of the (?:other|remaining) {_KIND_OF_USE}"
    rf"|(?<!if )(?<!when )(?<!where )none of (?:the following|these|those|the {_KIND_OF_USE})"
    rf"|no {_KIND_OF_USE} (?:other than|but|besides|apart from|outside(?: of)?))\b"
)
# A word that denies, and what may stand between it and the word of cover that it denies ("not, in our view, …");
# "may or may not be covered" denies nothing.
_DENIES = (
    r"(?<!\bor may )(?<!\bor )\b(?:not|never|cannot|(?:ca|wo|does|do|is|are)n['’]t|nor|(?:declines?|refuses?) to"
    r"|(?:under|at|in|by|on) no (?:circumstances?|time|case|means|account|event)"
    r"|no (?:plan|line of business|payer|insurer|product|program))\b"
    r"(?! (?:only|just|merely|solely|limited|all|every|necessarily|more|less|later|longer|exceed|requir|need|mean|"
    r"guarantee|appl|subject))"
)
_BETWEEN = (
    r"(?: (?:to|as|be|been|being|is|are|do|does|will|an?|the|any|yet|currently|presently|now|itself|considere?d?|"
    r"deem(?:ed)?|held|hold|found?|find|that|judged?|regard(?:ed)?|thought|think|seen?|view(?:ed)?|believed?|rated?|"
    r"shown|count|by (?:the|this|our) \w+|plan|we|carrier|program|agency|contract|policy|department|fund|of|use|"
    r"uses|using|(?:es)?ketamine|spravato|ketalar|racemic|compounded|generic|low-dose|nasal|spray|intranasal|intravenous|iv|infusions?|"
    r"infused|it|they|this|these|such|treatments?|therapy|drugs?|products?|medicines?"
    r"|(?:in|for) [\w-]+(?: (?:pain|disorders?|depression|syndrome))?)\b){0,10}?"
)
_ASIDE = r"(?:, (?:in|to|by|at|for|as|under|on|according|of)\b[^,.;:]{2,40},)?"
_NOT_COVERED = rf"{_DENIES}{_BETWEEN}{_ASIDE}{_BETWEEN} "
_LACKING = (
    r"(?:insufficient|inadequate|limited|lacking|not (?:enough|sufficient|adequate)|too (?:weak|thin|limited|little))"
)
_EVIDENCE = r"(?:(?:scientific|clinical|published|medical|peer-reviewed|quality|current|available) )*evidence"
_OUR_USE = (
    r"(?:(?:the|its|any|routine|clinical|safe|their) )*(?:use|coverage|safety|efficacy|effectiveness|administration|"
    r"(?:intravenous |IV |oral |intranasal )?(?:es)?ketamine|spravato|infusions?)\b"
)
# "There is insufficient evidence to support ketamine for …", where nothing else is said of cover.
EVIDENCE_LACKS = compiled(
    rf"\b{_LACKING} {_EVIDENCE} (?:exists? )?(?:to (?:support|recommend|justify|establish)|supporting|in support of"
    rf"|for) {_OUR_USE}"
    rf"|\b{_EVIDENCE} (?:is|remains|was) (?:\w+ )?{_LACKING} (?:to (?:support|recommend|justify|establish)|for)"
    rf" {_OUR_USE}"
    r"|\b(?:(?:es)?ketamine|spravato|infusions?)\b[^.;,]{0,60}\blacks? (?:sufficient|adequate|enough|good|convincing|"
    rf"strong|any) {_EVIDENCE}\b"
    rf"|\b{_EVIDENCE} (?:does|do) not (?:\w+ )?(?:support|justify|warrant) {_OUR_USE}",
    re.IGNORECASE,
)
# "No request for the spray, first or later, may be approved for …"; what is refused only "without" or "before"
# something is covered with it.
_TERMS = r"\b(?:without|unless|until|before|except|other than)\b"
_NOBODY = (
    r"\bno (?:requests?|claims?|members?|patients?|individuals?|persons?|one|cases?|adults?|beneficiar(?:y|ies)|"
    rf"enrollees?|clients?)\b(?! (?:more|less|longer|later))(?:(?!{_TERMS})[^.;:])*? "
    r"(?:is|are|may|can|will|shall)(?: be)? (?:ever |also )?"
    r"(?:approved|approvable|covered|authori[sz]ed|granted|accepted|allowed|paid|reimbursed)\b"
    rf"(?![^.;:]*(?:{_TERMS}|\b(?:more than|beyond|above|over|longer)\b))"
)
# "Nothing is to be paid for …", "the fund pays nothing for …", "there is no payment for …". What is paid "more", "else"
# or "until" and "unless" something is there is another matter.
NOTHING_PAID = (
    r"\b(?:nothing (?:is|will be|shall be|can be|may be)(?: ever)?(?: to be)? (?:paid|reimbursed|payable|covered) "
    r"(?:for|towards?|in)"
    r"|(?:pays?|reimburses?|will (?:pay|reimburse)|covers?) nothing (?:for|towards?)"
    r"|there (?:is|will be|shall be) no (?:payment|reimbursement|coverage|benefits?) (?:for|of)"
    r"|no (?:part|share|portion) of the (?:cost|price|charges?)(?! sharing)[^.;:]{3,80}? (?:is|are|will be|shall be) "
    rf"(?:paid|covered|reimbursed|payable))\b(?![^.;:]*{_TERMS})"
)
# What denies cover by a word that may stand far before it ("is held not to be …", "the plan does not regard … as …").
DENIED_FROM_AFAR: tuple[tuple[Status, Pattern], ...] = (
    ("not_medically_necessary", compiled(rf"{_NOT_COVERED}(?:medically necessary|medical necessity)\b", re.IGNORECASE)),
    ("investigational", compiled(rf"{_NOT_COVERED}(?:prov(?:en|ed)|established)\b", re.IGNORECASE)),
    (
        "excluded",
        compiled(
            # "For none of these is it covered".
            r"\b(?:for|in) (?:none|neither) of (?:these|those|them|the (?:above|two|\w+ above))\b[^.;]{0,30}? "
            r"(?:is|are|will|does|do)\b[^.;]{0,60}\b(?:cover(?:s|ed)?|pays?|paid|payable|approved?)\b|"
            rf"{_NOBODY}|{_NOT_COVERED}(?:covers?\b|covered\b|pays? for\b|payable\b|reimburse[ds]?\b|"
            r"(?:(?:an? )?(?:covered|recogni[sz]ed|accepted|eligible|standard) )?(?:benefits?|service|treatment)\b|"
            r"(?:eligible|qualif(?:y|ies)) for (?:coverage|payment|benefits|reimbursement)\b)",
            re.IGNORECASE,
        ),
    ),
)
