"""Columns of amounts: a cell that is a number or a span says what it limits only with the title over it.

Such cells are read as if they said it themselves ("Most sessions a week", "2": "at most 2 sessions a week"), under a
title by which any reader knows a limit ("For", over lengths: "Length of approval").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from parsers.drugs.names import named_products
from parsers.language.every_use import is_for_all
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.phases.phases import read_phase
from parsers.tables.supply_tables import printed_for, with_spans_joined
from parsers.uses.indications import mentions

_NUMBER = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|sixteen|twenty(?:[ -]\w+)?)(?: \(\d+\))?"
# "No more than 24 in the first 28 days".
_MOST = r"(?:(?:up to|not more than|no more than|at most|max(?:imum|\.)?(?: of)?|not to exceed|≤|<=) ?)?"
_SPAN = rf"(?:the first )?(?:(?:{_NUMBER}|an?) )?(?:calendar )?(?:days?|weeks?|months?|years?)"
_LENGTH = compiled(
    rf"\W*{_MOST}{_NUMBER}[ -](?:days?|weeks?|mo(?:nths?|s?\.?)|years?|yrs?\.?)\W*",
    re.IGNORECASE,
)
_SHORT_UNIT = compiled(r"\b(?:mos?|yrs?)\b\.?", re.IGNORECASE)
_OF_APPROVAL = compiled(
    r"\W*(?:for|(?:approved?|granted|given|authori[sz]ed?|valid|good|covered|cover) for|how long|time|span|lasts|"
    r"(?:(?:initial|first) )?(?:approval|authori[sz]ation|PA|auth\.?)(?: (?:span|time|term|granted|given|for|length|"
    r"duration|period))?|LOA|granted|(?:each|one) approval|"
    r"(?:length|duration|term|period)s?(?: (?:granted|given|approved|of (?:each|the) (?:PA|approval)))?)\W*",
    re.IGNORECASE,
)
# "Days", "Months approved", "Length (days)" over bare numbers; "Weeks" alone may be those of a trial.
_IN_UNITS = compiled(
    r"\W*(?:(?P<alone>days|months)(?: (?:approved|granted|authori[sz]ed|of approval|to enter|to approve))?"
    r"|(?:approv\w+|authori[sz]ation|PA|length|duration|term|period)(?: (?:length|duration|term|period|of approval))?"
    r"\W+(?:in )?(?P<unit>days|weeks|months))\W*",
    re.IGNORECASE,
)
_BARE_NUMBER = compiled(r"\W*(?P<n>\d{1,3})\W*")
_COUNTED = compiled(r"\b(?P<what>devices?|kits?|cartons?|dose packs?)\b", re.IGNORECASE)
_STRENGTH = compiled(r"\b(?P<mg>56|84) ?mg\b", re.IGNORECASE)
_SUPPLY = compiled(
    rf"\W*{_MOST}(?P<n>{_NUMBER})(?: (?P<what>devices?|kits?|cartons?|dose packs?))?\s*"
    rf"(?P<per>(?:/|per|in|every|each|for|a) ?{_SPAN})?"
    # "(0.86 a day)": the same, as a pharmacy's system wants it.
    r"(?: \(\d*\.\d+ (?:devices? |kits? )?(?:(?:a|per) |/ ?)day\))?\W*",
    re.IGNORECASE,
)
_PER = compiled(rf"(?:/|\b(?:per|in|every|each|for|a)) ?{_SPAN}\b", re.IGNORECASE)
_DOSE_TITLE = compiled(
    r"\b(?:highest|largest|greatest|top|most|max(?:imum|\.)?|limit|cap|ceiling)\b.*\b(?:dose|mg|milligrams?)\b"
    r"|\bdose\b.*\b(?:max(?:imum|\.)?|limit|cap|ceiling|at most|or less)\b",
    re.IGNORECASE,
)
_DOSE = compiled(rf"\W*{_MOST}(?P<mg>\d+(?:\.\d+)?) ?(?:mg|milligrams?)?\W*", re.IGNORECASE)
_RATE_TITLE = compiled(
    r"\b(?:sessions?|infusions?|doses|visits|treatments?|times|frequency|how often)\b(?:.*\b(?:week|weekly)\b)?"
    r"|\b(?:max(?:imum|\.)?|most|limit|cap)\b.*\bweek(?:ly)?\b|\bweekly (?:max(?:imum)?|limit|cap)\b",
    re.IGNORECASE,
)
_OF_A_WEEK = compiled(r"\b(?:weekly|(?:a|per|each|every|in a|/) ?week)\b", re.IGNORECASE)
_RATE = compiled(
    rf"\W*{_MOST}(?P<times>once|twice|{_NUMBER})"
    r"(?: (?:sessions?|infusions?|doses|visits|treatments?|times))?"
    r"(?P<week>,? (?:weekly|(?:a|per|each|every|in a) week))?\W*",
    re.IGNORECASE,
)
_COURSE_TITLE = compiled(
    r"\b(?:sessions?|infusions?|treatments?|doses|visits) (?:allowed |approved |covered )?"
    r"(?:/|per|an?|each|every|(?:in|of|for) (?:an?|each|any|one|the)) ?(?:\w+ )?(?:course|series|cycle)\b"
    r"|^\W*(?:max(?:imum|\.)? |longest )?(?:course|series)(?: (?:limit|cap|maximum|size|ceiling))?\W*$",
    re.IGNORECASE,
)
_SESSIONS = compiled(r"\b(?:sessions?|infusions?|treatments?|doses|visits)\b", re.IGNORECASE)
_COURSE = compiled(
    rf"\W*{_MOST}(?P<n>{_NUMBER})(?P<what> (?:sessions?|infusions?|treatments?|doses|visits))?\W*",
    re.IGNORECASE,
)
_WATCH_TITLE = compiled(
    r"\W*(?:post[- ]?dose |required |minimum )?(?:observation|monitoring|watch(?:ing)?|supervision)"
    r"(?: (?:time|period|required))?(?: (?:after|following|of|for|in) (?:\w+ ){0,2}?\w+)?(?: \(?(?:in )?hours\)?)?\W*",
    re.IGNORECASE,
)
_HOURS = compiled(
    rf"\W*(?:at least |minimum |no less than )*(?P<n>{_NUMBER})(?P<unit> ?(?:hours?|hrs?|h))?\W*", re.IGNORECASE
)
# "Item | Limit": the rows say themselves what they limit.
_VALUES = compiled(
    r"\W*(?:limits?|values?|amounts?|max(?:imum|\.)?|requirements?|rules?|details?|settings?|what applies)\W*",
    re.IGNORECASE,
)
_AGE_TITLE = compiled(
    r"\W*(?:(?:lowest|least|youngest|minimum|min\.?) age|age(?:,| \()? ?(?:at least|minimum|min\.?|from|floor))\W*",
    re.IGNORECASE,
)
_YEARS = compiled(r"\W*(?P<n>\d{1,2})(?: years?)?(?: old)?\W*", re.IGNORECASE)


_FAILED = r"(?:failed|failures?|tried(?: and failed)?|unsuccessful)"
_FAILED_TITLE = compiled(
    rf"\W*(?:(?:number|count|how many|no\.?|#)(?: of)? )?"
    rf"(?:(?:oral |prior |earlier )*(?:antidepressants?|ADs?) {_FAILED}|{_FAILED} (?:\w+ )?(?:antidepressants?|trials)"
    r"|failures|antidepressant (?:trials|failures))(?: (?:needed|required))?\W*",
    re.IGNORECASE,
)
_COUNT = compiled(
    rf"\W*(?:at least )?(?P<n>{_NUMBER})(?: or more|\+)?(?P<rest>(?:,| from| of| in) .{{3,60}})?\W*", re.IGNORECASE
)
_TRIAL_TITLE = compiled(
    r"\W*(?:(?:minimum )?weeks (?:of |per |for |a |in )?(?:each|every|trial|drug|antidepressant|one)"
    r"(?: (?:trial|drug|one|antidepressant))?|(?:length|duration) of (?:each|every|a) trial\W+(?:in )?weeks)\W*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Column:
    """How the cells under a title are spelled: `title` is what a reader knows, `spell` gives None for other cells."""

    title: str
    spell: Callable[[str, str], str | None]


def is_length(cell: str) -> bool:
    """Whether a cell says a length of time and nothing else ("up to 3 months")."""
    return _LENGTH.fullmatch(cell) is not None


def _length(title: str, cell: str) -> str | None:
    if _OF_APPROVAL.fullmatch(title) and _LENGTH.fullmatch(cell):
        return _SHORT_UNIT.sub(lambda unit: "months" if unit[0].lower().startswith("m") else "years", cell)
    unit, count = _IN_UNITS.fullmatch(title), _BARE_NUMBER.fullmatch(cell)
    return f"{count['n']} {(unit['alone'] or unit['unit']).lower()}" if unit and count else None


def _supply(title: str, cell: str) -> str | None:
    said = _SUPPLY.fullmatch(cell)
    counted = said and ((said["what"] and said) or _COUNTED.search(title))
    span = (said["per"] if said else None) or (found[0] if (found := _PER.search(title)) else None)
    if not said or not counted or not span:
        return None
    strength = _STRENGTH.search(title) if not counted["what"].lower().startswith("device") else None
    return f"{said['n']} {counted['what'].lower()}{f' of {strength[0]}' if strength else ''} {span.strip()}"


def _dose(title: str, cell: str) -> str | None:
    said = _DOSE.fullmatch(cell) if _DOSE_TITLE.search(title) else None
    return f"at most {said['mg']} mg a session" if said else None


def _rate(title: str, cell: str) -> str | None:
    said = _RATE.fullmatch(cell) if _RATE_TITLE.search(title) else None
    weekly = said and (said["week"] or _OF_A_WEEK.search(title))
    if not said or not weekly:
        return None
    times = {"once": "1", "twice": "2"}.get(said["times"].lower(), said["times"])
    return f"at most {times} sessions a week"


def _course(title: str, cell: str) -> str | None:
    said = _COURSE.fullmatch(cell) if _COURSE_TITLE.search(title) else None
    counts = said and (said["what"] or _SESSIONS.search(title))
    return f"course limit: {said['n']} sessions" if said and counts else None


def _watch(title: str, cell: str) -> str | None:
    said = _HOURS.fullmatch(cell) if _WATCH_TITLE.fullmatch(title) else None
    hours = said and (said["unit"] or "hours" in title.lower())
    return f"monitored for at least {said['n']} hours after each session" if said and hours else None


def titles_values(row: Block) -> bool:
    """Whether a row of a topic and its value stands under a title that says no more than that ("Item", "Limit")."""
    pair = len(row.header) == len(row.cells) == len(("topic", "value"))
    if not pair or not _VALUES.fullmatch(row.header[1]):
        return False
    return not (named_products(row.cells[0]) or mentions(row.cells[0]) or is_for_all(row.cells[0]))


def _age(title: str, cell: str) -> str | None:
    said = _YEARS.fullmatch(cell) if _AGE_TITLE.fullmatch(title) else None
    return f"{said['n']} years of age or older" if said else None


def _failures(title: str, cell: str) -> str | None:
    said = _COUNT.fullmatch(cell) if _FAILED_TITLE.fullmatch(title) else None
    return f"{said['n']} antidepressants failed{said['rest'] or ''}" if said else None


def _trial_weeks(title: str, cell: str) -> str | None:
    said = _BARE_NUMBER.fullmatch(cell) if _TRIAL_TITLE.fullmatch(title) else None
    return f"each antidepressant taken for at least {said['n']} weeks" if said else None


_COLUMNS = (
    _Column("Age", _age),
    _Column("Failed antidepressants", _failures),
    _Column("Length of each trial", _trial_weeks),
    _Column("Length of approval", _length),
    _Column("Quantity limit", _supply),
    _Column("Dose limit", _dose),
    _Column("Course limit", _course),
    _Column("Dosing limits", _rate),
    _Column("Monitoring", _watch),
)
_SAYS_NOTHING = compiled(r"\W*(?:none|n/?a|not applicable|not renewed|no renewal|same)?\W*", re.IGNORECASE)


def with_amounts_spelled(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with the cells of columns of amounts spelled out under plain titles; and what is printed for each."""
    read: list[Block] = []
    restated: dict[str, str] = {}
    for _, table in groupby(blocks, key=lambda block: (block.kind == "row", block.header, len(block.cells))):
        rows = tuple(table)
        read += _table(rows, restated) if rows[0].kind == "row" else rows
    return tuple(read), restated


