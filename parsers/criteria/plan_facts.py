"""Sentences on how a plan works (claims, costs, appeals, enrolment, forms) and on a disease at large, told among
criteria: they ask nothing of a patient, whatever age, place, week or paper they name.

Each needs its subject and its verb: "claims for more than two sessions a week are held for review" tells what is done
with claims, and "claims for more than two sessions are denied" sets a limit.
"""

from __future__ import annotations

_NO_DEMAND = r"^(?!.*(?:\b(?:fail\w*|tried|diagnos\w+|inadequate|intoler\w+|criteri\w+|medically necessary)\b|>=))"
_MAY = r"(?:(?:may|can|could|should|must|shall|will|also|then|only|ha(?:s|ve) to|needs? to) )*"
_OUR_PAPERS = (
    r"(?:form|request|records?|copy|copies|letter|decision|call|plan|portal|us|fax|claim|bill|office|state|"
    r"network|agreement|address|enrol?lment|medicaid)s?"
)
_STAFF = (
    r"(?:(?:the|an?|each|every|any|our|your|all|no) )?(?:(?:prescribing|requesting|hospital|office|clinic|plan|"
    r"discharge|billing|out-of-state|network) )*(?:offices?|clinics?|hospitals?|practices?|providers?|"
    r"pharmac(?:y|ies|ists?)|planners?|nurses?|staff|members?|residents|interns|representatives?)"
)
_ABOUT_PAPERS = (
    r"(?!.*\b(?:rems|certif\w+|chart|(?:clinical|progress|office|visit|clinic|treatment|session) notes|medical records|"
    r"monitor\w*|observ\w+|psychiatrist|antidepress\w*|score|doses?)\b)"
)

