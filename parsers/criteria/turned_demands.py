"""Demands that a sentence turns round ("ECT need not have been tried but must have been considered", "if they have not
failed three, have failed two and an augmentation", "psychosis does not bar coverage so long as …"), said outright.
"""

from __future__ import annotations

import re

from parsers.criteria.conditions import is_listed, named
from parsers.criteria.vocabulary import PEOPLE, PERSON
from parsers.language.patterns import compiled
from parsers.language.rewriting import Rewriting

_NUMBER = r"(?:one|two|three|four|five|[1-5])"
_WHO = rf"(?:(?:the|an?|any|all|some|those|such) )?(?:(?:{PEOPLE}|{PERSON})\b|someone|he or she|they)"
_NO = r"(?:no|not|without|free of|absence of|denies|never)"
_UNLESS = r"(?:unless|except (?:if|when|where))"
_PROVIDED = r"(?:so long as|as long as|provided(?: that)?|if|when|where|on condition that)"
_BARS = r"(?:bar|exclude|preclude|disqualify|rule out|prevent|prohibit)"


_BARE_COUNT = compiled(rf"^{_NUMBER}(?= (?:and|plus|together|with)\b)", re.IGNORECASE)


def _considered(told: re.Match[str]) -> str:
    what = told["what"].replace(" nor ", " or ") if told["neither"] else told["what"]
    return f"{what} {told['must']}"


def _either(told: re.Match[str]) -> str:
    """So many failures, or what else is asked of those without them."""
    first = f"failure of {told['n'] or told['m']}{told['noun'] or told['nouns']}"
    then = told["then"].partition(" failed ")[2]
    if bare := _BARE_COUNT.match(then):
        then = f"{bare[0]} antidepressants{then[bare.end() :]}"
    return f"{'; ' if told.start() else ''}{first}, or failure of {then}"


def _lifted(told: re.Match[str]) -> str:
    """A condition that bars unless something lifts it; what is no condition stays as it is said."""
    barred = any(map(is_listed, named(told["what"].lower())))
    return f"No {told['what']} unless {told['lift']}" if barred else told[0]


_TURNED = Rewriting(
    (
        # "Neither ECT nor TMS has to be tried, but one or the other must have been considered".
        (
            compiled(
                r"^\W*(?P<neither>neither )?(?P<what>[^;.,]{2,60}?) "
                r"(?:need(?:s)? not|(?:do(?:es)?|did) not (?:have|need) to"
                r"|(?:is|are) not required to|(?(neither)(?:needs? to|has to|have to|is required to)))"
                r" (?:have (?:been )?|be |have to be )?(?:tried|failed|used|given|undergone|completed|attempted),? but "
                r"(?:(?:it|they|either(?: one)?|one|one of (?:them|these|the two)|one or the other|both) )?"
                r"(?P<must>(?:must|has to|have to|should|needs to) [^;.]+)",
                re.IGNORECASE,
            ),
            _considered,
        ),
        # "…, and who, if they have not failed three antidepressants, have failed two plus augmentation".
        (
            compiled(
                rf"(?:,? (?:and )?(?:who|{_WHO}),? |^\W*(?:(?:{_WHO}),? )?)if (?:(?:he or she|they|{_WHO}) )?"
                rf"(?:(?:has|have) not failed (?P<n>{_NUMBER})(?P<noun> anti-?depressants?)"
                rf"|(?P<m>{_NUMBER})(?P<nouns> anti-?depressants?) have not failed),? "
                rf"(?:then )?(?:{_WHO} )?(?P<then>(?:(?:must|should) have|has|have) failed [^;.]+)",
                re.IGNORECASE,
            ),
            _either,
        ),
        # "Psychosis, if present, does not bar coverage so long as the prescriber judges that …".
        (
            compiled(
                rf"^\W*(?P<what>(?:an? |any |the )?(?:history of )?[\w-]+(?: [\w-]+){{0,3}}?),?(?: if present,)? "
                rf"(?:(?:does|do|will|shall) not {_BARS}|(?:is|are) (?:no|not an?) (?:bar|exclusion|obstacle|barrier))"
                rf"(?: (?:to )?[\w ]{{3,30}}?)? {_PROVIDED} (?P<lift>[^;.]{{8,}})",
                re.IGNORECASE,
            ),
            _lifted,
        ),
        # "Uncontrolled hypertension rules the member out until a cardiologist has given clearance".
        (
            compiled(
                r"(?P<bars>\b(?:rules? (?:the |a |out )?[\w ]{2,20}?|excludes? [^.;,]{3,30}?|disqualif\w+ [^.;,]{3,30}?"
                r"|bars? [^.;,]{3,30}?)) until (?=[^.;]{8,})",
                re.IGNORECASE,
            ),
            r"\g<bars> unless ",
        ),
        # "At least 18, though someone younger may be approved on peer review".
        (
            compiled(
                r"(?P<age>\b(?:1[2-9]|2[01]|eighteen|twenty-one)\b[^.;()]{0,40}?)"
                r"(?:[,;.]| \(|,? (?=but|though|although))"
                r"(?: ?(?:but|though|although|however|and|while)\b,?)* ?(?:exceptions? for )?(?:an? |any |some |the )?"
                rf"(?:younger (?:{PEOPLE}|{PERSON}s?)|(?:{PEOPLE}|someone|{PERSON}s?) younger"
                rf"|(?:those|{PEOPLE}) under \d\d)"
                r"(?: [^.;()]{3,40})? (?:may|can|might|could|are|is|will be)(?: (?:still|also|only))?(?: be)? "
                r"(?:approved|considered|reviewed|covered|treated|granted|evaluated|authori[sz]ed|decided)\b[^.;()]*\)?",
                re.IGNORECASE,
            ),
            r"\g<age> unless an exception is granted",
        ),
        # "No dementia, and no psychosis unless a psychiatrist prescribes it": what lifts the last alone.
        (
            compiled(
                rf"^(?P<first>[^.;:]{{0,30}}?\b{_NO} (?:(?!\bor\b)[^.;:,]){{3,60}}),? and "
                rf"(?P<last>(?:(?:has|is|with|have) )?{_NO} [^.;:,]{{3,60}}? {_UNLESS} [^.;:]+)(?=\.?$)",
                re.IGNORECASE,
            ),
            r"\g<first>; \g<last>",
        ),
    )
)


def with_demands_turned(text: str) -> str:
    """`text`, with such demands as they are asked of everybody."""
    return _TURNED.of(text)
