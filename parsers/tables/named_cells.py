"""The cell of a drug list's row that names one of our drugs, and what its column says of what stands in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.models import Block, Status

# A name cell holds a drug and its form ("esketamine nasal spray (Spravato)"), not a sentence.
_NAME_WORDS = 8
# "Any compound with the drug as an ingredient, for topical use", where what is refused is listed.
_COMPOUND_WORDS = 14
_STRENGTH = compiled(r"\([^()]*\)|\d\S*(?: ?(?:mg|ml)\b\S*)?", re.IGNORECASE)
EXCLUDED = compiled(
    # "Removed; no longer covered".
    r"^\W*(?:(?:removed|deleted|dropped|ended)\b[^.;,]{0,30}[.;,:–—-]+ (?:and )?)?"
    r"(?:not covered|(?:will |is |to )?(?:be )?(?:no longer|not)(?: be)? covered|non-?covered|excluded|"
    r"benefit exclusion|NC|not a covered (?:benefit|service)|"
    r"plan exclusion)\b",
    re.IGNORECASE,
)
# The words of a column's title, and the columns of a table that is a list by these.
_TITLE_WORDS = 6
_FEWEST_LISTS = 2
# Where the column of the name is itself the answer: preferred drugs in one, the others in the next.
_LISTED_COLUMN = compiled(
    r"\b(?:non-? ?)?preferred (?:agents?|drugs?|products?|brands?|medications?|medicines|\()|\bpreferred$|\bN?PDL\b"
    # Over drugs, as "Preferred" is; over their names' neighbours "PA required" asks a question.
    r"|^\W*(?:(?:drugs?|agents?|products?) )?(?:needs?|requir(?:es?|ing)|with|subject to) (?:a )?"
    r"(?:PA|prior auth\w*)\W*$"
    r"|^\W*(?:PA|prior auth\w*) (?:drugs|agents|products)\W*$",
    re.IGNORECASE,
)
# What a run of names does not hold, however long it is.
_SAYS = compiled(
    r"\b(?:is|are|was|be|has|have|had|must|may|will|after|if|when|unless|until|fail\w*|trials?|requires?|required|"
    r"patients?|members?|criteria)\b|[.:]\s",
    re.IGNORECASE,
)


def listed_by(title: str) -> Status | None:
    """What it means to stand in a column of this title, None when that alone means nothing."""
    if EXCLUDED.search(title):
        return "excluded"
    return "covered" if _LISTED_COLUMN.search(title) else None


def with_listing_titles(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with rows under the titles that the first row of their table gives its columns, where these tell by
    themselves what it means to stand in them ("Preferred | Non-preferred | Notes").
    """
    titled: list[Block] = []
    titles: tuple[str, ...] = ()
    for block in blocks:
        first = block.kind == "row" and not block.header and not (titled and titled[-1].kind == "row")
        if first or block.kind != "row":
            titles = block.cells if first and _titles_lists(block.cells) else ()
        under = bool(titles) and not first and not block.header and len(block.cells) == len(titles)
        titled.append(replace(block, header=titles) if under else block)
    return tuple(titled)


def _titles_lists(cells: Sequence[str]) -> bool:
    """Whether cells are titles of columns at least two of which list drugs: one that does may answer for its row."""
    short = all(len(cell.split()) <= _TITLE_WORDS and not named_products(cell) for cell in cells)
    return short and sum(listed_by(cell.replace("\n", " ")) is not None for cell in cells) >= _FEWEST_LISTS


def named_cell(block: Block) -> tuple[str, str] | None:
    """The cell that names a drug and the title of its column, "" without one; None when no cell does."""
    titles = [title.replace("\n", " ") for title in block.header] + [""] * len(block.cells)
    for title, cell in zip(titles, block.cells[:4], strict=False):
        # A column of a drug list holds many names under one another.
        names = cell.splitlines() if listed_by(title) else [cell]
        for name in names:
            if named_products(name) and (_is_name(name, title) or (listed_by(title) and not says_something(name))):
                return title, name
    return None


def _is_name(text: str, title: str) -> bool:
    """Whether a text is a name by its length, the doses in it apart."""
    longest = _COMPOUND_WORDS if listed_by(title) == "excluded" else _NAME_WORDS
    return len(_STRENGTH.sub(" ", text).split()) <= longest


def says_something(text: str) -> bool:
    """Whether a text says something of what it names; a run of names does not."""
    return bool(_SAYS.search(text))
