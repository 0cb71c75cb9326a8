"""Denials that limit cover rather than deny a use: of patients, of manners of use, of what the label does not hold."""

from __future__ import annotations

import re

from parsers.answering.reasons import without_reason_behind
from parsers.criteria.conditions import named
from parsers.criteria.exclusions import ALL_THE_SAME, bars_patients
from parsers.criteria.vocabulary import PEOPLE
from parsers.drugs.names import named_products
from parsers.drugs.things_beside import is_of_a_thing_beside
from parsers.language.any_of import any_of
from parsers.language.glosses import without_glosses
from parsers.language.patterns import compiled
from parsers.models import Indication
from parsers.phases.renewal_wording import BEYOND_THE_FIRST
from parsers.uses.indications import PATIENT_CONDITIONS, is_residual, named_indications

_WITH_DISORDER = compiled(
    r"\b(?:if|when|where|while) (?:the |an? |any )?(?:patient|member|individual|person|client|beneficiary|enrollee)\b",
    re.IGNORECASE,
)
# "The drug is not approved as an anesthetic": what the label does not say the drug is.
LABEL_LIMITS = compiled(
    r"\bnot (?:been )?(?:FDA[- ])?(?:approved|indicated|labell?ed) as an?\b"
    r"|^\W*limitations? of use\b[^.]*[.]?\W*$"
    # What the label says it does not show: "… as an anesthetic agent has not been established".
    r"|\b(?:safety|effectiveness|efficacy) of (?:the )?(?:spravato|(?:es)?ketamine|drug|spray)\b[^.;]{0,20}"
    r"\b(?:as an? an[ae]sthetic|in (?:preventing|reducing))"
    r"|^\W*(?:according to|per|under|in) (?:the|its) (?:FDA[- ])?(?:label\w*|prescribing information|package insert)\b"
    r"|^\W*(?:the|its) (?:FDA[- ])?(?:label\w*|prescribing information|package insert|FDA) (?:also )?(?:says?|states?|"
    r"warns?|notes?|adds?|names?|limits?|does not|has not)\b",
    re.IGNORECASE,
)
# A denial of a manner of use ("as monotherapy", "above 84 mg") limits the cover and is no position of its own.
_MANNER = any_of(
    r"\b(?:monotherapy|in combination with|at home|home (?:use|infusions?|administration|treatment)|"
    r"in (?:an? |the )?(?:emergency (?:department|room)|inpatient (?:setting|unit|hospital|stay))s?(?! (?:or|and)\b)|"
    r"self-admin\w*|young(?:er)?|under (?:the age|\d+)|"
    r"below (?:the age|\d+)|children|p(?:a)?ediatric|adolescents?|minors|teen\w*|"
    r"pregnan\w+|more than"
    r"|exceed\w*|greater than|beyond|above \d+|concurrent\w*|together with|dos(?:e|es|ing)|frequen\w+|"
    r"as (?:the|an?) (?:only|sole|single|lone|stand-?alone) (?:drug|agent|medicine|medication|treatment|therapy)|"
    r"(?:alone|by itself|on its own)(?!,? or\b)|"
    r"samples?|before|until|unless)\b"
    r"|\bwithout (?:an? |the )?(?:\w+ ){0,2}?antidepressants?\b"
    # Of both drugs in one patient: "Spravato with ketamine infusions", "switching between the two".
    r"|\b(?:spravato|esketamine)\b[^.;,]{0,30}?\b(?:with|plus|alongside) (?:\w+ ){0,2}?ketamine\b"
    r"|\bketamine\b[^.;,]{0,30}?\b(?:with|plus|alongside) (?:\w+ ){0,2}?(?:spravato|esketamine)\b"
    r"|\bcombined (?:use|treatment|therapy|administration)\b|\bat the same time\b|\bswitch(?:ing|es)? between\b"
    r"|\bon (?:the )?(?:same )?days? (?:when|that|as)\b"
    # "Continuation without a response is not covered", "renewal for non-responders": of patients.
    r"|\bwithout (?:(?:an?|any|clear|adequate|sufficient|meaningful|clinical|documented|sustained|continued|evidence "
    r"of) )*"
    r"(?:respon\w+|improve\w+|benefits?|progress)\b(?! (?:data|from trials))|\bnon-?responders\b"
    # How it is come by, paid for or asked for: "sessions without our authorization", "spray dispensed by mail order".
    r"|\b(?:obtained|dispensed|purchased|bought|supplied|shipped|mailed|filled|billed|furnished|delivered|drawn)\b"
    r"(?! (?:for|as)\b| (?:by|from|at) (?:an? )?compound)"
    r"|\bwithout (?:(?:an?|any|our|prior|the|its|advance|valid) )*(?:authori|approv|pre-?cert|referral|PA\b)"
    r"|\b(?:that|which)\b[^.;]{0,50}\b(?:not|never)\b[^.;]{0,12}\b(?:authori[sz]|approve|give|grant|certif)\w*"
    r"|\b(?:takes?|taken|sent) (?:it |them )?home\b|\boutside (?:of )?(?:an?|the) (?:\w+ )?(?:certified|enrolled|"
    r"network|REMS|office|clinic|hospital|facility|outpatient)\b",
    flags=re.IGNORECASE,
)
# Every route is none in particular: "by whatever route it is delivered".
_BY_ANY_ROUTE = compiled(
    r"\b(?:by|via|through) (?:whatever|whichever|any|every|all) (?:routes?|means|methods?|ways?)\b[^,;.]{0,40}",
    re.IGNORECASE,
)
# A low dose is what the racemic drug is given in outside of anesthesia, and no manner of it.
_LOW_DOSE = compiled(
    r"\b(?:low(?:er)?|(?:sub-?)?an(?:a)?esthetic|sub-?dissociative|sub-?hypnotic|micro)[- ]?dos(?:es?|ed|ing|ages?)\b",
    re.IGNORECASE,
)
# Forms that nobody takes elsewhere: "lozenges for use at home" are lozenges.
_TAKEN_AT_HOME = compiled(
    r"\b(?:lozenges?|troches?|capsules?|tablets?|creams?|gels?|ointments?|oral(?:ly)?|sublingual(?:ly)?|topical(?:ly)?|"
    r"nasal sprays?)\b",
    re.IGNORECASE,
)
_AT_HOME = compiled(r"\b(?:at home|home use|self-admin\w*)\b", re.IGNORECASE)
# Who may not have the drug is a criterion; what it may not be used for is a denial.
OF_PATIENTS = compiled(
    r"\b(?:patients?|members?|individuals?|persons?|people|anyone|no one|those|adults?|clients?|beneficiar\w+)\s+"
    r"(?:who|whom|whose(?! (?:contract|plan|benefit|polic|coverage|certificate|employer))|"
    r"(?:with|having) (?:any|one|a history|an? (?:active|current|known)|active|current|known|"
    r"uncontrolled|untreated))\b"
    r"|\b(?:if|when|where|in the presence of|with)\b(?! (?:it is |they are )?(?:used|given|prescribed|administered)\b)"
    r"(?! the (?:purpose|aim|goal)\b)[^.;:]{0,40}\b(?:any|one)(?: or more)? of (?:the following|these)",
    re.IGNORECASE,
)
# "…, and members with dementia are excluded."
REFUSES_PEOPLE = compiled(
    rf"\b{PEOPLE} (?:with|having|who have) [^.;]{{0,120}}\b(?:is|are) (?:excluded|ineligible|not eligible)\W*$",
    re.IGNORECASE,
)


