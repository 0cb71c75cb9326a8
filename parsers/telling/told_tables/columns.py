"""Columns of a table that answers: what stands in them by their titles, a drug, a use, a status, or an answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from parsers.answering.short_answers import ShortAnswer, short_answer
from parsers.language.patterns import compiled
from parsers.models import Block, Status
from parsers.telling.told_tables.entries import drug_and_uses, is_code, is_use, uses_named
from parsers.uses.use_titles import status_of_uses

# Over answers: whatever asks whether something is paid for.
_OF_ANSWERS = compiled(
    r"\b(?:cover(?:ed|s|age)?|pa(?:y|ys|id|yable|yment)|status|benefit|reimburs\w+|answers?|decisions?|determinations?|"
    r"positions?|results?|votes?|outcomes?|allowed|authorized|authori[sz]e|approved?|accepted|compensable|polic(?:y|ies)|"
    r"recommendations?|fee|codes?|class|notes?|indicator|comments?|tier|finding|we say|mark|symbol|key|handling|action|"
    r"allowances?|rate|price|charge|ind|flag)\b",
    re.IGNORECASE,
)
# Of several such titles the one that says what is asked.
_OF_COVER = compiled(r"\b(?:cover(?:ed|s|age)?|pa(?:id|yable)|reimburs\w+|status|benefit|compensable)\b", re.IGNORECASE)
# Over answers to another question than whether the drug is paid for.
_OF_AUTHORIZATION = compiled(
    r"^\W*(?:(?:prior|pre-?|service) ?)?(?:authori[sz]ation|approval|certification|PA|precert\w*|preauth\w*)"
    r"(?: (?:needed|required|y/n|yes/no))?\W*(?:y/n|yes/no)?\W*$",
    re.IGNORECASE,
)
_OF_A_CLASS = compiled(r"\b(?:therapeutic|drug|pharmac\w+) (?:class|category|group)\b|^\W*class\W*$", re.IGNORECASE)
# Over where the drug is given: it narrows cover, and is no demand of its own.
_OF_A_PLACE = compiled(
    r"\W*(?:(?:place|site|setting|location|where)(?: of (?:care|service|treatment|administration|use))?|"
    r"where (?:it is )?(?:given|infused|used|administered)|care setting)\W*",
    re.IGNORECASE,
)
_OF_DRUGS = compiled(r"\b(?:drugs|medications|medicines|agents|products|brands|generics)\b", re.IGNORECASE)
_YES = compiled(r"\W*(?:yes|Y|required|needed|PA|✓|x)\W*", re.IGNORECASE)
_NO = compiled(r"\W*(?:no|N|none|not (?:required|needed))\W*", re.IGNORECASE)
_SIGN = compiled(r"\W*(?:[x✓✔☑●•]|yes|y)?\W*", re.IGNORECASE)
_SIGN_ALONE = compiled(r"\W*x?\W*", re.IGNORECASE)
_PAYS = compiled(r"\b(?:do|does|will|can) (?:we|you|the \w+|this \w+) (?:pay|cover)\b", re.IGNORECASE)
_ANSWER_ALONE = compiled(r"\W*(?:Y/N|yes/no)\W*", re.IGNORECASE)
_YES_ALONE = compiled(r"\W*(?:yes|y)\W*", re.IGNORECASE)
_PAPERS = (
    r"(?:(?:(?:prior|advance|pre-?) ?)?(?:auth(?:ori[sz]ation)?|approval|certification|review)|pre-?cert(?:ification)?|"
    r"PA|preauth)"
)
_NO_PAPER = compiled(
    rf"\W*(?:(?:no|without|needs no) {_PAPERS}(?: (?:is )?(?:needed|required))?|"
    rf"{_PAPERS} (?:is )?not (?:needed|required)|open(?: access)?)\W*",
    re.IGNORECASE,
)
_PAPER = compiled(
    rf"\W*(?:(?:(?:needs|requires|with|subject to) )?{_PAPERS}|{_PAPERS} (?:is )?(?:needed|required))\W*", re.IGNORECASE
)
_FEWEST_ANSWERS = 2
_BLANK = " –—-."
_LONGEST_TITLE = 9
_ASKS = compiled(r"\?\W*$|\b[YN]/[YN]\b|\byes/no\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Column:
    """What a column is: `drug` of ours, a `use`, the status that its title gives, or a question of cover."""

    title: str
    drug: str = ""
    uses: tuple[str, ...] = ()
    status: ShortAnswer | None = None
    asks: bool = False
    of_authorization: bool = False
    of_class: bool = False
    of_place: bool = False


def column_of(title: str, cells: Sequence[str]) -> Column:
    """What a column is by its title and the cells under it."""
    if _OF_A_CLASS.search(title):
        return Column(title, of_class=True)
    if _OF_A_PLACE.fullmatch(title) and not any(map(uses_named, cells)):
        return Column(title, of_place=True)
    if cells and all(map(is_code, cells)):
        return Column(title)
    if _OF_AUTHORIZATION.match(title):
        return Column(title, of_authorization=True)
    if len(title.split()) <= _LONGEST_TITLE and (named := drug_and_uses(title)) and not _OF_ANSWERS.search(title):
        return Column(title, drug=named[0], uses=named[1], asks=True)
    lists = _ASKS.search(title) or _OF_DRUGS.search(title)
    status = _titled(title) if not lists and any(map(_is_named_or_ticked, cells)) else None
    if status is not None:
        return Column(title, status=status)
    if is_use(title):
        return Column(title, uses=(title,), asks=True)
    told = [cell for cell in cells if cell.strip()]
    return Column(title, asks=bool(_OF_ANSWERS.search(title)) or (bool(told) and all(map(_is_answer, told))))


def beside_status(column: Column, cells: Sequence[str]) -> Column:
    """A column beside one whose title answers: that of others' names, where its own title answers too."""
    status = _titled(column.title) if column.asks and not any(map(_is_answer, cells)) else None
    named = any(_YES.fullmatch(cell) or _NO.fullmatch(cell) for cell in cells)
    return Column(column.title, status=status) if status and not named else column


