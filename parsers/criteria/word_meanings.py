"""What a word stands for in a policy, what a visit's code contains, and who has sent requests so far: told, not asked.

Only words for persons, places and the REMS: what "treatment-resistant" or "failure" means is asked of a patient.
"""

from __future__ import annotations

_NO_DEMAND = r"^(?!.*(?:\b(?:must|shall|fail\w*|tried|trials?|unless|approv\w+|cover(?:s|ed)?|required of)\b|>=))"
_TERM = (
    r"(?:(?:the |an? )?(?:(?:term|word|phrase|abbreviation|name|expression)s? )?(?:an? |the )?(?:[a-z-]+ ){0,2}?"
    r"(?:prescribers?|providers?|specialists?|psychiatrists?|professionals?|clinicians?|practitioners?|physicians?|"
    r"offices?|clinics?|settings?|facilit(?:y|ies)|outpatient|inpatient|home|rems|supervision|direct observation)"
    r"(?: \([a-z-]+\))?)"
)
_MEANS = (
    r"(?:means?|stands? for|is short for|are short for|refers? to|denotes?|"
    r"(?:is|are) (?:defined|understood|used|meant) (?:as|to (?:be|mean|include))|is the (?:short form|abbreviation) of)"
)
_IN_THIS = (
    r"(?:(?:for (?:the )?purposes? of|as used in|as used|in|within|under|throughout) (?:(?:this|the|our|these|here|"
    r"present) ?){0,2}(?:polic(?:y|ies)|documents?|bulletin|guidelines?|sections?|criteria|page|form|rule)?"
    r"|here|in what follows),? "
)
_MEANINGS = (
    (
        rf"{_NO_DEMAND}\W*(?:(?:definitions?|note|glossary|abbreviations?)\W+)?(?:{_IN_THIS})?\W*{_TERM},? "
        rf"(?:{_IN_THIS})?{_MEANS} (?!only\b)"
    ),
    rf"{_NO_DEMAND}\W*(?:the )?(?:term|word|phrase|expression) {_TERM},? includes? (?!only\b)",
    # e.g. "REMS: Risk Evaluation and Mitigation Strategy", "a REMS is a safety program that the FDA can require"
    (
        rf"{_NO_DEMAND}\W*(?:(?:definitions?|abbreviations?)\W+)?(?:the |an? )?rems\W+(?:\(?risk evaluation (?:and|&) "
        r"mitigation strateg(?:y|ies)\)?\W*$|(?:is|are) an? (?:[\w-]+ ){0,3}?(?:program|strategy|plan)s? "
        r"(?:that|which|of|by|required|ordered))"
    ),
)
# e.g. "G2082 and G2083 include the two hours of observation", "the visit code already contains two hours"
_CODE = r"(?:[a-z]?\d{4}\d?[a-z]?|(?:the |each |this |these |that )?(?:[\w-]+ ){0,3}?codes?)"
_CODES = (
    (
        rf"{_NO_DEMAND}\W*(?:(?:reminder|note|please note|nb|tip)\W+)?(?:(?:that|hcpcs|cpt|code|codes) )*{_CODE}"
        rf"(?:(?:,|,? and|,? or|/) {_CODE})* (?:(?:already|also|each|both) )*(?:includes?|contains?|cover|bundles?|"
        r"comprises?|takes? in) (?:[^.;]{0,40} )?\d+ (?:hours?|minutes?) of (?:observation|monitoring|supervision)"
    ),
    # "HCPCS G2083 covers a dose above 56 mg and 2 hours of monitoring": the number alone says that it is a code
    (
        r"^\W*(?:(?:hcpcs|cpt|code|codes) )*[a-z]\d{4}(?:(?:,|,? and|,? or|/) [a-z]\d{4})* covers? [^.;]{0,60}"
        r"\d+ (?:hours?|minutes?) of (?:observation|monitoring|supervision)\W*$"
    ),
)
_SHARE = (
    r"(?:(?:about|some|around|roughly|nearly|almost|over|close to|just|the|an?) ){0,2}(?:"
    r"\d+ (?:in|of|out of) (?:every )?\d+|\d+ ?(?:%|percent)|(?:most|nearly all|"
    r"almost all|half|third|quarter|majority|bulk|fifth|tenth|two thirds|"
    r"\d+/\d+|share|part))"
)
_REQUESTS = r"(?:requests?|orders?|prescriptions?|claims?|applications?|forms?|submissions?|renewals?)"
_SO_FAR = r"(?:in (?:19|20)\d\d|last (?:1 )?(?:year|month|quarter)|(?:to date|so far|until now)|in recent years),? "
_STATISTICS = (
    # e.g. "most of the requests that reach us are written by psychiatrists", "4 of 5 orders were signed by …"
    (
        rf"{_NO_DEMAND}\W*(?:{_SO_FAR})?{_SHARE} (?:of (?:all |the |our |these )*)?(?:\w+ )?{_REQUESTS}\b[^.;]*"
        r"\b(?:is|are|was|were|came|comes?|originate[sd]?|has|have)\b"
    ),
    # e.g. "psychiatrists wrote nine in ten of the requests", "… accounted for 88% of the orders"
    (
        rf"{_NO_DEMAND}\W*(?:{_SO_FAR})?[a-z][\w ,'-]{{2,80}} (?:wrote|writes?|signed|signs?|sent|sends?|made|makes?|"
        rf"placed?|submitted|account(?:s|ed)? for|filed) {_SHARE} of (?:all |the |our |these )*(?:\w+ )?{_REQUESTS}\b"
    ),
)
# e.g. "our panel of psychiatrists rewrote this guideline", "the claim carries the date on which …"
_HANDLING = (
    (
        rf"{_NO_DEMAND}\W*(?:(?:our|an?|the|this|\d+|several) )?(?:[\w-]+ ){{0,3}}?(?:psychiatrists|specialists|"
        rf"physicians|"
        r"experts)\b[^.;]{0,40}\b(?:re)?(?:wrote|drafted|reviewed|revised|developed|helped (?:to )?(?:write|draft|"
        r"develop)) "
        r"(?:this|the|these|our|it) ?(?:polic(?:y|ies)|guidelines?|criteria|document|rules)?\b"
    ),
    (
        rf"{_NO_DEMAND}\W*(?:this|the|these|our) (?:polic(?:y|ies)|guidelines?|criteria|document|rules) (?:was|were) "
        r"(?:(?:first|last) )?(?:drafted|written|reviewed|developed|revised) (?:by|with|in)\b"
    ),
    (
        r"^\W*(?:the|each|every|a) (?:claim|bill|invoice) (?:carries|shows|bears|gives|states|lists) (?:the|a|"
        r"its) (?:date|"
        r"time|name|number|units?|codes?)\b[^.;]*\W*$"
    ),
)

WORD_MEANINGS = (*_MEANINGS, *_CODES, *_STATISTICS, *_HANDLING)
