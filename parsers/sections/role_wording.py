"""How payers title the sections of a policy: one role a row, and the first row that fits decides."""

from __future__ import annotations

from parsers.sections.office_titles import OFFICE_TITLES
from parsers.sections.role_sayings import SAYINGS
from parsers.sections.section_roles import Role

_THE_DRUG = (
    r"(?:it|this|(?:(?:the|this) )?(?:drug|medicine|medication|spray|product|treatment)|(?:es)?ketamine|spravato)"
    r"(?: (?:nasal spray|infusions?|\([^)]*\)|(?:and|or) (?:es)?ketamine))*"
)
# The first row that fits decides; what a payer says in so many words comes before what it titles.
WORDING: tuple[tuple[Role, str], ...] = (
    *SAYINGS,
    *OFFICE_TITLES,
    # "Max units [HCPCS unit]" counts in units and lists no codes.
    # "Common denials", "how to avoid a denial" are of claims.
    (
        "coding",
        r"\b(?:common|frequent|usual|typical|top|claims?|avoid(?:ing)?|prevent(?:ing)?|appeal\w*)\b.*\bdenials?\b",
    ),
    # Of diagnoses, drugs and classes to which a list of questions points.
    ("coding", r"^\W*(?:(?:clinical|edit|criteria) )*supporting tables?\W*$"),
    # "Codes and terms of payment" holds the terms.
    (
        "coding",
        (
            r"\bcod(?:e|es|ing)\b(?! and (?:the )?(?:terms|rules|conditions|criteria) (?:of|for)\b)|"
            r"\b(?:CPT|HCPCS|ICD-?\d*)\b(?! (?:billing )?units?\b)"
        ),
    ),
    (
        "definitions",
        (
            r"\b(?:(?<!meets the )(?<!meet the )(?<!meeting the )(?<!meets )(?<!meet )definitions?|"
            r"glossary|key ?words|terminology|vocabulary|abbreviations|acronyms|terms used|"
            r"language(?: (?:as|that is|we))? used?)\b|"
            r"\bmeanings? of (?:the |these |some |certain )?(?:words|terms|phrases)\b|"
            # Beside a code: "Meaning", "What it stands for", "Descriptor".
            r"^\W*(?:meanings?|(?:what (?:it|they) )?(?:means?|stands? for)|(?:\w+ )?descriptors?)\W*$|"
            # e.g. "Words", "Words as they are used here", "What our terms mean"
            r"^\W*words\W*$|^\W*(?:about|a (?:word|note) (?:on|about)) (?:the |our |these )?(?:terms?|words?|"
            r"definitions?)\W*$|"
            r"^\W*(?:what )?(?:(?:the|some|other|these|our|certain) )?(?:terms|words|expressions|phrases)"
            r"(?: (?!of\b|for\b)[\w'’]+){0,5} (?:use[sd]?|means?|meanings?|understood|defined|explained)\b"
        ),
    ),
    (
        "limits",
        (
            r"\b(?:quantity|dosage|dosing|dose|supply|dispensing|billing unit) (?:and \w+ )?(?:limit\w*|"
            r"restriction\w*|maximum\w*)|^\W*(?:\d+\.\s*)?"
            r"(?:(?:and )?(?:for )?how long\b|(?:length|duration|terms?|time|period)\W*$)|"
            r"\b(?:limit\w*|maximum)\b[^.]{0,25}\b(?:quantity|dos\w+|suppl\w+)|"
            r"\b(?:authori[sz]ation|approval|coverage|certification) (?:duration|period|length|term|"
            r"time ?frame)s?|\b(?:duration|length|period|term)s? of (?:(?:the|initial|first|each|renewal) )*"
            r"(?:approval|PA\b|authori[sz]ation|coverage|therapy|treatment|renewal)|\bquantit(?:y|ies)\b|"
            r"^\W*(?:dosing|dosage|"
            r"limits?(?: (?:at a glance|in brief|by \w+|per \w+|for each \w+|and lengths?))?|limitations?|"
            r"dosing and administration|(?:site|place)s? of (?:care|service|administration|treatment)"
            r"(?: \([A-H](?:(?:,| and| or|,? and) [A-H])*\))?)\W*$|"
            r"^\W*max(?:imum|\.)? (?:\w+ )?units?\b|"
            r"\bapproved (?:length|quantity|duration)|"
            r"^\W*(?:(?:time limits?|limits|time ?frames?|lengths?|durations?|terms?|amounts?|periods?|times?|supply|"
            r"doses?|devices?)(?:,? and |, |/| & |\W*$)){1,4}$|"
            r"\b(?:approval|authori[sz]ation|coverage|renewal|PA) limits?\b|"
            # e.g. "Authorization and limits", "Quantity limits and approvals", "Approvals & amounts"
            r"^\W*(?:[\d.]+ |[A-Z][.)] )?(?:approval|authori[sz]ation)s? ?(?:and|&|/) ?(?:\w+ )?"
            r"(?:limits?|limitations?|amounts?|quantit(?:y|ies))\W*$|"
            r"^\W*(?:[\d.]+ |[A-Z][.)] )?(?:limits?|limitations?|amounts?|quantit(?:y|ies)) ?(?:and|&|/) ?(?:\w+ )?"
            r"(?:approval|authori[sz]ation)s?\W*$"
        ),
    ),
    (
        "evidence",
        (
            # e.g. "Market news and updates", "New drug approvals and pipeline": what is told of the trade.
            r"^\W*(?:(?:recent|new|latest|product|antidepressant|psychiatric) )*(?:market|industry) (?:news|updates?|"
            r"changes|trends|developments|events)(?:,? (?:and|&) (?:[\w-]+ ){0,2}[\w-]+)?\W*$|"
            r"^\W*(?:new drug approvals,? (?:and|&) )?(?:(?:drug|product|antidepressant|industry|the|new) ){0,2}"
            r"pipeline(?: (?:agents|drugs|products|news|updates?))?(?:,? (?:and|&) (?:[\w-]+ ){0,2}[\w-]+)?\W*$|"
            r"\b(?:evidence(?! review (?:results|outcomes|decisions|votes)\b)|(?:clinical|scientific) justification|"
            r"literature|"
            r"clinical (?:trials?|studies|data|evidence|experience)|key points|rationale|"
            r"position statements|(?:society|societies|professional|organi[sz]ations?'?) position statement|"
            r"practice guidelines?|technology assessments?(?! (?:results|outcomes|decisions|votes)\b)|"
            r"professional (?:societ\w+|guidance|statements?)|scientific (?:background|basis|literature)|studies|"
            r"task force|guidelines and recommendations|what (?:the )?(?:trials|studies|research)(?! cover)|"
            r"what (?:we|(?:the|our) (?:\w+ )?(?:committee|reviewers|panel|plan)) (?:have |has )?"
            r"(?:read|looked at|consulted|drew on|relied on|weighed|found in)|"
            r"from the (?:\w+ ){0,2}(?:drug utili[sz]ation review|DUR|P&T|pharmacy and therapeutics) (?:board|"
            r"committee)|"
            r"(?:facts|figures|findings|data|numbers|statistics|results) (?:from|of|in|behind) (?:the |our |a )?"
            r"(?:[\w-]+ ){0,3}?(?:review|analysis|claims|report|survey|utili[sz]ation|board)|"
            r"recommendations of others|supporting (?:evidence|information|"
            r"literature))\b|^\W*informational notes?\W*$|"
            r"^\W*(?:(?:the|our) )?(?:reasons|reasoning)(?: (?:for|behind) (?:the|this|our) "
            r"(?:policy|position|rules?|criteria|answers?))?\W*$"
        ),
    ),
    (
        "renewal",
        (
            r"\bto (?:continue|keep going|go on)\b|"
            r"\bcan (?:i|we|you|the (?:member|patient)) (?:go on|continue|stay on|keep)\b|"
            r"\bre-?(?:authori[sz]\w*|new\w*|approv\w*|certif\w*|treatment)\b|\bcontinu(?:ation|ed|ing|ance)\b|"
            r"\bmaintenance (?:therapy|treatment|criteria|phase|approval)|\bsubsequent (?:spravato )?(?:approval|"
            r"authori[sz]ation|request|review|coverage|treatment)s?|\bextension\b|\bongoing (?:therapy|treatment|"
            r"coverage)|\bfollow-?up (?:approval|authori[sz]ation|request)s?"
        ),
    ),
    (
        "exclusions",
        (
            r"\b(?:do(?:es)?|will) not (?:cover|pay|approve)\b|"
            r"\b(?:not meet|fails? to meet)(?: the)? (?:definition|criteria|medical necessity)\b|"
            r"\b(?:not|non|never)[- ]?(?:be )?(?:covered|approv\w+|authori[sz]ed|recommended|medically necessary|"
            r"reimburs\w+|eligible|paid|payable|compensable)|\bexclu(?:sions?|ded)\b|\b(?:investigational|experimental|unproven|"
            r"investigative)\b|\bnot (?:considered )?(?:medically )?necessary\b|\bnon-?coverage\b|"
            r"\b(?:coverage|payment|approval|benefits?)\b[^.;:]{0,30}\bnot (?:be )?(?:provided|available|given|"
            r"granted)\b|"
            r"\bcontraindications? to coverage|\bunsupported|\bnot (?:supported|endorsed)\b|\bnon-?benefits?\b|"
            r"\bnot an? (?:\w+ )?benefit\b|\bdenied uses|"
            # "Care for which the employer is not liable", "what a carrier need not pay".
            r"\b(?:is|are) not (?:liable|responsible)\b|\bno \w+ is (?:liable|responsible)\b|"
            r"\bno payment is (?:made|due)\b|\b(?:need|does|do) not (?:(?:have|need) to )?(?:pay|reimburse)\b|"
            # No title of both: "Approvals and denials".
            r"(?<!\bapproval and )(?<!\bapprovals and )(?<!\bapproval or )\bdenials?\b(?! (?:and|or) approvals?\b)|"
            r"^\W*denied\b(?! (?:claims?|requests?|appeals?))|\b(?:will|would|is|are) (?:be )?denied\b|"
            r"\b(?:when|what)\b[^.]{0,25}\b(?:not|never)\b|\blimitations? (?:and|of)\b|"
            r"\b(?:we|(?:plan|program|benefit|policy|formulary|list)s?)(?: (?:always|never|also))? "
            r"(?:excludes?|refuses?|rejects?|leaves? out|(?:does|do|will) not (?:cover|pay))\b"
        ),
    ),
    (
        "initial",
        (
            r"\binitial\b|\binitiation\b|\bstarting (?:therapy|treatment)|\bnew (?:starts?|requests?|patients?)\b|"
            r"\bfirst (?:approval|authori[sz]ation|request|course)"
        ),
    ),
    (
        "other",
        (
            r"^\W*(?:no longer|not) (?:asked(?: for)?|required|needed)\W*$|"
            # What kind of paper it is: "Type of criteria", "Policy status".
            r"^\W*(?:types?|kinds?|status|category|classification) of (?:the )?(?:criteri(?:a|on)|edits?|policy|"
            r"guideline|document|rule)\W*$|^\W*(?:criteria|edit|policy|guideline|document|rule) "
            r"(?:types?|kind|status|category|classification)\W*$|"
            # e.g. "What auditors find", "What our claims reviews have shown", "Audit findings"
            r"^\W*what (?:[\w']+ ){0,2}?(?:auditors?|audits?|investigat\w+|reviews) (?:[\w]+ ){0,2}?(?:finds?|found|"
            r"shows?|showed|shown|sees?|seen)\b|\baudit (?:findings?|results?)\b|"
            # e.g. "What will an auditor ask for?": of records afterwards, and not of a request
            r"^\W*what (?:[\w']+ ){0,2}?auditors? (?:\w+ )?(?:asks?|looks?|wants?|needs?|checks?)\b|"
            r"^\W*(?:[\d.]+ )?(?:(?:the )?(?:effective|issue|implementation) date|exceptions? to (?:the )?dates?)\W*$|"
            # A second way to the same drug, with criteria of its own.
            r"^\W*non[- ]?formulary(?: (?:criteria|exceptions?|requests?|medications?|drugs?))?\W*$|"
            r"^\W*requires? PA\W*$|^\W*see also\b|^\W*(?:before you (?:answer|begin|start|call|send|submit)|"
            r"do not (?:tell|say|quote)|escalat\w+)\b|"
            r"^\W*(?:(?:covered|preferred|formulary|therapeutic|treatment) )*(?:alternatives?|"
            r"other(?= (?:covered|preferred)))(?: (?:(?:covered|preferred) )?"
            r"(?:services|treatments|therapies|drugs|medications|agents|options))?\W*$|"
            # A form's question of who supplies the drug.
            r"^\W*(?:medication|drug)s? (?:(?:is|to be|will be|being) )*(?:provided|supplied|dispensed) (?:by|from)\b"
            r"(?!.*(?:ketamine|spravato))|"
            r"\b(?:how|where|when|who) to\b|\b(?:request(?:ing|s)?|submi\w+|obtain\w*) (?:a |for )?(?:prior |"
            r"pre-?)?(?:authori\w*|PA|precert\w*|claims?|approval)|(?<!accepted )\bclaims?\b|\bbilling\b|"
            r"\breminders?\b|\bcontacts?\b|\bcovered alternatives\b|^\W*requires (?:PA|prior authorization)\W*$|"
            r"\b(?:topics?|policies|criteria|drugs?|products?) nearby\b|\b(?:nearby|neighbou?ring|adjacent) (?:topics?|"
            r"polic(?:y|ies)|criteria|drugs?)\b|^\W*see also\b|^\W*cross[ -]?references?\W*$|"
            r"\bincluded in this document\b|\brelated (?:(?:medical|clinical|drug|pharmacy|coverage|payment|"
            r"reimbursement|community plan|commercial|medicare|medicaid|advantage|exchange|plan|policy|UM) )*"
            r"(?:criteria|topics?|drugs?|agents?|"
            r"polic\w+|alerts?|news|bulletins?|articles?|coverage|documents?|resources?|guidelines?|links?|"
            r"information|pages?|entries|content)\b|"
            r"\b(?:similar|more) (?:pages?|entries|polic(?:y|ies)|documents?|drugs?|topics?|links?|"
            r"updates?|news|articles?|alerts?|stories|bulletins?)\W*$|"
            r"^\W*(?:(?:what to )?read|up) next\W*$|^\W*you (?:may|might) also (?:like|want|need)\b|"
            r"^\W*(?:recent|latest|popular|archived?|older) (?:posts?|"
            r"news|articles|stories|entries)\W*$|^\W*archives?\W*$|"
            r"^\W*also (?:posted|published|announced|new|in the news|(?:in )?this (?:week|month|issue))\b|"
            r"^\W*more (?:from|in|on) .{0,40}\b(?:news|updates?|posts?|articles|bulletins?)\W*$|"
            # What helps those who answer the telephone.
            r"\bcall(?:er|s)?[- ](?:tool|script|flow|guide)s?\b|\b(?:phone|telephone) scripts?\b|\bcheat[- ]?sheets?\b|"
            r"\bjob aids?\b|^\W*what (?:\w+ ){0,2}?(?:callers|people|offices|members|prescribers|providers|pharmacies) "
            r"(?:\w+ )?(?:want to know|ask(?: us| about)?)\W*$|"
            r"^\W*you (?:will|may|might) (?:also )?be asked\W*$|"
            r"^\W*(?:callers|offices|members|prescribers|providers|pharmacies|people) (?:(?:often|also|may) )?ask\W*$|"
            r"^\W*(?:an? |the |our )?(?:[\w-]+ )?quiz\b|\btest your (?:knowledge|understanding)\b|"
            r"\bother articles\b|\btips\b|\bquestions?\b|\bFAQs?\b|\bfind (?:more|out)\b|"
            r"^\W*(?:housekeeping|odds and ends|practicalities|miscellan\w+|practical (?:matters|points|notes))\W*$|"
            r"\bin this (?:issue|mailing|bulletin|newsletter|edition)\b|"
            r"^\W*(?:you may (?:also )?(?:need|want|like)|also (?:of interest|available))\b|"
            # What else a site has told: "More provider alerts", "Related news", "Recent posts", "Links".
            r"^\W*(?:in |also in )?(?:other|more|related|recent(?= posts| articles)) (?:\w+ )?(?:news|updates?|topics|"
            r"announcements?|bulletins?|alerts?|memos?|posts|articles)\b|^\W*(?:(?:related|useful|quick) )?links\W*$|"
            r"^\W*related(?: (?:items?|reading|materials?|subjects?|benefits?|services|programs?))?\W*$|"
            r"\btable of contents\b|\bcontents\b|\bappeals?\b|\bfederal employee|"
            r"\bclinical notes\b|\b(?:products?|drugs?|medications?) affected\b|"
            r"^\W*restricted (?:products?|drugs?|medications?)(?:\(s\))?\W*$|\bscales?\b|"
            r"\breimbursement\b|\bprocurement\b|\bresources\b|\badverse (?:events?|"
            # Of a patient, not of who makes rules.
            r"reactions?)\b|\bemergency\b(?! (?:amendment|rule|rulemaking|regulation|order|adoption|amended|change|"
            r"provision)s?\b)|\bcontinuity of care\b|\btransition\b"
        ),
    ),
    (
        "indications",
        (
            r"\b(?:criteri(?:a|on)|medical necessity|medically necessary|polic(?:y|ies) (?:statements?|position|"
            r"criteria|guidance)|coverage (?:polic\w+|guidance|position|statements?|determinations?|indications?|"
            r"rules?|and limitations)|medical statement|coverage|covered|authori[sz]ation (?:requirements?|"
            r"guidelines?|rules?)|(?<!FDA )(?<!regulatory )(?<!governmental )(?<!bodies )(?<!agency )approval|"
            r"indications? (?:for|and) (?:coverage|approval)|recommended|proven|"
            r"position|public statement|prior[- ]authori[sz]ation|precertification|step therapy|"
            r"conditions of (?:coverage|payment)|(?:what|when|how|if) (?:(?:is|are|we|the (?:plan|program|payer)) )+"
            r"(?:cover\w*|pa(?:y|ys|id)\b|approv\w*)|"
            r"do(?:es)? (?:(?:the|my|our|this) (?:\w+ )?\w+|we|it) (?:cover|pay)|"
            r"what (?:[\w']+ ){0,3}?(?:must|has to|have to|needs? to|should) (?:be )?(?:shown?|established?|documented|"
            r"prove[dn]?|met)|"
            r"what (?:(?:the|our|this|each|every) )?(?:[\w']+ ){1,3}?(?:requires?|asks?(?: for)?|needs?|insists? "
            r"on|looks? for|"
            r"expects?|wants?(?: to see)?)(?=\W*$)|"
            r"who (?:(?:can|may|will) (?:be (?:approved|treated|given)|get|have|start|receive)|qualifies|is eligible)|"
            r"(?:patient|case) selection|(?:eligible|suitable) (?:patients|members)|eligibility|requirements?|"
            r"procedures|prescribers?(?: \w+)?|provider (?:qualifications|specialt\w+))\b|"
            r"^\W*(?:[IVX\d]+[.)] )?approve[sd]?\b(?! by\b)|"
            r"^\W*(?:[IVX\d]+[.)] )?(?:polic(?:y|ies)|indications?|treatment indications?|guidelines?|recommendations?|"
            r"procedure|diagnosis requirements|scope of policy|statement|determination|decisions?(?: \([\w ]+\))?)\W*$"
        ),
    ),
    (
        "boilerplate",
        (
            r"\b(?:disclaimers?|instructions? for use|important (?:note\b|reminders?|information)|legal|"
            r"(?:post-?payment )?audit statement|(?:notes?|instructions?|directions|tips|help) (?:\w+ ){1,6}"
            r"(?:fill(?:s|ing)?|complet(?:es?|ing))\b[^.:]{0,30}|copyright|"
            r"benefit application|application (?:to|of)|general information|about this|notices?|"
            # Not "Applicable to both conditions": whose criteria follow, it says.
            r"applicab\w+(?! (?:to|for) (?:(?:both|all|any|every|each|either|the|of|these) ){1,3}(?:\w+ )?"
            r"(?:uses?|indications?|diagnos[ei]s|conditions?|disorders?|requests?|approvals?|patients?)\b)|"
            r"non-?discrimination|rights|language assistance|trademark|confidential\w*|lines? of business|"
            r"benefit (?:variations?|considerations?)|policy exceptions?|individual consideration|mandates?|"
            r"governing (?:law|documents?)|bluecard|national accounts?|"
            r"appendi(?:x|ces)|terms (?:and|of)|asset publisher)\b"
        ),
    ),
    (
        "background",
        (
            # e.g. "How the Board reasoned", "What the committee heard"
            r"^\W*(?:how|what|why)\b[^.]{0,20}\b(?:board|committee|panel|council|commission|P&T|members|we|staff|"
            r"speakers?)\b[^.]{0,20}\b(?:reason|discuss|debat|deliberat|heard|weigh|argu|thought|said|"
            r"asked(?! (?:for|of))|arrived|came to|got (?:here|there))|\b(?:reasoning|deliberations?|debates?)\b|"
            r"\b(?:board|committee|meeting|utili[sz]ation|claims) (?:notes?|minutes|discussion|data|trends?|figures)\b|"
            # "Utilization, Fiscal Year 2031", "Use in 2031": who was given it, not how it is managed.
            r"^\W*(?:[\w-]+ )?(?:use|utili[sz]ation|claims|requests)(?:,| in| for| during|:| [–—-])? ?(?:the )?"
            r"(?:(?:state |federal )?(?:fiscal|calendar|plan|contract) years? |[sf]{0,2}fy ?|cy ?)?(?:19|20)\d\d\W*$|"
            # e.g. "Utilization of Spravato: Fiscal Year 2031", "Claims for the spray in 2031"
            r"^\W*(?:use|utili[sz]ation|claims|requests) (?:of|for) [^:]{2,60}?(?:,|:| in| for| during| [–—-]) ?"
            r"(?:the )?"
            r"(?:(?:state |federal )?(?:fiscal|calendar|plan|contract) years? |[sf]{0,2}fy ?|cy ?)?(?:19|20)\d\d\W*$|"
            r"^\W*(?:(?:drug|pharmacy|claims|plan) )?utili[sz]ation\W*$|"
            r"\b(?:minutes|notes) of (?:the|a) (?:[\w&]+ ){0,4}(?:board|committee|meeting)\b|"
            rf"^\W*(?:(?:{_THE_DRUG}|the drug) )?at a glance\W*$|"
            r"^\W*(?:the )?product\W*$|"
            # "What the label says", "From the package insert": told, and no answer of the payer's.
            r"^\W*(?:what|from|in|on)(?: is in)? (?:the |its )?(?:FDA(?:['’]s)?[- ]|product |manufacturer['’]?s )*"
            r"(?:label(?:l?ing)?|(?:package )?insert)(?: (?:says|states|tells us|adds|contains|names))?\W*$|"
            rf"^\W*(?:what (?:is|are) {_THE_DRUG}|what (?:{_THE_DRUG}|they) (?:is|are|does|do))\W*$|"
            r"^\W*(?:(?:good|nice|useful|helpful|worth) (?:to know|knowing)|(?:for|by way of) (?:your )?(?:orientation|"
            r"information)|did you know)\W*$|"
            r"\b(?:help|hints|advice) (?:for|to) (?:the )?(?:reviewers?|staff|sites?|clinics|readers|pharmacists)\b|"
            r"^\W*(?:the )?(?:\w+ )?narrative\W*$|\b(?:reviewer|reviewing|examiner|staff)(?:s|['’]s|s['’])? notes?\b|"
            r"\b(?:backgrounds?|overview|description|introduction|summary|"
            r"about (?:the|this|our|these|both) (?:drugs?|"
            r"medic\w+|products?|treatment|condition|rule|policy|guideline|decision)|(?:reviewers|prescribers|"
            r"providers|members|you) (?:should|need to) know|notes? (?:for|to) (?:the )?"
            r"(?:reviewers?|staff|readers?)|how (?:it|the (?:drug|spray|medicine)) works|"
            r"(?:pre)?cautions?|cautionary (?:notes|statements)|^\W*(?:\w+ (?:and )?){0,2}risks\W*$|"
            r"^\W*(?:\w+ (?:and )?){0,2}(?:side|adverse|undesirable) (?:effects|reactions|events)\W*$|"
            r"what to watch for|product availability|(?:drug|product|disease|regulatory|label|labeling|"
            r"general) (?:information|description|summary|overview|status|notes?|facts|background)|(?:FDA|"
            r"(?<!off-)(?<!off )(?<!un)(?<!outside the )label(?:ed|ing)?)(?:[- ]approved)? "
            r"(?:indications?|information|uses?|status|notes?|approval)|"
            r"governing bodies|context\W*$|pharmacolog\w+|mechanism|(?<!\w )(?<!\w-)diseases?|the diseases?|"
            r"epidemiology|(?<!other )purpose|"
            # Not "Safety requirements", which asks.
            r"safety(?! (?:requirements?|rules?|conditions|program|standards|criteria|measures))(?: information)?|"
            r"boxed warning|warnings?|procedure or service|"
            r"food and drug administration|regulatory|discussion)\b"
        ),
    ),
)
