"""Titles and labels over what is asked each time, at first and at renewals ("For everyone, every time"). Words only."""

from __future__ import annotations

import re

from parsers.language.patterns import compiled

_GRANT = r"(?:time|authori[sz]ation|approval|request|review|occasion|case|application)"
_EACH = rf"(?:every|each|any)(?: single)? {_GRANT}|all (?:{_GRANT}s|cases)"
_FIRST = r"(?:first|initial|new|start)(?: (?:time|authori[sz]ations?|approvals?|requests?))?"
_AFTER = (
    rf"(?:(?:at |on )?(?:every|each|any) (?:later )?{_GRANT} (?:after(?: that)?|thereafter|afterwards)"
    r"|(?:always )?(?:after(?: that)?|later|afterwards|thereafter)|the later ones?|ever after)"
)
_ALIKE = r"(?:(?:new|first[- ]time) and (?:continuing|returning|existing|current) (?:\w+ )?(?:alike|both))"
_ALWAYS = (
    rf"(?:(?:asked|needed|required|checked|applied) )?(?:(?:at|on|for|with|in) )?(?:{_EACH})"
    r"|always(?: (?:asked|needed|required))?"
    rf"|whenever (?:it|the (?:drug|spray)|this|an? \w+) is (?:requested|asked for|authori[sz]ed)"
    rf"|(?:at |for |the )*{_FIRST},? (?:and|or|as well as) {_AFTER}|{_ALIKE}"
)
_ALL = r"(?:everyone|everybody|all|each|every|any|both|either|the two)\b(?: (?:of )?(?:\w+ ){0,2}?\w+)?"
_RULES = r"(?:rules?|criteria|requirements|conditions)"
# For whom it is, before or behind: "For both uses, …", "Site and staff (always, …)", "…, whatever the use".
_BEFORE = rf"(?:(?:{_RULES} )?(?:for|of|in|with) {_ALL}[,:;–—-]? ?(?:at )?|[\w ,&/-]{{3,60}}\(|{_RULES} (?:for|of|at) )"
_BEHIND = (
    # "All requests of new members" are those of one phase.
    r"(?:,? \(?(?:whatever|whichever|regardless of|for|in|of) (?![^.:;()]*\b(?:new|initial|first|start\w*|renew\w*)\b)"
    r"[^.:;()]{3,50}"
    rf"|,? (?:the )?{_FIRST} (?:and|or|as well as) {_AFTER})"
)
_TITLE = compiled(rf"^\W*(?:[\dIVX]{{1,4}}[.)] *)?(?:{_BEFORE})?(?:{_ALWAYS}){_BEHIND}?\W*(?:$|:)", re.IGNORECASE)
_LONGEST = 110


def titles_every_phase(text: str) -> bool:
    """Whether a text is the title, or opens with the label, of what first approvals and renewals ask for alike."""
    label = text.partition(":")[0] if len(text) >= _LONGEST else text
    return len(label) < _LONGEST and bool(_TITLE.match(label))
