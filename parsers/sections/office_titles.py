"""Titles of sections that tell how a plan works and ask nothing of a patient: costs, networks, appeals, hours, staff.

They have to be the whole title: "Provider network" is of the plan, "Network providers who may prescribe" may ask.
A title that often stands over demands ("Prior authorization process", "Provider information") is none of them.
"""

from __future__ import annotations

import re

from parsers.language.patterns import compiled
from parsers.sections.section_roles import Role

_NUMBER = r"^\W*(?:(?:[\dIVX]+(?:\.\d+)*|[A-Z])[.)] |(?:section|part) [\dA-Z]+[.:] )?(?:(?:the|our|your|a|an) )?"
_FOR_WHOM = r"(?: (?:for|of|to) (?:the |our |your )?(?:members?|providers?|offices?|practices|patients?|prescribers?))?"
_END = r"\W*$"
_PLAN = r"(?:(?:member|provider|patient|health|plan|behavioral|pharmacy|specialty|utilization|medical|drug) )*"

_COSTS = (
    r"(?:(?:members?(?:['’]s?)?|patients?(?:['’]s?)?|out-of-pocket) )*(?:cost(?:s|[- ]shar(?:e|es|ing))?|"
    r"co-?pay(?:s|ments?)?|co-?insurance|"
    r"deductibles?|liability|responsibility)(?:(?:,| and|, and| &| or) (?:co-?pay(?:s|ments?)?|co-?insurance|"
    r"deductibles?|"
    r"limits|out-of-pocket costs?))*|what (?:it costs|(?:you|(?:(?:the|our|a) )?(?:members?|patients?|enrollees?)) "
    r"pays?)|"
    r"(?:co-?pay|patient|financial|manufacturer(?:['’]s)?) (?:assistance|support)(?: programs?)?"
)
_NETWORK = (
    rf"{_PLAN}network(?: (?:notes?|providers?|information|status|participation|pharmacies))?|"
    r"(?:find|finding|locate|locating|choosing|search for) (?:a|an|your) (?:\w+ )?(?:provider|pharmacy|doctor|"
    r"psychiatrist|"
    r"(?:treatment )?(?:center|centre|site)|prescriber|clinic)|joining (?:the|our) network|(?:re)?credentialing|"
    r"where (?:you|members|patients) can go|specialty pharmac(?:y|ies)|"
    r"(?:participating|provider) (?:providers?|directory|participation|enrol?lments?|re-?validation)|"
    r"(?:enrol?lment|participation|training|education) of (?:the )?(?:providers?|prescribers?|offices|pharmacies|"
    r"staff)|"
    r"(?:non-emergency )?(?:transportation|travel|rides)(?: and (?:lodging|meals))?|"
    r"(?:provider|office|staff|prescriber) (?:training|education|relations|support|services)|webinars?|"
    r"training for (?:offices?|staff|providers|sites)"
)
_DISPUTES = (
    r"(?:reconsiderations?|grievances?|complaints?|appeals?|(?:state )?fair hearings?|(?:external|independent) "
    r"reviews?|"
    r"peer[- ]to[- ]peer(?: (?:reviews?|discussions?|talks?|calls?|conversations?))?|redeterminations?)"
    r"(?:(?:,|,? and|,? or| &|/) ?(?:reconsiderations?|grievances?|complaints?|appeals?|(?:state )?fair hearings?|"
    r"(?:external|independent) reviews?|peer[- ]to[- ]peer(?: (?:reviews?|discussions?))?))*|"
    r"(?:if|when|after) (?:(?:a|your|the|we|you|any) )*(?:\w+ )?(?:is |are )?(?:denied|denials?|deny a request|"
    r"turned down|"
    r"disagree\w*)(?: (?:a|the|your|with) (?:request|decision|claim|denial))?"
)
_CLAIMS = (
    r"(?:timely filing|filing limits?|modifiers?|fee schedules?|buy[- ]and[- ]bill|coordination of benefits|"
    r"(?:third[- ]party|other) (?:liability|insurance|coverage|payers?)|medicare and other (?:coverage|insurance)|"
    r"record[- ](?:keeping|retention)|(?:program integrity|audits?|(?:fraud|waste|abuse)(?:(?:,|,? and) (?:waste|"
    r"abuse))*))"
)
# "When you bill", "How we want it billed", "Getting paid", "Reporting the service".
_IT = r"(?:this|us|the plan|(?:for )?(?:it|(?:the|this|your) (?:drug|spray|service|infusion|visit|session|patient)s?))"
_BILLING = (
    r"(?:when|if|how|before|after|once|as|what) (?:(?:you|your (?:office|clinic|biller)|we|offices?|clinics?|"
    rf"providers?) (?:(?:want|like|need|would|should|must|can|{_IT}|to|be|get) )*)(?:bills?|billed|report(?:ed)?|"
    rf"(?:sends?|submits?) (?:us )?(?:the|your|a|in the) (?:bill|claim|invoice)s?)(?: {_IT})?|"
    rf"(?:bill|report) {_IT}(?: (?:this way|so|as follows|like this))?|getting paid|how (?:you|to) (?:are|get) paid|"
    rf"what to report|reporting {_IT}|(?:send|submit)(?:ting|ing)? (?:us )?(?:the|your|a) (?:bill|claim|invoice)s?"
)
_TIMES = (
    r"(?:(?:standard|urgent|expedited|request|review|decision|response|processing|determination|turn-?around|"
    r"(?:prior )?authorization|PA|and|&) )*(?:(?:review|decision|response|processing|determination|turn-?around) "
    r"(?:time|time ?frame|time ?line|deadline|period)s?|turn-?around)|time ?(?:frames|lines) for (?:review|"
    r"decisions?|"
    r"determinations?|processing)s?|timeliness of (?:reviews?|decisions?|determinations?)|time to decision|"
    r"(?:processing|handling) of (?:\w+ )?requests|request (?:processing|handling)|(?:standard and )?(?:urgent|"
    r"expedited) "
    r"(?:and (?:standard|urgent|expedited) )?(?:requests?|reviews?)|after[- ]hours requests|"
    r"(?:notification|notice) of decisions?|decision letters?|retrospective (?:requests|reviews?)"
)
_REQUESTS = (
    r"(?:submission of|submitting|making|sending(?: in)?|entering|filing) (?:an? |the |your )?(?:\w+ ){0,2}"
    r"(?:requests?|forms?)|(?:form |request |prior authorization |PA )?submission(?: instructions?)?|"
    r"request (?:submission|procedures?|process)|(?:forms?|fax(?:es)?|phone|telephone|addresses|and|&|,| )+ numbers?|"
    r"phone and fax|(?:mailing )?address(?:es)?|(?:form|submission|fax(?:ing)?) instructions?|where to (?:fax|call|"
    r"write|mail)|"
    r"(?:complet|fill)ing (?:(?:in|out) )?(?:the|this|your) form|instructions for (?:the|this) form|"
    r"(?:electronic|online|portal) requests?|electronic prior authorization|ePA|(?:provider |member )?portal|web "
    r"?site"
)
_OFFICE = (
    r"(?:(?:office|business|opening|call[- ]center|plan) )?hours(?: of operation)?(?: and (?:telephone|phone|"
    r"contact)(?: numbers)?)?|"
    r"(?:member|customer|provider) services?|interpreter services|"
    r"administrative (?:information|notes?|matters|details)|privacy(?: notice)?|"
    r"accessibility|"
    r"emergency (?:fills?|suppl(?:y|ies))"
)
_PROGRAMS = (
    r"(?:quality|performance|HEDIS)(?: (?:improvement|assurance|incentive))?(?: (?:programs?|measures?|activities|"
    r"goals))|"
    r"quality (?:improvement|assurance)|(?:care|case|disease|population health) (?:management|managers?|coordination)"
    r"(?: programs?| services)?|lock-in(?: program)?|(?:the )?manufacturer(?:['’]s)? (?:program|REMS|support|"
    r"services)|"
    r"information for (?:treatment )?(?:sites|centers|clinics)"
)
_MEETINGS = (
    r"(?:(?:P&T|DUR|board|pharmacy(?: and therapeutics)?) )*(?:committees?|meetings?)(?: (?:schedule|dates|"
    r"attendance|calendar))|"
    r"(?:next|upcoming|future) meetings?|attendance|public comments?|policy development|development of (?:this|the) "
    r"policy|"
    r"(?:survey|feedback)"
)
_NEIGHBOURS = (
    r"(?:other|changes (?:for|to|in)(?: the)? other|news (?:about|of|on) other) (?:drugs|medications|products|"
    r"entries|"
    r"medicines)(?: (?:in|on) (?:this|the|our) (?:list|notice|bulletin|update|memo|newsletter|formulary|letter|"
    r"document))|"
    r"(?:changes|updates|news) (?:for|to|about|on) (?:the )?other (?:drugs|medications|products|medicines)"
)

