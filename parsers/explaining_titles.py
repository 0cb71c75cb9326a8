"""Paragraphs that tell of a drug, of its studies or of a panel's talk, by the title that runs into them."""

from __future__ import annotations

import re

from parsers.answers import stated_status
from parsers.patterns import compiled
from parsers.sentences import sentences

# "About Spravato. …", "Notes of the Board (May 2031). …", "Clinical information. …".
_TELLS_OF = compiled(
    r"^\W*(?:notes?|minutes|comments|remarks|reports?|discussion|deliberations) (?:from|of|by) (?:the )?"
    r"(?:[\w&-]+ ){0,5}?(?:board|committee|panel|council|commission)\W*$"
    r"|^\W*(?:[\w&-]+ ){1,4}(?:board|committee|panel|council) (?:notes|minutes|discussion|comments)\W*$"
    r"|^\W*(?:(?:some )?facts )?(?:about|on) (?:the |this )?(?:drug|product|medicine|medication|spray|treatment|"
    r"(?:es)?ketamine|spravato)(?: nasal spray)?\W*$"
    r"|^\W*(?:clinical|product|drug|background|label(?:ing)?) (?:information|facts|summary|data|background)\W*$",
    re.IGNORECASE,
)
_DEMANDS = compiled(r"\b(?:must|shall|submit\w*|requir(?:ed|es?)|attach\w*|needs?)\b", re.IGNORECASE)
_IN_BRACKETS = compiled(r"\s*\([^()]*\)")


def only_explains(text: str) -> bool:
    """Whether a paragraph explains by its first words, and neither answers nor demands anything behind them."""
    title, *told = sentences(text) or ("",)
    explains = bool(told) and _TELLS_OF.match(_IN_BRACKETS.sub("", title))
    return bool(explains) and not any(_DEMANDS.search(said) or stated_status(said) for said in told)