def _titled(title: str) -> ShortAnswer | None:
    """The answer that a title gives what stands under it ("Paid for", "Experimental", "Paid, no (investigational)")."""
    answer = short_answer(title)
    if answer is not None:
        return answer
    status: Status | None = status_of_uses(title)
    return ShortAnswer(status) if status else None


def _is_named_or_ticked(cell: str) -> bool:
    """Whether a cell is what a title answers for: uses, drugs of ours or a sign."""
    named = uses_named(cell) or any(map(drug_and_uses, cell.split(";")))
    return bool(named) or (bool(cell.strip(_BLANK)) and bool(_SIGN_ALONE.fullmatch(cell)))


def _is_answer(cell: str) -> bool:
    """Whether a cell answers in words: "yes" and "no" answer whatever its title asks."""
    return short_answer(cell) is not None and not (_YES.fullmatch(cell) or _NO.fullmatch(cell))


def is_tick(cell: str) -> bool:
    """Whether a cell ticks the title of its column."""
    return bool(cell.strip(_BLANK)) and bool(_SIGN.fullmatch(cell))


def asks_in_words(title: str) -> bool:
    """Whether a title is a question whether something is paid for ("Is it covered?")."""
    return "?" in title and (asks_for_cover(title) or bool(_PAYS.search(title)))


def with_authorization_ticked(columns: Sequence[Column], rows: Sequence[Block]) -> tuple[Column, ...]:
    """`columns`, with those of ticks whether authorization is needed as answers ("No auth | Auth | Not a benefit").

    They answer where a row ticks one of several, and one of these refuses or asks for none: a list ticks at will.
    """
    ticked = [place for place in range(len(columns)) if all(_may_tick(row.cells[place]) for row in rows)]
    titled = {place: columns[place].status or _of_paper(columns[place].title) for place in ticked}
    answers = {place: answer for place, answer in titled.items() if answer}
    apart = any(answer.status != "covered" or answer.authorization is False for answer in answers.values())
    once = all(sum(is_tick(row.cells[place]) for place in answers) <= 1 for row in rows)
    if len(answers) < _FEWEST_ANSWERS or not (apart and once):
        return tuple(columns)
    return tuple(
        Column(column.title, status=answers[place]) if place in answers else column
        for place, column in enumerate(columns)
    )


def _may_tick(cell: str) -> bool:
    return is_blank(cell) or (is_tick(cell) and not _YES_ALONE.fullmatch(cell))


def _of_paper(title: str) -> ShortAnswer | None:
    if _NO_PAPER.fullmatch(title):
        return ShortAnswer("covered", authorization=False)
    return ShortAnswer("covered", authorization=True) if _PAPER.fullmatch(title) else _titled(title)


def is_blank(cell: str) -> bool:
    """Whether a cell is empty or crossed through."""
    return not cell.strip(_BLANK)


def asks_for_cover(title: str) -> bool:
    """Whether a title asks by its words whether something is paid for."""
    return bool(_OF_COVER.search(title))


def spelled(title: str, cell: str) -> str:
    """A cell with its "Y" or "N" as a word, where its title asks for just that."""
    letter = cell.strip() if _ASKS.search(title) and _OF_ANSWERS.search(title) else ""
    return {"Y": "Yes", "N": "No"}.get(letter, cell)


def answers_under(title: str) -> bool:
    """Whether what stands under a title answers whether something is paid for: it asks that or names whom it is of."""
    return (
        not title
        or bool(_ANSWER_ALONE.fullmatch(title) or _OF_ANSWERS.search(title))
        or drug_and_uses(title) is not None
        or is_use(title)
    )


def authorization_told(cell: str) -> bool | None:
    """What a cell under a title of authorization says."""
    return True if _YES.fullmatch(cell) else False if _NO.fullmatch(cell) else None
