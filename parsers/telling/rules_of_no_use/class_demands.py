"""What the rules of a class ask for its non-preferred drugs ("Non-preferred agents require a trial of two preferred
agents"): asked of our drug by name where the class lists it as non-preferred, of nobody where it lists it as preferred.

A rule that is for drugs without criteria of their own ("all other non-preferred agents", "unless specified") says
nothing of ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block
from parsers.telling.class_lists import sets_ours_apart
from parsers.telling.rules_of_no_use.class_exceptions import takes_ours_out
from parsers.telling.rules_of_no_use.class_listing import Listing, listings

_DRUGS = (
    r"(?:(?:antidepressant|brand(?:ed)?|brand-name) )?"
    r"(?:agents?|products?|drugs?|medications?|medicines?|antidepressants?|brands?)"
)
_THEM = (
    rf"(?:(?:all|any|an?|every|each|the|requests? for|approval of|use of|for) )*(?:non-?preferred {_DRUGS}|NPDs?)\b"
    r"(?: (?:in|of|within) (?:this|the) (?:(?:drug|therapeutic|PDL) )?(?:class|category|group))?"
)
_GRANTED = (
    r"(?:(?:will|may|can|shall) (?:only )?be|is|are) (?:only )?(?:approved|authori[sz]ed|covered|considered|paid)"
)
# What is asked stands behind the drugs ("… require failure of two") or before them ("Failure of two … before any …").
_BEHIND = compiled(
    rf"^\W*(?:{_THEM}(?: (?:requires?|needs?|must have)|,? (?:{_GRANTED} )?(?:only )?(?:after|upon|following|if|when|"
    rf"once|for)|\s*:)|non-?preferred\s*:)\s+(?P<asked>.+)$",
    re.IGNORECASE,
)
_BEFORE = compiled(
    rf"^\W*(?P<asked>.+?)(?: (?:is|are))?(?: (?:required|needed|necessary))? (?:before|prior to|for) "
    rf"(?:(?:approval|authori[sz]ation|coverage|use) of )?{_THEM}(?: {_GRANTED})?\W*$",
    re.IGNORECASE,
)
# "All other non-preferred agents …": those that the class names with no rule of their own.
_OTHERS = compiled(r"\b(?:other|remaining) (?=non-?preferred)", re.IGNORECASE)
# Of drugs that have no rule of their own, or of another route than ours.
_NOT_OF_EACH = compiled(
    r"\b(?:other|remaining|except\w*|own|separate|otherwise|as a rule|without|unless another"
    r"|specified|oral|transdermal|tablets?|capsules?|not listed|below|grandfather\w*)\b",
    re.IGNORECASE,
)
_PREFERRED = compiled(r"(?<!non-)(?<!non)(?<!non )\bpreferred\b", re.IGNORECASE)
# "Members who have failed", "that the patient has tried and failed", "must try": what has to be shown of a trial.
_WHO = r"(?:that )?(?:(?:the|a|any) )?(?:members?|patients?|beneficiar(?:y|ies)|recipients?|clients?|individuals?)"
_SHOWN = compiled(
    r"^(?:(?:(?:an?|the) )?(?:documentation|documented|evidence|proof)(?: (?:evidence|history))?(?: of| that)? )?"
    rf"(?:(?:{_WHO} )?(?:who )?(?:(?:has|have|had|must(?: have)?|should(?: have)?) )?"
    r"(?P<done>(?:tried and )?failed|tr(?:ied|y))(?: (?:to respond to|on|with|of))? )?(?=\S)",
    re.IGNORECASE,
)


def with_class_demands(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with such rules as rules of our drug, or without them, as without those of the classes beside; and
    what is printed for them.
    """
    restated: dict[str, str] = {}
    found = listings(blocks)
    apart = {listing for listing in found if _sets_apart(blocks, listing)}
    told: list[Block] = []
    for place, block in enumerate(blocks):
        ours = next((listing for listing in found if listing.holds(place)), None)
        if ours is None:
            told += () if found and _is_of_another_class(block, found) else (block,)
        else:
            told += (block,) if ours in apart else _told(block, ours, restated)
    return tuple(told), restated


def _sets_apart(blocks: Sequence[Block], listing: Listing) -> bool:
    """Whether something in a class says that its rules are not for ours; what is left of them is found elsewhere."""
    told = [blocks[place].text for place in listing.places]
    return any(takes_ours_out(text) or sets_ours_apart(text) for text in told)


def _is_of_another_class(block: Block, found: Sequence[Listing]) -> bool:
    """Whether a passage is such a rule and stands across a table, or in a section beside those that list our drug."""
    across = block.kind == "row" and len(block.cells) == 1
    beside = all(block.path != listing.path[: len(block.path)] for listing in found)
    return (across or (beside and block.kind in ("paragraph", "item"))) and _asked(block.text) != ""


def _told(block: Block, listing: Listing, restated: dict[str, str]) -> Iterator[Block]:
    if block.kind not in ("row", "paragraph", "item"):
        yield block
    elif block.kind != "row" or len(block.cells) == 1:
        text = _of_ours(block.text, listing, restated)
        plain = replace(block, kind="paragraph" if block.kind == "row" else block.kind, cells=(), header=())
        yield from (block,) if text == block.text else (replace(plain, text=text),) if text else ()
    else:
        cells = tuple(_of_ours(cell, listing, restated, in_cell=True) for cell in block.cells)
        text = " | ".join(cells)
        restated.update({text: block.text} if cells != block.cells else {})
        yield replace(block, cells=cells, text=text) if cells != block.cells else block


def _of_ours(text: str, listing: Listing, restated: dict[str, str], *, in_cell: bool = False) -> str:
    """A text with such rules as rules of our drug, where it is non-preferred; without them, where it is preferred."""
    if not _PREFERRED.search(text):
        return text
    said = list(sentences(text))
    told = [_restated(sentence, listing, named=": " if in_cell else " requires ") for sentence in said]
    if told == said:
        return text
    if in_cell and len(said) == 1 and told[0]:
        # The only rule in a cell is that of the row, whose other cells name the drugs.
        told = [f"Non-preferred agents require {told[0].partition(': ')[2]}"]
    restated.update({own: sentence for own, sentence in zip(told, said, strict=True) if own and own != sentence})
    return ("\n" if "\n" in text else " ").join(filter(None, told))


def _restated(sentence: str, listing: Listing, *, named: str) -> str:
    """A rule as one of our drug, "" where it is none of its rules; any other sentence as it is."""
    asked = _asked(_OTHERS.sub("", sentence))
    if not asked:
        return sentence
    if listing.preferred or (listing.has_rules and _OTHERS.search(sentence)):
        return ""
    shown = _SHOWN.match(asked)
    done = shown["done"] if shown else None
    trial = "" if not done else "a trial of " if done in ("tried", "try") else "failure of "
    return f"{listing.name}{named}{trial}{asked[shown.end() if shown else 0 :]}"


def _asked(rule: str) -> str:
    """What a rule asks for the non-preferred drugs of a class, which names preferred ones; "" where it is none."""
    asked = next((found["asked"] for form in (_BEHIND, _BEFORE) if (found := form.match(rule))), "")
    return asked if _PREFERRED.search(asked) and not _NOT_OF_EACH.search(rule) else ""
