"""What the words round the name of an indication make of it: excepted, lacked, a condition beside it, no use."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from parsers.language.patterns import Pattern, compiled
from parsers.models import Indication

# Scores and symptoms of depression are no diagnosis of it.
_OF_DEPRESSION = compiled(
    r"\s*(?:(?:rating|severity|symptom|assessment|screening|clinician|self-report)\w* )*(?:scales?|scores?|"
    r"questionnaires?|inventor(?:y|ies)|assessments?|measures?|tools?|instruments?|severity|symptomatology|"
    r"episodes?)\b|\s+(?:improved|responded|lessened|eased)\b"
    r"|\s+(?:has|have|had|shows?|showed) (?:\w+ )?(?:improv|respond|remitt|not|worsen|lessen|"
    r"been(?! (?:\w+ )?(?:diagnosed|confirmed|established|made|documented|verified)\b)|"
    r"eased|lifted|abated|"
    r"subsided|remained|stayed|got(?:ten)?|become|fallen|dropped)"
    r"|\s+(?:is|are|was|were) (?:now |still |being |much |clearly )*(?:held|kept|better|worse|steady|stable|"
    r"controlled|less|milder|"
    r"improv)",
    re.IGNORECASE,
)
# "Improvement in depressive symptoms" tells what must have changed, not what is treated.
_RESPONDS = compiled(
    r"\b(?:improve\w*|reduc\w*|decreas\w*|stabili\w*|worsening|change|response)\b[^.;,]{0,30}\b(?:in|of"
    r"|from)(?: the| (?:his|her|their))?\s*$",
    re.IGNORECASE,
)
# A disorder that a patient has or had beside the one treated ("if there has been …, in remission for 3 months").
_HAD = compiled(
    r"\b(?:history of|has been|have been|had|active|current|past|prior|previous|any|untreated|no|has|have|comorbid"
    r"|co-?occurring|not (?:\w+ )?(?:meet|met|fulfill?|satisfy)\b[^.;]{0,30}\bcriteria for"
    r"|not (?:suffer\w* from|diagnosed with))"
    # "… a substance use disorder (SUD)" names it once.
    r"(?: (?:an?|the|any|past|prior|active|current|or|and|moderate|severe|substance|alcohol|to|use|disorder))*\s*\(?$",
    re.IGNORECASE,
)
# "Post-traumatic stress disorder without depression" is not about depression.
_WITHOUT = compiled(r"\b(?:without|w/o) (?:an?y? |concurrent |comorbid |co-?existing )*$", re.IGNORECASE)
_REMITS = compiled(r"^[^.]{0,80}\b(?:remission|abstinen\w+|sober|sobriety|untreated|clean)\b", re.IGNORECASE)
_EXCEPTED = compiled(
    r"\b(?:other than|except(?:ing)?(?: for)?|apart from|excluding|besides|but not"
    r"|with (?:the )?(?:sole |only |single |one )?exceptions? (?:of|for|being)"
    r"|(?:any|all|every|no) (?:\w+ )?(?:uses?|indications?|conditions?|diagnos[ie]s|purposes?|reasons?) (?:but|save)"
    r"|(?:any|all|every|no|an?) (?:\w+ )?(?:uses?|indications?|conditions?|diagnos[ie]s|disorders?|purposes?)"
    r" (?:that|which) (?:is|are) not"
    r"|outside(?: of)?|aside from"
    r"|other (?:\w+ )?(?:uses?|indications?|conditions?|diagnos[ie]s|disorders?|purposes?|reasons?"
    r"|kinds?|types?|forms?|sorts?|causes?|origins?) than"
    r"|(?:any|all|every|each) (?:\w+ )?(?:kinds?|types?|forms?|sorts?) (?:but|save)"
    r"|(?:any|some)thing else (?:than|but)"
    r"|(?:unless|except (?:when|if|where)) (?:it is |they are )?(?:used|given|prescribed|administered))\s+"
    r"(?:(?:for|in|as|as (?:a )?part of|during|to treat|those with|patients with|"
    r"(?:the )?(?:use|treatment|management)(?: of| in)?"
    # "Other than those on the FDA label".
    r"|(?:those|the ones)(?: (?:that are|listed|named|found|given|shown|printed|included))? (?:on|in|within|under)"
    r"(?: (?:the|its))?"
    # "Except in adults who have …".
    r"|(?:(?:any|an?|the|adult) )*(?:adults?|members?|patients?|individuals?|people|persons?|those|someone)"
    r"(?: (?:with|having|(?:who|that) (?:has|have)|diagnosed with|treated for))?(?: an?)?)\s+)*$",
    re.IGNORECASE,
)
# "Except in two uses", "outside these two uses", "with one exception": how many, before they are named.
EXCEPT_SO_MANY = (
    r"(?:(?:outside|except(?:ing)?|other than|apart from|beyond)(?: (?:in|for|of))? (?:(?:the|these|only) )?"
    r"(?:one|two|three|following) (?:labell?ed )?(?:uses?|indications?|conditions?|diagnos[ie]s)"
    r"|with (?:one|two|three) exceptions?)"
)
# "With two exceptions: A in adults who failed three drugs, and B": all of them, up to the end.
_EXCEPTIONS = compiled(rf"\b{EXCEPT_SO_MANY}\s?[:(–—-][^.;)]*$", re.IGNORECASE)
# "Chronic pain (CRPS excepted)".
_IS_EXCEPTED = compiled(
    r"(?: \([A-Z]+\))? (?:(?:alone|is|are|being) )*(?:excepted|excluded from (?:this|the) denial)\b", re.IGNORECASE
)
# No wording right before a name is longer, in characters; a sentence of some thousand words is.
WORDS_BEFORE = 300
# "Depression that is neither resistant nor accompanied by suicidal ideation" is depression of no such form.
_IS_NEITHER = compiled(
    r"^[^.;]{0,60}\b(?:neither|nor)\b|\bnot (?:\w+ )?(?:treatment|therapy|medication)?[- ]?(?:resistant|refractory)\b"
    r"|\b(?:without|w/o|no) (?:(?:any|an?|acute|active|current) )*suicid",
    re.IGNORECASE,
)
# "Depression that is neither resistant nor attended by suicidal ideation", "short of treatment resistance".
_LACKS_IT = compiled(
    r"\bnon[- ]?$|\b(?:short of|not (?:yet |been |proved |judged |considered |truly |to be )*) ?$"
    r"|\b(?:depress\w+|disorders?|MDD|episodes?)\b[^.;,]{0,12} (?:neither|(?:that|which) (?:is|are|has|have) not)\b"
    r"(?:[^.;]{0,60}\bn?or\b)?[^.;,]{0,25}$",
    re.IGNORECASE,
)
_LABELED_USES = compiled(r"\b(?:indications?|uses?|conditions?|diagnos[ie]s|approv\w+)\b", re.IGNORECASE)
# "Dosing limits (per FDA label)", "the dose does not exceed FDA labeling": the label of doses, and none of its uses.
_LABEL_OF_DOSES = compiled(
    r"\b(?:dos(?:e|es|ages?|ing)|quantit\w+|limits?|frequency|schedule|regimen|sessions?|administ\w+|strengths?|devices?)\b"
    r"[^.;:]{0,30}\b(?:per|in|from|by|with|under|following|to|exceeds?|match(?:es)?|follows?) (?:the |its )?"
    r"(?:(?:current|US|U\.S\.) )?$",
    re.IGNORECASE,
)
# "At a dose below that used for anesthesia", "in amounts too small to produce anesthesia": by what a dose is measured.
MEASURES_A_DOSE = compiled(
    r"(?:\b(?:dos(?:e|es|ed|ages?|ing)|levels?|amounts?|concentrations?|rates?|strengths?|milligrams?|mg)\b[^.;:]{0,30}"
    r"\b(?:below|under|beneath|short of|(?:less|lower|smaller|weaker) than|(?:too|not) (?:\w+ )?"
    r"(?:small|low|little|enough|sufficient|high))\b"
    r"|\b(?:below|beneath|(?:less|lower|smaller) than|a fraction of)(?: (?:the|those|that|what|any|usual|full))* "
    r"(?:dos(?:e|es|ages?|ing)|levels?|amounts?|range|threshold|one|ones)\b)"
    r"(?: (?:the|that|those|what|which|an?|any|is|are|was|were|it|takes?|one|ones|usual|full|customary|"
    r"dos(?:e|es|ages?|ing)|levels?|amounts?|range|threshold|given|used|needed|required|employed|necessary|enough|customary|for|in|to|of|"
    r"with|as|general|surgical|deep|produces?|producing|induces?|inducing|causes?|causing|brings?|about|achieves?|"
    r"reach(?:es)?))* ?$",
    re.IGNORECASE,
)
_LABEL_NEGATED = compiled(
    r"\b(?:not|non|no|without|outside|lack\w*|off|either|both|two|these)\b[^.;]{0,25}$", re.IGNORECASE
)
# "The criteria on bipolar disorder are still met".
_CRITERIA_ON = compiled(
    r"\b(?:criteri(?:a|on)|requirements?|conditions?|rules?|exclusions?) (?:(?:named |listed )?above )?"
    r"(?:on|about|concerning|regarding) [^.;:]{0,40}$",
    re.IGNORECASE,
)


def _is_of_a_patient(text: str, named: re.Match[str]) -> bool:
    return _stands_before(_HAD, text, named) or bool(_REMITS.match(text[named.end() :]))


def _is_no_diagnosis(text: str, named: re.Match[str]) -> bool:
    return bool(_OF_DEPRESSION.match(text, named.end())) or _stands_before(_RESPONDS, text, named)


def _stands_before(pattern: Pattern, text: str, named: re.Match[str]) -> bool:
    """Whether an expression is found right before a name. The words of the whole text are known by now."""
    start = named.start()
    return pattern.may_match(text) and bool(pattern.expression.search(text[max(0, start - WORDS_BEFORE) : start]))


def names_no_use(text: str, named: re.Match[str], indication: Indication) -> bool:
    """Whether the words round the name of an indication say that no use is spoken of."""
    ruled_out = _RULED_OUT.get(indication)
    return _stands_before(_WITHOUT, text, named) or (ruled_out is not None and ruled_out(text, named))


def is_excepted(text: str, named: re.Match[str]) -> bool:
    """Whether the text says "other than" what is named, or sets it apart behind its name."""
    if _stands_before(_EXCEPTED, text, named) or _stands_before(_EXCEPTIONS, text, named):
        return True
    return bool(_IS_EXCEPTED.match(text, named.end()))


def _is_of_criteria(text: str, named: re.Match[str]) -> bool:
    return _stands_before(_CRITERIA_ON, text, named)


def _measures_a_dose(text: str, named: re.Match[str]) -> bool:
    return _stands_before(MEASURES_A_DOSE, text, named)


def _is_of_no_use(text: str, named: re.Match[str]) -> bool:
    """Whether what the label has is denied, or its doses are spoken of and no use that it names."""
    if _stands_before(_LABEL_NEGATED, text, named):
        return True
    return not _LABELED_USES.search(named[0]) and _stands_before(_LABEL_OF_DOSES, text, named)


def lacks_form(text: str, named: re.Match[str], *, excepted: bool) -> bool:
    """Whether a form of depression is named as one that the patient's depression does not have."""
    return bool(_IS_NEITHER.search(named[0])) or (not excepted and _stands_before(_LACKS_IT, text, named))


_RULED_OUT: Mapping[Indication, Callable[[str, re.Match[str]], bool]] = {
    "fda_labeled": _is_of_no_use,
    "bipolar_depression": _is_of_criteria,
    "anesthesia": _measures_a_dose,
    "substance_use": _is_of_a_patient,
    "mdd": _is_no_diagnosis,
}
