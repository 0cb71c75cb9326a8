"""Clauses that set one of the two labeled uses apart: "for members without acute suicidal ideation, two drugs have
failed", "…; members with acute suicidal ideation are exempt", "… if the diagnosis is not TRD".

Such a clause bars nobody and is asked of the other use: it is read as not required for the one that is set apart. On a
page of one use alone it is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parsers.answering.answers import DENIED
from parsers.answering.statuses import read_status
from parsers.criteria.families import findings_in
from parsers.language.glosses import glossed
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.telling.words_of_steps import places_of, told_where

_SHORT = r"(?: \([^()]{2,12}\))?"
_SUICIDAL = (
    r"(?:(?:acute(?:ly)?|active(?:ly)?|current(?:ly)?|imminent) )?suicid(?:al(?:ity)?|e)"
    r"(?: (?:ideation|thoughts?|risk))?"
    rf"(?:(?:, or|,| or| and|/) ?(?:suicidal )?(?:behaviou?rs?|intent|plans?))*{_SHORT}"
    r"|MDD?-?SI\b"
)
_RESISTANT = rf"(?:treatment[ -]resistant|resistant) depression{_SHORT}|TRD\b"
_MDD = r"(?:MDD|major depressi(?:ve disorder|on)|depression)(?: \(MDD\))?"


def _use(name: str) -> str:
    """The name of one of the two uses, as a group of its own name."""
    return rf"(?P<{name}>(?:{_MDD} (?:with|and) (?:an? )?)?(?:{_SUICIDAL}|{_RESISTANT}))"


_PEOPLE = (
    r"(?:(?:all|any|other|the|those|an?|adult|whose) )*(?:members?|patients?|individuals?|adults?|people|persons?|"
    r"those|enrollees?|beneficiar(?:y|ies)|clients?|recipients?|requests?|cases?|indications?|uses?|diagnos[ie]s)"
)
_DEPRESSED = rf"(?:(?:with|of|has|have|having) )?(?:{_MDD},? )?"
_LACKS = (
    r"(?:without|with no|but no|but (?:not|without)|who (?:do|does) not have|who (?:has|have) no|not having|lacking|"
    r"other than(?: for)?|who (?:is|are) not|(?:is|are|was) not(?: for)?|(?:does|do) not have|(?:has|have) no|not|no|"
    r"except(?:ing)?(?: for)?(?: those)?(?: (?:with|who have|in))?|not presenting with|absent) "
    r"(?:an? |any |for |the )?(?:requests? for |diagnosis of )?"
)
_IS = r"(?:(?:is|are|was) )?"
_AWAY = rf" {_IS}(?:not present|absent|lacking|ruled out|not the (?:indication|diagnosis))"
_THERE = rf"(?: {_IS}(?:present|documented|the (?:indication|diagnosis)))?"
_IF = r"(?:if|when|where)"
_OF_WHOM = rf"(?:{_PEOPLE} )?{_DEPRESSED}{_LACKS}"
_UNLESS = (
    rf"(?:unless|except (?:for|in|{_IF}))(?: (?:the )?{_PEOPLE})?(?: (?:(?:is|are|has|have|with|who|for|an?)\b ?)*)? ?"
)
_ON_CONDITION = (
    rf"{_IF} (?:there is )?no {_use('none')}{_THERE}|{_IF} {_use('away')}{_AWAY}"
    rf"|{_UNLESS}{_use('unless')}{_THERE}|in the absence of {_use('absent')}"
)
_FRONT = compiled(
    rf"^\W*(?:(?:(?:for|in|among|with|{_IF}) )?{_OF_WHOM}{_use('use')}|{_ON_CONDITION})(?: requests?)?[,:] "
    r"(?P<clause>\S.*)$",
    re.IGNORECASE,
)
_WITH = r"(?:(?:with|for|who have|having|has|have|in|of) )?(?:an? )?"
_FROM_IT = r"(?: from (?:this|the|it)[^.;]{0,40})?"
_EXEMPT = (
    rf"(?:{_PEOPLE}|the)? ?{_WITH}{_use('exempt')}(?: (?:requests?|patients?|members?))? (?:is|are) "
    rf"(?:exempt(?:ed)?|excepted|excused){_FROM_IT}"
    rf"|(?:for|in) (?:{_PEOPLE} )?(?:with )?{_use('no')},? (?:no|none of the) (?:[\w-]+ ){{1,4}}(?:is|are) "
    r"(?:needed|required|necessary|asked(?: for)?)"
    rf"|with the exception of (?:{_PEOPLE} )?{_WITH}{_use('but')}"
)
# "… and does not have suicidal ideation" is a clause of its own: behind, the one set apart has its preposition or stop.
_BEHIND = compiled(
    rf"^(?P<clause>.{{8,200}}?\w)(?:(?:[,;.]|\s[–—-])?\s+(?:(?:for|in|among|{_IF}) {_OF_WHOM}{_use('use')}"
    rf"|{_ON_CONDITION}|{_EXEMPT})|\s+\({_OF_WHOM}{_use('aside')}\))\W*$",
    re.IGNORECASE,
)
_OTHERS = r"(?:all |any |every )?others?(?: (?:members?|patients?|requests?|uses?|indications?|diagnos[ei]s|cases?))?"
_FOR_OTHERS = compiled(
    rf"^\W*(?:for|in) (?:{_PEOPLE} )?(?:with )?{_use('use')},? [^.;]{{0,60}}\b(?:no|not|none|waived|exempt)\b[^.;]*"
    rf"[.;,] (?:and |but )?(?:for|in) {_OTHERS},? (?P<clause>\S.*)$",
    re.IGNORECASE,
)
_WORDS = compiled(
    r"\b(?:no|not|without|unless|absen\w+|except\w*|exempt\w*|other than|excused|waived|none|lacking)\b", re.IGNORECASE
)
_ACUTE = compiled(rf"\b(?:{_SUICIDAL})", re.IGNORECASE)
_NAMES_RESISTANT = compiled(rf"\b(?:{_RESISTANT})", re.IGNORECASE)
_LONGEST = 320


def with_uses_set_apart(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with each such clause as one that is not required for the use that it sets apart."""
    forms = (_ACUTE, _NAMES_RESISTANT)
    both = all(any(form.search(blocks[place].text) for place in places_of(form, blocks)) for form in forms)
    return told_where(_WORDS, blocks, _told) if both else tuple(blocks)


def _told(block: Block) -> Block:
    if block.kind not in ("item", "paragraph", "row"):
        return block
    if len(block.cells) > 1:
        if not _WORDS.search(block.text):
            return block
        cells = (block.cells[0], *map(_plain, block.cells[1:]))
        return block if cells == block.cells else replace(block, cells=cells, text=" | ".join(cells))
    text = _plain(block.text)
    return block if text == block.text else replace(block, text=text)


def _plain(text: str) -> str:
    """A clause with the use that it sets apart in an aside behind it."""
    if len(text) > _LONGEST or not _WORDS.search(text) or read_status(text) in DENIED:
        return text
    found = next(filter(None, (form.match(text) for form in (_FOR_OTHERS, _FRONT, _BEHIND))), None)
    if found is None or not findings_in(found["clause"]):
        return text
    use = next(said for name, said in found.groupdict().items() if said and name != "clause")
    clause = f"{found['clause'][:1].upper()}{found['clause'][1:]}"
    return glossed(clause, f"except in {'acute suicidal ideation' if _ACUTE.search(use) else 'TRD'}")
