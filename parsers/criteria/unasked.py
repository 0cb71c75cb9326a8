"""How payers say of a topic that nothing is asked of it: "not required", "waived", "no restriction"."""

from __future__ import annotations

import re

from parsers.patterns import compiled

WITHOUT_DEMAND = (
    r"n/?a|[–—-]|waived|exempt(?:ed)?|omit(?:ted)?|skip(?:ped)?|dropped|any"
    r"|(?:no|none|not|no longer|nothing) (?:an? )?(?:required|applicable|needed|necessary|asked(?: for)?|considered|"
    r"demanded|"
    r"requirements?|criteri(?:a|on)|requested|specified|addressed|stated|limit|restrictions?|conditions?)"
    r"|(?:does|do) not apply"
)
_ASKS_NOTHING = compiled(rf"^\W*[^:;.]{{2,60}}: ?(?:{WITHOUT_DEMAND})\W*$", re.IGNORECASE)


def asks_nothing(text: str) -> bool:
    """Whether a line of a topic and its demand says that there is none ("Prescriber: none required")."""
    return bool(_ASKS_NOTHING.match(text))
