"""How payers word the alternatives of one clause, and what "or" joins that are none. Words only, for `alternatives`."""

from __future__ import annotations

from parsers.criteria.scales import ANY_SCALE
from parsers.criteria.vocabulary import PERSON
from parsers.language.patterns import compiled

_COMPARES = (
    r"(?:more|greater|higher|above|older|over|longer|less|fewer|lower|below|younger|under|better|worse|equal|up)"
)
# "Moderate or severe" is one grade, "single episode or recurrent" any course; "failed, or has a contraindication to,
# two drugs" has one object for its verbs.
_NOT_BORNE = r"(?:(?:has|have|had|been|be|is|are|were|was|an?|any) )*(?:contraindicat|intoleran)"
# "Improved or stayed stable and goes on with therapy": one response in two words, and what else is asked.
_STABLE = (
    r"(?:(?:has|have|is|are|been|stayed|remained|kept|held|stays?|remains?|at least|at any rate) )*"
    r"(?:stable|steady|stabili[sz]ed|unchanged|(?:no|not(?: any)?) worse|not (?:worsened|deteriorated))\b"
)
# "Severe, or moderate depression with failed psychotherapy": the second grade is of those of whom more is asked.
_GRADE = (
    r"(?:mild|moderate|severe)\b"
    r"(?! (?:depress\w+|mdd|disease|episode|illness|symptoms) (?:with|and|plus|together|when|if)\b)"
)
_GOES_ON = (
    rf"(?:{_COMPARES}\b|{_GRADE}|(?:recurrent|poorly controlled|uncontrolled|untreated|unstable)\b"
    rf"|{_NOT_BORNE}|{_STABLE}[^.;]*\band\b)"
)
# "Or, failing that, …" sets its two sides apart as well.
_FAILING_THAT = (
    r"(?:(?:,? else|, (?:failing|short of) (?:that|which|this|these),?|, (?:if not|otherwise|alternatively|instead),"
    r"|,? in (?:lieu|place|stead) (?:thereof|of (?:these|those|them|that|this|which|both)),?))?"
)
_SAID_OR = rf"\(?(?:or|and/or)(?! {_GOES_ON}){_FAILING_THAT} (?:\(?(?:[a-h]|[ivx]{{1,4}}|\d[a-h]?)[).] )?|; ?(?:or )?"
OR = compiled(rf",? {_SAID_OR}")
# "Lithium or bupropion did not help, or ECT has failed": after a comma "or" binds looser than inside a phrase.
LOOSE_OR = compiled(rf", {_SAID_OR}")
# "One augmentation (lithium or thyroid) has failed or psychotherapy has": what stands in brackets is no side of it.
OUTER_OR = compiled(rf"(?:,? {_SAID_OR})(?![^()]*\))")
# What joins the item to the next one of its list ("…; and").
IS_NO_PART = compiled(r"\W*(?:and\b\W*|or\b\W*)?")
_TREATMENT = r"(?:psychotherap|cbt\b|cognitive|counsel|ect\b|electroconv|r?tms\b|transcranial|augment)"
_OF_ONE = r"(?:(?!\b(?:have|has|was|were|failed|did|is|are)\b)[^,;.]){0,30}?"
AND = compiled(
    r" and (?=\([^()]+ or [^()]+\))"
    # "(a) severe depression and (b) either two drugs or ECT": what bears the next letter is a part of its own.
    r"|,? and (?=\((?:[b-h]|[2-9]|i[iv]|iii|vi{0,3})\) )"
    # "Failure of two drugs and of ECT, TMS, or psychotherapy": treatments to choose from, beside the drugs.
    rf"| and (?:of )?(?=(?:an? )?{_TREATMENT}{_OF_ONE}(?:, {_TREATMENT}{_OF_ONE})*,? or (?:(?:of|an?) )*{_TREATMENT})"
    r"|(?:,|;)? and,? (?:whichever [^,;.]{3,40}|in (?:either|any|both|each) (?:case|event)|whatever [^,;.]{3,40}),? "
    r"|(?:,|;)? and,? (?:in addition|also|additionally|furthermore|moreover),? (?=either\b)|(?:,|;) and"
    r" (?=either\b|\(?[\w<>])|\band either\b|: (?=either\b)"
)
# "Symptoms have improved or stayed stable and the patient goes on with …": a clause with a subject of its own is joined
# to all before it, where "or" joins no more than words of one clause.
AND_A_CLAUSE = compiled(
    r" and (?:that )?(?=(?:the|an?|no|his|her|their|he|she|it|they|spravato|(?:es)?ketamine|treatment)\b[^,;.]{0,60}?"
    r"\b(?:is|are|has|have|was|were|will|must|continues?|takes?|uses?|remains?|goes|stays?)\b)"
)
# "In addition to two failed drugs, an augmentation or psychotherapy has failed": the first is asked for in any case.
BESIDE = compiled(
    r"^\W*(?:in addition to|besides|apart from|on top of|beyond|along with|together with|as well as) "
    r"(?P<first>(?:(?!\bor\b)[^,;]){5,80}), (?P<rest>.*\bor\b.*)$"
)
LAST_OR = compiled(r"^(?P<left>.*\S),? or (?P<right>\S.*)$")
# "Three drugs, or two and an augmentation agent have failed": names that share a verb are no clauses.
SAYS_OF_IT = compiled(r"\b(?:\w{3,}ed|is|are|has|have|been|stays?|remains?|stable|better|worse\w*)\b")
# "Augmentation has been tried once and failed, or psychotherapy has": how the tried thing ended, of the same subject.
SAYS_ITS_OUTCOME = compiled(
    r"^\W*(?:(?:then|so far|yet|still|either|has|have|had|was|were|been|it|they|to have|proved|proven|turned out"
    r"|found) )*"
    r"(?:fail(?:ed|s|ing)?\b|did (?:not|nothing)\b|(?:no|not|without|of no|to no) \w+|brought (?:no|little)\b|"
    r"gave (?:no|little)\b|ineffective|unsuccessful|unhelpful|insufficient|inadequate|wanting|stopped|abandoned|"
    r"discontinued)"
)
OF_SOMEBODY = compiled(
    rf"^(?:the |an? |his |her |their )?(?:{PERSON}|he|she|they|spravato|(?:es)?ketamine|treatment)\b"
)
OPENS_A_CLAUSE = compiled(r"\b(?:when|if|that|once|where|provided)\b|:")
OWN_VERB = compiled(r"\w (?:is|are|was|were|has|have|had|did|does|will|must|failed)\b")
# "Prescribed by or in consultation with a psychiatrist" cuts a phrase, "a psychiatrist, or another professional" joins
# names.
CUT_SHORT = compiled(r"\b(?:by|under|of|the|an?)\W*$")
ENDS_IN_A_PERSON = compiled(
    r"\b(?:psychiatrist|psychologist|neurologist|an[ae]sthesiologist|physician|practitioner|prescriber|provider|"
    r"clinician|specialist|professional|nurse|doctor|psychiatry|neurology)s?\W*$"
)

# "…, a second-generation antipsychotic or another augmenting drug has been tried": both are what was tried.
ENDS_IN_A_NAME = compiled(
    r"(?:^|[,;] |\band |\bor )(?:and )?(?:(?:an?|1) )?(?!(?:is|was|has|have|had)\b)[\w-]+(?: [\w-]+){0,4} ?$"
)
OPENS_WITH_ANOTHER = compiled(r"^\W*(?:another|a (?:different|similar)|any other|some other|(?:an)?other)\b")

ENDS_IN_A_SCALE = compiled(rf"{ANY_SCALE}(?: (?:scores?|scales?))?\W*$")
OPENS_WITH_A_SCALE = compiled(rf"^\W*(?:the |an? )?{ANY_SCALE}(?! (?:(?:scores?|totals?|is|was|of|at) )*[<>\d])")
