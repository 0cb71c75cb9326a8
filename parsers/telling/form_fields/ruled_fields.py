"""Fields of a form with the reviewer's own rule beside them: what is to be filled in, as what it has to be.

"Age: ____ | Approve if 18 or older", "Is the patient pregnant? ☐ Yes ☐ No | Reviewer: approve if No", in a row, behind
a bar or a dash, in brackets, or in the line below. Without the rule a form would be a list of names of fields.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from parsers.language.any_of import choice_of
from parsers.language.patterns import compiled
from parsers.lists.markers import without_marker
from parsers.models import Block
from parsers.tables.table_outlines import only_boxes
from parsers.telling.answered_pairs import BOX
from parsers.telling.needed_answers import answering_amount

_OFFICE = (
    r"(?:(?:for )?(?:the )?(?:office|plan|health plan|payer|internal|reviewer|review(?:er)? staff|pharmacist|"
    r"department|insurer|reviewing pharmacist|nurse reviewer|medical director)(?:'s|s'|s)?(?: use)?(?: only)?"
    r"(?: (?:rule|check|criteri(?:on|a)|action|decision))?|rule|criteri(?:on|a)|requirements?|standard|decision|"
    r"to approve|approval rule)"
)
_APPROVES = r"(?:approve[sd]?|approvable|approval|ok(?:ay)?|pass(?:es)?|meets?|met|qualifies|acceptable|accept)"
_DENIES = (
    r"(?:den(?:y|ied|ial)|reject(?:ed)?|refuse[sd]?|do not approve|not approv(?:ed|able)|fails?|stop|disqualif\w+|"
    r"not met|ineligible)"
)
_IF = r"(?:only )?(?:if|when|for|where|[:=])"
# "Reviewer: approve if 18 or older", "Must be Yes", "18+ required", "Deny if under 18".
_SAID = compiled(
    rf"^[^\w≥≤<>]*(?P<voice>{_OFFICE}\s*(?:[:–—]|-\s)\s*)?(?:(?P<denies>{_DENIES}),? {_IF}|"
    rf"(?P<approves>{_APPROVES}),? {_IF}|"
    r"(?P<must>(?:it |this |answer |value )?(?:must|has to|needs? to|should|shall) be))?\s*"
    r"(?P<rule>[^_☐□❑❏]{2,120}?)"
    r"(?P<behind>,? (?:(?:is |are |= )?(?:required|needed|necessary)|(?:to|for|=) (?:approv\w+|qualify|pass|meet)|"
    r"(?:=|means|is)? ?(?P<refused>den(?:y|ied|ial)|not approv\w+)))?\W*$",
    re.IGNORECASE,
)
# The title of a column in which only a reviewer writes.
_OF_REVIEWER = compiled(
    rf"\W*(?:{_OFFICE}|{_APPROVES} (?:if|when|only if)|(?:needed|required|expected|qualifying|acceptable|approvable) "
    r"(?:answer|response|value|entry)s?|must be|what (?:we need|is needed)|approval standard|review(?:er)?(?:'s)? "
    r"guid(?:e|ance))\W*",
    re.IGNORECASE,
)
_FIELD = compiled(
    r"(?P<label>[^_☐□❑❏|?]{3,90}?)\s*:?\s*(?:\b1[.)]\s*)?_{2,}(?:[\s_,;]*\b\d[.)]\s*_{2,})*[\s_]*"
    r"(?:years?(?: old)?|yrs?|weeks?|months?|points?|%|mg)?\W*",
    re.IGNORECASE,
)
_ASKED_FIELD = compiled(r"(?P<asked>[^_☐□❑❏|]{6,120}\?)\s*_{2,}[\s_]*\w{0,6}\W*")
_WITH_BOXES = compiled(
    rf"[^?☐□|]{{4,400}}\??\s*[\s:]*(?:(?:{BOX}|\[\]|\(\s?\)|_{{2,}})?\s*\b(?:yes|no|n/?a)\b[\s/,]*"
    rf"(?:{BOX}|\[\]|\(\s?\)|_{{2,}})?[\s/,]*){{2,3}}\W*",
    re.IGNORECASE,
)
_ANSWER = compiled(r"\W*(?:answered |marked |checked )?[\"“']?(?P<word>yes|no)\b[\"”']?\W*", re.IGNORECASE)
_BOXES_BEHIND = compiled(rf"[\s:]*(?:{BOX}|\[\]|\(\s?\)|_{{2,}})?\s*\b(?:yes|no)\b.*$", re.IGNORECASE | re.DOTALL)
_PARTS = compiled(r"^(?P<field>.*?[_?)\]\w])\s*(?:\s[|–—]\s|\s-{1,2}\s|\t)\s*(?P<rule>[^|]+)$")
_BRACKETED = compiled(r"^(?P<field>.*[_?\w])\s*[(\[](?P<rule>[^()\[\]_]{3,120})[)\]]\W*$")
_AMOUNT = compiled(
    r"(?=.*\d|.*\b(?:one|two|three|four|five|six|eight|ten|twelve)\b)(?=.*(?:\b(?:at least|more|older|higher|greater|"
    r"above|over|fewer|less|under|younger|below|minimum|maximum|no|up to)\b|[≥≤<>+])).*",
    re.IGNORECASE,
)
# Whose form it is, and how it is to be filled in: no rule of a reviewer's on the patient.
_OF_PEOPLE = compiled(
    r"\b(?:names?|id|identification|phone|fax|npi|dea|signature|signed|address|city|state|zip|initials|contact|e-?mail|"
    r"date of birth|dob|birth ?date|today|request date|date of request|group|policy|member (?:number|no|#))\b",
    re.IGNORECASE,
)
_OF_PAPER = compiled(
    r"^(?:fully |clearly )?(?:complet\w*|filled|legible|attach\w*|document\w*|sign\w*|submit\w*|includ\w*|provid\w*|"
    r"answer\w*|optional|specif\w*|list\w*|print\w*|field|this field|check\w*|dated|initial\w*)\b",
    re.IGNORECASE,
)
_COUNTED = compiled(r"^(?:the |total )*(?:number|count|no\.|#) of ", re.IGNORECASE)
# "1. ____ 2. ____ 3. ____ | Approve if two are listed".
_LISTED = compiled(
    r"^(?P<count>(?:at least |all )?(?:\d|two|three|four|five)(?: or more)?) (?:(?:are|drugs?|agents?|trials?|names?|"
    r"of them) )*(?:listed|named|entered|filled(?: in)?|documented|given|shown|present)$",
    re.IGNORECASE,
)
_A_CHOICE = compiled(rf"(?P<label>[^_☐□❑❏|?]{{3,60}}?)\s*[:?]?\s*(?P<options>(?:{BOX}[^☐□❑❏_|]{{3,90}})+)")
# What any field holds: a blank, boxes, or the answers to choose from.
_FIELDS = choice_of(_FIELD, _ASKED_FIELD, _WITH_BOXES, _A_CHOICE)
_ANY_TICKED = compiled(
    r"\W*(?:any|either|one|at least one|any one)(?: (?:is|of (?:these|the above|them)|box(?:es)?))*"
    r"(?: (?:checked|ticked|marked|selected))?\W*",
    re.IGNORECASE,
)
_NOT = compiled(r"^(?:not|other than|anything (?:other than|but)|something other than) ", re.IGNORECASE)
_ASIDE = compiled(r"\s*\((?:number|count|icd[^()]*|years?|yrs)\)", re.IGNORECASE)
_HOW_OLD = compiled(r"\W*how old (?:is|are) ([^?]+)\?\W*", re.IGNORECASE)
_WHAT = compiled(r"\W*(?:what|which) (?:is|are|was|were) (?:the |your )?([^?]+)\?\W*", re.IGNORECASE)
_BARS = "None of the following:"
_TWO = 2


@dataclass(frozen=True, slots=True)
class _Ruled:
    """What a field has to be, or must not be."""

    text: str
    barred: bool


def with_ruled_fields(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, each field that has such a rule as an item of what is asked for or of what bars; and for each such item
    what is printed.
    """
    told: list[Block] = []
    restated: dict[str, str] = {}
    place, barred = 0, False
    while place < len(blocks):
        ruled, taken = _ruled_at(blocks, place)
        told += _items(blocks[place], ruled, goes_on=barred) if ruled else [blocks[place]]
        if ruled:
            restated[told[-1].text] = " ".join(_printed(block) for block in blocks[place : place + taken])
        barred = ruled is not None and ruled.barred
        place += taken
    return tuple(told), restated


