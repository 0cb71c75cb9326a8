"""How much is supplied in a period, and how long a course may be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.criteria.dosing import LARGEST_DOSE, LIMITS_SUPPLY, PER_PERIOD, SO_OFTEN, recites_the_label
from parsers.criteria.numbers import durations
from parsers.criteria.vocabulary import BEFORE_A_SPAN, one_of
from parsers.criteria.wording import Clause, Finding
from parsers.models import CourseCap, Phase, Quantity
from parsers.patterns import compiled
from parsers.phases import read_stage

MG_PER_DEVICE = 28
_DEVICES_OF_A_KIT = 3

_KIT = ("kit", "pack", "dose pack", "carton", "dose kit")
_BILLED = ("unit", "mg", "milligram")
_SUPPLY = compiled(
    r"(?<![\d.@])(?P<n>\d+(?:\.\d+)?)(?: \(?(?P<of>28|56|84) ?mg\)?)? ?"
    r"(?:nasal |spray |treatment |dose |hcpcs |billing |billable |total )*"
    r"(?P<what>devices?|kits?|dose packs?|packs?|cartons?|sprayers?|inhalers?|units?|mg|milligrams?)\b"
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
    r"(?:/ ?|\bper |\bevery |\beach |\ba |\bin 1 |\bin an? |\b(?:for|in|during|over) the )(week|month|day|year)\b"
    r"|\b(weekly|monthly)\b"
)
_PERIOD_DAYS = {"week": 7, "weekly": 7, "month": 30, "monthly": 30, "day": 1, "year": 365}

_SESSIONS = r"(?:sessions?|treatments?|infusions?|administrations?|doses|visits)"
_RATE = (
    r"(?:/|per|an?|each|every|in (?:an?|1|any)|(?:in|within)(?= \d)) ?"
    r"(?:single |given |calendar )?(?:1 )?(?:week|day|month|\d+ (?:weeks|days))"
)
_NO_RATE = rf"(?! ?{BEFORE_A_SPAN}(?:{_RATE}|weekly\b))"
# "3 devices per session" counts no sessions.
_KIND = (
    r"(?!mg\b|mcg\b|milligrams?\b|(?:unit|device|kit|spray|pack|hour|minute)s?\b"
    r"|(?:per|an?|each|every|in|for)\b)\w+"
)
_CAP_SESSIONS = compiled(
    r"(?:<= |maximum of |limit of |limited to |total of |course of )(?:an? )?(?:total of )?(\d+) "
    rf"(?!(?:days?|weeks?|months?)\b)(?:{_KIND} ){{0,2}}?{_SESSIONS}\b{_NO_RATE}"
)
_CAP_OF_A_COURSE = (
    # e.g. "the number of sessions does not exceed 8", "does not go beyond 10 sessions", "12 infusions in all"
    compiled(rf"\bnumber of (?:\w+ ){{0,2}}?{_SESSIONS}(?: \w+){{0,3}}? <= (\d+)\b{_NO_RATE}"),
    compiled(
        r"\b(?:not (?:\w+ ){0,2}?(?:beyond|past)|(?:ends?|stops?|over|complete) (?:after|with|at)) "
        rf"(\d+) {_SESSIONS}\b{_NO_RATE}"
    ),
    compiled(
        rf"\b(?:total (?:number of )?|number of |maximum (?:number of )?){_SESSIONS} ?: ?(?:<= )?(\d+)\b{_NO_RATE}"
    ),
    compiled(rf"(?<![<>] )(?<![<>]= )\b(\d+) {_SESSIONS}(?:,? (?:in all|in total|altogether))"),
    # e.g. "maximum duration: 5 sessions", "greatest length of treatment is 6 infusions"
    compiled(
        r"\b(?:maximum|maximal|greatest|longest|total) (?:treatment )?(?:duration|length)(?: of (?:the |an? )?"
        rf"(?:treatment|therapy|course|series))? ?(?::|is|-)? ?(?:<= )?(\d+) (?:{_KIND} )?{_SESSIONS}\b{_NO_RATE}"
    ),
    # e.g. "limit: 10 infusions per course"
    compiled(
        rf"(?<![\d.])\b(\d+) (?:{_KIND} )?{_SESSIONS} (?:per|each|in each|for each|in an?|for an?|an?|to an?) "
        r"(?:single |whole )?(?:course|series|cycle)\b"
    ),
    # e.g. "sessions a course: 8", "most sessions in a course: 8", "course limit: 6 infusions"
    compiled(
        rf"\b{_SESSIONS} (?:(?:allowed|approved|covered) )?"
        r"(?:/|per|an?|each|every|in (?:an?|1|any|each|the|one)|of an?) ?"
        rf"(?:\w+ )?(?:course|series|cycle|approval|authori[sz]ation)\b[ :|=,-]*(?:is |are )?(?:<= )?(\d+)\b"
        rf"(?! ?{_RATE})(?! weekly)(?! ?(?:mg|days?|weeks?|months?|hours?)\b)"
    ),
    compiled(
        r"\b(?:course|series|cycle)(?: (?:limits?|cap|ceiling|size|maximum))? ?(?::|=|is|are) ?"
        rf"(?:<= )?(\d+) (?:{_KIND} ){{0,2}}?{_SESSIONS}\b(?! ?{_RATE})(?! (?:over|>|in) \d+ to \d+ )"
    ),
    # e.g. "no more than two infusions in any week and six in any course"
    compiled(r"(?<![\d.])(\d+) (?:in|per|for) (?:an?|any|each|1|the|1 whole) (?:whole )?(?:course|series|cycle)\b"),
    # e.g. "six sessions are the most of a course", "8 infusions make a full course"
    compiled(
        rf"(?<![\d.])(\d+) (?:{_KIND} )?{_SESSIONS} (?:is|are|makes?|forms?|counts? as) (?:(?:the|an?|at) )?"
        r"(?:(?:maximum|most|limit|ceiling|full|whole|complete|total) )?(?:(?:of|in|for|per) )?"
        r"(?:(?:an?|the|each|any) )?(?:whole |full )?(?:course|series|cycle)\b"
    ),
    # e.g. "six infusions are the most that is paid for", "make up the largest course payable"
    compiled(
        rf"\b(\d+) {_SESSIONS} (?:is|are|makes? up|forms?|constitutes?) the (?:most|largest|longest|maximum|fullest)\b"
    ),
    # e.g. "a course may have 10 sessions", "the first approval covers 6 infusions"
    compiled(
        r"\b(?:courses?|series|approvals?|authori[sz]ations?) (?:(?:may|can|must|shall|will) )?"
        r"(?:has|have|holds?|covers?|includes?|consists? of|comprises?|spans?|runs? to"
        r"|(?:is|are|be)(?: (?:given|made|granted))? for) "
        rf"(?:<= )?(\d+) (?:{_KIND} )?{_SESSIONS}\b{_NO_RATE}"
        r"(?! (?:over|>|in) \d+ to \d+ )"  # "six infusions over two to three weeks" tells what is usual
    ),
)
# e.g. "no more than 4 infusions in a year", "infusions, at most 4 a year", "10 infusions within 90 days"
_LONG_SPAN = r"(?:(?:an?|any|1|each|every|the) )?(?:calendar )?(?:year|12 months|lifetime)\b"
_CAP_OF_A_SPAN = (
    compiled(rf"\b(?P<n>\d+) (?:{_KIND} ){{0,2}}?{_SESSIONS} (?:per|in|within|over|during|/|a|each) ?{_LONG_SPAN}"),
    compiled(rf"\b{_SESSIONS},? (?:(?:are|is) )?<= (?P<n>\d+) (?:per|in|within|over|during|an?|each) ?{_LONG_SPAN}"),
    compiled(
        rf"\b(?P<n>\d+) (?:{_KIND} ){{0,2}}?{_SESSIONS} (?:per|in|within|over|during)"
        r" (?P<span>\d+) (?P<unit>day|week|month)s?\b"
    ),
)
_LEAST_SPAN_DAYS = 30
# What was missed, and what "each week" holds at most, are no cap of a course.
_NO_CAP = compiled(r"\bmiss(?:ed|ing)?\b|\b(?:any|each|every|a|1) (?:1 |calendar )?(?:week|day|month)\b[^.;,]{0,30}$")
_CAP_DAYS = compiled(
    r"\b(?:(?:course|therapy|treatment(?![ -](?:resistant|refractory))|use|duration|coverage|total)\b[^.;]{0,50}"
    r"(?:<=|limited to|capped at|at most:?|limited to (?:a|1) (?:single )?course of"
    r"|(?:ends|stops) after|not (?:be )?(?:\w+ )?beyond|not (?:be |last )?>)"
    r"|(?:beyond|past|longer than)) ?(?=\d)"
    r"|\b(?:maximum|longest) (?:(?:length|duration) of (?:the |a )?)?(?:course|treatment|therapy)(?: is|:)? ?(?=\d)"
    r"|\b(?:course|treatment|therapy) (?:is|lasts?|runs?|:)[^.;]{0,12}<= ?(?=\d)"
    r"|\b(?:course|series|treatment|therapy) (?:(?:may|can|must|shall|will|should) ?not|is not to|cannot|never)"
    r" (?:be |last |run |go on |continue |extend )?(?:for )?(?:>|longer than|beyond) ?(?=\d)"
    r"|\blifetime\b"
)
_ANOTHER_LENGTH = compiled(
    one_of(
        r"\bapprov", r"\bstud(?:y|ies)\b", r"\bdata\b", r"\bevidence\b", r"\bauthori[sz]", r"\bgranted",
        r"\bissued", r"\brenew", r"\bstudied\b", r"\bat a time\b", r"\bfail", r"\btrial",
        r"\bmonitor", r"\bpast\b \d",
        r"\bremission", r"\babstin",
        # e.g. "use beyond 4 weeks has not been systematically evaluated"
        r"\bnot (?:yet )?(?:been )?(?:\w+ )?(?:evaluated|established|assessed|tested|investigated)\b",
        # e.g. "treatment is medically necessary for up to 2 months, if …": how long the approval is for.
        r"\bmedically necessary\b[^.;]{0,150} for (?:<= )?\d",
    )
)  # fmt: skip
_NOT_BEYOND = compiled(
    r"\bnot (?:be )?(?:covered|approved|authorized|renewed) (?:beyond|after|past)"
    r"|\b(?:beyond|past)\b[^.;]{0,90}\bnot (?:be )?(?:covered|approved|authorized|renewed)\b"
)
_LEAST_COURSE_DAYS = 7
# "For a course of at most 5 days": that it is the course's is said.
# "No more than one course of 5 days", "limited to a single course of 10 days": so is it there.
_DAYS_OF_A_COURSE = compiled(
    r"(?:\b(?:course|series|cycle)s? (?:of )?<= |(?:<= 1|\b(?:limited to|only) (?:an?|1)|\bsingle) (?:single )?"
    r"(?:course|series|cycle) of )(?=\d+ (?:consecutive )?(?:day|week|month)s?\b)"
)
_OF_A_TRIAL = compiled(r"\bfail|\btrial|\btried\b|\bantidepress")


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
        return _PERIOD_DAYS[bare[1] or bare[2]]
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
    r"(?:(?<![<>])=|\bequals?|(?<!approval )(?<!authorization )(?<!request )(?<!fill )\b(?:contains?|holds?))"
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


def _sessions_of_a_span(words: str) -> int | None:
    """The sessions of a year or of another span too long for a rate a week; None where none are counted."""
    for pattern in _CAP_OF_A_SPAN:
        for match in pattern.finditer(words):
            parts = match.groupdict()
            days = int(parts["span"]) * _PERIOD_DAYS[parts["unit"]] if "span" in parts else _LEAST_SPAN_DAYS
            if days >= _LEAST_SPAN_DAYS:
                return int(match["n"])
    return None


# e.g. "Continuation of therapy: for up to 9 months": how long the approval lasts.
_LABELS_AN_APPROVAL = compiled(r"^\W*(?:continuation|renewal)s?(?: of (?:therapy|treatment))? ?:")


def _sessions_of_a_course(words: str) -> int | None:
    """The most sessions of a course, whatever its span; None where none are counted."""
    found = next(filter(None, (pattern.search(words) for pattern in _CAP_OF_A_COURSE)), None)
    return int(found[1]) if found else None


def _days_of_a_course(words: str) -> Iterator[int]:
    """Days of a course that the words call one; those of a drug that was tried are none."""
    for course in _DAYS_OF_A_COURSE.finditer("" if _OF_A_TRIAL.search(words) else words):
        yield from (length.days for length in durations(words[course.end() :])[:1])


def _course(words: str) -> Iterator[Finding]:
    if (sessions := _CAP_SESSIONS.search(words)) and not _NO_CAP.search(words[: sessions.start()]):
        yield Finding("course_cap", CourseCap(sessions=int(sessions[1])))
        return
    if (number := _sessions_of_a_course(words)) or (number := _sessions_of_a_span(words)) is not None:
        yield Finding("course_cap", CourseCap(sessions=number))
        return
    if told := next(iter(_days_of_a_course(words)), None):
        yield Finding("course_cap", CourseCap(days=told))
        return
    if (_ANOTHER_LENGTH.search(words) or _LABELS_AN_APPROVAL.match(words)) and not _NOT_BEYOND.search(words):
        return
    for cap in _CAP_DAYS.finditer(words):
        lengths = (length for length in durations(words[cap.start() :]) if length.days >= _LEAST_COURSE_DAYS)
        if length := next(lengths, None):
            yield Finding("course_cap", CourseCap(days=length.days))
            return


def read(clause: Clause) -> Iterator[Finding]:
    """Limits of quantity and length of a course; a clause that recites the label sets none."""
    if not recites_the_label(clause):
        yield from _quantity(clause.words, clause.phase)
        yield from _course(clause.words)
