"""How payers word that a condition is absent, or that it bars whoever has it. Words only, for `exclusions`."""

from __future__ import annotations

import re

from parsers.criteria.listed_bars import (
    GROUNDS_FOR_DENIAL,
    NOBODY,
    NOTHING_GRANTED,
    REFUSES_IF,
    TO_PEOPLE,
)
from parsers.criteria.vocabulary import GRANTED, PEOPLE, PERSON, one_of
from parsers.language.any_of import any_of
from parsers.language.each_use import OF_EACH, USE
from parsers.language.patterns import compiled

DENIES = compiled(
    r"\b"
    + one_of(
        "no", "not", "never", "without", "none", "neither", "nor", "absence of", "free(?:dom)? (?:of|from)",
        r"nothing in (?:the|his|her|their)(?: or her)? (?:\w+ )?(?:history|records?|chart)", "lacks?",
        r"silent (?:as to|about|on|regarding|with regard to)",
        r"nothing (?:in|since|about|on|from|during) [\w' -]{2,40}? (?:points? to|hints? at|suggests?|indicates?)",
        "negative for", r"negative(?= (?:\w+ ){0,2}pregnancy)", "denies", "excludes", "isn't", "doesn't",
        # "You cannot have a personality disorder", "cannot be pregnant": no word on who "cannot have TMS".
        r"cannot (?:have(?= (?:an?|any|active)\b(?!.*\b(?:therapy|infusion|drugs?)\b))|be(?= (?:any|pregnant)\b))",
    )
    + r"\b"
)  # fmt: skip
DENIED_AFTER = compiled(
    r"(?<=\w )(?:absent|ruled out|excluded)\W*$"
    r"|\b(?:(?:has|have) been|is|are|was|were) (?:both |all |each )?(?:ruled out|excluded|absent|lacking"
    r"|negative(?! for\b)"
    r"|not present|denied(?! (?:if|when|where|for|to|in|unless)\b)"
    r"|not (?:in|part of) (?:the|his|her|their) (?:\w+ )?(?:history|record|chart)"
    r"|not the (?:principal|primary|main|only) (?:diagnosis|problem|condition)"
    r"|not (?:found|seen|known|recorded|documented|diagnosed|on record)(?! (?:to (?:have|be)|with)\b))\b"
    r"|\b(?:must|may|shall|should) (?:not be (?:present|there|active)|be absent|(?:first )?be ruled out)\b"
    # "Psychosis has not emerged since it was begun", "mania did not arise".
    r"|\b(?:(?:has|have) (?:not|never) (?:\w+ly )?(?:emerged|appeared|arisen|developed|occurred|surfaced|come to light|"
    r"shown (?:itself|up)|set in|returned|recurred)"
    r"|did not (?:\w+ly )?(?:emerge|appear|arise|develop|occur|surface|come to light|show up|set in|return|recur))\b"
    r"(?=\W*$|,? (?:since|in|during|while|on|over|after|from|at|with|within|under|so)\b)"
    r"|\b(?:has|have) (?:never|not) been (?:diagnosed|found|seen|recorded|documented|present)\b(?! with)"
)
# "A psychological evaluation that rules out psychosis": what a person or an examination finds absent.
RULES_OUT = compiled(
    r"\b(?:evaluation|assessment|exam(?:ination)?|interview|test(?:ing)?|screen(?:ing)?|work-?up|imaging|psychiatrist|"
    r"psychologist|prescriber|physician|provider|clinician|specialist)s?\b[^.;:]{0,50}?\b"
    r"(?:(?:rul(?:es?|ed|ing)|to rule) out|exclud(?:es?|ed|ing)) "
    r"(?!(?:\w+ )?(?:other|alternative|secondary|coverage|approval|treatment|"
    r"therapy|use|esketamine|spravato|drug|spray)\b)(?P<what>.*)$"
)
# A line of a table or form: "Psychosis: none".
NONE_OF_IT = compiled(
    r"^\W*(?P<what>[^.;:]{3,60}): (?:none(?: known| present| allowed)?|absent|ruled out|negative|not "
    r"(?:present|allowed)"
    r"|must be absent|never)(?=\W*$|[,;] )"
)
NOT_ABOUT_A_CONDITION = compiled(
    r"^not (?:\w+ ){0,2}(?:monotherapy|respon|improv|a candidate|studied|established)"
    # "Not shown to reduce suicidal ideation" is said of the drug.
    r"|^(?:not|never) (?:\w+ ){0,2}(?:shown|found|known|proven|proved|demonstrated|expected|believed)(?: \w+ly)? to "
    r"(?!(?:be|have|carry|suffer|abuse|misuse|use|take)\b)"
    r"|^(?:no|without|not) (?:\w+ ){0,3}(?:authori[sz]ation|approval|precertification|referral|request|review)\b"
    r"|^no (?:\w+ ){0,2}(?:compendi|stud(?:y|ies)|trials?\b|label|polic|guideline|data\b)"
)
# A question of a form ("Does the member have dementia?") about what bars: the answer that admits is no.
ASKED = compiled(r"^\W*(?:\d+\W+)?(?:does|do|has|have|is|are|was|were)\b.*\?\W*$")
_THE_DRUG = r"(?:spravato|esketamine|ketamine|treatment|therapy|drug|spray|medication|coverage)"
# "Members with … fall outside these standards."
_OUTSIDE_RULES = (
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
    "(?:declined|rejected)(?= (?:if|when|where|whenever)\\b)",
    r"contraindicat\w+", r"disqualif\w+",
    rf"not (?:\w+ ){{0,2}}candidates?\b(?! for (?!(?:the |this |such )?{_THE_DRUG}))",
    r"not (?:\w+ )?(?:suitable|appropriate)", "unsuitable",
    r"(?:should|must|may|can|will) ?not (?:receive|be given|be treated with|get|take|use)"
    rf"(?= (?:it|(?:\w+ )?{_THE_DRUG})\b|\W*$)",
    r"makes? (?:the |a )?\w+ (?:unsuitable|ineligible)", _OUTSIDE_RULES, "turned (?:down|away)", "left out",
    r"(?:closed|not open) to",
    "will be denied", r"(?:do|does|would|will|may|can) ?not qualify", NOTHING_GRANTED,
    "(?:rule|rules|ruled) out (?:coverage|approval|treatment|therapy|use|esketamine|spravato|the (?:drug|spray))",
    r"(?:rules?|ruled) (?:(?:it|them|someone|anyone|spravato|esketamine)|(?:an?|the|this|out the) \w+) out",
    r"(?:bars?|prevents?|precludes?|prohibits?) (?:coverage|approval|treatment|therapy|use|esketamine|spravato"
    r"|the \w+)",
)  # fmt: skip
BARS = compiled(rf"\b{_REFUSAL}\b")
# "… are outside both tables and are not authorized".
REFUSED_TWICE = compiled(
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
BARS_PATIENTS = any_of(
    rf"{REFUSES_IF}|^\W*(?:\w+ )?{GROUNDS_FOR_DENIAL}\W*$|"
    rf"\b(?:(?:can)?not (?:be )?{GRANTED}"
    r"|not (?:(?:be|considered|deemed) )?(?:medically (?:necessary|appropriate)|appropriate)"
    rf"|not (?:cover|approve|authorize|recommend|provide|allow|pay for|open to)|closed to|excluded|{NOTHING_GRANTED}"
    r"|you (?:can ?not|can't|may not|will not|won't|should not) (?:get|have|receive|use|take|be given)"
    rf"|exclusions?|ineligible|denied|refused|withheld|(?:declined|rejected)(?= (?:if|when|where|whenever)\b)"
    rf"|contraindicated)\b[^.;:]{{0,70}}\b(?:{_CONDITIONS_APPLY})"
    # e.g. "If the patient has …, coverage will not be provided"
    # e.g. "Members with … do not qualify"
    rf"|^\W*{_WHICHEVER}(?:(?:the|any|all|an?) )*(?:{PEOPLE}|{PERSON}) "
    r"(?:with|having|in whom|who (?:have|has|had|are|is)) "
    rf"{_HAS_IT}{{2,160}}?"
    r"\b(?:(?:do|does|will|can) ?not qualify|not (?:be )?(?:approved|covered|authorized|eligible|accepted|admitted|"
    r"candidates?|considered|treated)"
    rf"|ineligible|excluded|barred|disqualified|refused|turned (?:away|down)|left out|{_OUTSIDE_RULES})\b"
    # e.g. "No member with … may be approved"
    rf"|^\W*{NOBODY} (?:with|having|in whom|who (?:have|has|had|are|is)) {_HAS_IT}{{2,160}}?"
    rf"\b{_IS_ADMITTED}\b"
    rf"|^\W*(?:if|when|where) (?:the |a |an )?{PERSON} (?:has|is|had)\b[^.;:]{{0,100}}, "
    rf"[^.;:]{{0,40}}\b(?:not (?:be )?(?:covered|approved|authorized|provided|granted)|denied)\b"
    r"|\bexclusion criteria\b[^.]{0,60}:\s*$"
    # e.g. "Any of the following disqualifies the member: …"
    r"|^\W*(?:any|each|either|one)(?: one)? of (?:the following|these)(?: \w+)? "
    r"(?:disqualif|exclud|bars?\b|preclud|rules? out)",
    flags=re.IGNORECASE,
)
NO_SUCH_PERSON = compiled(
    rf"^\W*{NOBODY} (?:with|having|in whom|who (?:have|has|had|are|is)) (?P<what>{_HAS_IT}{{2,160}}?) "
    rf"{_IS_ADMITTED}\b"
)
# "… are not candidates for this treatment", "… for coverage of Spravato": what is refused, not to whom.
_OF_THE_DRUG_ONLY = (
    rf"(?! (?:(?:for|to receive|to get|to start|of) )(?:the |this |such )?(?:\w+ )?{_THE_DRUG}"
    rf"(?: (?:(?:of|with|for|by|using) )?(?:the |this |such )?(?:\w+ )?{_THE_DRUG})*"
    r"(?: (?:under|in|by|through) (?:the|this|our|any)(?: \w+)? (?:polic(?:y|ies)|plan|benefit|program))?\W*$)"
    # "… not approved for it", "… for either use".
    rf"(?! (?:for it|{OF_EACH}(?: {USE})?)\W*$)"
)
FOLLOWS = compiled(
    rf"{_OF_THE_DRUG_ONLY}(?:(?!\b(?:unless|except)\b)[^.;]){{0,70}}?\b(?:{PEOPLE}|{PERSON}|with|of|for|"
    rf"include|:|in|you|there (?:is|are)) "
)

# "A request for acute suicidal ideation is denied when:": the use that is asked for bars nobody.
LEADS_IN_REASONS = compiled(
    r"^\W*(?:\w+ ){0,3}(?:requests?|claims?|authori[sz]ations?|coverage|approval|use|treatment) (?:for|of|in)\b[^.;:|]*"
    r"\b(?:deni(?:ed|al)|refused|rejected|not (?:be )?approved)(?: by \w+)? (?:if|when|where|whenever|as soon as)\b"
    r"[^.;:|]{0,40}\W*$"
)

# "Therapy, for resistant depression and suicidality alike, will be denied if there is a history, at any time, of any of
# the following:": the uses before the refusal bar nobody.
LEADS_IN_HISTORIES = compiled(
    rf"\b{_REFUSAL} (?:if|when|where|whenever)\b[^.;:|]*\b(?:of|has|have|had|shows?|is|are) "
    r"(?:(?:any|one|1|either) of )?(?:the following|these)\b[^.;|]{0,30}$"
)
