"""Uses that a text calls the former and the latter of the two that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.language.glosses import gloss
from parsers.language.patterns import compiled
from parsers.models import Block, Indication
from parsers.uses.indications import mentions

# "In the former, two drugs must have failed": of the two uses that the sentence before names.
_OF_TWO = r"(?= (?:use|indication|condition)\b|,)"
# "In the one case we give four months, in the other one month."
_CASE = r"(?:case|instance)\b"
_FORMER = compiled(rf"\bthe (?:former\b|first(?:-named)?\b{_OF_TWO}|one {_CASE})", re.IGNORECASE)
_LATTER = compiled(rf"\bthe (?:latter\b|second(?:-named)?\b{_OF_TWO}|other {_CASE})", re.IGNORECASE)
_PAIR = 2
# "For the first diagnosis, two antidepressants have failed", below a line that names both.
_ORDINAL = compiled(
    r"\b(?:for|under|in|with) the (?P<which>first|second)(?:[ -](?:named|listed))? "
    r"(?:use|indication|condition|diagnosis)\b(?! of\b)",
    re.IGNORECASE,
)
_BOTH = {"first", "second"}


def with_the_formers(blocks: Sequence[Block]) -> Iterator[Block]:
    """`blocks`, with the use in brackets where one calls two uses the former and the latter: those that it names, or,
    where it names none, the only two that were named before it.
    """
    if not any(_LATTER.search(block.text) for block in blocks):
        yield from blocks
        return
    named: dict[Indication, str] = {}
    for block in blocks:
        yield _with_the_former(block, tuple(named.values()))
        for mention in mentions(block.text):
            named.setdefault(mention.indication, _plain(block.text[mention.start : mention.end]))


def _with_the_former(block: Block, before: Sequence[str]) -> Block:
    text = block.text
    if not (_LATTER.search(text) and _FORMER.search(text)):
        return block
    start = _FORMER.search(text)
    named = _named_in(text[: start.start()] if start else text) or before
    if len(named) != _PAIR:
        return block
    first, second = named
    text = _FORMER.sub(lambda said: f"{said[0]}{gloss(first)}", text)
    return replace(block, text=_LATTER.sub(lambda said: f"{said[0]}{gloss(second)}", text))


def with_the_first(blocks: Sequence[Block]) -> Iterator[Block]:
    """`blocks`, with the use in brackets where items say "for the first diagnosis" and "for the second" below a line
    that names two.
    """
    said = {found["which"].lower() for block in blocks for found in _ORDINAL.finditer(block.text)}
    uses: dict[str, str] = {}
    before: tuple[str, ...] = ()
    for block in blocks:
        named = _named_in(block.text) if said == _BOTH else ()
        # Two items of a list may name one use each.
        listed = (*before, *named) if block.kind == "item" and len(before) == len(named) == 1 else named
        uses = {"first": listed[0], "second": listed[1]} if len(listed) == _PAIR else uses
        before = named if block.kind == "item" else ()
        text = block.text if named or not uses else _with_its_use(block.text, uses)
        yield block if text == block.text else replace(block, text=text)


def _with_its_use(text: str, uses: dict[str, str]) -> str:
    return _ORDINAL.sub(lambda found: f"{found[0]}{gloss(uses[found['which'].lower()])}", text)


def _named_in(text: str) -> tuple[str, ...]:
    """The uses that a text names, each once, in order and in its own words."""
    named: dict[Indication, str] = {}
    for mention in mentions(text):
        named.setdefault(mention.indication, _plain(text[mention.start : mention.end]))
    return tuple(named.values())


def _plain(name: str) -> str:
    return name.replace("(", "").replace(")", "")
