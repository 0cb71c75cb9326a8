"""What "one" means where a question or a title asks how long an approval lasts: "The first one is for three months".

So it is with a unit that is said once ("the first lasts three months, renewals last six").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.language.patterns import compiled
from parsers.language.rewriting import Rewriting
from parsers.models import Block
from parsers.telling.sentence_by_sentence import Told, told_by_sentence

_APPROVAL = r"(?:approvals?|(?:pre-?)?authori[sz]ations?|certifications?|PAs?)"
_ASKS_HOW_LONG = compiled(
    rf"\bhow long\b[^.?]{{0,60}}\b{_APPROVAL}\b|\b{_APPROVAL}\b[^.?]{{0,30}}\b(?:last|length|duration|good for)\b"
    rf"|\b(?:length|duration|term|period)s?\b[^.?]{{0,30}}\b{_APPROVAL}\b|\b(?:for )?how long do (?:you|we) approve\b",
    re.IGNORECASE,
)
_RUNS = r"(?:lasts?|runs?|holds?|covers?|is|are|will|gives?|stays?)"
_NAMED = Rewriting(
    (
        (
            compiled(
                rf"\b(?P<which>first|initial|second|later|next|further|following|subsequent|new) one(?P<more>s?)"
                rf"(?= ?:| {_RUNS}\b| for\b|,)",
                re.IGNORECASE,
            ),
            r"\g<which> approval\g<more>",
        ),
        (
            compiled(
                r"\b(?:every|each|any|all|the)(?: ones?| other)?,? (?:after|following|beyond) "
                r"(?:that|it|this|the first)\b"
            ),
            "every later approval",
        ),
        (compiled(rf"(?<=\bthe )(?P<which>first|later|next)(?= {_RUNS}\b)", re.IGNORECASE), r"\g<which> approval"),
        # The unit that the next number shares.
        (
            compiled(
                r"\b(?P<unit>days|weeks|months|years)\b(?P<more>[^.:]{0,60}? (?:lasts?|runs?|"
                r"(?:approvals?|renewals?|extensions?|ones?|is|are|and) (?:for|of)) (?:for )?(?:up to )?"
                r"(?:\d{1,3}|two|three|four|five|six|eight|nine|ten|twelve|eighteen))(?=\W*$|[.;,])",
                re.IGNORECASE,
            ),
            r"\g<unit>\g<more> \g<unit>",
        ),
    )
)


def with_ones_named(blocks: Sequence[Block]) -> Told:
    """`blocks`, with the approval that each "one" stands for in such an answer; and what is printed for it."""
    kinds = ("paragraph", "item")
    return told_by_sentence(
        _NAMED.looked_for,
        blocks,
        lambda place: _NAMED.of if blocks[place].kind in kinds and _asks_how_long(blocks[place]) else None,
    )


def _asks_how_long(block: Block) -> bool:
    asked = (block.path[-1] if block.path else "", block.text.partition(": ")[0], block.text.partition("?")[0])
    return any(map(_ASKS_HOW_LONG.search, asked))
