"""Denials of uses that stand elsewhere: "ketamine for the diagnoses above is investigational", "for these uses".

Each takes the names of the uses that it points to in brackets: those of the list, table or sentence nearest to it in
the direction it tells, those of the items that it names, or those of the title where it speaks of what the policy
addresses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from itertools import takewhile

from parsers.answering.answers import DENIED, names_use, stated_status
from parsers.criteria.item_references import markers_named
from parsers.drugs.names import named_products
from parsers.language.any_of import any_of, choice_of
from parsers.language.glosses import glossed
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.lists.list_shapes import has_verb
from parsers.lists.markers import bare_marker
from parsers.models import Block
from parsers.sections.roles import heading_role
from parsers.telling.words_of_steps import places_of
from parsers.uses.indications import is_residual, mentions

_USES = r"(?:uses?|indications?|conditions?|diagnos[ie]s|disorders?|purposes?|illness(?:es)?|diseases?)"
_TOLD = (
    r"(?:(?:(?:that|which) )?(?:are|is|were)? ?(?:listed|named|shown|given|set (?:out|forth)|discussed|reviewed|"
    r"described|considered|mentioned|printed))"
)
_BELOW = compiled(
    rf"\bthe (?:following )?(?:\w+ )?{_USES}(?: {_TOLD})? (?:below|that follow|(?:in|of) the (?:table|list|chart) "
    r"below|in the (?:next|following) \w+)\b",
    re.IGNORECASE,
)
_IN_THIS = compiled(
    rf"\b{_USES} (?:(?:that|which) (?:are )?)?(?:(?:this|the|our) (?:\w+ )?(?:policy|document|guideline|bulletin) "
    r"(?:addresses|discusses|reviews|considers|is about)|(?:addressed|discussed|reviewed|considered|named|described) "
    r"(?:in|by) (?:this|the) (?:\w+ )?(?:policy|document|guideline|bulletin)|in (?:the|its) title)\b",
    re.IGNORECASE,
)
_ABOVE = any_of(
    rf"\b(?:these|those|such) (?:\w+ )?{_USES}\b|\bthe (?:above|listed|named|foregoing|said|same)(?:[- ]\w+)? {_USES}\b"
    rf"|\bthe (?:\w+ )?{_USES} (?:{_TOLD} )?(?:above|(?:in|of|from) (?:the|this) (?:\w+ )?(?:table|list|chart|"
    r"paragraph)|just \w+)\b|\b(?:for|in|as) (?:all|any|each|none|every one) of (?:the above|these|those)\b"
    r"|\b(?:all|any|none)(?: of)? the above\b|\b(?:for|in) (?:all |each of )?(?:these|those) (?:two|three|four|five)\b",
    flags=re.IGNORECASE,
)
# "For each of the uses listed above", "the infusions in the two paragraphs above": all that the section has denied so
# far.
_TREATMENTS = r"(?:infusions|treatments|therapies|services|applications)"
_EACH_ABOVE = compiled(
    rf"\b(?:(?:each|all|any|every one) of the (?:\w+ )?{_USES}|(?:(?:each|all|any|every one) of )?the (?:\w+ )?"
    rf"{_TREATMENTS}) (?:{_TOLD} )?(?:in (?:the )?(?:\w+ )?(?:paragraphs?|sentences?|statements?|lists?) )?above\b"
    rf"|\b(?:each|all|any|every one) of the above (?:\w+ )?{_TREATMENTS}\b",
    re.IGNORECASE,
)
# "The conditions in this list", right over it.
_IN_LIST = compiled(r"\b(?:in|of|from) (?:the|this) (?:\w+ )?(?:table|list|chart)\b", re.IGNORECASE)
# "Every condition named in I and II", "the uses in 1 or 2": those of other items of its list.
_MARK = r"(?:\d{1,2}|\(?[A-H]\)|[A-H]|[IVX]{1,4})(?![\w.]*\d)"
_IN_ITEMS = compiled(
    rf"\b{_USES} (?:{_TOLD} )?(?:in|under|by|of) (?:(?:items?|paragraphs?|points?|statements?|numbers?) )?"
    rf"(?P<which>{_MARK}(?:(?:,? (?:and|or|to|through) |, ){_MARK})*)(?! ?[\w%])"
)
# "These are considered investigational", right behind a list of uses.
_THEY = compiled(
    r"^\W*(?:(?:all|each|none|every one) of )?(?:these|those|they|them) (?:is|are|remain)\b(?! (?:some|examples)\b)",
    re.IGNORECASE,
)
_POINTS = choice_of(_BELOW, _IN_THIS, _ABOVE, _EACH_ABOVE, _THEY, _IN_ITEMS)
_WHETHER = compiled(r",? whether or not\b[^.;,]*", re.IGNORECASE)
_CLOSED = frozenset({"evidence", "references", "history", "boilerplate"})
_FEWEST = 2
# How many blocks off a list may stand, the next heading and a lead-in between; a name opens its item.
_FARTHEST, _OPENING = 4, 40
_LONGEST_NAME = 240


def with_pointed_uses(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with the uses that a denial points to in brackets behind it."""
    told = list(blocks)
    for place in places_of(_POINTS, blocks):
        if blocks[place].kind not in ("heading", "row"):
            told[place] = _with_uses(blocks[place], place, blocks)
    return tuple(told)


