"""Greatest dose of a session, and how many sessions a week."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from parsers.criteria.courses import caps_an_approval
from parsers.criteria.numbers import whole
from parsers.criteria.rates import PER, rates
from parsers.criteria.vocabulary import ANTIDEPRESSANT_NAMES, near, one_of
from parsers.criteria.wording import Clause, Finding
from parsers.language.patterns import compiled

# The label's greatest session; a larger amount for a week or a month is a total.
LARGEST_DOSE = 84
_MOST_SESSIONS_A_WEEK = 7
_RECITES = compiled(
    one_of(
        r"\blabel(?:ed|ing)? (?:dos|recommend|describ|sessions|schedule|regimen)",
        r"\blabel (?:starts|begins|opens|sets|mentions|gives|says|states|has|calls|names)\b",
        r"\b(?:in|by|from|of) the (?:\w+ )?label\b", r"\bsee the (?:\w+ )?(?:label|insert)\b",
        r"\bprescribing information", r"\bpackage insert",
        r"\binsert (?:describ|recommend|gives|says|states|sets|lists)",
        r"\bfor (?:information|reference|orientation)\b",
        r"\b\d+ devices (?:are|is) used\b",
        r"\bfda[ -](?:approved|recommended|labeled) dos", r"\bnot a coverage statement", r"\baccording to the label",
    )
)  # fmt: skip

# Kits in so many days are what a pharmacy hands out.
_IS_SUPPLIED = compiled(r"\b(?:kits?|cartons?) (?:per|every|in|for|/) ?\d+ days\b")
# A schedule week by week tells how the drug is dosed; a limit says what is approved at most.
_SCHEDULE = compiled(
    one_of(
        r"\bweeks? \d+ (?:to|and|through) \d+",
        r"\b(?:from|until|to|of|through) week \d+",
        r"\bweeks? \d+ (?:and|or) (?:after|later|on)",
        r"\b(?:first|1st|starting|initial)[ -](?:day|dose)\b",
        r"\bday[ -]1\b",
        r"\b(?:is|are) started (?:at|on|with)\b",
        rf"\bmg{near(20)}\bweek(?:ly)? for \d+ weeks\b",
        r"\bweek(?:ly)? for (?:the first )?\d+ weeks,? (?:then|followed)",
        r"\binduction(?: phase)? (?:is|has|means)\b",
        # e.g. "sessions are usually given twice a week"
        r"\b(?:usually|typically|commonly|normally|generally) (?:given|administered|used|taken|started|dosed|held)\b",
        # e.g. "(per label) 56 mg or 84 mg", "weekly or every 2 weeks, according to phase"
        r"\bper (?:the )?(?:fda )?(?:label(?:l?ing)?|insert)\b",
        r"\b(?:according to|depending on) (?:the )?(?:\w+ )?phase\b",
    )
)
_CAPS = compiled(
    one_of(
        "<=?",
        r"\blimit",
        r"\bmax\b",
        r"\bmaxim",
        r"\bceiling",
        # "FDA-approved: on day 1, 56 mg" caps nothing.
        r"(?<!fda[ -])\bapprov",
        r"\bauthori[sz]",
        r"\ballow",
        r"\bexceed",
        r"\bno more\b",
        r"\bcover",
        r"\bat most\b",
        r"\bcapp?(?:ed)?\b",
        r"\b(?:most|largest|greatest|highest)\b",
        r"\bpermitt",
    )
)

_THEN = one_of(
    "or", "and", "to", "-", ",", "then", "(?:may be )?(?:(?:up|down|increased|reduced|lowered|titrated|decreased) to)"
)
_NOT_A_SESSION = (
    # "A 56 mg or 84 mg kit": what packs hold.
    r"(?! ?/? ?(?:(?:kg|(?:dos(?:e|ing) |treatment )?kits?\b(?! (?:per|an?|each|every) (?:single )?(?:session|dose"
    r"|visit|treatment)\b))"
    r"|(?:,|or\b|and\b|-) ?(?:or )?\d+ ?mg (?:dos(?:e|ing) |treatment )?kits?\b))"
    r"(?! (?:nasal|device|per device|each\)|apiece|each device|of esketamine per device))"
)
# What one device holds is its strength.
_OF_A_DEVICE = r"(?<!device of )(?<!devices of )(?<!kit of )(?<!kits of )(?<!\(each )(?<!, each )(?<!\beach of )"
_DOSE = compiled(
    # "Esketamine, nasal spray, 1 mg" is how a code is read.
    rf"(?<![\d.]){_OF_A_DEVICE}(?<!nasal spray, )(\d+(?:\.\d+)?)(?: ?(?:mg,?)?,? ?{_THEN} (\d+(?:\.\d+)?))?"
    rf" ?(?:mg\b|milligrams?\b){_NOT_A_SESSION}"
)
# "84 billable units per dose (1 unit = 1 mg)": where a unit is a milligram, so many units are as many milligrams.
_UNIT_IS_MG = compiled(r"\b1 (?:(?:billable|billing|hcpcs) )?unit(?: is|=| =| equals) ?1 ?mg\b")
_UNITS = compiled(r"(?<![\d.])(?!1 )(\d+) (?:billable|billing|hcpcs)? ?units\b")
# "84 units (84 mg) twice weekly": what is given so often is a dose, whatever it is counted in.
_SO_OFTEN = r"(?P<times>[12]) times? (?:per |a |each |every |in a |in any )?week(?:ly)?\b"
SO_OFTEN = compiled(rf"(?:\)| ?\((?:= ?)?\d+ ?mg\))?,? (?:given )?{_SO_OFTEN}")
# "84 units per session": as many units as a session has milligrams are milligrams.
_UNITS_A_SESSION = compiled(
    r"(?<![\d.])(?P<n>28|56|84) (?:billable |billing |hcpcs )?units (?=(?:per|an?|each|every|in an?|/) ?(?:single )?"
    rf"(?:session|dose|visit|administration)\b|{_SO_OFTEN})"
)
# "A 56 mg session is 56 units" tells how a claim counts, "G2082: up to 56 mg" what the code of a visit stands for.
_COUNTED_IN_UNITS = compiled(
    r"\b\d+ ?mg(?: (?:session|dose|visit|treatment)s?)? (?:is|are|equals?|=|counts as|(?:is|are) billed as|"
    r"takes?|makes?|"
    r"comes to) \d+ (?:\w+ )?units?\b(?:,? and (?:1|a session|a dose|that)(?: of)? \d+ ?mg(?: (?:is|as|makes?|equals?|"
    r"comes to))? \d+(?: (?:\w+ )?units?)?)?|\b1 unit of [\w-]+ (?:is|equals) 1 (?:mg|milligram)\b"
)
# "If the dose changes between 56 mg and 84 mg, …", "84 mg doses are billed as …": of requests and of claims.
_NO_LIMIT = compiled(
    r"\b(?:if|when|where|should|a|any|each|every)\b[^.;:]{0,30}\b(?:chang|switch|mov|adjust|alternat|step)\w* "
    r"(?:\w+ ){0,2}?(?:between|from) \d+ ?(?:mg )?(?:and|to|or) \d+ ?mg\b"
    r"|(?<!> \d\d )\bmg(?: (?:sessions?|doses?|visits?))? (?:is|are) (?:\w+ )?(?:billed|reported|coded|invoiced)\b"
    r"|^\W*(?:bill|report|code) \d+ ?(?:units? )?for\b"
)
_OF_A_VISIT_CODE = compiled(r"\bg208[23]\b")
_DOSED = compiled(
    one_of(
        r"\bdos(?:e|age|ing|es)\b", r"\bsession", r"\btreatment", r"\badminist", r"\btime", r"\bweek", r"\bper day\b",
        r"<=", r"\b(?:maximum|limit|exceed|largest|greatest|highest)", r"\bvisit", r"\bapprov", r"\binfusion",
        r"\b(?:single|1) (?:day|claim|date)\b|\bdate of service\b",
    )
)  # fmt: skip
_OF_A_SUPPLY = compiled(
    r"(?:\d (?:devices?|kits?|packs?|sprays?|units?) ?\(|releases?|unit\w*(?: is|=| equals)?|holds|contains|delivers"
    r"|(?<![<>])=|kits?(?: of)? ?\(?"
    # e.g. "billed in units of 1 mg", "a unit for every 1 mg", "in increments of 28 mg", "S0013, paid per 1 mg"
    r"|\b(?:units?|increments?|multiples|steps) (?:of|for|per|stands for|means)(?: (?:each|every|an?))?"
    r"|\b(?:billed|reported|priced|paid|reimbursed|counted|charged|invoiced) (?:[\w-]+ ){0,2}?(?:per|by|"
    r"for each|for every|"
    r"by each)) ?$"
)
# "Maximum per session: 84 units (84 mg)" is no supply.
_OF_A_SESSION = compiled(
    r"\b(?:per|an?|each|every|of an?|in an?|/) ?(?:single )?(?:session|dose|visit|administration)\b"
)
# "84 units (84 mg) per session" is none either.
_THEN_OF_A_SESSION = compiled(
    r"\) ?(?:per|an?|each|every|in (?:an?|each|any)|/) ?(?:single )?(?:session|dose|visit|administration|treatment)\b"
)
# "QL 84 mg/week" is one.
LIMITS_SUPPLY = compiled(r"\b(?:ql|qty|quantity(?: limits?)?)\b:? (?:is |of |<= )*$")
_FIRST_DOSE_ONLY = compiled(r"\b(?:day 1|starting|initial|first) dose\b[^.;]{0,20}\b56\b(?![^;]*84)")
PER_PERIOD = compiled(
    r"^\)? ?(?:of (?:esketamine|spravato) )?(?:/|per|a|each|every|in (?:1 |any |each )?|weekly|monthly"
    r"|\d+ )? ?(?:1 )?(?:(\d+) )?[- ]?(day|week|month|weekly|monthly)s?\b"
)

_IS_FREQUENCY = compiled(
    one_of(
        r"\bmg\b", r"\bdos(?:e|es|ed|ing|age)\b", r"\bsession", r"\badminist", r"\btreatments?\b", r"\besketamine\b",
        r"\bspravato\b", r"\bfreq(?:uen|\b)", r"\boften\b", r"\binfusion", r"\b(?:device|kit)s?\b",
        r"\b(?:dates?|days?) of service\b", r"\b(?:drug|spray|it) (?:(?:is|will|may|to) )*be (?:given|used|taken)\b",
    )
)  # fmt: skip
# "No more than twice weekly", in a list of criteria: of nothing but the drug.
_ONLY_A_RATE = compiled(
    r"^\W*(?:(?:(?:it|the (?:nasal )?(?:spray|drug|medicine|medication)) (?:is|may be|can be|must be|"
    r"will be) )?(?:given|"
    r"used|taken) )?(?:<=|(?:not?|never) (?:more )?(?:often|oftener|frequently) than) (?:\d times?|1 time)"
    rf" ?{PER} ?(?:single |given |calendar )?(?:1 )?(?:week)?(?<=week|ekly)\W*$"
)
_SOMETHING_ELSE_WEEKLY = compiled(
    r"\bpsychotherap|\bcbt\b|\bect\b|\br?tms\b|\btalk therapy|\bmonitor|\bfail|\bmeasured (?:\w+ ){0,3}?(?:weekly"
    r"|week)\b|\bcounsel|\bcognitive"
)
# Of the drug, whatever else the clause tells ("3 infusions a week, after two failed drugs").
_OF_THE_DRUG_A_WEEK = compiled(
    r"\b\d+ (?:infusions?|(?:esketamine|spravato|ketamine) (?:sessions?|treatments?|doses))"
    r" (?:/|per|an?|each|every|in (?:an?|any)) ?(?:1 )?week\b"
)
_SUPPLY_A_PERIOD = compiled(
    r"\b(?:kits?|packs?|devices?|units?|sprayers?)\)?(?: \([^)]*\))? ?(?:/|per |a |each |every |weekly)(?:week|month)?"
)
# e.g. "up to 84 mg twice weekly, that is 24 devices per 28 days"
_SESSIONS_AND_SUPPLY = compiled(r"\b(?:times?|sessions?) (?:per |a |each |every )?week(?:ly)?\b")
_TOTAL_A_PERIOD = compiled(r"(?<![\d.])(\d+) ?mg(?: ?/ ?| per | a | each | every |, )(?:week|\d+ weeks|month)")


# "Spravato (56 mg dose)" is the name of a pack.
_STRENGTH = r"(?:nasal (?:spray|solution)\W+)?\d+ ?mg(?: dose| kit| dose kit)?"
_IS_A_STRENGTH = compiled(
    r"^\W*(?:(?:products?|drugs?|medications?|brands?|names?|strengths?|forms?)\b[^:|•]{0,20}(?::|•) ?)?"
    rf"(?:spravato|esketamine)\W+{_STRENGTH}(?:\W+(?:(?:and|or)\W+)?(?:(?:spravato|esketamine)\W+)?{_STRENGTH})*\W*$"
)


def recites_the_label(clause: Clause) -> bool:
    """Whether the clause tells the label's dosing, or a schedule that caps nothing, as background; a column's title may
    say that it does ("FDA approved dosing").
    """
    if cites_the_label(clause.title):
        return True
    supplied = _IS_SUPPLIED.search(clause.words)
    scheduled = _SCHEDULE.search(clause.words) and not (supplied or _CAPS.search(f"{clause.topic} {clause.words}"))
    return bool(scheduled) or cites_the_label(clause.words)


@lru_cache(maxsize=1024)
def cites_the_label(words: str) -> bool:
    """Whether the words name the label or the prescribing information as what they tell."""
    return bool(_RECITES.search(words))


def _is_total(words: str, match: re.Match[str]) -> bool:
    return float(match[1]) > LARGEST_DOSE and bool(PER_PERIOD.match(words[match.end() :]))


def _is_of_a_supply(words: str, match: re.Match[str]) -> bool:
    """Whether milligrams tell what is supplied or what a device holds, and not what a session takes."""
    before = words[: match.start()]
    supplied = _OF_A_SUPPLY.search(before)
    if LIMITS_SUPPLY.search(before) and PER_PERIOD.match(words[match.end() :]):
        return True
    of_a_session = _OF_A_SESSION.search(before) or _THEN_OF_A_SESSION.match(words[match.end() :])
    return supplied is not None and not (supplied[0][0].isdigit() and of_a_session)


# "Escitalopram 20 mg for 8 weeks": what was taken of another drug.
_OF_AN_ANTIDEPRESSANT = compiled(
    rf"\b(?:{'|'.join(ANTIDEPRESSANT_NAMES)})\b(?: (?:xl|er|sr|xr))?(?: \([^()]*\))?,? (?:(?:at|of|up to|<=|>=|to) )*"
    r"\d+ ?mg\b"
)


def _dose(said: str) -> Iterator[Finding]:
    said = _OF_AN_ANTIDEPRESSANT.sub(" ", said)
    said = _COUNTED_IN_UNITS.sub(" ", said)
    if _OF_A_VISIT_CODE.search(said) or _NO_LIMIT.search(said):
        return
    said = _UNITS_A_SESSION.sub(r"\g<n> mg ", said)
    words = _UNITS.sub(lambda units: f"{units[1]} mg", said) if _UNIT_IS_MG.search(said) else said
    if not _DOSED.search(words) or _FIRST_DOSE_ONLY.search(words):
        return
    doses = [
        max(float(number) for number in match.groups() if number)
        for match in _DOSE.finditer(words)
        if not _is_total(words, match) and not _is_of_a_supply(words, match)
    ]
    if doses:
        yield Finding("dose_max_mg", whole(max(doses)))


def _frequency(words: str) -> Iterator[Finding]:
    words = _UNITS_A_SESSION.sub(r"\g<n> mg ", words)
    else_weekly = _SOMETHING_ELSE_WEEKLY.search(words) and not _OF_THE_DRUG_A_WEEK.search(words)
    if not (_IS_FREQUENCY.search(words) or _ONLY_A_RATE.match(words)) or else_weekly or caps_an_approval(words):
        return
    if _SUPPLY_A_PERIOD.search(words) and not _SESSIONS_AND_SUPPLY.search(words):
        return
    if any(float(total[1]) > LARGEST_DOSE for total in _TOTAL_A_PERIOD.finditer(words)):
        return
    told = [rate for rate in rates(words) if 0 < rate <= _MOST_SESSIONS_A_WEEK]
    if told:
        yield Finding("frequency_max_per_week", whole(round(max(told), 4)))


def read(clause: Clause) -> Iterator[Finding]:
    """Limits of dose and frequency; a clause that recites the label sets none."""
    if not recites_the_label(clause) and not _IS_A_STRENGTH.match(clause.words):
        yield from _dose(clause.words)
        yield from _frequency(clause.words)
