"""The depression scales of the contract and the names payers give them."""

from __future__ import annotations

import re
from typing import get_args

from parsers.errors import TableError
from parsers.language.patterns import compiled
from parsers.language.rewriting import Rewriting
from parsers.models import Scale

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
    "BDI": (r"beck(?:'s|’s)?(?: depression)? inventory(?:[ -]*(?:ii|2|second edition)\b)?",
        r"bdi(?:[ -]?(?:ii|2))?(?![\w])"),
    "CGI-S": (r"clinical global impressions?(?:[ -]*(?:of )?severity)?(?: (?:scale|item|sub-?scale))?",
    r"cgi(?:[ -]?s(?:everity)?)?(?: (?:item|sub-?scale))?(?![\w])"),
}  # fmt: skip

TOKENS: dict[str, Scale] = {f"@{name.replace('-', '').lower()}": name for name in _NAMES}
_RULES = tuple(
    (
        compiled(
            rf"\b(?:{'|'.join(forms)})(?:,? ?\((?:9|10|16|17|21|24)[ -]items?(?: version)?\)"
            r"|,? (?:17|21|24)[ -]items?)?",
            re.IGNORECASE,
        ),
        token,
    )
    for (_, forms), token in zip(_NAMES.items(), TOKENS, strict=True)
)
ANY_SCALE = rf"(?:{'|'.join(TOKENS)})"

if set(_NAMES) != set(get_args(Scale)):
    raise TableError(f"scales.py must name every scale of parsers.models.Scale; it has {sorted(_NAMES)}")


# Beside a scale with its score ("MADRS 28"), a number behind "HAM-D" is a score as well, and no version of it.
_SCORED = compiled(
    r"\b(?:phq[ -]?9|madrs|bdi(?:[ -]?ii)?)(?: (?:score|total))?(?: of)? ?(?:>=|>|≥)? ?\d\d\b", re.IGNORECASE
)
_BARE_SCORE = compiled(
    r"\b(?P<scale>ham[ -]?d|hdrs|hrsd|qids(?:-(?:sr|c))?) (?P<score>1[67]|2[14])\b"
    r"(?!-| ?(?:items?|scores?|scales?|totals?|of|is|>|≥|=|:|\d|\((?!or\b)))",
    re.IGNORECASE,
)
# e.g. "Patient Health Questionnaire (PHQ-9)" names one scale once.
# e.g. "QIDS (self-report)", "MADRS (clinician-rated)": who takes the score asks for nothing more.
_TAKEN_BY = compiled(
    r"(@\w+),? ?(?:\((?:(?:self|patient|clinician|observer|provider)(?:[ -](?:report(?:ed)?|rated|version|form|"
    r"administered|completed))?|total(?: score)?|sr|second edition)\)"
    r"|(?:self|patient|clinician)-(?:report(?:ed)?|rated))",
    re.IGNORECASE,
)
# "HAM-D score today (17 or more needed)": when it is taken.
_TAKEN_WHEN = compiled(
    r"(@\w+(?: (?:total )?scores?)?),? (?:(?:taken|measured|as of) )?(?:today|now|at present|currently|"
    r"this (?:week|month)|at (?:the )?(?:request|visit|intake|this visit))"
    r"(?=:? ?[(<>≥≤]|:? \d|: ?(?:at|must|needs?)|,? (?:must|needs?|has to|at least|of|is)\b)",
    re.IGNORECASE,
)
# "PHQ-9 in the severe range (20 or more)": the score says which range that is.
_IN_A_RANGE = compiled(
    r"(@\w+(?: (?:total )?scores?)?),? (?:(?:is|falls|lies|that is|which is) )?(?:in|within) the (?:[\w-]+ ){1,4}?range"
    r"(?=,? ?[(:,]| of (?:>|≥|at)| (?:of )?\d)",
    re.IGNORECASE,
)
# "20 to 27 on the PHQ-9": the last number of a band is no least score.
_BAND_BEFORE = compiled(
    r"(?<![\d.,@-])(?<!from )(\d{1,2}) ?(?:-|–|to|through|(?<=between \d\d )and) ?(\d{1,2})"
    r"(?: points?)?(?:,? (?:as (?:scored|measured|rated) )?"
    r"(?:on|in|by|per|using|with) (?:the |an? )?| )(@\w+)\b"
    # "18 to 64 with a PHQ-9 of 15" is an age, and the score stands behind.
    r"(?!,? (?:(?:total|scores?|ratings?|of|is|at) )*(?:>|<|≥|at least |\d))",
    re.IGNORECASE,
)
_MARKING = Rewriting(
    (
        *_RULES,
        (compiled(r"(@\w+) ?\(\1\)"), r"\1"),
        (_TAKEN_BY, r"\1"),
        (_TAKEN_WHEN, r"\1"),
        (_IN_A_RANGE, r"\1"),
        (_BAND_BEFORE, r"\3 of \1 to \2"),
    )
)


def mark_scales(text: str) -> str:
    """The text with every scale's name as one token ("@phq9"), so that the digits of a name are not a score."""
    if _SCORED.search(text):
        text = _BARE_SCORE.sub(r"\g<scale> of \g<score>", text)
    return _MARKING.of(text)
