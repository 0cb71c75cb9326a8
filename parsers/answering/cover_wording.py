"""How US payers word that they cover a drug: one phrase a line, from the field's formulas, not from one payer's."""

from __future__ import annotations

import re

from parsers.answering.status_wording import NAMED_NEXT, UNDER_PLAN
from parsers.language.any_of import any_of

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
    rf"\bcovered (?:services|drugs|benefits|expenses)\b{NAMED_NEXT}",
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
    rf"\bmay (?:(?:only|also|now) )?be eligible\b{UNDER_PLAN}",
    r"\b(?:is|are) (?:approved|approvable|authorized|eligible|allowed)(?:, (?:subject to|with|after|upon) "
    r"[^,.;:]{3,60},)? (?:only )?(?:for|when|if|under|with|through)\b",
    r"(?<!FDA )(?<!FDA-)(?<!FDA has )(?<!FDA had )(?<!Administration )(?<!Administration has )(?<!pre-)"
    r"\b(?:approve|authorize|grant|allow)(?:d|s)? (?!indications?|uses?)(?:\(?[\w-]+[®™]?\)? ){0,5}"
    r"(?:for|if|when|up to)\b",
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
