"""Weeks that are named by their number ("stopped before week 8", "before the eighth week"), as so many weeks."""

from __future__ import annotations

from parsers.language.patterns import Pattern, compiled
from parsers.language.rewriting import New

_BY_NUMBER = {"second": 2, "third": 3, "fourth": 4, "sixth": 6, "eighth": 8, "tenth": 10, "twelfth": 12}
BROKEN_OFF = (
    r"(?:stopped|discontinued|given up|ended|abandoned|dropped|changed|switched|withdrawn|cut short|cut off|halted"
    r"|broken off|over)"
)
SOONER = r"(?:before|prior to|sooner than|earlier than)"
TO_A_WEEK: tuple[tuple[Pattern, New], ...] = (
    # e.g. "neither was stopped before week 8", "each lasted until week 6"
    (
        compiled(
            rf"(\b(?:{BROKEN_OFF} {SOONER}|(?:lasted|went on|ran|kept up) (?:until|till|to|through|past)))"
            r" (?:at least |>= )?(?:the end of )?week (\d+)\b"
        ),
        r"\1 \2 weeks",
    ),
    # e.g. "cut off before the fourth week"
    (
        compiled(rf"(\b{BROKEN_OFF} {SOONER}) the (?:end of the )?({'|'.join(_BY_NUMBER)}) week\b"),
        lambda match: f"{match[1]} {_BY_NUMBER[match[2]]} weeks",
    ),
)
