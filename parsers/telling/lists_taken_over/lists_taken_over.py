"""Sentences by which a use takes over the whole list of another ("… is approved when everything in the list above is
true and the evaluation shows intent", "for …, the same criteria apply").

Each is read as the lead-in of the items above, with what it asks for besides as one more. A list that the sentence
takes over in part is left to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from parsers.amounts.amounts import uses_in_turn
from parsers.language.any_of import any_phrase
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block, Indication
from parsers.phases.phases import read_phase
from parsers.sections.headings import is_connective
from parsers.uses.scopes import positive_indications

_NOUN = r"(?:criteria|conditions|requirements|items|statements|points|rules|bullets|elements|standards|prerequisites)"
_SAID = r"(?:(?:that )?(?:are |is |were )?(?:listed|named|stated|given|shown|set (?:out|forth)) )?"
_EVERY = r"(?:(?:all|each|every one|every|the whole|both)(?: of)? )?"
_FOREGOING = r"(?:same|above|foregoing|preceding|aforementioned|above-listed|above-mentioned)"
_LIST = (
    rf"(?:(?:everything|(?:each|every) (?:item|criterion|condition|requirement|point)|{_EVERY}(?:the )?{_NOUN}) "
    rf"{_SAID}(?:(?:in|on|of) the (?:(?:list|criteria|bullets) above|{_FOREGOING} list)|above)"
    rf"|everything (?:{_SAID})above|{_EVERY}(?:the|these|those) (?:(?:very )?{_FOREGOING}) (?:{_NOUN}|list|terms)"
    rf"|{_EVERY}the list above|(?:all|each|every one)(?: of)? the (?:above|foregoing))"
)
# "All of the criteria for resistant depression": the list of the use that it names.
_OF_A_USE = compiled(
    rf"\b(?:all(?: of)? the|each of the|every one of the|the same)(?: same)? {_NOUN} (?:{_SAID}(?:above )?)?(?:as )?"
    r"(?:for|under|of) (?P<use>[^.,;:]{3,90}?)(?: above)?(?= (?:and|plus|as well as|is|are|has|have|must|need|apply|"
    r"hold|also|with)\b|[.,;]|$)",
    re.IGNORECASE,
)
_HOLDS = (
    r"(?:(?:is|are|must|has|have|needs?|to|be|been|will|shall|also|all|each|likewise|again|still|being) )*"
    r"(?:met|true|satisfied|fulfilled|present|documented|apply|applies|holds?|required)"
    r"(?: (?:in full|as well|too|also))*"
)
_MEETS = (
    r"(?:(?:the|an?|this|each|every) (?:member|patient|client|person|individual|participant|beneficiary|enrollee|"
    r"recipient|request|case) )?(?:(?:must|has to|have to|needs? to|also|still|likewise) )*(?:meets?|satisf(?:y|ies)|"
    r"fulfil\w*)"
)
_BESIDES = r"(?:in addition to|besides|beyond|on top of|along with|as well as|apart from)(?: meeting| satisfying)?"
# The list where it stands in the sentence: what holds, what is met, the terms of an approval, what is added to.
_ADDS = rf"\b{_BESIDES} {_LIST}\b"
_ON_TERMS = rf"\b(?:on|under|with|by|subject to) {_LIST}\b"
_MEETS_IT = rf"\b{_MEETS} {_LIST}\b"
_IT_HOLDS = rf"\b{_LIST} {_HOLDS}\b"
_TAKES = compiled(
    rf"(?P<adds>{_ADDS},?)|(?P<terms>{_ON_TERMS})|(?P<meets>{_MEETS_IT})|(?P<holds>{_IT_HOLDS})", re.IGNORECASE
)
# The same, one form at a time: few blocks hold the words of any.
_TAKES_ONE = any_phrase(_ADDS, _ON_TERMS, _MEETS_IT, _IT_HOLDS)
# What takes the list over in part, or in its stead.
_IN_PART = compiled(
    r"\b(?:not|no longer|never|without|except\w*|unless|instead|save|other than|waived?|but for|minus|fails?|any of|"
    r"one of|some of|regardless|do(?:es)? n[o']t)\b",
    re.IGNORECASE,
)
_WHEN = compiled(
    r"\b(?:(?:only|also|and) )*(?:when|if|once|where|as long as|provided(?: that)?|on condition that)\s+", re.IGNORECASE
)
_ENDS_IN_WHEN = compiled(rf"{_WHEN.pattern}$", re.IGNORECASE)
# "…, and in addition", between the list and what is asked for besides.
_BESIDE_IT = compiled(
    r"^[\s,;]*(?:(?:and|plus|but|as well as|together with|with|in addition|additionally|also|besides|further|provided|"
    r"that|when|if|only|once)\b[\s,]*)*",
    re.IGNORECASE,
)
_JOINS = compiled(r"[\s,;]*\b(?:and|plus)(?: (?:that|also|when|if))?\s*$", re.IGNORECASE)
_ALL = "all of the following are met:"
_FILLER = compiled(r"^\W*(?:(?:as well|too|also|here|likewise|in full|in this case)\W*)*$", re.IGNORECASE)
# A line on lengths or amounts may stand between a list and the sentence that takes it over.
_FARTHEST = 3


@dataclass(frozen=True, slots=True)
class _Taken:
    """A sentence as the lead-in of the list that it takes over, and what it asks for besides."""

    lead: str
    more: str


def with_lists_taken_over(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with the items above under each such sentence; and what is printed for it."""
    kept: list[Block] = []
    printed: dict[str, str] = {}
    for block in blocks:
        kept += _told(block, kept, printed) or (block,)
    return tuple(kept), printed


