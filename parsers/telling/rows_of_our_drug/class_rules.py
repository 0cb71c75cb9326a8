"""Rows of a preferred drug list that hold a whole class of drugs, and tell in one column what is asked for each:
"… Spravato, trazodone … | Auvelity … | CLINICAL CRITERIA Spravato: 18 or older Zurzuvae: one course".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.criteria.families import findings_in
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.tables.class_tables import titles_listed
from parsers.uses.indications import mentions
from parsers.uses.scopes import refined

PARAMETERS = compiled(
    r"^\W*(?:(?:PA|prior authori[sz]ation|clinical|coverage|drug|step therapy|utili[sz]ation|and|or)\b[\s/&,-]*)*"
    r"(?:criteria|parameters|rules|requirements|restrictions|limits|limitations|edits|notes|comments)\W*$",
    re.IGNORECASE,
)
# "bupropion, bupropion SR": what stands in a column of names, by its words.
_WORD = compiled(r"[A-Za-z][\w-]{3,}")
# The name of a drug over what is asked for it.
_NAMED = compiled(r"(?<![\w-])(?P<name>[A-Za-z][\w-]{2,})(?: (?:ER|XR|SR|XL|IR))?(?: ?\([^()]{3,40}\))?:\s+")
# "CLINICAL CRITERIA (CC)", "STEP THERAPY:": the title of a kind of rule, printed in capitals.
_KIND = compiled(r"(?<![\w-])(?:[A-Z][A-Z/-]{2,}[ /]?){2,}(?:\s*\([A-Z/]{1,6}\))?:?(?=\s|$)")
_BETWEEN_CLAUSES = compiled(r"\s*;\s+(?:and\s+)?")
_FEWEST_NAMES = 4


def with_class_rules(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with such a row as cover of our drug and the list of what is asked for it; and for each of these
    covers what is printed. What is asked for the other drugs of the class goes.
    """
    restated: dict[str, str] = {}
    said: list[Block] = []
    titles: tuple[str, ...] = ()
    for block in blocks:
        titles = _titles(block, titles)
        said += _told(block, titles, restated) or (block,)
    return tuple(said), restated


def _titles(block: Block, before: tuple[str, ...]) -> tuple[str, ...]:
    """The titles in force: those of the row, else of the last row that titles a list's columns."""
    if block.kind != "row":
        return ()
    if block.header:
        return block.header
    titles = any(map(titles_listed, block.cells)) and any(map(PARAMETERS.search, block.cells))
    return block.cells if titles else before


def _told(row: Block, titles: Sequence[str], restated: dict[str, str]) -> tuple[Block, ...]:
    if len(titles) != len(row.cells) or titles == row.cells:
        return ()
    columns = list(zip(titles, row.cells, strict=True))
    listed = [(title, cell) for title, cell in columns if titles_listed(title)]
    ours = [title for title, cell in listed if named_products(cell)]
    names = {word.lower() for _, cell in listed for word in _WORD.findall(cell)}
    asked = [clause for title, cell in columns if PARAMETERS.search(title) for clause in _of_ours(cell, names)]
    if len(ours) != 1 or len(names) < _FEWEST_NAMES or not _asks_of_drug(asked):
        return ()
    drug = next(cell for title, cell in listed if title == ours[0])
    lead = f"{_our_name(drug)} ({ours[0].strip().lower()}) is covered when all of the following are met:"
    restated[lead] = row.text
    plain = replace(row, kind="paragraph", text=lead, cells=(), header=())
    return (plain, *(replace(plain, kind="item", depth=1, text=clause) for clause in asked))


def _asks_of_drug(asked: Sequence[str]) -> bool:
    """Whether something is asked whatever the use, or in the one use that is; rules by use and bare marks ("PA, QL")
    are read where they stand.
    """
    uses = refined(dict.fromkeys(mention.indication for clause in asked for mention in mentions(clause)))
    return any(any(findings_in(clause)) for clause in asked) and len(uses) <= 1


def _of_ours(cell: str, names: set[str]) -> Iterator[str]:
    """What a cell asks for our drug, and what it says before any name: that holds for the whole class."""
    named = [found for found in _NAMED.finditer(cell) if found["name"].lower() in names or named_products(found[0])]
    if not any(named_products(found[0]) for found in named):
        return
    opened = sorted((*named, *_KIND.finditer(cell)), key=re.Match.start)
    ends = [*(found.start() for found in opened[1:]), len(cell)]
    held = [
        (0, opened[0].start()),
        *((found.end(), end) for found, end in zip(opened, ends, strict=True) if _holds(found)),
    ]
    for start, end in held:
        yield from filter(None, (clause.strip(" .;,") for clause in _BETWEEN_CLAUSES.split(cell[start:end])))


def _holds(opened: re.Match[str]) -> bool:
    """Whether a text stands behind our drug's name, or right behind the title of a kind of rule."""
    return "name" not in opened.groupdict() or bool(named_products(opened[0]))


def _our_name(cell: str) -> str:
    return next(word.strip(",;") for word in cell.split() if named_products(word))
