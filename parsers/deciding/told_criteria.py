"""Sentences that tell the criteria of a use: "The new criteria for depression will be: …"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.language.patterns import compiled
from parsers.models import Indication
from parsers.uses.indications import Mention

_WHOM = (
    r"(?:(?:the|an?|treatment of|adults?|patients?|members?|clients?|requests?|with|use in|cases of|only|those|"
    r"spravato|(?:es)?ketamine|the (?:drug|spray)|in|for|of) )*$"
)
# "For requests received on or after October 1, the rules …".
_FROM_THEN = (
    r"(?:(?:for (?:all )?requests|from|as of|effective|beginning|starting|since|on and after)\b[^.:;]{3,80}, )?"
)
# "The new criteria for depression will be: …", "An additional criterion for depression: …", "What is asked for in …".
_CRITERIA_OF = compiled(
    rf"^\W*{_FROM_THEN}"
    r"(?:(?:the|an?|our|new|revised|updated|coverage|approval|clinical|current|additional|further|extra|added|special"
    r"|specific|separate|one|two|three|other|more) )*"
    r"(?:criteri(?:a|on)|requirements?|conditions?|rules?|items?|more|specific"
    r"|what (?:is|we|must be|the plan) (?:asks?|asked|requires?|required|needed|shown|met)(?: for)?)"
    rf"(?:,| (?:(?:that (?:is|are) )?(?:added|specific|only|alone|applying|asked) )?(?:for|in|of|with|to)) {_WHOM}",
    re.IGNORECASE,
)
_ARE_TOLD = compiled(r"^[^:.;]{0,60}?(?::|\b(?:is|are|will be|include)\b)", re.IGNORECASE)
# "In addition, for depression, …", "also for depression: …".
_ALSO_FOR = compiled(
    rf"^\W*(?:in addition|additionally|also|besides|furthermore|moreover|further),? (?:for|in|with) {_WHOM}",
    re.IGNORECASE,
)
# "I am often asked what it takes to get the spray for depression through our reviewers."
_WHAT_IT_TAKES = compiled(
    r"\bwhat (?:it takes|is needed|you need|is required) (?:to|for)\b[^.;:]{0,30}?\b(?:spravato|(?:es)?ketamine|"
    r"the (?:drug|"
    rf"spray))\b[^.;:]{{0,30}}? (?:for|in) {_WHOM}",
    re.IGNORECASE,
)
_BEHIND = compiled(r"^[^:.;,]{0,60}?[:,]", re.IGNORECASE)


def uses_of_criteria(text: str, found: Sequence[Mention]) -> tuple[Indication, ...]:
    """The uses whose criteria the text says that it tells; () where it opens otherwise. `found`: its mentions."""
    before = text[: found[0].start] if found else ""
    if found and _WHAT_IT_TAKES.search(before):
        return tuple(dict.fromkeys(mention.indication for mention in found))
    ends = _ARE_TOLD if _CRITERIA_OF.match(before) else _BEHIND if _ALSO_FOR.match(before) else None
    told = ends.match(text[found[0].end :]) if ends and found else None
    end = found[0].end + told.end() if told else 0
    return tuple(dict.fromkeys(mention.indication for mention in found if mention.end <= end))
