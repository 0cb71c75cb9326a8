"""Who else may prescribe: whoever consults the one asked for, or another where there is none of those."""

from __future__ import annotations

import re

from parsers.language.patterns import compiled

_OTHERS = (
    r"(?:non-?psychiatr\w+|(?:other|general|primary[ -]care|family|non-?psychiatric|internal|medical)\b[^.;,]{0,40}"
    r"|(?:internist|generalist|pediatrician|gp|pcp)s?)"
)
# "A family doctor may do so only in consultation with such a professional", "other prescribers must consult one first".
_MAY_CONSULTING = (
    rf"(?:an?|any|all|the)? ?{_OTHERS}[^.;]{{0,30}}"
    r"\b(?:may|can|must|needs? to|ha(?:s|ve) to|are accepted|is accepted)\b"
)
# "If the prescriber is not a psychiatrist, one has been consulted", "a prescriber who is not one must have …".
_IS_NONE = (
    r"(?:(?:if|when|where)\b[^.;,]{0,40}|\b(?:prescriber|provider|clinician|physician)s?,? (?:who|that) )"
    r"(?:is|are)(?: not|n[o'’]t)\b"
)
_LETS_OTHERS = compiled(rf"^\W*(?:(?:and|but) )?(?:(?:an?|the|any) )?(?:{_MAY_CONSULTING}|{_IS_NONE})", re.IGNORECASE)
# "Psychiatrists may prescribe it on their own": so others may not on theirs.
_NEED_NOBODY = compiled(
    r"\b(?:may|can)\b[^.;]{0,40}\b(?:on (?:their|his or her|its) own|alone|freely|without (?:consult\w+|one|any|such)"
    r"|independently)\b|\b(?:prescribe|order|request|write)s? (?:it )?without (?:more|further ado)\b|\bneeds? no "
    r"(?:\w+ )?consult|\b(?:are|is) accepted as (?:they are|such)\b",
    re.IGNORECASE,
)


def lets_others_consult(text: str) -> bool:
    """Whether a text lets others prescribe who consult the one that is asked for beside it."""
    return bool(_LETS_OTHERS.match(text))


def needs_nobody(text: str) -> bool:
    """Whether a text only says that those it names need no consultation, as others do."""
    return bool(_NEED_NOBODY.search(text))


_NONE = r"(?:there (?:is|are) |(?:the |such )?[\w' -]{1,40}? (?:has|have|lacks?) )?(?:no(?:ne|body)?|without)\b"
_FORMS = (
    # "A psychiatrist, unless none practices there, in which case a nurse practitioner may".
    (
        rf"^(?P<asked>.+?),? \(?(?:unless|except(?: if| when| where| in)?) (?=[^;]*{_NONE})(?P<lack>[^;,]+),? "
        r"(?:in which (?:case|event|instance)|and then|then|where|when) (?P<other>.+)$"
    ),
    # "A psychiatrist; where none is available, a nurse practitioner may", "(or, if none is in reach, by a …)".
    rf"^(?P<asked>.+?)[;,]? \(?(?:or,? )?(?:if|where|when|should) (?P<lack>{_NONE}[^;,]+), (?P<other>.+)$",
    # "A psychiatrist, or a nurse practitioner if none is near", "…; a nurse practitioner may when none is".
    rf"^(?P<asked>.+?)(?:[;,] (?:or )?| or )(?P<other>[^;]+?),? (?:if|where|when|in case|should) (?P<lack>{_NONE}.+)$",
)
_STANDS_IN = tuple(map(compiled, _FORMS))
# "A nurse practitioner may": that is, prescribe.
_MAY = compiled(r" (?:may|can|will do|suffices)\W*$")


def stand_in(words: str) -> tuple[str, str] | None:
    """What a clause asks for, and what is enough where there is none of it; None where nothing else is."""
    if " no" not in words and " without " not in words:
        return None
    found = next(filter(None, (form.match(words) for form in _STANDS_IN)), None)
    return (found["asked"], _MAY.sub("", found["other"])) if found else None


# "A psychiatrist prescribes it; where none practices nearby, a nurse practitioner may": one clause, though set apart.
_GOES_ON = compiled(
    rf"^\W*(?:(?:if|where|when|should) {_NONE}[^;,]+, [^;]*\b(?:may|can|will do|suffices)\b"
    rf"|[^;,]+\b(?:may|can)\b[^;,]* (?:if|where|when|in case|should) {_NONE})",
    re.IGNORECASE,
)


# "…; a family doctor may do so after consulting one".
_CONSULTS_SUCH = compiled(
    r"\b(?:consult\w*|confer\w*|sp[eo]a?k\w*|discuss\w*|jointly)(?: (?:it|with|to))* (?:one|such)\b", re.IGNORECASE
)


def names_others(rest: str, *, another_way: bool) -> bool:
    """Whether what stands behind a semicolon names others who may prescribe, by whom the words before it ask for."""
    others = another_way or lets_others_consult(rest)
    return bool(_GOES_ON.match(rest) or (others and _CONSULTS_SUCH.search(rest)))
