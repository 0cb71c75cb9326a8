"""What falls short, told by whoever refuses for it, as what is asked for instead ("Fewer than two drugs have failed").

A reason for refusal is a number that is not reached, or the denial of what has to be; a condition of a patient is none.
"""

from __future__ import annotations

import re

from parsers.language.patterns import compiled

_N = (
    r"(?:an? (?:[\w-]+ )?score of )?(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|eighteen|"
    r"twenty|thirty|fifty|half)\b)"
)
_OLD = r"(?: years?)?(?: old| of age)?(?:\W*$|(?= (?:at|when|on)\b))"
_OF_A_PERSON = r"^(?P<who>(?!.*\bscores?\b)[^.;:]{0,40}?)(?:\b(?:is|are) )?(?:\b(?:of an )?aged? )?"
_YOUNG = compiled(
    rf"{_OF_A_PERSON}\b(?:under|below|younger than|less than)(?: the)?(?: age of)? (?P<n>\d\d|eighteen){_OLD}",
    re.IGNORECASE,
)
_OLDER = compiled(
    rf"{_OF_A_PERSON}\b(?:over|above|older than|more than)(?: the)?(?: age of)? (?P<n>\d\d){_OLD}", re.IGNORECASE
)
_TOO_FEW = compiled(
    rf"\b(?:(?:fewer|less|lower|shorter|smaller) than|under|below|not (?:yet )?(?:reached|attained)) (?={_N})"
    r"|< ?(?=\d)",
    re.IGNORECASE,
)
_TOO_MANY = compiled(
    rf"\b(?:(?:more|higher|greater|longer) than|over|above|exceed(?:s|ed|ing)?) (?={_N})", re.IGNORECASE
)
# "Either of them was taken for less than six weeks": each has to be taken for as long.
_ONE_OF_THEM = compiled(
    r"^\W*(?:(?:either|any|one|at least one)(?: one)?(?P<of> of)?|an?) (?=(?:(?P<them>(?:the|these|those|them)\b)|"
    r"(?:\w+ )?(?:trials?|courses?|antidepressants?|drugs?|treatments?)\b))",
    re.IGNORECASE,
)
_NEITHER = compiled(r"\b(?:not (?:either )?|neither )(?P<one>[^.;]+?) nor (?:has |is |was )?", re.IGNORECASE)
_NOT = compiled(
    r"\b(?P<verb>is|are|was|were|has|have|had|does|do|did|will|can|could|would)(?: not|n['’]t|not)\b(?: yet)?",
    re.IGNORECASE,
)
_DOES_NOT = compiled(r"\b(?:does|do)(?: not|n['’]t) (?:yet |also )?(?P<verb>[a-z]+)\b", re.IGNORECASE)
_NOT_AND_NOT = compiled(
    r"(?P<verb>(?:is|are|was|has|have)(?: not|n['’]t)\b[^.;,]*?),? and (?=(?:has|is|was|does)(?: not|n['’]t)\b)"
)
_NONE = compiled(
    r"^\W*(?:(?:there (?:is|are|has been|have been|was) )?(?:no|not any|not)|(?:a )?(?:lack|absence) of|missing) "
    r"(?:evidence of )?(?=\w)",
    re.IGNORECASE,
)
_MISSING = compiled(r"\b(?:is|are|was|were) (?:missing|absent|lacking)\b", re.IGNORECASE)
_WITHOUT = compiled(r"\b(?:without|lacks) ", re.IGNORECASE)


def asked_instead(text: str) -> str | None:
    """What a reason for refusal asks for; None for what denies nothing and names no number that is not reached."""
    for form, meant in ((_YOUNG, "years of age or older"), (_OLDER, "years of age or younger")):
        if aged := form.search(text):
            return f"{aged['who']}is {aged['n']} {meant}".replace("Age is", "is").strip()
    if _TOO_FEW.search(text) or _TOO_MANY.search(text):
        return _opening_large(_TOO_MANY.sub("no more than ", _TOO_FEW.sub("at least ", _of_each(text))))
    if (met := _affirmed(text)) != text:
        return _opening_large(met)
    return None


def _of_each(text: str) -> str:
    """A text on one of several ("either of them") as said of each."""
    found = _ONE_OF_THEM.match(text)
    return text if found is None else f"Each {'of ' if found['them'] else ''}{text[found.end() :]}"


def _affirmed(text: str) -> str:
    """A text without what it denies; the same where it denies nothing."""
    text = _NOT_AND_NOT.sub(r"\g<verb> or ", _NEITHER.sub(r"\g<one> or ", text))
    text = _WITHOUT.sub("with ", _MISSING.sub("is present", _NONE.sub("", text)))
    return _NOT.sub(r"\g<verb>", _DOES_NOT.sub(_third_person, text))


def _third_person(found: re.Match[str]) -> str:
    """The verb of what is done, for "does not take"; "has" and "goes" are made otherwise than most."""
    verb = found["verb"].lower()
    return {"have": "has", "meet": "meets", "go": "goes", "carry": "carries"}.get(verb, f"{verb}s")


def _opening_large(text: str) -> str:
    return text[:1].upper() + text[1:]
