"""How payers say of a topic that nothing is asked of it: "not required", "waived", "no restriction"."""

from __future__ import annotations

import re

from parsers.language.patterns import compiled
from parsers.phases.asked_alone import says_none_again

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
    r"^\W*(?:(?:note|please note|nb|reminder)(?: that)?\W+)?"
    r"(?:(?:(?:[\w'’-]+ ){1,4}?(?:sets?|has|have|imposes?|places?|puts?) no|there (?:is|are) no|no|neither|"
    rf"(?:[\w'’-]+ ){{1,4}}?(?:does|do) not (?:set|have|impose|place)(?: any)?) {_LIMITS}"
    r"|(?:[\w'’-]+ ){1,3}?do(?:es)? not (?:limit|cap|restrict) the (?:number|length|duration|place)"
    r"|(?:the )?(?:treatment |therapy )?(?:length|duration|number)(?: of [\w-]+(?: [\w-]+)?)? (?:is|are) not "
    r"(?:limited|capped|restricted))"
    r"(?: (?:applies|apply|(?:is|are) (?:set|imposed|placed)))?"
    r"(?: (?:on|for|to|of) (?:(?!unless\b|if\b|except\b|when\b|until\b|but\b)[\w-]+ ?){1,8})?\W*$",
    re.IGNORECASE,
)


# "A drug screen is encouraged but is not a condition of approval", "good practice; approval does not depend on it".
_IT = r"(?:(?:it|they|this|that|one|these) )?"
_NOT_ASKED = (
    r"(?:is|are|will be|being|remains?)? ?(?:not|no|never|by no means|no longer) (?:an? |the )?(?:required|"
    r"requirements?|needed|necessary|mandatory|obligatory|compulsory|demanded|asked(?: for)?|prerequisites?|"
    r"preconditions?|conditions?)(?: (?:of|for|to|by) [\w ]{2,40})?"
    r"|(?:approval|coverage|authori[sz]ation|payment) (?:does|will|is) not (?:depend|hinge|turn|rest|made to depend|"
    r"contingent|dependent) (?:up)?on (?:it|them|this|that|one)"
)
_ONLY_ADVISED = compiled(
    r"^\W*[^.;:]{3,90}?\b(?:is|are|remains?) (?:\w+ly )?(?:(?:considered|regarded as) )?(?:encouraged|recommended|"
    r"suggested|welcome[d]?|advised|advisable|preferred|desirable|optional|(?:good|best|sound) practice|helpful|useful|"
    rf"appreciated)(?:[,;]? (?:but|though|although|yet|and|while)|[,;—–-])+ {_IT}(?:{_NOT_ASKED})\W*$",
    re.IGNORECASE,
)
# "A past disorder does not by itself disqualify the member", "pregnancy in itself is no reason for denial".
_ITSELF = r"(?:,? ?\b(?:by|in|of) (?:itself|themselves)|\balone|automatically|necessarily|per se),?"
_BARS_NOBODY = compiled(
    rf"^\W*(?:[\w'’/-]+,? ){{1,10}}?(?:{_ITSELF} )?(?:(?:do|does|will|shall|should|need) not|never) (?:{_ITSELF} )?"
    r"(?:disqualif(?:y|ies)|exclude|bar|preclude|prevent|rule out|prohibit|stand in the way of|block|affect|"
    rf"end|stop|terminate|void|lead to (?:denial|refusal of))\b"
    rf"(?: (?!(?:if|unless|when|provided|where|only)\b)[\w'’-]+){{0,6}}(?: {_ITSELF})?\W*$"
    rf"|^\W*(?:[\w'’/-]+,? ){{1,8}}?(?:{_ITSELF} )?(?:is|are) (?:{_ITSELF} )?(?:no|not an?) (?:reason|grounds?|cause|"
    r"bar|obstacle|barrier|contraindication)(?: (?:for|to|of) [\w ]{2,40})?\W*$",
    re.IGNORECASE,
)
# "No particular scale or score is demanded by this plan", "no minimum score on any scale is needed".
_NONE_ASKED = compiled(
    r"^\W*no (?:(?!\b(?:if|unless|until|when|more|fewer|less)\b)[\w'’/-]+,? ){1,10}?(?:is|are) (?:required|needed|"
    r"necessary|asked(?: for)?|demanded|prescribed|imposed|specified|expected|called for)"
    r"(?: (?:by|for|in|under|of|to) [\w ]{2,40})?\W*$",
    re.IGNORECASE,
)
_NO_CONDITION = compiled(r"\b(?:if|unless|until|when|where|who|whose|except|provided)\b", re.IGNORECASE)


_BY_ITSELF = compiled(_ITSELF, re.IGNORECASE)


def only_advises(text: str) -> bool:
    """Whether a sentence recommends something and says in the same breath that it is not asked for, or says of what it
    names that it bars nobody by itself.
    """
    return bool(_ONLY_ADVISED.match(text) or (_BARS_NOBODY.match(text) and _BY_ITSELF.search(text)))


def asks_nothing(text: str) -> bool:
    """Whether a line of a topic and its demand says that there is none ("Prescriber: none required"), or a sentence
    that a limit is not set.
    """
    if _ASKS_NOTHING.match(text) or _SETS_NO_LIMIT.match(text) or says_none_again(text):
        return True
    said = only_advises(text) or _BARS_NOBODY.match(text) or _NONE_ASKED.match(text)
    return bool(said) and not _NO_CONDITION.search(text)
