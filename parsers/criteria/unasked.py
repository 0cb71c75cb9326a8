"""How payers say of a topic that nothing is asked of it: "not required", "waived", "no restriction"."""

from __future__ import annotations

import re

from parsers.language.patterns import compiled

WITHOUT_DEMAND = (
    r"n/?a|[–—-]|waived|exempt(?:ed)?|omit(?:ted)?|skip(?:ped)?|dropped|any"
    r"|(?:no|none|not|no longer|nothing) (?:an? )?(?:required|applicable|needed|necessary|asked(?: for)?|considered|"
    r"demanded|"
    r"requirements?|criteri(?:a|on)|requested|specified|addressed|stated|limit|restrictions?|conditions?)"
    r"|(?:does|do) not apply"
)
_ASKS_NOTHING = compiled(rf"^\W*[^:;.]{{2,60}}: ?(?:{WITHOUT_DEMAND})\W*$", re.IGNORECASE)

_LIMIT = (
    r"(?:(?:upper|maximum|overall|lifetime|annual|yearly|age|time|quantity|further) )*"
    r"(?:age|maximums?|limits?|caps?|restrictions?|ceilings?)\b"
)
_LIMITS = rf"(?:an? )?{_LIMIT}(?:,? (?:and|or|nor) (?:no |an? )?{_LIMIT})*"
# "We set no upper age", "there is no limit on the number of sessions", "treatment duration is not limited".
_SETS_NO_LIMIT = compiled(
    r"^\W*(?:(?:(?:[\w'’-]+ ){1,4}?(?:sets?|has|have|imposes?|places?|puts?) no|there (?:is|are) no|no|neither|"
    rf"(?:[\w'’-]+ ){{1,4}}?(?:does|do) not (?:set|have|impose|place)(?: any)?) {_LIMITS}"
    r"|(?:[\w'’-]+ ){1,3}?do(?:es)? not (?:limit|cap|restrict) the (?:number|length|duration|place)"
    r"|(?:the )?(?:treatment |therapy )?(?:length|duration|number)(?: of [\w-]+(?: [\w-]+)?)? (?:is|are) not "
    r"(?:limited|capped|restricted))"
    r"(?: (?:applies|apply|(?:is|are) (?:set|imposed|placed)))?"
    r"(?: (?:on|for|to|of) (?:(?!unless\b|if\b|except\b|when\b|until\b|but\b)[\w-]+ ?){1,8})?\W*$",
    re.IGNORECASE,
)


def asks_nothing(text: str) -> bool:
    """Whether a line of a topic and its demand says that there is none ("Prescriber: none required"), or a sentence
    that a limit is not set.
    """
    return bool(_ASKS_NOTHING.match(text) or _SETS_NO_LIMIT.match(text))
