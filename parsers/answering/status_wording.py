"""How US payers word what they cover: one phrase a line, from the field's usual formulas, not from one payer's."""

from __future__ import annotations

import re

from parsers.answering.denial_wording import NO_OTHER, NOTHING_PAID, UNDER_NO_COVER, UNDER_NO_CRITERIA, UNRECOGNIZED
from parsers.language.any_of import any_of, any_phrase

_NO_LONGER = r"(?:no longer|not|never|n[o'’]t)"
INVESTIGATIONAL = any_phrase(
    r"\b(?:investigational|investigative|experimental|unproven|E/I)\b",
    r"\bnot (?:yet )?(?:been )?(?:proven|established as (?:safe|effective))\b",
    r"\b(?:does|do|did|has|have) (?:not|no|never) (?:\w+ ){0,2}?proven\b|\b(?:no|without|lacks?) (?:\w+ )?proven\b",
    r"\b(?:is|are|remains?) (?:still |currently |yet )?under (?:active |clinical )?(?:investigation|study)\b",
    r"\b(?:effectiveness|efficacy|clinical value|safety)\b[^.]{0,60}\bnot (?:been |yet been )?(?:established|proven"
    r"|demonstrated)\b",
)
NOT_INVESTIGATIONAL = any_phrase(
    r"\b(?:no longer|not|never|cannot) (?:be )?(?:considered |deemed |denied as )?(?:an? )?"
    r"(?:investigational|experimental|unproven)\b",
)
NOT_NECESSARY = any_phrase(
    r"\bmedical necessity\b[^.;]{0,60}\b(?:not|never) (?:yet )?(?:been )?(?:shown|established|demonstrated|proven"
    r"|supported|documented in the literature)\b",
    rf"{NO_OTHER}[^.;]{{0,80}}?\b(?:is|are|be|been)\b[^.;]{{0,30}}?\bmedically necessary\b",
    r"\bno(?:t| longer) (?:be )?(?:considered |deemed |regarded as |felt to be )?(?:reasonable and (?:medically )?|a )?"
    r"(?:medically )?necess(?:ary|ity)\b",
    r"\bneither\b[^.;]{0,80}\bmedically necessary\b",
    r"\b(?:lacks?|no) medical necessity\b|\bmedically unnecessary\b|\bnot reasonable and necessary\b",
)
NAMED_NEXT = (
    r"[^:;.]{0,50}:\s*[\"“]?(?:\([a-z\d]{1,3}\) )?(?:(?:intravenous|IV|oral|compounded|nasal|racemic|all|any|"
    r"the|use|of|"
    r"infusions?|and|or|topical)\s+){0,4}(?:(?:es)?ketamine|spravato)\b"
)
# "Eligible under the plan for the drug", not for help in paying for it.
UNDER_PLAN = (
    r"(?: under (?:the|their|his or her|your|our|this|that) (?:[\w'’-]+ ){0,2}?(?:plan|benefits?|policy|contract|"
    r"coverage))? for\b(?! (?:an? |the |free |financial |co-?pay )*(?:help|assistance|support|savings?|rebates?|"
    r"programs?|cards?|coupons?|appeals?|refunds?|discounts?|exceptions?)\b)"
)
EXCLUDED = any_of(
    # "Spravato is covered for no other use", "all other indications will be denied".
    r"\b(?:covered|approved|authori[sz]ed|paid|payable) (?:for|in) no other (?:uses?|indications?|conditions?|"
    r"diagnos[ei]s)\b|^\W*(?:all|any|every|each) other (?:uses?|indications?|conditions?|diagnos[ei]s) (?:will be|are) "
    r"denied\W*$",
    # "Insurers are not required to pay for infusions in nerve pain".
    r"\b(?:is|are) not (?:required|obliged|obligated|bound) to (?:pay for|cover|reimburse|provide|authori[sz]e)\b",
    # "Excluded: chronic pain; use in bipolar depression": uses, one of which at least is nobody's bar.
    r"^\W*excluded(?: (?:uses?|indications?|purposes?))?:(?=[^.]*\b(?:pain|anesthe\w+|PTSD|post-?traumatic|OCD|"
    r"obsessive|migraines?|headaches?|fibromyalgia|CRPS)\b)",
    # "Exclusions is amended by adding: ketamine when furnished for …".
    rf"\b(?<!no )exclusions?\b{NAMED_NEXT}",
    rf"\b(?:is|are|remains?|will|does|do|shall|would|can) ?{_NO_LONGER}(?: be| currently| presently| a| an"
    r"| considered)* (?:covered|benefits?|payable|reimburs(?:ed?|able)|eligible (?:for|as)|provided for|paid|pay|"
    r"paying for|provide (?:coverage|benefits)|cover(?:ing)?|approved|authorized|authorize|available)\b",
    # "Members may not be eligible under the plan for …".
    rf"\bmay not be eligible\b{UNDER_PLAN}",
    r"\bineligible for (?:coverage|payment|benefits|reimbursement)\b",
    # "The plan stopped covering it in May", "will cease to pay for it".
    r"(?<!not )(?<!never )\b(?:stop|cease|quit|discontinue)(?:s|d|ped)? (?:to )?(?:cover(?:ing)?|pay(?:ing)? for)\b",
    # "Coverage of the drug ends on a day": no patient's course, which ends after weeks.
    r"\b(?:coverage|payment) (?:of|for) (?:[\w()®™-]+ ){1,5}?(?:(?:will|is to|is) )?(?:ends?|ending|ceases?|stops?|"
    r"terminat(?:es?|ed)|discontinued?)\b (?:(?:on|as of|effective|after|with) ){0,2}(?:january|february|march|"
    r"april|may|june|"
    r"july|august|september|october|november|december|\d{1,2}/\d{1,2}/\d)",
    # Of the drug: a request or patient that misses the criteria is told of elsewhere.
    r"\b(?:(?:es)?ketamine|spravato|infusions?|drug|spray|therapy|treatment|it|use)\b[^.;:]{0,40}"
    r"\bdo(?:es)? not meet (?:[\w'-]+ ){0,6}?(?:coverage|benefit|contract) (?:criteria|requirements)\b",
    r"\b(?:falls?|lies?) outside (?:of )?(?:the|our|its|this|any) (?:\w+ )?(?:benefits?|coverage)\b"
    r"(?! (?:period|criteria))",
    r"\b(?:ha(?:s|ve)|carr(?:y|ies)|offers?|provides?|contains?|(?:there|it) (?:is|are)) no (?:\w+ )?(?:benefits?|"
    r"coverage) (?:available )?(?:for|in|under)\b",
    r"\b(?:payment|coverage|benefits?|reimbursement)\b[^.;]{0,40}\b(?:is|are|will be) (?:refused|declined|withheld)\b",
    r"\bno (?:\w+ )?(?:benefits?|coverage) exists?\b(?! (?:unless|until|without|beyond|outside))",
    r"\b(?:we|plan|program|it|they) (?:will )?(?:no longer|never) (?:covers?|pays? for|reimburses?)\b",
    r"^\W*(?:and )?nor (?:do|does|will|can|may|is|are)\b[^.;:]{0,40}?\b(?:covers?|covered|pa(?:y|id)|approved?|"
    r"authori[sz]ed?|reimbursed?|benefits?|payable)\b",
    r"\bneither\b[^.;]{0,80}\b(?:is|are|will be|be) (?:a )?(?:covered|payable|reimbursed|approved|authorized|granted"
    r"|benefits?)\b",
    r"\b(?:cover(?:s|ed)?|approve[ds]?|pa(?:ys?|id)|payable|authorize[ds]?)(?: for| in)? neither\b",
    r"\b(?:is|are|was|remains?) (?:not|no|neither) (?:a |an )?(?!(?:\w+ )?(?:evidence|signs?|proof|record|"
    r"indication|lack|report) of )(?:[\w-]+ ){0,2}benefits?\b",
    r"\bnot (?:a |an )?(?:covered|plan) (?:benefit|service)s?\b|\bnot covered\b"
    r"|\bnon-?(?:covered|reimbursable|payable|approvable|allowable|benefit)\b(?! (?:charges?|amounts?|services? "
    r"notices?)\b)|\b(?:is|are|be|remains?) (?:disallowed|(?:neither|hardly|scarcely|seldom|not yet|nowhere) (?:\w+ )?"
    r"(?:covered|payable|paid|approved|authori[sz]ed|reimbursed))\b|\b(?:can|won)['’]t be (?:covered|approved|paid|"
    r"authori[sz]ed|reimbursed)\b",
    UNDER_NO_COVER,
    UNDER_NO_CRITERIA,
    UNRECOGNIZED,
    NOTHING_PAID,
    r"\bexcluded (?:from|under|as|by)\b"
    r"(?! (?:history|(?:a |the )?(?:\w+ )?(?:exam|interview|evaluat|assess|clinic|psychiatr)))"
    r"|\b(?:is|are|remains?|stays?|continues? to be) (?:(?!not\b|no\b|never\b)\w+ )?(?:excluded|non-?covered)\b",
    r"\b(?:contract|benefit|plan|coverage) exclusions?\b",
    r"(?<!to )(?<!should )(?<!must )(?<!may )\bexcludes? (?:it|them|(?:es)?ketamine|spravato|infusions?|"
    r"(?:the|this) (?:drug|spray|treatment))\b(?! (?:users?|abuse|misuse|use disorder|dependence|toxicity))",
    # Its routes may stand in brackets, as in "No form of ketamine (intravenous, oral) is a covered benefit".
    r"\bno (?:[\w-]+ ){0,3}?(?:(?:es)?ketamine|spravato|infusions?)(?: \w+| \([^()]*\)){0,2} (?:is|are|will be) "
    r"(?:an? )?(?:recogni[sz]ed |accepted )?(?:covered|approved|payable|reimbursed|paid for|authorized|benefits?)\b"
    r"(?![^.;]*\b(?:unless|until|without|except|before|other than)\b)",
    r"\b(?:approval|authori[sz]ation|coverage|payment|reimbursement)s? (?:is|are|will|can|may|shall) ?(?:not|never)"
    r"(?: be)? (?:given|granted|issued|considered|made|allowed|available|authori[sz]ed) "
    r"(?=(?:for|in)\b)(?![^.;]*\b(?:unless|until|without|except|before|more than|longer)\b)",
    r"\bno (?:coverage(?! (?:determination|decision|polic|statement|article|criteri|position|rule|guidance|"
    r"instruction|limit|restriction|change|requirement))"
    r"|(?:benefits?|reimbursement|payment) (?:is|are|will be)"
    r"|(?:approvals?|authori[sz]ations?) (?:is|are|will be|can be|may be|shall be) (?:given|granted|issued|available)"
    r"(?= (?:for|in)\b))\b",
    r"\bcoverage (?:is|will) not (?:be )?(?:provided|available|approved)\b|^\W*not (?:payable|authori[sz]ed) for\b",
    r"\bcoverage (?:of|for)\b[^.;]{0,80}? (?:cannot|can ?not|will not|is not) (?:be )?(?:supported|justified|"
    r"recommended|offered|extended|provided|granted|approved|warranted|available)\b",
    r"(?<!\bhas )(?<!\bhave )\bnot (?:be )?(?:recommended for )?approv(?:ed|al|able)\b",
    r"(?<!feeding is )(?<!driving is )(?<!alcohol is )(?<!eating is )\bnot recommended\b|\bcosmetic\b",
    r"(?<=\w\w) (?:is|are) not[\s.]*$",
    # "No other use is covered", "nothing else is paid for".
    rf"{NO_OTHER}[^.;]{{0,60}}?\b(?:is|are|will be) (?:a )?(?:covered|approved|payable|paid|reimbursed|authorized|"
    r"funded|eligible|benefits?)\b",
    flags=re.IGNORECASE,
)
CASE_BY_CASE = any_phrase(
    r"\b(?:review|consideration|assessment|evaluation|merits|facts) of (?:the|each|every|an?|that) (?:individual|"
    r"single|particular|separate) (?:case|request|claim)\b",
    r"\bcase[- ]by[- ]case\b|\bindividual (?:case )?(?:consideration|review)\b|\bon an individual basis\b",
    r"\b(?:considered|reviewed|assessed|decided|evaluated|judged|looked at|determined|weighed) individually\b",
    r"\bon (?:its|their) (?:own |individual )?merits\b|\bindividual (?:basis|determinations?|decisions?)\b",
    r"\bindividually (?:considered|reviewed|assessed)\b",
    r"\b(?:each|every) (?:case|request|use|one|diagnosis|application)(?: is \w+)? (?:by itself|for itself|"
    r"on its own|separately|individually)\b",
    r"\b(?:looked at|decided|considered|reviewed|judged|weighed|handled|assessed)(?: by [\w' ]{3,40}?)? (?:one by one|"
    r"one (?:case |request )?at a time|on (?:its|their) own\b|separately|singly)"
    r"|\bdecides? each(?: one| request| case)? on its own\b",
    # "Rules on every bill individually, and may allow or disallow it", "each is settled on its own facts", "patient by
    # patient".
    r"\b(?:each|every|(?:all|the) (?=requests|cases|claims|bills)) ?(?:case|request|claim|bill|patient|member|"
    r"instance)s?\b"
    r"[^.;:]{0,25}? (?:individually|separately|singly|(?:on|by|upon) (?:its|their) (?:own )?(?:facts|merits|"
    r"circumstances))\b"
    r"|\bmay (?:allow|approve|pay|grant|accept|cover|authori[sz]e|permit)(?: for)?(?: it)? or (?:disallow|refuse|deny|"
    r"withhold|decline|reject|not)\b",
    r"\b(?P<each>patient|member|claim|bill|request|use|person)[ -]by[ -](?P=each)\b",
    # What no list of uses answers for goes to somebody who decides it.
    r"\b(?:uses?|indications?|diagnos[ie]s|conditions?|else|others?)\b[^.;:]{0,60}?"
    r"\b(?:goe?s?|(?:is|are) (?:referred|sent|submitted|forwarded|left)) to (?:the |an |our |its )?(?:[\w-]+ ){0,2}?"
    r"(?:exceptions? (?:committee|process|panel|review)|medical directors?|physician reviewers?)\b",
    r"\b(?:other|remaining|further|off-label|unlabell?ed|else)\b[^.;:]{0,40}?\b(?:the |a |our )(?:medical director|"
    r"exceptions? committee|physician reviewer)s? (?:decides?|will decide|judges?|weighs?|rules?)\b",
)
# "Refer to the off-label use policy of the line of business", where nothing denies the use.
OFF_LABEL_POLICY = any_phrase(
    r"\b(?:refer(?:red)?(?: to)?|see|reviewed (?:under|by)|falls? under|go(?:es)? (?:to|by)|under) (?:the |our |its |"
    r"[A-Z]\w+['’]s )?(?:general )?off-label (?:use |drug |indications? )?(?:policy|policies|guidelines?|criteria)\b",
)
# How those who hand the drug out themselves (the VA, a state's hospitals) cover or deny a use that the sentence names.
_HANDED_OUT = r"(?:provided|offered|supplied|furnished|stocked)"
PROVIDED = any_phrase(
    r"\b(?:may|can) (?:\w+ )?be (?:used|given|prescribed) in\b",
    # "may be provided by the VA for"; not "by a clinic", "to pharmacies"
    rf"\b(?:may|can|will|shall) (?:\w+ )?be {_HANDED_OUT}\b(?! to (?!veterans|members|patients))"
    r"(?! by (?!(?:the )?(?:VA|VHA|plan|program|agency|department|state)\b))",
    rf"\b(?:is|are) (?:now |also |then )?{_HANDED_OUT} (?:for|to|in|when|if)\b",
    r"\b(?:facilit(?:y|ies)|VA|VHA|plan|program|agency|department|state|we|hospitals?) (?:(?:may|will|can|now|also) )*"
    r"(?:provide|offer|supply|supplie|furnish|stock)e?s? (?:\w+ ){0,2}(?:es)?ketamine\b",
)
GIVEN_ELSEWHERE = any_phrase(
    r"\b(?:clinics|practices|elsewhere|abroad|many|some|often|commonly|widely|increasingly|combination|conjunction|"
    r"trials?"
    r"|stud(?:y|ies)|samples?|kits?|coupons?|education|training|information|not|concurrently|together)\b",
)
NOT_PROVIDED = any_phrase(
    rf"\b(?:is|are|will|can) not (?:be )?{_HANDED_OUT}\b(?! (?:at|by|until|unless|with)\b)",
    r"\b(?:ketamine|esketamine|spravato|infusions?|spray|it)\b[^.;,]{0,40}? (?:may not|can ?not|must not) be (?:used|"
    r"given|prescribed|administered) (?:for|to treat)\b",
    r"\b(?:ketamine|esketamine|spravato|infusions?|spray)\b[^.;]{0,80}\b(?:is|are|will be) (?:always )?denied"
    r"(?=\W*$| (?:for|in)\b)",
)
