"""Tables with a column for each drug, its use and the answer in two of the rows: each of our drugs as a statement with
the list of what the other rows ask for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from parsers.answering.bare_statuses import bare_status
from parsers.answering.statuses import prior_authorization
from parsers.drugs.names import named_products
from parsers.language.patterns import Pattern, compiled
from parsers.models import Block, Status
from parsers.tables.counted_topics import topic_with
from parsers.uses.indications import mentions

_OF_STATUS = compiled(
    r"\W*(?:(?:is it |are they )?covered|coverage(?: (?:status|decision|position))?|status|decision|determination)\W*",
    re.IGNORECASE,
)
_OF_USE = compiled(
    r"\W*(?:(?:covered|approved) )?(?:diagnos[ie]s|uses?|indications?|conditions?|(?:used )?for(?: what)?)\W*",
    re.IGNORECASE,
)
_SAYS_NOTHING = compiled(r"\W*(?:n/?a|not applicable)?\W*", re.IGNORECASE)
_WORDS: dict[Status, str] = {
    "covered": "covered", "investigational": "investigational", "excluded": "not covered",
    "not_medically_necessary": "not medically necessary", "case_by_case": "decided case by case",
}  # fmt: skip
_FEWEST_COLUMNS = 2


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a column says of its drug: for which use, and whether that is covered."""

    place: int
    told: str
    printed: str
    covered: bool


def with_drugs_in_columns(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with every such table told drug by drug, and what is printed for each statement; other drugs go."""
    read: list[Block] = []
    restated: dict[str, str] = {}
    for (kind, _, _), run in groupby(blocks, key=lambda block: (block.kind, block.header, block.path)):
        rows = list(run)
        answers = list(_answers(rows)) if kind == "row" and len(rows[0].header) > _FEWEST_COLUMNS else []
        read += [block for answer in answers for block in _told(rows, answer)] if answers else rows
        restated |= {answer.told: answer.printed for answer in answers}
    return tuple(read), restated


def _answers(rows: Sequence[Block]) -> Iterator[_Answer]:
    """The answer of each column of ours; none at all where one of them gives no status or names no use."""
    status, use = _row_of(_OF_STATUS, rows), _row_of(_OF_USE, rows)
    titles = rows[0].header
    places = [place for place, title in enumerate(titles) if place and len(named_products(title)) == 1]
    even = all(len(row.cells) == len(titles) for row in rows)
    if status is None or use is None or not places or not even or named_products(titles[0]):
        return
    found = [_answer(titles[place], place, use.cells[place], status) for place in places]
    if None not in found:
        yield from (answer for answer in found if answer)


def _row_of(topic: Pattern, rows: Sequence[Block]) -> Block | None:
    return next((row for row in rows if topic.fullmatch(row.cells[0])), None)


def _answer(drug: str, place: int, use: str, row: Block) -> _Answer | None:
    said = row.cells[place]
    status = bare_status(said)
    if status is None or not mentions(use):
        return None
    needs = " with prior authorization" if status == "covered" and prior_authorization(said) else ""
    told = f"{drug} for {use} is {_WORDS[status]}{needs}"
    covered = status == "covered"
    return _Answer(place, f"{told} when all of the following are met:" if covered else f"{told}.", said, covered)


def _told(rows: Sequence[Block], answer: _Answer) -> Iterator[Block]:
    yield replace(rows[0], kind="paragraph", text=answer.told, cells=(), header=())
    for row in rows if answer.covered else ():
        topic, cell = row.cells[0], row.cells[answer.place]
        if not (_OF_STATUS.fullmatch(topic) or _OF_USE.fullmatch(topic) or _SAYS_NOTHING.fullmatch(cell)):
            yield replace(row, kind="item", depth=1, text=topic_with(topic.rstrip(" :"), cell), cells=(), header=())
