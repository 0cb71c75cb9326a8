"""Cells that tell the criteria of several drugs of one row, each behind its name ("Auvelity: …. Spravato: …")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block
from parsers.phases.phases import read_phase
from parsers.uses.indications import mentions

_LABEL = compiled(
    r"(?:^|(?<=[.;] )|(?<=\n))(?P<names>[A-Z][\w-]+(?: \([\w -]+\))?(?:(?:,| and| or|, and)? [A-Z][\w-]+){0,3}): "
)
# A sentence on our drug that opens its part without a label: "Spravato (esketamine) requires clinical PA".
_OURS = compiled(
    r"(?:^|(?<=[.;] )|(?<=\n))(?i:Spravato|Esketamine|Ketamine)\b[®™]?(?: \([\w -]+\))? "
    r"(?:requires?|needs?|is|are|may|must|will|has)\b"
)
# One on another drug that does so: "AUVELITY (dextromethorphan/bupropion) may be approved for …".
_OTHERS = compiled(
    r"(?:^|(?<=[.;] )|(?<=\n))(?P<names>[A-Z][\w-]+)\b[®™]?(?: \([\w /-]+\))? "
    r"(?:requires?|needs?|(?:may|will|can) (?:only )?be (?:approved|covered|authori[sz]ed|considered)|"
    r"(?:is|are) (?:approved|covered|authori[sz]ed|restricted|limited))\b"
)
# The names of a list, and such a name over or before what is told of it: "Auvelity – …", "Exxua Member is …".
_BRAND = compiled(r"\b[A-Z][A-Za-z]{3,}")
_OVER_ITS_PART = compiled(
    r"(?<![\w(/-])(?:For )?(?P<name>[A-Z][A-Za-z]{3,})[®™]?(?: \([a-z][\w /-]+\))?"
    r"(?: requires?:|: approve if| ?[:–—•\[]| - | (?=[A-Z•(o] ?))"
)
_FEWEST = 2


def with_own_part(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with a row of several drugs, whose cell tells each apart by its name, cut to the part of our drug."""
    return tuple(_own_part(block) if block.kind == "row" else block for block in blocks)


def _own_part(row: Block) -> Block:
    for place, cell in enumerate(row.cells):
        beside = " ".join(other for at, other in enumerate(row.cells) if at != place)
        labels = [found for found in _LABEL.finditer(cell) if _stand_in(found["names"], beside)]
        ours = next((found for found in labels if named_products(found["names"])), None)
        others = sorted([*labels, *_sentences_of_others(cell, beside)], key=lambda found: found.start())
        if ours is None and others and (part := _told_between(cell, others)):
            cells = (*row.cells[:place], part, *row.cells[place + 1 :])
            return replace(row, cells=cells, text=" | ".join(cells))
        if (ours is None or len(labels) < _FEWEST) and (told := _named_in_turn(cell, row.cells)):
            return replace(row, cells=told, header=("Drug", "Criteria"), text=" | ".join(told))
        if ours is None or len(labels) < _FEWEST:
            continue
        after = next((found.start() for found in labels if found.start() > ours.start()), len(cell))
        said = "\n".join(sentences(cell[ours.end() : after].replace("\n", " ").strip()))
        return replace(row, cells=(ours["names"], said), header=("Drug", "Criteria"), text=f"{ours['names']} | {said}")
    return row


def _named_in_turn(cell: str, cells: Sequence[str]) -> tuple[str, str] | None:
    """Our drug's name and what a cell tells of it, where the cell opens with the name of a drug listed beside it and
    has each such name once over what is told of it, for a use of ours; None for any other cell.
    """
    listed = next((other for other in cells if other != cell and named_products(other)), "")
    names = {name.lower() for name in _BRAND.findall(listed)}
    found = [name for name in _OVER_ITS_PART.finditer(cell) if name["name"].lower() in names]
    once = len({name["name"].lower() for name in found}) == len(found) >= _FEWEST
    # The names alone are shorter than what is told of them.
    if not once or len(cell) < len(listed) or cell[: found[0].start()].strip(" •"):
        return None
    ends = [*(name.start() for name in found[1:]), len(cell)]
    parts = zip(found, ends, strict=True)
    ours = [(name["name"], cell[name.end() : end]) for name, end in parts if named_products(name[0])]
    told = ours[0][1].strip(" •;:–—-[(])") if len(ours) == 1 else ""
    # A note on amounts or claims leaves the drug where its row lists it.
    return (ours[0][0], told) if mentions(told) else None


def _sentences_of_others(cell: str, beside: str) -> Iterator[re.Match[str]]:
    """Where a cell opens to tell of another drug of the row in a sentence of its own."""
    for found in _OTHERS.finditer(cell):
        if not named_products(found[0]) and _stand_in(found["names"], beside):
            yield found


def _told_between(cell: str, others: Sequence[re.Match[str]]) -> str:
    """What a cell tells of our drug in sentences of its own, and of all before the first label; "" where none does."""
    opens = next((found.start() for found in _OURS.finditer(cell)), None)
    if opens is None or any(named_products(found["names"]) for found in others):
        return ""
    after = next((found.start() for found in others if found.start() > opens), len(cell))
    return f"{cell[: min(opens, others[0].start())]}{cell[opens:after]}".strip()


def _stand_in(names: str, beside: str) -> bool:
    """Whether the drugs that a label names are listed in the cells beside; "Renewal" is none of them."""
    return read_phase(names) is None and all(
        re.search(rf"\b{re.escape(name)}\b", beside, re.IGNORECASE) for name in re.findall(r"[A-Z][\w-]+", names)
    )
