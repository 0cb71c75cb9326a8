"""Items that are asked for again by what they are about: "… and the criteria on bipolar disorder above are still met".

What asks is read as if it said them itself, where each topic stands in one item before it and in no second one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.telling.words_of_steps import places_of

_NOUN = r"(?:criteri(?:a|on)|requirements?|conditions?|rules?|exclusions?|statements?|points?|items?)"
_PLACE = r"(?:,? \(?(?:(?:that are |as )?(?:named|listed|stated|given|set out) )?(?:above|earlier|before)\)?)?"
_STILL = r"(?:(?:all|each|both|still|again|also|must|continue to|remain) )*"
_MET = (
    rf"{_STILL}(?:(?:is|are|be|remain)? ?{_STILL}(?:be )?(?:met|satisfied|fulfilled|true)|(?:apply|applies|holds?))\b"
)
# What items are about and policies call them by: "the age and prescriber criteria still apply".
_TOPIC = (
    r"(?:age|prescrib\w+|diagnosis|REMS|monitoring|setting|psychotherapy|pregnancy|psychosis|bipolar(?: disorder)?)"
)
_AGAIN = compiled(
    rf"(?:(?:all(?: of)? )?the )?(?:[a-z]+ )?(?<!no ){_NOUN}{_PLACE}"
    rf" (?:on|about|concerning|regarding|as to|relating to) (?P<on>[^.;:|()]{{3,80}}?){_PLACE} {_MET}"
    rf"|\bthe (?P<of>{_TOPIC}(?:(?:, and |, | and ){_TOPIC})*) {_NOUN}{_PLACE} {_MET}",
    re.IGNORECASE,
)
# What holds none of this holds nothing of the above, and is sooner looked through.
_MAY_ASK = compiled(rf"{_NOUN}{_PLACE} (?:(?:on|about|concerning|regarding|as to|relating to) |{_MET})", re.IGNORECASE)
_NOT = compiled(r"\bnot\b", re.IGNORECASE)
_BETWEEN = compiled(r",? (?:and|or) |, ", re.IGNORECASE)
_NO_WORD_OF_ITS_OWN = frozenset(
    {"a", "an", "the", "of", "for", "any", "on", "who", "history", "disorder", "disorders", "disease", "diseases"}
)
# A bare name may be one of a list of bars or of denied uses: what is asked stands over it.
_ASKS = compiled(
    r"\d|\b(?:no|not|none|never|without|is|are|has|have|had|been|does|did|must|will|by|older|above|least)\b",
    re.IGNORECASE,
)
_SHORT, _ENDING, _LONGER = 4, 2, 3


def with_kept_topics(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with the items that a clause asks for by their topics in its place, and what is printed there."""
    told = list(blocks)
    for place in places_of(_AGAIN, blocks):
        told[place] = _told(blocks[place], blocks[:place])
    return tuple(told), {new.text: old.text for new, old in zip(told, blocks, strict=True) if new is not old}


def _told(block: Block, before: Sequence[Block]) -> Block:
    if block.kind == "heading" or not (_MAY_ASK.search(block.text) and _AGAIN.search(block.text)):
        return block

    def spelled(found: re.Match[str]) -> str:
        topics = _BETWEEN.split(found["on"] or found["of"])
        items = [] if _NOT.search(found[0]) else [_only_item(topic, before) for topic in topics]
        return "; ".join(dict.fromkeys(item for item in items if item)) if items and all(items) else found[0]

    text = _AGAIN.sub(spelled, block.text)
    cells = tuple(_AGAIN.sub(spelled, cell) for cell in block.cells)
    return replace(block, text=text, cells=cells) if text != block.text else block


def _only_item(topic: str, before: Sequence[Block]) -> str | None:
    """The one item that a topic names; None where none does, or several do in different words."""
    words = [word for word in re.findall(r"[\w-]+", topic.lower()) if word not in _NO_WORD_OF_ITS_OWN]
    items = (block.text for block in before if block.kind == "item" and _ASKS.search(block.text)) if words else ()
    found = {_closed(item) for item in items if _names(item, words)}
    return found.pop() if len(found) == 1 else None


def _names(item: str, words: Sequence[str]) -> bool:
    said = re.findall(r"[\w-]+", item.lower())
    return all(any(_is_form_of(word, other) for other in said) for word in words)


def _is_form_of(word: str, other: str) -> bool:
    """Whether two words are forms of one ("prescriber", "prescribed"; "age", "aged")."""
    if len(word) <= _SHORT:
        return other in (word, f"{word}d", f"{word}s")
    return other.startswith(word[:-_ENDING]) and abs(len(other) - len(word)) <= _LONGER


def _closed(item: str) -> str:
    item = re.sub(r"[;,.]?(?:\s+(?:and|or))?\W*$", "", item, flags=re.IGNORECASE)
    return f"{item[:1].lower()}{item[1:]}" if item[1:2].islower() else item
