"""How payers word what a document says of itself among its criteria: dates, billing, law, works cited. Words only."""

from __future__ import annotations

import re

from parsers.criteria.asked_for_records import ASKED_FOR_RECORDS
from parsers.criteria.billing_remnants import OF_BILLING
from parsers.language.patterns import compiled

_ADMINISTRATIVE = compiled(
    r"^\W*(?:policy|document|guideline|reference|criteria|form)\W+(?:id|no|num|number|#)\b"
    r"|^\W*(?:documents?|polic(?:y|ies)|bulletins?|codes?(?:\(s\))?|titles?|forms?)\W*(?::|$)"
    r"|^\W*(?:(?:initial|first|new|renewal|continuation|requests?|criteria|approval)\W*)+$"
    r"|^\W*place of service\W+(?:outpatient|office|hospital)\b.{0,20}$"
    r"|^\W*(?:the )?(?:\w+ )?(?:records?|notes|charts?) (?:is|are|must be) (?:kept|retained|stored) (?:for|at least)\b"
    r"|^\W*(?:(?:provider|member|network|pharmacy|policy) )?(?:alert|notice|bulletin|news|update)s?\W*$"
    r"|^\W*(?:cpt|hcpcs|icd(?:-10)?(?:-cm)?)[ /-](?:[\w/-]+ ){0,2}?codes?(?:\(s\))?\W*:"
    r"|^\W*(?:dropped|removed|deleted|retired|struck(?: out)?)\b.{0,20}\d{4}\W*$"
    # e.g. "Date published to web: 07/25/2031"
    r"|^\W*dates? (?:published|posted|issued|printed|created|updated|revised)\b[^.;]{0,30}: ?[\d/. -]{6,12}\W*$"
    # "“Perioperative” runs from four days before surgery to four days after it": from when to when a word reaches.
    r"|^\W*[\"“'‘](?:[\w-]+ ){0,2}[\w-]+[\"”'’] (?:now |here )?(?:runs|reaches|extends|lasts|stretches) from\b"
    r"[^.;]{3,80}\W*$"
    # "Spravato: quantity limit restated in devices", among the changes of an edition.
    r"|^\W*(?:spravato|(?:es)?ketamine)(?: \([^()]*\))?: (?:[\w-]+ ){1,5}(?:restated|corrected|updated|added|removed|"
    r"revised|clarified|reworded|moved|changed)\b[^.;:]{0,40}\W*$"
    # What a notice says was changed, the text of which stands elsewhere in it.
    r"|^\W*(?:(?:spravato|(?:es)?ketamine)\b[^:;.]{0,20}: )?(?:updates?|changes?|revisions?|new criteria) "
    r"(?:for|to|in|of) [^.;]{3,60}[;.,] see (?:the )?(?:full |new |complete )*(?:text|criteria|wording|policy) "
    r"(?:below|above|that follows?)\W*$"
    # What a document says of its own state, and of which kind its guideline is.
    r"|^\W*(?:(?:prior authori[sz]ation|non-? ?formulary|step[- ]therapy|administrative|medical necessity)\W*)+$"
    r"|^\W*(?:(?:(?:policy|document|review) )?status\W+)?(?:new|revised|reviewed|updated|active|current|"
    r"final|draft|archived|retired|annual review)\W*$"
    # A line of a log: "9.3.31: new template", "11/2031, reason for change: review".
    r"|^\W*\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\s*[:–—-]\s|^\W*\d{1,2}/\d{4}\s*[:–—-]\s"
    r"|\breasons? for (?:the |this )?(?:change|revision|update|amendment)\W*:"
    # "Items a to e were last changed in 2025."
    r"|^\W*(?:(?:the|these|this) )?(?:items?|criteria|points?|lines?|lists?|sections?|page|rules?)\b[^.;]{0,25} (?:was|"
    r"were) (?:last |first )?(?:changed|revised|updated|reviewed|reworded|adopted|amended) (?:in|on|"
    r"by)\b[^.;]{0,40}\W*$"
    r"|^\W*end(?: of (?:the |this )?(?:policy|section|chapter|document|form|criteria|page))?\W*$"
    r"|^\W*(?:all |the )?(?:claims?|requests?|services?) (?:is|are|will be|may be) (?:subject to )?(?:medical )?"
    r"review(?:ed)?\b(?![^.;]*\b(?:if|when|who|unless)\b)"
    r"|^\W*(?:(?:version|policy|document|form) )?(?:effective|in (?:use|force|effect)|issued|added|changed|"
    r"updated|revised|reviewed|published|posted|original|last \w+|next \w+)\b.{0,25}\d{4}\W*$|"
    # Codes that a notice adds, and which tool is used again.
    r"^\W*(?:\w+ )?(?:(?:diagnosis|procedure|ICD-10|HCPCS) )?codes? (?:is|are|was|were|will be) (?:added|"
    r"removed|deleted|replaced|updated)\b|"
    r"^\W*the (?:same )?(?:tool|scale|instrument|test) (?:must|has to|should|is to) be the (?:one|same)\b|"
    # What is looked at when the drug has been paid for.
    r"^\W*(?:all |the )?claims? (?:is|are|will be|may be) (?:re)?(?:reviewed|looked at|checked) (?:after|post)\b|"
    # Whether the drug needs authorization, and where its form is.
    r"^\W*(?:no )?(?:prior |pre-?)(?:authori[sz]ation|approval|certification|determination)s?\b[^.;,]{0,40}?"
    r"\b(?:required|needed|necessary|applies|waived)"
    r"(?: for (?:(?:this|the|each|every|a|nasal|spray|drug|product|spravato|(?:es)?ketamine)\W*)+)?\W*$"
    r"|\b(?:complete|fill (?:in|out)|skip|go to) (?:section|part|page|question)s? \w{1,3}\b"
    # "Link to PA form for antidepressants".
    r"|^\W*(?:see )?(?:the )?links? to (?:the )?(?:[\w-]+ ){0,4}?(?:forms?|criteria|polic(?:y|ies)|websites?|pages?)\b"
    r"|\bforms? (?:\w+ ){0,3}?(?:is|are|can be|may be) (?:available|found|posted|located|obtained|downloaded)\b|"
    r"\b(?:submit(?:ted)?|fax(?:ed)?|call|contact|claim form|billed|billing|bills?(?! (?:that )?shows?)|"
    r"request form|web ?site|phone|portal"
    r"|appeal|effective date|revision date|dates? of service|customer service|service performed|member contract"
    r"|plan document|please refer|post-?payment|audit(?:s|ed)?)\b",
    re.IGNORECASE,
)
# What a document or a memo says of itself, label by label.
_OF_THE_DOCUMENT = compiled(
    # "Two products are addressed: Spravato (esketamine) and …".
    r"^\W*(?:(?:the|these|this|following) )*(?:two|three|both|several|\d)? ?(?:products?|drugs?|medic\w+|forms?) "
    r"(?:is|are) (?:addressed|discussed|described|dealt with|reviewed|subjects?)\b[^.;]{0,80}\W*$|"
    r"^\W*(?:chapter|category|department|division|policy (?:type|owner)|document type|drug class|benefit|"
    r"product(?: name)?"
    r"|lines? of business|audience|owner|author|version|to|from|cc|re|subject|distribution|plans? affected"
    r"|(?:in (?:force|effect)|takes? effect|valid|applicable|applies)(?: (?:from|since|on|as of|to))?)\s*:\s+\S",
    re.IGNORECASE,
)
# "Commercial (HMO, PPO): yes": for which lines of business a policy holds.
_OF_PLANS = compiled(
    r"^\W*(?:(?:commercial|medicaid|medicare|marketplace|exchange|individual|group|self-funded|fully insured|CHIP|"
    r"essential plan|child health plus|HMO|PPO|POS|EPO|part [bd]|advantage|indemnity|federal employee)\b[^:;.]{0,60})"
    r"(?::\s*(?:yes|no|applies|n/?a|included|excluded|see .{3,40})|(?:members|plans|products|lines of business))\W*$",
    re.IGNORECASE,
)
# How the drug is billed and paid for.
_PAYS = compiled(
    r"\b(?:must|shall|should|will|are to) (?:be )?(?:bill|report)\w*\b|\b(?:reimbursement|payment) rates?\b|\bNDCs?\b"
    # e.g. "payment is made under rule 08 of the code"
    r"|^\W*(?:payment|reimbursement) (?:is|shall be|will be) (?:made|set|governed|figured) (?:under|by|in|"
    r"according to) (?:(?:the|this|a) )?(?:[\w-]+ )?(?:rules?|rates?|schedules?|sections?|chapters?|codes?)\b"
    r"|\busual and customary\b|\bfee schedules?\b|\b(?:billing|Medicaid|billed|NDC) units?\b|\bEPSDT\b"
    r"|\breported (?:as|with|using)\b",
    re.IGNORECASE,
)
# Works cited, billing codes, dates and aims, each with nothing asked in it.
_CITED = compiled(
    r"\[(?:package insert|prescribing information)\]"
    r"|\b(?:full )?(?:package insert|prescribing information)\. [A-Z]|\b\d(?:st|nd|rd|th) ed\."
    r"|\b(?:package insert|prescribing information)\b[^:]{0,80}\b(?:19|20)\d\d\W*$"
    # "See the prescribing information for complete dosing": where more is to be read.
    r"|^\W*(?:notes?\W+)?(?:for (?:complete|full|further|more|additional|detailed) [^.;,]{3,60}, )?(?:please )?"
    r"(?:see|refer to|consult) (?:the )?(?:(?:full|complete|current|FDA[- ]approved|product|spravato|esketamine|drug|"
    r"manufacturer's) )*(?:prescribing information|package insert|label(?:l?ing)?|medication guide)"
    r"(?: for (?:(?!\b(?:if|when|unless|who|must|only)\b)[^.;]){3,90})?\W*$"
    r"|\bet al\b|\bdoi:|\b(?:19|20)\d\d; ?\d+|\baccessed (?:on )?\w+ \d",
    re.IGNORECASE,
)
_CODED = compiled(r"^\W*(?:[A-Z]\d{4}|\d{5}|[A-Z]\d\d(?:\.\w+)?|[A-Z]{2,6}-\d{3,6})(?:\W|and|or|to|through|$)")
# "Ketamine, by vein: J3490 with its NDC and 96365": a drug and what it is billed with.
_BILLED_WITH = compiled(
    r"^(?!.*\b(?:if|when|unless|must|shall|only|diagnos\w+|approv\w+|cover\w*|fail\w*|criteri\w+|age|years?)\b)"
    r"\W*(?:for )?(?=[^:.;]*\b(?:spravato|(?:es)?ketamine)\b)[^:.;]{3,50}?(?:: | ?[–—-] |, )"
    r"(?:(?:1|one) unit of |code )?(?:[A-Z]\d{4}|\d{5})\b[^.:]{0,120}\W*$",
    re.IGNORECASE,
)
_DATED = compiled(
    r"^\W*\d{1,2}/\d{1,2}/(?:\d{2}|\d{4})\s*[-–—:]|^\W*(?:spring|summer|fall|autumn|winter|january|february|march|"
    r"april|may|june|july|august|september|october"
    r"|november|december)\W+(?:\d{1,2}\W+)?\d{4}\W*$",
    re.IGNORECASE,
)
_AIMS = compiled(r"^\W*to (?:ensure|promote|limit|encourage|support|optimi[sz]e|prevent|allow)\b", re.IGNORECASE)
_DRUG_ALONE = compiled(
    r"^\W*(?:(?:spravato|esketamine|ketamine|ketalar|nasal|spray|hcl|injections?|prescriptions?|requests?|claims?|"
    r"for|an?"
    r"|all|any|the|or|and|by|intranasal|intravenous|intramuscular|oral|sublingual|topical|compounded|infusions?|iv|"
    r"im)\W*)+$",
    re.IGNORECASE,
)
# Which law, contract or benefit governs.
_GOVERNS = compiled(
    r"\b(?:statutes?|laws?|federal rules?|mandates?|contract)\b[^.;]*\b(?:prevails?|governs?|controls?"
    r"|conflicts?|apply)\b|\b(?:polic(?:y|ies)|plan|contract|document)s? (?:prevails?|governs?|controls?)\W*$"
    r"|\bdo(?:es)? not (?:assure|guarantee|promise|ensure) (?:payment|coverage|benefits|eligibility)\b"
    r"|\b(?:prevails?|takes? precedence) over\b|^\W*so do (?:\w+ ){0,2}(?:federal|state)\b"
    # What kind of drug it is to a benefit.
    r"|^\W*(?:self|provider|clinician|clinic|office|physician)-administered\W*(?:$|;)"
    r"|^\W*(?:medical|pharmacy|prescription drug)(?: benefit)?(?: \((?:given|administered|dispensed|billed|bought|"
    r"supplied) (?:by|in|at|to|through|from) [^()]{3,50}\))?\W*$"
    r"|^\W*(?:it|(?:the|this) (?:drug|product|medication|spray)|spravato|esketamine) (?:is not|is never|must not be|"
    r"will not be|may not be|cannot be) self-administered\W*$"
    r"|\b(?:is|are|regard\w*|consider\w*|class\w*|treat\w*)\b[^.;]{0,40}\b(?:as )?an? (?:self|provider|clinician|"
    r"clinic|office|physician)-administered (?:drug|medication|medicine|product)\b"
    r"|^(?!.*\b(?:if|when|unless|must|who|whose|only|until|shall)\b).*\b(?:is|are) (?:also )?an? (?:[\w-]+ )?(?:drug|"
    r"medication|medicine|product|benefit) (?:under|of|in|on) the (?:medical|pharmacy|prescription(?: drug)?) benefit\b"
    r"|\b(?:belongs? to|goes through|falls? under|comes? under"
    r"|(?:paid|payable|billed|covered|coverable|considered|available|dispensed"
    r"|(?:pays?|covers?) (?:for )?(?:it|(?:the|this) \w+))(?: only)? "
    r"(?:under|through)|part of) the (?:medical|pharmacy) benefit\b",
    re.IGNORECASE,
)
# What holds for every page of a payer: that texts change, contracts rule, and where to look and whom to ask.
_DISCLAIMS = compiled(
    r"\bsubject to (?:change|(?:the |all )?(?:terms|limits|limitations|provisions|exclusions) of)\b"
    r"|^\W*(?:benefits?|coverage|formular(?:y|ies)|cost[- ]shar\w+|copay\w*) (?:may|can|will)? ?(?:vary|differ)s?\b"
    r"|^\W*(?:please )?(?:refer to|see|check|consult|read) (?:the|your|each) (?:(?:member|plan|patient)(?:'s|s')? )?"
    r"(?:benefits?|certificate|evidence of coverage|booklet|handbook|summary of benefits|eligibility)\b"
    r"|^\W*check (?:\w+ )?(?:eligibility|benefits)\b"
    r"|\b(?:replaces?|substitutes?(?: for)?|stand in for) (?:the |a )?(?:\w+ )?(?:judge?ment|medical advice)\b"
    r"|^\W*not (?:all|every) (?:products?|drugs?|services?|benefits?|plans?)\b[^.;]*\b(?:covered|offered|available)\b"
    r"|^\W*(?:prior authori[sz]ation|pre-?certification|requests?|claims?|reviews?)\b[^.;]{0,20} (?:is|are) "
    r"(?:handled|processed|managed|taken|answered) by\b"
    # Whose claims go which way, who pays first, and who refers the members of one program.
    r"|^\W*claims? (?:under|for|from|through|of) [^.;:]{3,70} (?:is|are) (?:handled|processed|paid|settled|treated) "
    r"(?:the same way|in the same way|alike|likewise|separately|by)\b"
    r"|^\W*(?:for (?:members|enrollees|patients|beneficiaries|recipients) (?:of|in|with|under) [^.;:]{3,70}[:,] )?"
    r"[^.;:]{3,60} (?:is|are) carved (?:out|in)\b(?![^.;]*\b(?:if|unless|must|only|when|until)\b)[^.;]{0,90}\W*$"
    r"|\b(?:as|is|are|remains?|where) (?:the )?(?:primary|secondary) payers?\b|\bwhile medicare pays\b"
    r"|^\W*for (?:active[- ]duty|dual(?:ly)?[- ]eligible|retired) [^.;:]{3,60}, [^.;:]{3,120}\brules? appl(?:y|ies)\b"
    r"|^\W*(?:language|interpreter) (?:assistance|services?|help)\b|^\W*was this (?:page|article|information)\b"
    r"|\b(?:services?|lines?|desks?|offices?) (?:is|are) open\b|^\W*(?:your )?(?:feedback|comments?)\b"
    r"|^\W*no (?:changes?|revisions?|updates?)\W*$",
    re.IGNORECASE,
)
# "« Back to list", "Print this page", "Next »": what a page is moved about by.
_OF_THE_PAGE = compiled(
    r"^\W*(?:(?:go )?back|return|skip|jump) to (?:the |all )?(?:list|top|index|home|results|search|polic(?:y|ies)|"
    r"criteria|main|content|menu|overview|previous|drugs?)\b.{0,20}$"
    r"|^\W*(?:print|share|download|e-?mail|bookmark)(?: this)?(?: page| policy| document| pdf)?\W*$"
    r"|^\W*(?:next|previous|prev)(?: page| policy| section| article)?\W*$",
    re.IGNORECASE,
)
# "As stated at the approval step reached below", "varies by indication": where a length or an amount is told.
_TOLD_BELOW = compiled(
    r"^\W*(?:as (?:stated|listed|given|noted|shown|specified|outlined|described)|(?:stated|listed|given|noted|shown|"
    r"specified|outlined) (?=at|in|with|below|under)|varies|various|variable|depend(?:s|ent)|determined|based|per|see"
    r"|refer)\b(?:(?:to|at|in|on|by|under|with|the|each|every|of|and|that|which|below|see|indications?|uses?|diagnos[ei]s|"
    r"conditions?|approv(?:al|es)|criteria|steps?|tables?|questions?|algorithm|outcome|last|next|column|reached|met|"
    r"follow(?:s|ing)?)\b|\W)*$",
    re.IGNORECASE,
)
# "Age and prescriber restrictions apply to first requests and to continuation": where the other fields hold.
_FIELDS = (
    r"(?:(?:the|all|these) )*(?:exclusion criteria|exclusions?|age|prescribers?|required medical information|other "
    r"criteria|coverage duration|restrictions?|limits?|requirements?|criteria)"
)
_OF_BOTH_PHASES = compiled(
    rf"^\W*{_FIELDS}(?:(?:,|,? and|,? or| )+{_FIELDS})* (?:apply|applies|hold|holds|are the same) (?:to|for|in) "
    r"(?:both )?(?:the )?(?:first|initial|new) (?:requests?|approvals?|authori[sz]ations?)?,? ?(?:and|as well as|or) "
    r"(?:to |for )?(?:continu\w+|renewals?|re-?authori[sz]ations?|later requests?)(?: alike| of therapy)?\W*$",
    re.IGNORECASE,
)
# "Part 1.", "For Section 2", the label of a part of a form that its sentences were parted from.
_A_PART = compiled(
    r"^\W*(?:(?:for|under|in|of) )?(?:part|section|step) (?:\d{1,2}|[A-Z]|[IVX]{1,4})(?: \([^()]*\u2060\))?\W*$",
    re.IGNORECASE,
)
# "The plan regards outpatient treatment as the usual place for this drug".
_USUAL_PLACE = compiled(
    r"^[^.;:]{0,60}?\b(?:regards?|considers?|treats?|views?) (?:the )?[\w -]{3,40} (?:as|to be) the (?:usual|customary|"
    r"expected|standard|normal) (?:place|site|setting)\b(?! only)[^.;:]*$",
    re.IGNORECASE,
)
# "Record ICD-10 code": what a reviewer writes down before he goes on.
_RECORDS_CODE = compiled(
    r"^\W*(?:diagnosis: )?(?:please )?(?:record|enter|note|write down) (?:the )?"
    r"(?:(?:ICD[- ]?10(?:-CM)?|diagnosis) )?codes?\W*$",
    re.IGNORECASE,
)
# "(2) The Division answers within 24 hours. (3) The guide is incorporated by reference.": a rule's frame, by number.
_A_TEXT = (
    r"(?:the |this |its )?(?:guide|guideline|rule|list|table|document|appendix|manual|handbook|schedule|text|book)"
)
_OF_THE_RULE = compiled(
    r"^(?!.*\b(?:if|unless|only|until|must be|who|whose)\b)\W*(?:\w{1,2}\)\W*)?(?:"
    rf"{_A_TEXT}(?: (?:below|above|in effect|in force|dated|of|on|as of)(?: [\w,]+){{1,5}}?| below| above)? (?:is|are) "
    r"(?:hereby )?(?:incorporated|made (?:an? )?part of|adopted|reproduced|reprinted|posted(?! before)|published)\b"
    r"[^.;]{0,60}"
    r"|(?:the |a )?(?:part|portion|chapter|entry|text|excerpt|section) (?:on|of|for|about) [^.;]{2,40} (?:is|are) "
    r"(?:reproduced|reprinted|printed|shown|set out|given|quoted|copied) (?:here|below|above|in full)"
    r"|(?:the |our |this )?(?:division|agency|department|plan|authority|vendor|state|payer|program|we) (?:answers?|"
    r"decides?|responds? to|acts? on|processes?|reviews?)(?: [\w-]+){0,4}? within [\w ]{2,20}(?:hours?|days?)"
    r"(?:,? and (?:a|the) pharmac[^.;]{0,60})?"
    r"|(?:all )?requests (?:is|are|will be) (?:answered|decided|processed) within [\w ]{2,20}(?:hours?|days?)"
    r"|(?:emergency supplies (?:is|are)|(?:a|the) pharmacy may (?:give|dispense|provide|fill)) [^.;]{3,60}"
    r"|(?:[\w'’-]+ ){1,5}?(?:requires?|needs?|shall obtain|must (?:get|obtain)) (?:prior )?authori[sz]ation"
    r"(?: in advance)?(?: (?:of|for) (?:the|all|listed|these) (?!\w*(?:spravato|ketamine))[^.;]{3,50})?"
    r")\W*$",
    re.IGNORECASE,
)
OF_THE_DOCUMENT = (
    _OF_THE_RULE,
    _RECORDS_CODE,
    _OF_BOTH_PHASES,
    _A_PART,
    _USUAL_PLACE,
    _TOLD_BELOW,
    _OF_THE_PAGE,
    _ADMINISTRATIVE,
    _OF_THE_DOCUMENT,
    _OF_PLANS,
    _PAYS,
    _CITED,
    _CODED,
    _BILLED_WITH,
    _DATED,
    _AIMS,
    _DRUG_ALONE,
    _GOVERNS,
    _DISCLAIMS,
    ASKED_FOR_RECORDS,
    *OF_BILLING,
)
