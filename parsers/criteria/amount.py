"""Limits: dose of a session, sessions a week, devices in a period, length of a course."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.criteria.numbers import durations, whole
from parsers.criteria.wording import Clause, Finding
from parsers.models import CourseCap, Quantity

MG_PER_DEVICE = 28
# The label's greatest session; a larger amount for a week or a month is a total.
_LARGEST_DOSE = 84
_MOST_SESSIONS_A_WEEK = 7
_RECITES = re.compile(
    r"\b(?:label(?:ed|ing)? (?:dos|recommend|describ)|prescribing information|package insert|fda[ -](?:approved"
    r"|recommended|labeled) dos|not a coverage statement|according to the label)"
)
# What one device holds is its strength, no dose of a session.
_DOSE = re.compile(
    r"(?<![\d.])(?<!device of )(?<!devices of )(?<!kit of )(?<!kits of )"
    r"(\d+(?:\.\d+)?)(?: ?(?:mg,?)?,? ?(?:or|and|to|-|,|then|(?:may be )?(?:(?:up|down|increased"
    r"|reduced|lowered|titrated|decreased) to)) (\d+(?:\.\d+)?))? ?(?:mg\b|milligrams?\b)(?! ?/? ?(?:kg"
    r"|kits?\b))(?! (?:nasal|device|per device|each device|of esketamine per device))"
)
_DOSED = re.compile(
    r"\bdos(?:e|age|ing|es)\b|\bsession|\btreatment|\badminist|\btime|\bweek|\bper day\b|\b(?:<=|maximum|limit"
    r"|exceed)|\bapprov"
)
_PER_PERIOD = re.compile(
    r"^\)? ?(?:of (?:esketamine|spravato) )?(?:/|per|a|each|every|in (?:1 |any |each )?|weekly|monthly"
    r"|\d+ )? ?(?:1 )?(?:(\d+) )?(day|week|month|weekly|monthly)s?\b"
)
_SESSIONS = r"(?:sessions?|treatments?|doses?|administrations?|infusions?|visits?|times?)"
_IN_A_WEEK = re.compile(
    rf"(?<![\d.])(?P<n>\d+) (?:(?:esketamine|spravato|dosing|treatment|nasal) )?{_SESSIONS} ?(?:of \d+ mg )?"
    r"(?:/|per|an?|each|every|in (?:an?|1|any|each)|weekly|during (?:an?|any|each)) ?"
    r"(?:single |given |calendar )?(?:1 )?(?:week)?(?<=week|ekly)\b"
)
_IN_WEEKS_OR_DAYS = re.compile(
    rf"(?<![\d.])(?P<n>\d+) {_SESSIONS} (?:per|every|each|in) (?P<span>\d+) (?P<unit>week|day)s?\b"
)
_EVERY_WEEKS = re.compile(r"\bevery (?P<span>\d+) weeks?\b")
_WEEKLY = re.compile(r"(?<!times )(?<!time )\b(?:weekly|each week|every week|per week|a week)\b")
_IS_FREQUENCY = re.compile(
    r"\bmg\b|\bdos(?:e|es|ing|age)\b|\bsession|\badminist|\btreatments?\b|\besketamine\b|\bspravato\b|\bfrequen"
    r"|\binfusion|\bdevices?\b"
)
_SUPPLY = re.compile(
    r"(?<![\d.@])(?P<n>\d+(?:\.\d+)?)(?: \(?(?P<of>28|56|84) ?mg\)?)? ?(?:nasal |spray |treatment |dose |hcpcs "
    r"|billing |billable |total )*(?P<what>devices?|kits?|dose packs?|packs?|cartons?|sprayers?|inhalers?"
    r"|units?|mg|milligrams?)\b"
    r"(?: \(?(?:of|containing|x|each|at)? ?\(?(?P<after>28|56|84) ?mg)?"
)
_PERIOD = re.compile(
    r"(?:/|\bper\b|\bevery\b|\bin\b|\beach\b|\bfor\b|\bwithin\b|\bover\b|\ba\b|\bduring\b)(?: an?| the| any"
    r"| each| every| first| initial| the first| 1)* ?(?=(?:\d+(?: to \d+)? )?(?:days?|weeks?|months?|years?)\b)"
)
_BARE_PERIOD = re.compile(
    r"(?:/ ?|\bper |\bevery |\beach |\ba |\bin 1 |\bin an? )(week|month|day|year)\b|\b(weekly|monthly)\b"
)
_PERIOD_DAYS = {"week": 7, "weekly": 7, "month": 30, "monthly": 30, "day": 1, "year": 365}
_CAP_SESSIONS = re.compile(
    r"(?:<= |maximum of |limit of |limited to |total of )(?:an? )?(?:total of )?(\d+) (?:(?!mg\b|mcg\b"
    r"|milligrams?\b)\w+ ){0,2}?(?:sessions?|treatments?|infusions?|administrations?|doses"
    r"|visits)\b(?! ?(?:/|per|an?|each|every|in (?:an?|1|any)) ?(?:single |given )?(?:1 )?(?:week|day|month"
    r"|\d+ (?:weeks|days)))(?! weekly)"
)
_CAP_DAYS = re.compile(
    r"\b(?:(?:course|therapy|treatment|use|duration|coverage|total)\b[^.;]{0,50}(?:<=|limited to"
    r"|not (?:be )?(?:\w+ )?beyond)|(?:beyond|past|longer than|> )) ?(?=\d)|\blifetime\b"
)


def _is_dosing(clause: Clause) -> bool:
    return not _RECITES.search(clause.words)


def _dose(clause: Clause) -> Iterator[Finding]:
    words = clause.words
    if not _DOSED.search(words):
        return
    doses = [
        max(float(number) for number in match.groups() if number)
        for match in _DOSE.finditer(words)
        if not (float(match[1]) > _LARGEST_DOSE and _PER_PERIOD.match(words[match.end() :]))
        and not re.search(
            r"(?:unit\w*(?: is|=| equals)?|holds|contains|delivers|(?<![<>])=|kits?(?: of)? ?\(?) ?$",
            words[: match.start()],
        )
    ]
    if doses and not re.search(r"\b(?:day 1|starting|initial|first) dose\b[^.;]{0,20}\b56\b(?![^;]*84)", words):
        yield Finding("dose_max_mg", whole(max(doses)))


def _rates(words: str) -> Iterator[float]:
    """Sessions a week, in every form in which the words state them."""
    yield from (float(match["n"]) for match in _IN_A_WEEK.finditer(words))
    for match in _IN_WEEKS_OR_DAYS.finditer(words):
        weeks = float(match["span"]) / (7 if match["unit"] == "day" else 1)
        yield float(match["n"]) / weeks
    yield from (1 / float(match["span"]) for match in _EVERY_WEEKS.finditer(words))
    if _WEEKLY.search(words):
        yield 1.0


def _frequency(clause: Clause) -> Iterator[Finding]:
    words = clause.words
    if not _IS_FREQUENCY.search(words) or re.search(r"\bpsychotherap|\bmonitor|\bfail|\bmeasured\b", words):
        return
    if re.search(
        r"\b(?:kits?|packs?|devices?|units?)\)?(?: \([^)]*\))? ?(?:/|per |a |each |every )(?:week|month)", words
    ):
        return
    totals = any(
        float(total[1]) > _LARGEST_DOSE
        for total in re.finditer(
            r"(?<![\d.])(\d+) ?mg(?: ?/ ?| per | a | each | every |, )(?:week|\d+ weeks|month)", words
        )
    )
    if totals:
        return
    rates = [rate for rate in _rates(words) if 0 < rate <= _MOST_SESSIONS_A_WEEK]
    if rates:
        yield Finding("frequency_max_per_week", whole(round(max(rates), 4)))


def _devices(match: re.Match[str]) -> int | None:
    """Devices in a stated supply: kits by their strength (3 devices when none is given), units and mg by 28."""
    number, what = float(match["n"]), match["what"]
    strength = int(match["of"] or match["after"] or 0)
    if what.startswith(("kit", "pack", "dose pack", "carton")):
        return round(number * (strength or 3 * MG_PER_DEVICE) / MG_PER_DEVICE)
    if what.startswith(("unit", "mg", "milligram")):
        return round(number / MG_PER_DEVICE) if number >= 2 * MG_PER_DEVICE and number % MG_PER_DEVICE == 0 else None
    return round(number)


def _period(words: str, end: int) -> int | None:
    """Days of the period that a supply is stated for: named after it, else the clause's only length of time."""
    rest = words[end : end + 60]
    for start in _PERIOD.finditer(rest):
        length = next((length for length in durations(rest) if start.end() <= length.start <= start.end() + 12), None)
        if length:
            return length.days
    bare = _BARE_PERIOD.search(rest)
    if bare:
        return _PERIOD_DAYS[bare[1] or bare[2]]
    lengths = [length for length in durations(words) if length.unit != "hour"]
    return lengths[0].days if lengths else None


