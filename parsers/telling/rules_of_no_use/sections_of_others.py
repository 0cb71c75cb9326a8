"""What a policy of a class asks under a title that sets our drug apart ("Non-preferred agents, apart from Spravato") or
is of all drugs that have no title of their own ("Every other agent of the class"): none of it is asked of ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from parsers.drugs.names import named_products
from parsers.language.any_of import any_of
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.telling.rules_of_no_use.class_exceptions import has_own_rules
from parsers.uses.indications import mentions

_OURS = r"(?:spravato|esketamine|(?<!es)ketamine)\b(?: ?\([\w ]+\))?(?: nasal spray)?"
_NAME = r"[A-Za-z][\w-]+(?: ?\([\w -]+\))?"
_AND = r"(?:,? (?:and|or|nor|&) |, )"
_WITH_OTHERS = rf"(?:{_NAME}{_AND}){{0,4}}{_OURS}(?:{_AND}{_NAME}){{0,4}}"
_RANK = r"(?:(?:non-?preferred|preferred|brand(?:ed)?|covered|listed|oral|new(?:er)?) )"
_DRUGS = r"(?:antidepressants?(?:, other)?|drugs?|agents?|medications?|medicines?|products?)"
_CLASSES = r"(?:(?:SSRI|SNRI|TCA|MAOI|NDRI)s?|tricyclics?|(?:selective )?serotonin[\w -]{0,40}?inhibitors?)"
_OF_CLASS = r"(?: (?:of|in|within) (?:the|this|that) (?:same )?(?:class|category|section|group))?"
_WHAT = rf"(?:(?:criteria|requirements|rules|requests) (?:for|of) )?(?:(?:all|any|every|each|the|other) )*{_RANK}*"
_BUT = (
    r"(?:except(?:ing)?(?: for)?|other than|exclud(?:ing|es)|with the exception of|apart from|but(?: not)?|not|besides|"
    r"without|save(?: for)?|(?:that|which) (?:are|is) not)"
)
_SETS_APART = any_of(
    rf"^{_WHAT}{_DRUGS}{_OF_CLASS},? \(?{_BUT} {_WITH_OTHERS}\)?$",
    rf"^{_WHAT}{_DRUGS}{_OF_CLASS},? \(?{_WITH_OTHERS} (?:excepted|excluded|aside)\)?$",
    rf"^{_RANK}*non-?(?:spravato|esketamine) {_DRUGS}$",
    flags=re.IGNORECASE,
)
_ALL_OTHERS = any_of(
    rf"^(?:(?:all|any|every|each)(?: of)?(?: the)? (?:other|remaining)|(?:the )?remaining|other(?= non-?preferred\b)"
    rf"|other(?= \w+ (?:of|in) th)) {_RANK}*{_DRUGS}{_OF_CLASS}$",
    rf"^(?:all |any |other )?non-?preferred {_CLASSES}(?:{_AND}{_CLASSES})*$",
    rf"^(?:[A-Z][\w-]+{_AND})+(?:all )?other {_RANK}+{_DRUGS}$",
    rf"^(?:all|any|every|each)?(?: other)? ?{_RANK}+{_DRUGS} (?:that (?:are|is) )?not "
    r"(?:(?:otherwise|specifically|separately) )?(?:listed|named|mentioned|described|addressed)"
    r"(?: (?:above|below|here|separately|elsewhere))?$",
    flags=re.IGNORECASE,
)
_NUMBERED = compiled(r"^\W*(?:(?:\d{1,2}|[A-Za-z]|[ivx]{1,4})[.)] )?")
_LABEL = compiled(r"^(?P<label>[^:.]{8,100}):(?:\s|$)")
_LONGEST_TITLE = 110
_TELLING = compiled(rf"\b(?:{_DRUGS}|{_CLASSES})", re.IGNORECASE)


def without_sections_of_others(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks` without what stands under such titles, in such rows and behind such labels."""
    places = [place for place, block in enumerate(blocks) if _TELLING.search(block.text) and _is_of_others(block)]
    if not places or not has_own_rules(blocks):
        return tuple(blocks)
    left = {each for place in places for each in _all_of(blocks, place)}
    return tuple(block for place, block in enumerate(blocks) if place not in left)


def _is_of_others(block: Block) -> bool:
    if block.cells and block.kind in ("row", "heading"):
        return _titles_others(block.cells[0], block)
    if block.kind == "heading":
        return _titles_others(block.text, block)
    label = _LABEL.match(block.text) if block.kind in ("paragraph", "item") else None
    return label is not None and _titles_others(label["label"], block)


def _titles_others(title: str, block: Block) -> bool:
    """Whether a title, or a label of a block, is of others; one that is not set apart is none among its demands."""
    said = _NUMBERED.sub("", title).strip(" .:")
    if len(said) > _LONGEST_TITLE or mentions(said):
        return False
    if _SETS_APART.stands_in(said):
        return True
    among_ours = block.kind == "item" or any(map(named_products, block.path))
    return not among_ours and _ALL_OTHERS.stands_in(said)


def _all_of(blocks: Sequence[Block], place: int) -> Iterator[int]:
    """The place of a title, and those of what stands under it; of a label that leads in a list, of its items."""
    yield place
    title = blocks[place]
    if title.kind == "row" or (title.kind != "heading" and not title.text.rstrip().endswith(":")):
        return
    over = (*title.path, title.text)
    for each in range(place + 1, len(blocks)):
        block = blocks[each]
        under = block.path[: len(over)] == over if title.kind == "heading" else _is_listed(title, block)
        if not under or (title.kind == "heading" and block.kind == "heading" and named_products(block.text)):
            return
        yield each


def _is_listed(lead: Block, block: Block) -> bool:
    return block.kind == "item" and block.depth > (lead.depth if lead.kind == "item" else 0)
