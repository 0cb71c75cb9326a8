"""How payers title a rule as it was and the one that takes its place. Words only."""

from __future__ import annotations

import re

from parsers.language.patterns import compiled

_RULE = (
    r"(?: (?:(?:coverage|approval|clinical|PA|prior authori[sz]ation|policy|medical necessity|review|utili[sz]ation) )*"
    r"(?:criteri(?:a|on)|polic(?:y|ies)|requirements?|rules?|text|wording|language|version|status|position|coverage|"
    r"statements?|guidelines?|limits?|PA))?"
)
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\.?"
_DATE = (
    rf"(?:(?:[a-z]{{3,9}}\.? )?(?:\d{{1,2}},? )?(?:\d{{1,2}}/)*(?:19|20)?\d\d|{_MONTH} \d{{1,2}}|\d{{1,2}}/\d{{1,2}})"
)
_DATED = rf"(?:,? ?\(?(?:in )?(?:effect(?:ive)?|from|as of|starting|beginning|on|on (?:or|and) after)* ?{_DATE}\)?)?"
UP_TO = rf"(?:through|until|till|up to|before|prior to|ending|to) {_DATE}"
FROM = rf"(?:effective|from|as of|starting|beginning|on (?:or|and) after)(?: (?:on|from))? {_DATE}(?: on(?:wards?)?)?"
# What a committee's minutes say of the criteria that they print next.
_SHOWN = r"(?: (?:were|are|was|is) (?:reviewed|presented|discussed|read|shown|as follows|these|listed below))?"
_ADOPTED = r"(?:adopted|approved|accepted|passed|ratified)"
# Old whatever stands beside it; old only beside what is called new; new only beside what is old without doubt.
_OLD = compiled(
    rf"\W*(?:the )?(?:old|previous|prior|former|earlier|retired|superseded|replaced){_RULE}{_SHOWN}\W*|"
    rf"\W*(?:before|was)\W*"
    rf"|\W*(?:current |old |previous |existing )?(?:criteria|policy|requirements?|rules?|coverage)?"
    rf"(?: in effect)? ?\(?{UP_TO}\W*",
    re.IGNORECASE,
)
_STILL = compiled(
    rf"\W*(?:the )?(?:current|existing|present){_RULE}(?: ?\(?{UP_TO}\)?)?{_SHOWN}\W*|\W*(?:now|today|currently)\W*"
    r"|\W*what (?:is|we) (?:now )?(?:required|requires?|asks?|asked)(?: for)? (?:today|now)\W*",
    re.IGNORECASE,
)
_NEW = compiled(
    rf"\W*(?:the )?(?:new(?:ly)?|revised|updated|amended|changed|{_ADOPTED}| ){{1,3}}{_RULE}{_DATED}\W*|"
    rf"\W*(?:after|will be|becomes?)\W*"
    rf"|\W*(?:new |updated |revised )?(?:criteria|policy|requirements?|rules?|coverage)? ?(?:in effect )?\(?{FROM}\W*"
    rf"|\W*(?:the )?(?:new |revised )?(?:criteria|policy|requirements?|rules?)(?: as| that were)? {_ADOPTED}(?: "
    rf"(?:by|on|at)\b.{{3,40}})?"
    rf"|\W*(?:the )?(?:board|committee|council|members?|motion|p&t)\b.{{0,30}}\b(?:adopt|approv|accept|pass|carr|"
    rf"ratifi)(?:e?d|ied)\b(?!.*\bnot\b)"
    rf".{{0,30}}\b(?:criteria|policy|requirements?|rules?)\W*"
    rf"|\W*what (?:will be required|we will (?:require|ask(?: for)?)|is required)(?: {FROM})\W*",
    re.IGNORECASE,
)
_IN_FORCE = compiled(
    rf"\W*(?:the )?(?:current|present){_RULE}{_DATED}\W*|\W*(?:now|is|today)\W*"
    r"|\W*(?:criteria|policy|requirements?|rules?) now in (?:effect|force)\W*",
    re.IGNORECASE,
)
_FROM_TO = (compiled(r"\W*from\W*", re.IGNORECASE), compiled(r"\W*to\W*", re.IGNORECASE))
_LONGEST = 70
# Before and after what is for the title above to say.
AROUND = compiled(r"\W*(?:before|after)\W*", re.IGNORECASE)
# The new side of a table that only says that the old one stays.
KEPT_AS_IS = compiled(
    r"\W*(?:no changes?|unchanged|(?:the )?same(?: as (?:before|now|today))?|(?:remains|stays)(?: the same)?|"
    r"not changed|as (?:before|now))\W*",
    re.IGNORECASE,
)


def is_replaced_by(old: str, new: str) -> bool:
    """Whether one title is that of a rule as it was and the other, beside it, that of the rule as it is."""
    if max(len(old), len(new)) > _LONGEST:
        return False
    former, latter = _FROM_TO
    if former.fullmatch(old) and latter.fullmatch(new):
        return True
    if _OLD.fullmatch(old):
        return bool(_NEW.fullmatch(new) or _IN_FORCE.fullmatch(new))
    return bool(_STILL.fullmatch(old) and _NEW.fullmatch(new))
