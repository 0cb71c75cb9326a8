"""What is asked of a patient once treatment is under way: that it helps is what a renewal asks, without its name."""

from __future__ import annotations

import re

from parsers.language.patterns import compiled

_TREATMENT = r"(?:the )?(?:treatment|therapy|esketamine|spravato|ketamine)"
# "Every six months the prescriber attests that symptoms improved", "once treatment has begun, the score has fallen".
LATER_CHECK = compiled(
    r"\b(?:(?:every|each|once every) (?:(?:\d+|two|three|four|six|nine|twelve) months?|(?:90|180|1[28]0|"
    r"36[05]) days|year)"
    r"|(?:twice|once) (?:a|per|each) year|yearly|annually"
    rf"|(?:once|after|when) {_TREATMENT} (?:(?:has|have|is|was|been) )*"
    r"(?:begun|begins|started|starts|initiated|under ?way))\b"
    r"[^.;]{0,120}\b(?:improv\w+|respon(?:ds?|ded|se)|benefit\w*|remission"
    r"|(?:reduc|decreas|lower|lessen|fall)\w* [^.;]{0,30}(?:scores?|symptoms|severity|baseline)"
    r"|(?:scores?|symptoms) [^.;]{0,20}(?:reduced|decreased|lower|lessened|fallen))\b",
    re.IGNORECASE,
)
# What was tried before is told of, not what is checked later.
_BEFORE = compiled(r"\b(?:antidepress\w+|before the first|prior to)\b", re.IGNORECASE)


def is_later_check(text: str) -> bool:
    """Whether a passage asks for improvement once treatment has begun, or from time to time."""
    return bool(LATER_CHECK.search(text)) and not _BEFORE.search(text)