def _told(block: Block, before: Sequence[Block], printed: dict[str, str]) -> tuple[Block, ...]:
    """A paragraph whose sentence takes the list before it over, cut at it; () for any other block."""
    if block.kind not in ("paragraph", "item") or not (
        _TAKES_ONE.stands_in(block.text) or _OF_A_USE.search(block.text)
    ):
        return ()
    said = sentences(block.text)
    for number, sentence in enumerate(said):
        own = _taking_over(sentence, block, before, printed)
        if own:
            return (*_rest(block, said[:number]), *own, *_rest(block, said[number + 1 :]))
    return ()


def _taking_over(sentence: str, block: Block, before: Sequence[Block], printed: dict[str, str]) -> tuple[Block, ...]:
    """A sentence over the items that it takes over; () where there are none."""
    named = _OF_A_USE.search(sentence)
    of_use = positive_indications(named["use"]) if named else ()
    told = f"{sentence[: named.start()]}the above criteria{sentence[named.end() :]}" if named and of_use else sentence
    # "If the above are met, approve for 3 months (A) or 1 month (B)": each use has its own above, and a length here.
    taken = None if uses_in_turn(sentence) else _taken(told)
    items = _items_before(before, _uses(told, block), of_use, block.depth) if taken else ()
    if taken is None or not items:
        return ()
    printed |= {part: sentence for part in (taken.lead, taken.more) if part}
    return tuple(_list(block, taken, items))


def _rest(block: Block, said: Sequence[str]) -> Iterator[Block]:
    if said:
        yield replace(block, text=" ".join(said))


def _list(block: Block, taken: _Taken, items: Sequence[Block]) -> Iterator[Block]:
    yield replace(block, text=taken.lead)
    yield from (replace(item, path=block.path, page=block.page) for item in items)
    if taken.more:
        yield replace(items[0], text=taken.more, path=block.path, page=block.page)


def _uses(sentence: str, block: Block) -> tuple[Indication, ...]:
    """The uses that a sentence names, or the heading over it; () for a renewal, which keeps what it names."""
    if "renewal" in (read_phase(sentence), *map(read_phase, block.path)):
        return ()
    return positive_indications(sentence) or (positive_indications(block.path[-1]) if block.path else ())


def _items_before(
    before: Sequence[Block], uses: Sequence[Indication], of_use: Sequence[Indication], depth: int
) -> tuple[Block, ...]:
    """The last list before a sentence on `uses`, or the last of the use that it names, without its numbers."""
    if not uses or set(uses) <= set(of_use):
        return ()
    reach = len(before) if of_use else 1 if depth else _FARTHEST
    for start, end in _lists_before(before, reach, depth):
        of_list = _list_uses(before[start - 1])
        if of_list and (set(of_list) == set(of_use) if of_use else not set(uses) <= set(of_list)):
            return tuple(replace(item, marker="") for item in before[start:end] if not is_connective(item.text))
        if not of_use:
            return ()
    return ()


def _lists_before(before: Sequence[Block], reach: int, depth: int) -> Iterator[tuple[int, int]]:
    """Where the lists begin and end that stand within reach of a sentence, the nearest first; of an item, those in the
    items beside it.
    """
    end = len(before)
    while end > max(0, len(before) - reach):
        start = end
        while start and _is_listed(before[start - 1], depth):
            start -= 1
        if 0 < start < end:
            yield start, end
        end = min(start, end - 1)


def _list_uses(lead: Block) -> tuple[Indication, ...]:
    named = (positive_indications(text) for text in (lead.text, *reversed(lead.path)))
    return next(filter(None, named), ())


def _is_listed(block: Block, depth: int) -> bool:
    return (block.kind == "item" and block.depth > depth) or is_connective(block.text)


def _taken(sentence: str) -> _Taken | None:
    """A sentence in two parts; None where it takes no list over, or one in part."""
    found = _TAKES.search(sentence)
    if found is None or _IN_PART.search(sentence) or sentence.rstrip().endswith(":"):
        return None
    before, after = sentence[: found.start()], _BESIDE_IT.sub("", sentence[found.end() :]).strip(" .;,")
    if found["adds"]:
        return _added(before.rstrip(" ,;"), after)
    if found["terms"]:
        return _Taken(f"{before}when {_ALL}", _said(after))
    if _ENDS_IN_WHEN.match(before.lstrip()):
        return _opened(after)
    if _ENDS_IN_WHEN.search(before):
        return _Taken(f"{before}{_ALL}", _said(after))
    if (joined := _JOINS.search(before)) and (when := _WHEN.search(before)):
        return _Taken(f"{before[: when.end()]}{_ALL}", _said(f"{before[when.end() : joined.start()]} {after}".strip()))
    return None if joined else _Taken(f"{before}all of the following must be met:", _said(after))


def _added(before: str, after: str) -> _Taken | None:
    """A sentence that adds to the list: "in addition to the criteria above, … when …", "for …, besides …, … must …"."""
    if when := _WHEN.search(after):
        return _Taken(f"{before} {after[: when.end()]}{_ALL}".strip(), _said(after[when.end() :]))
    return _Taken(f"{before}, all of the following must be met:", _said(after)) if before and after else None


def _opened(after: str) -> _Taken:
    """A sentence that opens with the list: "when the criteria above are met, … is approved"."""
    if when := _WHEN.search(after):
        return _Taken(f"{after[: when.end()]}{_ALL}", _said(after[when.end() :]))
    return _Taken(f"{after} when {_ALL}", "")


def _said(more: str) -> str:
    """What is asked for besides, as a clause of its own; "" for a remainder of the sentence that asks for nothing."""
    more = _FILLER.sub("", more)
    return f"{more[:1].upper()}{more[1:]}"
