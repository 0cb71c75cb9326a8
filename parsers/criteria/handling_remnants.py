"""How payers word, among criteria, how requests, claims and approvals are handled and by whom. Words only."""

from __future__ import annotations

import re

from parsers.answering.unanswering_wording import ASKS_AGAIN
from parsers.language.patterns import compiled

_HANDLED = (
    r"(?:decided|reviewed|processed|answered|returned|accepted|handled|triaged|forwarded|routed|rejected|acknowledged|"
    r"logged|checked|read|treated|screened|sorted|looked at|"
    r"examined|assigned|passed on|dealt with|referred|escalated|entered|received|tracked|counted|dated|stamped|filed|"
    r"closed|held open|kept open)"
)
_FOR_WHAT = (
    r"(?: (?:for|from|with|without|of|above|over|beyond|outside|that|which|sent|made|"
    r"received)\b(?:[ap]\.m\.|[^.;:]){0,60}?)?"
)
# "Requests are decided within 72 hours", "requests for doses above the limit are reviewed by a physician".
_REQUESTS_HANDLED = compiled(
    r"^\W*(?:(?:all|any|such|these|other|an?|the|each|every|retrospective|urgent|standard|expedited|renewal|"
    r"incomplete|repeat|late|further|second) )*(?:requests?|applications?|submissions?|referrals?|inductions?|courses?|"
    rf"appeals?|sessions? missed|missed sessions?|exceptions?){_FOR_WHAT} (?:(?:is|are|will be|may be|can be) (?:also |"
    rf"then |always |only )?{_HANDLED}\b"
    # "A request gets an answer within 24 hours."
    r"|(?:will )?(?:gets?|receives?) (?:(?:an?|its|the|their) )?(?:decisions?|answers?|determinations?|responses?|"
    r"repl(?:y|ies)) (?:within|in|by|after)\b)(?![^.;]*\b(?:if|unless|only|provided|must|until)\b)",
    re.IGNORECASE,
)
# "Those that do not satisfy this list go on to a physician reviewer before any denial."
_SENT_ON = compiled(
    r"^\W*(?:any|those|ones|the ones|requests?|cases?|all others|the others?|whatever|what)\b[^.;:]{0,60}? (?:goe?s?|"
    r"pass(?:es)?|moves?|(?:is|are|will be) (?:sent|passed|forwarded|referred|handed|routed)) (?:on |up |over |then )*"
    r"to (?:(?:an?|the|our|another) )?(?:[\w-]+ ){0,3}(?:reviewers?|directors?|physicians?|pharmacists?|committees?|"
    r"panels?|desks?)\b(?![^.;]*\b(?:if|unless|only|must|until)\b)",
    re.IGNORECASE,
)
# "A physician looks over every request that a pharmacist cannot approve", "none is denied before one has read it".
_READ_BY = compiled(
    r"^\W*(?:an?|the|our|one|two) (?:[\w-]+ ){0,3}?(?:pharmacist|nurse|physician|doctor|reviewer|director|desk|team|"
    r"staff|panel)s? (?:(?:will|then|first|also|may) )*(?:screen|look over|look at|go over|read|examine|handle|review|"
    r"decide|screens|looks over|looks at|goes over|reads|examines|handles|reviews|decides)(?: on)? (?:(?:each|"
    r"every|all|"
    r"any|the|such|those|complete|close|incoming) )*(?:requests?|applications?|submissions?|appeals?)\b"
    r"(?![^.;]*\b(?:if|unless|only|provided|must|until)\b)"
    r"|^\W*no (?:requests?|cases?|applications?) (?:is|are|will be) (?:denied|refused|turned down|rejected) (?:before|"
    r"until|without|unless) [^.;]{0,40}\b(?:physician|director|doctor|reviewer|psychiatrist)\b[^.;]{0,40}\W*$",
    re.IGNORECASE,
)
# "A standard decision is sent within 72 hours", "you will hear from us within three days", "has 90 days to appeal".
_WHEN_TOLD = compiled(
    r"^\W*(?:(?:an?|the|our|all|most|standard|urgent|expedited|routine) )*(?:decisions?|answers?|notices?|letters?|"
    r"determinations?) (?:is|are|will be|goe?s? out) ?(?:sent|mailed|given|made|faxed|issued|phoned|"
    r"out)? ?(?:within|in|"
    r"by|on|after) (?![^.;]*\b(?:if|unless|only|provided|must|until)\b)"
    r"|^\W*(?:you|most people|members|prescribers|offices|applicants)(?: will|'ll)? (?:hear|get (?:an answer|"
    r"a decision|"
    r"a letter|word))(?: from us| back)? (?:within|in|by|after) "
    r"|^\W*(?:an?|the|any|every|you|members?)\b[^.;]{0,40} (?:has|have) [\w-]+ (?:calendar |business |working )?days "
    r"(?:to|in which to|within which to) (?:ask|appeal|file|request|write|complain|object|contest|dispute)\b"
    r"|^\W*peer[- ]to[- ]peer (?:calls?|reviews?|talks?|discussions?|conversations?) (?:is|are|can be|"
    r"may be) (?:offered|"
    r"available|held|possible|arranged|taken|scheduled|requested|had)\b(?![^.;]*\b(?:if|unless|only|must|until)\b)",
    re.IGNORECASE,
)
# "The age is taken from the eligibility file", "specialty appears next to the NPI": where the payer itself looks it up.
_LOOKED_UP = compiled(
    r"^\W*(?:(?:the|its|this|these|both|member's|patient's) )*(?:age|specialty|eligibility|date of birth|it|this|these|"
    r"membership|name|line of business|license) (?:(?:is|are) (?:taken|read|drawn|pulled|known|copied|filled in|looked "
    r"up|seen|found)|appears?|shows?(?: up)?|stands?) (?:from|in|by|next to|beside|under|on) (?:(?:the|our|its|"
    r"plan's) )*"
    r"(?:eligibility|enrollment|membership|member|provider|system|directory|file|screen|npi)\b[^.;]{0,30}\W*$",
    re.IGNORECASE,
)
# "Reviewer: the department's contracted pharmacists": the label of a row on who decides.
_WHO_DECIDES = compiled(
    r"^\W*(?:reviewers?|reviewed by|who (?:decides|reviews)(?: it| requests)?|decided by|decision[- ]makers?|"
    r"reviewing (?:body|staff|unit))\W*[:|]",
    re.IGNORECASE,
)
# "A pharmacist reviews each request", "the medical director may approve exceptions".
_BY_WHOM = compiled(
    r"^\W*(?:(?:an?|the|our|each|every|this) )?(?:(?:clinical|health|drug|medical|benefit|claims|utilization|plan|"
    r"state)(?:'s|’s)? )*(?:pharmacists?|reviewers?|directors?|committees?|plan|payer|department|agency|contractor|"
    r"company|vendor|board|board of appeals|unit|specialty pharmacy|wholesaler|manufacturer|distributor)"
    r"(?: of the (?:plan|payer|state|company))? (?:will |may |can |also |then )*"
    r"(?:reviews?|decides?|considers?|answers?|notif(?:y|ies)|ships?|sends?|supplies|supply|reserves?|reimburses?|pays?|"
    r"follows?|contacts?|calls?|approves? (?:exceptions|an exception)|grants? exceptions|overrides?|"
    r"does not consider)\b"
    r"(?![^.;]*\b(?:if|unless|only|provided|must|until)\b)",
    re.IGNORECASE,
)
# "The contractor tells network sites how the drug is to be obtained", "we keep a list of sites".
_TOLD = (
    r"(?:(?:the|its|their|our|all|any|each|network|certified|participating|treating|eligible) )*"
    r"(?:sites?|providers?|prescribers?|facilit(?:y|ies)|pharmac(?:y|ies)|clinics?|practices?|offices?|hospitals?|"
    r"members?|beneficiar(?:y|ies)|enrollees?)"
)
_PAYER_TELLS = compiled(
    r"^\W*(?:we|(?:the|our|this|each|your) (?:(?:[\w-]+) ){0,2}?(?:plan|payer|department|agency|contractor|company|"
    r"administrator|program|fund|insurer|carrier|vendor))(?: (?:will|shall|may|can|also|then))* "
    rf"(?:(?:tells?|informs?|advises?|instructs?|directs?|(?:explains?|shows?) to|shows?) {_TOLD} (?:how|where|when|"
    r"on|which|what|whom|of|about|from whom)\b"
    rf"|lets? {_TOLD} know\b|makes? [^.;]{{3,60}} (?:known|public|available) (?:to|on|at)\b"
    r"|(?:keeps?|maintains?|publish(?:es)?|posts?) (?:an?|the|its) (?:\w+ )?(?:list|register|directory|roster|map)s?\b)"
    r"(?![^.;]*\b(?:if|unless|only|provided|must|until)\b)",
    re.IGNORECASE,
)
# "The Division shall decide within 24 hours", "the Fund must answer in three days", "reports to the Legislature".
_PAYER_ACTS = compiled(
    r"^\W*(?:the|our|this|each) (?:(?:state|health|medical|county|public) )?(?:divisions?|departments?|agency|"
    r"plan|fund|"
    r"payer|board|commission|authority|bureau|program|state|contractor|administrator|pool|trust|insurer|carrier) "
    r"(?:shall|will|must|has to|is to|undertakes to|promises to) (?:also |then )?(?:decide|answer|respond|act|"
    r"rule|reply|"
    r"notify|report|publish|post|issue (?:its|the|a) (?:decision|notice|answer))\b"
    r"(?![^.;]*\b(?:if|unless|only|provided|except|when|where|must|patients? (?:has|have|is|are))\b)",
    re.IGNORECASE,
)
# "A doctor looks at whatever the pharmacist would turn down", "a nurse goes over each denial".
_LOOKED_AT = compiled(
    r"^\W*(?:an?|the|our|another|some) (?:[\w'’-]+ ){0,2}(?:doctors?|physicians?|nurses?|pharmacists?|reviewers?|"
    r"persons?|"
    r"people|directors?|clerks?|humans?) (?:also |then |first )?(?:looks? (?:at|over|into)|goes? over|reads?|"
    r"sees?|checks?|"
    r"reviews?|takes? up) (?:whatever|what|any|each|every|all|those|the ones|the requests?)\b"
    r"(?=[^.;]*\b(?:pharmacists?|software|requests?|cases?|denials?|refus\w+|den(?:y|ies|ied)|turn(?:s|ed)? (?:it "
    r")?down|"
    r"rejects?|rejected|appeals?|not (?:pass|approved))\b)[^.;]{3,80}\W*$",
    re.IGNORECASE,
)
# "The contested case procedures of the State apply to denials": how a decision is disputed.
_OF_DISPUTES = compiled(
    r"^\W*(?:the|all|usual|ordinary|state(?:'s|’s)?|these|same|our) [^.;:]{0,60}\b(?:procedures?|rules?|rights?|"
    r"process|"
    r"deadlines|law|steps) (?:[^.;:]{0,40} )?(?:also )?(?:appl(?:y|ies)|govern|holds?|covers?|extends? to) (?:to |"
    r"for )?"
    r"(?:(?:all|any|each|every|such|an?|the) )*(?:denials?|refusals?|appeals?|hearings?|grievances?|disputes?|"
    r"complaints?|"
    r"adverse (?:decisions?|determinations?)|decisions?)\W*$",
    re.IGNORECASE,
)
# "Authorizations are not transferable", "members who change plans keep their approval".
_APPROVALS_KEPT = compiled(
    r"^\W*(?:(?:an?|the|all|any|each) )?(?:approvals?|authori[sz]ations?) (?:is|are|may|can|will|do(?:es)?) "
    r"(?:not |be |also )*(?:transfer\w*|move|follow|portable|carr(?:y|ied) over|shared)\b"
    r"|^\W*(?:members?|patients?|enrollees?|recipients?) (?:who|that) (?:change|switch|leave|move between|move from) "
    r"(?:plans?|coverage|carriers?|counties)\b[^.;]*\b(?:keep|carr(?:y|ies)|retain)s?\b",
    re.IGNORECASE,
)
# "It is not self-administered", "available only through a restricted program", "observation is part of the code".
_IT = r"(?:spravato|esketamine|it|the (?:drug|spray|medicine|product|medication))"
_OF_THE_SUPPLY = compiled(
    # "It is given in a health care setting; it is never dispensed to the member."
    rf"^\W*(?:{_IT} is (?:given|administered|used) (?:only )?in (?:an? )?(?:health ?care|medical|clinical) (?:setting|"
    rf"facility|office)s?[;,] (?:and )?)?(?:{_IT} (?:is|are|may|must|can|will|shall) (?:not|never) (?:be )?(?:\w+ )?"
    r"(?:dispensed|released|handed out|sent|mailed|shipped|given out) (?:directly )?to (?:(?:the|an?) )?(?:members?|"
    r"patients?|clients?|beneficiar(?:y|ies)|home)(?:'s home)?(?: for (?:use at )?home(?: use)?|"
    r" for self-administration)?|(?:members|patients) (?:do|may|can) not (?:pick it up|take it home))\W*$|"
    r"\b(?:is|are) (?:not |never )?(?:(?:considered|regarded as|to be|an?|drug) )*self-administ(?:ered|rable)\b"
    r"(?: drug)?\W*$"
    r"|^\W*(?:spravato|esketamine|it|the (?:drug|spray|medicine|product)) is (?:only )?(?:available|distributed|sold|"
    r"shipped) (?:only )?(?:through|by|from|under) (?:an? )?(?:restricted|limited|closed|specialty)\b[^.;]{0,50}\W*$"
    r"|\b(?:is|are) (?:included|bundled|contained|part) (?:in|of) (?:the |that |its )?(?:codes?|payment|rate|fee|price|"
    r"charge)\b[^.;]{0,30}\W*$",
    re.IGNORECASE,
)
# "The criteria apply to all lines of business", "drugs taken before enrollment count as trials".
_OF_THE_RULES = compiled(
    r"^\W*(?:the|these|this|all|our) (?:criteria|polic(?:y|ies)|guidelines?|rules?|document|requirements?) (?:also |"
    r"do(?:es)? not )?(?:appl(?:y|ies)|extends?) to (?:all|every|both|each|any|medicare|medicaid|commercial|"
    r"self-funded|fully|federal|members of)\b[^.;]{0,60}\W*$"
    r"|^\W*(?:drugs?|trials?|treatments?|medications?|antidepressants?) (?:that (?:was|were) )?(?:taken|tried|had|made|"
    r"used) (?:before|outside|under|with|through|during|while)\b[^.;]{3,50} (?:also )?counts?"
    r"(?: (?:as|toward|too|in)\b[^.;]{0,30})?\W*$"
    r"|^\W*[^.;:]{3,40} (?:is|are) (?:made |decided |left )?(?:at|to) (?:the )?"
    r"(?:(?:prescriber|provider|physician|clinician)(?:'s|’s) discretion|discretion of the (?:prescriber|provider|"
    r"physician|clinician))\W*$",
    re.IGNORECASE,
)
# "Keep this page", "fax the form to the plan", "check that the benefit requires review": said to whoever reads.
_TO_THE_READER = compiled(
    r"^\W*(?:please )?check (?:that|whether|if) (?:the |a )?(?:(?:member|patient)(?:'s|’s)? )?(?:benefits?|plan|"
    r"contract|eligibility|coverage)\b[^.;]{0,80}\W*$|"
    r"^\W*(?:please )?(?:(?:keep|save|file|bookmark|print|share|post) (?:a copy of )?(?:this|the) (?:page|notice|"
    r"bulletin|form|letter|copy|guide|sheet|document|policy)|(?:call|phone|fax|mail|e-?mail|visit|contact|log in to|"
    r"write to) (?!the (?:patient|member)))\b[^.;]{0,80}\W*$",
    re.IGNORECASE,
)
# "Chart notes may be requested at any time", "renewal requests should be sent 14 days before the end".
_WHEN_ASKED = compiled(
    rf"^\W*[^.;:]{{3,60}} may (?:also |later )?be (?:requested|asked for|called for|audited)\b[^.;]{{0,40}}\W*$"
    rf"|{ASKS_AGAIN}",
    re.IGNORECASE,
)
# "Is the site linked to the helpline? (for information; the desk looks it up)": asked, and decides nothing.
_FOR_INFORMATION = compiled(
    r"\((?:asked |collected |recorded )?(?:for (?:your |our |the plan's )?(?:information|statistics|"
    r"statistical purposes|reporting|internal use)|informational)(?: purposes)?(?: only)?(?:[,;:.] [^()]*)?\)\W*$",
    re.IGNORECASE,
)
# "The committee meets on the first Tuesday", "the system closes the case", "board certification is looked up by us":
# what bodies, programs and staff of a payer do of themselves.
_NO_TERMS = r"(?![^.;]*\b(?:if|unless|only|provided|must|until|who|fail\w*|at least|requir\w+)\b)"
_OF_ITS_BODIES = compiled(
    r"^\W*(?:the|our|this|a) (?:[\w&'’-]+ ){0,4}(?:committee|board|panel|council|commission) (?:(?:also|next|"
    r"usually) )?"
    rf"(?:meets|convenes|sits|comes together|gathers|keeps (?:its )?minutes|posts|publishes){_NO_TERMS}"
    r"|^\W*the (?:\w+ )?(?:system|screen|software|computer|tool|portal|program's page|queue) (?:(?:then|also) "
    r")?(?:closes|opens|"
    r"prints|sends|logs|saves|stamps|assigns|shows|displays|records|forwards|files|marks) "
    rf"(?!that (?:the )?(?:patient|member)){_NO_TERMS}"
    r"|^\W*(?:the )?(?:board certification|licen[sc]es?|licensure|credentials?|network status|eligibility|"
    r"enrollment|npi|"
    r"membership|benefits?)(?: (?:status|numbers?))? (?:is|are) (?:looked up|checked|verified|confirmed|searched|"
    r"found) "
    r"(?:by|in|on|from) (?:us|(?:the|our) (?:plan|payer|staff|desk|department|office|agency|unit|team|system|"
    rf"pharmacists?|reviewers?|registry)|(?-i:[A-Z])[\w-]+)\b{_NO_TERMS}[^.;]{{0,40}}\W*$",
    re.IGNORECASE,
)
# "Nothing in this list restricts emergency care": what the criteria leave as it is.
_LEAVES_ALONE = compiled(
    r"^\W*(?:nothing (?:in|on|about) (?:this|these|the|our) (?:[\w-]+ )?(?:lists?|polic(?:y|ies)|pages?|criteria|"
    r"sections?|"
    r"rules?|documents?|terms)|(?:this|these|the) (?:lists?|polic(?:y|ies)|pages?|criteria|sections?|rules?|"
    r"terms) (?:do|does|"
    r"will) not) (?:limits?|restricts?|affects?|changes?|touch(?:es)?|reduces?|takes? away|delays?|prevents?|"
    r"replaces?) "
    rf"(?!(?:the )?(?:use|payment|coverage)\b){_NO_TERMS}[^.;]{{3,80}}\W*$",
    re.IGNORECASE,
)
# "Which one is the doctor's choice", "which drug is used is left to the prescriber": any of what was asked for will do.
_LEFT_TO_CHOOSE = compiled(
    r"^\W*(?:which|what) (?:one|drug|agent|antidepressant|scale|class|medicine|medication|brand|it|tool|kind|"
    r"dose|of them)"
    r"\b[^.;:]{0,40}? (?:is|are|remains?) (?:(?:entirely|up|left|a matter) )*(?:to |for |the choice of |the "
    r"decision of )?"
    r"(?:the |his or her |a )?(?:doctor|prescriber|provider|physician|clinician|psychiatrist|patient|member)s?"
    r"(?:(?:'s|’s|s'|s’)? (?:(?:own|free|to) )*(?:choice|decision|choosing|judge?ment|choose|decide|pick))?\W*$",
    re.IGNORECASE,
)
OF_HANDLING = (
    _OF_ITS_BODIES,
    _LEAVES_ALONE,
    _LEFT_TO_CHOOSE,
    _REQUESTS_HANDLED,
    _BY_WHOM,
    _SENT_ON,
    _READ_BY,
    _WHEN_TOLD,
    _LOOKED_UP,
    _WHO_DECIDES,
    _PAYER_ACTS,
    _PAYER_TELLS,
    _LOOKED_AT,
    _OF_DISPUTES,
    _APPROVALS_KEPT,
    _OF_THE_SUPPLY,
    _OF_THE_RULES,
    _TO_THE_READER,
    _WHEN_ASKED,
    _FOR_INFORMATION,
)
