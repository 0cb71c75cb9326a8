"""A prescriber told by an earlier one ("Renewal: a better score, and the same type of prescriber"): read as the words
that name him, where what stands before asks for one prescriber alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.criteria.families import findings_in
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block

_WHO = r"(?:prescribers?|clinicians?|providers?|specialists?|practitioners?|doctors?|physicians?)"
_RULE = r"(?:types?|kinds?|requirements?|rules?|criteri(?:a|on)|conditions?|special(?:ty|ties)|restrictions?)"
_AS_BEFORE = (
    r"(?: (?:as|that) [^.;,:()]{0,40}\b(?:above|before|first|initial(?:ly)?|earlier|start)(?: \w+)?"
    r"| as (?:in|for|under|with) [^.;,:()]{3,60})?"
)
_SAME = compiled(
    rf"(?:(?:it |the drug )?(?:is |to be |must be )?prescribed )?(?:by )?\b(?:the )?same (?:{_RULE} of {_WHO}"
    rf"|prescrib(?:er|ing)(?:'s)? {_RULE}){_AS_BEFORE}(?: (?:applies|apply|holds?|is (?:needed|required|met)))?"
    rf"|\b(?:the )?prescriber (?:is|must be) of the same {_RULE}{_AS_BEFORE}"
    rf"|\b(?:the )?prescriber {_RULE} (?:is|are|stays?|remains?) (?:the same|unchanged){_AS_BEFORE}",
    re.IGNORECASE,
)
_CLAUSE = compiled(r";\s+(?:and\s+)?|,\s+and\s+(?=the )")
_WORDS = {
    "psychiatrist": "prescribed by a psychiatrist",
    "psychiatrist_or_consult": "prescribed by or in consultation with a psychiatrist",
    "mental_health_prescriber": "prescribed by a psychiatrist or a psychiatric nurse practitioner",
    "mental_health_prescriber_or_consult": "prescribed by or in consultation with a psychiatrist or a psychiatric "
    "nurse practitioner",
    "specialist": "prescribed by a specialist",
    "specialist_or_consult": "prescribed by or in consultation with a specialist",
}


def with_same_prescribers(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with the prescriber that an earlier text asks for in the place of "the same type"; and what is printed
    there.
    """
    told: list[Block] = []
    printed: dict[str, str] = {}
    for block in blocks:
        told.append(_told(block, told, printed) if _SAME.search(block.text) else block)
    return tuple(told), printed


def _told(block: Block, before: Sequence[Block], printed: dict[str, str]) -> Block:
    if block.kind == "heading":
        return block
    above = [other.text for other in before if _is_beside(other, block)]
    text = _spelled(block.text, above, printed)
    cells = tuple(_spelled(cell, above, printed) for cell in block.cells)
    return replace(block, text=text, cells=cells)


def _is_beside(other: Block, block: Block) -> bool:
    """Whether a block stands in the same part as another; the row beside a row may be of another drug."""
    parts = block.path[:-1], other.path[: max(len(block.path) - 1, 0)]
    return "row" not in (block.kind, other.kind) and other.kind != "heading" and parts[0] == parts[1]


def _spelled(text: str, above: Sequence[str], printed: dict[str, str]) -> str:
    """`text` with the words for each such prescriber; as it is where none or several are asked for before it."""

    def words(found: re.Match[str]) -> str:
        asked = _prescribers((text[: found.start()],)) or _prescribers(above)
        return _WORDS[asked.pop()] if len(asked) == 1 else found[0]

    spelled = _SAME.sub(words, text)
    told = zip(sentences(spelled), sentences(text), strict=False)
    printed |= {new: old for new, old in told if new != old}
    return spelled


def _prescribers(texts: Sequence[str]) -> set[str]:
    """The prescribers that any clause of the texts asks for."""
    found = (finding for text in texts for clause in _clauses(text) for finding in findings_in(clause))
    return {str(finding.value) for finding in found if finding.key == "prescriber"}


def _clauses(text: str) -> Iterator[str]:
    return (clause for sentence in sentences(text) for clause in _CLAUSE.split(sentence) if clause)
