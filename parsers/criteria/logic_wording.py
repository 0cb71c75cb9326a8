"""Words by which clauses of criteria go on with one another, and what of a clause is no part of what it asks."""

from __future__ import annotations

import re

from parsers.language.patterns import compiled

# "Each lasted eight weeks": said of the drugs that the item before counts.
OF_THEM = compiled(
    r"^\W*(?:that )?(?:each|all|both|these|those|they|neither|none|every (?:one|trial)|(?:the|these|those) (?:\w+ "
    r")?trials?|"
    r"(?:the|these|those) (?:(?:failed|tried) )?(?:antidepressants|drugs|agents|medications|medicines)"
    r"(?= (?:\w+ )?(?:come|came|are|were|was|must|have|had|belong|represent)))\b"
    r"(?! of (?:the following|these|those)\b)"
    r"(?! (?:authori[sz]ations?|approvals?|requests?|renewals?|doses?|sessions?|visits?|kits?|fills?|infusions?)\b)"
    # Also "Six weeks on each".
    r"|^\W*(?:(?:at least|a minimum of|no (?:less|fewer) than|not less than) )?[\w-]+(?: \(\d+\))? (?:or more )?"
    r"(?:days|weeks|months) (?:on|of|for|with|at) (?:each|both|all|every one)\b"
    # Also "One of these is true of each of them: …" and "For each, either …".
    r"|^\W*(?:(?:any |either )?one of (?:these|those|the following|two)\b[^:.;]{0,30}?)?"
    r"\b(?:of|for|with|to) (?:each|every one|both|all)\b"
    r"(?: (?:of (?:them|these)|(?:such )?(?:drugs?|trials?|agents?|medications?)))?(?:\W*[:,]| (?:it|one|either)\b)",
    re.IGNORECASE,
)
TO_ANOTHER = compiled(
    r"^\W*(?:or|and|nor)\b[^;:]{0,50}\bto (?:[\w-]+ ){0,5}?(?:psychotherap|ECT|electroconv|TMS)", re.IGNORECASE
)
ASKED_AND_ANSWERED = compiled(r"\?\W*(?:no|yes)\b", re.IGNORECASE)
# Boxes to tick are no answer: "… ☐ Yes ☐ No (if yes, …)".
BOXES = compiled(r"(?:[\s,/|]*[☐□☑✓❑_\[\]()]*\s*\b(?:yes|no|n/a)\b[\s_]*){2,}", re.IGNORECASE)
# What is to be filled in: "These drugs failed: 1 ______ 2 ______ (two of them)".
BLANKS = compiled(r"\b\d{1,2}[.):]? _{3,}")
# "Without any of: dementia, psychosis; AND": how an item is joined to the next is no part of the list in it.
JOINS_ON = compiled(r"(?<=: )(?P<listed>[^;:]*\w)\s*;\s*(?:and|or)\W*$", re.IGNORECASE)
# "One of the following was tried, each drug for 6 weeks:" says of whichever it was how it was tried.
HOW_EACH = compiled(
    r"\s*[,;(–—-]+\s*(?:(?:and|with) )?(?:each|every|all|both)(?: of (?:them|which))?"
    r"(?: (?:\w+ )?(?:drug|agent|medicine|medication|antidepressant|treatment|regimen|trial|course|one|score)s?)?"
    r" (?:for|at|in|on|of at least|with(?:in|out)?|during|after|taken|tried|used|given|dosed|lasting|being|having|"
    r"lasted|was|were|has|had|(?:must|should) (?:have (?:been|lasted)|last|be (?:taken|tried|used|given)))\b"
    r"(?![^:]*\b(?:following|below|criteri\w+|conditions?|requirements?)\b)"
)
# "The episode is severe by one of these scores": the scores say what severe is.
SHOWN_BY = compiled(
    r"\b(?:by|on|(?:as|is|,) ?defined as|according to|based on|per|that is,?|meaning|"
    r"(?:enough )?to (?:reach|meet|yield)|"
    r"(?:shown|confirmed|established|documented|demonstrated|measured|assessed) with)"
    r"(?: (?:any|either|at least|>=|1|or more|of|the|these|this|those|following|below|scores?|(?:rating )?scales?|"
    r"assessments?|instruments?|tools?|measures?|tests?|questionnaires?|validated|standard(?:ized)?|depression|on|a"
    r"|(?:is|are|being) (?:reached|met)))*"
    # "…, done within 30 days of the request", "(within 60 days)", "at baseline".
    r"(?:,? \(?(?:(?:done|completed|taken|obtained|dated|administered|performed|recorded|measured) )?"
    r"(?:no (?:more|older) than|within|in the|during the|at baseline|<=)[^.;:]{0,50})?\W*$"
)
# "We pay for it where: the retiree is an adult; duloxetine has been tried; …": each is asked for.
LEADS_IN_ALL = compiled(
    r"\b(?:approv\w*|cover\w*|pays?|paid|authori[sz]\w*|grant\w*|certif\w*|allow\w*|eligible|accept\w*)\b[^.;:]* "
    r"(?:if|when|where|provided(?: that)?|so long as|as long as|on condition that)\W*:\s*$",
    re.IGNORECASE,
)
# "They apply to either diagnosis:", "for any of the uses above": of whichever use is asked for; no choice of items.
OF_WHICHEVER_USE = compiled(
    r"\b(?:for|in|under|to) (?:any|either)(?: 1)?"
    r"(?: of (?:the|these|those) (?:2(?: above)? (?:uses|indications|diagnoses|conditions|disorders)"
    r"|above(?: uses| indications| diagnoses| conditions| disorders)?"
    r"|(?:uses|indications|diagnoses|conditions|disorders)(?= (?:\w+ )?above\b))"
    r"|(?: above| such)? (?:use|indication|diagnosis|condition|disorder))\b"
    r"(?! (?:(?:is|are|as|that|which) )*(?:below|follow\w*|(?:listed|named|given|shown|stated)\b(?! above)"
    r"|in (?:the |this )?(?:list|table|section|appendix)|of|or|and)\b)(?: (?:\w+ )?above\b)?"
)
# "At least one has failed (mark all that apply):": how to fill in a form, behind what is asked for.
AS_MANY_AS_APPLY = compiled(
    r"(?<=\w)\W+(?:(?:please|then) )?(?:mark|check|tick|select|choose|circle|pick|initial|list|indicate|x)(?: off)?"
    r" (?:(?:all|any|each|every|those|these|whichever|as many|the)\b(?: (?:1|of|the|these|those|as|boxes|box|items?|"
    r"ones?|options?))*) ?(?:that |which |may )?(?:apply|applies|fits?|is true|are true|(?:is|are) met)\b"
)
# "One or both of these", "either score, or both": one is enough.
ANY_NUMBER = compiled(
    r"(?<!\bin )\b(?:1|any|either)(?: (?:of (?:the|these) )?"
    r"(?:score|scale|box|item|treatment|statement|condition)e?s?,?)? (?:or|and/or) (?:both|all|more|several)\b(?: of)?"
)
