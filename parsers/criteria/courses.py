"""How long a course of the drug may take, in days or sessions, whatever one approval is for."""

from __future__ import annotations

from collections.abc import Iterator

from parsers.criteria.durations import PERIOD_DAYS, durations
from parsers.criteria.vocabulary import BEFORE_A_SPAN, one_of
from parsers.criteria.wording import Finding
from parsers.language.any_of import Choice
from parsers.language.patterns import compiled
from parsers.models import CourseCap

_SESSIONS = r"(?:sessions?|treatments?|infusions?|administrations?|doses|visits)"
_RATE = (
    r"(?:/|per|an?|each|every|in (?:an?|1|any)|(?:in|within)(?= \d)) ?"
    r"(?:single |given |calendar )?(?:1 )?(?:week|day|month|\d+ (?:weeks|days))"
)
# "2 treatment sessions per week": what the rate is of are the sessions.
_NO_RATE = rf"(?! {_SESSIONS}\b)(?! ?{BEFORE_A_SPAN}(?:{_RATE}|weekly\b))"
# "3 devices per session" counts no sessions.
_KIND = (
    r"(?!mg\b|mcg\b|milligrams?\b|(?:unit|device|kit|spray|pack|hour|minute|day|week|month|year)s?\b"
    r"|(?:per|an?|each|every|in|for)\b)\w+"
)
_CAP_SESSIONS = compiled(
    r"(?:<= |maximum of |limit of |limited to |total of |course of )(?:an? )?(?:total of )?(\d+) "
    rf"(?!(?:days?|weeks?|months?)\b)(?:{_KIND} ){{0,2}}?{_SESSIONS}\b{_NO_RATE}"
)
_CAP_OF_A_COURSE = Choice(
    (
        # e.g. "the number of sessions does not exceed 8", "does not go beyond 10 sessions", "12 infusions in all"
        compiled(rf"\bnumber of (?:\w+ ){{0,2}}?{_SESSIONS}(?: \w+){{0,3}}? <= (\d+)\b{_NO_RATE}"),
        compiled(
            r"\b(?:not (?:\w+ ){0,2}?(?:beyond|past)|(?:ends?|stops?|over|complete) (?:after|with|at)) "
            rf"(\d+) {_SESSIONS}\b{_NO_RATE}"
        ),
        compiled(
            rf"\b(?:total (?:number of )?|number of |maximum (?:number of )?){_SESSIONS} ?: ?(?:<= )?(\d+)\b{_NO_RATE}"
        ),
        # e.g. "session limit: 8 per course", "sessions: no more than 10 per series", "limit on infusions: 6"
        compiled(
            rf"(?:\b(?:sessions?|infusions?|treatments?|administrations?|doses) (?:limits?|caps?|ceiling|maximum|"
            rf"number|count|allowed|approved|covered|permitted)|\b(?:sessions|infusions)|\b(?:limits?|caps?) (?:on|of|"
            rf"for) (?:\w+ )?{_SESSIONS}) ?: ?(?:<= )?(\d+)\b{_NO_RATE}(?=\W*$|[.;,]| (?:{_SESSIONS}|in all|in total|"
            r"altogether|(?:per|an?|each|every|in|for|to) (?:an? |each |1 )?(?:whole |full )?(?:course|series|"
            r"cycle|approval|authori[sz]ation))\b)"
        ),
        # e.g. an item "4 infusions", "maximum: 6 infusions"
        compiled(r"^\W*(?:(?:maximum|most|limit|course)\W+)?(?:<= )?(\d+) (?:sessions|infusions)\W*$"),
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
            rf"\b(\d+) {_SESSIONS} (?:is|are|makes? up|forms?|constitutes?) the "
            r"(?:most|largest|longest|maximum|fullest)\b"
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
)
# e.g. "the initial authorization is limited to 8 sessions within 4 weeks": all that the one approval holds, no rate
_CAP_OF_AN_APPROVAL = compiled(
    r"\b(?:initial|first) (?:\w+ )?(?:approvals?|authori[sz]ations?|courses?)\b"
    r"(?: (?:(?:may|can|must|shall|will|is|are|be|not|has|have|an?|the|maximum|total|of|for|limited to|covers?|allows?"
    r"|includes?|comprises?|consists? of|permits?)\b ?)*|\W{1,3})"
    r"(?:maximum of |limit of |limited to |total of |for )?(?:<= )?"
    rf"(\d+) (?:{_KIND} ){{0,2}}?{_SESSIONS} (?:in|within|over|during) (?:the )?(?:first )?\d+ "
    r"(?:weeks?|days?|months?)\b"
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
    r"(?:<=|limited to|capped at|at most:?|(?:kept|stays?|stay|is|be|remains?|falls?|lies?) within"
    r"|(?:limited|confined|restricted|held|kept) to an? (?:grand )?total of"
    r"|not (?:to )?(?:go|run|extend) (?:past|beyond)"
    r"|(?:ends?|stops?|ceases?) after an? (?:grand )?total of|limited to (?:a|1) (?:single )?course of"
    r"|(?:ends|stops) after|not (?:be )?(?:\w+ )?beyond|not (?:be |last )?>)"
    r"|(?:beyond|past|longer than)) ?(?=\d)"
    r"|\b(?:treatment|therapy) (?:for|in|of) (?:(?!\b(?:fail|trial|antidep)\w*)[^.;:,]){3,90}? (?:ends|"
    r"stops) after ?(?=\d)"
    r"|\b(?:maximum|longest) (?:(?:length|duration) of (?:the |a )?)?(?:course|treatment|therapy)(?: is|:)? ?(?=\d)"
    r"|\b(?:course|treatment|therapy) (?:is|lasts?|runs?|:)[^.;]{0,12}<= ?(?=\d)"
    r"|\b(?:course|series|treatment|therapy) (?:(?:may|can|must|shall|will|should) ?not|is not to|cannot|never)"
    r" (?:be |last |run |go on |continue |extend )?(?:for )?(?:>|longer than|beyond) ?(?=\d)"
    r"|\blifetime\b"
    # e.g. "renewals stop once treatment has lasted 12 months"
    r"|\b(?:renewals?|treatment|therapy|coverage) (?:stops?|ends?|ceases?) (?:once|when|after) (?:the )?(?:treatment|"
    r"therapy|course|use) (?:has |have )?(?:lasted|run|reached|gone on(?: for)?) ?(?=\d)"
)
# e.g. "renewals stop once treatment has lasted 12 months": the length is of the course.
ENDS_RENEWALS = compiled(r"\brenewals? (?:stops?|ends?|ceases?) (?:once|when|after)\b")
_ANOTHER_LENGTH = compiled(
    one_of(
        r"\bapprov", r"\bstud(?:y|ies)\b", r"\bdata\b", r"\bevidence\b", r"\bauthori[sz]", r"\bgranted",
        r"\bissued", r"\brenew", r"\bstudied\b", r"\bat a time\b", r"\bfail", r"\btrial",
        r"\bmonitor", r"\bpast\b \d",
        r"\bremission", r"\babstin",
        # e.g. "a request that goes beyond 28 days has to meet the criteria for resistant depression"
        r"\brequests? (?:(?:that|which) (?:goes|go|runs?|lasts?) )?(?:beyond|past|longer than)\b[^.;]{0,40}"
        r"\b(?:meets?|satisf(?:y|ies)|fulfill?s?|reviewed|judged|handled)\b",
        # e.g. "treatment may go on beyond 12 weeks when the score has improved", "use past 3 months is covered if …"
        r"\b(?:may|can|will) (?:be )?(?:\w+ ){1,3}?(?:beyond|past|longer than) \d+ [a-z]+ "
        r"(?:only )?(?:if|when|where|while|once|provided)\b",
        r"\b(?:beyond|past|longer than) \d+ [a-z]+ (?:is|are|may be|can be|will be) "
        r"(?:medically necessary|covered|approved|allowed|authorized) "
        r"(?:only )?(?:if|when|where|while|once|provided)\b",
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
# "One session every two weeks" tells how often, "84 mg per 2 weeks" how much.
_OF_A_RATE = compiled(rf"(?:\b(?:every|each|per|any)|/|\b\d+ {_SESSIONS} (?:in|within|over)) ?$")
# "12 months in all", "one year, counting all renewals", "3 months in the member's lifetime": of no single approval.
_LIFETIME = r"(?:in|of|during|per|over|for) (?:an?|any|1|the|each|every|his or her|their) (?:[\w'’-]+ )?lifetime"
_TOTAL_BEHIND = compiled(
    r"\)?,? \(?(?:in all|in total|altogether|overall|all told"
    rf"|(?:of (?:treatment|therapy|use|coverage) )?(?:in total|in all|altogether|overall|{_LIFETIME})"
    r"|(?:counting|including|inclusive of|with)(?: all| any| the| its)? (?:renewals|re-?authori[sz]ations|extensions)"
    r"|(?:all |any )?(?:renewals|re-?authori[sz]ations|extensions) included)\b"
)
_TOTAL_BEFORE = compiled(
    r"\b(?:(?:combined|cumulative|total|overall) (?:[\w-]+ ){0,2}?(?:length|duration|time|use|treatment|therapy|"
    r"course)\b|(?:approvals|authori[sz]ations)(?: and (?:renewals|extensions))? (?:added |taken |put )?together\b"
    r"|first approval and (?:all )?renewals (?:taken |added )?together\b|lifetime (?:limit|maximum|cap)\b)"
    r"[^.;]{0,60}$"
)
# "The initial authorization is 6 months in total" is that one's.
_OF_ONE_APPROVAL = compiled(
    r"\b(?:initial|first|each|every|per|renewal|continued|further|next)\b[^.;]{0,30}\b(?:approv|authori[sz])\w*"
    r"(?! and\b)|\b(?:trial|fail|antidepress|remission|remitted|abstin|sober|episode|symptom)"
)
# "For a course of at most 5 days": that it is the course's is said.
# "No more than one course of 5 days", "limited to a single course of 10 days": so is it there.
_DAYS_OF_A_COURSE = compiled(
    r"(?:\b(?:course|series|cycle)s? (?:of )?<= |(?:<= 1|\b(?:limited to|only) (?:an?|1)|\bsingle) (?:single )?"
    r"(?:course|series|cycle) of |\b(?:1|an?|single|<= 1) (?:single |hospital |inpatient )?(?:stay|admission) of <= )"
    r"(?=\d+ (?:consecutive )?(?:day|week|month)s?\b)"
)
_OF_A_TRIAL = compiled(r"\bfail|\btrial|\btried\b|\bantidepress")


def _sessions_of_a_span(words: str) -> int | None:
    """The sessions of a year or of another span too long for a rate a week; None where none are counted."""
    for pattern in _CAP_OF_A_SPAN:
        for match in pattern.finditer(words):
            parts = match.groupdict()
            days = int(parts["span"]) * PERIOD_DAYS[parts["unit"]] if "span" in parts else _LEAST_SPAN_DAYS
            if days >= _LEAST_SPAN_DAYS:
                return int(match["n"])
    return None


# e.g. "Continuation of therapy: for up to 9 months": how long the approval lasts.
_LABELS_AN_APPROVAL = compiled(
    r"^\W*(?:(?:continuation|renewal)s?(?: of (?:therapy|treatment))?"
    # "Continuation of therapy will be for no more than 12 months", "initial coverage is for 180 days"
    r"|(?:initial|continued|further|first) (?:therapy|treatment|coverage|use))"
    r"(?: ?:| (?:will be|shall be|may be|is|are) for )"
)


def _sessions_of_a_course(words: str) -> int | None:
    """The most sessions of a course, whatever its span; None where none are counted."""
    found = next(_CAP_OF_A_COURSE.matches_in(words), None)
    return int(found[1]) if found else None


def _days_of_a_course(words: str) -> Iterator[int]:
    """Days of a course that the words call one; those of a drug that was tried are none."""
    for course in _DAYS_OF_A_COURSE.finditer("" if _OF_A_TRIAL.search(words) else words):
        yield from (length.days for length in durations(words[course.end() :])[:1])


def total_of_a_course(words: str) -> int | None:
    """The days of all approvals together that the words name ("6 months in all, renewals included"); None without."""
    if _OF_ONE_APPROVAL.search(words):
        return None
    for length in durations(words):
        if length.days < _LEAST_COURSE_DAYS or _OF_A_RATE.search(words[: length.start]):
            continue
        if _TOTAL_BEHIND.match(words[length.end :]) or _TOTAL_BEFORE.search(words[: length.start]):
            return length.days
    return None


def caps_an_approval(words: str) -> bool:
    """Whether so many sessions in so many weeks are all that a first approval holds."""
    return bool(_CAP_OF_AN_APPROVAL.search(words))


def read_course(words: str) -> Iterator[Finding]:
    """The most days or sessions of a course that a clause states, in the words that criteria are read in."""
    if approval := _CAP_OF_AN_APPROVAL.search(words):
        yield Finding("course_cap", CourseCap(sessions=int(approval[1])))
        return
    if (sessions := _CAP_SESSIONS.search(words)) and not _NO_CAP.search(words[: sessions.start()]):
        yield Finding("course_cap", CourseCap(sessions=int(sessions[1])))
        return
    if (number := _sessions_of_a_course(words)) or (number := _sessions_of_a_span(words)) is not None:
        yield Finding("course_cap", CourseCap(sessions=number))
        return
    if told := total_of_a_course(words) or next(iter(_days_of_a_course(words)), None):
        yield Finding("course_cap", CourseCap(days=told))
        return
    if _is_of_an_approval(words) and not _NOT_BEYOND.search(words):
        return
    for cap in _CAP_DAYS.finditer(words):
        # What is so long before its limit is no cap: "coverage in the first 4 weeks is limited to 23 devices per …".
        rest = words[cap.end() :]
        lengths = (length for length in durations(rest) if length.days >= _LEAST_COURSE_DAYS)
        if (length := next(lengths, None)) and not _OF_A_RATE.search(rest[: length.start]):
            yield Finding("course_cap", CourseCap(days=length.days))
            return


def _is_of_an_approval(words: str) -> bool:
    """Whether a length is told of an approval, a study or a symptom, and of no course."""
    return bool(_ANOTHER_LENGTH.search(ENDS_RENEWALS.sub("", words)) or _LABELS_AN_APPROVAL.match(words))
