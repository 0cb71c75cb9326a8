"""What is written down beside an answer on a form ("If yes, list drug, dose, dates: ____", "Reason for stopping: ☐ …"):
the question is all that is asked.

Left beside it, such a field hides the question of its row, and its options stand as ways to meet what is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.tables.table_outlines import only_boxes
from parsers.telling.answered_pairs import BOX
from parsers.telling.form_fields.form_sections import is_to_tick

_TELL = r"(?:list|specify|indicate|explain|provide|describe|give|name|enter|state|note|write|tell|complete|fill in)"
_FILLED = rf"(?:_{{3,}}|(?:{BOX}[^☐□❑❏_:]{{1,40}})+)"
_NAMED = (
    r"(?:(?:drug|medication|agent|antidepressant|names?|dose|strength|dates?|start|end|stop|from|to|length|duration|"
    r"reasons?|outcome|response|results?|frequency|trial|details?|comments?|other|when|where|which|how long)\b"
    r"[^_☐□:.?]{0,40})"
)
_FIELDS = compiled(rf"\W*(?:{_NAMED}:?\s*{_FILLED}[\s,;.]*)+|\W*(?:\d[.)]\s*_{{3,}}[\s,;]*)+", re.IGNORECASE)
# In a cell the fields stand right behind the boxes.
_FIELDS_BEHIND = compiled(
    rf"(?P<answer>\b(?:yes|no|n/?a)\b\W{{0,3}})(?:\s+(?:{_NAMED}:?\s*{_FILLED}|\d[.)]\s*_{{3,}})[\s,;.]*)+$",
    re.IGNORECASE,
)
_IF_ANSWERED = compiled(
    rf"[\s.;,–—(-]*\bif [\"“'‘]?(?:yes|no|so|other)\b[\"”'’]?,? (?:please )?{_TELL}\b[^?]*$", re.IGNORECASE | re.DOTALL
)
# "☐ Yes, drugs: ______ ☐ No, reason: ______", "☐ N/A (explain) ____".
_IN_ANSWER = compiled(
    rf"(?P<answer>\b(?:yes|no|n/?a)\b)\s*(?:[,:–—-]\s*|\()(?:please )?(?:{_TELL}|drugs?|names?|reasons?|dates?|doses?|"
    rf"which)\b"
    rf"[^?☐□_]{{0,40}}(?:_{{3,}}(?:\s*(?:and|,|;)?\s*_{{3,}})*)?",
    re.IGNORECASE,
)
# "(Answer YES if there is no such history.)": which box is ticked where the question does not arise.
_BOX_WORD = r"[\"“'‘]?(?:yes|no|n/?a|not applicable)[\"”'’]?(?: box)?"
_BIDS = (
    r"(?:please )?(?:(?:also|always|still) )?"
    r"(?:answer|mark|check|tick|say|select|choose|circle|write|put|enter|use|pick)"
)
_NOT_SO = (
    r"(?:if|when|where|in case|should) [^?☐.;:]{0,60}?\b(?:no|none|never|not|n/?a|without|nothing|nobody)\b"
    r"[^?☐.;:]{0,60}?"
)
_HOW_TO_ANSWER = compiled(
    rf"(?<=\?)\s*[(\[]?(?:{_BIDS} {_BOX_WORD},? (?:(?:also|too|as well) )?{_NOT_SO}|{_NOT_SO},? {_BIDS} {_BOX_WORD}"
    rf"|{_BOX_WORD},? (?:(?:also|too) )?{_NOT_SO}|leave (?:(?:it|this) )?blank,? {_NOT_SO}"
    r"|[^?☐.;:]{3,60}?\b(?:no|none|never|not|without)\b[^?☐.;:]{0,60}? (?:counts?|is counted|is taken|passes) as "
    rf"(?:an? )?{_BOX_WORD})\s*\.?\s*[)\]]?\.?(?=\s*(?:{BOX}|$))",
    re.IGNORECASE,
)
_LEADS_TO_DETAILS = compiled(
    r"\W*if (?:yes|so),? (?:please )?(?:check|select|mark|tick|indicate)\b[^:?.]{0,40}[:.]?\s*", re.IGNORECASE
)
_DEMANDS = compiled(
    r"\b(?:at least|minimum|must|requir\w+|needed|or (?:more|longer|greater)|more than|adequate|maxim\w+|each of)\b|"
    r"[≥≤<>]",
    re.IGNORECASE,
)
_MOST_WORDS_OF_OPTION = 3
_FEWEST = 2


def without_answer_details(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks` of a form, without the details of its answers."""
    if sum(map(is_to_tick, blocks)) < _FEWEST:
        return tuple(blocks)
    return tuple(_kept(blocks))


def _kept(blocks: Sequence[Block]) -> Iterator[Block]:
    asked = optional = False
    for block in blocks:
        if asked and block.kind in ("item", "paragraph") and not is_to_tick(block):
            optional = bool(_LEADS_TO_DETAILS.fullmatch(block.text)) or (optional and _is_option(block))
            if optional or _is_detail(block.text):
                continue
        optional = False
        asked = is_to_tick(block)
        yield _without_details(block) if asked or _asks_beside_boxes(block) else block


def _asks_beside_boxes(block: Block) -> bool:
    return block.kind == "row" and "?" in block.text and any(map(only_boxes, block.cells))


def _without_details(block: Block) -> Block:
    if block.kind == "row":
        return replace(block, cells=tuple(map(_question, block.cells)))
    return replace(block, text=_question(block.text)) if block.kind in ("item", "paragraph") else block


def _question(text: str) -> str:
    """A question with its boxes, without the lines and words for the details of the answer."""
    first, *lines = text.split("\n")
    kept = [first, *(line for line in lines if not _is_detail(line) and not _only_tells(line))]
    return "\n".join(map(_without_tail, kept)).strip()


def _without_tail(line: str) -> str:
    how = _HOW_TO_ANSWER.search(line)
    if how and not _DEMANDS.search(how[0]):
        line = line[: how.start()] + line[how.end() :]
    tail = _IF_ANSWERED.search(line)
    if tail and tail.start() and not _DEMANDS.search(tail[0]):
        line = line[: tail.start()].rstrip()
    if _DEMANDS.search(line.partition("?")[2]):
        return line
    return _FIELDS_BEHIND.sub(r"\g<answer>", _IN_ANSWER.sub(r"\g<answer>", line))


def _only_tells(line: str) -> bool:
    return bool(_IF_ANSWERED.fullmatch(line)) and not _DEMANDS.search(line)


def _is_detail(line: str) -> bool:
    return (bool(_FIELDS.fullmatch(line)) or _only_tells(line)) and not _DEMANDS.search(line)


def _is_option(block: Block) -> bool:
    return block.kind == "item" and not block.marker and len(block.text.split()) <= _MOST_WORDS_OF_OPTION