# What is told of one patient or claim is asked of no other.
_EXAMPLES = r"(?:(?:worked|some|sample|billing|claims?|case|patient) )*(?:examples?|scenarios?|vignettes?|case studies)"

_TITLES = (
    _COSTS, _NETWORK, _DISPUTES, _CLAIMS, _BILLING, _TIMES, _REQUESTS, _OFFICE, _PROGRAMS, _MEETINGS, _NEIGHBOURS,
    _EXAMPLES,
)  # fmt: skip
OFFICE_TITLES: tuple[tuple[Role, str], ...] = (
    *(("other", rf"{_NUMBER}(?:{titles}){_FOR_WHOM}{_END}") for titles in _TITLES),
    (
        "evidence",
        rf"{_NUMBER}(?:(?:society|professional) statements?|statements? (?:of|by) (?:\w+ )?societies){_END}",
    ),
    ("background", rf"{_NUMBER}(?:(?:FDA(?:['’]s)?|product|drug|manufacturer['’]s|current) )+label(?:l?ing)?{_END}"),
)

_OF_OFFICE = compiled("|".join(title for role, title in OFFICE_TITLES if role == "other"), re.IGNORECASE)
# What has begun before such a title and goes on behind it: no title without a role opens what is asked again.
_CLOSED: frozenset[Role] = frozenset({"coding", "background", "evidence", "references", "history"})


def role_behind(heading: str, own: Role, before: Role | None) -> Role:
    """The role that the section after one of `heading` goes on with: where it tells how the plan works, the one
    `before` it ("Why now", "Sending a request", "Before the first visit").
    """
    return before if own == "other" and before in _CLOSED and _OF_OFFICE.search(heading) else own