_CLAIMS = (
    # e.g. "claims for more than two sessions a week are held for review", "bills without a modifier are returned"
    (
        rf"{_NO_DEMAND}(?!.*\b(?:denied|rejected|not (?:paid|covered))\b)\W*(?:(?:all|the|any|such|each|every|"
        r"facility|professional|drug) )*(?:claims?(?! history)|bills?|charges)\b[^.;]{0,80}? (?:is|are|will be|may "
        r"be|"
        r"must be|has to be|have to be) (?:held|pended|suspended|stopped|flagged|returned|sent|filed|billed|priced|"
        r"paid|checked|audited)\b"
    ),
    # e.g. "claims must show the NDC and the units"
    (
        r"^\W*(?:(?:all|the|any|such|each|every|facility|professional|drug) )*(?:claims?|bills?) (?:must|should|"
        r"shall|has to|have to|needs? to) (?:also )?(?:show|carry|bear|list|have|include|contain|give|name) (?:an? |"
        r"the )?(?:ndc|units?|modifiers?|npi|codes?|hcpcs|(?:authori[sz]ation|prior authori[sz]ation|invoice) "
        r"number|(?:date|place) of service|jz|jw|name of)\b"
    ),
    # e.g. "use place of service 11 for an office"; "covered in place of service 11" asks
    (
        r"^\W*(?:please )?(?:use|bill|report|enter|put|claim|show|with|code)\b[^.;]{0,30}\b(?:place[- ]of[- "
        r"]service|pos)(?: codes?)? \d\d\b"
    ),
)
_COSTS = (
    (
        rf"{_NO_DEMAND}.*\b(?:co-?pay(?:s|ments?)?|co-?insurance|deductibles?|out-of-pocket|cost[- "
        r"]sharing)\b(?=[^.;]* (?:is|are|has|have|of|does|do|starts?|appl\w+|counts?|waived|may)\b)"
    ),
    (
        rf"{_NO_DEMAND}\W*(?:the |an? )?(?:members?|patients?|enrollees?|beneficiar(?:y|ies)|people|"
        r"those)\b[^.;]{0,40} (?:pays? (?:nothing|no|an?|the|\$?\d)|(?:may|will|can) have (?:other|no|lower|"
        r"higher|different) (?:costs?|benefits?))"
    ),
    (
        rf"{_NO_DEMAND}\W*(?:(?:(?:some|many|most|other|certain) )?(?:state |federal |local )?(?:mandates?|laws?)|"
        r"(?:some|many|most|other|certain) (?:[\w-]+ )?(?:plans?|employers?)) (?:may|can|might|could) (?:also "
        r")?(?:require|have|use|demand|call for|limit|exclude|set|need)\b"
    ),
)
_DISPUTES = (
    # e.g. "send in with the appeal whatever new notes you have"
    (
        rf"{_NO_DEMAND}.*\b(?:with|in|during|for|after|of|to|an?) (?:the |an? |any |your |each |every )?(?:[\w-]+ "
        r")?(?:appeals?|grievances?|fair hearings?|(?:external|independent) reviews?)\b"
    ),
    (
        r"^\W*(?:when|if|where) [^.;]{0,40}\b(?:records?|notes|papers|information|answers?)\b[^.;]{0,30},? (?:the "
        r")?(?:time|clock|deadline|period)\b"
    ),
)
_PEOPLE_OF_THE_PLAN = (
    # e.g. "providers must revalidate their enrollment", "an office may bill for another provider"
    (
        rf"{_NO_DEMAND}{_ABOUT_PAPERS}(?:[^.;]{{2,60}}, (?:though|but|and|while) )?\W*{_STAFF} {_MAY}(?:bill (?:for|"
        r"as|under)\b|(?:re-?validate|enrol?l (?:in|with|through|by)|apply|sign|call|telephone|fax|send|submit|"
        rf"start|ask|write|keep|register|bill)\b[^.;]*\b{_OUR_PAPERS}\b)"
    ),
    # e.g. "behavioral health requests are handled by another office"
    (
        rf"{_NO_DEMAND}\W*[^.;]{{0,40}}\b(?:requests?|questions?|calls?|appeals?|letters?|complaints?) (?:is|are|"
        r"will be) (?:handled|answered|decided|reviewed|taken|dealt with|looked at) (?:by|in|at) (?:an?|another|the|"
        r"our) (?:[\w-]+ )?(?:office|unit|team|department|desk)\b"
    ),
    # e.g. "offices that screen all patients of 12 years and older earn a bonus"
    (
        r"\W*(?:offices?|clinics?|providers?|practices?|psychiatrists?)\b[^.;]{0,90}\b(?:earns?|(?:is|are) "
        r"awarded|gets?|receives?) (?:an? |the )?(?:\w+ )?(?:bonus|incentive|reward|payment|report|credit)\b"
    ),
    # e.g. "the plan measures how many patients stay on an antidepressant"
    (
        r"^\W*(?:the|our|this) (?:\w+ )?(?:plan|program|committee|state|measure|department) (?:measures?|counts?|"
        r"tracks?|reports?|follows?|looks at) (?:how (?:many|often|long)|the (?:number|share|rate|percentage)|"
        r"whether)\b"
    ),
    # e.g. "training for office staff is offered on line"
    (
        r"^\W*(?:(?:free|on-?line|yearly|the|more) )*(?:training|webinars?|courses?|classes|materials?|"
        r"help)\b[^.;]{0,40} (?:is|are) (?:offered|available|held|free|posted|found|given)\b"
    ),
    # e.g. "sites renew their certification by signing the form again", "a site enrolls by naming a representative"
    (
        r"^\W*(?:(?:an?|the|each|all|most|new) )?(?:[\w-]+ )?(?:sites?|units?|clinics?|pharmac(?:y|ies)|centers?|"
        r"hospitals?|patients?) (?:renews?|certif(?:y|ies)|enrol?ls?|registers?|signs? up)\b[^.;]{0,50}\b(?:by|once|"
        r"one by one|through|on) (?:signing|naming|sending|filling|completing|the web|for the whole|\w+ line)\b"
    ),
)
_LARGE_GROUPS = (
    # e.g. "the second leading cause of death among people aged 10 to 34", "the commonest reasons for disability"
    (
        rf"{_NO_DEMAND}.*\b(?:leading|common|commonest|main|chief|frequent|second|third) (?:\w+ )?(?:causes?|"
        r"reasons?) (?:of|for) (?:death|disability|illness|sick leave|suicide)\b"
    ),
    # e.g. "adults aged 18 to 25 have the highest rate of episodes"
    (
        rf"{_NO_DEMAND}.*\b(?:ha(?:s|ve)|with|show) (?:the |an? )?(?:highest|lowest|higher|lower|greater|greatest) "
        r"(?:\w+ )?(?:rates?|risks?|prevalence|incidence|burden)\b"
    ),
    # e.g. "about one patient in three does not get well after two drugs"
    (
        r"^\W*(?:about |nearly |roughly |some |up to |almost |more than )?(?:\d+|a|\d+ of) (?:patients?|adults?|"
        r"persons?|people|members?) (?:in|out of) \d+ (?:does|do|is|are|has|have|will|fails?|gets?|responds?|"
        r"relapses?)\b"
    ),
    # e.g. "psychotherapy helps many patients", "ECT is used when several drugs have failed"
    r"\b(?:helps?|works? for|benefits?) (?:many|most|some|a third of|half of) (?:patients|people|adults|persons)\b",
    (
        r"^(?!.*\b(?:must|shall|only|required|requested|esketamine|spravato|ketamine)\b)[^.;:]{3,70} (?:is|are) "
        r"(?:an? )?(?:\w+ly |often |common )*(?:used|tried|offered|given|next step|choice) (?:when|after|once) "
        r"(?:(?:the first|first|several|many|other|some|\d+) )?(?:\w+ )?(?:drugs?|treatments?|medicines?|"
        r"medications?|"
        r"antidepressants?)? ?(?:ha(?:s|ve) )?(?:failed|not helped|not worked|fail)\W*(?:drugs?)?\W*$"
    ),
    (
        r"^(?!.*\b(?:must|shall|only)\b)[^.;:]{3,60} (?:is|are) (?:an? |the )?(?:common|usual|frequent|customary) "
        r"next steps?\b"
    ),
    # e.g. "patients with severe depression may need care in a hospital"
    (
        r"^\W*(?:patients|people|adults|persons|those) with [^.;:,]{3,40} (?:may|often|sometimes|can|usually) "
        r"(?:also )?(?:need|require) (?:care|help|treatment|other|more|> \d|an? (?!approval|authori))"
    ),
    # e.g. "federal safety rules confine the drug to certified settings, where patients are watched"
    (
        r"^(?!.*\b(?:devices?|mg|kits?|units?|days)\b)\W*(?:federal|fda|the fda|the fda's|government|national|"
        r"safety|the law|federal law)\b[^.;,]{0,40}\b(?:confines?|"
        r"limits?|restricts?|keeps?) (?:its |the )?(?:drug|it|spray|use|supply|spravato|esketamine|product|medicine|"
        r"sale|distribution)\b"
    ),
    # e.g. "the drug is sold only through a REMS, and each patient is observed"
    (
        r"\b(?:sold|shipped|supplied|marketed|distributed|dispensed) (?:\w+ )?(?:only|solely) (?:through|under|"
        r"within) "
        r"(?:an?|the|its) (?:[\w-]+ ){0,3}(?:rems|program)\b"
    ),
    # e.g. "treatment starts with two sessions a week and later goes on at one"
    (
        r"^(?!.*\b(?:must|shall|only|limit\w*|approv\w+|cover\w*|no more)\b)\W*(?:the )?(?:treatment|therapy|course|"
        r"schedule) (?:starts?|begins?|opens?) (?:with|at|on) [^.;]*\b(?:later|then|afterwards?) (?:goes|continues|"
        r"drops|falls|moves|is)\b"
    ),
    (
        r"\brems\b (?:program )?(?:was|has been) (?:(?:last|first|since|later|also) )*(?:modified|changed|updated|"
        r"revised|amended|approved|eased)\b"
    ),
    r"\b(?:was|were|has been|have been) studied (?:together|along|alongside|only|mainly|mostly|as)\b",
)
_TREATMENTS = (
    r"(?:psychotherapy|counsell?ing|cbt|cognitive[ -]behaviou?ral therapy|talk therapy|augmentation|an? switch"
    r"|switching"
    r"|ect|r?tms|electroconvulsive therapy|transcranial magnetic stimulation|lithium)"
)
_LABEL = r"\W*(?:(?:please )?(?:note|reminder|tip|remember|remark|advice|nb)\b(?: that)?\W*)?"
_ASKS_NOTHING = r"(?:(?!\b(?:must|shall|required|needed|necessary|fail\w*|if|unless|when|only)\b)[^.])"
_ASKS_FEW = r"(?:(?!\b(?:if|unless|when|where|but|only|for|in|except)\b)[^.;:]){0,40}"
_ABOUT_TREATMENTS = (
    # e.g. "psychotherapy may be useful with any drug but is not needed for approval", "…; we do not insist on it"
    (
        rf"^{_LABEL}{_TREATMENTS}\b[^;.]{{0,20}}?\b(?:may|can|could|might|is|are)\b{_ASKS_NOTHING}{{0,120}}?"
        r"(?:[,;]|\bbut|\bthough|\byet)[^.]{0,40}\b(?:(?:is|are) (?:not (?:an? )?(?:needed|required|necessary"
        r"|mandatory|"
        r"asked|condition|requirement|prerequisite)|no (?:condition|requirement|prerequisite))|(?:does|do) not "
        r"(?:depend|"
        r"hinge|rest|insist|require|ask|call for|demand))\b"
    ),
    # e.g. "augmentation is commonly tried", "ECT is sometimes used before a switch"
    (
        rf"^{_LABEL}{_TREATMENTS} (?:is|are) (?:often|commonly|sometimes|usually|frequently|generally) (?:tried|used|"
        rf"attempted|added|given|offered)\b{_ASKS_NOTHING}*\W*$"
    ),
    # e.g. "ECT is neither required nor expected of any member"
    (
        rf"^{_LABEL}{_TREATMENTS} (?:is|are) (?:not|neither|no longer) (?:required|needed|"
        rf"expected|asked for|demanded|necessary){_ASKS_FEW}\W*$"
    ),
    (
        rf"^{_LABEL}neither {_TREATMENTS} nor {_TREATMENTS} (?:is|are) (?:required|needed|expected|asked for|demanded|"
        rf"necessary){_ASKS_FEW}\W*$"
    ),
    # e.g. "ECT is among the most effective treatments for severe depression", "remains the mainstay of treatment"
    (
        rf"^{_LABEL}(?:{_TREATMENTS}|antidepressants) (?:is|are|remains?|stays?) (?:(?:still|also|now|perhaps"
        r"|widely) )*(?:(?:among|1 "
        r"of) )?"
        r"(?:(?:the|an?|our) )?(?:(?:most|best|very|highly|quite|often|proven) (?:[\w-]+ )?|mainstay|cornerstone|"
        rf"backbone){_ASKS_NOTHING}*\W*$"
    ),
)
_STUDIES = (
    (
        r"^(?!.*\bwe\b)\W*(?:in [\w ]{3,20},? )?(?:the )?(?:(?:fda|drug|product) )?label(?:l?ing)? was "
        r"(?:(?:later|then|first) )?(?:extended|expanded|broadened|changed|revised)\b"
    ),
    # e.g. "in a small trial 84 mg did no better than 56 mg", "adherence was above 80% in both groups"
    (
        r"^\W*in (?:an?|one|another|the|1) (?:\w+ )?(?:small|large|long|short|randomi[sz]ed|controlled|open|blinded|"
        r"pilot|older|recent|pivotal|phase) (?:[\w-]+ ){0,3}trials?\b(?! (?:of|with|that|lasting|for|at|is|to|must|"
        r"has)\b)"
    ),
    r"\b(?:was|were|did|had)\b[^.;]*\bin (?:both|either|all|the \w+) (?:groups?|arms?)\b",
    r"^\W*(?:an?|the|one|another|1) (?:[\w-]+ ){0,3}(?:meta-analys[ei]s|systematic review|indirect comparison)\b",
    # e.g. "one society recommends drug testing", "the VA guideline suggests it after two trials"
    (
        r"^\W*(?:one|another|an?|the|some|several|most|1) (?:[\w-]+ ){0,4}(?:society|societies|association|academy|"
        r"college|consensus statement)(?:'s guidelines?| guidelines?)? (?:recommends?|suggests?|advises?|prefers?|"
        r"holds?|urges?)\b"
    ),
    (
        r"^\W*(?:the |an? )?(?:[\w-]+ ){0,4}(?:va|dod|apa|nice|canmat|canadian|british|american|european|"
        r"international|practice) (?:[\w-]+ ){0,3}guidelines? (?:recommends?|suggests?|advises?|prefers?|puts?|"
        r"places?)\b"
    ),
)
_NAMED = r"(?:numbers?|no|ids?|npi|names?|address(?:es)?|telephone|phone|fax|e-?mail)"
_FIELDS = (
    # e.g. "treatment site name, address, REMS number:", "patient REMS enrollment number (if assigned)"
    (
        r"^(?!.*\b(?:is|are|has|have|must|provide|confirm|with|verif\w*|enrolled|include|attach\w*|"
        rf"submit)\b)\W*(?:[\w'’/&-]+,? ){{1,7}}{_NAMED}(?: \(?if (?:any|assigned|known|applicable|"
        r"available)\)?)?(?: and (?:\w+ )?dates?)?[\W_]*$"
    ),
    rf"^\W*{_NAMED}(?: and \w+)? of (?:the |an? )?(?:[\w-]+,? ){{1,5}}if (?:any|known|applicable|available)[\W_]*$",
    # e.g. "place of administration: office / outpatient hospital / other": wherever it is
    (
        r"^\W*(?:place|site|location|setting)s? (?:of|where)\b[^.;]*\bother(?: \(?(?:please )?(?:specify|describe|"
        r"explain)\)?)?[\W_]*$"
    ),
)
PLAN_FACTS = (
    *_CLAIMS,
    *_COSTS,
    *_DISPUTES,
    *_PEOPLE_OF_THE_PLAN,
    *_LARGE_GROUPS,
    *_ABOUT_TREATMENTS,
    *_STUDIES,
    *_FIELDS,
)
