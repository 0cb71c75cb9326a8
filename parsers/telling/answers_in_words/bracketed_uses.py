"""Uses that a text names again by their number or letter in brackets: "one of (1) resistant depression, … or (2) acute
suicidality. Approved for 6 months under (1), for 30 days under (2)". What is said there is said of the use.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.language.spans import SPAN_COUNT, SPAN_UNIT
from parsers.lists.markers import bare_marker
from parsers.models import Block, Indication
from parsers.uses.indications import mentions
from parsers.uses.scopes import refined, required_indications

_MARK = r"\((?P<mark>[1-4a-d])\)"
_DEFINED = compiled(rf"(?<!\w){_MARK}\s+(?=\w)")
_REFERS = compiled(
    r"\b(?P<under>(?:under|for|of|in) )?(?:(?:the )?(?:diagnos[ie]s|indication|criterion|condition|use|item|option) )?"
    rf"{_MARK}(?= (?:only|and|or|is|are|ends?|lasts?|runs?|stops?|must|requires?|needs?)\b|[,;.]|$)"
    rf"|(?<=[:;] ){_MARK.replace('mark', 'given')}(?= (?:for |up to )?{SPAN_COUNT}[ -]{SPAN_UNIT}\b)",
    re.IGNORECASE,
)
_FEWEST = 2
# The uses that a list of the kind is of; others are told by their own words.
_NAMES: Mapping[Indication, str] = {
    "trd": "treatment-resistant depression",
    "mdsi": "major depressive disorder with acute suicidal ideation",
}


def with_bracketed_uses(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with the name of the use in place of each mark that names it again, where several marks open a use;
    and what is printed for each sentence told so.
    """
    restated: dict[str, str] = {}
    if not any(_REFERS.search(block.text) for block in blocks):
        return tuple(blocks), restated
    found: dict[str, set[str]] = {}
    for mark, use in (one for block in blocks for one in _defined(block)):
        found.setdefault(mark, set()).add(use)
    # A mark that opens one thing here and another there names none.
    uses = {mark: next(iter(said)) for mark, said in found.items() if len(said) == 1 and "" not in said}
    if len(set(uses.values())) < _FEWEST:
        return tuple(blocks), restated
    return tuple(_told(block, uses, restated) for block in blocks), restated


def _defined(block: Block) -> Iterator[tuple[str, str]]:
    """Each mark that a block opens with or holds, with the use behind it; "" where none is named there."""
    marker = bare_marker(block.marker).lower()
    if block.kind == "item" and _DEFINED.match(f"({marker}) x"):
        yield from ((marker, use) for use in _opening_use(block.text))
    parts = [*_DEFINED.finditer(block.text)]
    for part, after in zip(parts, [*(part.start() for part in parts[1:]), len(block.text)], strict=False):
        yield from ((part["mark"], use) for use in _opening_use(block.text[part.end() : after]))


def _opening_use(text: str) -> Iterator[str]:
    uses = refined(required_indications(text))
    named = next(iter(mentions(text)), None)
    if len(uses) == 1 and named:
        yield _NAMES.get(uses[0], text[named.start : named.end])


def _told(block: Block, uses: Mapping[str, str], restated: dict[str, str]) -> Block:
    def name(found: re.Match[str]) -> str:
        use = uses.get(found["mark"] or found["given"], "")
        led = "for " if found["under"] else ""
        told = f"{led}{use}{',' if found['given'] else ''}"
        told = f"{told[0].upper()}{told[1:]}" if use and found[0][0].isupper() else told
        return told if use else found[0]

    def said(text: str) -> str:
        for sentence in sentences(text):
            if (told := _REFERS.sub(name, sentence)) != sentence:
                restated[told] = sentence
                text = text.replace(sentence, told, 1)
        return text

    return replace(block, text=said(block.text), cells=tuple(map(said, block.cells)))
