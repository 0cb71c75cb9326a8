"""Amounts by the stage of treatment in one sentence ("at most two a week in the first month, one a week after that").

The first weeks are of the first approval, what comes thereafter of renewals. Only what a policy caps or approves is
parted so; a schedule that it recites stays whole.
"""

from __future__ import annotations

import re

from parsers.criteria.dosing import cites_the_label
from parsers.glosses import glossed
from parsers.patterns import compiled
from parsers.stage_wording import LATER_STAGE

# Of which approval an amount is: "for initial approvals", "to subsequent ones".
_OF = r"(?:to|for|on|in|of|during|with) (?:an?y? |the |all |each )?"
_GRANTS = r"(?:approval|authori[sz]ation|period|request)s?"
_FIRST = (
    r"(?:(?:(?:in|for|during|over) )?(?:the )?first (?:month|(?:4|four|8|eight) weeks|28 days)"
    r"|weeks? (?:1|one) ?(?:-|–|—|to|through|and) ?(?:[48]|four|eight)"
    rf"|{_OF}(?:initial|first|new) {_GRANTS}"
    r"|at the (?:start|beginning|outset)|(?:at|on|upon|during|for) (?:the )?(?:initiation|induction)(?: phase)?)"
)
_LATER = (
    r"(?:thereafter|after that|afterwards?|from then on|later on|from week \w+ on(?:wards?)?"
    rf"|{_OF}(?:(?:subsequent|later|further|following|continued|continuation) (?:{_GRANTS}|ones?)|renewals?|"
    r"re-?authori[sz]ations?))"
)
_STAGED = compiled(
    rf"^(?P<first>[^.;]{{3,160}}?\b{_FIRST}\b[^.;,]{{0,20}}?)(?:;|,)? (?:and |but |then |and then )?"
    rf"(?P<later>(?!and\b)[^.;]{{3,80}}?\b{_LATER})\W*$",
    re.IGNORECASE,
)
_CAPS = compiled(
    r"\b(?:max(?:imum)?|limit(?:s|ed)?|no more than|not more than|at most|up to|approved?|authori[sz]ed?|covered|"
    r"allowed|quantity|cap(?:ped)?)\b",
    re.IGNORECASE,
)
# An amount for so long says by itself that it is a limit.
_PER_DAYS = compiled(
    r"\b\d+ (?:devices?|kits?|units?|sprays?)\b[^.;,]{0,30}?(?: (?:in|per|every|each|within)|/) ?\d+ days\b",
    re.IGNORECASE,
)
_COUNTS = compiled(r"\b(?:weekly|(?:a|per|each|every) week|devices?|kits?|sessions?|mg)\b", re.IGNORECASE)


def by_stage(sentence: str) -> tuple[str, ...]:
    """A sentence of amounts in its two stages, the second marked as of renewals; () for any other."""
    staged = _STAGED.match(sentence)
    caps = staged and (_CAPS.search(sentence) or _PER_DAYS.search(sentence))
    if staged is None or not caps or cites_the_label(sentence.lower()):
        return ()
    if not all(_COUNTS.search(staged[part]) for part in ("first", "later")):
        return ()
    return glossed(staged["first"], "initial sessions"), glossed(staged["later"], LATER_STAGE)
