"""Tables that lead from what is found to what is decided: each condition with its action, or met and not met.

"Age under 18 | Deny" refuses a person and not the drug; "Two antidepressants failed | Continue | Deny" is asked for.
Of columns titled "OK" and "Deny" the first holds what is asked for, and the other its contrary.
A row that denies a use by name stays a row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from parsers.answering.answers import names_use
from parsers.language.patterns import compiled
from parsers.models import Block

_FOUND = compiled(
    r"\W*(?:(?:patient |clinical |review(?:er)? )?(?:conditions?|situations?|scenarios?|findings?|facts?|"
    r"criteri(?:a|on)|"
    r"questions?|requirements?|checks?|steps?|items?|elements?|topics?|points?)|if(?: the request shows)?|"
    r"(?P<topic>age)(?: (?:group|band|range)s?)?)?\W*",
    re.IGNORECASE,
)
_DECIDED = compiled(r"\W*(?:actions?|decisions?|then|outcomes?|results?|determinations?|what to do)\W*", re.IGNORECASE)
_MET = compiled(r"\W*(?:if )?(?:(?:criterion |requirement )?(?:is )?met|yes|true|present)\W*", re.IGNORECASE)
_UNMET = compiled(r"\W*(?:if )?(?:(?:criterion |requirement )?(?:is )?not met|unmet|no|false|absent)\W*", re.IGNORECASE)
_DENIES = compiled(
    r"\W*(?:(?:yes|no)\W+)?(?:stop\W+)?(?:den(?:y|ied|ial)|do not approve|not approv(?:ed|able)|reject(?:ed)?"
    r"|(?:does )?not meet "
    r"criteria|"
    r"refus(?:e|ed|al))\b(?! (?:as|investigational|experimental))[^.;]{0,60}\W*",
    re.IGNORECASE,
)
_DENIES_USE = compiled(
    r"\W*(?:deny|denied|denial|refuse|reject)(?: as)? (?:investigational|experimental|not medically necessary)\W*",
    re.IGNORECASE,
)
_IS_ASKED = compiled(r"\W*(?:must be |has to be |should be )?(?:true|met|required|present)\W*", re.IGNORECASE)
# A box to tick under one answer, where the other denies.
_ONLY_A_BOX = compiled(r"(?:[☐□❑❏▢◯⬜○]|\[ ?\]|\( ?\)|_{2,}|\s)*")
_UNLESS_DENIED = compiled(
    r"\W*(?:if|when|where|unless) (?:nothing|none|not|no (?:row|answer|question)s?|anything)(?: (?:above|here"
    r"|of these))?"
    r"(?: (?:is|was|are|has been))? denied[:,]",
    re.IGNORECASE,
)
_APPROVES = compiled(
    r"\W*(?:meets criteria\W+)?(?:(?:continue|go on|proceed)\b[^.]*?\W(?:and |then )?)?(?:approv(?:e|ed|al)"
    r"|authorize)\b(?P<terms>.*)",
    re.IGNORECASE,
)
_GOES_ON = compiled(
    r"\W*(?:continue|proceed|go on|next|go|keep going)(?: (?:on )?(?:to|with) (?:the )?[\w #]{1,20})?(?: "
    r"(?:question|step|row|"
    r"criterion|line|item))?\W*|\W*(?:→|->)\W*\d{0,2}\W*",
    re.IGNORECASE,
)
# Titles over what a request may show and over what it may not.
_PASSES = compiled(
    r"\W*(?:(?:is |it is )?(?:ok(?:ay)?|acceptable|pass(?:es|ed)?|approvable|allowable|qualif(?:ies|ying))|approve[ds]?"
    r"(?: if| when)?)\W*",
    re.IGNORECASE,
)
_FAILS = compiled(
    r"\W*(?:den(?:y|ied|ies|ial)|fail(?:s|ed)?|stop|reject(?:ed|s)?|refuse[ds]?|not (?:ok(?:ay)?|acceptable|approvable|"
    r"allowable|qualifying|approved)|unacceptable|decline[ds]?)(?: if| when)?\W*",
    re.IGNORECASE,
)
_ABSENT = compiled(r"\W*(?:no|none|absent|not present|negative)\W*", re.IGNORECASE)
_FEWEST_ROWS = _FEWEST_COLUMNS = 2
_COLUMNS_OF_ANSWERS = 3
_ALL, _ANY = "Approve if all of the following are met:", "Deny if any of the following:"


@dataclass(frozen=True, slots=True)
class _Rule:
    """What a row asks for or bars; `terms` are those of an approval that it leads to."""

    row: Block
    bars: bool
    terms: str = ""


def with_decisions_listed(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with every such table as the list of what bars and the list of what is asked for."""
    told: list[Block] = []
    rules: list[_Rule] = []
    for (kind, header, _), run in groupby(blocks, key=lambda block: (block.kind, block.header, block.path)):
        rows = list(run)
        if kind == "paragraph" and rules:
            rows[0] = replace(rows[0], text=_UNLESS_DENIED.sub("Approve:", rows[0].text, count=1))
        denied = [row for row in rows if _DENIES_USE.fullmatch(row.cells[-1])] if kind == "row" else []
        ruling = [row for row in rows if row not in denied]
        rules = _rules(ruling, header) if kind == "row" and len(ruling) >= _FEWEST_ROWS else []
        told += (*_lists(rules), *denied) if rules else rows
    return tuple(told)


