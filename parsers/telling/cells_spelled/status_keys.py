"""Statuses that a table gives by letters, which a key beside it explains ("NMN = not medically necessary").

A key may say of a letter that what bears it needs authorization ("N = preauthorization required"), and a sentence may
say it in its place ("A drug with status N can be dispensed once the carrier has preauthorized it").
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest

from parsers.answering.bare_statuses import bare_status
from parsers.answering.statuses import prior_authorization
from parsers.language.patterns import compiled
from parsers.models import Block

_PAIR = compiled(
    r"(?<![\w/])(?P<letters>[A-Z][A-Z/&]{0,4})\s*(?:=|:|,|–|-|means|stands for|is)\s*"
    r"(?P<words>[a-z][a-z ,/-]{3,60}?)"
    # "Not covered by the Fund"
    r"(?: by (?:the|this|your|our) [A-Z]?[a-z]+)?\s*"
    r"(?=[.;)]|,? (?:on|if|when|under|with|as|subject)\b|,? (?:and )?[A-Z][A-Z/&]{0,4}\s*(?:=|:|,|–|-)|$)"
)

_LETTERS_ALONE = re.compile(r"[A-Z][A-Z/&]{0,4}")
# "Requires prior authorization", "no preauthorization is needed".
_LONGEST_NEED = 5
# "Y" and "N" answer whatever the title of their column asks ("Generic available").
_ANSWERS = ("Y", "N")
_ASKS = compiled(
    r"\b(?:status|cover\w*|formulary|tier|PA|prior auth\w*|(?:pre-?)?authori[sz]ation|pre-?cert\w*|"
    r"restrictions?|limits?|"
    r"requirements?|notes?|codes?|key|symbols?)\b",
    re.IGNORECASE,
)


_LETTERS = r"[\"'“‘]?(?P<{name}>(?-i:[A-Z]{{1,3}}))[\"'”’]?(?![\w/-])"
_MARK = r"(?:an? |the )?(?:(?:status|code|letter|symbol|mark|designation|flag|indicator|rating)(?: of)? )"
_ENTRIES = r"(?:drugs?|products?|medications?|medicines?|agents?|entr(?:y|ies)|items?|services?|those|rows?|lines?)"
_BEARS = (
    r"(?:with|of|bearing|having|carrying|marked(?: with| by| as)?|listed (?:with|as|under)|coded(?: as)?|rated|flagged"
    r"(?: with| as)?|(?:that|which) (?:has|have|is|are|bears?|carr(?:y|ies))(?: marked| listed| coded)?(?: with| as)?"
    r"|whose (?:status|code|letter|mark) is)"
)
# "A drug with status N can be dispensed after …", "drugs marked N need …", "status N drugs need …", "N drugs need …".
_SENTENCE = compiled(
    rf"(?:\b{_ENTRIES} {_BEARS} (?:{_MARK}|an? )?{_LETTERS.format(name='borne')}(?: status)?"
    rf"|\b{_MARK}{_LETTERS.format(name='marking')}(?: {_ENTRIES})?"
    rf"|(?:^|(?<=[.;] ))(?:an? |the |all )?{_LETTERS.format(name='named')} {_ENTRIES})"
    r"(?: in (?:this|the) [\w ]{3,30}?)?,? "
    r"(?P<said>(?:is|are|can|may|must|will|do(?:es)?|needs?|requires?|means?)\b[^.;]{3,160})",
    re.IGNORECASE,
)
_ONCE_AUTHORIZED = compiled(
    r"\b(?:after|once|only (?:if|when|with|after)|when|provided|if|subject to)\b[^.;]{0,50}"
    r"\b(?:pre-?authori[sz]\w+|pre-?certif\w+|prior (?:authori[sz]ation|approval))"
    r"|\b(?:must|shall|needs? to|ha(?:s|ve) to) (?:first )?be "
    r"(?:pre-?authori[sz]ed|pre-?certified|approved in advance)\b"
    r"|\bonly with pre-?authori[sz]ation\b",
    re.IGNORECASE,
)
_VERB = compiled(r"^(?:is|are|means?|will be) ", re.IGNORECASE)
_NEEDS_IT, _NEEDS_NONE, _REFUSED = "Prior authorization required", "Covered, no prior authorization", "Not covered"


def with_statuses_spelled(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with the words of a status in cells that hold its letters alone."""
    # A key is looked for where there are letters that it may explain.
    if not any(_LETTERS_ALONE.fullmatch(cell.strip()) for block in blocks for cell in block.cells):
        return tuple(blocks)
    keys = [_key(block.text) for block in blocks if block.kind != "row" or len(block.cells) == 1]
    words = {letters: said for key in keys for letters, said in key.items()}
    return tuple(_spelled(block, words) if words and block.kind == "row" else block for block in blocks)


def _spelled(row: Block, words: Mapping[str, str]) -> Block:
    titled = zip_longest(row.cells, row.header[: len(row.cells)], fillvalue="")
    return replace(row, cells=tuple(_said(cell, title, words) for cell, title in titled))


def _said(cell: str, title: str, words: Mapping[str, str]) -> str:
    letters = cell.strip()
    return cell if letters in _ANSWERS and not _ASKS.search(title) else words.get(letters, cell)


def _key(text: str) -> dict[str, str]:
    """The letters of each status that a key explains, or of the need for authorization, with its words."""
    pairs = ((found["letters"], found["words"].strip(" ,")) for found in _PAIR.finditer(text))
    return _told(text) | {letters: words for letters, words in pairs if bare_status(words) or _is_of_need(words)}


def _told(text: str) -> dict[str, str]:
    """What sentences say of what bears a letter: that it needs authorization, needs none, or is not covered."""
    found = list(_SENTENCE.finditer(text))
    told = ((each["borne"] or each["marking"] or each["named"], _need(each["said"])) for each in found)
    return {letters: need for letters, need in told if need}


def _need(said: str) -> str:
    needed = prior_authorization(said)
    if needed is None and _ONCE_AUTHORIZED.search(said):
        needed = True
    if needed is not None:
        return _NEEDS_IT if needed else _NEEDS_NONE
    return _REFUSED if bare_status(_VERB.sub("", said)) == "excluded" else ""


def _is_of_need(words: str) -> bool:
    return len(words.split()) <= _LONGEST_NEED and prior_authorization(words) is not None
