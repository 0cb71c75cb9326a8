"""Paragraphs that tell of a drug, of its studies or of a panel's talk, by the title that runs into them."""

from __future__ import annotations

import re

from parsers.answering.answers import stated_status
from parsers.criteria.vocabulary import ANTIDEPRESSANT_NAMES, one_of
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences

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
# "Citalopram 40 mg, duloxetine 120 mg, sertraline 200 mg": what an adequate trial of each was.
_DOSE_OF_ANOTHER = compiled(rf"\b{one_of(*ANTIDEPRESSANT_NAMES)}(?: \w{{2,3}})?[ ,:=]{{1,3}}\d+ ?mg\b", re.IGNORECASE)
_FEWEST_DOSES = 3
_IN_BRACKETS = compiled(r"\s*\([^()]*\)")


def only_explains(text: str) -> bool:
    """Whether a paragraph explains by its first words, and neither answers nor demands anything behind them, or is a
    list of the doses of antidepressants.
    """
    if len(_DOSE_OF_ANOTHER.findall(text)) >= _FEWEST_DOSES:
        return True
    title, *told = sentences(text) or ("",)
    explains = bool(told) and _TELLS_OF.match(_IN_BRACKETS.sub("", title))
    return bool(explains) and not any(_DEMANDS.search(said) or stated_status(said) for said in told)
