"""How many of so many are enough ("two of these three treatments"), as the number that is asked for alone."""

from __future__ import annotations

import re

from parsers.criteria.vocabulary import ANTIDEPRESSANT_NAMES, one_of
from parsers.language.patterns import compiled

_THESE = r"(?P<which>these|those|the following|the)"
# What a list may be of that is no list of failed drugs: "one of the two antidepressants was an SNRI" is of those that
# are counted elsewhere.
_LISTED = (
    r"(?:(?:\w+ )?(?:treatments?|therap(?:y|ies)|approach(?:es)?|kinds|types|forms|options|ways|strategies|"
    r"interventions?|modalities|steps|items|criteria|conditions|requirements)\b|(?:below|listed)\b|"
    r"(?:have|has|had) (?:been )?(?:failed|tried)\b)"
)


def _counted(found: re.Match[str]) -> str:
    return f"{found['more']} of {found['which'] or 'these'}"


def _turned(found: re.Match[str]) -> str:
    return f"{found['number']} of {found['which']}{found['noun']}"


# "Two step agents out of sertraline, venlafaxine and bupropion", "two from the list of …".
_KIND = r"(?:(?:step|preferred|generic|formulary|oral|different|listed|first-line|antidepressant) )*"
_DRUGS = r"(?:agents?|drugs?|products?|medic(?:ation|ine)s?|antidepressants?|steps)"
_NAMED = rf"(?:{one_of(*ANTIDEPRESSANT_NAMES)})"
_LIST = rf"{_NAMED}(?:(?:, {_NAMED})*,? (?:and|or) {_NAMED}|(?:, {_NAMED})+)"
_LAST_NAME = compiled(rf",? (?:(?:and|or) )?(?={_NAMED}$)")


def _chosen(found: re.Match[str]) -> str:
    """Names of which so many are enough, as a choice between them: "1 of: sertraline, bupropion or venlafaxine"."""
    return f" of: {_LAST_NAME.sub(' or ', found['named'])}"


# Of those that follow a lead-in the number that there are to choose from counts nothing that failed.
OF_SO_MANY = (
    # "Lower than the one on file from the start" names a number and is none.
    (
        compiled(
            r"\b(?P<than>than|below|under|from|with|to) the 1(?= (?:on|at|from|in|of|taken|recorded|measured|before|"
            r"obtained|found|given|noted|that|when)\b(?! (?:the|these|those|our) (?:following|two|three|\d)))"
        ),
        r"\g<than> that",
    ),
    # "Each of the three drugs sertraline, bupropion and venlafaxine": they are named, and not counted as well.
    (compiled(rf"\b(?P<each>each|all)(?: of)?(?: the| these)? \d(?: {_KIND}{_DRUGS})?(?: of)?:? (?={_LIST}\b)"), ""),
    (
        compiled(
            rf"(?<=\b\d)(?: or more)?(?: {_KIND}{_DRUGS})? (?:(?:out )?of|from(?: among)?|among)"
            rf"(?: (?:the|these|those|this))?(?: (?:\d|group|list|set|row|following))*(?: {_KIND}{_DRUGS})?(?: of)?"
            rf"[ :(–-]+(?P<named>{_LIST})\b\)?"
        ),
        _chosen,
    ),
    # "Sertraline, bupropion and venlafaxine, any one of which will do".
    (
        compiled(
            rf"\b(?P<named>{_LIST}),? \(?(?:(?:of which )?any 1(?: of (?:which|them|these))?) (?:will do|is enough"
            r"|suffices|is sufficient|is accepted|may be chosen|has been tried|has failed)\)?"
        ),
        lambda found: f"tried{_chosen(found).replace(' of:', ' 1 of:')}",
    ),
    # "Two augmentation agents out of these four have failed".
    (
        compiled(
            r"(?<=\d)(?! (?:or more )?(?:out )?of\b)(?P<counted>(?: [a-z-]+){1,4}?) "
            r"(?:out )?of (?:these|those|the following|the) \d"
            r"(?= (?:have|has|are|were|must|failed|which)\b|[,.;:)]|$)"
        ),
        r"\g<counted>",
    ),
    # "Two of these three treatments have failed", "two of three treatments must have failed".
    (compiled(rf"(?<=\b\d)(?P<more>(?: or more)?)(?: out)? of (?:{_THESE} )?\d(?= {_LISTED})"), _counted),
    # "Failure of two of the three:".
    (compiled(r"(?<=\b\d)(?: out)? of (?:these|those|the) \d(?= ?:\W*$)"), " of the following"),
    # "Of these three treatments, at least two have failed".
    (
        compiled(
            rf"^\W*of {_THESE} \d(?P<noun>(?: [a-z]+)?)(?: below| above| here)?,? "
            r"(?P<number>(?:at least |any )?\d(?: or more)?)(?= (?:have|has|must|were|are|need|apply|hold)\b)"
        ),
        _turned,
    ),
)