def _table(rows: tuple[Block, ...], restated: dict[str, str]) -> Iterator[Block]:
    """The rows of one table; without a header its first row may be the titles."""
    titles, told = (rows[0].header, rows) if rows[0].header else (rows[0].cells, rows[1:])
    by_topic = all(mentions(title) or read_phase(title) for title in titles[1:]) or all(map(titles_values, rows))
    if rows[0].header and by_topic:
        yield from (_across(row, restated) for row in rows)
        return
    joined = with_spans_joined(titles, told)
    restated |= printed_for(joined, told)
    columns = dict(_columns(titles, joined))
    if not rows[0].header and any(column.spell(titles[place], titles[place]) for place, column in columns.items()):
        # "At most two sessions a week", over the like: the first row says amounts itself, and titles none.
        yield from rows
        return
    if not rows[0].header:
        yield replace(rows[0], cells=_retitled(titles, columns))
    yield from (_down(row, titles, columns, restated) for row in joined)


def _columns(header: tuple[str, ...], rows: Sequence[Block]) -> Iterator[tuple[int, _Column]]:
    """The columns of amounts by their place: every cell under the title says one, or nothing."""
    for place, title in enumerate(header):
        if place and (column := _column_of(title, [row.cells[place] for row in rows])):
            yield place, column


