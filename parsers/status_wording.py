"""How US payers word what they cover: one phrase a line, from the field's usual formulas, not from one payer's."""

from __future__ import annotations

import re

from parsers.any_of import any_of, any_phrase
from parsers.denial_wording import NO_OTHER, UNDER_NO_COVER
from parsers.patterns import compiled

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
_NAMED_NEXT = (
    r"[^:;.]{0,50}:\s*[\"“]?(?:\([a-z\d]{1,3}\) )?(?:(?:intravenous|IV|oral|compounded|nasal|racemic|all|any|"
    r"the|use|of|"
    r"infusions?|and|or|topical)\s+){0,4}(?:(?:es)?ketamine|spravato)\b"
)
# "Eligible under the plan for the drug", not for help in paying for it.
_UNDER_PLAN = (
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
    rf"\b(?<!no )exclusions?\b{_NAMED_NEXT}",
    rf"\b(?:is|are|remains?|will|does|do|shall|would|can) ?{_NO_LONGER}(?: be| currently| presently| a| an"
    r"| considered)* (?:covered|benefits?|payable|reimburs(?:ed?|able)|eligible (?:for|as)|provided for|paid|pay|"
    r"paying for|provide (?:coverage|benefits)|cover(?:ing)?|approved|authorized|authorize|available)\b",
    # "Members may not be eligible under the plan for …".
    rf"\bmay not be eligible\b{_UNDER_PLAN}",
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
    r"\bexcluded (?:from|under|as|by)\b"
    r"(?! (?:history|(?:a |the )?(?:\w+ )?(?:exam|interview|evaluat|assess|clinic|psychiatr)))"
    r"|\b(?:is|are|remains?|stays?|continues? to be) (?:(?!not\b|no\b|never\b)\w+ )?(?:excluded|non-?covered)\b",
    r"\b(?:contract|benefit|plan|coverage) exclusions?\b",
    r"(?<!to )(?<!should )(?<!must )(?<!may )\bexcludes? (?:it|them|(?:es)?ketamine|spravato|infusions?|"
    r"(?:the|this) (?:drug|spray|treatment))\b(?! (?:users?|abuse|misuse|use disorder|dependence|toxicity))",
    # Its routes may stand in brackets, as in "No form of ketamine (intravenous, oral) is a covered benefit".
    r"\bno (?:[\w-]+ ){0,3}?(?:(?:es)?ketamine|spravato|infusions?)(?: \w+| \([^()]*\)){0,2} (?:is|are|will be) "
    r"(?:an? )?(?:covered|approved|payable|reimbursed|paid for|authorized|benefits?)\b"
    r"(?![^.;]*\b(?:unless|until|without|except|before|other than)\b)",
    r"\b(?:approval|authori[sz]ation|coverage|payment|reimbursement)s? (?:is|are|will|can|may|shall) ?(?:not|never)"
    r"(?: be)? (?:given|granted|issued|considered|made|allowed|available) "
    r"(?=(?:for|in)\b)(?![^.;]*\b(?:unless|until|without|except|before|more than|longer)\b)",
    r"\bno (?:coverage(?! (?:determination|decision|polic|statement|article|criteri|position|rule|guidance|"
    r"instruction|limit|restriction|change|requirement))"
    r"|(?:benefits?|reimbursement|payment) (?:is|are|will be)"
    r"|(?:approvals?|authori[sz]ations?) (?:is|are|will be|can be|may be|shall be) (?:given|granted|issued|available)"
    r"(?= (?:for|in)\b))\b",
    r"\bcoverage (?:is|will) not (?:be )?(?:provided|available|approved)\b",
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
    r"one (?:case |request )?at a time|on (?:its|their) own\b|separately|singly)",
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
_IT = (
    r"(?:it|(?:the|this) (?:drug|spray|nasal spray|treatment|benefit|medicine|medication)"
    r"|(?:spravato|(?:es)?ketamine)(?: \([\w ]+\))?(?: nasal spray)?)"
)
_OF_THE_PLAN = r"(?:members?|beneficiar(?:y|ies)|enrollees?|subscribers?|participants?|recipients?|clients?)"
COVERED = any_of(
    # "Covered: resistant depression in adults …".
    r"^\W*(?:covered|eligible|payable)(?: (?:for|in|uses?|indications?))?:"
    r"(?=[^.:;]{0,40}\b(?:depress\w+|TRD|MDD|MDSI)\b)",
    # "Covered Services is amended by adding: esketamine for …".
    rf"\bcovered (?:services|drugs|benefits|expenses)\b{_NAMED_NEXT}",
    r"\bmedically (?:necessary|appropriate)\b|\breasonable and necessary\b",
    r"\bmedical(?:ly)? necessity (?:is|has been|when)\b|\bmeets? (?:the )?(?:definition of )?medical necessity\b",
    r"\b(?:ketamine|esketamine|spravato|infusions?|spray|drug|treatment|therapy|use|it|they)"
    r"(?: \([^)]*\)| \w+){0,3}? meets? "
    r"(?:the |our |its )?(?:(?:plan|company|program)(?:['’]s)? )?(?:medical |coverage |clinical )?criteria for "
    r"(?:coverage|approval|medical necessity|payment)\b",
    r"\b(?:moves?|moved|changes?|changed|goes|went|switch(?:es|ed))\s+(?:\w+ )?to (?:being )?covered\b",
    r"\bconsidered (?:necessary|appropriate)\b|\b(?:is|are) (?:indicated|appropriate) (?:when|if)\b|\bprov(?:en|ed)\b",
    r"\bfor which\b[^.;:]{0,40}\b(?:is|are|will be) (?:approved|authorized)\b",
    r"\badults?\b[^.;:]{0,120}?\bmay (?:now|also|then) be (?:given|treated with) ",
    # To members of the payer: "members who have depression may be given the spray by itself".
    r"\b(?:members?|beneficiar\w+|recipients?|clients?|enrollees?)\b[^.;:]{0,160}?\bmay (?:(?:now|also|then) )*"
    r"(?:be given|receive|get|have|be treated with|be prescribed|use) "
    r"(?:(?:es)?ketamine|spravato|it\b|the (?:nasal )?(?:drug|spray|medicine|medication))",
    # "Nerve pain may be treated with ketamine once …, the worker being 18", of a payer's own people.
    r"\bmay (?:now |also |then )?be treated with (?:(?:intravenous|iv|racemic|low-dose) )*"
    r"(?:(?:es)?ketamine|spravato)\b(?=[^.;]*\b(?:once|when|if|provided|after)\b)(?=[^.;]*\b(?:workers?|members?|enrollees?|beneficiar\w+|insured|"
    r"claimants?)\b)",
    # "That is fine for depression with acute suicidality", to who asked.
    r"^\W*(?:then )?(?:that|this|it) (?:is|would be) (?:fine|all right|okay|acceptable) (?:for|in|with) ",
    # Of a change to come: "the drug will also be indicated by itself for adults with …".
    r"\bwill (?:also |now )*be (?:indicated|a benefit)\b",
    # "An added indication is its use alone, for clients who …", of a plan's own people.
    r"\b(?:added|new|further|additional|second|third) (?:covered )?(?:indication|use) is (?!not\b|under\b|being\b)"
    r"(?=[^.;]*\b(?:clients?|members?|beneficiar\w+|recipients?|enrollees?)\b)",
    # "So far the drug has been a benefit for …"; "what has to be true for approval of …".
    r"\b(?:so far|until now|to date|up to now)\b[^.;]{0,40}\b(?:has been|was|have been) (?:a )?"
    r"(?:covered|benefit|payable)\b",
    # "Until now the benefit was for …. From January it extends to …".
    r"\b(?:so far|until now|to date|up to now)\b[^.;]{0,20}\b(?:benefit|coverage) (?:was|has been|is) (?:only )?"
    r"(?:for|limited to)\b|^\W*(?:from|on|starting|beginning|as of) [^.;]{3,30}? it (?:also )?extends? to\b",
    r"^\W*(?:what|(?:the )?(?:criteria|requirements|conditions))\b[^.:;]{0,40}\bfor (?:approval|authori[sz]ation) "
    r"(?:of|in|for)\b",
    # "The second indication has not changed: …", "the labeled uses remain as they are".
    r"\b(?:indication|use)s? (?:ha(?:s|ve) not changed|(?:is|are|remains?|stays?) "
    r"(?:unchanged|the same|as (?:it|they)))\b",
    r"^\W*(?:claims|requests)(?: for (?:it|spravato|esketamine|the (?:spray|drug)))? (?:for|in) [^.;:]{4,200}?,? "
    r"(?:are|will be|may be|can be) (?:approved|authori[sz]ed|granted|paid)\b(?! (?:only|by)\b)",
    r"\b(?:is|are|be|been|remains?|stays?) (?:a |an |the |already a |also )?(?:\w+[ -])?(?:covered|payable|"
    r"reimbursable|reimbursed|approvable|paid for(?!,? (?:by|under|out of|from|at)\b))\b",
    r"^\W*(?:covered|approved|approvable|authorized|granted|payable|allowed|medically necessary)(?:,[^.;:]{0,40},)? "
    r"(?:only )?(?:for|as|when|once|while|if|with|in|under|provided)\b",
    r"^\W*(?:spravato|(?:es)?ketamine|ketalar)(?: \([\w ]+\))?\s*[:–—-]\s*(?:covered|approved|payable)"
    r" (?:for|when|if|in)\b",
    # The uses may come behind the terms of their cover, as in "Covered, without authorization: anesthesia".
    r"^\W*(?:covered|approved|payable|medically necessary)(?:,? (?:and )?(?:with|without|subject to|after|no|under"
    r"|up to|never|not (?=subject|requir|need))\b[^.;:]{0,60})?\s*[:–—]\s+(?!no\b|not\b|none\b|n/a\b)",
    r"^[^.;:]{3,60}: recommended (?:as|when|if|in|after|for|with|only)\b",
    r"^\W*recommended\s*[:–-]|\b(?:esketamine|spravato|ketamine|infusions?) (?:is|are) recommended (?:for|as|in)\b",
    r"\b(?:payment|reimbursement) (?:for|of) [^.;:]{3,60}? (?:is|will be|may be|can be|shall be) (?:made|allowed|"
    r"issued|approved|authorized)\b",
    r"\bpayment (?:is (?:(?:also|only) )?(?:made|allowed)|(?:will|may|can|shall) (?:(?:also|only) )?be (?:considered|"
    r"made|allowed|authorized|approved|issued))\b"
    r"|\b(?:payment|reimbursement) is (?:(?:also|only) )?considered (?:for|in|when|if|once)\b"
    # "Payment for resistant depression will be considered under the following conditions".
    r"|\b(?:payment|reimbursement|authori[sz]ation|approval) (?:for|of) (?:(?!\bnot\b|\bnever\b)[^.;:]){3,90}? "
    r"(?:is|will be|may be|can be|shall be) (?:(?:also|only) )?considered (?:(?:only|also) )?"
    r"(?:when|if|once|where|under|provided)\b",
    r"\b(?:an |the )?(?:formulary |coverage |plan )?exceptions? (?:is|are|will be|shall be) (?:granted|"
    r"approved|allowed|given)"
    r" (?=(?:for|in|to|if|when|once)\b)",
    # "The programs go on covering it", "the department has begun paying for it", "we are covering it".
    r"\b(?:go(?:es)? on|keeps?|continues?|continued|beg[aiu]ns?|start(?:s|ed)?|resumed?s?|is|are)(?: now)? "
    r"(?:covering|paying for)\b",
    r"\bcovers?\b|\bcost-shares?\b|\b(?:is|are|be) cost-shared\b|\bcoverage (?:of|for|may|will|is|can|shall)\b|"
    r"\bpays? for\b",
    # "For resistant depression the plan pays if two drugs have failed": for the drug in the use named.
    r"\b(?:we|(?:the|this|our|your) (?:[\w-]+ )?(?:plan|program|payer|department|insurer|fund|company)) (?:will "
    r")?(?:only )?"
    r"pays? (?:only )?(?=(?:if|when|once|where|provided|as long as|so long as)\b)",
    # Anesthesia, which nobody pays for by itself; what an exclusion leaves alone.
    r"\b(?:is|are) (?:paid|included|bundled) (?:for )?(?:within|with|in|under|as part of|through) (?:the |your |an? )?"
    r"(?:\w+ ){0,2}?(?:an[ae]sthesia|surg(?:ery|ical)|facility|procedure|operation)\b",
    # "Is part of the anesthesia or facility payment".
    r"\b(?:is|are) (?:a )?part of (?:the |your |an? )?(?:[\w-]+ ){0,3}?(?:payments?|fees?|rates?|reimbursement|"
    r"allowances?)\b",
    r"\b(?:this|the|that|such|these|those) (?:\w+ )?exclusions? (?:does|do|will) not (?:apply to|reach|extend to|"
    r"affect|concern)\b",
    r"\bnothing (?:in|under|about) [^;]{0,60}?\b(?:limits?|restricts?|excludes?|affects?|prevents?|reduces?|changes?) "
    r"(?:the )?(?:payment|coverage|benefits?|use)\b",
    r"\b(?:is|are|remains?|stays?|becomes?|as) (?:already |also |now )?(?:a|an)(?: \w+){0,3} (?:benefit|"
    r"covered service)\b",
    r"\bbenefits? (?:is|are|will be) (?:available|provided|payable)\b",
    r"\b(?:payment|reimbursement|benefits?|use|spravato|(?:es)?ketamine)(?: \([\w ]+\))? (?:is|are) (?:only )?"
    r"(?:(?:limited|restricted|confined) (?:only )?to|available (?:only )?for)\b(?![^.;]{0,40}\b(?:REMS|certified|"
    r"sites?|settings?|clinics?|offices?|centers?|pharmac\w+|prescribers?|providers?|days?|weeks?|months?|dos(?:e|es|"
    r"age)|mg|"
    r"sessions?|devices?)\b)",
    r"\b(?:coverage|payment|benefits?) extends? only to\b",
    r"\b(?:is|are) (?:reserved for|(?:limited|restricted) to (?:use in |the treatment of )?(?:adults?|patients?"
    r"|members?|individuals?|people|persons?|those)\b)",
    r"\b(?:will|may|can|shall|should|must|to) be (?:approved|authorized|covered|granted|allowed|renewed|reauthorized"
    r"|continued|extended|considered for (?:approval|coverage))\b",
    rf"\bmay (?:(?:only|also|now) )?be eligible\b{_UNDER_PLAN}",
    r"\b(?:is|are) (?:approved|approvable|authorized|eligible|allowed)(?:, (?:subject to|with|after|upon) "
    r"[^,.;:]{3,60},)? (?:only )?(?:for|when|if|under|with|through)\b",
    r"(?<!FDA )(?<!FDA-)(?<!FDA has )(?<!FDA had )(?<!Administration )(?<!Administration has )(?<!pre-)"
    r"\b(?:approve|authorize|grant|allow)(?:d|s)? (?!indications?|uses?)(?:\(?[\w-]+[®™]?\)? ){0,5}"
    r"(?:for|if|when|up to)\b",
    # A prior or service authorization by its letters, too.
    # A prior or service authorization by its letters, too.
    r"\b(?:(?:re-?)?(?:authori[sz]ation|approval)|renewal|continuation|(?<!-)[PS]A) (?:of|for)? ?(?:[\w() ]+ )?"
    r"(?:is|may be|will be|can be) (?:now )?(?:granted"
    r"|issued|given|approved|considered)\b",
    r"\b(?:authori[sz]ations?|approvals?|renewals?) (?:of|for) [\w-]+ (?:days?|weeks?|months?|years?) "
    r"(?:may|can) be (?:had|obtained)\b",
    r"\bcoverage\b[^.;]{0,60}\brequires?\b(?! (?:a )?(?:co-?pay|referral))",
    r"\bmay (?:receive|get|be given)\b[^.;:]{0,60}\b(?:provided|if|when|as long as)\b",
    r"\b(?:authorization|approval) for (?:up to )?[\w-]+ (?:days?|weeks?|months?|years?) (?:if|when|once|for"
    r"|provided)\b",
    # Whom a plan has it for: "It is open to members who have …", "beneficiaries over 18 can have it for …".
    rf"\b{_IT}(?: is|,? which is) (?:only )?(?:open|available|offered|on offer) (?:only )?(?:to|for) "
    rf"(?:(?:all|any|adult|eligible|our|those|[A-Z]{{3,}}) )*{_OF_THE_PLAN}\b(?! (?:at|through|in|from|by)\b)",
    rf"\b{_OF_THE_PLAN}\b[^.;:]{{0,60}} (?:can|may) (?:only )?(?:have|get|obtain|receive) {_IT} (?:only )?"
    r"(?:for|when|if|once|to treat)\b",
    rf"\byou (?:can|may|will)(?: only)? (?:get|have|receive|use|be given) {_IT} (?:only )?(?:for|if|when|once|"
    rf"to treat)\b",
    rf"\b{_IT} (?:may|can|will) (?:also |only )?(?:receive|get|obtain|be given|be granted) "
    r"(?:PA |prior authori[sz]ation )?"
    r"(?:approval|coverage|authori[sz]ation) (?:for|when|if|in)\b",
    # "It will be paid when an adult has …", "the plan reimburses it for …", "only adults who … may receive it".
    rf"\b{_IT} (?:is|will be|may be|can be) (?:only |also )?(?:paid|funded|permitted|accepted|reimbursed) (?:only )?"
    r"(?:for|in|when|if|once|where|after)\b(?! (?:by|full|part)\b)(?![^.;]{0,30}\b(?:bill|claim|submit|code))",
    rf"\b(?:we|plans?|program|department|agency) (?:will )?(?:only )?reimburses? {_IT} (?:only )?(?:for|in|when|if)\b",
    rf"^\W*only [^.;:]{{3,160}}? (?:may|can) (?:receive|get|have|be given|be treated with) {_IT}",
    rf"\b{_IT} (?:may|will|can) be considered (?:for|in) [^.;:]{{3,80}}? (?:when|if|provided|once)\b",
    r"\bcan (?:then |now |also )?(?:use|receive|be given)\b|\bqualif(?:y|ies) for\b",
    r"^\W*(?:an? |any |all |adult )*(?:patients?|members?|individuals?|people|adults?|those|anyone)\b[^.;:]{3,90}"
    r"(?<!not )\bqualif(?:y|ies) (?:after|if|when|once|with)\b"
    r"|^\W*(?:members|adults|patients|those|an adult|a member) (?:qualif(?:y|ies)|(?:is|are) eligible) "
    r"(?:after|if|when|once)\b"
    r"|^\W*(?:(?:all|adult) )*(?:members|adults|patients|those)\b[^.;:]{3,160} are eligible"
    r"(?:\W*$| (?:after|once|if|when)\b)",
    # "Spravato: eligible as follows.", "resistant depression qualifies after two failures", "the two uses are (1) …".
    r"(?<!not )\b(?:eligible|covered|approved|payable) as follows\b",
    r"\b(?:depression|ideation|behaviou?r|TRD|MDSI|(?:use|indication|diagnosis))(?: \([^()]*\))? qualif(?:y|ies)\b"
    r"(?=[^.;]{0,60} (?:after|if|when|once|with|from|only)\b)",
    r"^\W*the (?:only )?(?:two|three) (?:(?:covered|approved|accepted) )?(?:uses|indications) are\b",
    r"\b(?:approval|authorization|coverage) criteria\b",
    r"\b(?:benefit|coverage) (?:now |also |then |will )?(?:takes? in|includes?|extends? to|is extended to|expands? to"
    r"|adds?)\b",
    r"\b(?:may|will|can|shall|does) (?:\w+ )?(?:approve|authorize|cover|allow|pay for|reimburse)\b",
    r"\b(?:may|can) (?:also |only |then )?be (?:used|given|prescribed|administered) (?:as|for|to treat|when|if"
    r"|during)\b",
    r"\b(?:is|are) (?:listed )?(?:on|in) (?:the|our|its|a) (?:[\w-]+ ){0,3}(?:formulary|drug list|PDL)\b",
    # "Both drugs are judged by one set of criteria": by criteria of its own, not those of another policy.
    r"\b(?:spravato|(?:es)?ketamine)\b[^.;]{0,80}\b(?:is|are) (?:judged|decided|assessed|evaluated|reviewed|approved)"
    r"(?: on| by| under| against| with| according to) (?:(?:one|a single|the same|these|the following|those)\b"
    r"[^.;]{0,20}\bcriteria|the criteria (?:below|here|that follow))\b",
    r"\bsubject to (?:step therapy|(?:a )?quantity limits?)\b",
    r"\b(?:is|are) (?:now )?(?:a |an )?(?:non-?)?(?:preferred|formulary) (?:brand |specialty )?(?:drug|product|agent"
    r"|medication|brand)\b",
    flags=re.IGNORECASE,
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
# What no agency has approved is not therefore covered, nor refused.
UNAPPROVED = any_phrase(
    r"\b(?:has|have|was|were) (?:not|never) (?:yet )?(?:been )?(?:approved|cleared|licen[sc]ed)\b[^.;]*"
)
# "The Food and Drug Administration (FDA) first approved it for …", "authorized by regulators in 1970 for …": what may
# be sold is not what is paid for.
_REGULATOR = r"(?:FDA|Food and Drug Administration(?: \(FDA\))?|(?:federal|drug|\bU\.?S\.?) regulators?|regulators)"
_LETS_SELL = r"(?:approve|authorize|clear|license|grant|allow)[ds]?"
# "Ketamine is not approved by the FDA for depression": no agency's word is the payer's.
OF_THE_MARKET = compiled(
    r"\bnot (?:yet |currently |been )?(?:approved|authorized|cleared|licen[sc]ed) by (?:the |federal )?(?:US |"
    rf"U\.S\. )?{_REGULATOR}\)?"
    # "A generic of the spray is not available": what can be bought at all.
    r"|\bgenerics?(?: (?:versions?|equivalents?|forms?|products?))?(?: (?:of|for) [\w ]{3,30}?)? (?:is|are) "
    r"(?:not|no longer) (?:yet |currently )?(?:available|marketed|sold)\b"
    # The label recited: "the sole anesthetic agent approved for …", "is approved … to supplement low-potency agents".
    r"|\b(?:sole|only) an[ae]sthetic(?: agent| drug)? (?:that is |which is )?(?:approved|indicated|labell?ed)\b"
    r"|(?<!requests )\b(?:is|was|has been) (?:FDA[- ])?(?:approved|indicated|labell?ed) (?=(?:as|for|in|to)\b[^;]*"
    r"\b(?:(?:skeletal )?muscle relaxation|relaxed muscles|low[- ]potency (?:an[ae]sthetic )?agents))",
    re.IGNORECASE,
)
OF_REGULATORS = any_phrase(
    rf"\b{_REGULATOR}\)?,?(?: (?:has|have|had|did|may|(?:back )?in \d{{4}},?|first|also|only|since|then|\w+ly)\b)* "
    rf"{_LETS_SELL}\b",
    rf"\b{_LETS_SELL} by (?:the |federal )?(?:US |U\.S\. )?{_REGULATOR}",
)
