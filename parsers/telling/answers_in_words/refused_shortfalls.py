"""Refusals of those who fall short of an age or a score, or who have a condition, in a sentence of their own.

"We do not approve it for anyone of 65 or more years", "A request showing a PHQ-9 below 20 is denied", "Treatment will
not be authorized during pregnancy", "A seizure disorder rules the member out, and so does dementia": each is told as
the demand that it makes. Read as a denial it would be of the drug or of nothing, and what it demands would be lost.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from parsers.criteria.conditions import ALSO_USES, in_their_own_words, named
from parsers.criteria.scales import ANY_SCALE, TOKENS, mark_scales
from parsers.criteria.vocabulary import PEOPLE, PERSON, one_of
from parsers.language.any_of import any_phrase
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.telling.sentence_by_sentence import Told, told_by_sentence
from parsers.uses.indications import mentions

_DRUG = r"(?:it|(?:the |this )?(?:spray|drug|medication|medicine|treatment|therapy|product)|(?:es)?ketamine|spravato)"
_GRANT = one_of(
    "approved?", "authori[sz]ed?", "covered?", "paid for", "pay for", "granted?", "eligible", "accepted?",
    "allow(?:ed)?", "given?", "provided?", "considered?", "renewed?", "started?", "available",
)  # fmt: skip
_NOT = r"(?:(?:is|are|will|shall|can|may|must|should|do|does)(?: not|n['’]t)|cannot|never) (?:be )?"
_NOT_GRANTED = rf"{_NOT}(?:\w+ )?{_GRANT}(?: {_DRUG})?"
_REFUSALS = (
    _NOT_GRANTED,
    (r"(?:is|are|will be|shall be) (?:denied|refused|rejected|declined|ineligible|excluded|turned (?:down|away)|"
     r"disqualified|barred|out of scope)"), r"do(?:es)? not (?:qualify|meet criteria)", "disqualif(?:y|ies)",
    r"leads? to (?:an? )?(?:denial|refusal)", r"results? in (?:an? )?(?:denial|refusal)",
    r"falls? outside (?:of )?(?:(?:the|this|our|its) )?(?:benefit|polic(?:y|ies)|coverage|program|plan|criteria)",
    r"(?:is|are) (?:an? )?(?:grounds?|reasons?|cause) (?:for|of|to) (?:denial|refusal|deny|refuse|disqualification)",
)  # fmt: skip
_REFUSED = one_of(*_REFUSALS)
_YEARS = r"(?: years?(?: of age| old)?)?"
_OLD = (
    rf"(?P<least>\d\d) (?:or|and) (?:more|older|over|above|up){_YEARS}"
    rf"|(?P<from>\d\d){_YEARS},? (?:or|and) (?:older|over|above|up|more)"
    rf"|(?:over|above|older than|past) (?:the age of |age )?(?P<over>\d\d){_YEARS}"
)
_YOUNG = (
    rf"(?P<up>\d\d){_YEARS},? (?:or|and) (?:younger|under|below|less)"
    rf"|(?:under|below|younger than|not yet|less than|short of|(?:has|have) yet to (?:turn|reach)) "
    rf"(?:the age of |age )?(?P<under>\d\d){_YEARS}"
)
_WHO = (
    rf"(?:any|an?|the|all|those)? ?(?:{PEOPLE}|{PERSON}s?|children|adolescents|teenagers|minors|anybody|somebody)?,? ?"
    r"(?:who (?:is|are) |who (?=ha(?:s|ve)\b)|(?:is|are) |aged |of |ages? )*"
)
_AGE = rf"{_WHO}(?:{_OLD}|{_YOUNG})"
_WE = rf"(?:[\w' -]{{2,60}}? )?{_NOT}(?:\w+ )?{_GRANT}(?: {_DRUG})?|{_DRUG}(?: [\w ]{{0,20}})? {_NOT_GRANTED}"
_AGE_BEHIND = compiled(rf"^(?:{_WE}) (?:for|to|in) {_AGE}\.?$", re.IGNORECASE)
_AGE_BEFORE = compiled(
    rf"^{_AGE},? {_REFUSED}(?: (?:for|to receive) (?:{_DRUG}|renewal|continuation|approval))?\.?$", re.IGNORECASE
)
# "…; all others are, provided they have responded": what the rest must meet.
_OTHERS = compiled(
    r"\s*[;,] (?:and |but |while )?(?:all (?:the )?others?|everyone else|everybody else|any(?:one|body)? (?:else"
    r"|other)|the "
    rf"(?:rest|others?)|others)(?: (?:{PEOPLE}|{PERSON}s?))? (?:is|are|does|do|will|may|can|qualif(?:y|ies)|must)\b"
    r"[^.;:,]{0,30}?,? (?P<rest>(?:if|provided(?: that)?|where|when|once|as long as) [^.;:]{8,160})\.?$",
    re.IGNORECASE,
)
_NOBODY = rf"^(?:no ?(?:one|body)|no (?:{PERSON})s?) (?:who (?:is|are) |who (?=ha(?:s|ve)\b)|aged |of |is |are )*"
_NO_AGE = compiled(
    rf"{_NOBODY}(?:{_OLD}|{_YOUNG}),? (?:qualif(?:y|ies)|(?:is|are|(?:will|can|may|shall) be) {_GRANT})\.?$",
    re.IGNORECASE,
)
_BIRTHDAY = r"(?:from|after|as of|past) (?:the (?:day of the )?|his or her |their )?{}th birthday(?: on(?:wards?)?)?"
_BEFORE_OR_BEHIND = (_BIRTHDAY.format(r"(?P<birthday>\d\d)"), _BIRTHDAY.format(r"(?P<behind>\d\d)"))
_FROM_BIRTHDAY = compiled(
    rf"^(?:{_BEFORE_OR_BEHIND[0]},? )?(?:requests? (?:is|are|will be) (?:declined|denied|refused|rejected|not approved)"
    rf"|no request (?:is|will be) {_GRANT})(?: {_BEFORE_OR_BEHIND[1]})?\.?$",
    re.IGNORECASE,
)
_SHORT_SCORE = (
    rf"(?P<scale>{ANY_SCALE})(?: (?:total|scores?|rating|result|at|baseline|of|is|that|which|falls|was|being|"
    r"stays|remains|comes|came|out|stands|stood|lies|to))*"
    r" (?:below|under|less than|lower than|of less than|fewer than|short of) (?P<score>\d+)(?: points?)?"
)
_SCORE_BEFORE = compiled(rf"^[^.;:]{{0,60}}?{_SHORT_SCORE},? {_REFUSED}[^.;:]{{0,40}}\.?$", re.IGNORECASE)
_NO_SCORE = compiled(
    rf"^no (?:[\w-]+ ){{1,4}}?(?:with|showing|having|whose) [^.;:]{{0,30}}?{_SHORT_SCORE} "
    rf"(?:is|are|(?:will|can|may|shall) be) {_GRANT}\.?$",
    re.IGNORECASE,
)
_SCORE_BEHIND = compiled(
    rf"^(?:{_WE}|[^.;:]{{2,40}}? {_REFUSED}) (?:for|if|when|where|with|in)\b[^.;:]{{0,40}}?{_SHORT_SCORE}\.?$",
    re.IGNORECASE,
)
_DURING = compiled(
    rf"^(?:{_WE}) (?:during|in (?:the )?(?:setting|presence|context|event) of|while|in the case of|amid) "
    r"(?P<what>[^.;:]{4,90}?)\.?$",
    re.IGNORECASE,
)
# "Coverage stops where an arteriovenous malformation comes to light".
_ENDS_WHEN = compiled(
    r"^(?:coverage|approval|treatment|authori[sz]ation|therapy|benefits?|eligibility) (?:stops?|ends?|ceases?|"
    r"lapses?|is (?:withdrawn|revoked|lost)) (?:where|when|once|if|as soon as|upon) (?P<what>[^.;:,]{4,80}?) "
    r"(?:(?:is|are|has been|have been) (?:found|present|diagnosed|detected|discovered|confirmed|known)|comes? to light|"
    r"becomes? (?:known|apparent|evident)|develops?|appears?|emerges?|occurs?|sets in)\.?$",
    re.IGNORECASE,
)
_BARRINGS = (
    r"(?:rend|mak)(?:ers?|es?) (?:the |an? |any )?\w+ (?:ineligible|unsuitable|unfit)",
    r"(?:disqualif(?:y|ies)|bars?|excludes?)(?: (?:the |an? |any )?\w+)?(?: from \w+)?",
    r"(?:precludes?|prevents?|rules? out) (?:approval|coverage|treatment|therapy|authorization|use)",
    r"rules? (?:the |an? )?\w+ out",
)  # fmt: skip
_BARS = one_of(*_BARRINGS)
_BARS_AS = compiled(
    rf"^(?:the )?(?:presence of |existence of )?(?P<what>[^.;:]{{4,90}}?) {_BARS}(?: (?:for|from) {_DRUG})?"
    rf"(?:[,;] (?:and )?(?:so (?:does|do|is|will)|as (?:does|do)|the same (?:is true|holds|goes) (?:of|for)) "
    r"(?P<also>[^.;:]{4,90}?))?\.?$",
    re.IGNORECASE,
)
_ALSO = compiled(r"\b(?:so|as) (?:does|do|is|will)\b|\bthe same (?:is true|holds|goes)\b", re.IGNORECASE)
_PRESENCE = compiled(r"^(?:the )?(?:presence|existence) of\b", re.IGNORECASE)
_LIFTS = compiled(r"\b(?:unless|except|until|if|when|where|only|not?|without|fail\w*)\b", re.IGNORECASE)
_OF_EXCLUSIONS = compiled(r"\b(?:exclu|contraindic|limitation|not covered|den(?:y|ied|ial)|restrict)", re.IGNORECASE)
_AT_ALL = any_phrase(
    r"(?:no ?(?:one|body)|no \w+) ",
    "birthday",
    "stops?|ends?|ceases?|lapses?|revoked",
    # The words of _WE are among them.
    *_REFUSALS,
    *_BARRINGS,
    r"no (?:request|case|application)s?\b",
)


def with_shortfalls_told(blocks: Sequence[Block]) -> Told:
    """`blocks`, with each such refusal as a demand; and what is printed for it.

    Under a title of exclusions a refusal is read as it stands.
    """

    def teller(place: int) -> Callable[[str], str | None] | None:
        block = blocks[place]
        lead = next((above.text for above in reversed(blocks[:place]) if above.kind != "item"), "")
        refuses = _AT_ALL.stands_in(block.text) and _is_told_of_cover(block, lead)
        return (lambda sentence: next(_told(sentence), None)) if refuses else None

    return told_by_sentence(_AT_ALL, blocks, teller)


def _is_told_of_cover(block: Block, lead: str) -> bool:
    """Whether a block is running text or an item of what is asked for, and stands under no title of exclusions."""
    if block.kind == "item" and (not lead.rstrip().endswith(":") or _OF_EXCLUSIONS.search(lead)):
        return False
    return block.kind in ("paragraph", "item") and not _OF_EXCLUSIONS.search(" ".join(block.path))


def _told(sentence: str) -> Iterator[str]:
    """What a refusal demands, with what it says that the others must meet."""
    others = _OTHERS.search(sentence)
    demands = _demands(sentence[: others.start()] if others else sentence)
    yield from (f"{demand} It is approved {others['rest']}." if others else demand for demand in demands)


def _demands(sentence: str) -> Iterator[str]:
    """A refusal as what it demands; nothing for what is none, or is a denial of a use."""
    if mentions(sentence):
        return
    if any(map(str.isdigit, sentence)):
        yield from _numbers(sentence)
    if (found := _DURING.match(sentence) or _ENDS_WHEN.match(sentence)) and not _LIFTS.search(found["what"]):
        yield from _absent(found["what"])
    if (found := _BARS_AS.match(sentence)) and (_PRESENCE.match(sentence) or _ALSO.search(sentence)):
        yield from _absent(" or ".join(part for part in (found["what"], found["also"]) if part))


def _numbers(sentence: str) -> Iterator[str]:
    """The age or the score that a refusal demands."""
    if found := _AGE_BEHIND.match(sentence) or _AGE_BEFORE.match(sentence) or _NO_AGE.match(sentence):
        yield _age(found)
    if (found := _FROM_BIRTHDAY.match(sentence)) and (reached := found["birthday"] or found["behind"]):
        yield f"The member must be {int(reached) - 1} or younger."
    scored = mark_scales(sentence)
    if found := _SCORE_BEFORE.match(scored) or _NO_SCORE.match(scored) or _SCORE_BEHIND.match(scored):
        yield f"The {TOKENS[found['scale'].lower()]} score must be at least {found['score']}."


def _age(found: re.Match[str]) -> str:
    """The ages that are left by those that a refusal names; "over 70" leaves 70."""
    if least := found["least"] or found["from"]:
        return f"The member must be {int(least) - 1} or younger."
    if over := found["over"]:
        return f"The member must be {over} or younger."
    return f"The member must be at least {found['under'] or int(found['up']) + 1} years old."


def _absent(what: str) -> Iterator[str]:
    """That a condition is absent; nothing where the words name none, or none but what the drug may be used for."""
    conditions = {*named(what.lower()), *in_their_own_words(what.lower(), listed=False)}
    if conditions - ALSO_USES and not _LIFTS.search(what):
        yield f"The member must not have {what[0].lower()}{what[1:]}."
