"""How acute suicidality must be for esketamine in major depression with suicidal ideation."""

from __future__ import annotations

from collections.abc import Iterator

from parsers.criteria.vocabulary import PERSON, near, one_of
from parsers.criteria.wording import Clause, Finding
from parsers.language.patterns import compiled

_WARD = (
    r"(?:psychiatric|psychiatry|mental health|behaviou?ral health|crisis) (?:\w+ )?"
    r"(?:unit|ward|bed|facility|floor|institution)\b"
)
_HOSPITAL = one_of(
    "hospitali[sz]",
    r"hospital\b(?! (?:outpatient|clinic|notes))",
    "inpatient",
    "acute psychiatric care",
    "admission",
    "admitted",
    # e.g. "confinement in an acute care psychiatric institution"
    r"(?:confine\w*|plac(?:ed|ement)|commit(?:ted|ment)|stay|care|cared for|treat(?:ed|ment)|transfer\w*)\b"
    rf"{near(40)}\b{_WARD}",
)
_PLACE = (
    r"(?:an? |the )?(?:(?:acute|inpatient|locked) )*(?:psychiatric|psychiatry|mental health|behaviou?ral health)"
    r"(?: (?:inpatient|acute|care))* (?:hospital|unit|ward|facility)\b"
)
_LATELY = (
    r"(?:now|at present|currently|presently|recently|(?:with)?in \d+ (?:days|weeks)|(?:within|in|during|over) "
    r"(?:the )?(?:past|last|previous|preceding) (?:\d+ )?(?:days?|weeks?|months?))"
)
# "Is, or within the past week was, a patient of".
_IS_OR_WAS = rf"\b(?:is|are|was|been|being)\b(?:\W+(?:or|is|was|has|been|being|treated|(?:an? )?patient|{_LATELY}))*"
_CALLS_FOR = one_of(
    "need", "requir", "warrant", "necessitat", "indicat", "candidate for", "appropriate for", "eligible for", "justif",
    "merit", "call", "demand", "criteria for", "otherwise",
)  # fmt: skip
_RECENT = compiled(
    one_of(
        # e.g. "is in a psychiatric hospital", "currently admitted"
        r"\b(?:is|are|was|were|has been) (?:(?:already|now|currently|being treated) )?(?:in|on) (?:an? |the )?"
        r"(?:acute )?(?:or subacute )?(?:psychiatric )?(?:inpatient|hospital)",
        rf"\b(?:is|are|was|been|being|stays?|remains?)\b[^.;,]{{0,30}}\b(?:in|on|to|at) (?:an? |the )?(?:\w+ )?{_WARD}",
        rf"{_IS_OR_WAS}\W+(?:of|in|on|at) {_PLACE}",
        rf"^\W*(?:an? )?patient (?:of|in|on|at) {_PLACE}\W+{_LATELY}\b",
        # e.g. "a stay in a psychiatric hospital that is under way or ended within 7 days"
        rf"\b(?:stay|admission|care|treatment) (?:in|on|at|to) {_PLACE}{near(30)}"
        r"\b(?:under ?way|ongoing|ended|is over)\b",
        # e.g. "is or was within the last 10 days a psychiatric inpatient", "recent (within 7 days) inpatient"
        r"\b(?:is|was|been)\b[^.;]{0,45}\ban? (?:\w+ )?inpatient\b(?! (?!or\b|and\b)\w)",
        r"\b(?:current|recent)\b[^.;]{0,40}\b(?:psychiatric )?inpatient\b(?! (?!or\b|and\b)\w)",
        rf"\b(?:currently|presently|now)\b{near(40)}\b(?:hospitali[sz]|inpatient|admitted)",
        r"\b(?:is|was|been)(?:, [^.;,]{0,40},)? (?:an inpatient|admitted|hospitali[sz]ed)\b",
        # e.g. "admitted to a psychiatric unit now or within the past 14 days"
        rf"^\W*(?:(?:already|currently|recently|or|either) )*(?:admitted|hospitali[sz]ed|an? (?:\w+ "
        rf")?inpatient)\b{near(50)}"
        r"\b(?:now|at present|currently|today|within|(?:in|during|over) the (?:past|last|previous|preceding))\b",
        r"\bin (?:an? )?inpatient (?:psychiatric )?(?:care|treatment|unit|bed) (?:now|at present|currently|today)",
        rf"\binpatient (?:stay|admission|care|treatment)\b{near(40)}\b(?:because|due|for) (?:\w+ ){{0,3}}suicid",
        rf"\binpatient (?:psychiatric )?(?:stay|admission|hospitali[sz]ation)\b{near(40)}"
        r"\b(?:current|ongoing|recent|within|in the (?:past|last|preceding|previous))\b",
        # e.g. "acute inpatient care, which either goes on or ended no more than 7 days ago"
        rf"\binpatient (?:care|stay|treatment|admission)\b{near(60)}\b(?:goes on|ongoing|ended|is over)\b",
        # e.g. "in an acute inpatient unit now because of suicidality, or out of one for 7 days or less"
        # e.g. "ideation with intent, or in inpatient psychiatric care"
        r"(?:^\W*|\bor (?:is )?)in (?:an? )?inpatient psychiatric (?:care|treatment|unit|bed)\W*$",
        # e.g. "Psychiatric inpatient", "inpatient psychiatric stay", in a cell
        r"^\W*(?:current(?:ly)? )?(?:an? )?(?:psychiatric inpatient|inpatient psychiatric (?:stay|admission|"
        r"hospitali[sz]ation|care))\W*$",
        rf"^\W*in (?:an? )?(?:acute |psychiatric )*inpatient (?:unit|ward|bed|facility|care)\b{near(40)}"
        r"\b(?:now|at present|currently|because|due|for)\b",
        # e.g. "started during, or within two weeks after, an inpatient stay"
        rf"\b(?:start|beg[aiu]n|initiat|given|requested|prescribed)\w*\b{near(25)}\b(?:during|"
        rf"within)\b{near(50)}\b(?:inpatient psychiatric|psychiatric(?: inpatient)?) (?:stay|admission|"
        rf"hospitali[sz]ation|care)",
        # e.g. "admission to hospital now or in the previous 14 days"
        rf"\badmission (?:to|in) (?:an? |the )?(?:\w+ )?(?:hospital|inpatient \w+|{_WARD}),? \(?"
        r"(?:now|at present|currently|within|(?:in|during) the (?:past|last|previous|preceding))\b",
        # e.g. "is started in a hospital or within 3 days of leaving it"
        rf"\b(?:start|beg[aiu]n|initiat)\w*{near(15)}\bin (?:an? |the )?(?:psychiatric )?(?:hospital|inpatient \w+)"
        rf"{near(30)}\bor\b{near(25)}\b(?:leaving|discharge|release)",
        # e.g. "was discharged within the past 5 days"
        rf"\b(?:discharged?|released?|left|came out)\b{near(50)}"
        r"\b(?:last|past|within|previous|prior|from|ago|before the (?:request|date|first|start))\b",
        rf"\b(?:within|last|past)\b{near(25)}\bdischarge",
        # e.g. "no more than 7 days since the member left a hospital"
        rf"(?:<=?|\b(?:no more|not more|fewer|less) than) \d+ (?:days?|weeks?)\b{near(15)}\b(?:since|after|of)\b"
        rf"{near(40)}\b(?:left|discharge|leaving|release)",
        # e.g. "the first dose was given during an admission for suicidality"
        rf"\b(?:dose|drug|treatment|spravato|esketamine|it)\b{near(40)}\b(?:given|received|start\w*|begun|initiated)\b"
        rf"{near(30)}\bduring (?:an? |the )?(?:\w+ ){{0,2}}(?:admission|hospitali[sz]ation)\b",
        # e.g. "is receiving, or within the last 7 days received, inpatient psychiatric treatment"
        r"\b(?:is|are) receiving\b[^.;]{0,50}\binpatient (?:psychiatric )?(?:care|treatment)",
        r"\b(?:current|recent)\b[^.;]{0,40}\bpsychiatric hospitali[sz]ation\b",
        rf"\b(?:transition|stepp|mov)(?:s|ed|es|ing)\b{near(12)}\bfrom (?:an? |the )?(?:acute )?inpatient\b",
    )
)
_STAY = r"(?:hospitali[sz]ation|(?:(?:hospital|inpatient|psychiatric) )+(?:care|admission|treatment|stay)|admission)\b"
_HOSPITAL_LEVEL = compiled(
    one_of(
        # Also "needs, in the judgment of …, hospitalization".
        rf"\b{_CALLS_FOR}\w*(?:, (?:in|by|as|according to) [^,.;]{{3,70}},)?{near(60)}\b{_HOSPITAL}",
        r"\b(?:hospitali[sz]ation|(?:inpatient|hospital) (?:\w+ )?(?:care|admission|treatment|stay)|admission"
        r"|level of care)\b"
        rf"{near(60)}\b(?:need|requir|warrant|indicat|necess|justif|call)\w*",
        # e.g. "treatment in a hospital would otherwise be needed"
        r"\b(?:treatment|treated|cared? for|care|stay|admission) (?:in|to) (?:an? |the )?(?:psychiatric )?hospital "
        r"would\b",
        r"\b(?:hospital|inpatient)[ -]level\b|\blevel of (?:an? |the )?(?:\w+ ){0,2}?(?:inpatient|hospital)",
        # e.g. "care in a psychiatric hospital is called for"
        rf"\b(?:care|treatment|stay)\b{near(15)}\b(?:in|at|of)\b{near(35)}\b(?:hospital|{_WARD}){near(20)}"
        r"\b(?:is|be) (?:\w+ )?(?:called for|needed|required|warranted|indicated|necessary|demanded|justified)\b",
        r"\bwould (?:otherwise )?(?:be|have to be|need to be) (?:hospitali[sz]|admitted)",
        rf"\b(?:need|require|warrant)\w*{near(40)}\b(?:hospital|psychiatric|inpatient) bed\b",
        # e.g. "without the drug, admission to a hospital is expected"
        r"\b(?:without|but for|were it not for) (?:the |this )?"
        r"(?:drug|spray|treatment|medic\w+|spravato|esketamine|it)\b"
        rf"{near(90)}\b{_HOSPITAL}",
        rf"\bimminent\b{near(60)}\bhospitali",
        # e.g. "cannot safely be treated as an outpatient", "cannot be kept safe outside of a hospital"
        r"\b(?:can ?not|can't|could not|unable to|not able to|not safe(?:ly)? to)\b[^.;]{0,25}"
        rf"\b(?:treat|manag|car|kept|keep)\w*{near(30)}"
        r"\b(?:outpatient|outside (?:of )?(?:an? |the )?(?:\w+ )?hospital|at home|in the community)\b",
        # e.g. "admission has been advised", "would lead to admission", "hospital care would be expected"
        # and not "hospital care over two nights is expected", of how long a stay is.
        rf"\b{_STAY} (?:(?:has|have|had|would|will|may) )?(?:\w+ )?(?:is|was|were|are|be|been) (?:\w+ )?"
        r"(?:advised|recommended|expected|sought|likely|ordered)",
        r"\b(?:recommend(?:ed|s)?|advis(?:ed|es)|order(?:ed|s)|(?:would|will|likely to|could) "
        rf"(?:lead to|result in|end in)) (?:an? |the |\w+ )?{_STAY}",
    )
)
_INTENT = compiled(
    one_of(
        rf"\bsuicid\w*{near(40)}\b(?:with|and|plus)(?: \w+){{0,3}} intent",
        r"\b(?:ideation|thoughts?)(?: (?:together|along))? (?:with|and|plus)(?: \w+){0,3} intent\b",
        r"\bsuicidal intent",
        r"\b(?<!without )(?<!no )(?:intent(?:ion)? (?:to|of)|intends? to|means to) (?:act|die|dying|commit|end|carry"
        r"|kill|take (?:his|her|their|own))",
        r"\bthere is (?:an? |some )?intent\b",
        r"\b(?:document|record|note|confirm|found|show|find|reveal|establish|indicate)(?:ed|es|s|ing)? "
        r"(?:an? |the |his |her |their )?(?:suicidal )?intent\b",
        rf"\bsuicid\w* (?:thoughts?|ideation|behaviou?r){near(30)}\bintent\b",
    )
)
_IS_ABOUT_SUICIDE = compiled(
    one_of(
        r"\bsuicid", r"\bwants? to die\b", r"\bideation\b", r"\bkill(?:ing)? (?:him|her|them|one)sel",
        r"\bpsychiatric (?:hospital|institution)", r"\bacute psychiatric", rf"\b{_WARD}", r"\bimminent (?:risk|danger)",
        r"\badmission (?:is|because|due|for|on account)\b", r"\bself-harm", r"\binpatient", r"\bdischarged",
        r"\bhospitali[sz]ed\b", r"\bin a hospital would\b", r"\bhospitali[sz]\w+ would otherwise\b",
        r"\botherwise\b[^.;]{0,40}\b(?:hospitali[sz]|in (?:an? |the )?hospital\b)",
        r"\bpsychiatric (?:care|treatment|stay)\b[^.;]{0,12}\bhospital\b",
        r"\blevel of\b[^.;]{0,12}\bhospital", r"\bhospital[ -]level\b",
        r"\bimminent", r"\b(?:danger|risk)\b[^.;]{0,60}\b(?:hospital|inpatient|admission)",
        r"\b(?:hospital|inpatient|admission)\b[^.;]{0,60}\b(?:danger|risk)\b",
        r"\bend (?:his|her|their|(?:one|1)'s)(?: or her)? life",
        r"\bhospital\b[^.;]{0,30}\bor\b[^.;]{0,25}\b(?:leaving|discharge|release)",
        r"\bhospital\b[^.;]{0,45}\bwithin \d+ \w+ (?:of|after) (?:the )?discharge",
    )
)  # fmt: skip
# "Authorization is required (or not) for an inpatient stay", "if it is performed inpatient": nothing is asked of a
# patient.
_NO_REQUEST = compiled(
    r"\binpatient (?:service|procedure|basis|coverage|benefit|payment|claim)s?\b"
    # "Inpatient care is paid only when …": when another service is.
    r"|^(?:[^:.;]{3,40}:)?\W*(?:an? |the )?(?:inpatient|hospital) (?:care|stays?|admissions?|days) "
    r"(?:is|are|will be) (?:only )?(?:paid|covered|reimbursed|payable|a benefit)\b"
    # "An inpatient stay is not required": it is let off.
    r"|\b(?:hospitali[sz]ation|(?:inpatient|hospital) (?:\w+ )?(?:care|admission|treatment|stay|setting)|admission) "
    r"(?:is|are) not (?:\w+ )?(?:required|needed|necessary|a (?:requirement|condition))\b"
    r"|\b(?:pa|(?:pre-?)?(?:authori[sz]|certific)ation|approval|"
    r"notification|referral)s? (?:\w+ ){0,4}?(?:(?:is|are|be) (?:not |always |also )?(?:be )?(?:required|needed|"
    r"necessary|mandatory)|not (?:be )?(?:required|needed|necessary)|waived)\b"
)
# "Is, or otherwise would be, hospitalized": the looser of the two.
_IN_IT = r"(?:(?:already|now|currently) )?(?:hospitali[sz]ed|admitted|an? (?:\w+ )?inpatient)\b"
_WOULD_BE = (
    r"(?:otherwise )?(?:would(?: otherwise)?|needs? to|ha(?:s|ve) to|ought to|should|must) (?:(?:have|need) to )?be\b"
)
_IS_OR_WOULD_BE = compiled(
    # "Is hospitalized for suicidality, or would otherwise be"; who "has been" in one may have left it.
    rf"\b(?:is|are|was|be) {_IN_IT}[^.;,]{{0,30}},? or {_WOULD_BE}"
    r"|\b(?:is|are|was|has been|have been|be),? or (?:otherwise )?(?:would(?: otherwise)?|needs? to|ha(?:s|ve) to|"
    r"ought to|should|must) be,? (?:hospitali|admitted)"
    # "Would have to be hospitalized, or already is", "needs to be in a hospital, or is in one".
    rf"|\b{_WOULD_BE} (?:hospitali|admitted|in (?:an? |the )?(?:\w+ )?hospital\b)[^.;]{{0,60}}?,? or "
    r"(?:(?:already|now|currently) )?(?:is|are|has been)\b(?: (?:in one|in 1|so|already))?(?=\W*$|,| because| due| for)"
    # "Admission is needed, or has already begun".
    r"|\b(?:hospitali[sz]ation|admission)\b[^.;]{0,40}\b(?:needed|required|warranted|indicated|necessary)\b[^.;]{0,30}"
    r"\bor (?:has|is|was) (?:already )?(?:begun|started|under ?way|taken place)\b"
    # "Is in a psychiatric hospital, or needs one"; "is in, or in need of, a hospital bed".
    rf"|\b(?:is|are|was) (?:in|on) (?:an? |the )?(?:\w+ )?(?:hospital|inpatient unit|{_WARD})\b[^.;]{{0,60}}?,? or "
    r"(?:needs?|requires?) (?:one|1|it|that|such)\b"
    r"|\b(?:is|are) (?:in|on),? or (?:in need of|needs?|requires?),? (?:an? |the )?(?:\w+ )?(?:hospital|inpatient|"
    rf"{_WARD})"
)
# Where the drug is given, unless it is the patient who is in it: "is in an acute inpatient setting for suicidality".
_SETTING = compiled(r"\binpatient settings?\b")
_IN_SETTING = compiled(
    one_of(
        rf"\b{PERSON}\b{near(30)}\b(?:in|left|from|to) (?:an? |the )?(?:\w+ ){{0,2}}inpatient setting",
        rf"\binpatient settings?\b{near(20)}\b(?:because|due to|for|on account|after|following)\b{near(25)}\bsuicid",
    )
)
# "Treatment is begun in a hospital, as an inpatient, or in an emergency department": where the doses are given.
_PLACES_OF_A_START = compiled(
    rf"^(?!.*\b(?:{PERSON}|discharg\w*|released?|leaving|left|admission|admitted|hospitali[sz]\w*|suicid\w*)\b)"
    r"(?=.*\b(?:beg[aiu]ns?|start\w*|initiat\w*|given)\b)"
    r"(?=.*\b(?:inpatient|hospital)\b).*\b(?:emergency|(?:or|in|at) (?:an |the )?ed)\b"
)
# "… whether or not a bed is found", "…, admitted or not": the need is asked for, and no stay.
_EITHER_WAY = compiled(r",?\s*\bwhether or not\b[^.;,]*|,?\s*\b(?:admitted|hospitali[sz]ed) or not\b")
# "It does not replace a stay in hospital", "hospital care may still be needed", "… may still have to be admitted".
_NO_SUBSTITUTE = compiled(
    r"\bnot (?:\w+ ){0,3}(?:replace|preclude|hospital)|\bnot (?:\w+ )?(?:take the place of|stand in for)\b"
    r"|\b(?:hospital\w*|inpatient)\b[^.;,]{0,30}\b(?:may|might|can|could) (?:still |nevertheless |nonetheless )"
    r"|\b(?:may|might|can|could) (?:still|nevertheless|nonetheless) (?:need|require|have to|be|call)\b[^.;,]{0,30}"
    r"\b(?:hospital|inpatient|admi(?:tted|ssion))"
)

