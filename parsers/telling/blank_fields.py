"""Blanks of a form under or behind what it asks for, to write down what was tried ("Augmenting agent:", "Date __")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parsers.language.lead_ins import leads_in
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.telling.answered_pairs import BOX

_MOST_WORDS = 6
# The name of a field ends in its colon, with what is to be written there named last.
_FIELD = compiled(
    r"^[^:.;?]*\b(?:agents?|drugs?|medications?|medicines?|names?|dates?|doses?|strengths?|durations?|lengths?|scores?|"
    r"reasons?|outcomes?|results?|providers?|facility|frequency|details?|comments?|other|used|tried|taken)\b"
    r"(?: (?:tried|used|taken|given|of (?:trial|therapy|treatment|use)))?(?: \([^()]*\))?\s*:\W*$",
    re.IGNORECASE,
)
_ASKS = compiled(
    r"\b(?:must|shall|should|requir\w+|needs?|needed|at least|none|no|not|any|all|one|two|three|either|both|each|of "
    r"the following|these|fail\w*|without|is|are|has|have|was|were|will)\b|\d|[≥≤<>]",
    re.IGNORECASE,
)

# "☐ PHQ-9 (15 or more) ☐ QIDS (16 or more) Score ____ Date ____": what is written down behind the last option.
_FIELD_NAME = (
    r"(?:(?:(?:baseline|current|start|end|trial|provider|prescriber|initial|total|test) )?(?:scores?|dates?|"
    r"names?|agents?|drugs?|doses?|address|results?|reasons?|durations?|NPI|specialty|phone|fax|details?|comments?|initials|signature|totals?)"
    r"(?: (?:of|used|tried|taken|given|checked|performed|started|ended|on|for)(?: \w+){0,2})?"
    r"|(?:done|taken|measured|completed|given|tested|scored|rated|dated)(?: (?:on|by|at))?)"
)
_FIELDS_BEHIND = compiled(rf"(?<=[\w)%])(?:[\s|,;.(\[]+{_FIELD_NAME}\s*:?\s*_{{2,}})+[\s._)\]]*$", re.IGNORECASE)
# "The PHQ-9 is 15 or more Score: ____ Date: ____" under a box of its own: a name in capitals or behind a mark opens the
# fields, and what stands before them says what is so ("Name of the drug tried: ____" says nothing).
_BEHIND_A_DEMAND = compiled(r"^(?:[^\s_]+\s+){2,}[^\s_]+?(?:[|,;.]\s*|\s*[|(\[]\s*|\s+(?=[A-Z]))\w$")
_TO_FILL_IN = compiled(r"\b(?:list|enter|write|state|give|name|describe|specify|provide|record)\b", re.IGNORECASE)
# "PHQ-9 score ____ (15 or more)", "MADRS ____ (must be at least 28)": the blank stands amid a demand.
_WITH_LEAST = compiled(
    r"\b(?:at least|no less than|minimum|or (?:more|higher|greater|above|over)|(?:more|greater|higher) than)\b|[≥>]",
    re.IGNORECASE,
)
_OPTION = compiled(BOX)
_BLANK = compiled(r"\s*_{2,}\s*")


def without_blanks(text: str) -> str:
    """A text without the fields behind its options to tick, and without the blanks amid a least value."""
    if "__" not in text:
        return text
    # Without options it may be all that is asked: "Prescriber's specialty: ____".
    fields = _FIELDS_BEHIND.search(text)
    behind = fields and _BEHIND_A_DEMAND.match(text[: _first_letter(text, fields.start()) + 1])
    if fields and (_OPTION.search(text) or (behind and not _TO_FILL_IN.search(text[: fields.start()]))):
        text = text[: fields.start()]
    return _BLANK.sub(" ", text).strip() if _WITH_LEAST.search(text) else text


def _first_letter(text: str, start: int) -> int:
    """Where the first letter behind `start` stands."""
    return next((place for place in range(start, len(text)) if text[place].isalpha()), len(text))


def without_blank_fields(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks` without the fields to fill in right under an item that itself says what is asked for."""
    blank: set[int] = set()
    for place, block in enumerate(blocks):
        above = blocks[place - 1] if place else None
        if above is None or not _is_field(block):
            continue
        under = above.kind == "item" and above.depth < block.depth and not leads_in(above.text)
        if (place - 1 in blank or under) and not _leads(blocks, place):
            blank.add(place)
    return tuple(block for place, block in enumerate(blocks) if place not in blank)


# "Name of REMS site where the drug is given:", a field among those of who asks: what the place is called.
_NAMES_A_SITE = compiled(
    r"^\W*(?:(?:name|ID|number|address|phone) (?:of|for) (?:the )?(?:spravato )?REMS\b[^:.;?]{0,60}"
    r"|(?:spravato )?REMS[^:.;?]{0,40}\b(?:name|ID|number|address|phone))(?: ?#)?\s*:[\s_]*$",
    re.IGNORECASE,
)


def without_names_of_sites(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with the fields of a row that only ask what a site of the program is called as blank cells."""
    return tuple(_unnamed(block) if any(map(_NAMES_A_SITE.match, block.cells)) else block for block in blocks)


def _unnamed(block: Block) -> Block:
    cells = tuple("" if _NAMES_A_SITE.match(cell) else cell for cell in block.cells)
    return replace(block, cells=cells, text=" | ".join(filter(None, cells)))


def _is_field(block: Block) -> bool:
    short = block.kind == "item" and not block.marker and len(block.text.split()) <= _MOST_WORDS
    return short and bool(_FIELD.match(block.text)) and not _ASKS.search(block.text)


def _leads(blocks: Sequence[Block], place: int) -> bool:
    """Whether something other than a field stands under a field."""
    after = blocks[place + 1 : place + 2]
    return bool(after) and after[0].kind == "item" and after[0].depth > blocks[place].depth and not _is_field(after[0])
