"""How a form is to be filled in, signed and sent, among its questions ("All fields must be completed"): as an item of
their list it would stand as one more thing that a patient has to meet, or as a choice among them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.criteria.families import findings_in
from parsers.language.any_of import any_of
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block
from parsers.telling.form_fields.form_sections import is_to_tick

_FORM = (
    r"(?:(?:this|the|a|all|any|every|each|completed?|incomplete|unsigned|request|pa|authorization) )*"
    r"(?:forms?|requests?)"
)
_FILLED = (
    r"(?:completed?|filled(?: (?:in|out))?|signed|dated|typed|printed|legible|answered|initial(?:l?ed)|submitted|faxed)"
)
_ASKED = r"(?:questions?|fields?|items?|sections?|blanks?|boxes|lines?|pages?|information)"
_DENIED = (
    r"(?:den(?:ied|ial)|returned|rejected|delay(?:ed|s)?|not (?:be )?(?:processed|reviewed|accepted|considered)|void)"
)
_TRUE = r"(?:true|accurate|correct|complete|verifiable|truthful)"
_DIRECTIONS = any_of(
    rf"^\W*(?:please )?(?:answer|complete|fill (?:in|out)|check|sign|date|print|type)\b[^.]{{0,40}}\b(?:{_ASKED}|form|"
    r"clearly|legibly|here|below)\b[^.]{0,30}$",
    rf"^\W*(?:all|every|each|any)\b[^.]{{0,20}}\b{_ASKED}\b[^.]{{0,20}}\b(?:must|should|has to|have to|need to|are "
    rf"to) be "
    rf"{_FILLED}\b[^.]{{0,40}}$",
    rf"^\W*{_FORM}\b[^.]{{0,20}}\b(?:must|should|has to|have to|needs? to) be {_FILLED}\b[^.]{{0,60}}$",
    r"^\W*(?:the )?(?:prescriber|provider|physician|requester|clinician)(?:'s signature)? (?:must|should|has to|needs "
    r"to) "
    r"(?:sign|date|initial|complete|be (?:signed|dated))\b[^.]{0,40}$",
    rf"^\W*(?:{_FORM}\b[^.]{{0,20}}\b(?:without|lacking|missing|not|that)\b[^.]{{0,60}}|(?:incomplete|unsigned|"
    rf"unanswered|"
    rf"missing|illegible)\b[^.]{{0,40}}|failure to (?:complete|sign|answer|submit|provide|include)\b[^.]{{0,60}})"
    rf"\b(?:will|may|can|could|shall)\b[^.]{{0,30}}\b{_DENIED}\b[^.]{{0,40}}$",
    rf"^\W*(?:the )?{_FORM} (?:will|may) be {_DENIED} (?:if|when|unless)\b[^.]{{0,30}}\b(?:information|documents?|"
    r"documentation|signature|form|page|records?)\b[^.]{0,50}$",
    # "Answering No to any of the questions may result in a denial."
    rf"^\W*(?:answering|answers? of|an?|if)\b[^.]{{0,12}}\bno\b[^.]{{0,20}}\b(?:any|one or more|one) (?:of )?(?:the |"
    rf"these )?"
    rf"(?:above |following )?(?:{_ASKED}|these|the above|\d+)\b[^.]{{0,20}}\b(?:result|lead|mean|be|cause|is|"
    rf"require)s?\b"
    r"[^.]{0,20}\bden(?:ial|ied)\b[^.]{0,20}$",
    r"^\W*if (?:the answer (?:is|to any\b[^,.]{0,30}is) )?[\"“'‘]?(?:yes|no)\b[\"”'’]?[^,.;]{0,40}"
    r"\b(?:question|item|above|these)s?\b[^,.;]{0,12}, (?:please )?"
    r"(?:explain|attach|provide|describe|specify|submit|include|comment|give|list|document)\b[^.]{0,80}$",
    r"^\W*(?:please )?(?:include|attach|send|provide|submit)\b[^.]{0,80}\b(?:when|if|where|as) (?:appropriate|"
    r"available|"
    r"applicable|needed|necessary)\b[^.]{0,10}$",
    rf"^\W*(?:was|is|has) (?:the|this) form\b[^.?]{{0,20}}\b{_FILLED}\b[^.?]{{0,50}}\?",
    rf"^\W*(?:by signing[^,.]{{0,30}},? )?(?:I|the (?:prescriber|provider|physician|"
    rf"undersigned))\b[^.;]{{0,20}}\b(?:certif|attest|"
    rf"confirm|declare|affirm|verif)\w*\b[^.;]{{0,20}}\b(?:above|information|answers?|statements?|responses?|"
    rf"foregoing|form)\b"
    rf"[^.;]{{0,60}}\b{_TRUE}\b[^;]{{0,120}}$",
    flags=re.IGNORECASE,
)
_WORD = compiled(r"[A-Za-z]{3}")
_ENDS = compiled(r"[\s.!|_]+$")
_PAPERWORK = frozenset({"documentation"})
_FEWEST = 2


def without_form_directions(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks` of a form without what only says how it is filled in; what asks anything of the patient stays."""
    if sum(map(is_to_tick, blocks)) < _FEWEST:
        return tuple(blocks)
    return tuple(block for block in blocks if not _directs(block))


def _directs(block: Block) -> bool:
    if block.kind not in ("item", "paragraph", "row", "definition"):
        return False
    said = (
        [cell for cell in dict.fromkeys(block.cells) if re.search(r"[A-Za-z]{3}", cell)]
        if block.cells
        else [block.text]
    )
    parts = sentences(said[0]) if len(said) == 1 else []
    return bool(parts) and all(map(_is_direction, parts))


def _is_direction(sentence: str) -> bool:
    if not _DIRECTIONS.stands_in(_ENDS.sub("", sentence)):
        return False
    return all(finding.key in _PAPERWORK for finding in findings_in(sentence))