def _rules(rows: Sequence[Block], header: tuple[str, ...]) -> list[_Rule]:
    """The rule of each row; none at all where one of them is none, or answers for a use by name."""
    if (
        len(header) < _FEWEST_COLUMNS
        or not _FOUND.fullmatch(header[0])
        or any(len(row.cells) != len(header) for row in rows)
    ):
        return []
    if len(header) == len(("found", "decided")) and _DECIDED.fullmatch(header[1]):
        found = [_decided(row) for row in rows]
    elif [bool(_MET.fullmatch(header[1])), len(header) > 2 and bool(_UNMET.fullmatch(header[-1]))] == [True, True]:
        found = [_met(row) for row in rows]
    elif len(header) == _COLUMNS_OF_ANSWERS and _PASSES.fullmatch(header[1]) and _FAILS.fullmatch(header[2]):
        found = [_passing(row) for row in rows]
    else:
        return []
    return [] if None in found else [rule for rule in found if rule]


def _decided(row: Block) -> _Rule | None:
    condition, action = row.cells
    denies, approves = _DENIES.fullmatch(action), _APPROVES.fullmatch(action)
    if (denies and names_use(condition)) or not (denies or approves or _IS_ASKED.fullmatch(action)):
        return None
    return _Rule(_with_topic(row), bool(denies), approves["terms"] if approves else "")


def _with_topic(row: Block) -> Block:
    """`row` with its topic in its condition, where the title of the column names it ("Age group": "21 to 70")."""
    titled = _FOUND.fullmatch(row.header[0])
    if titled is None or not titled["topic"]:
        return row
    return replace(row, cells=(f"{titled['topic']} {row.cells[0]}", *row.cells[1:]))


def _met(row: Block) -> _Rule | None:
    yes, no = row.cells[1], row.cells[-1]
    approves = _APPROVES.fullmatch(yes)
    if (approves or _goes_on(yes)) and _DENIES.fullmatch(no):
        return _Rule(row, bars=False, terms=approves["terms"] if approves else "")
    bars = _DENIES.fullmatch(yes) and (_goes_on(no) or _APPROVES.fullmatch(no))
    return _Rule(row, bars=True) if bars else None


def _passing(row: Block) -> _Rule | None:
    """What is asked for by what passes ("Age | 18 or more | 17 or less"); "Psychosis | no | yes" asks for none."""
    label, passes, fails = (cell.strip() for cell in row.cells)
    if not (label and passes) or any(map(_is_action, (passes, fails))):
        return None
    told = f"No {label[:1].lower()}{label[1:]}" if _ABSENT.fullmatch(passes) else f"{label.rstrip(' :')}: {passes}"
    return _Rule(replace(row, cells=(told,)), bars=False)


def _is_action(cell: str) -> bool:
    return any(form.fullmatch(cell) for form in (_APPROVES, _DENIES, _GOES_ON))


def _goes_on(cell: str) -> bool:
    return bool(_GOES_ON.fullmatch(cell) or _ONLY_A_BOX.fullmatch(cell))


def _lists(rules: Sequence[_Rule]) -> Iterator[Block]:
    for bars, lead in ((True, _ANY), (False, _ALL)):
        listed = [rule for rule in rules if rule.bars is bars]
        if listed:
            yield replace(listed[0].row, kind="paragraph", text=lead, cells=(), header=())
        for rule in listed:
            yield replace(rule.row, kind="item", depth=1, text=rule.row.cells[0], cells=(), header=())
    for terms in dict.fromkeys(rule.terms for rule in rules if rule.terms.strip(" .;")):
        yield replace(rules[-1].row, kind="paragraph", text=f"Approve{terms}", cells=(), header=())
