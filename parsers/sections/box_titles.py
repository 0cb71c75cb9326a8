"""What a form prints over the boxes of a part of it, with how many of them to tick."""

from __future__ import annotations

import re

from parsers.language.patterns import compiled

# "Initial request - all must be checked", "Diagnosis (check one)": how many of the boxes below a title to tick.
_HOW_MANY = compiled(
    r"\s*(?:[–—-]+\s*|[,:]\s+|\()(?:(?:please |must )?(?:check|tick|mark|select|choose|meet) )?"
    r"(?:all|any|each|every|one|both|only one|either)(?: (?:that apply|of the following|(?:boxes |items |criteria )?"
    r"(?:must|have to|need to|should) be (?:met|checked|ticked|true|marked|answered)|apply|required|below))?\W*$",
    re.IGNORECASE,
)
_OF_DIAGNOSES = compiled(
    r"\W*(?:(?:the|member'?s?|patient'?s?|requested|primary) )*(?:diagnos[ie]s|indications?|uses?)(?: requested)?\W*",
    re.IGNORECASE,
)


def without_how_many(title: str) -> str:
    """`title` without the words on how many of the items below it are asked for."""
    return _HOW_MANY.sub("", title)


def asks_diagnosis(title: str) -> bool:
    """Whether a title stands over the uses that a request may be for."""
    return bool(_OF_DIAGNOSES.fullmatch(title))
