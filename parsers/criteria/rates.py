"""How many sessions a week some words state, in whatever form: "two a week", "every other week", "7 days apart"."""

from __future__ import annotations

from collections.abc import Iterator

from parsers.criteria.vocabulary import BEFORE_A_SPAN, near, one_of
from parsers.language.patterns import compiled

# So many sessions in a month or more are the cap of a course, no rate.
_WEEKS_OF_A_COURSE = 30 / 7
_SESSIONS = (
    r"(?:sessions?|treatments?|doses?|administrations?|infusions?|visits?|times?|(?:dates?|days?) of service"
    r"|(?:treatment|dosing|session|service) (?:days?|dates?))"
)
PER = one_of("/", "per", "an?", "each", "every", "in (?:an?|1|any|each)", "weekly", "during (?:an?|any|each)")
_IN_A_WEEK = (
    # e.g. "2 sessions a week", "3 times weekly"
    compiled(
        rf"(?<![\d.])(?P<n>\d+) (?:(?:esketamine|spravato|dosing|treatment|nasal) )?{_SESSIONS} ?(?:of \d+ mg )?"
        rf"(?:(?:at (?:the )?most|<=|(?:as a|the) maximum) )?{BEFORE_A_SPAN}{PER} ?"
        r"(?:single |given |calendar )?(?:1 )?(?:week)?(?<=week|ekly)\b"
    ),
    # e.g. "no week may hold more than two sessions", "each week has at most two treatments"
    compiled(rf"\bno (?:1 |single |calendar )?week\b[^.;,\d]{{0,30}}> (?P<n>\d+) (?:\w+ )?{_SESSIONS}\b"),
    compiled(rf"\b(?:any|each|every|a|1) (?:1 |calendar )?week\b[^.;,\d]{{0,30}}<= (?P<n>\d+) (?:\w+ )?{_SESSIONS}\b"),
    # e.g. "… in the first month and one a week after that"
    compiled(r"^\W*(?:and )?(?:<= )?(?P<n>\d+) (?:a|per|each|every) week\b"),
    # e.g. "ten infusions, of which no more than five may be given in one week"
    compiled(
        rf"\b{_SESSIONS}\b[^.;\d]{{0,12}}\bof (?:which|these|them|those) (?:<= )?(?P<n>\d+) {BEFORE_A_SPAN}"
        r"(?:per|a|each|every|in (?:an?|1|any|each)|during (?:an?|any|each)) (?:1 |single |calendar )?week\b"
    ),
    # e.g. "up to 8 infusions, at most three of them in any week"
    compiled(
        rf"\b{_SESSIONS}\b[^.;\d]{{0,12}}<= (?P<n>\d+) of (?:these|them|those) {BEFORE_A_SPAN}"
        r"(?:per|a|each|every|in (?:an?|1|any|each)|during (?:an?|any|each)) (?:1 |single |calendar )?week\b"
    ),
    # e.g. "84 mg a day and no more than two days a week"
    compiled(r"(?<![\d.])(?P<n>[1-7]) days (?:per|an?|each|every|in an?|in any|out of (?:an?|any|each)) week\b"),
    # e.g. "two are the most of a week", "6 sessions a course and two the maximum of a week"
    compiled(
        rf"(?<![\d.])(?P<n>\d+) (?:{_SESSIONS} )?(?:(?:is|are|being) )?(?:the )?(?:maximum|most|limit|ceiling) "
        r"(?:of|in|for|per|during) (?:an?|any|each|1) week\b"
    ),
    # e.g. "sessions are limited to 2 per week"
    compiled(rf"\b{_SESSIONS}\b{near(30)}<= (?P<n>\d+) (?:per|a|each|every|in a|in any) week\b"),
    # e.g. "sessions are limited to 84 mg each and to two a week", "at most 84 mg a session, two a week"
    compiled(
        rf"\bmg(?: (?:each|apiece|(?:per|an?|each|every|/) ?{_SESSIONS}),?(?: and| or)?|,? (?:and|nor|or))"
        r"(?: (?:to|at|at most|<=))* "
        r"(?P<n>\d+) (?:per|an?|each|every|in an?|in any) week\b"
    ),
)
_IN_WEEKS_OR_DAYS = compiled(
    rf"(?<![\d.])(?P<n>\d+) {_SESSIONS} (?:per|every|each|in|within)(?: any)? (?P<span>\d+) (?P<unit>week|day)s?\b"
)
# "Each 4 weeks or more in length" is said of trials.
_EVERY_WEEKS = compiled(
    r"\b(?:every|each) (?P<span>\d+) weeks?\b(?! (?:or (?:more|longer)|and|in (?:length|duration)|at|long)\b)"
)
# "Sessions no closer together than 7 days", "at least two weeks apart": how often at most.
_APART = compiled(
    rf"\b{_SESSIONS}\b[^.;\d]{{0,40}}?(?:>= (?P<span>\d+) (?P<unit>week|day)s? (?:apart|between|from one another)"
    r"|\bno (?:closer|nearer)(?: together)? than (?P<near>\d+) (?P<of>week|day)s?)\b"
)
_WEEKLY = compiled(r"(?<!times )(?<!time )(?<!\d )(?<!\d days )\b(?:weekly|each week|every week|per week|a week)\b")
# "Sessions each week:", "How many visits a week? 2": a count is asked for, and stands behind, if anywhere.
_COUNT_ASKED = compiled(
    rf"\b(?<!no )(?:number of (?:\w+ )?|how many (?:\w+ )?)?{_SESSIONS}(?<=s)(?: (?:planned|requested|proposed))? "
    r"(?:weekly|(?:each|every|per|a) week)(?: (?:planned|requested|proposed))? ?[:?_]\W*(?P<n>\d+)?(?!\d)"
)


def rates(words: str) -> Iterator[float]:
    """Sessions a week, in every form in which the words state them."""
    yield from (float(match["n"]) for pattern in _IN_A_WEEK for match in pattern.finditer(words))
    for match in _IN_WEEKS_OR_DAYS.finditer(words):
        weeks = float(match["span"]) / (7 if match["unit"] == "day" else 1)
        if weeks < _WEEKS_OF_A_COURSE:
            yield float(match["n"]) / weeks
    yield from (1 / float(match["span"]) for match in _EVERY_WEEKS.finditer(words))
    for match in _APART.finditer(words):
        weeks = float(match["span"] or match["near"]) / (7 if (match["unit"] or match["of"]) == "day" else 1)
        yield from (1 / weeks for _ in range(weeks >= 1))
    yield from (float(asked["n"]) for asked in _COUNT_ASKED.finditer(words) if asked["n"])
    if _WEEKLY.search(_COUNT_ASKED.sub("", words)):
        yield 1.0
