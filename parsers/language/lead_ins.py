"""How a passage announces the list after it: by its last words, or by a sentence that counts or names its items."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from parsers.criteria.listed_bars import GROUNDS_FOR_DENIAL
from parsers.language.any_of import any_of
from parsers.language.patterns import compiled
from parsers.lists.markers import ordinal, style_of
from parsers.models import Block
from parsers.phases.phases import read_phase

_COUNT = r"(?:all|any|one|both|either)"
_MET = r"(?:met|true|present|fulfilled|satisfied|shown|documented)"
# "The criteria are rewritten to fit": a word on the criteria, after which none are listed.
_SAID_OF = (
    r" (?:[\w-]+ )?(?:are|were|have|had|did|do) (?:not |now |also |being |been )*(?!(?:all )?(?:met|satisfied|"
    r"fulfilled|these|those|as|listed|set|given|shown|stated|found|described|outlined|required|the|true|applied|in|to|"
    r"documented|present|below|detailed|specified|provided)\b)[a-z]"
)
_ENDS_AS_LEAD_IN = any_of(
    r":\W*$|\b(?:for|in|of|with|who|that|which|where|has|have|is|are|to|by|as|either) *$|"
    r"\b(?:that|which|as) follows?\W*$|"
    rf"\bset (?:out|forth) (?:next|here)\W*$|\b(?:following|below|(?:criteria|conditions|requirements)(?!{_SAID_OF}))\b"
    r"[^.]{0,40}[.)]?\s*$|"
    # "… is covered when the score has fallen.", "Any other use is unproven." say all that they say.
    rf"\b(?:if|when|unless|must|{_COUNT}(?! others?\b)(?! \w+ (?:is|are) (?!{_MET})))\b"
    rf"(?:[^.]{{0,40}}\)?\s*$|(?: |[^.]{{0,40}} (?:{_MET}|appl(?:y|ies)|hold|of (?:them|these|those)))?\.\s*$)"
    # A title ends so: "Inclusion (each must be true for a member with depression)".
    r"|\((?:(?:check|tick|mark|must meet|meets?|if|when) )?(?:all|any|each|every|none|one|both|either)\b[^()]*\)$",
    flags=re.IGNORECASE,
)
_EACH_LINE = (
    r"(?:every|each|all)(?: one)?(?: of)?(?: (?:the|these))? (?:lines?|box(?:es)?|items?|statements?|criteri(?:a|on)|"
    r"points?|conditions?|requirements?|rows?)"
)
_ITEM = r"(?:items?|box(?:es)?|lines?|statements?|conditions?|points?|criteri(?:a|on)|rows?|circles?)"
_MARKED = r"(?:checked|ticked|marked|crossed|selected|circled|filled in)"
_MORE_SAID = r"(?: [A-Z][^.:]{0,90}\.){0,2}\s*$"
# "… when ALL of the following are met. Prior approval is required."
_NAMES_A_LIST = any_of(
    r"\b(?:(?:all|any|one|both|each|either|none) of the following|the following (?:\w+ ){0,2}?(?:uses|"
    r"indications|conditions|diagnoses|disorders|(?:condition|indication|use)\(s\)(?= )))"
    r"(?:\b|(?<=\)))[^.:;]{0,160}\.(?: [A-Z][^.:]{0,90}\.){0,2}\s*$"
    # Said of the lines that follow, with more said after it: "Every line must be met. Send the chart notes."
    r"|(?:^|[.:] )(?:every|each|all(?: of)?(?: the)?) (?:lines?|box(?:es)?|items?|statements?|criteri(?:a|on)|points?|"
    r"conditions?|requirements?|rows?) (?:must|ha(?:s|ve) to|should|needs? to|is|are) (?:be )?(?:met|ticked|checked|"
    r"marked|true|satisfied|required|fulfilled|answered)\.(?: [A-Z][^.:]{0,90}\.){0,2}\s*$"
    # "Approval needs every criterion to be met.", "Tick each line that applies. Send the form by fax."
    rf"|\b(?:needs?|requires?|takes|asks for|calls for) {_EACH_LINE} to be (?:met|ticked|checked|marked|true|satisfied|"
    rf"fulfilled|answered)\.{_MORE_SAID}"
    rf"|(?:^|[.:] )(?:please )?(?:tick|check|mark|cross)(?: off)? {_EACH_LINE} (?:that|which) appl(?:y|ies)\."
    rf"{_MORE_SAID}"
    # "If any item below is checked, the patient should not receive it."
    # "If the answer to any item below is yes, …".
    r"|(?:^|[.:] )(?:if|when|where|whenever) (?:(?:the |an )?answers? (?:to|for|in) )?"
    r"(?:any|one|1|either)(?: (?:or more|of|the|these|those))* (?:these|those|items?|"
    r"box(?:es)?|lines?|statements?|conditions?|answers?|following|below)(?: (?:below|here|that follows?))? (?:is|are|"
    r"applies|apply|has been) ?(?:checked|ticked|marked|crossed|true|present|met|yes)?,? [^.:;]{5,120}\.\s*$"
    # "A client to whom any of these applies should not receive it.", "Members with one of the following are refused."
    r"|(?:^|[.:] )(?:(?:the|an?|any|no|all|adult) )*\w+ (?:with|having|who ha(?:s|ve)|(?:to|for|in|of) whom) (?:any|"
    r"one|1|either)(?: or more| one)* of (?:these|those|the (?:following|below|conditions))\b[^.:;]{3,120}\.\s*$"
    # "It should not be given to a patient with any item that is checked here.", "Any item ticked rules it out."
    rf"|(?:^|[.:] )[^.:;]{{0,60}}?\b(?:any|one|1|an?|either|each|every)(?: (?:or more|of|the|these|those|single))* "
    rf"(?:{_ITEM}(?: (?:here|below|(?:in|on) this (?:list|form|section)))*(?: (?:that|which))?"
    rf"(?: (?:is|are|has been|was))? {_MARKED}|{_MARKED} {_ITEM}"
    rf"|(?:these|those|them|the (?:following|below)) (?:is|are|has been|was) {_MARKED})\b[^.:;]{{0,100}}\.\s*$"
    rf"|(?:^|[.:] )(?:none|not one|neither) of (?:(?:the|these|those)\b ?)+(?:{_ITEM})?"
    rf"(?: (?:here|below|that follow))? (?:may|can|should|must|shall|is|are)(?: to)?(?: be)? "
    rf"(?:{_MARKED}|apply|present|true|met)\.\s*$"
    # "Exclusion criteria. Look for each of these before the first dose."
    r"|^\W*(?:exclusions?|exclusion criteria|contraindications?)[.:] [^.:;]{0,80}?\b"
    rf"(?:these|those|below|following|{_ITEM})\b[^.:;]{{0,80}}\.\s*$"
    # "… unproven for any condition in the table, whatever the route."
    r"|\b(?:conditions?|uses?|indications?|diagnos[ie]s|disorders?) (?:(?:(?:named|listed|shown|given|set out) )?"
    r"(?:in|on|of|from) (?:the|this) (?:table|list|box|chart)|(?:named|listed|shown) (?:here|"
    r"next))\b[^.:;]{0,200}\.(?: [A-Z][^.:]{0,120}\.){0,2}\s*$"
    # "Approval needs i, ii, iii and either iv or v."
    r"|\b(?:needs?|requires?|asks for|calls for|takes|must meet|meets?|if|when|where) (?:(?:all of|both|items?|"
    r"criteria|points?|conditions?|numbers?) )*\(?(?-i:1|a|A|i)\)?"
    r"(?:(?:,? (?:and|or|plus) |, )(?:(?:either|one of|any of|both|at least one of) )?\(?(?:\d|[a-h]|[ivx]{1,4})\)?)+"
    r"(?:,? (?:is|are|be|must|has|have|appl(?:y|ies)|holds?|to be)\b[^.;:]{0,40})?\.\s*$"
    # Items by their numbers: approval "if (1) through (5) are met and either (6) or (7)".
    r"|\b(?:if|when|where|provided(?: that)?) \((?:1|a|i)\)(?! \w)(?![^.;]*\babove\b)[^.;:]{0,160}\.\s*$"
    r"|\b(?:if|when|where|provided(?: that)?) (?:items? |criteri(?:a|on) )?\((?:1|a|i)\) (?:is|and|or|to|through|-)\b"
    r"(?![^.;]*\babove\b)[^.;:]{0,160}\.\s*$",
    flags=re.IGNORECASE,
)
# A name with its length, as the title of what it asks for: "Zulresso – Approval Duration: 30 days".
_NAMED_WITH_LENGTH = compiled(
    r"^\W*[A-Z][\w-]+(?:[ ,/]+(?:(?:and|or) )?(?:\([a-z-]+\)|[A-Z][\w-]+))* [–—-] (?i:(?:PA |initial )?(?:approval|"
    r"authori[sz]ation|coverage)s? (?:duration|length|period|term)s?: )[^.;]{3,40}$"
)
# "Reasons for denial", with no colon, over the reasons.
_GROUNDS = compiled(rf"^\W*(?:(?:common|usual|other|typical|possible|some) )?{GROUNDS_FOR_DENIAL}\W*$", re.IGNORECASE)
# Both look at how a paragraph ends: nothing before is read.
_LONGEST_END, _LONGEST_LEAD_IN = 100, 400


@lru_cache(maxsize=2048)
def leads_in(text: str) -> bool:
    """Whether a paragraph announces the list after it ("... when ALL of the following are met:")."""
    return bool(
        _ENDS_AS_LEAD_IN.stands_in(text, max(0, len(text) - _LONGEST_END))
        or _NAMES_A_LIST.search(text[-_LONGEST_LEAD_IN:])
        or _NAMED_WITH_LENGTH.match(text)
        or _GROUNDS.match(text)
    )


def leads_one_of_several(blocks: Sequence[Block]) -> bool:
    """Whether the first block leads in one of two lists that both go on from the list before them, before a heading.

    "Both uses: 1, 2. The first, also: 3. The second, also: 3."
    """
    titles = next((place for place, block in enumerate(blocks) if block.kind == "heading"), len(blocks))
    led = [after.marker if _leads_item(before, after) else "" for before, after in pairwise(blocks[:titles])]
    return bool(led and led[0]) and led.count(led[0]) > 1


def leads_one_phase(blocks: Sequence[Block]) -> bool:
    """Whether the first block leads in what is asked of one phase, in a count that goes on from the list before it.

    "1., 2. For renewal, complete these questions too: 3., 4."
    """
    return len(blocks) > 1 and _leads_item(blocks[0], blocks[1]) and read_phase(blocks[0].text) is not None


def _leads_item(before: Block, after: Block) -> bool:
    """Whether a paragraph leads in an item that is not the first of its count."""
    led = before.kind == "paragraph" and after.kind == "item" and after.marker and leads_in(before.text)
    return bool(led) and ordinal(after.marker, style_of(after.marker)) > 1