def _printed(block: Block) -> str:
    return " | ".join(block.cells) or block.text


def _ruled_at(blocks: Sequence[Block], place: int) -> tuple[_Ruled | None, int]:
    """The rule of the field at a place, and how many blocks the two take up."""
    block = blocks[place]
    for field, rule, spoken in _pairs(block):
        if found := _ruled(field, rule, spoken=spoken):
            return found, 1
    after = blocks[place + 1] if place + 1 < len(blocks) else None
    below = after is not None and after.path == block.path and block.kind in ("paragraph", "item", "term")
    if after is None or not below or after.kind not in ("paragraph", "definition", "item"):
        return None, 1
    if "?" in after.text:
        return None, 1  # The next question of the form, whose rule may stand behind it.
    found = _ruled(block.text, after.text, spoken=False)
    return found, _TWO if found else 1


def _pairs(block: Block) -> Iterator[tuple[str, str, bool]]:
    """The field and the rule that one block may hold, and whether its place alone tells that it is a rule."""
    if block.kind == "row":
        cells = _with_blank([cell for cell in block.cells if cell.strip() and not _number(cell)])
        if len(cells) == _TWO:
            yield cells[0], cells[1], any(map(_OF_REVIEWER.fullmatch, block.header))
    elif block.kind in ("paragraph", "item") and _FIELDS.possible(block.text):
        for expression in (_PARTS, _BRACKETED):
            if found := expression.match(block.text):
                yield found["field"], found["rule"], False