# "Is not an inpatient at present", "has no suicidal plan that would need admission": the contrary is asked for.
_CONTRARY = compiled(
    r"^(?!.*\b(?:discharg\w*|releas\w*|leaving|left)\b)"
    r".*(?:\b(?:is|are|be) not (?:\w+ ){0,2}(?:hospitali[sz]ed|admitted|in (?:an? |the )?(?:\w+ )?hospital|"
    r"(?:an? (?:\w+ )?)?inpatients?\b)"
    r"|\bno\b[^.;,]{0,40}\b(?:plan|intent|ideation|thoughts?|behaviou?r|risk)\b[^.;,]{0,30}"
    r"\b(?:requir|need|warrant|call)\w*[^.;,]{0,25}\b(?:hospital|inpatient|admi(?:tted|ssion))"
    r"|\bdo(?:es)? not (?:\w+ ){0,2}(?:need|require|warrant)\b[^.;,]{0,25}\b(?:hospital|inpatient|admi(?:tted|ssion)))"
)


def read(clause: Clause) -> Iterator[Finding]:
    """Acuity demanded by a clause, each form named being one finding."""
    words = _EITHER_WAY.sub("", clause.plain)
    # Their words are known by now, which those of the lead-in and the clause together are not.
    if not any(form.may_match(words) for form in (_INTENT, _RECENT, _HOSPITAL_LEVEL, _IS_OR_WOULD_BE)):
        return
    if not _IS_ABOUT_SUICIDE.search(f"{clause.about} {words}") or _asks_nothing_of_a_patient(words):
        return
    if _INTENT.search(words):
        yield Finding("mdsi_acuity", "intent")
    if _IS_OR_WOULD_BE.search(words):
        yield Finding("mdsi_acuity", "hospital_level")
        return
    for part in words.split(" or ") if _RECENT.search(words) and _are_alternatives(words) else (words,):
        if _is_hospital_level(part):
            yield Finding("mdsi_acuity", "hospital_level")
        elif _RECENT.search(part):
            yield Finding("mdsi_acuity", "inpatient_or_recent_discharge")


def _asks_nothing_of_a_patient(words: str) -> bool:
    setting = _SETTING.search(words) and not _IN_SETTING.search(words)
    return bool(setting or _NO_REQUEST.search(words) or _PLACES_OF_A_START.search(words) or _CONTRARY.search(words))


def _is_hospital_level(words: str) -> bool:
    return bool(_HOSPITAL_LEVEL.search(words)) and not (_RECENT.search(words) or _NO_SUBSTITUTE.search(words))


def _are_alternatives(words: str) -> bool:
    """Whether "or" sets the need of a hospital beside a stay in one ("needs a bed or is already in a hospital")."""
    parts = words.split(" or ")
    return any(map(_is_hospital_level, parts)) and any(map(_RECENT.search, parts))
