"""Questions of a form that ask which phase a request is of, and send on by the answer ("Is this a continuation of
therapy? ☐ Yes (skip to 6) ☐ No"): said as the share of the questions that each phase gets.

Unread, the questions of both phases would all be asked of a first request, and the renewal would ask nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from parsers.criteria.families import findings_in
from parsers.flows.question_flows import places_of_flows
from parsers.language.patterns import compiled
from parsers.models import Block, Phase
from parsers.telling.forms.answer_words import OTHER_ANSWER

_THERAPY = r"(?:request|therapy|treatment|start|authori[sz]ation|approval|patient|member|application|order|review)"
_RENEWED = (
    r"(?:(?:continu(?:ation|ing|ed)|renewal|renewed|re-?authori[sz]ation|extension|re-?approval|ongoing|subsequent)\b|"
    r"(?:already|currently|now|presently|established) (?:on|taking|using|receiving|being treated|treated|getting)\b|"
    r"been (?:approved|authori[sz]ed) (?:before|previously)|previously (?:been )?(?:approved|authori[sz]ed)\b)"
)
_NEW = rf"(?:(?:new|initial|first(?:-time)?)\b|starting\b|na[iï]ve\b|new to {_THERAPY})"
_ASKS_RENEWED = compiled(
    rf"^\W*(?:is|was|has|will|does)\b(?![^?]*\b(?:and|or)\b)[^?]{{0,60}}\b{_RENEWED}[^?]{{0,60}}\?"
    rf"|^\W*{_RENEWED}(?: {_THERAPY})?(?: of {_THERAPY})?\?",
    re.IGNORECASE,
)
_ASKS_NEW = compiled(
    rf"^\W*(?:is|will)\b(?![^?]*\b(?:and|or)\b)[^?]{{0,40}}\b{_NEW}(?: {_THERAPY})?[^?]{{0,40}}\?"
    rf"|^\W*{_NEW} {_THERAPY}\?",
    re.IGNORECASE,
)
# "Yes (skip to 6)", "No → go to question 3", "If yes, answer questions 5 and 6 only".
_STEP = compiled(
    r"\b(?P<word>yes|no)\b[\W_]*(?:[,:;.(\[→–—-]|->|=>|\bthen\b|\s)*(?:please )?(?P<verb>skip (?:ahead )?to|"
    r"go (?:on )?to|proceed to|jump to|continue (?:with|to|at)|answer|complete|see|move to)(?: only)? (?:the )?"
    r"(?:questions?|items?|numbers?|nos?\.|#|q\.?)?\s*#?(?P<first>\d{1,2})"
    r"(?:\s*(?:to|through|thru|and|&|[-–—])\s*#?(?P<last>\d{1,2}))?",
    re.IGNORECASE,
)
_NUMBER = compiled(r"\W*(?:Q\.? ?)?(\d{1,2})\W*")
# What only somebody who is treated can have shown.
_OF_RENEWALS = compiled(
    r"\b(?:improv\w+|respon(?:se|ded|ding)|benefit\w*|stabili[sz]\w+|remission|reduc(?:ed|tion)|decreas\w+|"
    r"maintain\w*|since (?:starting|treatment|therapy|the (?:start|last|first))|still|continue[sd]?)\b",
    re.IGNORECASE,
)
_NAMES: Mapping[Phase, str] = {"initial": "Initial requests", "renewal": "Renewal requests"}


@dataclass(frozen=True, slots=True)
class _Sent:
    """From which question on an answer sends, and up to which; 0 where it does not say."""

    first: int
    last: int
    answers_only: bool


def with_phase_skips(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, such a question as the share of the phases, and its rows as numbered items."""
    asked = [place for place, block in enumerate(blocks) if _word_of_renewal(block)]
    if len(asked) != 1 or asked[0] in places_of_flows(blocks):
        return tuple(blocks)
    place = asked[0]
    last = _last_number(blocks, place)
    shares = _shares(blocks, place, last)
    if not shares:
        return tuple(blocks)
    told = "; ".join(f"{_NAMES[phase]}: questions {first} to {end}" for phase, (first, end) in shares.items())
    share = replace(blocks[place], kind="paragraph", text=told, marker="", depth=0, cells=(), header=())
    return (*map(_as_item, blocks[:place]), share, *map(_as_item, blocks[place + 1 :]))


def _text(block: Block) -> str:
    return " ".join(block.cells[1:]) if block.kind == "row" else block.text


def _number(block: Block) -> int:
    """The number of a question that is an item, or stands in a row behind its number."""
    marker = block.marker if block.kind == "item" else block.cells[0] if block.kind == "row" and block.cells else ""
    found = _NUMBER.fullmatch(marker)
    return int(found[1]) if found else 0


def _word_of_renewal(block: Block) -> str:
    """The answer that a renewal gives to a question on the phase which sends on by its answers; "" for any other."""
    text = _text(block) if _number(block) else ""
    if not _STEP.search(text):
        return ""
    return "yes" if _ASKS_RENEWED.search(text) else "no" if _ASKS_NEW.search(text) else ""


def _last_number(blocks: Sequence[Block], place: int) -> int:
    """The number of the last question that follows in turn, up to the end of the section."""
    last = _number(blocks[place])
    for block in blocks[place + 1 :]:
        if block.kind == "heading":
            break
        last = last + 1 if _number(block) == last + 1 else last
    return last


def _shares(blocks: Sequence[Block], place: int, last: int) -> dict[Phase, tuple[int, int]]:
    """The questions of each phase; {} where they cannot be told apart.

    Who is not sent on answers what comes next. That ends where the questions of a renewal begin: none of what only a
    treatment can have shown is asked of a first request.
    """
    own, word = _number(blocks[place]), _word_of_renewal(blocks[place])
    sent = {step["word"].lower(): _sent(step) for step in _STEP.finditer(_text(blocks[place]))}
    first, renewed = (sent.get(each, _Sent(own + 1, 0, answers_only=False)) for each in (OTHER_ANSWER[word], word))
    if not own < min(first.first, renewed.first) or max(first.first, renewed.first, renewed.last, first.last) > last:
        return {}
    ends = {phase: _end(one, other, last) for phase, one, other in _both(first, renewed)}
    of_renewals = [block for block in blocks if _number(block) == renewed.first and _shows_response(block)]
    exact = first.last and renewed.last
    if first.first == renewed.first or not (exact or of_renewals or first.first > renewed.first):
        return {}
    return {"initial": (first.first, ends["initial"]), "renewal": (renewed.first, ends["renewal"])}


def _both(first: _Sent, renewed: _Sent) -> Iterator[tuple[Phase, _Sent, _Sent]]:
    yield "initial", first, renewed
    yield "renewal", renewed, first


def _sent(step: re.Match[str]) -> _Sent:
    only = step["verb"].lower() in ("answer", "complete")
    first = int(step["first"])
    return _Sent(first, int(step["last"] or (first if only else 0)), only)


def _end(one: _Sent, other: _Sent, last: int) -> int:
    """The last question of those who are sent to one; it is before those of the others, where these come later."""
    return one.last or (other.first - 1 if other.first > one.first else last)


def _shows_response(block: Block) -> bool:
    found = {finding.key for finding in findings_in(_text(block))}
    return "renewal_response" in found or bool(_OF_RENEWALS.search(_text(block)))


def _as_item(block: Block) -> Block:
    """A numbered row as the item that it is."""
    if block.kind != "row" or not _number(block):
        return block
    text = " ".join(cell for cell in block.cells[1:] if cell.strip())
    return replace(block, kind="item", depth=1, marker=f"{_number(block)}.", text=text, cells=(), header=())
