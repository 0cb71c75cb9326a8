"""Tables of two lists side by side: what must be met in one column, what must be absent in the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from parsers.criteria.conditions import named
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.sections.titled_bars import label_bars
from parsers.uses.indications import mentions

_MUST_BE = r"(?:(?:(?:these|items?|all|that|which|what) )*(?:must|should|has to|have to|needs to) (?:all )?be )"
_ASKED = compiled(
    rf"\W*(?:{_MUST_BE}?(?:met|present|true|fulfilled|satisfied|shown)"
    r"|(?:what is |all )?(?:required|needed|asked(?: for)?)"
    r"|(?:inclusion |approval |coverage )?(?:criteria|requirements|inclusions?)|approved?(?: (?:if|when))?|approvals?"
    r"|must have|covered (?:if|when))(?: \(?all\)?)?\W*",
    re.IGNORECASE,
)
_ABSENT = compiled(
    rf"\W*(?:{_MUST_BE}?(?:absent|ruled out|excluded)|(?:{_MUST_BE})?not (?:be )?(?:allowed|permitted|present|have)"
    r"|(?:must|may|should|can)(?: ?not| never) (?:have|be present)|rules? (?:it )?out|bars?(?: (?:it|approval))?"
    r"|disqualif\w+|exclusion criteria|exclusions?|exclude[sd]?(?: (?:if|when|by))?|den(?:y|ied)(?: (?:if|when))?|"
    r"denials?"
    r"|none of these|contra-?indications?)(?: \(?any\)?)?\W*",
    re.IGNORECASE,
)
# "Approve (TRD)": of which use the table is.
_USE_BEHIND = compiled(r"\s*(?:\((?P<use>[^()]+)\)|(?:[–—:]| -)\s+(?P<told>[^()]+))\W*$")
_NOTHING = compiled(r"\W*(?:none|n/?a)?\W*", re.IGNORECASE)
_COLUMNS = 2


def with_bars_apart(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with the conditions of such a second column as a list that bars, behind the rows of the first."""
    return tuple(_each_table(blocks))


def _each_table(blocks: Sequence[Block]) -> Iterator[Block]:
    for (kind, _, _), run in groupby(blocks, key=lambda block: (block.kind, block.header, block.path)):
        rows = list(run)
        place = _barring(rows) if kind == "row" and len(rows[0].header) == _COLUMNS else None
        yield from rows if place is None else _apart(rows, place)


def _barring(rows: Sequence[Block]) -> int | None:
    """The column of what must be absent; None where the table is another."""
    titles = [_without_use(title) for title in rows[0].header]
    bars = [place for place, title in enumerate(titles) if _ABSENT.fullmatch(title) or label_bars(title)]
    asked = [place for place, title in enumerate(titles) if _ASKED.fullmatch(title)]
    if len(bars) != 1 or len(asked) != 1 or bars == asked:
        return None
    cells = [row.cells[bars[0]] for row in rows]
    conditions = [cell for cell in cells if not _NOTHING.fullmatch(cell)]
    return bars[0] if conditions and all(any(named(cell.lower())) for cell in conditions) else None


def _names_use(title: str) -> bool:
    return _without_use(title) != title


def _without_use(title: str) -> str:
    found = _USE_BEHIND.search(title)
    return title[: found.start()] if found and mentions(found["use"] or found["told"]) else title


def _of_its_use(rows: Sequence[Block], place: int) -> Iterator[Block]:
    """The column of what is asked for a use that its title names, as the list that the title leads in."""
    lead = replace(rows[0], kind="paragraph", text=f"{rows[0].header[place].rstrip(': ')}:", cells=(), header=())
    yield lead
    for row in rows:
        if not _NOTHING.fullmatch(row.cells[place]):
            yield replace(lead, kind="item", depth=1, text=row.cells[place])


def _without_bars(rows: Sequence[Block], place: int) -> Iterator[Block]:
    for row in rows:
        cells = tuple("" if column == place else cell for column, cell in enumerate(row.cells))
        if not _NOTHING.fullmatch(" ".join(cells)):
            yield replace(row, cells=cells, text=" | ".join(cells))


def _apart(rows: Sequence[Block], place: int) -> Iterator[Block]:
    yield from _of_its_use(rows, 1 - place) if _names_use(rows[0].header[1 - place]) else _without_bars(rows, place)
    lead = replace(rows[0], kind="item", depth=1, text="None of the following:", cells=(), header=())
    yield lead
    for row in rows:
        if not _NOTHING.fullmatch(row.cells[place]):
            yield replace(lead, depth=2, text=row.cells[place])
