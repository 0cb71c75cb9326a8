"""Which lists hold what bars coverage or must be absent, by the words that lead them in."""

from __future__ import annotations

import re
from functools import lru_cache

from parsers.criteria.vocabulary import GRANTED, PEOPLE, PERSON, each_of, one_of
from parsers.language.any_of import any_of
from parsers.language.patterns import compiled

# "Deny if any box is ticked", "Reject when one answer is yes": what refuses a request, in the words of a form.
_REFUSE = one_of(
    "den(?:y|ied|ies)", "refuse[ds]?", "reject(?:ed|s)?", "decline[ds]?", "disapproved?", "turn(?:ed)? down",
    "(?:do|does|will|must|may|should|can) ?not (?:be )?(?:approved?|authori[sz]ed?|covere?d?|pa(?:y|id)|reimbursed?)",
    "never approved?",
    f"not (?:approvable|{GRANTED})",
    "ineligible", "disqualified", "stop", "excluded?",
)  # fmt: skip
# "No coverage, first or later, is given to …"
# "No prior authorization is needed when it is given …" refuses nothing.
_NOT_ASKED_FOR = r"(?! (?:is|are|will be) (?:needed|required|necessary|asked)\b)"
NOTHING_GRANTED = (
    r"no (?:coverage|approvals?|(?:prior )?authori[sz]ations?|payments?|benefits?|renewals?|reauthori[sz]ations?)\b"
    rf"{_NOT_ASKED_FOR}"
    r"[^.;:]{0,50}?\b(?:is|are|will be|may be|can be|shall be) (?:given|granted|issued|made|provided|available|"
    r"due|owed|approved|extended|allowed|offered|payable|considered)"
    # e.g. "no request, first or later, may be approved for a member with any of …"
    r"|no (?:requests?|claims?|members?|patients?|individuals?|persons?|one|1|cases?)\b(?! (?:more|less|longer|later))"
    r"[^.;:]{0,80}?\b(?:is|are|will be|may be|can be|shall be) (?:ever )?(?:approved|covered|authorized|granted|"
    r"accepted|treated|allowed)"
    # e.g. "neither a first course nor a renewal is granted to …"
    r"|neither (?:(?:an?|the|any) )?(?:(?:initial|first|new|later|prior) )?(?:courses?|coverage|approvals?|requests?|"
    r"authori[sz]ations?|treatment|renewals?|re-?authori[sz]ations?|continuations?)\b[^.;:]{0,40}? nor [^.;:]{0,50}?\b"
    r"(?:is|are|will be|may be|can be|shall be) (?:given|granted|issued|made|provided|available|approved|authori[sz]ed|"
    r"covered|extended|allowed|offered|payable|considered)"
)
# "Not approved for an individual:", over who they are ("with psychosis", "who is pregnant").
TO_PEOPLE = rf"\b(?:for|in|to) (?:(?:an?|any|the) )?{PEOPLE}(?=\W*$)"
# "No member with any of the following may be approved"
NOBODY = rf"(?:no (?:{PEOPLE}|{PERSON}|one|1)|nobody)"
# "Denial criteria", "Criteria causing denial", "What leads to a denial", "Denial triggers", "Automatic denial".
_GROUNDS = r"(?:criteria|criterion|reasons?|grounds|causes?|conditions?|circumstances|factors?|findings?|situations?)"
_CAUSES = (
    r"(?:(?:that|which) )?(?:(?:will|would|may|can) )?(?:automatically )?(?:caus(?:e|es|ing)|lead(?:s|ing)? to|"
    r"result(?:s|ing)? in|warrant(?:s|ing)?|trigger(?:s|ing)?|requir(?:e|es|ing)|mean(?:s|ing)?) (?:an? )?"
    r"(?:automatic )?"
)
# A request that goes back for what it lacks is refused for it.
_RETURNED = r"(?:returned|sent back|pended|held|delayed)"
# What is refused; why the drug itself is, is told and bars nobody.
_ASKED = (
    r"(?:(?:an?|the|this|your|any) )?(?:requests?|coverage|approval|authori[sz]ations?|claims?|we)"
    r"(?: (?:may|might|will|can|could|is|are|would|shall|must|not|be))*"
    rf"(?: {_RETURNED},? (?:and|or|and/or))?"
)
GROUNDS_FOR_DENIAL = (
    r"(?:denial (?:criteria|reasons?|grounds|triggers?|conditions|factors)"
    rf"|{_GROUNDS} (?:for|of) (?:an? )?(?:automatic )?(?:denials?|refusals?|non-?approval|disapproval)"
    # "Reasons a request may be denied", "When we deny", "Requests are denied for the following reasons".
    rf"|{_GROUNDS} (?:(?:that|why|for which|in which|under which|when) )?{_ASKED} {_REFUSE}"
    r"|(?:when|why) (?:we|the plan|reviewers) (?:den(?:y|ies)|refuses?|declines?|rejects?)(?=\W*$)"
    rf"|why {_ASKED} {_REFUSE}(?=\W*$)|{_ASKED},? (?:{_REFUSE}|{_RETURNED}),? (?:when|if|where)(?=\W*$)"
    rf"|{_ASKED}(?: for [^.;:]{{3,90}}?)? {_REFUSE} (?:for|on|under|in) (?:(?:any|each|either|one)(?: one)?(?: of)? )?"
    rf"(?:the following|these) {_GROUNDS}"
    rf"|(?:{_GROUNDS}|what) {_CAUSES}(?:denial|refusal)|automatic(?:ally)? (?:denials?|denied)"
    r"|(?:denial|refusal) (?:will (?:occur|result|follow)|occurs|results|follows) (?:if|when|where))"
)
REFUSES_IF = (
    rf"\b{_REFUSE}\b[^.;:]{{0,30}}?\b(?<!even )(?:if|when|where|whenever|as soon as|should)\b"
    r"(?! (?:it is |they are )?(?:used|given|prescribed|administered|requested)\b)[^.;:]{0,30}?"
    r"(?:\b(?:any|one|1|either|a|an|some|yes|the (?:following|below)|of (?:these|the following)|"
    r"these)\b[^.;:]{0,40})?\W*$"
)
_BARS_BY_LABEL = one_of(
    "exclude[ds]?", "excluding", "(?:barred|bars?|barring)(?: by)?", "preclud(?:ed|ing)", "not (?:with|if)",
    "precluded?", "prohibited", "disallowed", "not (?:allowed|"
    "permitted|accepted|acceptable)",
    "rule[sd]? (?:\\w+ )?out", "screen(?:ed)? out", "must be (?:absent|negative)", "must not be present",
    "(?:do(?:es)?|must|should|may|can) not have",
)  # fmt: skip
_BARRING_LABEL = compiled(
    rf"\W*(?:(?:any|patients?|members?|automatically) )?(?:{_BARS_BY_LABEL}|exclusions?|contraindications?"
    r"|not (?:a )?(?:eligible|candidates?|suitable|appropriate)|ineligible|disqualif(?:ied|iers?|ying))"
    r"(?: (?:if|for|are|conditions?|diagnos[ei]s|disorders?|history|comorbidit(?:y|ies)|criteria|(?:any "
    r")?history of))?\W*"
)
# "… without success", "… without an adequate response": said of treatments.
_AVAIL = (
    r"(?:(?:an?|any|much|adequate|sufficient|enough|satisfactory|lasting|clinical|clinically|meaningful) )*"
    r"(?:success|benefit|relief|respon\w+|improvement|remission|effect)\b"
)
_WHAT_IS_BARRED = (
    rf"(?:(?:the|an?|any|all|its|our) )?(?:payment|coverage|approvals?|authori[sz]ations?|treatment|use|requests?|"
    rf"{PEOPLE}|{PERSON})\b"
)
# A lead-in under which each item bars, or must be absent.
_LEADS_IN_BARS = any_of(
    *each_of(
        "none of",
        NOTHING_GRANTED,
        rf"{NOBODY}(?= (?:with|having|in whom|who)\b[^:|]*\b(?:approved|covered|authorized|eligible)\b)",
        r"neither of (?:these|the following)(?= (?:\w+ )?(?:is|are) (?:present|found|known)|\W*$)",
        "no (?:history|evidence|diagnosis|current|active|known)",
        # Of a member who "has no: dementia; psychosis".
        r"(?:has|have|had|having|with|shows?|^) ?(?:no|neither)(?=\W*$)", "negative for(?=\\W*$)",
        "(?:does|do) not have", "not hav(?:e|ing)",
        # "Not without notice": of what the payer may do.
        r"(?<!not )without(?! (?:notice|warning|cause|reason)\b)"
        r"(?! (?:\w+ ){0,3}(?:authori[sz]ation|approval|precertification|referral|request|review)\b)"
        # "Has also done one of these without adequate response:" leads in what has failed.
        rf"(?! {_AVAIL})"
        # "A diagnosis of depression without psychosis when these are met:" leads in what is asked for.
        r"(?! (?:[\w-]+ ){1,6}?(?:when|if|where|and) [^:|]{0,40}"
        r"\b(?:met|satisfied|fulfilled|appl(?:y|ies)|holds?|true)\b)",
        r"absence of(?! (?:an? |any )?(?:\w+ )?(?:response|improvement|benefit|relief|effect|remission)\b)",
        "free (?:of|from)", "has not had", "exclusions?", "excluded (?:if|when|from|for)",
        rf"not (?:be )?{GRANTED}"
        rf"[^:|]*(?:any|with|who|have|has|if|when|presence|there (?:is|are)|{TO_PEOPLE})",
        "not (?:be )?(?:covered|approved|authorized) for (?:any of )?(?:the following|these)",
        r"not (?:(?:be|considered|deemed) )?(?:medically (?:necessary|appropriate)|appropriate)\b[^:|]*"
        r"\b(?:any|with|who|have|has|if|when|presence|whose)",
        rf"not (?:(?:for use|to be used|for|in|given|used) )+(?:any )?{PEOPLE} (?:with|who have|having)",
        "not eligible", "ineligible", "must not", "contraindications?",
        "no (?:approvals?|coverage|authori[sz]ations?|payment) (?:if|where|when|whenever|in the presence|in case)",
        # e.g. "a patient who has one of these is not a candidate", "members with any of these will be denied"
        r"not (?:an? )?(?:(?:suitable|appropriate|good|proper) )?candidates?"
        r"(?! for (?!(?:the |this )?(?:drug|spray|medication|treatment|therapy|esketamine|spravato|ketamine|it)\b))",
        r"not (?:be )?(?:considered|regarded|treated|enrolled|started)(?: (?:as|to be))?(?: an?)?(?: \w+)?"
        r"(?: candidates?)?(?: (?:for|with|on) (?:(?:the|this) )?(?:drug|spray|medication|treatment|therapy|esketamine|"
        r"spravato|ketamine)\b| candidates?\b)",
        rf"(?:{PEOPLE}|{PERSON}) (?:with|having|who (?:has|have)|(?:to|in|for) whom) (?:any|one|1|either)\b"
        r"[^.;:|]{0,60}?\b(?:denied|refused|rejected|turned away|disqualified)",
        r"contraindicated (?:in|for|with)(?=\W*$)",
        rf"contraindicated (?:in|for) (?:(?:an?|any|all|the) )?(?:{PEOPLE}|{PERSON})",
        r"who (?:can(?:'t| ?not)|may not|must not|will not)",
        r"(?:rules?|ruling) (?:it|them|the (?:drug|spray|patient)) out",
        r"(?:rules?|ruling) out (?:treatment|use|cover\w*|approvals?|authori[sz]ation|payment|(?:the|a) request)",
        rf"(?:{PEOPLE}|{PERSON}) with [^:|]{{0,40}}\b(?:do|does|will) not qualify",
        GROUNDS_FOR_DENIAL,
        r"den(?:ied|y|ies)(?: \w+)? (?:if|when|where)",
        "should not (?:receive|be treated|be given|have|get|use|take)",
        "(?:not|never) to be (?:used|given|treated)",
        # "Not used if the patient has any of the following:", "Must not be given when one of these is present:".
        "(?:not|never) (?:to )?(?:be )?(?:used|given|prescribed|administered|started|taken) "
        "(?:if|when|where|whenever|in)",
        "(?:can ?not|never) (?:receive|be (?:given|treated|started))", "never (?:prescribe|give|use)",
        "(?:do|does|will) not (?:approve|cover|authorize|use|give|pay|reimburse)[^:|]*(?:in|for|if|when|to)",
        rf"{_REFUSE}[^|.;:]{{0,30}} (?<!even )(?:if|when|where|whenever|as soon as)",
        "(?:must|should|has to|have to) be absent",
        "disqualif(?:y|ies|ied|ying)",
        "(?:is|are|to be)? ?ruled out(?: by)?", "^absent",
        "(?:conditions?|disorders?|diagnoses|findings|histories) (?:that|which) (?:bars?|excludes?|precludes?|"
        "prevents?|rules? out)",
        "bars? to (?:treatment|coverage|use|approval)",
        f"not for {PEOPLE} (?:with|who have)",
        "any of (?:the following|these) (?:bars?|precludes?|excludes?)",
        # "The following exclude payment:", "payment is barred by any of these:".
        rf"(?:the following|these|each of these)(?: {_GROUNDS})? (?:(?:will|shall|would|each|all|always) )*(?:bars?|"
        rf"excludes?|precludes?|prevents?|blocks?|stops?|prohibits?|rules? out) {_WHAT_IS_BARRED}",
        rf"{_WHAT_IS_BARRED} (?:is|are|will be) (?:excluded|barred|precluded|prevented|ruled out|prohibited) (?:by|in)",
        # The label of a line: "Exclude: psychosis", "Not allowed: dementia".
        rf"{_BARS_BY_LABEL}(?=\W*$)", r"(?:not|never) (?:(?:to be )?(?:used|given|allowed) )?with(?=\W*$)",
        r"not (?:be )?(?:approved|covered|authori[sz]ed|recommended|allowed|given) (?:for|in|to)(?=\W*$)",
    )
)  # fmt: skip
# "Failed, or ruled out by contraindications:" leads in drugs, not conditions.
_FAILED_OR_BARRED = compiled(
    r"\b(?:fail\w*|tried|inadequate|intoleran\w+)\b[^|]*\bcontraindicat"
    # "Has tried, without success:" leads in treatments.
    r"|\b(?:tried|trials?|taken|used|received|attempt\w*|treated)\b[^|]*\bwithout "
    rf"{_AVAIL}"
)
_LEADS_IN_CRITERIA = compiled(
    r"\b(?:unless|except|(?<!not )(?<!not considered )(?<!not deemed )medically necessary"
    r"|(?<!absence of )(?<!free of )(?<!free from )all of)\b"
)
# "… provided that no exclusion below exists and that the individual:" leads in what is asked of the individual.
_NO_BAR_AND_MORE = compiled(
    r"\b(?:no|none of (?:the|our|these)|neither of (?:the|these)|without (?:an?|any)) (?:\w+ )?"
    r"(?:exclusions?|contraindications?|bars?)(?: criteri(?:a|on))?\b[^.;:|]{0,50}?,? and\b"
)
# What only goes on with the lead-in above it: "Documented diagnosis of any of these:".
_NEUTRAL_LEAD_IN = compiled(
    rf"^\W*(?:(?:any|an?|the|all) )?(?:(?:{PEOPLE}|{PERSON}) )?(?:who )?(?:(?:has|have|with|having|meets?) )?"
    r"(?:any|an?|1|either|both|each|or more|of|the|these|those|following|conditions?|history|diagnos[ie]s|"
    r"documented|documentation|confirmed|current|active|known|past|prior|previous|or|evidence|claims?|for|\W)*$"
)
# A lead-in that only says how many of its items are asked for: what they are, the one above it says.
_GENERIC = compiled(r"\b(?:of the following|criteria|conditions|requirements|must meet|below)\b")
_LONGEST_GENERIC = 60

