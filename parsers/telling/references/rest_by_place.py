"""Uses told by what they are outside of: "any diagnosis outside sections A, B and C is not covered" denies all others.

Before sections by their letters are told to be their uses: those here are the ones that the denial does not reach.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.telling.sentence_by_sentence import Told, told_by_sentence

_ONE = r"(?:[A-H]|[IVX]{1,4}|\d{1,2})\b"
_SEVERAL = (
    r"(?:the )?(?:uses|sections|parts|tables|items|boxes|groups|lists|numbers|headings|paragraphs) "
    rf"\(?{_ONE}\)?(?:(?:,? (?:and|or|to|through|thru|&) |, ?| ?[–-] ?)\(?{_ONE}\)?)+(?: (?:above|below))?"
)
_USES = r"(?:uses?|indications?|conditions?|diagnos[ie]s|disorders?|purposes?|reasons?|anything|everything)"
_WHICH = r"(?:(?:that|which) )?(?:(?:is|are|stands?|falls?|fits?|belongs?) )?"
_NAMES = r"(?:list|name|describe|cover|mention|address|include|set out|speak of)"
_NAMED = r"(?:listed|named|described|covered|mentioned|addressed|included|set out|found|shown)"
_BUT = r"(?:outside|beyond|other than|apart from|besides|except(?:ing)?|than)"
# In each form what says "all but these": its noun, where it has one, is not told again.
_REST = compiled(
    rf"(?P<noun>(?:(?:for|of|in) )?(?:(?:any|all|every|an?|the|those|other|further|(?P<no>no)) )*{_USES} {_WHICH})?"
    rf"(?:{_BUT}(?: (?:of|for|in|by|under|what|those|these|the ones|{_USES}|{_NAMED}))*"
    rf"|not {_NAMED} (?:in|under|by)|(?:in|under|{_NAMED} in) (?:none|neither) of) "
    rf"{_SEVERAL}(?: {_NAMES})?"
    rf"|(?P<named>(?:any |all |the |those )*{_USES} (?:that |which )?){_SEVERAL} (?:do not|fail to) {_NAMES}",
    re.IGNORECASE,
)
_DENIES = compiled(
    r"\b(?:not|no|never|none|den(?:y|ies|ied)|exclu\w+|investigational|experimental|unproven|refused?)\b", re.IGNORECASE
)
_GRANTS = compiled(r"\b(?:unless|only|if|when|except\w* request)\b", re.IGNORECASE)


def with_rest_by_place(blocks: Sequence[Block]) -> Told:
    """`blocks`, with all other uses by that name in such denials; and what is printed of each."""
    return told_by_sentence(_REST, blocks, lambda place: _told if blocks[place].kind != "heading" else None)


def _told(sentence: str) -> str | None:
    found = _REST.search(sentence)
    if found is None or not _DENIES.search(sentence) or _GRANTS.search(sentence):
        return None
    said = "no other use" if found["no"] else "all other uses"
    noun = found["noun"] or ""
    leads = "for " if not (noun or found["named"]) or noun.lower().startswith(("for ", "of ", "in ")) else ""
    said = f"{leads}{said}"
    before = sentence[: found.start()]
    return f"{before}{said if before.strip() else said.capitalize()}{sentence[found.end() :]}"
