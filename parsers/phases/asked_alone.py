"""What a renewal says it asks for alone ("One thing is asked for: …"): what is asked of first requests is not asked
again.
"""

from __future__ import annotations

import re

from parsers.language.any_of import any_of
from parsers.language.patterns import compiled

_LOOKED_AT = (
    r"(?:asked(?: for)?|required|needed|looked (?:at|into)|reviewed|checked|judged|assessed|considered|met|shown|"
    r"applied|wanted|tested|examined|proved|proven|evaluated)"
)
_CRITERIA = r"(?:criteri(?:a|on)|conditions?|requirements?|rules?|demands?|rows?|points?|items?|fields?|questions?)"
# "Rows above", "criteria of the first request", "initial criteria", "what is asked above".
_THE_FIRST = (
    rf"(?:(?:rest|others|above|(?:initial|other|first) {_CRITERIA}"
    rf"|{_CRITERIA} (?:(?:given|listed|told|set out) )?(?:above|before|(?:of|for|in) (?:the |a )?(?:first|initial|new) "
    r"(?:requests?|approvals?|authori[sz]ations?))"
    r"|what (?:is|was) (?:asked|required|needed) (?:above|(?:at )?first|for the first (?:request|approval))"
    r"|none of (?:the )?(?:above|these|those|(?:rows|criteria|conditions) above)|nothing (?:of the )?above))"
)
_AGAIN = r"(?:again|anew|a second time|once more|any ?more|twice)"
# "Nothing else is asked.", "Apart from the limit on quantity, the rows above are not looked at again.", and no more.
_NONE_AGAIN = compiled(
    rf"^\W*(?:(?:apart|aside) from [^.;,]{{3,50}}, )?(?:the )?(?:nothing (?:else|more|further) (?:is|needs to be) "
    rf"(?:{_LOOKED_AT})(?: again)?|{_THE_FIRST} (?:(?:is|are|will|need|do|does|have|not|no|longer|be|to) )+"
    rf"{_LOOKED_AT} {_AGAIN})\W*$",
    re.IGNORECASE,
)
_ANY_NO = compiled(r"\b(?:not|no|none|nothing)\b", re.IGNORECASE)
_ALONE = any_of(
    rf"\bone (?:thing|condition|criterion|requirement) (?:only )?(?:is|must be|has to be) {_LOOKED_AT}\b"
    rf"|\b(?:nothing (?:else|more|further)|no (?:other|further|more) {_CRITERIA}) (?:is|are) {_LOOKED_AT}\b"
    r"|\bthe (?:only|sole|single) (?:things?|conditions?|criteri(?:a|on)|requirements?)\b"
    rf"|\bno other {_CRITERIA} (?:than|but|besides)\b",
    # "Only response is looked at again", "response alone is reviewed", "the other criteria are not reviewed again".
    rf"\bonly (?:the )?(?:responses?|scores?|benefit|improvement) (?:is|are) {_LOOKED_AT}\b"
    rf"|\b(?:responses?|scores?|benefit|improvement) (?:alone is|is all that is) {_LOOKED_AT}\b"
    rf"|\bthe other (?:criteria|conditions|requirements) (?:are|will) not (?:be )?{_LOOKED_AT}\b",
    # "The rows above are not looked at again", "none of the above is checked again", "need not be met again".
    rf"(?=[^.;]*\b(?:not|no|none|nothing)\b)\b{_THE_FIRST} "
    rf"(?:(?:is|are|will|need|needs|do|does|have|has|not|no|longer|be|to) )+{_LOOKED_AT} {_AGAIN}\b",
    rf"\b{_THE_FIRST} (?:is|are|applies|apply|holds?) (?:(?:for|to|of|at) )?(?:(?:the|an?) )?(?:first|initial|new) "
    r"(?:requests?|approvals?|authori[sz]ations?) (?:only|alone)\b",
    # "All that is asked is …", "… is all we need", "we ask only for …", "that is all".
    rf"\ball (?:that )?(?:is|we|the plan|has to be) (?:(?:be )?{_LOOKED_AT}|asks?(?: for)?|needs?|requires?|"
    r"wants?|looks? (?:at|for))\b|\bthat is all\W*$",
    r"\b(?:we|the plan) (?:then )?(?:(?:only|just) (?:asks?|looks?|needs?|requires?)"
    r"|(?:asks?|looks?|needs?|requires?) (?:only|just|nothing but))\b",
    # "Reauthorization asks for two things and no more".
    r"\b(?:one|two|three|four|these|this|both)(?: things?| conditions?| criteri(?:a|on)| requirements?)?,? "
    r"(?:and )?(?:no|nothing) (?:more|else|further)\b(?! than)|\b(?:and )?nothing (?:more|else|further) than\b",
    flags=re.IGNORECASE,
)


def asks_alone(text: str) -> bool:
    """Whether a text of a renewal says that nothing is asked beside what it names."""
    return _ALONE.stands_in(text)


def says_none_again(sentence: str) -> bool:
    """Whether a sentence only says that what was asked of the first request is not asked again."""
    return bool(_NONE_AGAIN.match(sentence) and _ANY_NO.search(sentence))
