"""Clauses numbered in a sentence, or by an outline, that are asked for again: "items (iii) and (iv) still apply".

The sentence that asks is read as if it said them itself; what was read of them is printed as it stands where they do.
Items of a list are found in the outline (referred_items).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from parsers.answering.statuses import prior_authorization
from parsers.criteria.item_references import markers_named
from parsers.language.any_of import any_phrase, choice_of
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.lists.markers import bare_marker
from parsers.models import Block
from parsers.phases.phases import read_phase
from parsers.telling.notes_in_place.titles_recalled import POINTS, recalled
from parsers.telling.words_of_steps import places_of

_NUMBER = r"(?:\d{1,2}(?:\.\d{1,2})+|\(?\b(?:\d{1,2}|[a-h]|[ivx]{1,4})\b\)?)"
_NUMBERS = rf"{_NUMBER}(?:(?:,? (?:and|or) |, ?| ?(?:-|–|to|through) ?){_NUMBER})*"
_NOUN = (
    r"(?:criteri(?:a|on)|items?|statements?|lines?|bullets?|elements?|rules?|clauses?|requirements?|conditions?|"
    r"points?|numbers?|nos?\.|paragraphs?)"
)
_PLACE = r"(?: (?:above|(?:listed |set out )?(?:of|in|under|for)\b[^.;,]{2,50}?))*"
_STILL = r"(?:(?:all|each|both|still|again|also|must|continue to|remain) )*"
_MET = (
    rf"(?:{_STILL}(?:is|are|be|remain)? ?{_STILL}(?:be )?(?:met|satisfied|fulfilled|true|in (?:place|force|effect))"
    rf"|{_STILL}(?:apply|applies|holds?))\b"
)
_WAYS = (
    rf"\b{_NOUN} (?P<numbers>{_NUMBERS}){_PLACE} {_MET}",
    rf"(?P<outline>(?<![\w.])\d{{1,2}}(?:\.\d{{1,2}})+(?:(?:,? and |, )\d{{1,2}}(?:\.\d{{1,2}})+)*) {_MET}",
    rf"(?P<bare>\((?:\d|[a-h])\)(?:(?:,|,? and|,? or) \((?:\d|[a-h])\))*) {_MET}",
    # "Who meets paragraphs 4.2.1 and 4.2.3": the number of an outline names one clause of the whole document.
    (
        rf"\b(?:meets?|satisf(?:y|ies)|fulfil\w*) (?:the )?(?:{_NOUN} )?(?P<dotted>(?<![\w.])\d{{1,2}}(?:\.\d{{1,2}})+"
        rf"(?:(?:,? and |, )\d{{1,2}}(?:\.\d{{1,2}})+)*)(?: above)?(?![.\d]*\d)"
    ),
    rf"\bmeets? (?:{_NOUN} )?(?P<met>{_NUMBERS}) above\b",
)
_AGAIN = compiled(
    rf"(?P<when>\b(?:if|when|where|provided(?: that)?|and|while) )?(?:{'|'.join(_WAYS)})(?P<goes_on>,? and\b)?",
    re.IGNORECASE,
)
# "The points under "Both indications" still apply": all that stands under a title.
_TITLED_WAYS = (
    (
        rf"(?P<when>\b(?:if|when|where|provided(?: that)?|and|while) )?\b(?:the |all (?:of )?(?:the )?)?"
        rf"(?:{_NOUN}|everything|whatever is (?:listed|asked for)) (?:listed |set out |named |given )?(?:under|in|of)"
        rf" (?:the )?(?:section |heading |part )?[\"“](?P<title>[^\"”]{{3,80}})[\"”],? {_MET}(?P<goes_on>,? and\b)?"
    ),
    # "The requirements for both drugs are again in place", where that is what a title says.
    (
        rf"(?P<that>\bthat )?\b(?:the |all (?:of )?(?:the )?)?(?:{_NOUN}|everything|what is (?:said|asked)) (?:named |"
        rf"listed |stated |set out )?(?:for|under|of|in) (?P<plain>(?:both|either|all|every|each) \w+),? {_MET}"
    ),
)
_TITLED = compiled("|".join(_TITLED_WAYS), re.IGNORECASE)
# The same, one way at a time: few blocks hold the words of any.
_ASKS_AGAIN = any_phrase(*_WAYS, *_TITLED_WAYS)
_NOT = compiled(r"\bnot\b", re.IGNORECASE)
_SAYS_STILL = compiled(r"\b(?:still|again|continue|remain\w*|above)\b", re.IGNORECASE)
_IN_A_ROW = compiled(
    r"\((?P<count>\d|[a-h]|[ivx]{1,4})\)\s*(?P<item>[A-Za-z0-9][^;]{2,160}?)"
    r"(?=;|\.(?:\s|$)|,? (?:(?:and|or) )?\((?:\d|[a-h]|[ivx]{1,4})\)|$)",
    re.IGNORECASE,
)
_OPENS = compiled(r"^\W*(?P<count>\d{1,2}(?:\.\d{1,2})*|[a-h]|[ivx]{1,4})[.)\s]\s*(?P<item>\S.*)$", re.DOTALL)
_FIRST = ("1", "a", "i")
_LOOKED_FOR = choice_of(_ASKS_AGAIN, POINTS)


@dataclass(frozen=True, slots=True)
class _Kept:
    """A block as it is to be read, with what is printed in place of each sentence that was added."""

    block: Block
    restated: dict[str, str]


def with_kept_items(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with the items that a sentence asks for again in the sentence's place; and what is printed for them."""
    read = list(blocks)
    restated: dict[str, str] = {}
    for place in places_of(_LOOKED_FOR, blocks):
        kept = _kept(blocks[place], blocks[:place]) if blocks[place].kind not in ("heading", "row") else None
        if kept:
            read[place] = kept.block
            restated |= kept.restated
    return tuple(read), restated


