"""How much is supplied in a period, and how long a course may be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.criteria.courses import read_course
from parsers.criteria.dosing import LARGEST_DOSE, LIMITS_SUPPLY, PER_PERIOD, SO_OFTEN, recites_the_label
from parsers.criteria.durations import PERIOD_DAYS, durations
from parsers.criteria.wording import Clause, Finding
from parsers.language.patterns import compiled
from parsers.models import Phase, Quantity
from parsers.phases.phases import read_stage

MG_PER_DEVICE = 28
_DEVICES_OF_A_KIT = 3

_KIT = ("kit", "pack", "dose pack", "carton", "dose kit")
_BILLED = ("unit", "mg", "milligram")
_SUPPLY = compiled(
    # "24 of the 28 mg devices"
    r"(?<![\d.@])(?P<n>\d+(?:\.\d+)?)(?: of (?:the|our|these)(?= (?:28|56|84) ?mg (?:nasal |spray |dose )?[a-z]))?"
    r"(?: \(?(?P<of>28|56|84) ?mg\)?)? ?"
    r"(?:nasal |spray |treatment |dose |hcpcs |billing |billable |total )*"
    r"(?P<what>devices?|kits?|dose packs?|packs?|cartons?|sprayers?|inhalers?"
    # A spray that is counted by the month is the device.
    r"|sprays?(?=(?: \(?(?:of |at )?\(?28 ?mg\)?(?: each)?\)?)?,? ?(?:/|per|every|each|in|for|within|over|an?|"
    r"monthly)\b ?(?:(?:an?|the|any|each|1) )?(?:\d+ )?(?:days?|weeks?|months?|year|$))|units?|mg|milligrams?)\b"
    r"(?: \(?(?:of|containing|x|each|at)? ?\(?(?P<after>28|56|84) ?mg)?"
)
# e.g. "8 kits (16 devices) per 28 days"
_COUNTED = compiled(r" ?\(?(?:=|that is,?|i\.e\.,?)? ?(\d+) (?:devices|sprayers|inhalers)\b")
# e.g. "8 kits (3 devices each) per 28 days", "8 kits of 2 devices"
_HELD = compiled(
    r",? ?\(?(?:each |(?:of|with|containing|holding|contains|holds|has) (?=\d (?:devices|sprayers)\b)){1,2}"
    r"(?:of |with |containing |holding )?(?P<n>[1-3]) (?:devices?|sprayers?)\b"
    r"|,? ?\(?(?P<each>[1-3]) (?:devices?|sprayers?) (?:each|apiece|(?:per|in (?:an?|each|every)|an?|to (?:an?|each)) "
    r"(?:kit|pack|carton))\b"
)
_STRENGTHS = compiled(r" ?\(?(?:28|56|84) ?mg(?:(?:,? or |, ?|/)(?:28|56|84) ?mg)+")
# e.g. "56 mg kit: 8 kits per 28 days", "56 mg kit, 8 kits per 28 days"
_STRENGTH_BEFORE = compiled(r"\b(28|56|84) ?mg (?:dose )?(?:kits?|(?:dose )?packs?) ?(?::[^.;]*|(?:[,|]|-+)[^.;\d]*)$")
_PERIOD = compiled(
    r"(?:/|\bper\b|\bevery\b|\bin\b|\beach\b|\bfor\b|\bwithin\b|\bover\b|\ba\b|\bduring\b)"
    r"(?: an?| the| any| each| every| first| initial| the first| 1\b)* ?"
    r"(?=(?:\d+(?: to \d+)? )?(?:days?|weeks?|months?|years?)\b)"
)
_BARE_PERIOD = compiled(
    r"(?:/ ?|\bper |\bevery |\beach |\ba |\bin 1 |\bin an? |\b(?:for|in|during|over) the (?:first |initial )?)(week"
    r"|month|day|year)\b"
    r"|\b(weekly|monthly)\b"
)


def _devices(words: str, match: re.Match[str]) -> int | None:
    """Devices in a stated supply: kits by their strength (3 devices when none is given), units and mg by 28."""
    number, what = float(match["n"]), match["what"]
    if what.startswith(_KIT):
        if held := _HELD.match(words[match.end() :]):
            return round(number * int(held["n"] or held["each"]))
        if counted := _COUNTED.match(words[match.end() :]):
            return int(counted[1])
        strength = _strength(words, match) or _DEVICES_OF_A_KIT * MG_PER_DEVICE
        return round(number * strength / MG_PER_DEVICE)
    if what.startswith(_BILLED):
        return _billed_devices(number, what)
    return round(number)


def _strength(words: str, match: re.Match[str]) -> int:
    """Milligrams of a kit; of "kits (56 mg or 84 mg)" the most; 0 where none is given."""
    listed = _STRENGTHS.match(words[match.end("what") :])
    named = _STRENGTH_BEFORE.search(words[: match.start()])
    given = [int(number) for number in re.findall(r"\d+", listed[0])] if listed else []
    return max([*given, int(match["of"] or match["after"] or (named[1] if named else 0))])


def _billed_devices(number: float, what: str) -> int | None:
    """Devices in units or milligrams: a unit is 1 mg of esketamine, but fewer units than a device holds are devices."""
    if number >= 2 * MG_PER_DEVICE and number % MG_PER_DEVICE == 0:
        return round(number / MG_PER_DEVICE)
    return round(number) if what.startswith("unit") and 1 < number < MG_PER_DEVICE else None


def _period(words: str, end: int) -> int | None:
    """Days of the period that a supply is stated for: the first named after it, else the clause's only length."""
    rest = words[end : end + 60]
    bare = _BARE_PERIOD.search(rest)
    for start in _PERIOD.finditer(rest):
        length = next((length for length in durations(rest) if start.end() <= length.start <= start.end() + 12), None)
        if length and not (bare and bare.start() <= start.start()):
            return length.days
    if bare:
        return PERIOD_DAYS[bare[1] or bare[2]]
    lengths = [length for length in durations(words) if length.unit != "hour"]
    return lengths[0].days if lengths else None


