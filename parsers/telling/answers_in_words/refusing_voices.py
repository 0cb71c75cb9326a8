"""Refusals in the voice of whoever refuses ("We turn the request down where …", "If …, it is not to be used").

Those that tell of a patient's condition bar it, and are told in the one form that every reader of bars knows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.answering.limiting_denials import bars
from parsers.criteria.conditions import ALSO_USES, named
from parsers.criteria.vocabulary import PEOPLE, one_of
from parsers.drugs.names import named_products
from parsers.language.any_of import any_phrase, choice_of
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.telling.sentence_by_sentence import Told, told_by_sentence

_DRUG = r"(?:it|them|(?:the |this )?(?:spray|drug|medication|medicine|treatment)|(?:es)?ketamine|spravato)"
_REQUEST = (
    rf"(?:(?:(?:the|an?|any|such|all|every|each|your) )?(?:\w+ )?(?:requests?|cases?|applications?|claims?|coverage|"
    rf"approval|renewals?)|{_DRUG})(?: for {_DRUG})?"
)
_REFUSALS = (
    rf"(?:turn|send)s? (?:down|away|back) {_REQUEST}",
    rf"(?:turn|send)s? {_REQUEST} (?:down|away|back)",
    rf"(?:reject|decline|refuse|deny|denie)s? {_REQUEST}",
    rf"says? no(?: to {_REQUEST})?",
    rf"(?:can ?not|can['’]t|do not|will not|never) say yes(?: to {_REQUEST})?",
    rf"(?:do|does|will|shall|can) ?not (?:use|give|prescribe|administer|accept|pay for) {_REQUEST}",
    "(?:do|does|will|shall|can) ?not pay",
)
_REFUSES = one_of(*_REFUSALS)
_WE = (
    r"(?:(?:we|I|please|(?:the|our) (?:plan|fund|program|department|reviewers?|pharmacists?|agency))\b,? "
    r"(?:(?:will|do|must|shall|have to|has to|always|also) )*)?"
)
_NOT_USED = (
    rf"{_DRUG} (?:is|must|may|should|will|can) ?(?:not|never) (?:to )?(?:be )?(?:used|given|taken|prescribed|started|"
    r"administered|paid for)|the answer is no"
)
# "In a first request I also refuse anyone with dementia."
_PEOPLE_REFUSED = compiled(
    rf"^(?P<when>(?:(?:in|at|on|for) (?:an? |the |any |every |each )?(?:first|initial|new|later|renewal) \w+,? )?){_WE}"
    rf"(?:refuse|reject|decline|exclude|deny|denie|(?:turn|send) (?:away|down|back)|says? no to)s? "
    rf"(?P<who>(?:any |all |every |an? )?{PEOPLE} (?:with|who|in whom|having) (?P<what>[^:;.]{{5,160}}?))"
    r"(?:, (?:whatever|no matter|for either|under either)[^.,;:]{3,40})?\.?$",
    re.IGNORECASE,
)
_IF = r"(?:if|when|where|whenever)"
_BEHIND = compiled(
    rf"^{_WE}(?P<refuses>{_REFUSES}),? "
    rf"(?P<who>(?:{_IF} |for (?=(?:any |all |an? )?{PEOPLE}\b))(?P<what>[^:;]{{5,200}}?))\.?$",
    re.IGNORECASE,
)
_BEFORE = compiled(
    rf"^(?P<who>{_IF} (?P<what>[^:;]{{5,200}}?)),? (?P<refuses>(?:then )?(?:{_WE}{_REFUSES}|{_NOT_USED}))\.?$",
    re.IGNORECASE,
)
_IS_THERE = compiled(
    r"(?P<if>\w+) (?P<what>[^,]{4,80}?) (?:is|are|was|were|has been|have been) (?:also )?(?:present|found|known|there|"
    r"recorded|documented|diagnosed)$",
    re.IGNORECASE,
)
_REFUSES_PEOPLE = (
    rf"(?:refuse|reject|decline|exclude|deny|turn away|turn down|say no to)s? (?:any |all |every |an? )?{PEOPLE}"
)
_REFUSES_AT_ALL = any_phrase(*_REFUSALS, _NOT_USED, _REFUSES_PEOPLE)
_LOOKED_FOR = choice_of(_PEOPLE_REFUSED, _BEHIND, _BEFORE)


def with_refusals_told(blocks: Sequence[Block]) -> Told:
    """`blocks` with each such refusal in other words; and what is printed in place of it."""
    return told_by_sentence(_LOOKED_FOR, blocks, lambda place: _said if _may_refuse(blocks[place]) else None)


def _may_refuse(block: Block) -> bool:
    return block.kind not in ("heading", "row") and _REFUSES_AT_ALL.stands_in(block.text)


def _said(sentence: str) -> str | None:
    """A refusal as a denial of cover; None for what is none, or is read as it stands."""
    if (people := _PEOPLE_REFUSED.match(sentence)) and set(named(people["what"].lower())) - ALSO_USES:
        when = people["when"]
        return f"{when}{'it' if when else 'It'} is not covered for {people['who']}."
    found = _BEHIND.match(sentence) or _BEFORE.match(sentence)
    if found is None or not set(named(found["what"].lower())) - ALSO_USES:
        return None
    if bars(sentence) and not _IS_THERE.match(found["who"]):
        return None
    drug = next(iter(named_products(found["refuses"])), "it").capitalize()
    who = _IS_THERE.sub(r"\g<if> there is \g<what>", found["who"])
    return f"{drug} is not covered {who[0].lower()}{who[1:]}."
