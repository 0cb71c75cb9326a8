"""Names of drugs over their own criteria, in a list of what needs authorization: each titles what follows it.

"SPRAVATO (esketamine): J3490", then "Initial criteria:" and its list, "Renewal criteria:" and its list, "ZURZUVAE".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parsers.answering.statuses import prior_authorization
from parsers.drugs.names import named_products
from parsers.drugs.other_drugs import is_other_drug
from parsers.language.lead_ins import leads_in
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.phases.phases import read_phase
from parsers.sections.headings import MADE_CHAPTER_DEPTH
from parsers.sections.roles import CRITERIA_ROLES, heading_role
from parsers.sections.titled_answers import is_entry
from parsers.uses.indications import mentions

# "KONVOMEP", "ZURZUVAE (zuranolone) capsules: J1234", "Zurzuvae (zuranolone)".
_NAME = compiled(
    r"\W*(?:[A-Z][A-Z-]{3,}(?: [A-Z]{2,4})?|[A-Z][a-z]{3,}(?= \())(?: \([a-z][\w ,/-]*\))?(?: [\w/-]+){0,3}"
    r"(?:\s*[:–—-]+\s*[A-Z\d][A-Z\d ,;/]*)?\W*"
    # "Konvomep capsules"
    r"|\W*[A-Z][a-z]{3,} (?:capsules?|tablets?|injections?|(?:oral |nasal )?(?:solution|spray|suspension)|creams?|"
    r"films?|patch(?:es)?|vials?|kits?)\W*"
)


def with_entry_titles(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """`blocks`, with the name of our drug over its criteria as their title, and so the names of others beside it."""
    ours = {place for place, block in enumerate(blocks) if _may_title(blocks, place) and is_entry(block)}
    if not ours:
        return blocks
    paths = {blocks[place].path for place in ours}
    others = {
        place
        for place, block in enumerate(blocks)
        if block.path in paths and _may_title(blocks, place) and _names_another(block.text)
    }
    return tuple(
        replace(block, kind="heading", depth=MADE_CHAPTER_DEPTH) if place in ours | others else block
        for place, block in enumerate(blocks)
    )


def _may_title(blocks: Sequence[Block], place: int) -> bool:
    """Whether a paragraph stands right over a line that leads in a list of criteria."""
    lead, *listed = blocks[place + 1 : place + 3] or (blocks[place],)
    if blocks[place].kind != "paragraph" or lead.kind != "paragraph" or not listed or listed[0].kind != "item":
        return False
    label = lead.text.partition(":")[0]
    titled = heading_role(label) in CRITERIA_ROLES or read_phase(label) is not None or leads_in(lead.text)
    return titled and not named_products(lead.text)


def _names_another(text: str) -> bool:
    """Whether a line is the name of a drug that is not ours."""
    told = named_products(text) or heading_role(text) or mentions(text) or prior_authorization(text) is not None
    return is_other_drug(text) or (bool(_NAME.fullmatch(text)) and not told)
