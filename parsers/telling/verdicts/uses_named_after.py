"""Denials of our drug whose uses the sentence behind names ("Ketamine joins the investigational list. The entry names
depression and chronic pain."): told of these uses, for it is denied for no others there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parsers.answering.answers import DENIED, names_use, stated_status
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block
from parsers.uses.indications import is_residual, mentions

_ENTRY = r"(?:(?:new|updated|revised|added|this) )?(?:entry|listing|list|denial|exclusion|designation|determination)"
_POLICY = r"(?:(?:new|updated|revised|medical) )?(?:policy|notice|statement|decision|rule|bulletin|change|update)"
_USES = r"(?:uses?|conditions?|indications?|diagnos[ei]s|disorders?|purposes?)"
_NAMES = (
    r"(?:names?|lists?|mentions?|specif(?:y|ies)|cites?|gives?|(?:is|are) (?:listed |meant |named )?for|"
    r"appl(?:y|ies) to|holds? for|concerns?|refers? to|extends? to|addresses|takes? in)"
)
_THE_USES = rf"(?:(?:the|these|all|following|only) )*(?:{_USES}\b)?:? ?"
_OPENS = (
    rf"(?:(?:the|this|our) {_ENTRY} (?:{_NAMES}|covers?|includes?) {_THE_USES}"
    rf"|(?:the|this|our) {_POLICY} {_NAMES} {_THE_USES}"
    rf"|(?:it|this|that|they) {_NAMES} {_THE_USES}"
    rf"|(?:the )?{_USES} (?:(?:it|we) )?(?:(?:are )?(?:named|names?|listed|lists?|addressed|concerned|meant|affected|"
    rf"covered|given) ?)?(?:(?:in|by|on) (?:the|this) (?:{_ENTRY}|{_POLICY}) ?)?(?:are|is|include)?:? "
    rf"|(?:named|listed|included)(?: (?:in|on|by) (?:the|this) (?:{_ENTRY}|{_POLICY})| there)?(?: are|:) {_THE_USES})"
)
_NAMED = compiled(
    rf"^\W*{_OPENS}(?P<uses>[^:;.]{{3,300}}?)(?:,? as (?:the |its )?{_USES}(?: (?:meant|concerned|named))?)?\W*$",
    re.IGNORECASE,
)
# What holds only if, what is left out, and what is told of something else.
_SAYS_MORE = compiled(
    r"\b(?:if|when|unless|except|not|only|but|must|who|whose|after|with|until|cover\w*|approv\w*|stud\w+|trials?)\b",
    re.IGNORECASE,
)
# "Ketamine itself is not covered by any route": denied as such, whatever uses are named behind it.
_AS_SUCH = compiled(
    r"\bitself\b|\b(?:any|every|whatever|whichever|all) (?:routes?|forms?|dosage forms?)\b", re.IGNORECASE
)
_ENDS = compiled(r"[\s.;,:]*$")


def with_uses_named_after(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with the uses in such a denial; and what is printed for it."""
    restated: dict[str, str] = {}
    told: list[Block] = []
    for block in blocks:
        before = told[-1] if told else None
        if block.kind == "row":
            told.append(_row(block, restated))
        elif before is not None and _stands_behind(block, before) and (denied := _across(before, block, restated)):
            told[-1] = denied
            rest = " ".join(sentences(block.text)[1:])
            told += [replace(block, text=rest)] if rest else []
        else:
            told.append(_in_one(block, restated))
    return tuple(told), restated


def _in_one(block: Block, restated: dict[str, str]) -> Block:
    text = _told(block.text, restated) if block.kind in ("paragraph", "item") else ""
    return replace(block, text=text) if text else block


def _row(row: Block, restated: dict[str, str]) -> Block:
    cells = tuple(_told(cell, restated) or cell for cell in row.cells)
    return row if cells == row.cells else replace(row, cells=cells, text=" | ".join(cells))


def _told(text: str, restated: dict[str, str]) -> str:
    """A text with a denial and its uses in one sentence; "" where none stands there so."""
    said = list(sentences(text)) if any(map(_uses_named, sentences(text))) else []
    for place in range(len(said) - 1):
        if told := _joined(said[place], said[place + 1]):
            restated[told] = f"{said[place]} {said[place + 1]}"
            return " ".join((*said[:place], told, *said[place + 2 :]))
    return ""


def _stands_behind(block: Block, before: Block) -> bool:
    return block.kind in ("paragraph", "item") and (block.kind, block.path) == (before.kind, before.path)


def _across(before: Block, block: Block, restated: dict[str, str]) -> Block | None:
    """The block before, with the uses that the first sentence of the next names in the denial that it ends with."""
    named = (sentences(block.text) or ("",))[0]
    said = sentences(before.text) if _uses_named(named) else ()
    told = _joined(said[-1], named) if said else ""
    if not told:
        return None
    restated[told] = f"{said[-1]} {named}"
    return replace(before, text=" ".join((*said[:-1], told)))


def _joined(denial: str, naming: str) -> str:
    uses = _uses_named(naming)
    status = stated_status(denial) if uses else None
    ours = bool(named_products(denial)) and not (names_use(denial) or is_residual(denial) or _AS_SUCH.search(denial))
    return f"{_ENDS.sub('', denial, count=1)} for {uses}." if ours and status in DENIED else ""


def _uses_named(sentence: str) -> str:
    """The uses that a sentence names of the one before it; "" where it says anything more."""
    found = _NAMED.match(sentence)
    if found is None or named_products(sentence) or _SAYS_MORE.search(found["uses"]):
        return ""
    named = mentions(found["uses"])
    return found["uses"] if named and not any(mention.excepted for mention in named) else ""
