"""What a legend says of its marks ("C = the plan pays. X = outside the benefit", "PA1 marks drugs that …").

A mark is a few letters, a number, a sign or the name of a colour. It means something here where its explanation
answers whether a drug is paid for; other marks stay for those who know them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from parsers.answering.short_answers import ShortAnswer, short_answer
from parsers.answering.statuses import read_status
from parsers.language.patterns import compiled
from parsers.models import Block

_COLOURS = r"(?:[Gg]reen|[Rr]ed|[Yy]ellow|[Aa]mber|[Oo]range|[Bb]lue|[Bb]lack|[Ww]hite|[Gg]r[ae]y)"
SIGNS = r"⁽[ᵃ-ᶻ]+⁾|[¹²³⁴⁵⁶⁷⁸⁹]|\[[+–−-]\]|[*†‡§#]{1,3}"
_LETTERS = r"E/I|[A-Z]{1,5}\d?|Yes|No"
MARK = rf"(?:{_LETTERS}|\d{{1,2}}|{SIGNS}|{_COLOURS})"
_MEANS = (
    r"[\"”'’)]?(?:\s*[=:–—]\s*|\s+-\s+|,?\s+(?:means?|stands? for|marks?|denotes?|indicates?|signif(?:y|ies))\s+"
    r"(?:that )?)"
)
# "PA is granted for three months" tells of the paper, and explains no mark.
# Bare words may follow letters and signs, not a single capital or a number; "is" and a noun are told of other things.
_DEFINED = compiled(
    rf"(?:^|(?<=[\s\"“'‘(;.,•]))(?:(?P<mark>{MARK}){_MEANS}(?=\w)"
    rf"|(?P<bare>[A-Z]{{2,5}}\d?|E/I|{SIGNS})\s*(?=[a-z]{{3}}|(?<=[^A-Z\d])[A-Z][a-z]{{2}})(?!is |are )"
    rf"|(?P<colour>{_COLOURS}) (?:requests?|uses?|drugs?|items?|lines?|entries|diagnos[ie]s|rows?|products?|cells?) "
    r"(?=[a-z])|(?P<short>E/I|[A-Z]{2,5}) is (?!(?:granted|given|issued|valid|good) for\b)(?=[a-z -]{5,60}\.?$))"
)
_ENDS = compiled(r"\.(?=\s|$)|\s*[;,]?\s*(?:\b(?:and|while)\s*)?$")
# What may stand before the first mark: what the legend is called, or a few words that lead it in.
_CALLED = compiled(
    r"\W*(?:(?:an? |the )?(?:indicator|code|status|mark|symbol|letter|class|category|key|legend|value|sign)s?"
    r"|(?:\S+ ){0,11}?\S+(?=:\W*$))?\W*",
    re.IGNORECASE,
)
_WHAT = r"(?:drugs?|items?|services?|codes?|entr(?:y|ies)|products?|medications?|medicines?|names?|lines?|rows?)"
# "Status N: …", "An E beside a drug means that …", "Items marked N are …", "N drugs are …": as "N = …".
_SPOKEN = compiled(
    rf"(?:^|(?<=[.;•] ))(?:(?:(?:[Aa]n?|[Tt]he) )?(?:(?i:status|indicator|code|mark|symbol|letter|flag) )?[\"“‘']?"
    rf"(?P<shown>[A-Z]{{1,3}}\d?)[\"”’']?(?: (?:beside|behind|next to|after|before|by) (?:an?|the|its) {_WHAT})?"
    r"(?=:| means? )(?:: | means? (?:that )?)"
    rf"|(?i:(?:the |all )?{_WHAT} (?:marked|coded|flagged|labell?ed|listed|with)(?: with| as| by)?(?: an?| the)? )"
    rf"[\"“‘']?(?P<borne>[A-Z]{{1,3}}\d?)[\"”’']? (?=(?:is|are|needs?|requires?|may|must|can)\b)"
    rf"|(?P<named>[A-Z]{{1,3}}\d?) (?i:{_WHAT}) (?=(?:is|are|needs?|requires?|may|must|can)\b))"
)
# "2 – not payable", the number taken for that of an item.
_NUMBERED = compiled(r"(?P<mark>\d{1,2})\s*[=–—-]")
FLOW = frozenset({"Yes", "No"})
_MOST_WORDS = 20
_PAIR = 2


def legend(block: Block) -> list[tuple[str, str]]:
    """The marks that a block explains and does no more, each with its words; [] where it says something else."""
    if block.kind == "row":
        mark = block.cells[0].strip() if len(block.cells) == _PAIR else ""
        return [(mark, block.cells[1])] if re.fullmatch(MARK, mark) else []
    if block.kind == "item" and (numbered := _NUMBERED.fullmatch(block.marker)):
        return [(numbered["mark"], block.text)]
    text = _SPOKEN.sub(_as_letters, block.text)
    found = list(_DEFINED.finditer(text)) if block.kind != "heading" else []
    if not found or not _CALLED.fullmatch(text[: found[0].start()]):
        return []
    told = [_words(text, found, place) for place in range(len(found))]
    marks = [each[each.lastgroup or 0] for each in found]
    # "Yes: approve" alone is a step of a flow.
    if len(FLOW.intersection(marks)) == 1 or not all(0 < len(words.split()) <= _MOST_WORDS for words in told):
        return []
    return list(zip(marks, told, strict=True))


def _as_letters(found: re.Match[str]) -> str:
    return f"{found['shown'] or found['borne'] or found['named']} = "


def _defined(blocks: Sequence[Block]) -> list[tuple[str, str]]:
    """The marks that a definition list explains, a term for each, with their words."""
    pairs = ((term, said) for term, said in pairwise(blocks) if term.kind == "term" and said.kind == "definition")
    return [(term.text.strip(), said.text) for term, said in pairs if re.fullmatch(MARK, term.text.strip())]


def _words(text: str, found: Sequence[re.Match[str]], place: int) -> str:
    """What a text says of one of the marks in it."""
    end = found[place + 1].start() if place + 1 < len(found) else len(text)
    return _ENDS.split(text[found[place].end() : end])[0].strip(' ;,"“”')


def meanings(blocks: Sequence[Block], marks: frozenset[str]) -> dict[str, ShortAnswer]:
    """The answers that legends give the marks that are looked for, of two legends the first; none at all where one
    answers in words that only a sentence has.
    """
    told: dict[str, ShortAnswer] = {}
    for mark, words in (*_defined(blocks), *(each for block in blocks for each in legend(block))):
        answer = short_answer(words) if mark in marks else None
        if answer is None and mark in marks and read_status(words):
            return {}
        if answer:
            told.setdefault(mark, answer)
    return told