# e.g. "84 mg (1 kit of three devices) twice weekly"
_OF_A_DOSE = compiled(r"\b\d+ ?mg \($")
# e.g. "84 units (84 mg) per session", "3 devices per dose, twice a week"
_OF_A_SESSION = compiled(
    r"(?:\)| ?\((?:= ?)?\d+ ?mg\))? ?(?:per|an?|each|every|in an?|in each|in any|/) ?(?:single )?"
    r"(?:session|dose|visit|administration|treatment(?! (?:course|period|cycle|phase)))\b"
)


def _is_given_so_often(words: str, match: re.Match[str]) -> bool:
    """Whether it is told how often in a week so much is given; a kit once a week may be what is supplied."""
    often = SO_OFTEN.match(words[match.end() :])
    return often is not None and (often["times"] != "1" or match["what"].startswith(_BILLED))


def _is_one_dose(words: str, match: re.Match[str]) -> bool:
    """Whether milligrams are of a dose rather than of a supply, or a bracket says what a dose is made of."""
    before, a_period = words[: match.start()], PER_PERIOD.match(words[match.end() :])
    if _OF_A_SESSION.match(words[match.end() :]) or _is_given_so_often(words, match):
        return True
    if _OF_A_DOSE.search(before) or not match["what"].startswith(("mg", "milligram")):
        return _OF_A_DOSE.search(before) is not None
    return not a_period or (float(match["n"]) <= LARGEST_DOSE and not LIMITS_SUPPLY.search(before))


# What one unit or kit holds is no supply: "1 unit = 28 mg (one device)".
_EQUALS = compiled(
    r"(?:(?<![<>])(?<!\bql )(?<!limit )(?<!quantity )=|\bequals?|(?<!approval )(?<!authorization )(?<!request "
    r")(?<!fill )\b(?:contains?|holds?))"
    r" (?:\d+ ?mg )?\(?$"
)
_IS_EQUAL = compiled(r" ?(?:=|is equal|equals?|contains?|holds?)")


def _of_another_stage(words: str, places: list[int], place: int, phase: Phase) -> bool:
    """Whether one of several supplies is of the other stage: "8 kits for induction, then 4 kits"."""
    start = words.rfind(",", 0, places[place]) + 1 if place else 0
    end = words.rfind(",", places[place], places[place + 1]) if place + 2 < len(places) else -1
    stage = read_stage(words[start : end if end > 0 else places[place + 1]])
    return stage not in (None, phase)


def _quantity(words: str, phase: Phase) -> Iterator[Finding]:
    matches = list(_SUPPLY.finditer(words))
    places = [*(match.start() for match in matches), len(words)]
    for place, match in enumerate(matches):
        if (
            _is_one_dose(words, match)
            or _EQUALS.search(words[: match.start()])
            or _IS_EQUAL.match(words[match.end() :])
            or _of_another_stage(words, places, place, phase)
        ):
            continue
        devices, days = _devices(words, match), _period(words, match.end())
        if devices and days:
            yield Finding("quantity_limit", Quantity(devices, days))
            return


def read(clause: Clause) -> Iterator[Finding]:
    """Limits of quantity and length of a course; a clause that recites the label sets none."""
    if not recites_the_label(clause):
        yield from _quantity(clause.words, clause.phase)
        yield from read_course(clause.words)
