"""Questions of a form whose answers a sentence over them gives by number ("1 to 9 must be answered Yes, 10 and 11 No").

What needs a "no" bars: read for itself, such a question would be asked for or, where no rule reads it, go unheard.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import chain, groupby

from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.tables.table_outlines import only_boxes
from parsers.telling.forms.answer_words import OTHER_ANSWER
from parsers.telling.numbered_forms.rules_by_number import NUMBER, each_number, needed_by, refuses

_TO = r"(?:to|through|thru|[–—-])"
_NUMBERS = rf"(?P<numbers>{NUMBER}(?: ?(?:,|{_TO}|and|&|or|, and) ?{NUMBER})*)"
_ASKED = r"(?:(?:questions?|items?|lines?|numbers?|nos?\.|#) )"
_MUST = (
    r"(?:(?:must|should|shall|has to|have to|needs? to|are to|is to|to) (?:(?:all|each|both|also) )?be|(?:is|are)) "
    r"(?:(?:all|each|both) )?(?:answered|marked|checked|ticked)(?: with)?(?: an?)?"
)
_WORD = r"[\"“'‘]?(?P<word>yes|no)\b[\"”'’]?"
# "Questions 1 to 4 must be answered Yes and question 5 No", where the verb is said once.
_NUMBERS_FIRST = compiled(
    rf"\b(?:{_ASKED}|(?<=and )|(?<=, )|(?<=; )){_NUMBERS},? (?:(?i:{_MUST}),? )?(?i:{_WORD})(?! (?:more|fewer|less)\b)"
)
# "Approval needs Yes to 1 through 5 and No to 6."
_WORD_FIRST = compiled(rf"(?i:{_WORD}) (?:to|for|on|in) {_ASKED}?{_NUMBERS}(?!\w)")
_SAYS_HOW = compiled(rf"\bquestions?\b[^.]*{_MUST}[,:]? {_WORD}", re.IGNORECASE)
_OWN_NUMBER = compiled(rf"^\W*(?:(?i:question|item|q)\.? ?)?(?P<number>{NUMBER})[.):]?(?=\W|$)\W*")
# "… have failed? Names: ______ Dates: ______", "… pregnant? ☐ Yes ☐ No".
_BLANKS = compiled(r"(?!.*(?i:attest))(?:[^?☐_.]{1,60}_{2,})+[^?☐_\w]*")
# "A No to question 1 or a Yes to question 3 means that the request does not meet the criteria."
_REFUSES = compiled(
    r"\b(?:not meet|den(?:y|ied|ial)|not (?:be )?(?:approv|cover|authori[sz]|eligible|qualif)\w*|refus\w+|disqualif\w+|"
    r"ineligible)\b",
    re.IGNORECASE,
)
_OBLIGES = compiled(r"\b(?:must|should|shall|has to|have to|needs? to|unless)\b", re.IGNORECASE)
_BARS = "None of the following:"


def with_answers_by_number(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with the questions under such a sentence as items: what needs a "no" bars, the rest is asked for."""
    numbers = [number for block in blocks if (number := _asked_as(block))]
    if len(numbers) == len(set(numbers)):
        return tuple(_told(blocks))
    # Where each section counts anew, a rule is of its own.
    sections = groupby(blocks, key=lambda block: block.kind == "heading")
    return tuple(chain.from_iterable(_told(list(section)) for _, section in sections))


def _asked_as(block: Block) -> str:
    """The number of a question; "" of any other block."""
    return number_of(block) if "?" in block.text and block.kind != "heading" else ""


def _told(section: Sequence[Block]) -> Iterator[Block]:
    """The blocks of a section. A rule that says nothing but such answers is of all its questions, and goes."""
    asked = frozenset(map(_asked_as, section)) - {""}
    rules = [needed_by(block.text, asked) if _may_rule(block, asked) else {} for block in section]
    of_all = {number: word for rule in rules for number, word in rule.items()}
    of_all = of_all if "no" in of_all.values() else {}
    needed = of_all
    barred = False
    for block, rule in zip(section, rules, strict=True):
        if block.kind == "paragraph" and not rule and (answers := _answers(block.text)):
            needed = answers | of_all
        elif block.kind == "heading":
            needed = of_all
        word = needed.get(_asked_as(block))
        if word:
            yield from _item(block, word, goes_on=barred)
        elif not rule or not (needed or refuses(block.text)):
            yield block
        barred = word == "no"


def _may_rule(block: Block, asked: AbstractSet[str]) -> bool:
    return bool(asked) and block.kind in ("paragraph", "item") and "?" not in block.text


def _answers(text: str) -> dict[str, str]:
    """The answer that each numbered question needs; none where "yes" is needed of them all, as goes without saying.

    Answers that are refused are those that are not needed.
    """
    found = [*_NUMBERS_FIRST.finditer(text)] if _SAYS_HOW.search(text) else [*_WORD_FIRST.finditer(text)]
    needed = {number: _needed(text, one) for one in found for number in each_number(one["numbers"])}
    return needed if "no" in needed.values() else {}


def _needed(text: str, one: re.Match[str]) -> str:
    """The answer that a sentence needs, which is the other one where it refuses what it names."""
    word, start = one["word"].lower(), text.rfind(". ", 0, one.start()) + 1
    sentence = text[start : max(text.find(".", one.end()), one.end())] if "." in text[one.end() :] else text[start:]
    return OTHER_ANSWER[word] if _REFUSES.search(sentence) and not _OBLIGES.search(sentence) else word


def number_of(block: Block) -> str:
    found = _OWN_NUMBER.match(f"{block.marker} {block.text}")
    return found["number"] if found else ""


def _item(block: Block, word: str, *, goes_on: bool) -> Iterator[Block]:
    item = replace(block, kind="item", depth=1, marker="", text=question_of(block), cells=(), header=())
    if word == "no":
        if not goes_on:
            yield replace(item, text=_BARS)
        item = replace(item, depth=2)
    yield item


def question_of(block: Block) -> str:
    """The question without its number, its boxes and the blanks behind it."""
    cells = block.cells or (block.text,)
    text = " ".join(cell for cell in cells if cell.strip() and not only_boxes(cell))
    text = text if block.marker else _OWN_NUMBER.sub("", text, count=1)
    asked, mark, rest = text.rpartition("?")
    return f"{asked}{mark}" if not rest.strip() or only_boxes(rest) or _BLANKS.fullmatch(rest) else text.strip()
