"""What a sentence demands of a member in a row of bare verbs: "A member must be 18, take a pill, and see a nurse".

Each verb behind the first gets the subject again, so that each demand is a clause of its own: what none of our words
read in a bare "see a nurse" would be lost.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parsers.criteria.vocabulary import PERSON
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block

_VERB = (
    r"(?:take|see|have|be|keep|live|sign|agree|use|receive|attend|complete|continue|bring|enroll|remain|stay|undergo|"
    r"carry|hold|accept|score|weigh|wear|obtain)"
)
_ASKED = compiled(
    rf"^(?:[^.;:]*,\s+)?(?:(?:the|an?|each|every|all|any|eligible|new|our|your) )*(?:\w+ )?"
    rf"(?:{PERSON})s?\b[^.;:,]{{0,60}}?"
    rf"\b(?P<modal>must|has to|have to|needs? to|should)(?: (?:also|first|still))? (?={_VERB}\b)",
    re.IGNORECASE,
)
# Behind these words the verbs are no demands in a row.
_OTHERWISE = compiled(
    r"\b(?:not|no longer|never|neither|or|unless|except|either|agree to|able to|willing to|before|if)\b"
    r"(?! (?:older|more|over|above|higher|greater)\b)",
    re.IGNORECASE,
)
_NEXT = compiled(rf"(?P<joint>, (?:and )?|,? and )(?=(?P<verb>{_VERB}) (?!(?:and|or)\b))")


def with_serial_demands(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with the subject before each verb of such a row; and what is printed for each sentence so told."""
    told: list[Block] = []
    restated: dict[str, str] = {}
    for block in blocks:
        parts = sentences(block.text) if block.kind in ("paragraph", "item") else ()
        said = [(part, _in_full(part)) for part in parts]
        changed = {new: old for old, new in said if new != old}
        restated |= changed
        told.append(replace(block, text=" ".join(new for _, new in said)) if changed else block)
    return tuple(told), restated


def _in_full(sentence: str) -> str:
    asked = _ASKED.match(sentence)
    if asked is None or _OTHERWISE.search(sentence, asked.start("modal")):
        return sentence
    row = sentence[asked.end() :]
    return sentence[: asked.end()] + _NEXT.sub(lambda found: f"{found['joint']}the member must ", row)
