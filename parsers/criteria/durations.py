"""Lengths of time in a normalised clause."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from parsers.language.patterns import compiled

Unit = Literal["hour", "day", "week", "month", "year"]
# Days of a period that is named without a number ("per month").
PERIOD_DAYS = {"week": 7, "weekly": 7, "month": 30, "monthly": 30, "day": 1, "year": 365}
_DURATION = compiled(
    r"(?:(?P<sign>>=|<=|>"
    r"|<) )?(?P<number>\d+(?:\.\d+)?)(?: ?\+)?(?: to (?P<upper>\d+(?:\.\d+)?))?(?: or (?:more"
    r"|longer))?(?: \([^()]{1,20}\))?(?: full"
    r"| consecutive| continuous| more| additional| further)?"
    r"[ -]?(?:calendar )?(?P<wrong>months?,? (?:\([^()]*\) )?(?=days?\b))?(?P<unit>hour|hr|h|minute|min(?!i)|day|"
    r"week|wk|month|year|yr)s?\b"
)
_UNITS: dict[str, Unit] = {"hr": "hour", "h": "hour", "wk": "week", "yr": "year"}
_DAYS: dict[Unit, float] = {"hour": 1 / 24, "day": 1, "week": 7, "month": 30, "year": 365}


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time as written, with where it stands in the normalised clause."""

    amount: float
    unit: Unit
    start: int
    end: int
    sign: str = ""

    @property
    def days(self) -> int:
        """Whole days: a month is 30 days, twelve months are 365 (contract of the command line)."""
        years, months = divmod(self.amount, 12) if self.unit == "month" else (0.0, 0.0)
        return round(years * 365 + months * 30) if self.unit == "month" else round(self.amount * _DAYS[self.unit])

    @property
    def weeks(self) -> int:
        """Whole weeks, rounded down: 42 days are 6 weeks, one month is 4."""
        return int(self.amount) if self.unit == "week" else self.days // 7

    @property
    def months(self) -> int:
        """Whole months, rounded: 2 years are 24, 30 days are 1."""
        return (
            round(self.amount * 12)
            if self.unit == "year"
            else round(self.amount)
            if self.unit == "month"
            else round(self.days / 30)
        )

    @property
    def hours(self) -> float:
        """Hours: 120 minutes are 2."""
        return self.amount if self.unit == "hour" else self.amount * _DAYS[self.unit] * 24


def durations(text: str) -> tuple[Duration, ...]:
    """Every length of time in a normalised clause; of a range ("4 to 6 weeks") the lower end."""
    found = []
    for match in _DURATION.finditer(text):
        unit = match["unit"]
        amount = float(match["number"])
        if unit in ("minute", "min"):
            unit, amount = "hour", amount / 60
        if match["wrong"]:
            unit = "day"
        named: Unit = _UNITS.get(unit) or unit  # type: ignore[assignment]  # the pattern admits no other unit
        found.append(Duration(amount, named, match.start(), match.end(), match["sign"] or ""))
    return tuple(found)
