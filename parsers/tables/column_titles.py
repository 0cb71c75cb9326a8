"""What the first row of a table, or one like it, calls the columns."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.tables.table_outlines import only_boxes

SHORTEST_TEXT = 40
# "Effective Date: May 1", a supply in a period, a code, an article's number, a number of five digits: what a row says,
# not what it calls its columns.
# "Column 1: resistant depression", "Indication B: …": titles that are counted.
_COUNTED = compiled(
    r"^\W*(?:column|col\.?|indication|use|group|phase|step|option|pathway) (?:\d|[A-F]|[IVX]{1,3}):", re.IGNORECASE
)
_PAIR = compiled(r"^[^:]{2,40}:\s+\S")
_SUPPLY = compiled(
    r"^\W*\d+ (?:kits?|devices?|units?|sprays?|packs?)\b.*(?:/|\b(?:per|every|each|in)\b) ?"
    r"(?:\d+ )?(?:days?|weeks?|months?)",
    re.IGNORECASE,
)
_VALUE = compiled(r"\b(?:[A-Z]\d{4,6}|\d{5}|[A-Z]\d\d\.\d+)\b")

_PREFERRED = compiled(r"\bnon-? ?preferred\b", re.IGNORECASE)
_OF_A_PREFERRED_LIST = compiled(
    r"\W*(?:non-? ?)?preferred(?: (?:agents?|drugs?|products?|medications?|medicines|brands?|options?))?"
    r"(?: ?\([^()]{1,40}\))?\W*|\W*(?:(?:drug|therapeutic|PDL|medication) )*(?:class(?:es)?|categor(?:y|ies))\W*|"
    r"\W*(?:(?:PA|prior authori[sz]ation|clinical|other) )?(?:criteria|comments?|notes?|requirements?|limits?|"
    r"edits)\W*",
    re.IGNORECASE,
)


def titles_anew(cells: tuple[str, ...], header: tuple[str, ...]) -> bool:
    """Whether a row that repeats the first title gives the columns others ("Indication | Investigational")."""
    anew = bool(header) and cells[0] == header[0] and cells != header and len(cells) == len(header) > 1
    return anew and all(cells) and max(map(len, cells)) < SHORTEST_TEXT and names_columns(cells)


def is_split(cells: tuple[str, ...]) -> bool:
    """Whether a row says different things in its columns."""
    return len(set(filter(None, cells))) > 1


def names_columns(cells: tuple[str, ...]) -> bool:
    """Whether a row says what its columns hold, and nothing of its own."""
    # A row with the boxes for its answer asks something itself.
    if any(map(only_boxes, cells)):
        return False
    labels = [cell.rstrip().endswith(":") for cell in cells if cell]
    pairs = labels[0] and not all(labels)
    # One title of many may say of what group it is ("SEDATIVES: preferred"), or each of what it is the answer.
    facts = len({cell.partition(":")[2] for cell in cells if _PAIR.match(cell) and not _COUNTED.match(cell)})
    return (
        not pairs and 2 * facts < len(labels) and not any(_VALUE.search(cell) or _SUPPLY.match(cell) for cell in cells)
    )


def titles_preferred(cells: Sequence[str]) -> bool:
    """Whether a row is the titles of a list of preferred drugs and of the others, however it is set."""
    titles = [" ".join(cell.split()) for cell in cells]
    both = any(map(_PREFERRED.search, titles)) and len(set(titles)) == len(titles) > 1
    return both and all(map(_OF_A_PREFERRED_LIST.fullmatch, titles))


def is_of_other_drugs(header: Sequence[str], cells: Sequence[str]) -> bool:
    """Whether a row of a list of preferred drugs, told by its titles, names neither drug: its notes are of others."""
    return any(map(_PREFERRED.search, header)) and not named_products(" ; ".join(cells))
