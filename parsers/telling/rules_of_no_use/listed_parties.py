"""Lists of the groups, plans and members that a notice is for ("It begins in June for: • HMO members • all groups").

They say whose requests a rule is about, and ask nothing of a patient.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from parsers.criteria.families import findings_in
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.uses.indications import mentions

_PARTY = compiled(
    r"\b(?:members?|enrollees?|subscribers?|beneficiar(?:y|ies)|groups?|plans?|accounts?|contracts?|employers?|"
    r"employees|retirees|policies|lines? of business|programs?|HMOs?|PPOs?|POS|EPOs?|Medicaid|Medicare|CHIP|"
    r"marketplace|exchange|commercial|dual[ -]eligibles?)\b",
    re.IGNORECASE,
)
# What is asked of a patient, or of who prescribes.
_DEMANDS = compiled(
    r"\b(?:must|shall|should|need(?:s(?! plans?\b)|ed)?|requir\w+|fail\w*|tried|trials?|diagnos\w*|treat\w*|"
    r"therap\w+|depress\w*|age[ds]?|years?|adults?|prescri\w+|patients?|respon\w+|histor\w+|document\w*|not|no|if|when|unless|until|whose|"
    r"approv\w*|authori[sz]\w+|receiv\w+|met|meets?|past|previous\w*|already"
    r"|(?:members?|enrollees?|beneficiar(?:y|ies)|subscribers?) (?:who|is|are|has|have|was|were|will|does))\b|\d\d"
    r"|[.;:?] ",
    re.IGNORECASE,
)
# "… when all of these are met:" leads in what is asked.
_LEADS_DEMANDS = compiled(r"\b(?:met|true|criteria)\b", re.IGNORECASE)
_LONGEST = 25


def without_listed_parties(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, without such lists."""
    kept: list[Block] = []
    for kind, run in groupby(blocks, key=lambda block: block.kind):
        these = tuple(run)
        led = kind == "item" and bool(kept) and _leads_parties(kept[-1])
        kept += () if led and all(_is_party(item.text) for item in these) else these
    return tuple(kept)


def _leads_parties(block: Block) -> bool:
    return block.kind == "paragraph" and block.text.rstrip().endswith(":") and not _LEADS_DEMANDS.search(block.text)


def _is_party(text: str) -> bool:
    """Whether an item is the name of members or of a business, and says nothing else."""
    if len(text.split()) > _LONGEST or not _PARTY.search(text) or _DEMANDS.search(text):
        return False
    return not (mentions(text) or named_products(text) or findings_in(text))
