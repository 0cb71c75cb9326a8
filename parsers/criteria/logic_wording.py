"""Words by which clauses of criteria go on with one another, and what of a clause is no part of what it asks."""

from __future__ import annotations

import re

from parsers.patterns import compiled

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
