"""How payers word what stands in a list of criteria and asks nothing of a patient. Words only."""

from __future__ import annotations

import re

from parsers.criteria.document_remnants import OF_THE_DOCUMENT
from parsers.criteria.handling_remnants import OF_HANDLING
from parsers.criteria.own_criteria import OWN_CRITERIA
from parsers.criteria.payer_remnants import OF_THE_PAYER
from parsers.criteria.vocabulary import PEOPLE, PERSON
from parsers.language.any_of import Choice
from parsers.language.patterns import compiled

# What an evidence review measures: "quality of life", "treatment-related mortality".
# "Dosage approved under 2.1 and 2.2.": the title of what stands behind it.
_PART = r"(?:[\d.]+|[A-Z])(?: \([^()]*\))?"
_TITLES_LIMITS = compiled(
    r"^\W*(?:dos(?:e|age|ing)s?|quantit\w+|limits?|lengths?|durations?)(?: \w+){0,2} (?:under|for|in|of) "
    rf"(?:(?:both|sections?|items?|parts?) )*{_PART}(?:(?:,|,? and|,? or) {_PART})*\W*$"
    # The title of a table, numbered as the items beside it are: "Length of coverage.", "Quantity limits".
    r"|^\W*(?:the )?(?:(?:dos(?:e|age|ing)s?|quantit(?:y|ies)|limits?|lengths?|durations?|periods?|terms?|amounts?)"
    r"(?: (?:and|or|&) )?){1,3}(?: limits?)?"
    r"(?: (?:of|for) (?:(?:the|an?|each|every|all|any|initial|first|later|renewal) )*"
    r"(?:coverage|approvals?|authori[sz]ations?|requests?|supply|courses?|benefits?|therapy|treatment))?\W*$"
    r"|^\W*(?:the )?(?:coverage|approval|authori[sz]ation|quantity|supply)s? (?:lengths?|durations?|periods?|terms?|"
    r"limits?|amounts?)\W*$",
    re.IGNORECASE,
)
_OUTCOME = compiled(
    r"^\W*(?:(?:overall|disease[- ]specific|treatment[- ]related|all[- ]cause|change in|health[- ]related|adverse) )?"
    r"(?:survival|mortality|morbidity|morbid events|disease status|functional (?:outcomes|status)|quality of life"
    r"|events|resource utili[sz]ation|medication use|hospitali[sz]ations?|symptoms)\W*$",
    re.IGNORECASE,
)
# A lead-in of a list that stands elsewhere ("… if numbers 1 through 9 hold"), and notes on limits to come.
_LEADS_IN = compiled(
    r"\b(?:medically necessary|covered|approved|approvable|authori[sz]ed)\b[^;]*\b(?:if|when|provided)\b[^;]*"
    r"\b(?:numbers?|items?|points?|lines?|(?:the )?following|criteria|conditions|everything|all)\b[^;]{0,30}"
    r"\b(?:hold|holds|apply|applies|met|below|listed|satisfied|true)\W*$"
    r"|^\W*(?:supply|quantity|dose|dosage) limits? (?:may|might|can|could)\b"
    # e.g. "Spravato is authorized as follows"
    r"|^\W*(?:(?:an?|the|each|all|such|esketamine|spravato|ketamine|it|(?:nasal )?spray|drug|medication|product|"
    r"requests?|approvals?|authori[sz]ations?|coverage) )+(?:is|are|will be|may be|can be) (?:approved|authori[sz]ed|"
    r"granted|given|issued|covered|allowed|limited) as follows\W*$",
    re.IGNORECASE,
)
# "The added criteria for the indication, as listed below": a set that stands elsewhere.
_A_SET = (
    r"(?:(?:the|all|of|general|universal|common|shared|other|added|additional|further|specific|relevant|applicable|"
    r"corresponding|appropriate|(?:indication|diagnosis|use)[ -]specific) )*(?:requirements|criteria|conditions)"
)
_FOR_WHOM = (
    r"(?: (?:for|of|specific to) (?:(?:all|every|both|each|any) [\w-]+|(?:the|its|that|this|each) (?:\w+ )?"
    r"(?:indication|use|diagnosis|request|phase|product)(?: (?:requested|treated|concerned|in question|at hand))?))?"
)
_ELSEWHERE = (
    r"(?:(?:as )?(?:listed|given|stated|set out|found|shown) )?(?:below|above|that follow|(?<=listed )under \w+"
    r"|(?:in|of|under) (?:section|part|table|item) \w{1,4})"
)
# "See section III.", "section B or C below is satisfied", "esketamine is not dealt with in this policy".
_REFERS = compiled(
    r"\b(?:is|are) not (?:dealt with|addressed|discussed|considered|handled|part of|within)\b[^.;]{0,20}"
    r"\bthis (?:policy|guideline|document|bulletin)\b|"
    r"^\W*(?:(?:either|both|one of|the|criteria|requirements|of|in|under) )*(?:section|part|heading|subsection)s?\b"
    r"[^.;:]{0,40}\b(?:below|that follows?)\b[^.;:]{0,12}\b(?:is|are|must be) (?:also )?(?:satisfied|met|fulfilled)"
    r"\W*$|"
    # "The requirements for all members (below) are met": they are asked of every use where they stand.
    rf"^\W*{_A_SET}{_FOR_WHOM},? \(?{_ELSEWHERE}\)?,? (?:(?:must|should|are|is|be|also|all|have|been) )+"
    r"(?:met|satisfied|fulfilled)\W*$|"
    # "The request satisfies the criteria for its indication that follow".
    rf"^\W*(?:the |each )?(?:request|patient|member|client)s? (?:also )?(?:meets?|satisf(?:y|ies)|fulfil\w*) "
    rf"{_A_SET}{_FOR_WHOM},? \(?{_ELSEWHERE}\)?\W*$|"
    r"^\W*(?:the )?(?:request|patient|member)s? (?:meets?|satisf(?:y|ies)|fulfil\w*) (?:all|every|each)(?: of)?"
    r"(?: the)? (?:prior authori[sz]ation )?criteri(?:a|on)\b[^.;]{0,40}\babove\b[^.;]{0,30}\W*$|"
    r"^\W*(?:please )?(?:see|refer to)\b[^.;]{0,60}\b(?:sections?|polic(?:y|ies)|appendix|tables?|below|above"
    r"|pages?|documents?|criteria)\b[^.;]{0,30}\W*$"
    # "See Benefit Considerations": a section by its title; bars that stand elsewhere are asked for all the same.
    r"|^\W*(?:please )?(?:see|refer to) (?:the )?"
    r"(?!.*\b(?:exclusion|contraindication|limitation|restriction|bar)s?\b)"
    r"(?:(?-i:[A-Z])[\w-]* (?:(?:and|of|for|the|&) )?){0,4}(?-i:Considerations|Definitions|Guidelines|Information|"
    r"Notes|Codes|References|Background|Rationale|Description|Instructions|Dosing|Benefits|Coverage)\W*$",
    re.IGNORECASE,
)
# "Carries one of the diagnosis codes in the table": the codes are those of the use.
_CODE_OF_THE_USE = compiled(
    r"^\W*(?:(?:the )?(?:patient|member|client|individual|recipient|enrollee|beneficiary|request|claim) )?"
    r"(?:has|have|carries|bears|shows|includes) (?:an? |(?:at least )?one of (?:the |these )?|any of (?:the |these )?)?"
    r"(?:(?:listed|approved|covered|following|appropriate|ICD-10|ICD-10-CM) )*diagnosis codes?\b[^.;]{0,60}\W*$",
    re.IGNORECASE,
)
# "Ketamine is dealt with in policy 7.2", "infusions have a policy of their own", "for ketamine see MP-446".
_TREATED_ELSEWHERE = compiled(
    r"\b(?:is|are) (?:dealt with|addressed|discussed|handled|described|treated|found|reviewed|the subject of) "
    r"?(?:in|by|under|of)? (?:(?:a|an|the|its|their|separate|another|different|medical|pharmacy|drug|own|coverage) )*"
    r"(?:polic(?:y|ies)|guidelines?|bulletins?|[A-Z]{1,4}[-. ]?\d[\w.-]*)"
    r"|\bha(?:s|ve) (?:a |its own |their own |separate |another )*"
    r"(?:polic(?:y|ies)|rules?|guidelines?|criteria|bulletins?)(?: of (?:its|their) own\b|\W*$)"
    r"|^\W*for [\w ]{3,40},? (?:please )?(?:(?<!\bto )see(?! (?:that|whether)\b)|refer to)\b[^.;]{3,60}\W*$"
    # "Initial: see table", "renewal: as stated below": where the length of an approval stands.
    r"|^\W*(?:(?:initial|first)|(?:renewal|continuation|reauthori[sz]ation)(?![^.;]*\bcriteri))"
    r"(?: (?:authori[sz]ations?|approvals?|requests?))?\s*[:–—-] (?:varies\W+)?"
    r"(?:see|refer to|as (?:stated|listed|shown|given) (?:in|under|below|above))(?: [^.;]{1,40})?\W*$",
    re.IGNORECASE,
)
# That prior authorization is asked for, or through whom the drug is had, is nothing that a patient meets; that it was
# given earlier is.
_HAS_PA = compiled(
    r"^(?!.*\b(?:if|when|unless|until|who|for (?:patients|members|doses)|earlier|previous(?:ly)?|before|already|"
    r"in the past|on file|gave|issued|(?:was|were|has been|have been) (?:\w+ )?(?:approved|granted|given|"
    r"authori[sz]ed))\b)(?:\W*\d[\d.]* )?[^.;:]{0,60}"
    r"\b(?:(?:prior|pre-?)[- ]?(?:authori[sz]ation|approval|certification|authori[sz]ed)|precertif\w+)\b"
    r"[^.;:]{0,30}(?:; (?:and|or))?\W*$"
    # "Preauthorization has been obtained", and no word of an earlier one: it is the one asked for.
    r"|^\W*(?:(?:a|the) )?(?:prior |pre-?)(?:authori[sz]ation|approval|certification) (?:has been|is|must be) "
    r"(?:given|granted|obtained|received|issued)(?:\W+(?:and|or))?\W*$",
    re.IGNORECASE,
)
# "Spravato (esketamine), whatever its preferred status", in a list of what needs authorization.
_THE_DRUG_WHATEVER = compiled(
    r"^\W*(?:the )?(?:spravato|esketamine|ketamine)\b(?: ?\([^()]{3,40}\))?,? "
    r"(?:whatever|regardless of|irrespective of|no matter what) (?:its|the) "
    r"(?:(?:PDL|formulary|preferred|drug[- ]list|non-?preferred|coverage|current|or)[ -]?)*(?:status|tier)(?: is)?\W*$",
    re.IGNORECASE,
)
# "Neither drug gave an adequate response": of the drugs that the item before counts as failed.
_FAILED_TOO = compiled(
    r"^\W*(?:neither|none)(?: of (?:them|these|those|the (?:\w+ )?\w+))?(?: (?:antidepressant|drug|agent|medication|"
    r"trial)s?)?"
    r" (?:gave|brought|produced|led to|had|provided|achieved|resulted in) (?:an? )?(?:(?:adequate|sufficient|enough|"
    r"satisfactory|lasting|clinical) )*(?:response|benefit|relief|improvement|remission)\W*$",
    re.IGNORECASE,
)
# "Requests that meet neither rule are not medically necessary": what misses the criteria adds none.
_MISSES_THEM = compiled(
    r"^\W*(?:earlier|prior|previous) (?:services?|claims?|requests?) (?:follow|fall under|(?:is|are) (?:governed|"
    r"decided) by)\b|"
    r"^\W*(?:any |all )?(?:requests?|cases?|claims?|uses?) (?:that|which) (?:meets?|satisf(?:y|ies)|fulfills?|"
    r"falls? under) "
    r"(?:neither|none|no)\b|^\W*(?:requests?|cases?) (?:meeting|under) (?:neither|none)\b",
    re.IGNORECASE,
)
_DISPENSED = compiled(
    r"\b(?:cannot|can't|may not|not) be (?:filled|dispensed|ordered|obtained|had|mailed)\b[^.;]*"
    r"\b(?:home delivery|mail[- ]?order|by mail|retail|pharmac(?:y|ies)|(?:directly )?to (?:the |an? )?"
    r"(?:member|patient)s?(?! (?:with|who|whose|under|aged|younger|if|unless|when|until)\b))\b",
    re.IGNORECASE,
)
# "Eight hours without driving is our advice": what is counselled is not asked for.
_ADVICE = compiled(
    r"\b(?:is|are) (?:only |merely |just )?(?:our|an?|the plan's) (?:advice|suggestion|recommendation|courtesy)\b",
    re.IGNORECASE,
)
# "Experimental/Investigative uses": the title of what follows the list.
_TITLES_USES = compiled(
    r"^\W*(?:(?:experimental|investigat\w+|unproven|covered|non-?covered|not covered|excluded|approved|other"
    r"|and|or)\W*)+"
    r"(?:uses?|indications?|diagnos[ie]s|conditions?)(?:\W+(?:uses?|indications?|diagnos[ie]s|conditions?))?\W*$",
    re.IGNORECASE,
)
# "The dose does not exceed the limits in section III": the limits are read there.
_LIMITED_ELSEWHERE = compiled(
    r"^\W*(?:the )?(?:requested )?(?:dos(?:e|es|age|ing)|quantit(?:y|ies)|supply)\b[^.;]*"
    r"\b(?:limits?|tables?)\b[^.;\d]*"
    r"\b(?:in|under|of|from|see) (?:the )?(?:section|table|appendix|label|policy|attach)\w*",
    re.IGNORECASE,
)
# "Max units (per dose and over time):" is a label of nothing.
_LABEL = compiled(
    r"^\W*(?!.*\b(?:following|these|must|has|have|is|are|meets?|with|failed|failure|who)\b)[^.?!;:]{3,70}:\s*$",
    re.IGNORECASE,
)
# "Therapy will be denied if all approval criteria are not met": which they are stands elsewhere.
UNMET = compiled(
    r"\b(?:denied|rejected|refused|not (?:be )?(?:approved|covered|authorized|medically necessary))\b "
    r"(?:if|when|where|unless|in case) "
    r"(?:(?:all|any|one|either|of|the|these|above|approval|coverage|authorization|medical necessity|clinical) )*"
    r"(?:criteria|criterion|requirements|conditions)(?: (?:above|listed|listed above))? (?:is|are|have been) "
    r"(?:not )?(?:all )?(?:met|satisfied|fulfilled)\W*$"
    # An item of a list of denials: "The approval criteria are not met".
    r"|^\W*(?:(?:all|any|one|either|of|the|these|above|approval|coverage|authorization|medical necessity|clinical) )*"
    r"(?:criteria|criterion|requirements|conditions)(?: (?:above|listed|listed above))? (?:is|are) not (?:all )?"
    r"(?:met|satisfied|fulfilled)(?:\W+(?:or|and))?\W*$"
    # "Not medically necessary for members who do not meet I or II."
    r"|\b(?:denied|not (?:be )?(?:approved|covered|medically necessary))\b[^.;]{0,40}\b(?:who|that|which) "
    r"(?:(?:do(?:es)? not|fails? to) (?:meet|satisfy|fulfil)|miss|fall short of)\b[^.;]{0,40}\W*$"
    # "Recipient does not meet the approval criteria", "patients not meeting them all", "failure to meet any of them".
    rf"|^\W*(?:(?:(?:the|any|an?) )?(?:{PERSON}|{PEOPLE}|requests?|cases?) (?:(?:who|that|which) )?)?(?:(?:(?:do|does|"
    r"did) not|fails? to|fail(?:ure|ing) to) (?:meet|satisfy|fulfill?)|(?:has|have) not met|not (?:meeting|satisfying)"
    rf"|fails?|(?:lack|non-?fulfill?ment|absence) of) {OWN_CRITERIA}(?:\W+(?:or|and))?\W*$"
    # "Any of the approval criteria is unmet", "the coverage criteria have not been met".
    rf"|^\W*{OWN_CRITERIA} (?:(?:is|are|has|have|been|remains?) )*(?:unmet|not (?:been )?(?:all )?"
    r"(?:met|satisfied|fulfilled))"
    r"(?:\W+(?:or|and))?\W*$",
    re.IGNORECASE,
)
# "Samples do not count as treatment": how the payer reckons, and nothing of the patient.
_SAMPLES = compiled(
    r"\b(?:samples?|free (?:goods|drug|product|of charge)|vouchers?|coupons?)\b[^.;]*\b(?:not|no|never)\b[^.;]*"
    r"\b(?:taken into account|looked at|regarded|relied|enough"
    r"|count\w*|qualif\w+|considered|accepted|constitut\w+|establish\w*|satisf\w+|approv\w+|entitle\w*)\b"
    # Who came by the drug otherwise "has to meet the initial criteria all the same": these stand where they stand.
    r"|\b(?:samples?|free (?:goods|drug|product|of charge)|vouchers?|coupons?|privately|out[- ]of[- ]pocket|"
    r"self-?pa(?:id|y\w*)|(?:paid|paying|bought)[^.;]{0,20} (?:cash|themselves|(?:him|her)self)|patient assistance|"
    r"another (?:plan|payer|insurer))\b[^.;]*\b(?:must|shall|(?:has|have|needs?|is|are|required|subject|held) to)\b"
    r"[^.;]{0,30}\b(?:initial|same|first|new|all)\b(?:(?!\b(?:following|these)\b)[^.;]){0,25}"
    r"\b(?:criteria|requirements|conditions)\b[^.;\d]{0,40}\W*$",
    re.IGNORECASE,
)
# What the drug or another costs.
_COSTS = compiled(
    r"\bcosts?\b[^.;]{0,40}\$ ?\d|\$ ?\d[\d,.]*[^.;]{0,20}\b(?:a|per|each) (?:month|year|dose|device|course)\b"
)
# "The request is for one of these uses:" over the uses; whom a notice goes to.
_OF_THESE_USES = compiled(
    r"^\W*(?:use\W+)?(?:the )?requests? (?:is|are|must be) for (?:any )?(?:one |1 )?of (?:these|the following) "
    r"(?:uses?|indications?|diagnos[ie]s|conditions?)\W*$|^\W*attention: |"
    r"^\W*(?:an? )?(?:appropriate|approved|covered|supported) (?:diagnos[ei]s|indication)\W*(?:and|or)?\W*$"
    # "All of: diagnosis; …", behind the use that is meant.
    r"|^\W*(?:(?:all|each|both) (?:of)?\W*)?(?:the |this |that )?(?:diagnosis|indication)\W*$",
    re.IGNORECASE,
)
# The names of sections, as tabs over them list them.
_SECTION = compiled(
    r"^\W*(?:polic(?:y|ies)|codes?|coding|evidence|archives?|references?|sources|history|background|description|"
    r"rationale"
    r"|definitions?|downloads?|print|overview|related|exclusions?|contraindications"
    # The title of the sentence that follows it.
    r"|(?:place|site|setting)s? of (?:service|care|treatment|administration))\W*$",
    re.IGNORECASE,
)
# "A | B | C | D", "Spravato: page 2": an index.
_LETTERS = compiled(r"(?:\b[A-Z]\b[\W_]+){5}|: page \d{1,3}\W*$")
_CONNECTS = compiled(r"^\W*(?:and|or)(?:/or)?\W*$", re.IGNORECASE)
# "If no, deny.": what is done upon the answer to a question.
_UPON_ANSWER = compiled(
    r"^\W*(?:if|when) (?:the answer is |answered )?[\"“']?(?:yes|no)[\"”']?,? (?:then )?(?:(?:please|the request is|"
    r"request is|it is) )*(?:den(?:y|ied)|refuse[ds]?|reject(?:ed)?|stop|not approved|do not approve|continue|proceed|"
    r"go on|next|approve[ds]?|not covered)(?: (?:the )?(?:request|coverage|to the next question|it))?\W*$",
    re.IGNORECASE,
)
# What somebody is to fill in ("Baseline score: ____", "What is the code?").
_FILLED_IN = compiled(r"_{2,}|^\W*(?:what|which|when) (?:is|are|was|were)\b.*\?\W*$", re.IGNORECASE)
# "Any prescriber": of whom nothing is asked.
_ANYBODY = compiled(
    r"^\W*any(?:one|body)(?: who| that)? (?:may|can) prescribe\b[^.;]{0,40}\W*$|"
    r"^\W*any (?:enrolled |licensed |participating |qualified )?(?:prescribers?|providers?|clinicians?|physicians?|"
    r"practitioners?|speciali?ty)(?: (?:may|can) (?:\w+ ){0,2}(?:it|prescribe|the \w+|spravato|"
    r"esketamine|ketamine))?\W*(?:and|or)?\W*$",
    re.IGNORECASE,
)
# A box of a form for how soon it is answered: "Standard review. Waiting does the member no harm."
_HOW_SOON = compiled(
    r"^\W*(?:standard|routine|urgent|expedited|non-?urgent)(?:/\w+)? (?:reviews?|requests?|processing)"
    r"(?=\W*$|[.:] )(?!.*\b(?:must|only if|unless|approv\w+|cover\w*|deni\w+)\b)"
    # The choice of a form's head: "Initial, renewal or urgent (a delay could do harm)".
    r"|^\W*(?:(?:initial|new|first|renewal|continuation|continuing|re-?authori[sz]ation|standard|routine|urgent|"
    r"expedited|non-?urgent|requests?|start|therapy)\b[\s,/]*(?:or\b\s*)?){2,}(?:\([^()]*\))?\W*$",
    re.IGNORECASE,
)
NO_CRITERION = Choice(
    (
        *OF_THE_DOCUMENT,
        *OF_THE_PAYER,
        *OF_HANDLING,
        _HOW_SOON,
        _UPON_ANSWER,
        _FILLED_IN,
        _FAILED_TOO,
        _MISSES_THEM,
        _OUTCOME,
        _TITLES_LIMITS,
        _LEADS_IN,
        _REFERS,
        _CODE_OF_THE_USE,
        _TREATED_ELSEWHERE,
        _HAS_PA,
        _THE_DRUG_WHATEVER,
        _DISPENSED,
        _ADVICE,
        _TITLES_USES,
        _LIMITED_ELSEWHERE,
        _LABEL,
        UNMET,
        _SAMPLES,
        _COSTS,
        _OF_THESE_USES,
        _SECTION,
        _CONNECTS,
        _LETTERS,
        _ANYBODY,
    )
)
