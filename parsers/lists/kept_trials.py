"""How long an earlier drug was kept up ("each one continued for six weeks"): of its trial, and of no renewal."""

from __future__ import annotations

import re

from parsers.language.patterns import compiled

_OF_TRIALS = compiled(
    r"\b(?:antidepressants?|SSRIs?|SNRIs?|trials?|agents|drugs|medicines|medications)\b", re.IGNORECASE
)
_TRIED = (
    r"\b(?:each|both|either|every|(?:oral )?antidepressants|trials?|(?:two|three|four|\d) (?:\w+ )?(?:agents|drugs|"
    r"medicines|medications))"
)
_LENGTH = r"[\w-]+(?: \(\d+\))?[ -](?:days|weeks|months)\b"
_KEPT_UP = compiled(
    rf"{_TRIED}(?: (?:one|of|them|these|those|which|the|oral|antidepressant|drug|agent|medicine|medication|trial|"
    r"course|being|was|were|is|are|has|have|had|been|to|be|must|should|that|only)\b|,)*"
    rf" (?:continued?|continues|extended|prolonged)(?: (?:for|at|least|an?|minimum|of|no|less|fewer|than|about))*"
    rf" {_LENGTH}"
    # "After having continued each for six weeks", "despite continued treatment for six weeks with each".
    rf"|\b(?:having|been|despite|after) continued (?:each|both|either|them|treatment|therapy|use)\b[^.;:]{{0,20}}?"
    rf" (?:for )?{_LENGTH}"
    # "After six weeks of continued use of each".
    rf"|\b(?:after|despite|following|with|for) (?:at least )?{_LENGTH} of continued (?:use|treatment|therapy)"
    r"(?= (?:of|with|on) (?:each|both|either|them|an?|two|three|antidepressants?)\b)",
    re.IGNORECASE,
)


def without_kept_trials(text: str) -> str:
    """A text without what it says of how long each of the drugs tried before was continued."""
    return _KEPT_UP.sub("", text) if "continue" in text and _OF_TRIALS.search(text) else text
