"""Lines of a form that ask for several things in a row, each before boxes of its own for yes and no."""

from __future__ import annotations

import re

from parsers.criteria.families import findings_in
from parsers.language.patterns import compiled

BOX = r"(?:[☐□❑❏▢○◯⬜☑☒✓✔]|\[ ?[xX]?\])"
_MARK = rf"(?:(?:{BOX}|_{{2,}}|\( ?\))\s*)"
_PAIR = compiled(
    rf"\s*{_MARK}\s*(?:yes\b\W*?{_MARK}\s*no|no\b\W*?{_MARK}\s*yes)\b(?:\s*/?\s*{_MARK}\s*(?:n/?a|unknown)\b)?",
    re.IGNORECASE,
)
_FEWEST = 2
_NAME = compiled(r"[A-Za-z]{3}")
# What an answer leads to is nothing asked: "If yes, which?".
_STEP = compiled(r"^\W*(?:if|when|where) (?:yes|no|so|not|answered|checked)\b|^\W*[\"“]?(?:yes|no)\b", re.IGNORECASE)


def asked_in_a_row(text: str) -> tuple[str, ...]:
    """What such a line asks for, one text each; things that one lead-in asks of stay with it ("None of: A; B").
    () where it asks for one thing.
    """
    *asked, rest = [part.strip(" ;,\n") for part in _PAIR.split(text)]
    # "None of these: ☐ Yes ☐ No dementia ☐ Yes ☐ No psychosis": the answers stand before what they answer.
    if asked and asked[0].endswith(":"):
        asked, rest = ([" ".join(asked[:2]), *asked[2:], rest], "") if len(asked) > 1 else (asked, rest)
    if asked and _asks_more(rest):
        asked.append(rest)
    if len(asked) < _FEWEST or not all(map(_NAME.search, asked)) or any(map(_STEP.search, asked)):
        return ()
    lead, colon, first = asked[0].rpartition(": ")
    if colon and first and not any("?" in part for part in asked):
        return (f"{lead}: {'; '.join((first, *asked[1:]))}",)
    return tuple(asked)


def _asks_more(behind: str) -> bool:
    """Whether a sentence behind the last boxes asks for something of its own."""
    return behind.endswith(".") and not _STEP.search(behind) and any(findings_in(behind))
