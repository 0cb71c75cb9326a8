"""Uses for which a notice leaves the answer as it was ("We used to refuse it for every depressive illness. … For other
depression the old position stands"): told as the denial that the notice names before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parsers.answering.answers import names_use
from parsers.answering.status_wording import INVESTIGATIONAL, NOT_NECESSARY
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block, Status
from parsers.telling.verdicts.drugs import drug_over
from parsers.telling.verdicts.words import SAID
from parsers.telling.words_of_steps import places_of

_OLD = r"(?:old|former|earlier|previous|prior|existing|present|current)"
_ANSWER = r"(?:position|policy|denial|rule|answer|stance|status|refusal|decision|determination|exclusion)"
_STANDS = (
    r"(?:still )?(?:stands|holds|applies|continues|remains|stays|is unchanged|has not changed|is kept|is the same)"
    r"(?: (?:in (?:force|effect|place)|unchanged|as it was|the same))?"
)
_AS_BEFORE = compiled(
    r"(?:^|[;,] (?:and |but |while )?)(?:for|in|as to|as for) (?P<use>[^.;:,]{3,120}?),? (?:"
    rf"(?:the|our|its) (?:{_OLD} )?{_ANSWER} {_STANDS}|nothing (?:has changed|changes|is new)|there is no change)\W*$",
    re.IGNORECASE,
)
_FORMERLY = compiled(
    r"\b(?:previously|formerly|used to|until|till|before|earlier|in the past|so far|hitherto|was|were|had been)\b",
    re.IGNORECASE,
)
_REFUSED = compiled(
    r"\b(?:refused?|den(?:y|ied)|excluded?|declined?|rejected|not (?:\w+ )?(?:cover(?:ed)?|pa(?:y|id)|approved?))\b",
    re.IGNORECASE,
)


def with_old_answers(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with the old denial told for such a use; and what is printed for each."""
    restated: dict[str, str] = {}
    told = list(blocks)
    for place in places_of(_AS_BEFORE, blocks):
        block = blocks[place]
        if block.kind not in ("paragraph", "item") or not _FORMERLY.search(block.text):
            continue
        before: Status | None = None
        for sentence in sentences(block.text):
            found = _AS_BEFORE.search(sentence) if before else None
            drug = drug_over(blocks, place)
            if before and found and drug and names_use(found["use"]):
                said = f"{drug.capitalize()} {SAID[before]} for {found['use']}."
                restated[said] = sentence
                rest = sentence[: found.start()].rstrip(" ;,")
                text = f"{rest}. {said}" if rest else said
                told[place] = replace(told[place], text=told[place].text.replace(sentence, text, 1))
            before = _denied_before(sentence) or before
    return tuple(told), restated


def _denied_before(sentence: str) -> Status | None:
    """The denial that a sentence tells of former times."""
    if not _FORMERLY.search(sentence):
        return None
    if INVESTIGATIONAL.search(sentence):
        return "investigational"
    if NOT_NECESSARY.search(sentence):
        return "not_medically_necessary"
    return "excluded" if _REFUSED.search(sentence) else None
