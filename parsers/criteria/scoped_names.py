"""Short values with the uses that they hold for: "Psychiatrist (both uses)", "For either use: 18 and up".

Which uses a value is of is decided before; what it asks is read without their names.
"""

from __future__ import annotations

import re

from parsers.language.patterns import compiled
from parsers.lists.list_shapes import has_verb
from parsers.models import Indication
from parsers.uses.indications import mentions

_EVERY = (
    r"(?:both|either|all|each|every|any)(?: of (?:the|these|those))?(?: (?:two|2|covered|approved|listed))? "
    r"(?:uses?|indications?|diagnos[ei]s|conditions?|requests?|of them)"
)
_BEHIND = compiled(rf"^(?P<said>[^:;]*\w)(?:,? \((?:for |in )?{_EVERY}\)|,? (?:for|in) {_EVERY})\W*$", re.IGNORECASE)
_BEFORE = compiled(rf"^\W*(?:(?:for|in) )?{_EVERY}[:,–—-]+ (?P<said>[^:;]*)$", re.IGNORECASE)
# "Psychiatrist for resistant depression and for acute suicidality": names of uses alone behind it.
_FOR = compiled(r"(?<=\w),? \(?(?:for|in) (?=\w)", re.IGNORECASE)
_BETWEEN = compiled(r"\W*(?:(?:and|or|both|either|for|in|the|of|alike|as well as) ?)*\W*", re.IGNORECASE)
# "As for resistant depression": what is asked there.
_LIKE = compiled(r"\b(?:as|like|see|same|that|those)$", re.IGNORECASE)
_MOST_WORDS = 10
_LABELED: frozenset[Indication] = frozenset({"trd", "mdsi"})


def without_scope(text: str) -> str:
    """A short value without the words that say for which uses it holds; any other text as it is."""
    if len(text.split()) > 2 * _MOST_WORDS:
        return text
    found = _BEHIND.match(text) or _BEFORE.match(text)
    said = found["said"] if found else _before_names(text)
    return said.strip() if said and len(said.split()) <= _MOST_WORDS else text


def _before_names(text: str) -> str:
    """What stands before "for" and nothing but names of uses; "" where no such words close a text."""
    opens = _FOR.search(text)
    named_behind = mentions(text[opens.end() :]) if opens else ()
    # Of any other disorder, what is asked may be just that ("does not meet the criteria for bipolar disorder").
    if opens is None or not {named.indication for named in named_behind} <= _LABELED:
        return ""
    rest = text[opens.end() :]
    for named in reversed(named_behind):
        rest = f"{rest[: named.start]}{rest[named.end :]}"
    if _LIKE.search(text[: opens.start()]):
        return ""
    is_named = rest != text[opens.end() :] and _BETWEEN.fullmatch(rest)
    said = text[: opens.start()]
    return said if is_named and not has_verb(said) else ""
