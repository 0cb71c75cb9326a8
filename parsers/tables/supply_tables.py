"""Tables of limits whose supply and the time that it lasts stand in columns of their own: "23 devices" | "28 days"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parsers.language.patterns import compiled
from parsers.models import Block

_SUPPLY_TITLE = compiled(r"\b(?:quantity|qty|QL|supply|amount|limit)\b", re.IGNORECASE)
_SPAN_TITLE = compiled(r"\W*(?:duration|per|period|time(?: period)?|every|days'? supply|days)\W*", re.IGNORECASE)
_SUPPLY = compiled(r"\W*(?:up to )?\d+ (?:devices?|kits?|cartons?|dose packs?|units?|sprays?)\W*", re.IGNORECASE)
# "Devices (28 mg)", "Kits of 84 mg", over bare numbers.
_COUNTED_TITLE = compiled(
    r"\W*(?:nasal |spray )?(?P<what>devices?|kits?|cartons?|dose packs?)"
    r"(?: (?:of |\()?(?P<mg>28|56|84) ?mg(?: each)?\)?)?\W*",
    re.IGNORECASE,
)
_COUNT = compiled(r"\W*(?:up to )?(?P<count>\d{1,3})\W*", re.IGNORECASE)
_SPAN = compiled(r"\W*(?P<count>\d{1,3})(?: (?P<unit>days?|weeks?|months?))?\W*", re.IGNORECASE)


def with_spans_joined(titles: Sequence[str], rows: Sequence[Block]) -> tuple[Block, ...]:
    """`rows`, with each supply told for the time in the column behind it ("23 devices per 28 days"), that left blank.

    As they are, where the titles name no such pair or a cell under them says anything else.
    """
    pair = next((place for place in range(len(titles) - 1) if _are_a_pair(titles, rows, place)), None)
    if pair is None:
        return tuple(rows)
    counted = _COUNTED_TITLE.fullmatch(titles[pair])
    what = "" if counted is None else f"{counted['what'].lower()}{_strength(counted['mg'])}"
    return tuple(_joined(row, pair, what) for row in rows)


def _strength(mg: str | None) -> str:
    return "" if mg in (None, "28") else f" of {mg} mg"  # A device holds 28 mg.


def printed_for(joined: Sequence[Block], rows: Sequence[Block]) -> dict[str, str]:
    """What is printed in `rows` for the rows and cells that `joined` tells otherwise."""
    told = [(new, row) for new, row in zip(joined, rows, strict=True) if new is not row]
    cells = (
        pair for new, row in told for pair in zip(new.cells, row.cells, strict=True) if pair[0] not in ("", pair[1])
    )
    return dict(cells) | {new.text: row.text for new, row in told}


def _are_a_pair(titles: Sequence[str], rows: Sequence[Block], place: int) -> bool:
    counted = _COUNTED_TITLE.fullmatch(titles[place])
    titled = (counted or _SUPPLY_TITLE.search(titles[place])) and _SPAN_TITLE.fullmatch(titles[place + 1])
    amount = _COUNT if counted else _SUPPLY
    return bool(titled and rows) and all(
        amount.fullmatch(row.cells[place]) and _SPAN.fullmatch(row.cells[place + 1]) for row in rows
    )


def _joined(row: Block, place: int, what: str) -> Block:
    span = _SPAN.fullmatch(row.cells[place + 1])
    told = f"{span['count']} {span['unit'] or 'days'}" if span else ""
    supply = " ".join((row.cells[place].strip(), *filter(None, (what,))))
    cells = (*row.cells[:place], f"{supply} per {told}", "", *row.cells[place + 2 :])
    return replace(row, cells=cells, text=" | ".join(cells))
