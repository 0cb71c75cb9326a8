"""Other prescribers who are let in behind the one that is asked for ("A psychiatrist prescribes it. Others do so once
they have consulted one."): told in the sentence that names him, for "one" alone names nobody.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parsers.criteria.families import findings_in
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block

_WHO = (
    r"(?:prescribers?|clinicians?|providers?|practitioners?|doctors?|physicians?|professionals?|prescribing "
    r"(?:physicians?|clinicians?|providers?)|specialists?|(?:nurse )?practitioners?|physician assistants?|someone|"
    r"anyone)"
)
_EXPERT = (
    r"(?:an? |the )?(?:[\w-]+ ){0,2}?(?:\w+(?:iatrist|ologist)s?|specialists?|mental health "
    r"(?:professional|provider)s?)"
)
_OTHERS = (
    rf"(?:(?:any|all|the|every|each) )?(?:others?\b(?! than)|other {_WHO}|(?:any|every)(?:one|body) else|another {_WHO}"
    rf"|(?:(?:we|the plan) (?:also )?(?:accepts?|allows?|takes?) )?(?:an? )?{_WHO} (?:of|from|in|outside|with|without) "
    r"(?:any |all |an? |the |this |that |such )?(?:an)?(?:other )?(?:special\w+|fields?|training|disciplines?)"
    rf"|an? {_WHO} (?:who|that) (?:is|are) (?:no|not an?) {_EXPERT}|an? (?:nurse practitioner|physician assistant)"
    rf"|(?:an? )?(?:family|primary[- ]care|general) {_WHO}|otherwise)"
)
_CONSULTS = r"(?:consult\w*|collaborat\w+|advice|advised|opinion|input|recommendation|conferr\w+|guidance)"
_SUCH = (
    rf"(?:one(?: of (?:these|them|those))?|(?:him|them|these|those|either)\b|(?:such|that|this)(?: an?)? [\w -]{{3,30}}"
    rf"|{_EXPERT})"
)
_LET_IN = compiled(
    rf"(?:[.;,]\s+(?:and |but |while )?)(?P<others>{_OTHERS})(?=[ ,])(?![^.;]*\b(?:not|never|no|cannot)\b)"
    rf"(?:[^.;]{{0,60}}?\b{_CONSULTS} (?:(?:with|from|of|by|to) )?{_SUCH}"
    rf"|[^.;]{{0,40}}?\b(?:one|such an? \w+|{_EXPERT})(?: of (?:these|them))? (?:(?:must|has|have|had|to|is|was|"
    rf"been|be) ){{1,3}}consulted)\b[^.;]{{0,40}}",
    re.IGNORECASE,
)
# Behind "such as" all is taken for examples.
_EXAMPLES = compiled(r",? \(?(?:such as|for (?:example|instance)|e\.g\.|including)\b[^.;]*$", re.IGNORECASE)
_TOLD = ", or a prescriber who has consulted one"


def with_other_prescribers(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks` with such prescribers in the sentence before; and what is printed in place of each."""
    told: list[Block] = []
    restated: dict[str, str] = {}
    for block in blocks:
        text = _joined(block.text) if block.kind != "heading" and _LET_IN.search(block.text) else block.text
        if text == block.text:
            told.append(block)
            continue
        restated |= {said: block.text for said in (text, *sentences(text)) if _TOLD in said}
        told.append(replace(block, text=text, cells=tuple(map(_joined, block.cells))))
    return tuple(told), restated


def _joined(text: str) -> str:
    """A text with each such clause at the end of the sentence or clause before it, where that names a prescriber."""
    found = _LET_IN.search(text)
    if found is None:
        return text
    *_, before = sentences(text[: found.start()]) or ("",)
    named = {str(one.value) for one in findings_in(before) if one.key == "prescriber"}
    if not named or any(value.endswith("_or_consult") for value in named):
        return text
    opening = text[: found.start()]
    examples = _EXAMPLES.search(opening)
    end = examples.start() if examples else len(opening)
    return f"{opening[:end]}{_TOLD}{text[found.end() :]}"
