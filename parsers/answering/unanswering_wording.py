"""Sentences that use the words of a status without answering: procedure, definitions, claims, referrals."""

from __future__ import annotations

import re

from parsers.answering.defined_words import DEFINES_WORD, EXPLAINS_WORD
from parsers.answering.handling_wording import HANDLING
from parsers.language.any_of import any_of

# "Anesthesia in the operating room is outside this policy."
_THIS_TEXT = (
    r"(?:this|the present|our)(?: \w+){0,2} (?:polic(?:y|ies)|guidelines?|documents?|bulletins?|statements?|articles?)"
)
_SPEAKS_OF = (
    r"(?:address|review|evaluat|assess|consider|govern|examin|judg|discuss|treat|deal(?:t)? with|limit|restrict|"
    r"affect|touch|concern|appl(?:y|ies) to|reach|extend to|pertain to)"
)
OUTSIDE_POLICY = (
    r"\b(?:is|are) (?:outside|beyond|no part of|not part of|not the subject of) (?:of )?(?:the scope of )?this "
    r"(?:policy|guideline|document|bulletin|statement)\b"
    # "Ketamine used in anesthesia is unaffected."
    r"|\b(?:is|are|remains?) (?:unaffected|not affected)(?: by (?:this|the|these) [\w ]{3,30})?\W*$"
    # "Ketamine as an anesthetic is not reviewed under this guideline", "Anesthesia falls outside our policy."
    rf"|^(?!.*\b(?:any|all|other) )[^.;]*(?<!that )(?<!which )\b(?:is|are) not (?:{_SPEAKS_OF}(?:e?d)?"
    rf" (?:here|(?:under|by|in|with) {_THIS_TEXT})|subject to {_THIS_TEXT})\W*$"
    rf"|^[^.;]*\b(?:falls?|lies?|stands?) (?:outside|beyond) (?:of )?(?:the (?:scope|reach) of )?{_THIS_TEXT}\W*$"
    rf"|^\W*{_THIS_TEXT} (?:does|do) not {_SPEAKS_OF}e? (?!any|all|other)[^.;]*$"
    r"|^[^.;]*\b(?:(?:is|are) (?:reviewed|addressed|discussed|dealt with|governed|judged) (?:under|by|in)|has) "
    r"(?:another|a (?:separate|different)|its own|other) (?:\w+ ){0,2}"
    r"(?:polic(?:y|ies)|guidelines?|documents?|bulletins?)\W*$"
    r"|^[^.;]*\b(?:does|do) not (?:need|require) (?:prior )?(?:review|authori[sz]ation) (?:under|by) "
    rf"{_THIS_TEXT}\W*$"
)
# "Renewal requests should be sent 14 days before the end": how to ask, and no renewal granted.
ASKS_AGAIN = (
    r"^\W*(?:(?:all|any|the) )?(?:renewal|re-?authori[sz]ation|continuation)(?: requests?|s)? (?:should|must|may|can|"
    r"are to|need to) be (?:sent|submitted|faxed|filed|received|made|mailed|requested|entered)\b"
    r"(?![^.;]*\b(?:if|when|show\w*|with|document\w*|proof|response|improve\w*)\b)"
    # "Renewals are handled by the same team."
    r"|^\W*(?:all |the )?(?:renewals?|re-?authori[sz]ations?|extensions?)(?: requests?)? (?:is|are|will be) (?:handled|"
    r"processed|answered|triaged|reviewed) (?:by|in|like|within|under)\b"
    r"(?![^.;]*\b(?:if|when|show\w*|with|document\w*|proof|response|improve\w*|criteria)\b)"
)
# "Coverage will not be provided if the prescriber's signature is not on this form": how a request is filled in.
_FORM_LACKS = (
    r"\b(?:den(?:y|ied)|(?:not|cannot|can't|won't) (?:be )?(?:provided?|covered?|approved?|authori[sz]ed?|paid?|pay|"
    r"granted?|considered|available))\b[^.;]{0,40}? (?:if|when|where|unless|until|without) [^.;]{0,80}?"
    r"\b(?:signatures?|(?:not|is|are) (?:\w+ )?(?:signed|dated|legible|illegible)|(?:this|the|your) "
    r"(?:[\w-]+ ){0,3}(?:form|document|questionnaire|worksheet)\b[^.;]{0,30}? (?:incomplete|signed|completed?|returned|"
    r"received|blank|filled|missing|unsigned))\b"
)
NO_ANSWER = any_of(
    DEFINES_WORD,
    _FORM_LACKS,
    ASKS_AGAIN,
    *HANDLING,
    # "Ketamine acts on a receptor and is approved for anesthesia": what it is, and no answer of the payer.
    r"^\W*(?:racemic )?ketamine(?: hydrochloride)?,? (?:acts|works|blocks|binds|is an? (?:[\w-]+ ){0,4}?(?:antagonist|"
    r"an[ae]sthetic|agent|drug|racemate|mixture))\b[^.;]*\b(?:and|that|which) (?:is|was|has been) (?:\w+ )?(?:approved|"
    r"licensed|labell?ed|indicated|used)\b",
    # The name of another policy with its number, in a list of such.
    r"^(?!.*\b(?:is|are|may|must)\b)[^.;]*,? \b(?:medical|reimbursement|payment|administrative|pharmacy|coverage) "
    r"policy,? (?:[\w ]{2,20},? )?(?:no|number|#)\W{0,2}\d",
    # "The intent of this policy is to allow coverage where a benefit has been shown": why it was written.
    r"^\W*the (?:intent(?:ion)?|aim|goal|purpose|objective)s? of (?:this|the|our) (?:[\w-]+ ){0,2}?(?:polic(?:y|ies)|"
    r"guidelines?|criteria|document|bulletin|statement|review) (?:is|are) to\b",
    # "A speaker asked that it be covered for pain", "the Board discussed whether it should be covered": wished, not
    # said.
    r"\b(?:asked|urged|argued|wondered|inquired|discussed|debated|questioned|proposed|suggested|requested|commented|"
    r"testified)(?: (?:the|our) [\w ]{3,30}?)? (?:that|whether|if) [^.;]{3,140}?\b(?:be|is|are) (?:covered|"
    r"approved|paid|"
    r"reimbursed|added|allowed|preferred|excluded|denied|available|removed)\b",
    # "Questions about coverage of ketamine go to member services", "Some members choose to pay for it themselves".
    r"^\W*(?:questions?|inquiries|information|details|news|help|disputes?|complaints?) (?:about|on|regarding|"
    r"concerning|with) (?:the |your |our )?(?:\w+ )?(?:coverage|benefits?|payment)\b",
    # "A request for individual review goes to the address below": where to, whatever the answer.
    r"^\W*(?:an? |any |all |your )?(?:requests?|letters?|applications?) for (?:an? )?individual (?:case )?"
    r"(?:review|consideration) (?:goe?s?|(?:is|are|must be|should be|can be|may be) (?:sent|mailed|faxed|addressed)) "
    r"(?:to|by) (?:the |our |this |an? )?(?:[\w-]+ ){0,2}?(?:address|fax|mail|number|portal|e-?mail)\b",
    r"\b(?:choose|elect|prefer|decide|opt|wish|want)s? to (?:pay|buy)\b|\bpay(?:s|ing)? (?:for \w+(?: \w+){0,4} )?"
    r"(?:themselves|yourself|privately|in cash|out of (?:their own )?pocket)\b",
    # "It is not a benefit of every plan", "may not be covered under your plan", "excluded by some contracts".
    r"\b(?:not|exclu\w+|unavailable)\b[^.;:]{0,40}? (?:of|under|in|by|on|for|through) (?:every|some|certain|many|"
    r"several) (?:[\w-]+ ){0,2}?(?:plans?|contracts?|groups?|members?)\b",
    r"\b(?:may not|might not|might|may) be (?:a )?(?:covered|excluded|benefit|payable)\b[^.;:]{0,20} "
    r"(?:under|by|in|of) (?:your|the member's|their|a member's|his or her|the) (?:[\w'’-]+ ){0,2}?(?:plan|contract|"
    r"benefits?|certificate|group|booklet)\b",
    # "These services may or may not be covered by your plan", "If the contract excludes coverage for a drug, …".
    r"\b(?:may|might) or (?:may|might) not (?:be|have)\b",
    r"^\W*(?:if|when|where) [^.;,]{0,70}\b(?:contract|plan|benefits?|certificate|polic(?:y|ies))\b"
    r"[^.;,]{0,40}\bexcludes?\b",
    # "The program does not pay for off-label or experimental uses of drugs": of drugs at large.
    r"\b(?:off[- ]?label|experimental|investigational)(?: (?:and|or) (?:off[- ]?label|experimental|investigational))? "
    r"(?:uses?|indications?) of (?:drugs|medications|medicines|products|pharmaceuticals)\b",
    # "The revisions carry out what the Board approved in May": of what, is said elsewhere.
    r"\bwhat the [^.;,]{3,60}\b(?:board|committee|council)\b[^.;,]{0,12} approved (?:on|in|at)\b",
    # "Our plan calls a technology investigational when …": what the word means.
    r"\b(?:calls?|considers?|regards?|deems?|terms?|holds?|classes|classif(?:y|ies)) (?:an?|any) (?:(?:new|"
    r"health|medical) )?"
    r"(?:technology|service|treatment|procedure|drug|device|intervention)\b[^.;]{0,30}?"
    r"\b(?:investigational|experimental|unproven|(?:not )?medically necessary)\b[^.;]{0,20}? (?:when|if|where|"
    r"unless)\b",
    # "Whenever the drug itself has not been approved, the visit is not covered either": what goes with it.
    r"^\W*(?:if|when|where|whenever)\b[^,.;]{0,60}\b(?:not|denied|refused)\b[^.;]{0,200}\b(?:either|likewise|"
    r"too|as well)\W*$",
    # "Nursing that belongs to an unproven treatment is unproven too": what goes with whatever is so called.
    r"\b(?:part of|belongs? to|goe?s? with|going with|accompan(?:y|ies|ying)|incident(?:al)? to|related to|used in) "
    r"(?:an?y? |the )?(?:investigational|experimental|unproven|non-?covered) (?:[\w-]+ ){0,2}?(?:course|service|"
    r"treatment|therapy|procedure|infusion|drug|use|series)s?,? (?:is|are)\b",
    r"(?:criteria|requirements?|conditions)[^.]{0,60}\b(?:are|is|were|have|has) not(?: been)? (?:all )?(?:met|satisfied"
    r"|fulfilled)",
    r"(?:do(?:es)?|did) not (?:meet|satisfy|fulfill?)\b",
    r"\b(?:requests?|cases?|whatever|what|that) (?:that |which )?falls? short\b",
    r"\b(?:requests?|cases?|claims?) (?:that|which) (?:miss(?:es)?|lacks?|omits?|leaves? out)\b",
    r"\b(?:requests?|cases?|claims?) (?:that|which) (?:do|does) not (?:show|document|establish|include|"
    r"demonstrate|contain)\b",
    # Which benefit pays is told of what the other pays for.
    r"\bnot (?:available|covered|payable|offered|filled) (?:through|under|by|at) (?:the |its |a )?(?:[\w-]+ ){0,5}?"
    r"(?:pharmacy|retail|prescription|mail order)\b[^.;]{0,25}\bbenefits?\b",
    OUTSIDE_POLICY,
    # "The Act (services that are not reasonable and necessary are not paid)": what is said of services at large.
    r"^(?!.*\b(?:(?:es)?ketamine|spravato|infusions?)\b).*\b(?:services|items|expenses|care|treatments?|drugs|procedures)"
    r"(?:,? (?:and|or) (?:services|items|drugs|supplies))? (?:that|which) (?:is|are) not "
    r"(?:(?:medically )?reasonable|(?:medically )?necessary)\b",
    # "This policy does not cover infusions": it speaks of none of them.
    r"\bthis (?:[\w-]+ )?(?:policy|guideline|document|bulletin) (?:does|will) not (?:also )?cover\b",
    r"\binvestigational use of [^.;]{2,40}? (?:in|within|under) (?:an? |the )?(?:clinical )?(?:trials?|"
    r"stud(?:y|ies)|protocol)\b",
    # "A service is covered only if the certificate includes it", "coverage may differ by contract": of all services.
    r"^(?!.*\b(?:(?:es)?ketamine|spravato|infusions?)\b)[^.]*(?:\b(?:an?|any|each|every) (?:service|item|procedure) is "
    r"(?:covered|paid|payable)(?: for)? (?:only )?(?:if|when|where)\b[^.;]{0,30}\b(?:certificate|contract|plan|benefit)"
    r"|\bcoverage (?:may|can|might|will) (?:differ|vary)\b)",
    # "The certificate or evidence of coverage is what counts": which of two documents holds.
    r"^(?!.*\b(?:(?:es)?ketamine|spravato|infusions?)\b)[^.;]*\b(?:certificate|contract|plan description|handbook|"
    r"evidence of coverage|benefit (?:document|booklet))s?\b[^.;]{0,40}\b(?:is what|governs?|controls?|prevails?|"
    r"takes? precedence|counts?|decides?|rules)\b",
    # "Coverage of infusions is determined by the contract".
    r"\bcoverage\b[^.;]{0,60}\b(?:is|are|will be) (?:determined|decided|governed|set|defined|dictated|ruled) "
    r"(?:by|in) (?:the|your|each|an?|their) (?:[\w'’-]+ )?(?:contract|plan|benefits?|certificate|group|booklet)\b",
    # "What is payable is set by the benefits": where to look, not what the answer is.
    r"^\W*(?:what|whether|which (?:services|treatments|drugs|benefits))\b[^.;?]{0,40}\b(?:payable|paid|covered|"
    r"reimbursed|excluded)\b(?:[^.;?]{0,30}|[^.;?:]{0,120}\b(?:is|are) )\b(?:set|written|governed|determined|decided|"
    r"depends?|rests?|laid down|stated|defined|spelled out|found|told)\b",
    r"\b(?:contracts?|certificates?(?: of coverage)?|plans?|booklets?|benefit documents?)\b[^.;]{0,20}\b(?:list|name|"
    r"exclude|treat|carry)(?:s|ies)? (?:investigational|experimental|unproven) (?:\w+ ){0,2}?(?:services|treatments|"
    r"procedures|drugs|care|items)\b",
    r"\b(?:fails?|failing|failure) to (?:meet|satisfy)\b",
    # "Fails the primary coverage criteria of the certificate".
    r"\bfails? (?:the |our |its |these |those )?(?:[\w-]+ ){0,3}?(?:criteria|requirements|definition)\b",
    EXPLAINS_WORD,
    # What a word means.
    r"^(?!.*\b(?:(?:es)?ketamine|spravato|infusions?|depress\w+|pain)\b)\W*(?:(?:an?|any|each|every) "
    r"(?:[\w-]+ ){0,2}?)?(?:services?|technolog(?:y|ies)|procedures?|interventions?|suppl(?:y|ies)|items?|drugs?|"
    r"devices?|treatments?|therap(?:y|ies))\b[^.;]{0,40} (?:is|are|counts?|ranks?|qualif(?:y|ies)|will be) "
    r"(?:(?:called|considered|deemed|judged|held to be|regarded|as|to be) )*(?:investigational|investigative|"
    r"experimental|unproven|(?:not )?medically necessary)(?: (?:and|or|/) [\w ]{3,30}?)? "
    r"(?:if|when|where|unless|whenever|until)\b",
    # "A drug that a member can take at home is not covered under the medical benefit": of drugs at large.
    r"^(?!.*\b(?:(?:es)?ketamine|spravato|infusions?)\b)\W*(?:an?|any|each|every) (?:[\w-]+ )?(?:drug|"
    r"medication|medicine|"
    r"product|service|treatment)s? (?:that|which)\b",
    # What the label covers is told of the label, not of a plan; so are a warning's topics.
    r"^\W*(?:(?:the|its|this|current|an?) )*(?:FDA(?:['’]s)? )?"
    r"(?:(?:drug|product|spravato|esketamine|label)(?:['’]s)? )?"
    r"(?:(?:boxed|black[ -]box) )?(?:warnings?|medication guides?|safety (?:notices?|alerts?)|patient leaflets?)"
    r"(?: (?:itself|now|also|at present|then))? (?:covers?|covered|takes? in|includes?|extends? to)\b",
    r"^\W*(?:(?:the|its|this|current|federal|present) )*(?:FDA(?:['’]s)? )?(?:(?:drug|product|spravato|esketamine)"
    r"(?:['’]s)? )?(?:label(?:l?ing)?|package insert|prescribing information)(?: (?:itself|now|also|at present|then))? "
    r"(?:covers?|covered|allows?|allowed|approves?|extends? to|takes? in|includes?)\b(?![^.;]*\b(?:we|plan|medicaid|"
    r"members?|beneficiar\w+|prior auth\w*|medically necessary)\b)",
    # What a document is about.
    r"\b(?:this|the) (?:[\w-]+ ){0,2}?(?:page|sheet|form|article|guide|document|section|worksheet|chart|handout|"
    r"bulletin) "
    r"(?:only )?covers?\b",
    # Of whatever is so called, or of where to look, and not of the drug; how the drug is handed out.
    r"\b(?:what(?:ever)?|anything that|services? that) (?:is|are) (?:considered )?"
    r"(?:investigational|experimental|unproven)\b",
    r"\b(?:defines?|determines?|states?|lists?|says?|sets? out) (?:which|what|whether)\b[^.;]{0,60}"
    r"\b(?:covered|excluded|payable)\b",
    r"\b(?:handing|shipping|mailing|dispensing|delivery|buying|billing|brown[- ]bagging)\b[^.;]{0,60}"
    r"\b(?:is|are) not\W*$",
    # What misses this policy is no use.
    r"\b(?:claims?|requests?|services?|cases?|uses?)\b[^.;]{0,40}\b(?:(?:go(?:es)?|run) against|do(?:es)? not (?:follow"
    r"|conform to|comply with|agree with)|(?:falls?|is|are|lies?) outside(?: of)?|contrary to"
    r"|not in (?:line|accord(?:ance)?) with)"
    r" (?:this|the|these|our) (?:polic(?:y|ies)|criteria|guidelines?|bulletin|statements?)\b",
    # What somebody asked for or proposed in vain: "A proposal to cover ketamine was voted down".
    r"\b(?:asked|urged|petitioned|begged|lobbied)\b[^.;]{0,30}\bto (?:\w+ )?(?:cover|pay for|approve|authorize)\b",
    r"\b(?:proposals?|requests?|motions?|petitions?|pleas?) to (?:\w+ )?(?:cover|pay for|approve|authorize|add)\b"
    r"[^.;]{0,80}\b(?:died|failed|(?:was|were|has been|have been) (?:rejected|declined|turned down|refused|voted down|"
    r"denied|defeated|withdrawn|not (?:adopted|accepted|carried)))\b",
    # Which of two texts governs.
    r"\b(?:prevails?|takes? precedence|governs?) over (?:this|the|our|any|all) (?:\w+ )?(?:polic(?:y|ies)|guidelines?|"
    r"documents?|criteria)\b",
    # A title over a list that is empty.
    r":\s*(?:none|n/?a|not applicable)(?: (?:are )?(?:listed|identified|named|noted|at (?:this|present) time))?\W*$",
    # What a document is not for: "it decides no coverage", "does not create coverage".
    r"\bdecid(?:es?|ing) (?:no|nothing|neither)\b"
    r"|\b(?:promis|guarante|assur|establish|confer|creat|secur)e?(?:s|es)? no (?:coverage|payment|benefits?)\b"
    r"|\bno coverage (?:is )?(?:decided|determined|granted or denied)\b",
    r"\bdo(?:es)? not (?:support|constitute|create|establish|make|decide|confer|imply)\b[^.;]{0,40}\bcoverage\b",
    r"\b(?:if|when|where|that|which|who)\b[^.;]{0,60}\b(?:do(?:es)? not|fails? to) (?:meet|satisfy)\b[^.;]{0,40}"
    r"\bcriteria\b",
    r"\bunmet\b|\bif not met\b|\bnot meeting\b|\bin the absence of (?:meeting|the (?:above )?criteria)\b",
    r"\b(?:investigational|investigative|experimental|unproven|medically necessary|medical necessity|not covered)\"? "
    r"(?:means|is defined|refers|services? (?:are|is) defined)",
    r"^\W*(?:investigational|investigative|experimental|unproven|(?:not )?medically necessary|not covered)[\"”']?"
    r"\s*[:=–—]\s*(?:an?|any|those|whatever|every) (?:\w+ ){0,2}?(?:services?|treatments?|drugs?|devices?|procedures?|"
    r"items?|therap(?:y|ies)|supplies|technolog\w+|medicines?|medications?|uses?)\b(?! (?:other|not))",
    r"^\W*(?:investigational|investigative|experimental|unproven)\"? (?:is|are) (?:any\w*|what\w*|those|things?)\b",
    r"(?:^|\b(?:for|of) )(?:the )?(?:investigational|experimental|unproven)(?:(?:,? (?:or|and|/)? ?|/)\w+)?"
    r"(?: \(E/I\))? (?:treatments?"
    r"|services?|procedures?|items?|drugs?|devices?|therap(?:y|ies))\b[^.;]{0,20}\b(?:is|are|will)\b",
    r"\b(?:delivery|delivering|administration services?|administering)\b[^.]{0,80}(?:medication|drug)",
    r"\bservices? known to be\b|\bplan may (?:consider|deny)\b|\bself-administered drugs?\b",
    r"\bcodes? (?:are|is|listed|may|below|not)\b|\bas (?:listed|shown) in the\b[^.]*\bcodes?\b",
    r"\bcodes? (?:that )?(?:is|are) not covered\b",
    # "Observation is not covered when the drug itself was not approved": what goes with a refusal.
    r"\b(?:if|when|where|whenever)\b[^.;]{0,30}\b(?:drug|spray|spravato|(?:es)?ketamine|itself|authori[sz]ation|approval|"
    r"PA|precert\w*)\b[^.;]{0,20}\b(?:was|has|have|had|were) (?:not|never)(?: been)? (?:approved|authori[sz]ed|covered|"
    r"obtained|given|granted|requested|on file)\b",
    # "Ketamine infusion for migraine will be denied" answers, and no claim or request is spoken of.
    r"^(?!\W*(?:(?:all|any|the|use of|intravenous|IV) )*(?:(?:es)?ketamine|spravato)(?: (?:infusions?|therapy|"
    r"treatment|injections?|spray))?,? (?:for|in) [^.;,]{3,80} will be denied\W*$)"
    # So does "all other indications will be denied".
    r"(?!\W*(?:all|any|every|each) other (?:uses?|indications?|conditions?|diagnos[ei]s) will be denied\W*$).*"
    r"\b(?:will|may) be (?:denied|rejected)\b(?! as )|\bwill be returned\b(?! as )|\bbenefits? may be considered\b",
    r"\bbill(?:s|ed)? (?:the |a )?(?:member|patient|enrollee|beneficiary)\b",
    # What the plan did once for this patient, as a renewal asks it.
    r"\b(?:authori[sz]ed|approved|covered)\b[^.;]{0,60}\b(?:earlier(?: time| date)?|before|previously|in the past)\W*"
    r"(?:and\W*)?$"
    r"|\b(?:was|were|had been|has been) (?:(?:earlier|previously|once|already) )?"
    r"(?:authori[sz]ed|approved|covered|granted)\b[^.;]{0,30} (?:under|by|through|on|with) "
    r"(?:(?:all|each|of|the|our|its) )*(?:initial|first) (?:[\w-]+ ){0,2}?"
    r"(?:criteri(?:a|on)|requirements?)\b",
    # "Not applicable to services that are not covered"; what a code's payment takes in.
    r"\b(?:services?|treatments?|items?|drugs?) (?:that|which) (?:is|are) not covered\b"
    r"|\bcodes?\b[^.;]{0,30}\bcovers? the (?:visit|drug|observation|service|session)\b",
    # "Facility charges that go with a service that is not covered are not paid either."
    r"^\W*(?:[\w-]+[ ,]+(?:and |or )?){0,6}?(?:charges|fees|costs|supplies)\b[^.;]{0,80}\b(?:not|never)\b",
    # "Doses given during a hospital stay are part of the DRG payment": how a hospital is paid, whatever the use.
    r"^\W*(?:(?:the|all|any|such) )?(?:doses?|drugs?|sessions?|treatments?|services?|administrations?)\b[^.;]{0,40}"
    r"\b(?:hospital|inpatient)\b[^.;]{0,30}\b(?:is|are) (?:(?:a )?part of|included in|bundled (?:in|into|with)|paid "
    r"(?:with|within|under|through|as part of)) (?:the |that |its )?(?:[\w-]+ ){0,3}?"
    r"(?:DRG|payments?|rates?|per diem)\b",
    # "Services on the not-covered list need no authorization": of what a list has, be our drug on it or not.
    r"^(?!.*\b(?:(?:es)?ketamine|spravato|infusions?)\b)\W*(?:(?:the|all|any|those) )?(?:services?|items?|drugs?|"
    r"products?|procedures?|treatments?|medications?|codes?|whatever|what|anything)(?: (?:that|which))?(?: (?:is|are))?"
    r"(?: (?:named|listed|shown|found))? (?:on|in) (?:the|this|that|our|its|a) (?:[\w-]+ ){0,3}?(?:list|schedule)\b",
    # Behind a semicolon it is the reason of an answer: "it is not covered; longer use has not been studied".
    r"^[^;]*\bhas not been studied\b|\bnot (?:a |an )?(?:guarantee|promise)\b|\bpreviously (?:considered|not)\b",
    # "Coverage is not guaranteed by an authorization", "payment cannot be assured", "no assurance of coverage".
    r"\b(?:coverage|payment|benefits|reimbursement|eligibility)\b[^.;:]{0,40}\b(?:not|never|cannot|nor) (?:be )?"
    r"(?:guaranteed|assured|promised)\b|\b(?:not|never|cannot|no) (?:guarantee|assure|promise|assurance|promise)s?"
    r"(?: of)? (?:the )?(?:coverage|payment|benefits|reimbursement|eligibility)\b",
    r"\b(?:may|might) not be covered (?:by|under) (?:all|every|some)\b|\bnot every (?:benefit )?plan\b",
    # What sends its reader to another text: "Refer to the policy on the spray for its coverage".
    r"^(?![^.;]*(?:\b(?:below|following|above|here|these|this)\b|:))\W*(?:please )?(?:refer to|see|consult|check|"
    r"turn to|"
    r"look (?:in|at|up)|go to|visit)\b[^.;]{2,90}\b(?:for|on|about) (?:[\w'-]+ ){0,4}?(?:coverage|criteria|details|"
    r"information|rules|terms|requirements|policy)\b",
    r"^(?![^.;]*\b(?:below|following|above|here|these|this)\b)\W*(?:for|about|on) (?:[\w'-]+ ){0,4}?(?:coverage|"
    r"criteria|"
    r"details|information|rules|terms|requirements)\b[^.;:]{0,90}(?:,| please) ?(?:please )?(?:refer to|see|consult|"
    r"check|"
    r"turn to|go to|visit)\b",
    r"\b(?:coverage|criteria|rules|requirements|terms)\b[^.;:]{0,60}\b(?:is|are|can be|may be) (?:found|addressed|"
    r"described|"
    r"set out|given|published|located|listed|handled|available) (?:in|on|by|under) (?:the|our|its|an?)\b[^.;:]{0,40}"
    r"\b(?:polic(?:y|ies)|guidelines?|bulletins?|documents?|lists?|website)\b",
    r"\b(?:in|by|under) (?:a |an |the |its |their )?(?:separate|different|another|other|own)\b[^.;]{0,30}"
    r"\b(?:polic(?:y|ies)|guidelines?|bulletins?|documents?)\b",
    flags=re.IGNORECASE,
)
