"""Blanks of a form for requests to renew ("Date of the last dose: ____ (required for renewals)"): what has to be
written there asks nothing of the patient, and covers nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.language.patterns import compiled
from parsers.models import Block

_REQUESTS = r"(?:renewals?|re-?authori[sz]ations?|continuations?|re-?certifications?|extensions?)"
_ALL = rf"(?:(?:all|any|every|the|a|an) )?{_REQUESTS}(?: of therapy| (?:requests?|applications?|only|use))*"
# "(required for renewals)", "(renewals only)": who fills it in.
_TO_BE_GIVEN = (
    r"(?:(?:is |are )?(?:(?:must|should|has to|have to) be )?(?:required|needed|mandatory|completed?|filled (?:in|out)|"
    r"given|entered|provided|fill in)(?: only)? )?"
)
_ASIDE = compiled(
    rf"[\s,;–—-]*[(\[]?\s*{_TO_BE_GIVEN}(?:only )?(?:for|on|with|in|if|when)?\s*(?:an? |the )?{_ALL}\s*[)\]]?[\s*]*$",
    re.IGNORECASE,
)
# "Renewal: date of last dose", "If this is a renewal, please give the date of …".
_LEAD = compiled(
    rf"^\W*(?:(?:only )?(?:for|on|with|if|when)(?: (?:this|the request) is)?(?: an?)? )?{_ALL}\s*[,:–—-]+\s*",
    re.IGNORECASE,
)
_ASKS_TO_WRITE = compiled(
    r"^\W*(?:please )?(?:give|enter|provide|list|state|write|indicate|note|record)\s+", re.IGNORECASE
)
_BLANKS = compiled(r"(?:[\s/.-]*_{2,})+[\s/_.]*")
_OF_TREATMENT = r"(?:dose|treatment|session|infusion|administration|therapy|visit|request|approval|authori[sz]ation|PA)"
_LAST = r"(?:last|most recent|first|previous|prior|latest)"
_BEGAN = r"(?: (?:of )?(?:the )?(?:therapy|treatment|spravato|esketamine|began|started|given|was given))*"
_DATE = (
    r"(?:(?:start|end|stop|begin(?:ning)?|last|first|service|therapy|treatment|approval) )?dates?"
    rf"(?:[ /](?:of|when)? ?(?:the |this )?(?:{_LAST} )?"
    rf"(?:{_OF_TREATMENT}|start|initiation|spravato|esketamine|ketamine){_BEGAN})?"
)
_NUMBER = (
    rf"(?:previous|prior|current|original|last|existing) (?:{_OF_TREATMENT}|reference|case)"
    r"(?: (?:authori[sz]ation|approval))? ?(?:number|no\.?|#|ID|dates?)"
)
_PRESENT_DOSE = (
    r"(?:current|present|last) (?:dose|dosage|dosing|frequency|strength|regimen)(?: and (?:dose|frequency|strength))?"
)
# The date, the number or the present dose of what was given; no score, which has to be so much.
_WRITTEN = compiled(
    rf"(?:the )?(?:{_DATE}|{_LAST} {_OF_TREATMENT}(?: (?:was )?(?:given|administered))?(?: on| date)?|{_PRESENT_DOSE}"
    r"|(?:total )?number of (?:doses|sessions|treatments|infusions)(?: (?:so far|to date|given|received|completed))*"
    rf"|{_NUMBER})\s*(?:\([^()]{{0,20}}\))?\s*[:?]?\s*",
    re.IGNORECASE,
)


def without_renewal_fields(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks` without the fields that only a request to renew fills in."""
    return tuple(block for block in blocks if block.kind == "heading" or not _is_field(block))


def _is_field(block: Block) -> bool:
    words = [cell for cell in (block.cells or (block.text,)) if _BLANKS.sub("", cell).strip()]
    return len(words) == 1 and _is_written(words[0])


def _is_written(text: str) -> bool:
    """Whether a text names what is to be written down, and that a renewal asks for it."""
    bare = _BLANKS.sub(" ", text).strip()
    own = _ASIDE.sub("", _LEAD.sub("", bare.rstrip(": "))).strip()
    return own != bare.rstrip(": ") and bool(_WRITTEN.fullmatch(_ASKS_TO_WRITE.sub("", own)))