def _quantity(clause: Clause) -> Iterator[Finding]:
    words = clause.words
    for match in _SUPPLY.finditer(words):
        if match["what"].startswith(("mg", "milligram")) and float(match["n"]) <= _LARGEST_DOSE:
            continue
        if match["what"] in ("mg", "milligram", "milligrams") and not _PER_PERIOD.match(words[match.end() :]):
            continue
        devices, days = _devices(match), _period(words, match.end())
        if devices and days:
            yield Finding("quantity_limit", Quantity(devices, days))
            return


def _course(clause: Clause) -> Iterator[Finding]:
    words = clause.words
    sessions = _CAP_SESSIONS.search(words)
    if sessions:
        yield Finding("course_cap", CourseCap(sessions=int(sessions[1])))
        return
    if re.search(
        r"\bapprov|\bauthori[sz]|\brenew|\bstudied\b|\bfail|\btrial|\bmonitor|\bpast\b \d", words
    ) and not re.search(r"\bnot (?:be )?(?:covered|approved|authorized|renewed) (?:beyond|after|past)", words):
        return
    for cap in _CAP_DAYS.finditer(words):
        length = next((length for length in durations(words[cap.start() :]) if length.days >= 7), None)
        if length:
            yield Finding("course_cap", CourseCap(days=length.days))
            return


def read(clause: Clause) -> Iterator[Finding]:
    """Limits a clause sets; a clause that recites the label sets none."""
    if _is_dosing(clause):
        yield from _dose(clause)
        yield from _frequency(clause)
        yield from _quantity(clause)
        yield from _course(clause)
