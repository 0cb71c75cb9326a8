"""The dates of a policy behind their labels: "Effective Date: 07/01/2031", "April 1, 2031 (effective date)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from parsers.dates import find_dates, short_dates
from parsers.language.patterns import compiled
from parsers.masthead.fact_labels import LABEL, LABELS, NO_DATE, FactKind
from parsers.masthead.fact_lines import LONGEST_FACT_LINE

_BRACKETED = compiled(r"\s*\(([A-Za-z ]{6,30})\)")
# "04/01/2031 - Effective date": a line of a date and what it is; "Reviewed" alone is an entry of a log.
_BEHIND = compiled(
    r"(?:\s*[|:,–—-]\s*|\s+)(?P<label>(?=[a-z ]*\b(?:dates?|last|latest|recent|next|effective)\b)[a-z ]{6,30}?)"
    r"(?=\s*(?:[;|.]\s|\.?$))",
    re.IGNORECASE,
)
_OPENS_FACT = compiled(r"(?:^|[;|.]\s)\W*$")
# A list of the reviews of many years is the longest value of a label.
_LONGEST_VALUE, _LONGEST_PACKED = 300, 600
_FEWEST_PACKED = 3
_LONGEST_DATE = 30
_DIGIT = compiled(r"\d")
_BLANK = compiled(r"\b(?:tbd|t\.b\.d|n/?a|not|none|pending|to be)\b|_", re.IGNORECASE)
# Where a fact may open inside a line.
_APART = compiled(r"[|:;,.()\]\d·•/–—-]\s*$|\s{2,}$")
_LABEL_OPENS = compiled(r"\. (?=[A-Z][^.:]{3,50}:)")
# What may stand between a label and its date: "for services performed on or after".
_LEAD = compiled(
    r"(?:(?:for|all|claims?|services?|requests?|dates?|of|service|performed|rendered|provided|received|with|and)\s+){1,7}"
    r"(?:(?:on\s+(?:or|and)\s+after|from|beginning|starting|on)\s+)",
    re.IGNORECASE,
)
# "Superseded by RX-2, effective 1/1/2031", "Supersedes the policy effective 1/1/2030": the date of another paper.
OF_ANOTHER = compiled(
    r"\b(?:superseded|replaced|retired|archived)\s+(?:by|with)\b[^|;:]*$|"
    r"\b(?:supersed|replac)\w+:?\s+(?:[\w.-]+\s+){0,4}$|\b(?:related|other|former|prior|previous)\s+"
    r"(?:medical\s+|pharmacy\s+|clinical\s+)?(?:polic(?:y|ies)|versions?|guidelines?)\b[^|;]*$",
    re.IGNORECASE,
)
# Kinds of which a month without a day is usual: of a review, but not of what begins on a day.
_MONTHLY = ("last_reviewed", "approved", "next_review", "origin", "revised")
_GOES_ON = compiled(r"\s*(?:through|thru|to|until|till|and\s+after)\b", re.IGNORECASE)

_NEXT_REVIEW = compiled(r"[ ,;&]*(?:\(?(?:P&T|[A-Z]{2,6})\)?)?[ ,;&]*(?:and)?[ ,;&]*")

_RUN_ON = compiled(r"(?P<month>[01]\d)(?P<day>[0-3]\d)(?P<year>[1-3]\d)(?!\w|[/-]\d)")

# "** Effective 5/1/31" is the date of what bears the sign, and not of the document.
_OF_A_NOTE = ("*", "†", "‡")

# A sentence of a longer text that only tells the paper from others: "Spray form no. 88, revised 04/2031; effective …".
_IMPRINT = compiled(
    r"(?:^|(?<=[a-z\d)]\. ))(?:(?:[A-Z][\w&'’-]*,? ){0,5}?"
    r"(?:[Ff]orm|[Pp]olicy|[Dd]ocument|[Gg]uideline|[Vv]ersion|[Cc]riteria)(?: (?:no\.?|number|#))?"
    r"(?: ?[A-Z\d][\w.-]*)?[,;]? \(?(?i:rev|eff|issued|in (?:effect|force))[^;]{0,60}(?:; ?[^;.]{3,60})?"
    # "Effective 4/15/2031." and no more.
    r"|(?:Effective|In effect|In force)\W[^.;]{6,24})(?=\.(?: [A-Z]|\W*$))"
)

# "… Effective January 5, 2031 Replaces the guideline effective January 8, 2029": the paper before, last in a line.
_FORMER_PAPER = compiled(
    r"(?<=\d)[\s.;|,·–—-]*\s(?:Replaces|Supersedes)\b:? [^|;:]{0,60}\beffective\b[^|;:]{0,40}$",
    re.IGNORECASE,
)
# "Approval criteria, guide effective January 1, 2031, adopted by rule 12": a paper that is in force from a day.
_PAPER_IN_FORCE = compiled(
    r"(?:^|, )(?:(?:this|the|criteria|approval|drug|provider) ){0,3}(?:guide|manual|handbook|edition|guideline|"
    r"version) effective (?=[A-Z][a-z]+\.? \d{1,2}, \d{4}|\d{1,2}/\d{1,2}/\d{2,4})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Stated:
    """A date that a policy states of itself; None when it says that there is none."""

    kind: FactKind
    on: date | None


def labelled_dates(line: str) -> Iterator[Stated]:
    """The dates that a line labels, in order; those with their label behind them last."""
    line = _PAPER_IN_FORCE.sub(" | Effective: ", _FORMER_PAPER.sub("", line))
    opening = line[:_LONGEST_PACKED]
    if (_DIGIT.search(opening) or _BLANK.search(opening)) and not line.startswith(_OF_A_NOTE):
        yield from _after_labels(line)
        for imprint in _IMPRINT.finditer(line) if len(line) > LONGEST_FACT_LINE else ():
            yield from _after_labels(imprint[0])
        yield from _before_labels(line[:LONGEST_FACT_LINE])


def kind_of(found: re.Match[str]) -> FactKind:
    """Which fact a label that was found is of."""
    return next(kind for kind in LABELS if found[kind])


def _after_labels(line: str) -> Iterator[Stated]:
    for found in _labels(
        line[:_LONGEST_PACKED], is_prose=len(line) > LONGEST_FACT_LINE and not _holds_facts_alone(line)
    ):
        marked = any(sign in found["mark"] for sign in ":|=")
        apart = line[found.start()].isupper() or _APART.search(line[: found.start()])
        if found.start() and not marked and not apart:
            continue
        if OF_ANOTHER.search(line[: found.start()]) and not line[found.start()].isupper():
            continue
        rest = line[found.end() : found.end() + _LONGEST_VALUE]
        first = _dated(rest, kind_of(found), marked=marked)
        if first and first[1] <= 1 and (marked or _ends_fact(rest[first[2] :], opens=not found.start())):
            yield Stated(kind_of(found), first[0])
        elif marked and NO_DATE.match(rest):
            yield Stated(kind_of(found), None)


def _labels(line: str, *, is_prose: bool) -> Iterator[re.Match[str]]:
    """The labels of a line; in prose those that open it, or a sentence with their colon ("Draft. Posting date: …")."""
    if not is_prose:
        yield from LABEL.finditer(line)
        return
    for place in (0, *(found.end() for found in _LABEL_OPENS.finditer(line))):
        if (found := LABEL.match(line, place)) and (not place or ":" in found["mark"]):
            yield found
    # "Benefit: Medical; authorization required Effective: 9/1/2031 Reviewed by P&T: 7/22/2031": no prose has two.
    labelled = LABEL.finditer(line) if line.count(":") > 1 else ()
    dated = [found for found in labelled if _stands_over_date(line, found)]
    if len(dated) > 1:
        yield from dated


def _stands_over_date(line: str, found: re.Match[str]) -> bool:
    first = next(find_dates(line[found.end() : found.end() + _LONGEST_DATE]), None)
    return ":" in found["mark"] and line[found.start()].isupper() and first is not None and not first[1]


def _holds_facts_alone(line: str) -> bool:
    """Whether a long line is one cell of many facts, each with its sign ("Effective Date: … Last Review Date: …"), or
    hardly more than dates.
    """
    dates = [end - start for _, start, end in find_dates(line)]
    if len(dates) > _FEWEST_PACKED and len(line) - sum(dates) <= LONGEST_FACT_LINE:
        return True
    if line.count(":", 0, _LONGEST_PACKED) < _FEWEST_PACKED:
        return False
    marks = [found["mark"] for found in LABEL.finditer(line[:_LONGEST_PACKED])]
    return len(marks) >= _FEWEST_PACKED and all(":" in mark for mark in marks)


def _before_labels(line: str) -> Iterator[Stated]:
    """A date with its label behind it: "April 1, 2031 (effective date)"."""
    for on, start, end in find_dates(line):
        label = _BRACKETED.match(line, end) or (_BEHIND.match(line, end) if _OPENS_FACT.search(line[:start]) else None)
        found = LABEL.fullmatch(f"{label[1]}: ") if label else None
        if found:
            yield Stated(kind_of(found), on)


def _dated(rest: str, kind: FactKind, *, marked: bool) -> tuple[date, int, int] | None:
    """The date after a label; of a list of all reviews ("3/2029, 4/2030, 3/2031") the last."""
    lead = _LEAD.match(rest)
    opening = lead.end() if lead else 0
    dates = list(find_dates(rest))
    if kind == "effective" and (run_on := _RUN_ON.match(rest)):
        # "EFF 070131", of a claims system's list.
        rest = f"{run_on['month']}/{run_on['day']}/{run_on['year']}{rest[run_on.end() :]}"
        dates = list(find_dates(rest))
    if not dates or dates[0][1] > opening + 1:
        short = list(short_dates(rest, one_digit=marked and kind in _MONTHLY))
        dates = [*short, *(found for found in dates if short and found[1] >= short[-1][2])] or dates
    if not dates:
        return None
    last = 0
    while kind == "last_reviewed" and last + 1 < len(dates) and _joins(rest[dates[last][2] : dates[last + 1][1]]):
        last += 1
    return max(dates[: last + 1])[0], dates[0][1] - opening, dates[last][2]


def _joins(between: str) -> bool:
    """Whether what stands between two dates only goes on to the next, or says who reviewed ("3/2030 MPC, …")."""
    return _NEXT_REVIEW.fullmatch(between) is not None


def _ends_fact(rest: str, *, opens: bool) -> bool:
    """Whether a date without a sign before it stands alone; where its label opens the line, a sentence may follow."""
    return (
        (opens and bool(re.match(r"(?::(?:\s|$)|\s+(?:[A-Z©]|by\b|in\b))", rest)))
        or bool(re.match(r"\s*(?:$|[|;()\[·•*]|\.(?:\s|$)|[/–—-]\s)", rest))
        or bool(re.match(r"\s{1,8}[A-Z][\w /#()]{1,40}:|\s{1,8}(?:[A-Z][a-z]+\s){1,3}[A-Z]{0,3}\d", rest))
        or bool(LABEL.match(rest.strip(" ,")))
        or bool(_GOES_ON.match(rest) and next(find_dates(rest), None))
    )
