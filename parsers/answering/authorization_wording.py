"""How payers word that a drug needs prior authorization, or none."""

from __future__ import annotations

import re

from parsers.language.any_of import any_of
from parsers.language.patterns import compiled

AUTHORIZATION = (
    r"(?:prior[- ]?(?:authori[sz]ation|approval)|pre-?authori[sz]ation|pre-?approval|pre-?certification|precert"
    r"|(?<!-)PA|TAR|PAR)"
)
# "Claims for it without an approved prior authorization will be denied".
_UNPAID_WITHOUT_ONE = (
    rf"\bclaims?\b[^.;]{{0,60}}?\bwithout (?:an? )?(?:approved |valid |required )?{AUTHORIZATION}\b[^.;]{{0,60}}?"
    r"\b(?:deny|denied|reject(?:ed)?|not (?:be )?paid|unpaid|returned)\b"
)
UNPAID_WITHOUT_ONE = compiled(_UNPAID_WITHOUT_ONE, re.IGNORECASE)
_FIRST = r"(?:first|in advance|beforehand|ahead of time|before (?:they|it) (?:starts?|begins?|(?:is|are) given))"
AUTHORIZATION_NEEDED = any_of(
    # "Approval is needed in advance for …", "You need our approval first for …".
    r"\b(?:approval|authori[sz]ation) (?:(?:is|are) (?:needed|required|necessary)|must be (?:obtained|requested|"
    rf"sought)) {_FIRST}\b",
    r"\b(?:needs?|requires?|get|obtain|seek|request) (?:(?:an?|our|the plan['’]s|plan) )?"
    rf"(?:approval|authori[sz]ation) {_FIRST}\b",
    rf"\b{AUTHORIZATION}\b(?:\s*\((?:PA|TAR)\))?[^.;]{{0,50}}?\b(?:is|are|be|being|remains?)?\s?"
    r"(?:required|needed|necessary|mandatory)\b",
    rf"\b{AUTHORIZATION} (?:has to|must|needs to) be (?:obtained|sought|requested|secured|granted|in hand|"
    r"in place|on file)\b",
    rf"\b{AUTHORIZATION}\b(?:\s*\((?:PA|TAR)\))?(?: requirements?)? (?:(?:also|now|still|will|shall) )*"
    r"(?:appl(?:y|ies) (?:to|for)\b|continues?\b|"
    r"stays?\b"
    r"|remains? (?:in (?:place|effect|force)|unchanged)\b|(?:is|are) (?:kept|unchanged|maintained)\b)",
    rf"\b(?:joins?|is (?:now )?part of|(?:is|was|has been|will be|being) (?:added to|included in|"
    rf"placed (?:on|in|under))|enters?|comes? under|falls? under|moves? (?:in)?to|"
    rf"becomes? part of)\b[^.;]{{0,60}}\b{AUTHORIZATION}\b "
    r"(?:programs?|lists?|requirements?|process)\b",
    # "We are adding it to the prior authorization list", "The committee approved a prior authorization requirement".
    rf"\b(?:add(?:s|ed|ing)?|plac(?:es?|ed|ing)|put(?:s|ting)?|mov(?:es?|ed|ing))\b[^.;]{{0,60}}? (?:to|on|onto|under) "
    rf"(?:the|our|its|this) (?:\w+ ){{0,2}}?{AUTHORIZATION} (?:program|list|requirement)s?\b",
    rf"\b(?:approv|adopt|add|introduc|implement|establish|creat|impos)(?:ed|es|s|e|ing)? (?:an? )?(?:new "
    rf")?{AUTHORIZATION}"
    rf"(?: \(PA\))? requirements?\b",
    _UNPAID_WITHOUT_ONE,
    # "Claims stop for prior authorization when …".
    rf"\b(?:stops?|pends?|suspends?|rejects?|(?:is|are|will be) (?:held|stopped|rejected|denied))(?: \w+){{0,3}}? for "
    rf"(?:an? )?(?:clinical )?{AUTHORIZATION}\b",
    rf"\b(?:considers?|receives?|reviews?|accepts?|process(?:es)?)\b[^.;]{{0,60}}?\b{AUTHORIZATION} requests? for "
    r"(?:spravato|(?:es)?ketamine)\b",
    # What an authorization asks for, it is needed for.
    rf"\b{AUTHORIZATION} (?:requests? )?(?:of|for) (?:spravato|(?:es)?ketamine)\b[^.;]{{0,80}}?"
    r"\b(?:(?:will |now |still |no longer ){1,2}(?:ask|require|need)s?|asks? for|must show)\b",
    r"\b(?:requires?|required|needs?|subject to|with|must (?:have|obtain|request)|obtain)\b[^.;]{0,30}"
    r"\b(?:prior|pre-?)[- ]?(?:authori[sz]ation|approval|certification)\b",
    r"^\W*(?:(?:please|first|always|you must) )*(?:get|obtain|request|seek|secure|ask for) (?:an? |our )?"
    rf"{AUTHORIZATION}\b(?!\s+(?:forms?|criteria|lists?|department|status))",
    r"\b(?:requires?|needs?|subject to|must have) (?:a )?(?:PA|TAR|precert)\b",
    r"\b(?:requires?|needs?|must have|must be) (?:approval|authori[sz]ation|approved|authori[sz]ed) in advance\b",
    r"\b(?:requires?|needs?) advance (?:approval|authori[sz]ation)\b",
    r"\bprior authori[sz]ation (?:is|was|has been|must be) requested for\b|\bprior authori[sz]ation criteria\b"
    r"|\bclinical PA\b",
    flags=re.IGNORECASE,
)
NO_AUTHORIZATION = any_of(
    rf"\b(?:no|not|without|nor|no longer)\b(?! (?:be )?(?:guaranteed|assured|promised))[^.;]{{0,30}}"
    rf"\b{AUTHORIZATION}\b(?! (?:form|criteria))",
    rf"\b{AUTHORIZATION}\b[^.;]{{0,20}}\b(?:not|no longer) (?:be )?(?:required|needed|applicable|appl(?:y|ies))\b",
    rf"\b{AUTHORIZATION}\b(?: requirement)?(?: (?:for|on|of) [^.;]{{3,60}}?)? (?:(?:is|was|has been|will be|is being|"
    r"are being) )?(?:removed|lifted|dropped|ended|eliminated|discontinued)\b",
    rf"\b(?:removed|taken|dropped|coming|removing) (?:\w+ )?(?:from|off) (?:the|our|its) (?:\w+ "
    rf")?{AUTHORIZATION} list\b",
    rf"\b(?:remov|lift|dropp|end|eliminat|discontinu)(?:ing|es|s|ed) (?:the )?{AUTHORIZATION}\b(?: "
    rf"requirement)? (?:for|on|of)\b",
    flags=re.IGNORECASE,
)
# "Anesthesia use does not require PA", "Use in anesthesia needs no prior authorization": the use is the subject.
USE_WITHOUT_ONE = compiled(
    r"^\W*(?:(?:[\w-]+ ){1,4}uses?|(?:(?:the|its) )?uses? (?:in|for|as|during|of) [^.;,]{3,50}?"
    # "Ketamine for anesthesia needs no prior authorization": the drug in its use.
    r"|(?:racemic )?ketamine(?: (?:injections?|hydrochloride))? (?:for|as|in|during) [^.;,]{3,50}?) (?:also )?"
    rf"(?:(?:does|do|will) not (?:need|require)|(?:no longer )?(?:needs?|requires?)(?= no\b)) (?:(?:any|a|no) )?"
    rf"{AUTHORIZATION}\b",
    re.IGNORECASE,
)
# "Is approved, without prior authorization, for anesthesia": said in passing of what is approved.
IN_PASSING = compiled(
    r"(?<=\bapproved),? (?:and )?(?:without|with no|no) (?:any )?"
    rf"(?:{AUTHORIZATION}|authori[sz]ation|approval|review)(?: is (?:asked|needed|required))?(?:,|(?=\W*$))",
    re.IGNORECASE,
)
