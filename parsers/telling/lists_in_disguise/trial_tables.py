"""Tables of the drugs to try first with the dose and length of each ("Drug | Minimum dose | Weeks"), under a line that
asks for their failure: the drugs are its list, and what the other columns ask of each trial stands behind it.

Such a table kept its drugs and lost its weeks, and its doses were read as those of our drug.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from parsers.criteria.families import findings_in
from parsers.language.lead_ins import leads_in
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.telling.steps import Blocks

_FAILED = compiled(
    r"\b(?:fail\w*|inadequate\w*|insufficient\w*|tr(?:ied|ials?)|non-?respon\w+|no response|not respond\w*|"
    r"unsuccessful\w*|without (?:success|benefit|relief))\b",
    re.IGNORECASE,
)
_TABLE = compiled(r"\b(?:tables?|below|following|listed|these|shown|chart|grid)\b|:\s*$", re.IGNORECASE)
_DRUGS = compiled(
    r"^\W*(?:[\w-]+ ){0,2}(?:antidepressants?|drugs?|medications?|medicines?|agents?|class(?:es)?|names?|generics?)"
    r"(?: (?:names?|class(?:es)?))?\W*$",
    re.IGNORECASE,
)
_LENGTH = compiled(r"\b(?:weeks?|wks?|durations?|lengths?|days|months?|how long|time)\b(?!.*\bapproval)", re.IGNORECASE)
_DOSE = compiled(r"\bdos(?:es?|ages?|ing)\b|\bmg\b|\bstrengths?\b", re.IGNORECASE)
_LEAST = compiled(r"\b(?:minim\w+|least|lowest|min)\b|[≥>]", re.IGNORECASE)
_MOST = compiled(r"\b(?:max\w*|highest)\b", re.IGNORECASE)
_SPAN = compiled(
    r"\W*(?:at least|(?:a )?minimum(?: of)?|min\.?|[≥>]=?|for)?\s*(?P<count>\d{1,3})"
    r"(?:\s*(?P<unit>weeks?|wks?|months?|days?))?(?: ?\+| or (?:more|longer)| at least| minimum)?\W*",
    re.IGNORECASE,
)
_UNIT = compiled(r"\b(?P<unit>week|wk|month|day)s?\b", re.IGNORECASE)
_DAYS = {"week": 7, "wk": 7, "month": 30, "day": 1}
_FEWEST = 2


def with_trial_tables_told(blocks: Sequence[Block]) -> tuple[Blocks, dict[str, str]]:
    """`blocks`, with such a table as the list of its drugs and its demands behind it; what is printed for these."""
    if not any(block.kind == "row" and _columns(block) for block in blocks):
        return tuple(blocks), {}
    restated: dict[str, str] = {}
    return tuple(_each_table(blocks, restated)), restated


def _each_table(blocks: Sequence[Block], restated: dict[str, str]) -> Iterator[Block]:
    held: Block | None = None
    for (kind, _, _), run in groupby(blocks, key=lambda block: (block.kind, block.header, block.path)):
        rows = list(run)
        told = _told(rows, held, restated) if kind == "row" and held else None
        if held is not None and told is None:
            yield held
        yield from told or rows[:-1]
        held = None if told else rows[-1]
    if held is not None:
        yield held


def _told(rows: Sequence[Block], lead: Block, restated: dict[str, str]) -> list[Block] | None:
    """The line before a table with the drugs under it and the demands on each trial; None for any other table."""
    columns = _columns(rows[0])
    if not columns or len(rows) < _FEWEST or lead.kind not in ("paragraph", "item"):
        return None
    if not (_FAILED.search(lead.text) and (leads_in(lead.text) or _TABLE.search(lead.text))):
        return None
    depth = max(lead.depth, 1)
    asked = [*_lengths(rows, columns), *_doses(rows, columns)]
    restated |= dict(asked)
    counted = any(found.key == "failed_ad_count" for found in findings_in(lead.text))
    item = replace(lead, kind="item", depth=depth, text=f"{lead.text.rstrip(' :.')}{'' if counted else ':'}")
    restated[item.text] = lead.text
    drugs = [replace(row, kind="item", depth=depth + 1, text=row.cells[0], cells=(), header=()) for row in rows]
    # "Two antidepressants of the table below" counts drugs; "two of the following" chooses among them.
    listed = [] if counted else drugs
    return [item, *listed, *(replace(drugs[0], depth=depth, text=text) for text, _ in asked)]


def _columns(row: Block) -> dict[str, int]:
    """The columns of lengths and doses beside one of drugs; none where the table is another."""
    if len(row.header) != len(row.cells) or not row.header or not _DRUGS.match(row.header[0]):
        return {}
    found: dict[str, int] = {}
    for place, title in enumerate(row.header[1:], start=1):
        name = "length" if _LENGTH.search(title) else "dose" if _DOSE.search(title) else ""
        if not name:
            return {}
        found.setdefault(name, place)
    return found


def _lengths(rows: Sequence[Block], columns: dict[str, int]) -> Iterator[tuple[str, str]]:
    """The least length that all rows ask for, in words, and which drugs need longer, each with the row that says so."""
    if "length" not in columns:
        return
    place = columns["length"]
    spans = [(_days(row, place), row) for row in rows]
    if not all(days for days, _ in spans):
        yield rows[0].header[place], rows[0].text
        return
    least, of_row = min(spans, key=lambda span: span[0])
    yield f"Each trial lasted at least {least} days", of_row.text
    yield from ((f"Longer with {row.cells[0]}", row.text) for days, row in spans if days > least)


def _days(row: Block, place: int) -> int:
    found = _SPAN.fullmatch(row.cells[place])
    unit = found and (found["unit"] or _unit(row.header[place]))
    return int(found["count"]) * _DAYS[unit.lower().rstrip("s")] if found and unit else 0


def _unit(title: str) -> str:
    named = _UNIT.search(title)
    return named["unit"] if named else ""


def _doses(rows: Sequence[Block], columns: dict[str, int]) -> Iterator[tuple[str, str]]:
    """The dose that all rows ask for, by the title or the words of the cells, and the first row."""
    if "dose" in columns:
        said = f"{rows[0].header[columns['dose']]} {rows[0].cells[columns['dose']]}"
        dose = "the maximum tolerated" if _MOST.search(said) else "the minimum effective" if _LEAST.search(said) else ""
        yield f"Each trial was at {dose or 'an adequate'} dose", rows[0].text
