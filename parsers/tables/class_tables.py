"""Tables of classes of drugs with a column of rules: "Class | Preferred | Non-preferred | Rule"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parsers.answering.answers import stated_status
from parsers.answering.statuses import prior_authorization
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.models import Block

# "Depression", as the title of drugs for it, is no use that is answered for.
CLASS_COLUMN = compiled(
    r"^\W*(?:(?:therapeutic|drug|treatment|medication) )?(?:class(?:es)?|categor(?:y|ies)|area|group|condition)\W*$",
    re.IGNORECASE,
)
_LISTED = compiled(r"^\W*(?:non-? ?)?preferred\b", re.IGNORECASE)
_RULE = compiled(
    r"^\W*(?:(?:PA|clinical|coverage|step|authori[sz]ation|approval) )?(?:rules?|criteri(?:a|on)|requirements?|"
    r"conditions?)(?: ?(?:and|or|&|/|,) ?(?:other )?(?:comments?|notes?|remarks?|limits?|criteria|requirements?))?\W*$",
    re.IGNORECASE,
)
# "NO PA REQUIRED PREFERRED", "Step therapy required", "PA required": columns of names by what they need.
_TIER = compiled(
    r"^\W*(?=.*(?:required|preferred))(?:(?:(?:no )?(?:PA|prior authori[sz]ation|step therapy|ST)(?: required)?"
    r"|(?:non-? ?)?preferred|with|and|or|agents?|drugs?|products?)\W*)+$",
    re.IGNORECASE,
)
_DEMANDS = compiled(
    r"\b(?:must|trials?|tri(?:ed|es)|fail\w*|requir\w+|after|before|at least|all|any|one|two|three|see|step)\b|\d+ "
    r"(?:days|weeks|months)",
    re.IGNORECASE,
)
_FEWEST_WORDS = 4


def with_own_rules(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with our drug's row of such a table as the drug and its rule alone; and for each of these texts the one
    that is printed. The other drugs beside it are its alternatives or steps, which the rule names itself.
    """
    restated: dict[str, str] = {}
    return tuple(_own(block, restated) for block in blocks), restated


def with_own_tier(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with a row of names by what they need as our drug's cell alone: a drug that needs a step itself, in
    another column, is no step to ours.
    """
    return tuple(_in_own_tier(block) for block in blocks)


def _in_own_tier(row: Block) -> Block:
    ours = [bool(named_products(cell)) for cell in row.cells]
    tiers = len(row.header) == len(row.cells) > 1 and all(map(_TIER.match, row.header))
    others = [cell for cell, own in zip(row.cells, ours, strict=True) if not own]
    if not tiers or sum(ours) != 1 or any(map(_DEMANDS.search, others)):
        return row
    cells = tuple(cell if own else "" for cell, own in zip(row.cells, ours, strict=True))
    return replace(row, text=" | ".join(filter(None, cells)), cells=cells)


def titles_listed(title: str) -> bool:
    """Whether a column holds the names of a list's drugs ("Preferred agents", "Non-preferred")."""
    return bool(_LISTED.match(title))


def _own(row: Block, restated: dict[str, str]) -> Block:
    place, rule = _columns(row)
    if place is None or rule is None:
        return row
    told = row.cells[rule]
    # "Non-preferred: PA required", over our drug: its rule says no word of it.
    needs = prior_authorization(row.header[place]) and prior_authorization(told) is None
    said = f"Prior authorization is required.\n{told}" if needs else told
    cells = (row.cells[place], said)
    text = " | ".join(cells)
    restated |= {text: row.text, said: told}
    return replace(row, text=text, cells=cells, header=("Drug", "Criteria"))


def _columns(row: Block) -> tuple[int | None, int | None]:
    """The places of our drug among listed ones and of a rule that says something; None for any other row."""
    first, *_ = row.header or ("",)
    if row.kind != "row" or len(row.header) != len(row.cells) or not CLASS_COLUMN.match(first):
        return None, None
    titled = list(enumerate(zip(row.header, row.cells, strict=True)))
    ours = [place for place, (title, cell) in titled if _LISTED.match(title) and named_products(cell)]
    rules = [place for place, (title, cell) in titled if _RULE.match(title) and _says_something(cell)]
    return (ours[0], rules[-1]) if len(ours) == 1 and rules else (None, None)


def _says_something(cell: str) -> bool:
    return len(cell.split()) >= _FEWEST_WORDS or stated_status(cell) is not None
