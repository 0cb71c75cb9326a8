"""Paragraphs of labelled values in a row ("Age: 18+. Prescriber: psychiatrist. Approval: 3 months.") as lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.masthead.labelled_lines import RECORD_LABEL
from parsers.models import Block

# A label of a few words without a verb; "Note:" and "For example:" label no value.
_LABELLED = compiled(
    r"(?!(?i:note|notes|for example|e\.g\.|i\.e\.|reminder|important|exception|rationale|background|however)\b)"
    r"(?!.{0,40}\b(?i:is|are|was|were|has|have|must|may|should|shall|will|can|following|these|if|when|unless)\b[^:]*:)"
    r"[A-Z][\w/&'’()-]*(?: [\w/&'’()-]+){0,3}:\s+\S"
)
_LONGEST_VALUE = 160
_FEWEST_LABELS = 4
# The labels of a record in a line without stops: "Product: Spravato Diagnosis: depression Approval length: 6 months".
_OF_A_RECORD = compiled(rf"(?<![\w-])(?<!Guideline )(?<!Request )(?<!Review )(?=[A-Z])(?=(?i:{RECORD_LABEL}): \S)")
_FEWEST_OF_A_RECORD = 3


def with_labels_in_lines(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with each paragraph that is nothing but short labelled values in as many paragraphs."""
    return tuple(line for block in blocks for line in _lines(block))


def _lines(block: Block) -> Sequence[Block]:
    if block.kind != "paragraph" or block.text.count(":") < _FEWEST_OF_A_RECORD:
        return (block,)
    if labelled := _of_a_record(block.text):
        return tuple(replace(block, text=each, cells=()) for each in labelled)
    said = sentences(block.text)
    if len(said) < _FEWEST_LABELS or not all(_LABELLED.match(each) and len(each) <= _LONGEST_VALUE for each in said):
        return (block,)
    return tuple(replace(block, text=each, cells=()) for each in said)


def _of_a_record(text: str) -> tuple[str, ...]:
    """The labelled values of a record that a line holds from its first word on; () where it is none."""
    parts = [part.strip() for part in _OF_A_RECORD.split(text)]
    short = all(len(part) <= _LONGEST_VALUE for part in parts)
    return tuple(parts[1:]) if not parts[0] and len(parts) > _FEWEST_OF_A_RECORD and short else ()