def _with_uses(block: Block, place: int, blocks: Sequence[Block]) -> Block:
    text = block.text
    if not _POINTS.stands_in(text):
        return block
    said = sentences(text)
    for number, sentence in enumerate(said):
        if ":" in sentence or names_use(sentence) or stated_status(sentence) not in DENIED:
            continue
        before = " ".join(said[:number])
        if uses := _pointed(sentence, before, place, blocks):
            text = text.replace(sentence, glossed(sentence, ", ".join(uses)))
    return block if text == block.text else replace(block, text=text)


def _pointed(sentence: str, before: str, place: int, blocks: Sequence[Block]) -> tuple[str, ...]:
    """The names of the uses that a sentence points to; () where none are found."""
    if _IN_THIS.search(sentence):
        return _in_title(blocks)
    items = _IN_ITEMS.search(sentence)
    if items and (uses := tuple(_of_items(set(markers_named(items["which"])), blocks[place], blocks))):
        return uses
    if _BELOW.search(sentence):
        return _listed(blocks[place + 1 :], sentence)
    if not before and _EACH_ABOVE.search(sentence) and (denied := _denied_before(blocks[:place])):
        return denied
    if not before and _THEY.search(sentence):
        return _listed_before(blocks[:place])
    if not _ABOVE.search(sentence):
        return ()
    after = blocks[place + 1] if place + 1 < len(blocks) else None
    if after and after.kind in ("item", "row") and _IN_LIST.search(sentence):
        return _listed(blocks[place + 1 :], sentence)
    return (
        _told_in(before, sentence) or _listed(blocks[:place][::-1], sentence) or _listed(blocks[place + 1 :], sentence)
    )


def _of_items(marks: Set[str], pointing: Block, blocks: Sequence[Block]) -> Iterator[str]:
    """The uses of the items with `marks`, and of those under them, in the list of the one that points to them."""
    named = False
    for block in blocks:
        if block.kind != "item" or block.path != pointing.path:
            continue
        if block.depth <= pointing.depth:
            named = block is not pointing and bare_marker(block.marker) in marks
        yield from _names(block.text) if named else ()


def _in_title(blocks: Sequence[Block]) -> tuple[str, ...]:
    """The uses in the first heading that names a drug or a use."""
    titles = (block.text for block in blocks if block.kind == "heading")
    title = next((text for text in titles if mentions(text) or named_products(text)), "")
    return _names(title)


def _listed(blocks: Sequence[Block], denial: str) -> tuple[str, ...]:
    """The uses of the first run of blocks that name them, or of the sentence that does, within reach."""
    for start, block in enumerate(blocks[:_FARTHEST]):
        if any(heading_role(title) in _CLOSED for title in block.path):
            return ()
        run = tuple(_run(blocks[start:]))
        if len(run) >= _FEWEST:
            return run
        if block.kind == "paragraph" and (told := _told_in(block.text, denial)):
            return told
    return ()


def _listed_before(blocks: Sequence[Block]) -> tuple[str, ...]:
    """The uses of the denied list or denial that ends `blocks`, with all others where it is of the rest."""
    items = tuple(takewhile(lambda block: block.kind == "item", reversed(blocks)))
    lead = blocks[-len(items) - 1].text if len(items) < len(blocks) else ""
    if stated_status(lead) not in DENIED:
        return ()
    names = tuple(name for item in items for name in _opening_name(item.text))
    return (*names, "all other uses") if is_residual(lead) else names


def _denied_before(blocks: Sequence[Block]) -> tuple[str, ...]:
    """The uses that paragraphs deny from the last heading on; () where fewer than two of them do."""
    section = takewhile(lambda block: block.kind != "heading", reversed(blocks))
    denials = [block.text for block in section if block.kind == "paragraph" and _denies(block.text)]
    return tuple(name for text in reversed(denials) for name in _names(text)) if len(denials) >= _FEWEST else ()


def _denies(text: str) -> bool:
    return any(stated_status(said) in DENIED for said in sentences(text))


def _run(blocks: Sequence[Block]) -> Iterator[str]:
    """The names of uses in blocks of one kind that stand together; what we have no name for is passed over."""
    for block in blocks:
        if block.kind not in ("item", "row", "term") or block.kind != blocks[0].kind:
            return
        yield from (name for cell in (block.cells or (block.text,)) for name in _opening_name(cell))


def _opening_name(text: str) -> tuple[str, ...]:
    first = next(iter(mentions(text)), None)
    titles = first is not None and first.start <= _OPENING and len(text) <= _LONGEST_NAME
    rest = _WHETHER.sub(" ", text)
    for name in _names(text) if titles else ():
        rest = rest.replace(name, " ")
    if is_residual(text) and not has_verb(text) and len(text) <= _LONGEST_NAME:
        return (*_names(text), "all other uses")
    return _names(text) if titles and not has_verb(rest) else ()


def _told_in(text: str, denial: str) -> tuple[str, ...]:
    """The uses that the last sentence of a text names, be it a run of names or what it looks at; cover of the same drug
    has these for itself, and a denial may be told anew ("for members without …, ketamine for those disorders is …").
    """
    last = next(iter(sentences(text)[::-1]), "")
    ours, theirs = set(named_products(denial)), set(named_products(last))
    of_another = bool(ours and theirs) and not ours & theirs
    return _names(last) if of_another or stated_status(last) in (None, *DENIED) else ()


def _names(text: str) -> tuple[str, ...]:
    found = (text[mention.start : mention.end] for mention in mentions(text) if not mention.excepted)
    return tuple(re.sub(r"[()]", "", name) for name in found)
