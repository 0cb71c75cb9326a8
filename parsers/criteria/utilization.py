"""What a board or a report counts of the use of a drug in the past: members, claims and their profiles. No criteria."""

from __future__ import annotations

from parsers.criteria.vocabulary import PEOPLE
from parsers.language.any_of import any_of

_COUNT = r"(?<![<>=] )(?<![<>=])\b\d+(?:,\d{3})*"
_YEAR = r"(?:(?:state |federal )?(?:fiscal|calendar|plan|contract|benefit) year|sfy|ffy|fy|cy)"
_DID = (
    r"(?:had|were|was|received|used|filled|got|took|tried|started|began|stopped|submitted|billed|obtained|(?:have|has) "
    r"(?:had|been|received|used|filled|taken|tried|started))"
)
# What became of requests in the past.
_DECIDED = (
    r"(?:denials|approvals|refusals|rejections|(?:denied|approved|refused|rejected) (?:requests|cases|claims|ones)"
)
_DECIDED += rf"|(?:denied|approved|refused|rejected) {PEOPLE}|requests (?:received|denied|approved))"
_SO_MANY = rf"(?:(?:about|some|only|nearly|almost|over|fewer than|more than|a total of) )*{_COUNT}"
_SOMEBODY = rf"(?:{PEOPLE}|users|requests|petitions|claimants)"
_SUCH = r"(?: (?:who|whose|that|with|on|of|in|under|over|from|treated|given|seen) [^.;:]{2,60}?)?"
_OF_ALL = r"(?:of|in|among) (?:(?:the|our|its|all|these|those|such)\b ?)+"
_SHARE = r"(?:half|thirds?|quarters?|fifths?|tenths?|majority|minority|\d+ (?:in|out of|of) (?:every )?\d+)"
_A_BODY = (
    r"(?:(?:the|its|our|this|that|state|agency|plan|dur|drug|utili[sz]ation|review|pharmacy|advisory|p&t|medical) )*"
    r"(?:board|committee|commission|council|panel|staff|agency|department|members of the board)"
)
_FIGURES = r"(?:claims?|data|figures|numbers|counts?|utili[sz]ation|(?:\d+ )?(?:requests|charts))"
_USERS = any_of(
    # "Of 61 members with a paid claim, 47 had used …", behind whatever was asked or told.
    rf"(?:^\W*|[:;,] |\bthat |\band )(?:out )?(?:of|among) (?:(?:the|our|its|all|these|those) )?{_SO_MANY} "
    rf"(?:[\w-]+ ){{0,2}}?{_SOMEBODY}{_SUCH},? {_SO_MANY}(?:%| percent)? (?:of (?:them|these|those) )?"
    rf"(?:(?:{PEOPLE}) )?{_DID}\b(?! to\b)",
    # "40 of our members got the spray", "80 members used it, 31 of them after …", "there were 75 requests".
    rf"{_COUNT} of (?:our|the|its|these|those) (?:[\w-]+ )?{_SOMEBODY}{_SUCH} {_DID}\b(?! to\b)",
    rf"{_COUNT} (?:[\w-]+ )?{_SOMEBODY}\b[^.]{{0,80}}[,;] (?:and )?(?:in )?{_COUNT} of (?:them|whom|these|those)\b",
    rf"\b(?:there were|we (?:had|received|saw|got)) {_SO_MANY} (?:[\w-]+ )?{_SOMEBODY}\b",
    # "Fewer than half of the 90 members with a claim had seen …", "9 in 10 of the members had claims".
    rf"\b{_SHARE} {_OF_ALL}(?:{_COUNT} )?(?:[\w-]+ )?{_SOMEBODY}{_SUCH} {_DID}\b(?! to\b)",
    # "The board asked for claims data", "staff reviewed 35 requests": what was asked for and looked at once.
    rf"^\W*(?:(?:in|at|by) [^.;:,]{{2,30}},? )?{_A_BODY} (?:(?:also|then|had|members) )*"
    r"(?:asked (?:for|to see)|requested|wanted|called for|looked (?:at|into)|reviewed|counted|studied|examined|saw"
    rf"|heard|(?:was|were) (?:shown|told|given|presented with)) (?!that\b)(?:[\w'’-]+ ){{0,4}}?{_FIGURES}\b",
    r"\b(?:look at|review of|analysis of|count of|search of|sample of) (?:the |all |our )*(?:[\w-]+ )?"
    r"(?:claims|charts|records|requests|files)\b[^.;]{0,60} (?:found|showed|shows|turned up|revealed)\b",
    r"\bclaims(?: data| records)? (?:of|for|from|in) (?:19|20)\d\d (?:were|was|showed|show)\b",
    rf"\bcounted (?:(?:the|all|its|our) )*(?:[\w-]+ )?{_SOMEBODY}\b",
    rf"^\W*(?:use|usage|utili[sz]ation|users|claims)(?: (?:in|for|of) [^:;.]{{2,30}})?: {_COUNT} {_SOMEBODY}\b",
    rf"{_COUNT} {_SOMEBODY} had (?:an? )?(?:paid )?claims? for\b",
    rf"{_COUNT} of (?:them|those|these|whom) had\b[^.;:]{{0,60}} in (?:the )?claims\b",
    rf"^\W*in {_COUNT} of (?:them|these|those)\b[^.;:]{{0,60}} had (?:been tried|failed|tried)\b",
    # Of a share: "71% had two antidepressants filled in the year before".
    rf"^\W*(?:and )?(?:only |about |some |nearly |another )?\d+(?:\.\d+)? ?(?:%|percent) "
    rf"(?:of (?:(?:these|those|the|them|all)\b ?)+(?:{PEOPLE})? ?)?{_DID}\b(?! to\b)",
    # "44 members had paid claims for the spray", "37 adult members were given it"
    rf"^\W*(?:(?:in|during|for|by|since|from) [^.;:]{{2,40}}?,? )?(?:(?:about|some|only|a total of|all|fewer than) )*"
    rf"{_COUNT} (?:\w+ )?{PEOPLE}(?: (?:who|that|with|on|of|in|under|over|from) [^.;:]{{2,60}}?)? {_DID}\b",
    # "Of these members, 29 had three antidepressants on their profile", "of them, 9 were younger than 25"
    rf"^\W*(?:of|among) (?:(?:these|those|the|them|all|\d+)\b ?)+(?:[\w-]+ )?(?:{PEOPLE})?,? "
    rf"(?:only |about |some )?{_COUNT}(?:%| percent)? (?:(?:of them|{PEOPLE}) )?{_DID}\b",
    # "21 of them with fewer than three antidepressants on their claims profile"
    rf"{_COUNT} of (?:them|those|these|whom)\b[^.;:]{{0,80}}\b(?:on|in) (?:their|the) (?:\w+ )?(?:profile|claims?|"
    r"history|records?)\b",
    # "In 2 of the denials only one drug had been tried", "2 of the denials were for members who …"
    rf"^\W*(?:(?:in|of|among) )?{_COUNT} of the (?:{_COUNT} )?{_DECIDED}",
    rf"^\W*(?:among|of|in) the (?:{_COUNT} )?{_DECIDED}",
    rf"\b(?:requests|denials)\b[^.:]{{0,60}}{_COUNT}[^.:]{{0,20}}; {_COUNT} of the {_DECIDED}",
    rf"^\W*of {_COUNT} requests\b[^.]{{0,30}} (?:were|was) (?:approved|denied|received)",
    # "38% of the spray's members had paid claims for …", and which share of the users some are: "made up 97% of users"
    r"^\W*(?:and )?(?:only |about |some |nearly |another )?\d+(?:\.\d+)? ?(?:%|percent) of (?:[\w'’-]+ ){0,3}?"
    rf"{PEOPLE} {_DID}\b(?! to\b)",
    rf"\b(?:{PEOPLE}|users)\b[^.;]{{0,60}} (?:made up|accounted for|represented|constituted|comprised|were) "
    r"(?:(?:about|some|nearly|only|almost|over) )?\d+(?:\.\d+)? ?(?:%|percent) of (?:all )?(?:the )?"
    rf"(?:[\w-]+ )?(?:{PEOPLE}|users|utili[sz]ers|claims|requests)\b",
    # "Fifteen of 64 petitions were denied", "the age of members ran from 19 to 68 years"
    rf"\b[\w-]+ (?:out )?of (?:the |all )?{_COUNT} (?:petitions|requests|cases|claims|applications|appeals|reviews)\b"
    r"[^.;:]{0,20} (?:were|was) (?:denied|refused|rejected|approved|granted|turned down|returned|withdrawn)\b",
    rf"\bages? (?:range )?(?:of|among) (?:(?:the|these|those|all) )*(?:{PEOPLE}|users)\b[^.;:]{{0,30}}? "
    r"(?:ran|ranged|spanned|varied|was|were) (?:\w+ ){0,2}\d",
    rf"\b(?:{PEOPLE}|users) (?:ranged in age|were aged) (?:\w+ ){{0,2}}\d",
    r"^\W*in \d+ of (?:them|these|those)\b[^.;:]{0,60} had (?:been tried|failed|tried)\b",
    rf"^\W*(?:approved|denied|received): {_COUNT}\b(?! (?:days?|weeks?|months?|years?)\b)",
    # "The most common reason for denial was that only one drug had been tried"
    r"^\W*(?:the )?(?:most (?:common|frequent)|usual|main|leading|commonest) reasons? for (?:the )?"
    r"(?:denials?|refusals?) (?:was|were)\b",
    # e.g. what a board hears of the reasons: "reasons for denial were one trial only (14) and no antidepressant (9)"
    r"\breasons? for (?:the |these |such )?(?:denials?|refusals?|rejections?)\b(?: (?:of|in) [^.;:]{2,40}?)? "
    r"(?:was|were|included)\b",
    r"\breasons? for (?:the |these |such )?(?:denials?|refusals?|rejections?)\b[^.;]{0,20}:[^.;]*\(\d+\)",
    rf"^\W*(?:the )?(?:{_DECIDED}|denials) (?:for [^.;:]{{2,30}} )?(?:were|was|came|(?:most )?often) [^.;]*\(\d+\)",
    rf"^\W*of (?:the |these )?{_COUNT} (?:denials|refusals|approvals|{_DECIDED})\b",
    # e.g. how requests ended: "148 requests, 66 approved, 31 denied"
    rf"{_COUNT} (?:(?:were|was) )?(?:approved|denied|refused|incomplete),? (?:and )?{_COUNT} (?:(?:were|was) )?"
    r"(?:approved|denied|refused|incomplete)\b",
    # "618 sessions were billed in fiscal year 2031", "paid claims fell from 90 to 70"
    rf"{_COUNT} (?:[\w-]+ )?(?:claims?|sessions?|prescriptions|fills|requests|units)\b[^.;:]{{0,30}} (?:were|was) "
    r"(?:paid|billed|filled|submitted|received|denied|processed|counted|reimbursed)\b",
    rf"\b(?:paid|billed|claims?|utilization|spent|spending|costs?)\b[^.;:]{{0,60}}\b(?:in|during|for) {_YEAR} "
    r"(?:19|20)?\d\d\b",
)


def counts_use(words: str) -> bool:
    """Whether a sentence counts who was given a drug in the past ("44 members had paid claims for it in 2031")."""
    return _USERS.stands_in(words)