def _with_blank(cells: list[str]) -> list[str]:
    """The cells with a blank, or boxes, of its own cell behind what they are for."""
    if len(cells) > _TWO and (only_boxes(cells[1]) or not cells[1].strip(" _")):
        return [f"{cells[0]} {cells[1]}", *cells[_TWO:]]
    return cells


def _number(cell: str) -> bool:
    return cell.strip(" .)#").isdigit()


def _ruled(field: str, rule: str, *, spoken: bool) -> _Ruled | None:
    """What a field has to be by the rule beside it; None where either is none.

    A rule is told by its words ("approve if …"), by the title of its column, or is an amount or a bare "yes".
    """
    said = _SAID.match(rule) if _FIELDS.possible(field) else None
    if said is None:
        return None
    told = spoken or any(said[part] for part in ("voice", "denies", "approves", "must", "behind"))
    denies = bool(said["denies"] or said["refused"])
    if _WITH_BOXES.fullmatch(field):
        answer = _ANSWER.fullmatch(said["rule"])
        return _answered(field, answer["word"], denies=denies) if answer else None
    if _ANY_TICKED.fullmatch(said["rule"]) and (choice := _A_CHOICE.fullmatch(field)):
        return _Ruled(f"{choice['label']}: {' or '.join(_options(choice['options']))}", denies)
    label = _label(field)
    if not label or _is_of_the_form(label, said["rule"]) or not (told or _AMOUNT.fullmatch(rule)):
        return None
    return _demanded(label, said["rule"].strip(" ."), denies=denies)


def _is_of_the_form(label: str, rule: str) -> bool:
    """Whether a rule is on how the form is filled in, or on who fills it in."""
    return bool(_OF_PEOPLE.search(label) or _OF_PAPER.search(rule) or _ANSWER.fullmatch(rule))


def _options(printed: str) -> list[str]:
    return [option.strip(" ,;:.") for option in re.split(BOX, printed) if option.strip(" ,;:.")]


def _answered(field: str, word: str, *, denies: bool) -> _Ruled:
    question = _BOXES_BEHIND.sub("", field).strip()
    return _Ruled(question, barred=(word.lower() == "no") != denies)


def _label(field: str) -> str:
    """The name of a field before its blank, or the question that the blank answers; "" where there is no blank."""
    named = _FIELD.fullmatch(field.strip())
    asked = _ASKED_FIELD.fullmatch(field.strip())
    return _ASIDE.sub("", named["label"]).strip(" :") if named else asked["asked"] if asked else ""


def _demanded(label: str, rule: str, *, denies: bool) -> _Ruled:
    """The demand that a field and its rule make together ("2 or more" of "antidepressants failed")."""
    if denies and (other := _NOT.match(rule)):
        rule, denies = rule[other.end() :], False
    if aged := _HOW_OLD.fullmatch(label):
        label = f"Age of {aged[1]}"
    if what := _WHAT.fullmatch(label):
        label = what[1]
    counted = _COUNTED.sub("", label)
    if label.endswith("?"):
        return _Ruled(answering_amount(label, rule) or f"{label} {rule}", denies)
    if listed := _LISTED.fullmatch(rule):
        return _Ruled(f"{listed['count']} {counted}", denies)
    if counted != label and _AMOUNT.fullmatch(rule):
        return _Ruled(f"{rule} {counted}", denies)
    return _Ruled(f"{label}: {rule}", denies)


def _items(block: Block, ruled: _Ruled, *, goes_on: bool) -> Iterator[Block]:
    # One of a list stays as deep as it is: it may stand under "(select one)".
    depth = max(block.depth, 1) if block.kind == "item" else 1
    item = replace(block, kind="item", depth=depth, marker="", text=without_marker(ruled.text), cells=(), header=())
    if not ruled.barred:
        yield item
        return
    if not goes_on:
        yield replace(item, text=_BARS)
    yield replace(item, depth=depth + 1)
