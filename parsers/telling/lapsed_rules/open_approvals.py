"""Sentences on approvals that were open when a rule changed ("Open approvals are honored until they end"): left out.

They answer for no request to come, and under a title of other uses would be read as cover for these.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.answering.answers import names_use
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.telling.sentence_by_sentence import Told, without_sentences

_APPROVALS = r"(?:prior )?(?:authori[sz]ation|approval|(?:pre-?)?certification|PA)s?"
_OPEN = r"(?:open|existing|active|earlier|standing|unexpired|(?:now|currently|already) (?:open|active|valid))"
_IN_FORCE = (
    r"(?:(?:that |which )?(?:(?:are|were|is|was) )?(?:(?:now|already|currently|still) )?"
    r"(?:in (?:force|effect|place)|on file|open|active|granted|issued|given|made|approved)"
    r"(?: (?:before|prior to|by|on) [\w ,]{2,40}?)?)"
)
_STAY = (
    r"(?:(?:run|last|continue|stand|stay|remain|keep|hold)s?"
    r"|(?:is|are|be) (?:kept|honou?red|left|good|valid|unaffected))"
)
_PAST = compiled(
    rf"^\W*(?:(?:all|any|every|the) )?(?:{_OPEN} {_APPROVALS}(?: {_IN_FORCE})?|{_APPROVALS} {_IN_FORCE})"
    rf"(?: (?:will|shall|can))?(?: (?:also|all|still))? {_STAY}\b[^.;:]{{0,60}}?"
    r"\b(?:ends?|expires?|lapses?|runs? out|(?:end|expiration|expiry|stop|termination) dates?|expiration|expiry)\W*$",
    re.IGNORECASE,
)
_MAY_BE = compiled(r"\b(?:authori[sz]ation|approval|certification|PA)s?\b", re.IGNORECASE)
_KINDS = ("paragraph", "item")


def without_open_approvals(blocks: Sequence[Block]) -> Told:
    """`blocks` without such sentences; and what is printed of those that lost one."""
    return without_sentences(_PAST, blocks, lambda block: _tells_of_open_ones if _may_tell(block) else None)


def _may_tell(block: Block) -> bool:
    return block.kind in _KINDS and bool(_MAY_BE.search(block.text))


def _tells_of_open_ones(text: str) -> bool:
    return bool(_PAST.match(text)) and not names_use(text) and not named_products(text)
