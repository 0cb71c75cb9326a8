"""What a short note says of whom a clause is for: one use or one phase only, or all but one."""

from __future__ import annotations

import re

from parsers.language.patterns import compiled
from parsers.uses.indications import mentions

_NOUN = (
    r"(?:indications?|requests?|cases?|patients?|members?|individuals?|adults?|uses?|diagnos[ei]s|approvals?|treatment)"
)
_IT = (
    r"(?:(?:this|these|it|such|that|the)(?: (?:item|criterion|criteria|requirement|condition|step|line|rule)s?)? |"
    r"(?:item|criterion|criteria|requirement|condition|step|rule)s? )?"
)
# Words between what the note says and the name of the use or phase.
_LINK = (
    r"(?:(?:only|solely|exclusively|just|to|for|of|in|on|at|upon|with|by|when|where|if|the|an?|any|this|it|requests?|is|are|has|have|being|"
    rf"treated|used|who|those|{_NOUN})\b,? ?)*"
)
_WHOM = r"(?P<whom>USE(?:(?:,| and| or|/| and/or) USE)*|FIRST|AGAIN)"
_TAIL = rf"(?P<tail>(?:,? (?:only|alone|or behavio(?:u)?r|{_NOUN}))*)"
_APPLIES = (
    r"(?:(?:is |are |only |shall |will |must )*(?:appl(?:y|ies|icable)|required|requirements?|needed|asked|meant|"
    r"pertains?|relevant|limited|specific|holds?|be met)\b ?)"
)
_WAIVED = (
    r"(?:(?:(?:is|are|do|does|need|may|will|shall|has|have) )*(?:(?:not|no longer) (?:be )?(?:required?|needed|"
    r"necessary|appl(?:y|ies|icable)|asked(?: for)?|mandatory|met|pertain|hold)|waived|lifted|n/?a|exempt\w*|excepted|"
    r"except(?:ions?)?|excluding|excludes?|unless|other than|not|omitted|be (?:waived|skipped|omitted))\b[:–—,]? ?)"
)
_ONLY = compiled(rf"\W*{_IT}(?P<applies>{_APPLIES})?{_LINK}{_WHOM}{_TAIL}\W*", re.IGNORECASE)
_NOT = compiled(rf"\W*{_IT}{_WAIVED}{_LINK}{_WHOM}{_TAIL}\W*", re.IGNORECASE)
# "MDSI: not required", "for MDSI this is waived", "members with MDSI are exempt".
_NOT_BEHIND = compiled(rf"\W*{_LINK}{_WHOM}{_TAIL}[:,–—-]? *{_IT}{_WAIVED}(?:from )?{_IT}\W*", re.IGNORECASE)
_LIMITS = compiled(r"\b(?:only|solely|exclusively|just|alone|for|applies|applicable|limited|required)\b", re.IGNORECASE)
_FIRST = compiled(
    r"\b(?:initial|first|new)"
    r"(?: (?:requests?|approvals?|authori[sz]ations?|coverage|starts?|therapy|course|criteria|PA))?\b"
    r"|\binitiation(?: of \w+)?\b",
    re.IGNORECASE,
)
_AGAIN = compiled(
    r"\b(?:renewals?|re-?authori[sz]ations?|re-?approvals?|re-?certifications?|continuations?(?: of \w+)?|"
    r"continued (?:therapy|use|treatment|approval))"
    r"(?: (?:requests?|approvals?|authori[sz]ations?|therapy|criteria))?\b",
    re.IGNORECASE,
)
_LABEL = compiled(r"^\W*(?:please )?notes?(?: that)?\W+", re.IGNORECASE)
_PARTS = compiled(r"[;.](?:\s+|$)(?:and |but )?|,\s+(?=not\b)")
_LONGEST = 140
FIRST_ONLY, RENEWAL_ONLY = "initial requests only", "renewal requests only"


def limit_told(note: str) -> str:
    """A note as words to add to its clause ("TRD only", "not required for …"); "" for one that says anything more."""
    words, rest = limit_and_rest(note)
    return "" if rest else words


def limit_and_rest(note: str) -> tuple[str, str]:
    """What a note says of whom its clause is for, in words to add to it ("" for nothing), and what else it says."""
    if len(note) > _LONGEST:
        return "", note
    parts = [part.strip() for part in _PARTS.split(note) if part.strip()]
    told = [(_limit(part), part) for part in parts]
    limits = [words for words, _ in told if words]
    return limits[0] if limits else "", ". ".join(part for words, part in told if not words)


def _limit(part: str) -> str:
    plain, names = _named(_LABEL.sub("", part))
    if (found := _NOT.fullmatch(plain) or _NOT_BEHIND.fullmatch(plain)) is not None:
        return _words(found["whom"], names, RENEWAL_ONLY, FIRST_ONLY, "not required for {}")
    found = _ONLY.fullmatch(plain)
    if found is None or not (found["tail"] or _LIMITS.search(plain)):
        return ""
    return _words(found["whom"], names, FIRST_ONLY, RENEWAL_ONLY, "{} only")


def _words(whom: str, names: list[str], first: str, again: str, of_use: str) -> str:
    if whom in ("FIRST", "AGAIN"):
        return first if whom == "FIRST" else again
    return of_use.format(" and ".join(names))


def _named(part: str) -> tuple[str, list[str]]:
    """A part with USE for the names of uses, and FIRST and AGAIN for the phases; and the names."""
    found = mentions(part)
    names = [re.sub(r"[()]", "", part[each.start : each.end]) for each in found]
    for each in reversed(found):
        part = f"{part[: each.start]}USE{part[each.end :]}"
    part = re.sub(r"(?<=USE) \((?:[A-Z-]{2,6}|USE)\)", "", part)
    return (part, names) if names else (_AGAIN.sub("AGAIN", _FIRST.sub("FIRST", part)), [])