# "…, at a first or a later request:", behind what leads a list in.
_PHASE = r"(?:first|initial|new|later|subsequent|renewal|re-?authori[sz]ation|continu\w+)"
_NOUN = r"(?: (?:requests?|approvals?|authori[sz]ations?|coverage|therapy|treatment|use))?"
_IN_A_PHASE = compiled(
    rf",? (?:at|on|for|in|with) (?:(?:an?|the|any|each|either|both|all) )?{_PHASE}\b{_NOUN}"
    rf"(?:,? (?:or|and) (?:(?:at|on|for|in) )?(?:(?:an?|the|any) )?{_PHASE}\b{_NOUN})?"
    r"(?:,? (?:in|for|under) (?:either|both|any|each|every)(?: of the)? (?:\w+ )?(?:uses?|indications?|conditions?))?"
    r"(?=\W*$)",
    re.IGNORECASE,
)


def is_barring_label(label: str) -> bool:
    """Whether the label of a line says that the conditions behind its colon bar patients ("Exclude: psychosis")."""
    return bool(_BARRING_LABEL.fullmatch(label.lower()))


def without_its_phase(lead: str) -> str:
    """A lead-in without the phase that it names behind what it leads in."""
    return _IN_A_PHASE.sub("", lead)


def goes_on(topic: str, lead: str) -> bool:
    """Whether a lead-in leaves it to the one above it, `topic`, what its items are."""
    generic = topic and len(lead) < _LONGEST_GENERIC and _GENERIC.search(lead)
    return bool(generic) or (is_neutral(lead) and under_exclusion(topic))


def is_neutral(lead: str) -> bool:
    """Whether a lead-in says nothing of what its items are but that somebody has them."""
    return bool(_NEUTRAL_LEAD_IN.match(lead))


# Every item of a list asks it of the same lead-ins.
@lru_cache(maxsize=1024)
def under_exclusion(topic: str) -> bool:
    """Whether the lead-in of a list says that what follows bars coverage or must be absent: the nearest that speaks."""
    for lead in reversed(topic.split("|")):
        words = _NO_BAR_AND_MORE.sub("", without_its_phase(lead.strip()[-200:]))
        if lead.lstrip().startswith("failed ") or _FAILED_OR_BARRED.search(words):
            return False
        if is_barring_label(words) or _LEADS_IN_BARS.stands_in(words):
            return not _LEADS_IN_CRITERIA.search(words)
        if words and not _NEUTRAL_LEAD_IN.match(words):
            return False
    return False
