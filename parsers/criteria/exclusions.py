"""Conditions that bar coverage, and remission from a substance use disorder."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.any_of import any_of
from parsers.criteria.conditions import (
    ALSO_USES,
    NOT_OF_AN_ORGAN,
    bars_nobody,
    in_their_own_words,
    named,
    up_to_denial,
    with_its_proviso,
)
from parsers.criteria.listed_bars import (
    GROUNDS_FOR_DENIAL,
    NOBODY,
    NOTHING_GRANTED,
    REFUSES_IF,
    REFUSES_TREATMENT_IF,
    TO_PEOPLE,
    is_barring_label,
    is_neutral,
    under_exclusion,
)
from parsers.criteria.remission import is_said_to_remit, lengths_of_remission, suffices
from parsers.criteria.remnant_wording import UNMET
from parsers.criteria.vocabulary import GRANTED, PEOPLE, PERSON, near, one_of
from parsers.criteria.wording import Clause, Finding
from parsers.each_use import OF_EACH, USE
from parsers.negations import affirmed, is_lifted_bar
from parsers.patterns import compiled
from parsers.phases import is_never_renewed

_DENIES = compiled(
    r"\b"
    + one_of(
        "no", "not", "never", "without", "none", "neither", "nor", "absence of", "free(?:dom)? (?:of|from)",
        r"nothing in (?:the|his|her|their)(?: or her)? (?:\w+ )?(?:history|records?|chart)", "lacks?",
        "negative for", r"negative(?= (?:\w+ ){0,2}pregnancy)", "denies", "excludes", "isn't", "doesn't",
        # "You cannot have a personality disorder", "cannot be pregnant": no word on who "cannot have TMS".
        r"cannot (?:have(?= (?:an?|any|active)\b(?!.*\b(?:therapy|infusion|drugs?)\b))|be(?= (?:any|pregnant)\b))",
    )
    + r"\b"
)  # fmt: skip
_DENIED_AFTER = compiled(
    r"(?<=\w )(?:absent|ruled out|excluded)\W*$"
    r"|\b(?:(?:has|have) been|is|are|was|were) (?:both |all |each )?(?:ruled out|excluded|absent|lacking"
    r"|negative(?! for\b)"
    r"|not present|denied(?! (?:if|when|where|for|to|in|unless)\b)"
    r"|not (?:in|part of) (?:the|his|her|their) (?:\w+ )?(?:history|record|chart)"
    r"|not the (?:principal|primary|main|only) (?:diagnosis|problem|condition)"
    r"|not (?:found|seen|known|recorded|documented|diagnosed|on record)(?! (?:to (?:have|be)|with)\b))\b"
    r"|\b(?:must|may|shall|should) (?:not be (?:present|there|active)|be absent|(?:first )?be ruled out)\b"
    r"|\b(?:has|have) (?:never|not) been (?:diagnosed|found|seen|recorded|documented|present)\b(?! with)"
)
# "A psychological evaluation that rules out psychosis": what a person or an examination finds absent.
_RULES_OUT = compiled(
    r"\b(?:evaluation|assessment|exam(?:ination)?|interview|test(?:ing)?|screen(?:ing)?|work-?up|imaging|psychiatrist|"
    r"psychologist|prescriber|physician|provider|clinician|specialist)s?\b[^.;:]{0,50}?\b"
    r"(?:(?:rul(?:es?|ed|ing)|to rule) out|exclud(?:es?|ed|ing)) "
    r"(?!(?:\w+ )?(?:other|alternative|secondary|coverage|approval|treatment|"
    r"therapy|use|esketamine|spravato|drug|spray)\b)(?P<what>.*)$"
)
# A line of a table or form: "Psychosis: none".
_NONE_OF_IT = compiled(
    r"^\W*(?P<what>[^.;:]{3,60}): (?:none(?: known| present| allowed)?|absent|ruled out|negative|not "
    r"(?:present|allowed)"
    r"|must be absent|never)(?=\W*$|[,;] )"
)
_NOT_ABOUT_A_CONDITION = compiled(
    r"^not (?:\w+ ){0,2}(?:monotherapy|respon|improv|a candidate|studied|established)"
    # "Not shown to reduce suicidal ideation" is said of the drug.
    r"|^(?:not|never) (?:\w+ ){0,2}(?:shown|found|known|proven|proved|demonstrated|expected|believed)(?: \w+ly)? to "
    r"(?!(?:be|have|carry|suffer|abuse|misuse|use|take)\b)"
    r"|^(?:no|without|not) (?:\w+ ){0,3}(?:authori[sz]ation|approval|precertification|referral|request|review)\b"
    r"|^no (?:\w+ ){0,2}(?:compendi|stud(?:y|ies)|trials?\b|label|polic|guideline|data\b)"
)
# A question of a form ("Does the member have dementia?") about what bars: the answer that admits is no.
_ASKED = compiled(r"^\W*(?:\d+\W+)?(?:does|do|has|have|is|are|was|were)\b.*\?\W*$")
_THE_DRUG = r"(?:spravato|esketamine|ketamine|treatment|therapy|drug|spray|medication|coverage)"
# "Members with … fall outside these standards."
OUTSIDE_RULES = (
    r"outside (?:of )?(?:the|this|these|our|both|all)(?: of (?:the|these))? (?:\w+ )?"
    r"(?:polic(?:y|ies)|standards?|criteria|tables?|guidelines?|rules|programs?|lists?|coverage)"
)
_REFUSAL = one_of(
    r"(?:can)?not (?:be )?(?:covered|approved|authorized|eligible|recommended|indicated|provided|considered|"
    r"paid(?: for)?|payable)",
    # "Approval cannot be given if there is …".
    r"(?:approval|coverage|authori[sz]ation|payment)s? (?:is |are |can |may |will |shall )?(?:can)?not (?:be )?"
    r"(?:given|granted|issued)",
    r"exclu(?:de|ded|des|sion|sions)", "ineligible", "deni(?:ed|al)", "refused", "withheld",
    r"contraindicat\w+", r"disqualif\w+",
    rf"not (?:\w+ ){{0,2}}candidates?\b(?! for (?!(?:the |this |such )?{_THE_DRUG}))",
    r"not (?:\w+ )?(?:suitable|appropriate)", "unsuitable",
    r"(?:should|must|may|can|will) ?not (?:receive|be given|be treated with|get|take|use)"
    rf"(?= (?:it|(?:\w+ )?{_THE_DRUG})\b|\W*$)",
    r"makes? (?:the |a )?\w+ (?:unsuitable|ineligible)", OUTSIDE_RULES, "turned (?:down|away)", "left out",
    r"(?:closed|not open) to",
    "will be denied", r"(?:do|does|would|will|may|can) ?not qualify", NOTHING_GRANTED,
    "(?:rule|rules|ruled) out (?:coverage|approval|treatment|therapy|use|esketamine|spravato|the (?:drug|spray))",
    r"(?:rules?|ruled) (?:(?:it|them)|(?:the|this|out the) \w+) out",
    r"(?:bars?|prevents?|precludes?|prohibits?) (?:coverage|approval|treatment|therapy|use|esketamine|spravato"
    r"|the \w+)",
)  # fmt: skip
_BARS = compiled(rf"\b{_REFUSAL}\b")
# "… are outside both tables and are not authorized".
_REFUSED_TWICE = compiled(
    rf"(?P<refusal>\b{_REFUSAL}),? and (?:(?:is|are|will be|so|therefore|thus) )*(?:not|never) [\w ]{{3,40}}(?=\W*$)"
)
_CONDITIONS_APPLY = one_of(
    rf"{PEOPLE} (?:who (?:has|have|had|is|are)|with|having|whose)\b(?! (?:\w+ ){{0,4}}(?:criteria|requirements))",
    rf"(?:if|when|where) (?:the |a |an )?{PERSON} (?:has|is|had)\b",
    r"(?:if|when|where|while) you(?: have|'ve| are|'re| had)\b",
    r"in the presence of\b",
    r"(?:if|when|where) any (?:1|one )?of the (?:following|conditions below) (?:\w+ )?"
    r"(?:appl|is|are|present|has|have|occur|exist)",
    r"any of (?:the following|these) (?:conditions|contraindications|apply|is present|are present|exclusions)",
    TO_PEOPLE,
)
_IS_ADMITTED = (
    r"(?:(?:may|can|will|shall|is|are)(?: be)? (?:approved|covered|authorized|eligible|accepted|treated|considered)"
    r"|(?:may |can |will )?qualif(?:y|ies))"
)
# "Whichever form is used, a member with … is not authorized."
_WHICHEVER = r"(?:(?:whichever|whatever|no matter|regardless|in (?:every|any|each) case)\b[^.;:,]{0,40}, )?"
# A condition, not a treatment that is wanting or an age.
_HAS_IT = r"(?:(?!\b(?:not|no|fail\w*|without|fewer|less|under|younger|below|older|over|unless)\b)[^.;:])"
_BARS_PATIENTS = any_of(
    rf"{REFUSES_IF}|^\W*(?:\w+ )?{GROUNDS_FOR_DENIAL}\W*$|"
    rf"\b(?:(?:can)?not (?:be )?{GRANTED}"
    r"|not (?:(?:be|considered|deemed) )?(?:medically (?:necessary|appropriate)|appropriate)"
    rf"|not (?:cover|approve|authorize|recommend|provide|allow|pay for|open to)|closed to|excluded|{NOTHING_GRANTED}"
    r"|you (?:can ?not|can't|may not|will not|won't|should not) (?:get|have|receive|use|take|be given)"
    rf"|exclusions?|ineligible|denied|refused|withheld|contraindicated)\b[^.;:]{{0,70}}\b(?:{_CONDITIONS_APPLY})"
    # e.g. "If the patient has …, coverage will not be provided"
    # e.g. "Members with … do not qualify"
    rf"|^\W*{_WHICHEVER}(?:(?:the|any|all|an?) )*(?:{PEOPLE}|{PERSON}) "
    r"(?:with|having|in whom|who (?:have|has|had|are|is)) "
    rf"{_HAS_IT}{{2,160}}?"
    r"\b(?:(?:do|does|will|can) ?not qualify|not (?:be )?(?:approved|covered|authorized|eligible|accepted|admitted|"
    r"candidates?|considered|treated)"
    rf"|ineligible|excluded|barred|disqualified|refused|turned (?:away|down)|left out|{OUTSIDE_RULES})\b"
    # e.g. "No member with … may be approved"
    rf"|^\W*{NOBODY} (?:with|having|in whom|who (?:have|has|had|are|is)) {_HAS_IT}{{2,160}}?"
    rf"\b{_IS_ADMITTED}\b"
    rf"|^\W*(?:if|when|where) (?:the |a |an )?{PERSON} (?:has|is|had)\b[^.;:]{{0,100}}, "
    rf"[^.;:]{{0,40}}\b(?:not (?:be )?(?:covered|approved|authorized|provided|granted)|denied)\b"
    r"|\bexclusion criteria\b[^.]{0,60}:\s*$"
    rf"|{REFUSES_TREATMENT_IF}"
    # e.g. "Any of the following disqualifies the member: …"
    r"|^\W*(?:any|each|either|one)(?: one)? of (?:the following|these)(?: \w+)? "
    r"(?:disqualif|exclud|bars?\b|preclud|rules? out)",
    flags=re.IGNORECASE,
)
_NO_SUCH_PERSON = compiled(
    rf"^\W*{NOBODY} (?:with|having|in whom|who (?:have|has|had|are|is)) (?P<what>{_HAS_IT}{{2,160}}?) "
    rf"{_IS_ADMITTED}\b"
)
# What is lifted from the bar, or never in it: "…, except in remission", "…, tobacco excepted".
_SET_ASIDE = compiled(
    r"\b(?:unless|except|apart from|not counting|not including)\b"
    r"|, (?:[\w/-]+ ){1,4}(?:excepted|aside|apart|not (?:counted|included))\b"
)
_BARS_UNLESS = compiled(r"\b(?:unless|except|not met|do(?:es)? not meet|other than)\b", re.IGNORECASE)

# "… are not candidates for this treatment" says what is refused, not to whom.
_OF_THE_DRUG_ONLY = rf"(?! for (?:the |this |such )?(?:\w+ )?{_THE_DRUG}\W*$)"
_FOLLOWS = compiled(
    rf"{_OF_THE_DRUG_ONLY}(?:(?!\b(?:unless|except)\b)[^.;]){{0,70}}?\b(?:{PEOPLE}|{PERSON}|with|of|for|"
    rf"include|:|in|you|there (?:is|are)) "
)

# "A request for acute suicidal ideation is denied when:": the use that is asked for bars nobody.
_LEADS_IN_REASONS = compiled(
    r"^\W*(?:\w+ ){0,3}(?:requests?|claims?|authori[sz]ations?|coverage|approval|use|treatment) (?:for|of|in)\b[^.;:|]*"
    r"\b(?:deni(?:ed|al)|refused|rejected|not (?:be )?approved)(?: by \w+)? (?:if|when|where|whenever|as soon as)\b"
    r"[^.;:|]{0,40}\W*$"
)

# "Therapy, for resistant depression and suicidality alike, will be denied if there is a history, at any time, of any of
# the following:": the uses before the refusal bar nobody.
_LEADS_IN_HISTORIES = compiled(
    rf"\b{_REFUSAL} (?:if|when|where|whenever)\b[^.;:|]*\b(?:of|has|have|had|shows?|is|are) "
    r"(?:(?:any|one|1|either) of )?(?:the following|these)\b[^.;|]{0,30}$"
)

_AUXILIARY = compiled(r" (?:is|are|will be|must be|should be)? *$")


# What lifts an exclusion: whatever it holds "unless", the prescriber's judgement, or the condition being treated.
_LIFTED = compiled(
    r"\b(?:unless|(?:except|save) (?:when|if|where|that))\b \w+ \w+|\(exceptions? (?:is|are|may|can)\b|"
    # A "contraindication or bar to treatment" lifts nothing.
    r"\b(?:unless|except(?: when| if| where)?|or(?! (?:\w+ ){0,2}(?:to|for|against) (?:treatment|therapy)\b"
    r"| (?:more|longer|older|greater|above|over|higher|less|fewer)\b))\b"
    r"[^;]*\b(?<!not )(?<!not be )(?<!not been )(?<!poorly )(?<!inadequately )"
    + one_of(
        "benefit", "outweigh", "risk", "opinion", "judg", "document", "clear", "approv", "treated",
        r"treatment(?![- ]resist|[- ]refract)",
        "stable",
        "controlled", "rationale", "specialist", "remission", "recovery", "consider",
    )
)  # fmt: skip
_UNTREATED = compiled(
    r"\bnot,? (?:(?:currently|presently|now|actively|adequately|yet|at present|at this time|being|otherwise),? )*"
    r"(?:treated|controlled|managed|in treatment|stable|medically managed)"
)
_PRESSURE_CONTROLLED = compiled(
    rf"\b(?:blood pressure|hypertension)\b{near(25)}(?<!not )(?<!un)"
    r"\b(?:(?:well |adequately )?controlled|under control|(?:well|adequately|properly) (?:managed|treated))\b"
    # e.g. "blood pressure is not uncontrolled"
    r"|\b(?:blood pressure|hypertension) (?:(?:is|was|must|may|should|be) )+not (?:be )?(?:un|poorly |"
    r"badly )controlled\b"
)
# Harm that a renewal must be free of, with its examples: the drug's, and no condition of the patient.
_OF_THE_DRUG = compiled(
    r"\b(?:unacceptable|intolerable|limiting|serious|severe|significant) "
    r"(?:drug )?(?:toxicit|adverse|side[ -]effect|effects)"
)
# Examples of what must be absent are named like the rest: "none of the contraindications (e.g., aneurysm)".
_NAMES_CONTRAINDICATIONS = compiled(
    r"\b(?:no|none|without|not|never|free|absence)\b[^.;(]*\bcontraindications?\b"
    r"[^.;(]{0,40}\((?:e\.?g|such as|for example|including)"
)
_TRIED_INSTEAD = compiled(
    rf"\b(?:augment|adjunct\w* (?:therap|agent))|\b{NOT_OF_AN_ORGAN}fail"
    r"|\b(?:intoleran|hypersensitiv|contraindicat)\w*[^.;]{0,80}\bantidepress"
)

# "No trial is needed of a drug to which the patient is allergic": that patient is let off, and not barred.
_TRIAL_EXCUSED = compiled(
    r"\b(?:trials?|steps?|failures?)\b[^.;]{0,20}\b(?:not|never) (?:be )?(?:needed|required|necessary|asked"
    r"|tried)\b[^.;]{0,80}"
    r"\b(?:allerg|hypersensitiv)|\bno (?:trial|step|failure)\b[^.;]{0,80}\b(?:allerg|hypersensitiv)"
)


# "Not approved for: members with psychosis".
_REFUSED_FOR = compiled(
    r"\W*(?:is |are )?not (?:to be )?(?:approved|covered|authori[sz]ed|recommended|allowed|given)(?: for| in| to)?\W*",
    re.IGNORECASE,
)
_OPENS_WITH_PEOPLE = compiled(
    rf"\W*(?:any |all )?{PEOPLE} (?:with|who|whose|having|under|over|below|younger|aged)\b", re.IGNORECASE
)


# "… whatever else is met", "…, with either diagnosis, …": the same for all of them.
ALL_THE_SAME = compiled(
    r",? (?:whatever|no matter what) else is (?:met|true|shown|satisfied),?"
    rf"|,? {OF_EACH} {USE},?",
    re.IGNORECASE,
)


def bars_patients(text: str) -> bool:
    """Whether a sentence or lead-in refuses patients for a condition they have, rather than a use of the drug."""
    text = ALL_THE_SAME.sub("", affirmed(text))
    barred = _BARS_PATIENTS.search(text) or _bars_by_label(text)
    return bool(barred) and (is_lifted_bar(text) or not _BARS_UNLESS.search(text))


def _bars_by_label(text: str) -> bool:
    """Whether a line bars the conditions behind its label, one of which at least is no use of the drug."""
    label, colon, rest = text.partition(":")
    if _REFUSED_FOR.fullmatch(label) and not _OPENS_WITH_PEOPLE.match(rest):
        return False
    return (
        bool(colon)
        and (is_barring_label(label) or bool(_REFUSED_FOR.fullmatch(label)))
        and bool(set(named(rest.lower())) - ALSO_USES)
    )


def _scope(words: str) -> str:
    """The part of a clause in which a condition that is named is denied; "" when nothing is."""
    words = _REFUSED_TWICE.sub(r"\g<refusal>", words)
    if nobody := _NO_SUCH_PERSON.match(words):
        return nobody["what"]
    if ruled_out := _RULES_OUT.search(words):
        denied = _DENIES.search(words)
        return words[min(ruled_out.start("what"), denied.start() if denied else len(words)) :]
    denies, bars, after = _DENIES.search(words), _BARS.search(words), _DENIED_AFTER.search(words)
    if after and not (denies and denies.start() < after.start()):
        return words[: after.start()]
    if bars and (not denies or bars.start() <= denies.start() < bars.end()):
        return words[bars.end() :] if _FOLLOWS.match(words[bars.end() :]) else _AUXILIARY.sub("", words[: bars.start()])
    for denial in _DENIES.finditer(words):
        scope = words[denial.start() :]
        if not _NOT_ABOUT_A_CONDITION.search(scope) or re.search(r"\bhistory\b|\bdiagnos", scope):
            return scope
    return words if _ASKED.search(words) else ""


def read(clause: Clause) -> Iterator[Finding]:
    """Conditions a clause bars. A condition that is merely named ("history of psychosis, and …") bars nothing."""
    words = clause.words if _NAMES_CONTRAINDICATIONS.search(clause.words) else clause.plain
    words = with_its_proviso(words, _DENIES)
    remission = tuple(lengths_of_remission(clause.plain))
    yield from remission
    if _PRESSURE_CONTROLLED.search(words):
        yield Finding("exclusion", "uncontrolled_hypertension")
    if (
        _OF_THE_DRUG.search(words)
        or _TRIAL_EXCUSED.search(words)
        or bars_nobody(words)
        or _LEADS_IN_REASONS.search(words)
    ):
        return
    if absent := _NONE_OF_IT.match(words):
        asked = (name for name in named(absent["what"]) if not (remission and name == "substance_use_disorder"))
        yield from (Finding("exclusion", name) for name in asked)
        return
    listed = under_exclusion(clause.topic)
    if listed and is_neutral(words):
        return
    # An item of a list of bars may be a whole refusal itself ("No coverage is given to a member with …").
    whole = bars_patients(words) or _LEADS_IN_HISTORIES.search(words)
    scope = (_scope(words) if whole else "") or words if listed else _scope(words)
    # What has failed before the denial of a condition ("two drugs have failed, and has none of …") is no part of it.
    about = scope if _DENIES.match(scope) else words
    if not scope or (_TRIED_INSTEAD.search(up_to_denial(about)) and not listed):
        return
    barred = _SET_ASIDE.split(scope)[0]
    excused = bool(remission) and suffices(words, listed=listed, denies=bool(_DENIES.search(words)))
    remits = bool(remission) and not listed and is_said_to_remit(words)
    conditions = [name for name in named(barred) if not ((excused or remits) and name == "substance_use_disorder")]
    yield from (Finding("exclusion", name) for name in conditions)
    # "There is no continuation for acute suicidality" bars no condition.
    # ... nor does "failure to meet the criteria for renewal".
    if not (excused or is_never_renewed(clause.text) or UNMET.search(clause.text)):
        yield from (Finding("exclusion", name) for name in in_their_own_words(barred, listed=listed))


# "…, for which no request under A or B is approved": the bar again, and nothing that lifts it.
_NEVER_GRANTED = compiled(
    r"\bno (?:requests?|coverage|approvals?|treatment)\b[^;:,]*?\b(?:approved|granted|considered)\b"
)


def is_overridable(clause: Clause) -> bool:
    """Whether the prescriber's judgement, treatment or control of the condition lifts the exclusion."""
    words = _NEVER_GRANTED.sub("", with_its_proviso(clause.plain, _DENIES))
    lifted = _LIFTED.search(up_to_denial(words))
    return bool(lifted or (_BARS.search(clause.plain) and _UNTREATED.search(clause.plain)))