def _kept(block: Block, before: Sequence[Block]) -> _Kept | None:
    if under := [_closed(each) for each in recalled(block, before)]:
        said_again = {_as_sentence(item): item for item in under}
        return _Kept(replace(block, text=" ".join(said_again)), said_again)
    if not _ASKS_AGAIN.stands_in(block.text):
        return None
    said: list[str] = []
    restated: dict[str, str] = {}
    renews = any(read_phase(heading) == "renewal" for heading in block.path[-1:])
    for sentence in sentences(block.text):
        renews = renews or read_phase(sentence) == "renewal"
        asked = _AGAIN.search(sentence)
        again = asked and not _NOT.search(asked[0]) and (renews or asked["dotted"] or _SAYS_STILL.search(asked[0]))
        items = _items(asked, before) if asked and again else []
        if not items and (titled := _TITLED.search(sentence)) and not _NOT.search(titled[0]):
            asked, items = titled, _under(titled["title"] or titled["plain"], before)
        said += [rest := _without(sentence, asked)] if asked and items else [sentence]
        restated |= {rest: sentence} if asked and items and rest else {}
        for item in items:
            restated[_as_sentence(item)] = item
            said.append(_as_sentence(item))
    text = " ".join(part for part in said if part)
    return _Kept(replace(block, text=text), restated) if restated else None


def _without(sentence: str, asked: re.Match[str]) -> str:
    """What a sentence says beside its reference to items; the whole where nothing else would be left of its clause."""
    before, after = sentence[: asked.start()], sentence[asked.end() :]
    before = re.sub(r",? and$", "", before.rstrip()) if asked.groupdict().get("that") else before
    when = asked["when"] or ""
    if not after.strip(" .;"):
        alone = not asked["when"] or when.strip().lower() == "and"
        return before.rstrip(" ,") + "." if before.strip(" (0123456789).") and alone else ""
    joined = f"{before}{when if asked['goes_on'] else ''}{after.lstrip(' ,')}".strip()
    return re.sub(r"\bthat that\b", "that", joined)


def _as_sentence(item: str) -> str:
    return f"{item[:1].upper()}{item[1:].rstrip(' .;,')}."


def _items(asked: re.Match[str], before: Sequence[Block]) -> list[str]:
    """The items that a reference names, of the nearest list before it that has them all; [] where none has."""
    outline = re.findall(r"\d[\d.]*\d", asked["outline"] or asked["dotted"] or "")
    numbers = outline or list(markers_named(asked["numbers"] or asked["bare"] or asked["met"]))
    found: dict[str, str] = {}
    for block in reversed(before):
        for count, item in reversed(list(_counted(block))):
            found.setdefault(count, item)
        if numbers and found.keys() >= set(numbers):
            return [found[number] for number in numbers]
    return []


def _under(title: str, before: Sequence[Block]) -> list[str]:
    """The items that stand under a heading with this title, or the sentences of its paragraphs."""
    words = _title(title)
    under = [block for block in before if block.path and _title(block.path[-1]) in (words, f"for {words}")]
    items = [_closed(block.text) for block in under if block.kind == "item"]
    told = [said for block in under if block.kind == "paragraph" for said in sentences(block.text)]
    return items or [_closed(said) for said in told if not prior_authorization(said)]


def _title(text: str) -> str:
    return text.casefold().strip(" .,:")


def _counted(block: Block) -> Iterator[tuple[str, str]]:
    """The numbered clauses of a block: itself, where it opens with a number, or those of its sentence."""
    opens = _OPENS.match(block.text)
    if block.kind in ("paragraph", "item") and not block.marker and opens:
        yield opens["count"].lower(), _closed(opens["item"])
    if block.kind == "item" and "." in (count := bare_marker(block.marker)):
        yield count, _closed(block.text)
    row = list(_IN_A_ROW.finditer(block.text)) if block.kind != "heading" else []
    if row and row[0]["count"].lower() in _FIRST:
        yield from ((found["count"].lower(), found["item"].strip()) for found in row)


def _closed(item: str) -> str:
    return re.sub(r"[;,.]?(?:\s+(?:and|or))?\W*$", "", item, flags=re.IGNORECASE)