def _column_of(title: str, cells: Sequence[str]) -> _Column | None:
    told = [cell for cell in cells if not _SAYS_NOTHING.fullmatch(cell)]
    return next((column for column in _COLUMNS if told and all(column.spell(title, cell) for cell in told)), None)


def _retitled(titles: tuple[str, ...], columns: dict[int, _Column]) -> tuple[str, ...]:
    return tuple(_plain(columns[place], title) if place in columns else title for place, title in enumerate(titles))


def _plain(column: _Column, title: str) -> str:
    """The plain title of a column, behind the phase that its own title names ("Quantity, continued")."""
    phase = read_phase(title)
    return f"{phase}, {column.title.lower()}" if phase else column.title


def _down(row: Block, titles: tuple[str, ...], columns: dict[int, _Column], restated: dict[str, str]) -> Block:
    """A row under titles of amounts."""
    if not columns:
        return row
    cells = tuple(
        _said(columns[place], titles[place], cell, restated) if place in columns else cell
        for place, cell in enumerate(row.cells)
    )
    as_told = " | ".join(row.cells)
    restated[" | ".join(cells)] = restated.get(as_told, as_told)
    return replace(row, cells=cells, header=_retitled(row.header, columns))


def _across(row: Block, restated: dict[str, str]) -> Block:
    """A row that is titled by an amount, under uses or phases."""
    title, *cells = row.cells
    column = _column_of(title, cells)
    if column is None:
        return row
    spelled = (
        _plain(column, title),
        *(_said(column, title, cell, restated) for cell in cells),
    )
    restated[" | ".join(spelled)] = " | ".join(row.cells)
    return replace(row, cells=spelled)


def _said(column: _Column, title: str, cell: str, restated: dict[str, str]) -> str:
    said = column.spell(title, cell) or cell
    if said != cell:
        restated[said] = cell
    return said
