"""Limits by their letters in a row of a list of drugs: "PA; AL ≥18; QL 23/28", or "18+" in a column "AL".

They are spelled out where the row names our drug: an age, and so many devices in so many days. A bare number is one of
devices only where no month has so many kits.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.models import Block

_YEARS = r"(?: ?(?:years?|yrs?\.?|y/?o)\b(?: (?:of age|old))?)?"
_AT_LEAST = r"(?:(?:≥|>=|>|at least|min(?:imum|\.)?|from)\s*(?:of |age )?)"
_AGE = (
    rf"{_AT_LEAST}?(?P<age>\d{{1,2}}){_YEARS}\s*(?:\+|(?:and|&) (?:older|up|over|above)|or (?:older|more)|[-–] ?9\d+)?"
)
# "AL ≥18", "AL(Min 18 Years old)", "AGE: 18+"; "AL 6-17" gives two bounds, and is left as it is.
_AGE_MARK = compiled(
    r"(?<!\w)(?:AL|AE|AR|AGE|[Aa]ge [Ll]imit|[Mm]in(?:imum|\.)? [Aa]ge)(?: ?[:=(] ?| )"
    rf"{_AGE}{_YEARS}(?![\w-]|\s?[-–]\s?\d)\)?"
)
_AGE_TITLE = compiled(
    r"\W*(?:A[LER]|(?:min(?:imum|\.)? )?age(?: (?:limit|edit|restriction|minimum|min)s?)?)\W*", re.IGNORECASE
)
_AGE_ALONE = compiled(rf"\W*{_AGE}{_YEARS}\W*", re.IGNORECASE)
_AMOUNT = (
    r"(?P<n>\d{1,3})(?: ?(?P<what>(?i:devices?|kits?|ea(?:ch)?|units?|sprays?))\b)?(?: ?/ ?| (?:per|in|every) )"
    r"(?P<days>\d{1,3})(?: ?(?:days?(?: supply)?|DS|D)\b)?"
)
_AMOUNT_MARK = compiled(rf"(?<!\w)(?:QL|QTY|[Mm]ax)(?: ?[:=(] ?| ){_AMOUNT}\)?")
_AMOUNT_TITLE = compiled(r"\W*(?:QL|qty|quantity)(?: limits?)?\W*", re.IGNORECASE)
_AMOUNT_ALONE = compiled(rf"\W*{_AMOUNT}\W*", re.IGNORECASE)
# Twice a week for four weeks: no first month has more kits.
_MOST_KITS, _MONTH = 8, 28
_LONGEST = 160


def with_limits_spelled(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with such limits in the rows of our drug spelled out; and what is printed there."""
    restated: dict[str, str] = {}
    told: list[Block] = []
    titles: tuple[str, ...] = ()
    for block in blocks:
        titles = _titles(block, titles)
        told.append(_spelled(block, titles, restated))
    return tuple(told), restated


def _titles(block: Block, before: tuple[str, ...]) -> tuple[str, ...]:
    """The titles in force: those of the row, else of the last row of the table that has such titles for its cells."""
    if block.kind != "row" or block.header:
        return block.header
    limits = any(_AGE_TITLE.fullmatch(cell) or _AMOUNT_TITLE.fullmatch(cell) for cell in block.cells)
    return block.cells if limits else before


def _spelled(row: Block, titles: Sequence[str], restated: dict[str, str]) -> Block:
    if row.kind != "row" or "esketamine" not in named_products(row.text):
        return row
    titles = titles if len(titles) == len(row.cells) else ("",) * len(row.cells)
    cells = tuple(_cell(title, cell) for title, cell in zip(titles, row.cells, strict=True))
    if cells == row.cells:
        return row
    text = " | ".join(cells)
    restated |= {text: row.text, **dict(zip(cells, row.cells, strict=True))}
    return replace(row, text=text, cells=cells)


def _cell(title: str, cell: str) -> str:
    if len(cell) > _LONGEST:
        return cell
    if _AGE_TITLE.fullmatch(title) and (alone := _AGE_ALONE.fullmatch(cell)):
        return _age(alone)
    if _AMOUNT_TITLE.fullmatch(title) and (alone := _AMOUNT_ALONE.fullmatch(cell)):
        return _amount(alone)
    return _AMOUNT_MARK.sub(_amount, _AGE_MARK.sub(_age, cell))


def _age(found: re.Match[str]) -> str:
    return f"{found['age']} years of age or older"


def _amount(found: re.Match[str]) -> str:
    """So many devices or kits in so many days; as it is printed where the number may be of either."""
    kits = (found["what"] or "").lower().startswith("kit")
    least = _MOST_KITS * int(found["days"]) / _MONTH
    if not (found["what"] or "").lower().startswith("device") and not kits and int(found["n"]) <= least:
        return found[0]
    return f"QL: {found['n']} {'kits' if kits else 'devices'} per {found['days']} days"
