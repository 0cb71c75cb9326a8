"""How payers word, among criteria, what they do themselves and what nobody has to meet. Words only."""

from __future__ import annotations

import re

from parsers.criteria.own_criteria import OWN_CRITERIA
from parsers.language.patterns import compiled

_REFUSED = (
    r"(?:is|are|will be|may be) (?:therefore |considered |deemed )*(?:denied|rejected|returned|refused|excluded|"
    r"investigational|experimental|contract exclusions?|not (?:be )?(?:considered )?"
    r"(?:covered|approved|payable|medically necessary))"
)
# "Requests that do not meet these criteria will be denied", "if the criteria are not met, it is not covered".
_OF_THE_UNMET = compiled(
    rf"^\W*(?:any |all |such )?(?:requests?|cases?|claims?|uses?|services?|treatment)s? "
    rf"(?:(?:that|which) (?:do(?:es)? not|fails? to) meet|not meeting|without meeting) {OWN_CRITERIA} {_REFUSED}\W*$"
    rf"|^\W*(?:if|when|where) {OWN_CRITERIA} (?:is|are|has|have) not (?:been )?(?:all )?(?:met|satisfied|fulfilled),? "
    rf"[^.;,]{{2,60}} {_REFUSED}\W*$",
    re.IGNORECASE,
)
# "Waiting could put the member's health in jeopardy."
_ENDANGERS = (
    r"(?:endanger|jeopardi[sz]e|threaten|(?:could|may|might|can|would|will) (?:\w+ly )?harm\b"
    r"|(?:puts?|places?|putting|placing) [^.;]{0,90}?\b(?:in (?:\w+ )?(?:jeopardy|danger)|at (?:\w+ )?risk)\b"
    r"|(?:needs?|requires?) (?:a|an) (?:\w+ )?(?:decision|review|answer) within \d+ hours)"
)
_A_WAIT = (
    r"(?:time ?frames?|(?:standard|ordinary|routine|normal) (?:reviews?|waits?|time)|turn-?around(?: times?)?|delays?|"
    r"waiting|waits?)"
)
# "By ticking Urgent the provider certifies that a delay could endanger the patient", as a fragment of patterns.
# "Standard review: the timeframe does not jeopardize the health of the member", as a fragment of patterns.
OF_A_DELAY = (
    rf"(?:\b(?:certif|attest|confirm)\w* that [^.;]{{0,80}}\b{_ENDANGERS}"
    rf"|\b{_A_WAIT} [^.;]{{0,40}}\b(?:{_ENDANGERS}|serious(?:ly)? harm|do(?:es)? (?:no )?(?:\w+ )?harm))"
)
# "One fill may not exceed a 30-day supply", "a fill may cover up to 90 days": what a pharmacy hands out at once.
FILLED_AT_ONCE = compiled(
    r"^\W*(?:(?:an?|1|one|each|any|every|no) )?(?!initial|first)(?:[\w-]+ ){0,2}fills? (?:may|can(?:not)?|must|shall) "
    r"(?:only |not |never )?(?:cover|exceed|hold|span|be for|be (?:more|longer) than)\b[^.;]{0,20}?\bdays?\b"
    r"(?: supply)?\W*$",
    re.IGNORECASE,
)
# "Lost devices are not replaced", "denied requests may be sent again".
_OF_REQUESTS = compiled(
    r"^\W*(?:lost|stolen|damaged|spilled|expired|wasted)\b[^.;]*\b(?:not|never)\b[^.;]*\b(?:replaced|covered|paid|"
    r"refilled|reimbursed)\W*$"
    r"|^\W*(?:denied|rejected|incomplete|withdrawn|late) (?:requests?|claims?|forms?) "
    r"(?:may|can|will|are|must)\b[^.;]*\W*$"
    # "Pharmacies that hand a kit to a member will have the claim reversed".
    r"|\b(?:pharmac(?:y|ies)|providers?) (?:that|which|who)\b[^.;]*\bclaims? (?:is |are |will be )?"
    r"(?:reversed|recouped|taken back)\W*$"
    # e.g. "providers shall request authorization before the first session"
    r"|^\W*(?:the )?(?:(?:prescribing|requesting|treating|ordering) )?"
    r"(?:providers?|prescribers?|practitioners?|practices?|clinics?|offices?|physicians?|facilit(?:y|ies)) "
    r"(?:shall|must|should|will|(?:is|are) to|needs? to|ha(?:s|ve) to) (?:request|obtain|seek|ask for|get) "
    r"(?:(?:an?|the|prior) )*"
    r"(?:authori[sz]ation|approval|pre-?certification)\b(?![^.;]*\b(?:if|when|unless|until|only)\b)[^.;]*\W*$"
    # e.g. "By ticking this box the office wants a reply within the ordinary time"
    r"|^\W*(?:by|in|on) (?:check|tick|mark)ing (?:this|that|the) (?:\w+ )?box,? [^.;]{3,60}?\b(?:asks?|requests?|"
    r"seeks?|wants?)(?: for)? (?:an? |the )?(?:\w+ )?(?:answer|review|decision|reply|response)\b[^.;]*\W*$"
    # e.g. "List one HCPCS code and the number of sessions"
    r"|^\W*(?:list|give|enter|note|state|write) (?:only )?(?:(?:the|one|an?|each|your) )?"
    r"(?:hcpcs|cpt|ndc|npi|icd-?10|procedure|billing) (?:codes?|numbers?)\b"
    r"(?![^.;]*\b(?:if|when|unless|shows?)\b)[^.;]*\W*$"
    # e.g. "if the dose changes between 56 mg and 84 mg, the approval need not be amended"
    r"|^\W*(?:if|when|should|an?|any|the|each)\b[^.;]*\b(?:dos(?:e|es|ing)|strength|mg)\b[^.;]*"
    r"\b(?:(?:approval|authori[sz]ation|request)s? (?:need|do(?:es)?) not (?:(?:need|have) to )?be "
    r"(?:amend|chang|re-?sent|renew|repeat|re-?submit)\w*"
    r"|(?:needs?|requires?) no (?:new|further|second|separate) (?:approval|authori[sz]ation|"
    r"request)s?)\b(?![^.;]*\b(?:if|when|unless|but|only)\b)[^.;]*\W*$"
    rf"|{OF_A_DELAY}",
    re.IGNORECASE,
)
# "List all antidepressants that have been tried, with dates", "Which other drugs has the patient taken?", "For which
# use is it requested?": particulars to be told, whatever they are; how many must have failed is a demand.
_TREATMENTS = (
    r"(?:(?:oral|other|prior|previous|past|earlier|current|further|all|any|each|every|of|the|these|psychiatric|"
    r"depression) )*(?:antidepressants?|drugs?|medic(?:ation|ine)s?|treatments?|therap(?:y|ies)|agents?)"
    r"(?: (?:and|or) (?:antidepressants?|drugs?|medic(?:ation|ine)s?|treatments?|therap(?:y|ies)|agents?))?"
)
_TO_TELL = compiled(
    rf"^\W*(?:please )?(?:list|name|give|enter|note|state|write(?: down)?|specify) {_TREATMENTS}"
    r"(?:,? (?:that|which|the (?:patient|member|client)))?(?: (?:has|have|had|was|were|been|previously|already))* "
    r"(?:tried|taken|used|received|prescribed)(?: (?:so far|before|to date|in the past|previously))?"
    r"(?:,? (?:with|and|including) [^.;\d]{3,60})?\W*$"
    rf"|^\W*(?:what|which) {_TREATMENTS} (?:has|have|did|were|was|is|are)\b(?:(?!\bfail)[^?.;\d])*"
    r"\b(?:tried|try|taken?|used?|taking|using|received?|prescribed)(?: (?:so far|before|to date|in the past|"
    r"previously|and (?:when|for how long)))?\?\W*$"
    r"|^\W*(?:for|to treat) (?:what|which) (?:\w+ )?(?:condition|use|indication|diagnosis|purpose|disorder)s? "
    r"(?:is|are|will)\b[^?.;\d]{3,60}\b(?:requested|prescribed|used|given|ordered|sought|needed|intended)\?\W*$",
    re.IGNORECASE,
)
# "Coverage ends when the member leaves the plan", "benefits vary by contract".
_OF_CONTRACTS = compiled(
    r"^\W*(?:coverage|benefits?|eligibility|approvals?|authori[sz]ations?|an? (?:approval|authori[sz]ation)) "
    r"(?:ends?|stops?|terminates?|var(?:y|ies)|depends?|(?:is|are) (?:subject|limited)|"
    r"does not guarantee|(?:is|are) no guarantee)\b[^.;]*\b(?:plans?|contracts?|coverage|benefits?|eligib\w+|"
    r"enroll\w*|membership|payment|polic(?:y|ies))"
    r"\b[^.;]*\W*$"
    # e.g. "benefits for it exist under the certificate", "medical necessity guidelines are satisfied"
    r"|^\W*(?:the )?(?:benefits?|coverage)(?: for (?:it|this|the \w+))? (?:is|are|exists?)(?: (?:available|provided|"
    r"included|offered|payable))? (?:in|under|through|by) (?:the |an? |his or her )?(?:(?:member|patient|enrollee|"
    r"subscriber)(?:'s|’s)? )?(?:health )?(?:contract|certificate|plan|benefit|policy|coverage)\b[^.;,]{0,40}?"
    r"(?:[,;]? and)?\W*$"
    r"|^\W*(?:the |all )?medical necessity (?:criteria|guidelines|requirements)(?: (?:and|or) (?:criteria|guidelines|"
    r"requirements))? (?:is|are|have been) (?:met|satisfied|fulfilled)\W*$",
    re.IGNORECASE,
)
# "Services that are not medically necessary are excluded": of all services, and not of the drug.
_OF_SERVICES = compiled(
    r"^\W*(?:any |all )?(?:services|treatments|drugs|items|therapies|procedures) (?:(?:that|which) are )?(?:deemed |"
    r"considered )?(?:not medically necessary|investigational|experimental)[^.;]{0,60} "
    rf"{_REFUSED}\W*$",
    re.IGNORECASE,
)
# "This drug is not a preferred product", "a generic is not available", "psychotherapy is a covered benefit".
_OF_PRODUCTS = compiled(
    r"^\W*(?:this|the) (?:drug|product|spray|medication|medicine) is (?:not )?(?:an? )?(?:preferred|non-?preferred|"
    r"formulary|non-?formulary|specialty)\b[^.;]{0,40}\W*$"
    r"|^\W*(?:an? )?generics?(?: (?:versions?|equivalents?|forms?))?(?: of [\w ]{3,30})? (?:is|are) not (?:yet )?"
    r"(?:available|marketed)\W*$"
    r"|^\W*(?:psychotherapy|counseling|office visits?|observation|monitoring)(?: \w+){0,3} (?:is|are) "
    r"(?:an? )?(?:separately )?(?:covered|payable|billable)(?: benefits?)?\W*$"
    # Under which benefit it is: "the plan does not consider it to be self-administered".
    r"|^\W*(?:the |this )?(?:[\w-]+ ){1,5}(?:does not |do not )?(?:considers?|regards?|treats?) (?:it|them|spravato|"
    r"esketamine|the (?:drug|spray|product))(?: (?:to be|as))?(?: an?)? (?:self|provider|clinician|professionally)-"
    r"administered(?: (?:drug|product|medication|medicine))?\W*$"
    # How the drug is not handed out is said elsewhere of its site.
    r"|^\W*(?:self-administration|home (?:use|administration|delivery)|use at home)(?: of [\w ]{3,30})? (?:is|are) not "
    r"(?:covered|permitted|allowed|approved|payable)\W*$"
    r"|^\W*(?:the |this )?(?:drug|spray|product|spravato|esketamine) is not (?:covered|approved|payable|dispensed) for "
    r"(?:(?:use at )?home(?: use| administration)?|self-administration)\W*$",
    re.IGNORECASE,
)
# "A second induction is reviewed as an initial request", "treatment after a gap counts as a new start": by which rules
# a later request goes; "sessions missed for a month are reviewed by the medical director".
_COURSE = r"(?:re-?)?(?:inductions?|courses?|series|starts?|treatments?|therapy|requests?|sessions?|doses?|episodes?)"
_LAPSED = r"(?:missed|skipped|interrupted|lapsed)"
_IS_TAKEN_AS = (
    r"(?:(?:is|are|will be|must be|shall be) (?:(?:reviewed|treated|handled|counted|regarded|processed|judged|"
    r"submitted) (?:as|like)|considered(?: as)?)|counts? as)"
)
_OF_LATER_COURSES = compiled(
    rf"^\W*(?:(?:an?|the|any|every|each|all) )?(?:(?:second|third|later|further|new|another|repeat(?:ed)?|subsequent|"
    rf"{_LAPSED}) )*(?:re-?)?{_COURSE}\b[^.;:,]{{0,50}}? {_IS_TAKEN_AS} (?:an? |the )?"
    r"(?:initial|new|first) (?:requests?|starts?|approvals?|authori[sz]ations?|courses?|inductions?|ones?)\W*$"
    rf"|^\W*(?:{_LAPSED} {_COURSE}|{_COURSE} {_LAPSED}|(?:gaps?|lapses?|interruptions?|breaks?))\b[^.;:,]{{0,50}}? "
    r"(?:is|are|will be) (?:reviewed|decided|judged|looked at|considered|evaluated) by (?:the|our|a) "
    r"(?:medical director|plan|pharmacist|reviewer|physician reviewer)s?\W*$",
    re.IGNORECASE,
)
# "SCOPE. Applies to groups that bought the rider", "this standard is for employers of fifty or more": whose business.
_BUSINESS = (
    r"(?:(?:employer |large |small |self-funded |self-insured |fully insured |commercial |covered )*(?:groups?|"
    r"employers?|accounts?|contracts?|lines? of business|certificates?|plans?)|(?:policies|products) "
    r"(?:sold|issued|written))"
)
_RULES = r"(?:polic(?:y|ies)|standards?|rules?|criteria|documents?|guidelines?|bulletins?)"
_OF_BUSINESS = compiled(
    rf"^\W*(?:scope|applicability|applies|who this is for)?\W*(?:(?:the|this|these|our) {_RULES} )?"
    r"(?:also |only )?(?:appl(?:y|ies)|extends?|(?:is|are) (?:only )?(?:for|used for|valid for|written for|"
    r"applicable to))(?: only)? (?:to )?(?:all |any |every |each |the |those )?"
    rf"{_BUSINESS}\b(?![^.;]*\b(?:patients?|fail\w*|diagnos\w*|depress\w*|years|age|treated|prescri\w*|if|unless|"
    r"who)\b)[^.;]{0,90}\W*$",
    re.IGNORECASE,
)
# "Children's coverage plans have their own", "members of the state plan are under their own list": a pointer elsewhere.
_OTHERS_HAVE_THEIRS = compiled(
    r"^\W*(?:[^.;:]{3,90}\buse[sd]? (?:the same|this) (?:form|polic(?:y|ies)|criteria|list)s?\. )?"
    r"[^.;:]{0,60}?\b(?:plans?|programs?|groups?|states?|employers?|contracts?|accounts?|lines of business|"
    r"organizations?|medicare|medicaid|chip|members|enrollees)\b[^.;:]{0,40}? "
    r"(?:has|have|keeps?|uses?|follows?|publish(?:es)?|maintains?|sets?|goes? by|(?:is|are|fall|falls|come|comes) "
    r"under|(?:is|are) subject to) (?:an? |the )?"
    r"(?:(?:their|its) own|theirs|(?:[\w-]+ )?(?:form|polic(?:y|ies)|criteria|list|one|rules?)s? of (?:their|its) own"
    r"|others?|another|separate|different)\b"
    r"(?: (?:prior |authorization |coverage |drug |preferred )*(?:forms?|polic(?:y|ies)|criteria|lists?|ones?|rules?|"
    r"process(?:es)?|pages?|documents?|requirements?))?(?: elsewhere| for (?:it|this drug|this|them))?\W*$",
    re.IGNORECASE,
)
OF_THE_PAYER = (
    _OTHERS_HAVE_THEIRS, _OF_BUSINESS, _TO_TELL, _OF_LATER_COURSES, _OF_THE_UNMET, _OF_REQUESTS, _OF_CONTRACTS,
    _OF_SERVICES, _OF_PRODUCTS, FILLED_AT_ONCE,
)  # fmt: skip
