"""The depression scales of the contract and the names payers give them."""

from __future__ import annotations

import re
from typing import get_args

from parsers.errors import TableError
from parsers.models import Scale
from parsers.patterns import compiled

# "HAM-D 17 or higher" is a score, "HAM-D 17 score" a version of the scale.
_VERSION = r"(?!\d)(?!\+| ?(?:points?\b|(?:or|and|to) (?:higher|more|greater|above|over|up)\b))"
_NAMES: dict[Scale, tuple[str, ...]] = {
    "PHQ-9": (r"patient health questionnaire(?:[ -]*(?:9|nine))?(?: item)?", r"phq[ -]?(?:9|nine)\b", r"phq\b"),
    "MADRS": (r"montgomery[ -/–]*[aå]?s*-?\s*berg(?: depression)?(?: rating)?(?: scale)?",
        r"montgomery(?: and)? [aå]sberg[\w ]*?scale",
              r"madrs(?:-s)?\b"),
    "HAM-D": (r"hamilton(?: psychiatric)?(?: depression)?(?: rating)?(?: scale)?(?: for depression)?",
        rf"(?:ham[ -]?d|hdrs|hrsd)(?:[ -]?(?:17|21|24){_VERSION}| ?\((?:17|21|24)\))?(?![\w])"),
    "QIDS": (r"quick inventory of depressive symptomatology(?:[ -]*(?:self[ -]report(?:ed)?|clinician(?:[ -]rated)?))?",
             rf"qids(?:[ -]?(?:sr|c)(?:[ -]?16{_VERSION})?c?|[ -]?16{_VERSION}(?:[ -]?(?:sr|c))?)?(?![\w])"),
    "BDI": (r"beck(?:'s|’s)? depression inventory(?:[ -]*(?:ii|2|second edition)\b)?",
        r"bdi(?:[ -]?(?:ii|2))?(?![\w])"),
    "CGI-S": (r"clinical global impressions?(?:[ -]*(?:of )?severity)?(?: scale)?",
    r"cgi(?:[ -]?s(?:everity)?)?(?![\w])"),
}  # fmt: skip

TOKENS: dict[str, Scale] = {f"@{name.replace('-', '').lower()}": name for name in _NAMES}
_RULES = tuple(
    (
        compiled(
            rf"\b(?:{'|'.join(forms)})(?:,? ?\((?:17|21|24)[ -]items?(?: version)?\)|,? (?:17|21|24)[ -]items?)?",
            re.IGNORECASE,
        ),
        token,
    )
    for (_, forms), token in zip(_NAMES.items(), TOKENS, strict=True)
)
ANY_SCALE = rf"(?:{'|'.join(TOKENS)})"

if set(_NAMES) != set(get_args(Scale)):
    raise TableError(f"scales.py must name every scale of parsers.models.Scale; it has {sorted(_NAMES)}")


_TWICE = compiled(r"(@\w+) ?\(\1\)")


def mark_scales(text: str) -> str:
    """The text with every scale's name as one token ("@phq9"), so that the digits of a name are not a score."""
    for rule, token in _RULES:
        text = rule.sub(token, text)
    # e.g. "Patient Health Questionnaire (PHQ-9)" names one scale once.
    return _TWICE.sub(r"\1", text)
