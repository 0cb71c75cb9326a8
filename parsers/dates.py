"""The one reader of dates: the formats that payers print, nothing guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from parsers.language.patterns import compiled

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
         "sep sept september", "oct october", "nov november", "dec december"), start=1)
    for name in names.split()
}  # fmt: skip
_NAME = r"(?P<{0}>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?P<day{0}>\d{{1,2}})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year{0}>(?:19|20)\d\d)"
_DATE = compiled(
    # Letters that no month opens with are passed over at once, other words after three letters.
    r"(?=[jfmasond\d])(?=\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:"
    rf"{_NAME.format('month_a')}\s+{_DAY.format('_a')}\s*,?\s+{_YEAR.format('_a')}\b"
    rf"|\b{_DAY.format('_b')}[\s-]+(?:of\s+)?{_NAME.format('month_b')},?[\s-]+{_YEAR.format('_b')}\b"
    rf"|{_NAME.format('month_c')},?\s+{_YEAR.format('_c')}\b"
    r"|(?<![\d./-])(?P<year_d>(?:19|20)\d\d)[-/.](?P<month_d>\d{1,2})[-/.](?P<day_d>\d{1,2})(?![\d])"
    r"|(?<![\d./-])(?P<month_e>\d{1,2})(?P<sep>[/.-]|\s?\|\s?)(?P<day_e>\d{1,2})(?P=sep)(?P<year_e>(?:19|20)\d\d|"
    r"\d\d)(?![\d/-]|\.\d)"
    r"|(?<![\d./-])(?P<month_f>\d{1,2})[/-](?P<year_f>(?:19|20)\d\d)(?![\d/-])"
    r"|(?<![\w./-])(?P<year_g>20\d\d)(?P<month_g>\d\d)(?P<day_g>\d\d)(?![\w/-]))",
    re.IGNORECASE,
)
# A year, or digits beside digits: without them nothing is a date. What opens with a digit is found fastest.
_LIKELY = compiled(r"\d(?:(?<=1)9\d\d|(?<=2)0\d\d|[/.|-]\d|\s\|\s\d)")
# What stands before a date in a sentence and belongs to it: "on Thursday, the 1st of …".
_BEFORE = compiled(
    r"(?:(?<![\w-])(?:the|(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?)\s+)+$", re.IGNORECASE
)
_LONGEST_BEFORE = 20
_SHORT = compiled(r"[\s,;&]*(?P<month>\d\d?)[./](?P<year>\d\d)(?![\d/-]|\.\d)")
# "8/26" may be a day of August; as a year it is one that policies have.
_LIKELY_YEARS = range(16, 40)


def find_dates(text: str) -> Iterator[tuple[date, int, int]]:
    """Every date in `text` with its start and end there, its weekday and article among it.

    A month without a day is its first; digits stand in US order.
    """
    return iter(_dates(text))


# Several readers ask it of the same line.
@lru_cache(maxsize=2048)
def _dates(text: str) -> tuple[tuple[date, int, int], ...]:
    found = [(_date(match), match) for match in _DATE.finditer(text)] if _LIKELY.search(text) else []
    return tuple((day, _start(text, match.start()), match.end()) for day, match in found if day)


def _start(text: str, start: int) -> int:
    opening = max(0, start - _LONGEST_BEFORE)
    before = _BEFORE.search(text[opening:start]) if _BEFORE.may_match(text) else None
    return opening + before.start() if before else start


def short_dates(text: str, *, one_digit: bool) -> Iterator[tuple[date, int, int]]:
    """Months with years of two digits that `text` opens with ("05.24, 05.25"), which only a label before makes dates.

    A month of `one_digit` ("5/24") is read only where a day is less likely than a year.
    """
    place = 0
    while found := _SHORT.match(text, place):
        month, year = int(found["month"]), int(found["year"])
        told = len(found["month"]) > 1 or (one_digit and year in _LIKELY_YEARS)
        if not (told and 1 <= month <= 12):
            return
        yield date(2000 + year, month, 1), found.start("month"), found.end()
        place = found.end()


def read_date(text: str) -> date | None:
    """The first date in `text`; None for "TBD", "N/A", a blank and anything else that is no date."""
    return next((found for found, _, _ in find_dates(text)), None)


def _date(found: re.Match[str]) -> date | None:
    kinds = {name.rsplit("_", 1)[0]: value for name, value in found.groupdict().items() if value}
    month = _MONTHS.get(kinds["month"].lower()) or int(kinds["month"])
    year = int(kinds["year"])
    try:
        return date(year if year > 99 else 2000 + year, month, int(kinds.get("day", "1")))
    except ValueError:
        return None