# "No approval is given, whatever else is met, for …": no other use is spoken of.
def bars(text: str) -> bool:
    """Whether the text bars patients for a condition they have, which is a criterion and no denial of a use.

    A use that it names by its letter ("no request under A or B is approved for those with …") is one it is barred from.
    """
    text = ALL_THE_SAME.sub("", without_glosses(text))
    return bars_patients(text) and set(named_indications(text)) <= _conditions_of(text) and not is_residual(text)


def _conditions_of(text: str) -> frozenset[Indication]:
    """The uses whose names are a patient's conditions in a text: bipolar disorder too, beside what no drug is for."""
    beside = set(named(text.casefold())) - {"bipolar", "substance_use_disorder"}
    return PATIENT_CONDITIONS | {"bipolar_depression"} if beside else PATIENT_CONDITIONS


def is_of_a_manner(text: str) -> bool:
    """Whether a denial is of a manner of use, be it a dose, a place or how the drug is come by."""
    text = _BY_ANY_ROUTE.sub(" ", _LOW_DOSE.sub(" ", without_reason_behind(text)))
    if named_products(text) == ("ketamine",) and _TAKEN_AT_HOME.search(text):
        text = _AT_HOME.sub(" ", text)
    manner = _MANNER.search(text) or is_of_a_thing_beside(text)
    return bool(manner) and not BEYOND_THE_FIRST.search(text)


def is_of_a_patient(text: str) -> bool:
    """Whether a denial is for those with a disorder beside the one treated ("if the member has …")."""
    return bool(_WITH_DISORDER.search(text)) and set(named_indications(text)) <= PATIENT_CONDITIONS
